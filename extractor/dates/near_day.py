"""Days told by a date that they lie beside or in: `the last Friday of September`.

`The week of 18 November`, `two days after 3 November` as well. Knows no words of any language.
"""

from __future__ import annotations

from datetime import date

from extractor.dates import periods
from extractor.dates.grammar import Parts
from extractor.dates.holidays import holiday
from extractor.dates.periods import Period, add_days, unit_around
from extractor.dates.relative import counted

_WEEK = 7


def weekday_of_month(parts: Parts, year: int) -> Period | None:
    """The first Monday, the last Friday of a month; None for a fifth that the month lacks."""
    whole = periods.month(year, parts.month or 1)
    weekday = parts.weekday or 1
    if parts.shift is not None and parts.shift < 0:
        day = add_days(whole.last, -((whole.last.isoweekday() - weekday) % _WEEK))
    else:
        first = add_days(whole.first, (weekday - whole.first.isoweekday()) % _WEEK)
        day = add_days(first, _WEEK * ((parts.ordinal or 1) - 1))
    return Period(day, day) if whole.first <= day <= whole.last else None


def unit_of_month(parts: Parts, year: int) -> Period | None:
    """The first or last day, week or weekend of a month; weeks are counted from its own ends."""
    whole = periods.month(year, parts.month or 1)
    from_end = parts.shift is not None and parts.shift < 0
    number = parts.ordinal or 1
    if parts.unit == "weekend":
        saturday = weekday_of_month(parts._replace(weekday=6), year)
        return Period(saturday.first, add_days(saturday.first, 1)) if saturday else None
    length = _WEEK if parts.unit == "week" else 1
    if from_end:
        return Period(add_days(whole.last, 1 - length), whole.last)
    first = add_days(whole.first, length * (number - 1))
    return (
        Period(first, min(add_days(first, length - 1), whole.last)) if first <= whole.last else None
    )


def week_around(parts: Parts, year: int) -> Period | None:
    """The week or the weekend that a day lies in."""
    day = _stated_day(parts, year)
    return None if day is None else unit_around(parts.unit or "week", day)


def beside_date(parts: Parts, year: int) -> Period | None:
    """So many days, weeks, months before or after a day; of longer units the whole one."""
    day = _stated_day(parts, year)
    if day is None:
        return None
    counting = parts._replace(amount=1 if parts.amount is None else parts.amount)
    backwards = parts.direction == "earlier" or (parts.shift or 0) < 0
    return counted(counting, day, -1 if backwards else 1).period


def _stated_day(parts: Parts, year: int) -> date | None:
    if parts.holiday is not None:
        days = holiday(parts.holiday, year)
        return days.first if days else None
    try:
        return date(year, parts.month or 0, parts.day or 0)
    except ValueError:
        return None
