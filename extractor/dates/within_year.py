"""Date words that a year completes (`27 November`, `the third quarter`), and which year that is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from extractor.dates import periods
from extractor.dates.grammar import Parts, Reading
from extractor.dates.holidays import holiday
from extractor.dates.language import listed
from extractor.dates.near_day import beside_date, unit_of_month, week_around, weekday_of_month
from extractor.dates.periods import Period
from extractor.dates.tokens import FIRST_SHORT_YEAR

YEARS_TO_NEXT_LEAP_DAY = 8
"""1896 to 1904: the longest way from one 29 February to the next."""

CALENDAR_KINDS = frozenset(
    listed(
        "day day_range month month_range part_of_month half_of_month quarter half season holiday "
        "weekday_of_month week_of_day beside_date unit_of_month"
    )
)
NEAR_DAY: Mapping[str, Callable[[Parts, int], Period | None]] = {
    "weekday_of_month": weekday_of_month,
    "week_of_day": week_around,
    "beside_date": beside_date,
    "unit_of_month": unit_of_month,
}
OWN_SHIFT = frozenset({"weekday_of_month", "beside_date", "unit_of_month"})
"""Kinds whose `last`, `before` and `after` do not count from the day of publication."""
STATED_KINDS = frozenset(listed("year year_range part_of_year decade century numeric week_of_year"))


def stated_year(parts: Parts) -> int | None:
    """The year that the words give for the start of what they mean."""
    if parts.year is not None:
        return parts.year
    if parts.year2 is None:
        return None
    return parts.year2 - 1 if _runs_over_new_year(parts) else parts.year2


def in_year(kind: str, parts: Parts, year: int) -> Period | None:
    """The days that the words mean if they start in `year`; None where it has no such day.

    Raises OverflowError outside years 1 to 9999.
    """
    periods.check_year(year)
    if kind in ("day", "day_range"):
        return _days(parts, year)
    if kind in NEAR_DAY:
        return NEAR_DAY[kind](parts, year)
    last = {"half": 2, "quarter": 4}.get(kind, 1) if parts.shift == -1 else 1
    ordinal = parts.ordinal or last
    number = parts.month or 1
    if kind == "month":
        return periods.month(year, number)
    if kind == "month_range":
        return _months(parts, year)
    if kind == "part_of_month":
        return periods.part_of_month(year, number, parts.part or "")
    if kind == "half_of_month":
        whole = periods.month(year, number)
        first_half = Period(whole.first, whole.first.replace(day=15))
        return first_half if ordinal == 1 else Period(whole.first.replace(day=16), whole.last)
    if kind == "holiday":
        return holiday(parts.holiday or "", year)
    if kind == "season":
        return periods.season(year, parts.season or 1)
    length = 3 if kind == "quarter" else 6
    return (
        periods.months(year, 1 + length * (ordinal - 1), length) if ordinal * length < 13 else None
    )


def _days(parts: Parts, year: int) -> Period | None:
    day = parts.day if parts.day is not None else parts.ordinal
    try:
        first = date(year, parts.month or 0, day or 0)
        if parts.day2 is None:
            return Period(first, first)
        end_year = parts.year2 or year + (1 if _runs_over_new_year(parts) else 0)
        last = date(end_year, parts.month2 or first.month, parts.day2)
    except ValueError:
        return None
    return Period(first, last) if first <= last else None


def _months(parts: Parts, year: int) -> Period | None:
    end_year = parts.year2 or year + (1 if _runs_over_new_year(parts) else 0)
    first = periods.month(year, parts.month or 1).first
    last = periods.month(end_year, parts.month2 or 1).last
    return Period(first, last) if first <= last else None


def _runs_over_new_year(parts: Parts) -> bool:
    """`28 December to 3 January`: the end is in the year after the start."""
    start = (parts.month or 0, parts.day or 0)
    return parts.month2 is not None and (parts.month2, parts.day2 or 0) < start


def nearest(reading: Reading, today: date, *, lean: int) -> Period | None:
    """The days meant by words without a year, seen from `today`; None where no year has them.

    The latest that have begun, unless the first to come are nearer by more than `lean` days. A
    weekday decides between the two.
    """
    past = next((p for p in _each_year(reading, today.year, -1) if p.first <= today), None)
    future = next((p for p in _each_year(reading, today.year, 1) if p.first > today), None)
    if past is None or future is None:
        return past or future
    back, ahead = max((today - past.last).days, 0), (future.first - today).days
    return _fitting(reading, [past, future] if back <= ahead + lean else [future, past])


def latest(reading: Reading, today: date) -> Period | None:
    """The latest such days that have begun; of those with a weekday, the latest that fit it."""
    begun = (p for p in _each_year(reading, today.year, -1) if p.first <= today)
    if reading.parts.weekday is None:
        return next(begun, None)
    return _fitting(reading, list(begun))


def first_to_come(reading: Reading, today: date) -> Period | None:
    """The first such days that are not yet over."""
    return next((p for p in _each_year(reading, today.year, 1) if p.last >= today), None)


def _fitting(reading: Reading, candidates: list[Period]) -> Period | None:
    weekday = reading.parts.weekday
    if weekday is not None:
        fitting = [p for p in candidates if p.first.isoweekday() == weekday]
        candidates = fitting or candidates
    return candidates[0] if candidates else None


def _each_year(reading: Reading, year: int, step: int) -> Iterator[Period]:
    for number in range(YEARS_TO_NEXT_LEAP_DAY + 1):
        try:
            period = in_year(reading.rule.kind, reading.parts, year + step * number)
        except OverflowError:
            break
        if period is not None:
            yield period


_NUMBERS = re.compile(r"[0-9]+")
_MONTHS = frozenset(f"{number:02d}" for number in range(1, 13))


def numeric(text: str) -> Period | None:
    """A date in figures: `2024-11-27`, `2024-11`, `27/11/2024`; None where no calendar has it.

    Where day and month cannot be told apart, the days from one reading to the other.
    """
    numbers = [int(number) for number in _NUMBERS.findall(text)[:3]]
    if "W" in text:
        return _iso_week(*numbers)
    if len(numbers) == 2 and is_span_of_years(text):
        return _short_years(*numbers)
    if text[:4].isdigit():
        if len(numbers) == 2:
            return periods.month(*numbers) if numbers[0] and 1 <= numbers[1] <= 12 else None
        readings = [day_in_year(*numbers)]
    else:
        first, second, year = numbers
        if year < 100:
            year += 1900 if year >= FIRST_SHORT_YEAR else 2000
        readings = [day_in_year(year, second, first), day_in_year(year, first, second)]
    days = [day for day in readings if day is not None]
    return Period(min(days), max(days)) if days else None


def is_span_of_years(figures: str) -> bool:
    """Whether figures are years in short (`1995-97`, `2018/19`) and no month (`2024-11`)."""
    return len(figures) == 7 and (figures[4] in "/–" or figures[5:] not in _MONTHS)


def _short_years(first: int, last: int) -> Period | None:
    """`1999-02` is no such span; `1999/00` is."""
    last += first // 100 * 100
    if last % 100 == 0:
        last += 100
    return periods.years(first, last) if first < last else None


def _iso_week(year: int, week: int, weekday: int | None = None) -> Period | None:
    try:
        first = date.fromisocalendar(year, week, weekday or 1)
    except ValueError:
        return None
    return Period(first, first) if weekday else periods.week_of(first)


def day_in_year(year: int, number: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, number, day)
    except ValueError:
        return None


def always(kind: str, parts: Parts) -> Period | None:
    """The days of words that need nothing but themselves: a year, a decade, figures."""
    if kind == "numeric":
        return numeric(parts.numeric or "")
    if kind == "week_of_year":
        return _iso_week(parts.year or 1, parts.amount or 0)
    if kind == "century":
        start = 100 * ((parts.ordinal or 1) - 1) + 1  # the 20th century is 1901 to 2000
        whole = periods.years(start, start + 99)
        return periods.part_of_years(whole, parts.part) if parts.part else whole
    if kind == "decade":
        start = parts.decade or 1
        whole = periods.years(start, start + 9)
        return periods.part_of_years(whole, parts.part) if parts.part else whole
    year = (parts.year or 1) + (parts.tens or 0) + (parts.amount or 0)  # `nineteen ninety-four`
    whole = periods.years(year, parts.year2 or year)
    if kind == "part_of_year":
        return periods.part_of_years(whole, parts.part or "")
    return whole if whole.first <= whole.last else None


def period_stated(reading: Reading) -> Period | None:
    """The days of words that give their year; None for others, and where no calendar has them."""
    kind, parts = reading.rule.kind, reading.parts
    year = stated_year(parts)
    try:
        if kind in CALENDAR_KINDS and year is not None:
            return in_year(kind, parts, year)
        return always(kind, parts) if kind in STATED_KINDS else None
    except OverflowError:
        return None
