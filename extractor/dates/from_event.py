"""Date words that count from a day that the text has told: `the following day`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.dates import periods
from extractor.dates.grammar import Parts
from extractor.dates.periods import Period, add_days, unit_around
from extractor.dates.relative import HOURS, Rule, Seen, counted


def _offset(parts: Parts, known: date, plan: bool) -> Seen:
    backwards = parts.direction == "earlier" or parts.shift == -1
    return counted(parts, known, -1 if backwards else 1)


def _beside_known(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(unit_around(_unit_or_day(parts), known, parts.shift or 0))


def _same(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(unit_around(_unit_or_day(parts), known))


def _unit_or_day(parts: Parts) -> str:
    return "day" if parts.unit is None or parts.unit in HOURS else parts.unit


def _weekday_beside_known(parts: Parts, known: date, plan: bool) -> Seen:
    sign = parts.shift or 1
    distance = (sign * ((parts.weekday or 1) - known.isoweekday())) % 7 or 7
    day = add_days(known, sign * distance)
    return Seen(Period(day, day), exact=True)


def _year_before(parts: Parts, known: date, plan: bool) -> Seen:
    """The year-ago quarter: a year before the quarter that the text tells of."""
    if parts.unit == "quarter" and parts.ordinal is not None:
        return Seen(periods.months(known.year - 1, 3 * min(parts.ordinal, 4) - 2, 3))
    if parts.unit == "quarter":
        return Seen(unit_around("quarter", known, -4))
    return Seen(unit_around("year", known, -1), approximate=True)


def _told(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(unit_around(_unit_or_day(parts), known))


def _time_only(parts: Parts, known: date, plan: bool) -> Seen:
    return Seen(Period(known, known), exact=True)


FROM_EARLIER_EVENT: Mapping[str, Rule] = {
    "offset": _offset,
    "beside_known": _beside_known,
    "weekday_beside_known": _weekday_beside_known,
    "same": _same,
    "time_only": _time_only,
    "year_before": _year_before,
    "told": _told,
}
