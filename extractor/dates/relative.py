"""Date words that count from the day of publication."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from extractor.dates import periods
from extractor.dates.grammar import Parts
from extractor.dates.holidays import holiday, is_approximate
from extractor.dates.periods import Period, add_days, unit_around

DAYS_OF_DEICTIC = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
    "last_night": (-1, -1),
    "this_morning": (0, 0),
    "this_afternoon": (0, 0),
    "this_evening": (0, 0),
    "before_yesterday": (-2, -2),
    "after_tomorrow": (2, 2),
    "three_days_ago": (-3, -3),
    "in_three_days": (3, 3),
}
"""First and last day of words that are one word in some language, in days from today."""

MONTHS_TO_SUCH_A_DAY = 60
"""Months within which nearly every pair of a weekday and a day of the month is found."""

HOURS = frozenset({"hour", "minute", "second"})
"""Units smaller than a day."""
DAYS_OF_UNIT = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
MONTHS_OF_UNIT = {
    "month": 1,
    "quarter": 3,
    "season": 3,
    "year": 12,
    "decade": 120,
    "century": 1_200,
    "millennium": 12_000,
}
MULTIPLES = {
    "fortnight": (2, "week"),
    "decade": (10, "year"),
    "century": (100, "year"),
    "millennium": (1_000, "year"),
}
"""Units that are counted as so many of another."""
DAYPART_OF_DEICTIC = {
    "tonight": "night",
    "overnight": "night",
    "last_night": "night",
    "this_morning": "morning",
    "this_afternoon": "afternoon",
    "this_evening": "evening",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What relative words mean, seen from one day.

    `exact`: every reader takes them for these days. `approximate`: they mean more or less these.
    """

    period: Period
    exact: bool = False
    approximate: bool = False
    open_start: bool = False


Rule = Callable[[Parts, date, bool], Seen]
"""From the parts, the day counted from, and whether the sentence is a plan."""


def _day(day: date, *, exact: bool = True) -> Seen:
    return Seen(Period(day, day), exact=exact)


def _deictic(parts: Parts, today: date, plan: bool) -> Seen:
    first, last = DAYS_OF_DEICTIC[parts.deictic or "today"]
    return Seen(Period(add_days(today, first), add_days(today, last)), exact=True)


def _beside_deictic(parts: Parts, today: date, plan: bool) -> Seen:
    """The day before yesterday, the day after tomorrow."""
    offset = DAYS_OF_DEICTIC[parts.deictic or "today"][0]
    return _day(add_days(today, offset + (parts.shift or 0)))


def _this_daypart(parts: Parts, today: date, plan: bool) -> Seen:
    """`this morning` is of the day of publication; `last night`, as usual in news, of the eve."""
    return _day(add_days(today, parts.shift or 0))


def _weekday(parts: Parts, today: date, plan: bool) -> Seen:
    """On Friday: the latest up to today, or the first from today where planned.

    `last Friday` and `next Friday` are never today. What `next Friday` means is disputed where
    this week still has one, so it is not exact.
    """
    weekday = parts.weekday or 1
    back = (today.isoweekday() - weekday) % 7
    ahead = -back % 7
    if parts.shift == -1:
        return _day(add_days(today, -(back or 7)))
    if parts.shift in (-2, 2):  # `the Friday before last`: a week beyond the nearest
        beyond = -(back or 7) - 7 if parts.shift < 0 else (ahead or 7) + 7
        return _day(add_days(today, beyond), exact=False)
    if parts.shift == 1:
        return _day(add_days(today, ahead or 7), exact=False)
    return _day(add_days(today, ahead if plan else -back), exact=not (plan and ahead == 0))


def _weekday_range(parts: Parts, today: date, plan: bool) -> Seen:
    start, end = parts.weekday or 1, parts.weekday2 or 1
    length = (end - start) % 7
    if plan:
        first = add_days(today, (start - today.isoweekday()) % 7)
    else:
        first = add_days(today, -((today.isoweekday() - end) % 7) - length)
    return Seen(Period(first, add_days(first, length)), exact=True)


def _weekday_of_week(parts: Parts, today: date, plan: bool) -> Seen:
    week = unit_around("week", today, parts.shift or 0)
    return _day(add_days(week.first, (parts.weekday or 1) - 1))


def _unit(parts: Parts, today: date, plan: bool) -> Seen:
    """This week, last month, next year: whole; a part of one, up to today where it is past.

    The whole stays whole, also where it is not over: `this week` names the week.
    """
    unit = parts.unit or "day"
    whole = unit_around(unit, today, parts.shift or 0)
    if unit == "weekend" and parts.shift == -1 and unit_around(unit, today).last < today:
        whole = unit_around(unit, today)
    if parts.part is None:
        return Seen(whole, exact=unit != "weekend")
    return Seen(_part(parts.part, unit, whole, today, plan))


def _part(part: str, unit: str, whole: Period, today: date, plan: bool) -> Period:
    if part == "earlier":
        return Period(whole.first, max(whole.first, min(add_days(today, -1), whole.last)))
    if part == "later":
        return Period(min(whole.last, max(add_days(today, 1), whole.first)), whole.last)
    period = _third(part, unit, whole)
    if plan or period.last <= today or part == "end":
        return period
    return Period(period.first, today) if period.first <= today else period


def _third(part: str, unit: str, whole: Period) -> Period:
    if unit in ("week", "weekend", "day"):
        return periods.part_of_week(whole, part) if unit == "week" else whole
    if unit == "month":
        return periods.part_of_month(whole.first.year, whole.first.month, part)
    if unit == "quarter":
        number = {"early": 0, "mid": 1}.get(part, 2)
        return periods.month(whole.first.year, whole.first.month + number)
    return periods.part_of_years(whole, part)


def _part_in_unit(parts: Parts, today: date, plan: bool) -> Seen:
    return Seen(_unit(parts, today, plan).period)


def _weekend(parts: Parts, today: date, plan: bool) -> Seen:
    """The weekend: the latest that has begun, or the coming one where planned."""
    current = unit_around("weekend", today)
    if plan or current.first <= today:
        return Seen(current)
    return Seen(unit_around("weekend", today, -1))


def _shifted_month(parts: Parts, today: date, plan: bool) -> Seen:
    """Last November: the latest that is over; next: the first to come; this: of this year."""
    return Seen(_shifted(parts.shift, today, lambda year: periods.month(year, parts.month or 1)))


def _shifted_season(parts: Parts, today: date, plan: bool) -> Seen:
    if parts.shift == 0 and parts.season == 4 and today.month < 3:
        return Seen(periods.season(today.year - 1, 4))
    return Seen(_shifted(parts.shift, today, lambda year: periods.season(year, parts.season or 1)))


def _shifted_holiday(parts: Parts, today: date, plan: bool) -> Seen:
    def of_year(year: int) -> Period:
        return holiday(parts.holiday or "", year) or periods.years(year, year)

    approximate = is_approximate(parts.holiday)
    return Seen(_shifted(parts.shift, today, of_year), approximate=approximate)


def _shifted_day(parts: Parts, today: date, plan: bool) -> Seen:
    """Last 23 October: the latest that is over; OverflowError for a day that the year lacks."""

    def of_year(year: int) -> Period:
        try:
            day = date(year, parts.month or 0, parts.day or 0)
        except ValueError as error:
            raise OverflowError(str(error)) from None
        return Period(day, day)

    return Seen(_shifted(parts.shift, today, of_year), exact=parts.shift != 1)


def _year_end(parts: Parts, today: date, plan: bool) -> Seen:
    """By year-end: the last day of this year, about; of the year before where it is just over."""
    over = not plan and today.month < 3
    end = periods.years(today.year - over, today.year - over).last
    return Seen(Period(end, end), approximate=True)


def _shifted(shift: int | None, today: date, of_year: Callable[[int], Period]) -> Period:
    this = of_year(today.year)
    if shift == -1:
        over = this if this.last < today else of_year(today.year - 1)
        return over if over.last < today else of_year(today.year - 2)
    if shift == -2:
        return of_year(today.year - (1 if this.last < today else 2))
    if shift == 1:
        return this if this.first > today else of_year(today.year + 1)
    return this


def _ago(parts: Parts, today: date, plan: bool) -> Seen:
    return counted(parts, today, -1)


def _from_now(parts: Parts, today: date, plan: bool) -> Seen:
    return counted(parts, today, 1)


def counted(parts: Parts, day: date, sign: int) -> Seen:
    """Days are counted; of longer units, the week, month or year that far away, approximately."""
    unit, count = parts.unit or "day", sign * (parts.amount or 0)
    if unit == "hour" and abs(count) >= 24:
        near, far = count // 24, -(-count // 24)  # `36 hours ago`: one day ago or two
        return Seen(Period(add_days(day, near), add_days(day, far)))
    if unit in HOURS:
        return _day(day, exact=False)
    if unit == "day":
        approximate = parts.approx is not None
        there = add_days(day, count)
        return Seen(Period(there, there), exact=not approximate, approximate=approximate)
    if unit in MULTIPLES:
        factor, unit = MULTIPLES[unit]
        count *= factor
    return Seen(unit_around(unit, day, count), approximate=True)


def _ago_vague(parts: Parts, today: date, plan: bool) -> Seen:
    """Several days ago: some day up to today."""
    return Seen(Period(today, today), open_start=True)


def _span(parts: Parts, today: date, plan: bool) -> Seen:
    """The last two weeks: from that far back up to today; the next two weeks: the same ahead."""
    count, sign = parts.amount or 1, parts.shift or -1
    unit = parts.unit or "day"
    if unit in DAYS_OF_UNIT:
        far = add_days(today, sign * DAYS_OF_UNIT[unit] * count)
    elif unit in HOURS:
        far = add_days(today, sign * (1 if unit == "hour" else 0))
    else:
        length = MONTHS_OF_UNIT[unit]
        whole = periods.month(today.year, today.month + sign * length * count)
        far = whole.first.replace(day=min(today.day, whole.last.day))
    return Seen(Period(min(far, today), max(far, today)), approximate=True)


def _day_in_month(parts: Parts, today: date, plan: bool) -> Seen:
    """On the 5th: of this month or one beside it where the words say so, else the nearest."""
    day = parts.day or parts.ordinal or 1
    if parts.shift is not None:
        return _day(_day_of(today, parts.shift, day))
    step = (1 if day < today.day else 0) if plan else (-1 if day > today.day else 0)
    first = _day_of(today, step, day)
    if parts.day2 is None:
        return _day(first, exact=False)
    return Seen(Period(first, _day_of(first, 1 if parts.day2 < day else 0, parts.day2)))


def _weekday_and_day(parts: Parts, today: date, plan: bool) -> Seen:
    """Friday the 13th: the latest such day, or the first to come where planned."""
    for step in range(MONTHS_TO_SUCH_A_DAY):
        whole = periods.month(today.year, today.month + (step if plan else -step))
        if (parts.day or 1) <= whole.last.day:
            day = whole.first.replace(day=parts.day or 1)
            fits = day.isoweekday() == parts.weekday
            if fits and (day >= today if plan else day <= today):
                return _day(day, exact=False)
    raise OverflowError("no such day within the years looked at")


def _day_of(today: date, step: int, day: int) -> date:
    """A day of the month `step` months on; OverflowError where that month is too short."""
    whole = periods.month(today.year, today.month + step)
    if day > whole.last.day:
        raise OverflowError(f"no day {day} in that month")
    return whole.first.replace(day=day)


def _now(parts: Parts, today: date, plan: bool) -> Seen:
    return _day(today, exact=False)


FROM_PUBLICATION: Mapping[str, Rule] = {
    "deictic": _deictic,
    "beside_deictic": _beside_deictic,
    "this_daypart": _this_daypart,
    "weekday": _weekday,
    "weekday_range": _weekday_range,
    "weekday_of_week": _weekday_of_week,
    "unit": _unit,
    "part_in_unit": _part_in_unit,
    "weekend": _weekend,
    "shifted_month": _shifted_month,
    "shifted_season": _shifted_season,
    "shifted_holiday": _shifted_holiday,
    "shifted_day": _shifted_day,
    "year_end": _year_end,
    "ago": _ago,
    "ago_vague": _ago_vague,
    "from_now": _from_now,
    "span": _span,
    "now": _now,
    "ahead": _from_now,
    "day_in_month": _day_in_month,
    "weekday_and_day": _weekday_and_day,
}
