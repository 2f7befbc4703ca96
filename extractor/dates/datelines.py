"""Datelines (`CITY, December 6, 2024 (Agency) -`): found in an article's first lines, and weighed.

A dateline without a year is never given one that its bounds leave open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.dates.candidates import DIGIT, HEAD_LINES, LONGEST_BYLINE, Clue, clue_of
from extractor.dates.grammar import read
from extractor.dates.language import listed
from extractor.dates.within_year import day_in_year
from extractor.schema import LineEntry
from extractor.text.dateline import opens_page_stamp

LONGEST_DATELINE = 120
"""Characters before the first figure of a dateline: a place of 60, a month, a day of the week."""

YEARS_LOOKED_AT = 9
"""Years before an upper bound in which the year of a dateline is looked for."""

_PLACE = re.compile(r"[^\W\d_][^\n0-9]{1,60}[,.( —–-]")
_SMALL_WORDS = frozenset(listed("of and the on in de del la el al le upon"))
_AFTER_PLACE = (",", ")", ".", "-", "–", "—")
_DATELINE_END = re.compile(r"\)?[,.]? ?(?:\([^()\n]{2,40}\))? ?(?:[-–—:]|$)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`CITY, December 6, 2024 (Agency) -`: what it says, with the year where it has one."""

    text: str
    month: int
    day: int
    year: int | None


def find_dateline(text: str, lines: Sequence[LineEntry], *, code: str = "en") -> Dateline | None:
    """The dateline of the article: in its first body lines, else the first line labelled so."""
    opening = [(s, e) for s, e, label in lines if label in ("body", "dateline")][: HEAD_LINES + 1]
    labelled = [(s, e) for s, e, label in lines if label == "dateline"][:1]
    found = (_dateline(text[start:end], code) for start, end in (*opening, *labelled))
    return next(filter(None, found), None)


def _may_be_dateline(line: str) -> bool:
    """Whether only names and small words stand before the first figure: spares most the reading."""
    digit = DIGIT.search(line, 0, LONGEST_DATELINE)
    if digit is None:
        return False
    words = line[: digit.start()].split()
    names = (word.strip("(,") for word in words)
    return all(not word[:1].islower() or word.strip(".,") in _SMALL_WORDS for word in names)


def _dateline(line: str, code: str) -> Dateline | None:
    line = line[:LONGEST_BYLINE]
    if not _may_be_dateline(line) or opens_page_stamp(line):
        return None
    reading = next(iter(read(line, code=code)), None)
    if reading is None or reading.rule.kind != "day":
        return None
    place = line[: reading.start]
    words = re.findall(r"[^\W\d_]+", place)
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if not capital or not _PLACE.fullmatch(place) or not _DATELINE_END.match(line, reading.end):
        return None
    if reading.end == len(line.rstrip(" .")) and not (place.rstrip().endswith(_AFTER_PLACE)):
        return None  # `Issue of December 6, 2024` is no place
    parts = reading.parts
    if parts.month is None or parts.day is None:
        return None
    return Dateline(line[: reading.end], parts.month, parts.day, parts.year)


def nearest_day(dateline: Dateline, upper: date) -> date | None:
    """The latest such day of the month up to `upper`, whatever year the dateline has."""
    return next(iter(days_up_to(dateline, upper)), None)


def days_up_to(dateline: Dateline, upper: date) -> list[date]:
    """Such days of the month up to an upper bound, the latest first, over nine years."""
    years = range(upper.year, max(upper.year - YEARS_LOOKED_AT, 0), -1)
    days = (day_in_year(year, dateline.month, dateline.day) for year in years)
    return [day for day in days if day and day <= upper]


def dateline_clue(dateline: Dateline, lower: date | None, upper: date | None) -> Clue | None:
    """The day of a dateline.

    Trusted with its year, or where only one year puts it between the bounds. With an upper bound
    alone it is shown, with the nearest year before, and good for nothing else.
    """
    if dateline.year is not None:
        day = day_in_year(dateline.year, dateline.month, dateline.day)
        return next(clue_of("dateline", str(day), "trusted", dateline.text), None) if day else None
    if upper is None:
        return None
    fitting = [day for day in days_up_to(dateline, upper) if lower is None or lower <= day]
    if lower is not None and len(fitting) == 1:
        return next(clue_of("dateline", str(fitting[0]), "trusted", dateline.text))
    return next(clue_of("dateline", f"{fitting[0]}?", "none", dateline.text)) if fitting else None
