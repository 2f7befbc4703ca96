"""The year of a dateline that has none, where a weekday of the text leaves only one.

`Sunday, August 13` is of 2017, 2006 or 2023: between the bounds of publication often of one alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from extractor.dates.candidates import LONGEST_BYLINE
from extractor.dates.datelines import Dateline, days_up_to
from extractor.dates.grammar import Parts, read
from extractor.dates.within_year import day_in_year, stated_year
from extractor.schema import LineEntry

_READ = frozenset({"headline", "dateline", "body", "caption"})


def confirmed_day(
    dateline: Dateline,
    text: str,
    lines: Sequence[LineEntry],
    *,
    lower: date | None,
    upper: date,
    code: str,
) -> date | None:
    """The day of a dateline in the one year that its bounds and all told weekdays leave.

    None where no line names a weekday with its date, or where they leave none or several years.
    """
    told = list(_with_weekday(text, lines, code))
    if not told:
        return None
    days = days_up_to(dateline, upper)
    fitting = [day for day in days if (lower is None or lower <= day) and _agrees(day, told)]
    return fitting[0] if len(fitting) == 1 else None


def _with_weekday(text: str, lines: Sequence[LineEntry], code: str) -> Iterator[Parts]:
    """The readings that name a weekday with day and month, and no year."""
    for start, end, label in lines:
        if label not in _READ:
            continue
        line = text[start : min(end, start + 10 * LONGEST_BYLINE)]
        for reading in read(line, code=code):
            parts = reading.parts
            if reading.rule.kind == "day" and parts.weekday and stated_year(parts) is None:
                yield parts


def _agrees(day: date, told: Sequence[Parts]) -> bool:
    return all(_weekday_near(day, parts) == parts.weekday for parts in told)


def _weekday_near(day: date, parts: Parts) -> int | None:
    """The weekday of such a day of the month, of the three around the dateline the nearest."""
    years = (day.year - 1, day.year, day.year + 1)
    days = [day_in_year(year, parts.month or 0, parts.day or 0) for year in years]
    near = min((each for each in days if each), key=lambda each: abs(each - day), default=None)
    return near.isoweekday() if near else None
