"""Where date words stand in a text. Extents as in TimeML: without `by`, `since`, `on`."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.dates.grammar import read


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Date words: `text_of_article[start:end] == text` (code points)."""

    start: int
    end: int
    text: str


def find_expressions(text: str) -> tuple[DateExpression, ...]:
    """All date words of a text, in its order, none overlapping.

    A range (`from 3 to 5 May`) is one expression, with its `from` or `between`.
    """
    return tuple(
        DateExpression(reading.start, reading.end, text[reading.start : reading.end])
        for reading in read(text)
    )
