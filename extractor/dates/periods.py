"""Calendar arithmetic on stretches of days. What lies outside years 1 to 9999 is OverflowError."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from extractor.edtf import Bounds, Edtf, EdtfDate, EdtfInterval, Qualifier, from_bounds

FIRST_MONTH_OF_SEASON = (3, 6, 9, 12)
"""Spring to winter, meteorological, northern; a winter is named by the year it begins in."""


class Period(NamedTuple):
    """First and last day, both inclusive."""

    first: date
    last: date


def add_days(day: date, count: int) -> date:
    """`count` days later, or earlier where negative."""
    return day + timedelta(days=count)


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Period:
    """A month; numbers beyond 1 to 12 run into the years beside: month 0 is December."""
    year, index = divmod(year * 12 + number - 1, 12)
    check_year(year)
    number = index + 1
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Period:
    """`count` whole months, from the month `first`."""
    return Period(month(year, first).first, month(year, first + count - 1).last)


def years(first: int, last: int) -> Period:
    """Whole years, from the first to the last."""
    check_year(first)
    check_year(last)
    return Period(date(first, 1, 1), date(last, 12, 31))


def check_year(year: int) -> None:
    """Raises OverflowError for a year that the calendar does not have."""
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside of 1 to 9999")


def week_of(day: date) -> Period:
    """Monday to Sunday."""
    monday = add_days(day, 1 - day.isoweekday())
    return Period(monday, add_days(monday, 6))


def season(year: int, number: int) -> Period:
    """Season 1 (spring) to 4 (winter) that begins in the year."""
    return months(year, FIRST_MONTH_OF_SEASON[number - 1], 3)


def unit_around(unit: str, day: date, shift: int = 0) -> Period:
    """The day, week, weekend, month, quarter, year, decade or century around a day, or one beside.

    A weekend is the Saturday and Sunday that end the week.
    """
    if unit == "week":
        return week_of(add_days(day, 7 * shift))
    if unit == "weekend":
        return Period(*(add_days(week_of(day).last, 7 * shift + n) for n in (-1, 0)))
    if unit == "month":
        return month(day.year, day.month + shift)
    if unit == "quarter":
        return months(day.year, 3 * ((day.month - 1) // 3 + shift) + 1, 3)
    length = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if length is None:
        return Period(add_days(day, shift), add_days(day, shift))
    start = day.year // length * length + shift * length
    return years(max(start, 1) if shift == 0 else start, start + length - 1)


def part_of_month(year: int, number: int, part: str) -> Period:
    """Early: 1st to 10th; mid: 11th to 20th; late and end: 21st to the last day."""
    whole = month(year, number)
    if part == "early":
        return Period(whole.first, whole.first.replace(day=10))
    if part == "mid":
        return Period(whole.first.replace(day=11), whole.first.replace(day=20))
    return Period(whole.first.replace(day=21), whole.last)


def part_of_years(whole: Period, part: str) -> Period:
    """A third of a year or of a decade: January to April, the first three years and four months."""
    count = (whole.last.year - whole.first.year + 1) * 4
    third = {"early": 0, "mid": 1}.get(part, 2)
    return months(whole.first.year, 1 + third * count, count)


def part_of_week(whole: Period, part: str) -> Period:
    """Early: Monday to Wednesday; mid: Tuesday to Thursday; late and end: Thursday to Sunday."""
    first, last = {"early": (0, 2), "mid": (1, 3)}.get(part, (3, 6))
    return Period(add_days(whole.first, first), add_days(whole.first, last))


def to_edtf(bounds: Bounds, qualifier: Qualifier = "") -> Edtf | None:
    """The shortest form that covers exactly these days: `2024-04/2024-06`, not by its days."""
    plain = from_bounds(bounds, qualifier)
    first, last = bounds
    if isinstance(plain, EdtfDate) or first is None or last is None:
        return plain
    whole_years = EdtfInterval(
        EdtfDate(first.year, None, None, qualifier), EdtfDate(last.year, None, None, qualifier)
    )
    whole_months = EdtfInterval(
        EdtfDate(first.year, first.month, None, qualifier),
        EdtfDate(last.year, last.month, None, qualifier),
    )
    return next((e for e in (whole_years, whole_months) if e.bounds == bounds), plain)
