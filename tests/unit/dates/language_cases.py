"""Cases of date words in many languages, told as lines of text, and how they are checked."""

from __future__ import annotations

from datetime import date

from extractor.dates import annotate, find_expressions, resolve
from extractor.schema import PublicationDate

FRIDAY = date(2024, 12, 6)
PUBLISHED = PublicationDate(
    edtf=FRIDAY.isoformat(), earliest=FRIDAY, latest=FRIDAY, source="given", trusted=True
)
KNOWN = date(2024, 11, 20)
"""The day of the earlier event in cases that count from one: a Wednesday."""


def cases(text: str) -> list[tuple[str, str]]:
    """One case a line: words, `=`, what is expected."""
    pairs = [line.rsplit(" = ", 1) for line in text.strip().splitlines()]
    return [(words.strip(), expected.strip()) for words, expected in pairs]


def resolved(phrase: str, language: str, *, known: date | None = None) -> str:
    """The EDTF of words that somebody picked out, or `-`; with the hour where they tell one."""
    resolution = resolve(phrase, PUBLISHED, language=language, known=known)
    hour = f" {resolution.time}" if resolution.time else ""
    return f"{resolution.edtf or '-'}{hour}"


def annotated(text: str, language: str | None) -> list[tuple[str, str]]:
    """The dated expressions of a text and their EDTF (`-` where no day is told).

    Of what tells an hour only, the hour.
    """
    return [
        (
            found.text,
            found.resolution.time or ""
            if found.resolution.rule == "clock"
            else str(found.resolution.edtf or "-"),
        )
        for found in annotate(text, PUBLISHED, language=language)
    ]


def found_in(text: str, language: str | None) -> list[str]:
    """The date words of a text."""
    return [found.text for found in find_expressions(text, language=language)]
