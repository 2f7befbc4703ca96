"""Where date words stand in a text. Extents as in TimeML: without `by`, `since`, `on`."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.dates.grammar import read
from extractor.dates.language_choice import choose_language


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Date words: `text_of_article[start:end] == text` (code points)."""

    start: int
    end: int
    text: str


def find_expressions(text: str, *, language: str | None = None) -> tuple[DateExpression, ...]:
    """All date words of a text, in its order, none overlapping.

    A range (`from 3 to 5 May`) is one expression, with its `from` or `between`. `language`: a
    BCP 47 tag; without one the text itself tells (see `choose_language`).
    """
    return tuple(
        DateExpression(reading.start, reading.end, text[reading.start : reading.end])
        for reading in read(text, code=choose_language(language, text))
    )
