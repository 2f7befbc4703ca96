"""Date words that count from a day: from the publication, or from an earlier event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from extractor.dates import periods
from extractor.dates.grammar import Parts
from extractor.dates.periods import Period, add_days, unit_around

DAYS_OF_DEICTIC = {
    "today": (0, 0),
    "tonight": (0, 0),
    "yesterday": (-1, -1),
    "tomorrow": (1, 1),
    "overnight": (-1, 0),
}
DAYPART_OF_DEICTIC = {"tonight": "night", "overnight": "night"}


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


def _shifted(shift: int | None, today: date, of_year: Callable[[int], Period]) -> Period:
    this = of_year(today.year)
    if shift == -1:
        over = this if this.last < today else of_year(today.year - 1)
        return over if over.last < today else of_year(today.year - 2)
    if shift == 1:
        return this if this.first > today else of_year(today.year + 1)
    return this


def _ago(parts: Parts, today: date, plan: bool) -> Seen:
    return _counted(parts, today, -1)


def _from_now(parts: Parts, today: date, plan: bool) -> Seen:
    return _counted(parts, today, 1)


def _counted(parts: Parts, day: date, sign: int) -> Seen:
    """Days are counted; of longer units, the week, month or year that far away, approximately."""
    unit, count = parts.unit or "day", sign * (parts.amount or 0)
    if unit in ("hour", "minute"):
        return _day(day, exact=False)
    if unit == "day":
        approximate = parts.approx is not None
        there = add_days(day, count)
        return Seen(Period(there, there), exact=not approximate, approximate=approximate)
    if unit in ("decade", "century"):
        count *= 10 if unit == "decade" else 100
        unit = "year"
    return Seen(unit_around(unit, day, count), approximate=True)


def _ago_vague(parts: Parts, today: date, plan: bool) -> Seen:
    """Several days ago: some day up to today."""
    return Seen(Period(today, today), open_start=True)


def _span(parts: Parts, today: date, plan: bool) -> Seen:
    """The last two weeks: from that far back up to today; the next two weeks: the same ahead."""
    count, sign = parts.amount or 1, parts.shift or -1
    days = {"day": 1, "week": 7}.get(parts.unit or "")
    if days is not None:
        far = add_days(today, sign * days * count)
    elif parts.unit in ("hour", "minute"):
        far = add_days(today, sign * (1 if parts.unit == "hour" else 0))
    else:
        length = {"month": 1, "year": 12, "decade": 120, "century": 1200}[parts.unit or "month"]
        whole = periods.month(today.year, today.month + sign * length * count)
        far = whole.first.replace(day=min(today.day, whole.last.day))
    return Seen(Period(min(far, today), max(far, today)), approximate=True)


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
    "ago": _ago,
    "ago_vague": _ago_vague,
    "from_now": _from_now,
    "span": _span,
    "now": _now,
}


def _offset(parts: Parts, known: date, plan: bool) -> Seen:
    backwards = parts.direction == "earlier" or parts.shift == -1
    return _counted(parts, known, -1 if backwards else 1)


def _beside_known(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(unit_around(_unit_or_day(parts), known, parts.shift or 0))


def _same(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(unit_around(_unit_or_day(parts), known))


def _unit_or_day(parts: Parts) -> str:
    return "day" if parts.unit in (None, "hour", "minute") else parts.unit or "day"


def _weekday_beside_known(parts: Parts, known: date, plan: bool) -> Seen:
    sign = parts.shift or 1
    distance = (sign * ((parts.weekday or 1) - known.isoweekday())) % 7 or 7
    return _day(add_days(known, sign * distance))


def _time_only(parts: Parts, known: date, plan: bool) -> Seen:
    return _day(known)


FROM_EARLIER_EVENT: Mapping[str, Rule] = {
    "offset": _offset,
    "beside_known": _beside_known,
    "weekday_beside_known": _weekday_beside_known,
    "same": _same,
    "time_only": _time_only,
}
