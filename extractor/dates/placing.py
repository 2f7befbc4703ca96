"""From a reading of date words to days, before the words around it have their say.

What the words and the publication date leave open is raised as `UnresolvedError` or stays bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from extractor.dates.context import Context
from extractor.dates.from_event import FROM_EARLIER_EVENT
from extractor.dates.grammar import Reading
from extractor.dates.holidays import is_approximate
from extractor.dates.language import UndatedKind, listed
from extractor.dates.periods import Period
from extractor.dates.relative import FROM_PUBLICATION, HOURS, Seen
from extractor.dates.within_year import (
    CALENDAR_KINDS,
    OWN_SHIFT,
    first_to_come,
    in_year,
    nearest,
    period_stated,
    stated_year,
)
from extractor.dates.within_year import latest as latest_before
from extractor.edtf import UNBOUNDED, Bounds, Qualifier
from extractor.schema import Basis, PublicationDate

DAY_RELATIVE = frozenset(
    listed("deictic beside_deictic this_daypart weekday weekday_range now ago_vague")
)
"""Kinds that stay the bounds of publication where its day is not known."""

UNSURE_RULES = frozenset(listed("year_anywhere year_quoted"))
"""A bare number may count or name something: `Flight 2019`."""

LISTED_RULES = frozenset(listed("days_listed months_listed"))

UNDATED_KINDS = frozenset(get_args(UndatedKind))

LEAN_OF_PLAN = -90
LEAN_OF_PAST = 295
LEAN = 200
"""Days by which the latest such days may be farther than the next, of words without a year.

Who writes of a day ten months ago tells its year. Calibrated on the development half of TBAQ and
on MEANTIME; where the sentence tells of something over, more is asked than calibration would."""

YEARS_OF_WEEKDAY = 5
"""Years back in which a day with its weekday is looked for: it comes again after 5, 6 or 11."""

A_LEAP_YEAR = 2000

NO_SUCH_DAY = "no calendar has this date"
NO_PUBLICATION = "nothing is known of the publication date"
NO_YEAR = "no year stated, and no upper bound of publication to look for it from"
TELLS_NO_DAY = "a duration, a repetition or a mere reference tells no day"
NO_EARLIER_EVENT = "refers to an earlier event whose day is not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Days found for a reading, before the context has its say.

    `settled`: not mere bounds. `is_end`: the words name the end of a longer stretch. `is_range`:
    they name both ends of one.
    """

    bounds: Bounds
    basis: Basis
    qualifier: Qualifier = ""
    exact: bool = False
    settled: bool = True
    is_end: bool = False
    is_range: bool = False


class UnresolvedError(Exception):
    """Why a reading has no days."""


def place(
    reading: Reading,
    published: PublicationDate,
    context: Context,
    known: date | None,
    doubt: Qualifier = "",
) -> Placed:
    """The days of a reading; `known` is the day of the earlier event that it may count from.

    `doubt`: the qualifier of that day, which stays on what is counted from it.
    Raises UnresolvedError with the reason, and OverflowError beyond years 1 to 9999.
    """
    kind, parts = reading.rule.kind, reading.parts
    if kind == "ahead" and not context.plan:
        reading = reading._replace(rule=replace(reading.rule, kind="offset"))
        kind = "offset"
    if kind == "impossible":
        raise UnresolvedError(NO_SUCH_DAY)
    if kind in UNDATED_KINDS:
        raise UnresolvedError(TELLS_NO_DAY)
    if kind in FROM_EARLIER_EVENT:
        if known is None:
            raise UnresolvedError(NO_EARLIER_EVENT)
        seen = FROM_EARLIER_EVENT[kind](parts, known, context.plan)
        return _from_seen(seen, "context", exact=False, doubt=doubt)
    if kind in FROM_PUBLICATION:
        return _place_relative(reading, published, context)
    if kind in CALENDAR_KINDS and stated_year(parts) is None:
        if parts.shift is not None and kind not in OWN_SHIFT:
            return _place_relative(reading, published, context)
        return _place_without_year(reading, published, context)
    return _place_stated(reading)


def _place_stated(reading: Reading) -> Placed:
    parts = reading.parts
    period = period_stated(reading)
    if period is None:
        raise UnresolvedError(NO_SUCH_DAY)
    open_figures = reading.rule.name == "numeric_day" and period.first != period.last
    agrees = _weekday_agrees(reading, period)
    about = is_approximate(parts.holiday) or _counts_more_than_days(reading)
    return Placed(
        bounds=Bounds(*period),
        basis="stated",
        qualifier="~" if about else "" if agrees else "?",
        exact=not (open_figures or about or reading.rule.name in UNSURE_RULES)
        and not _skips(reading, period)
        and parts.part is None
        and agrees,
    )


def _counts_more_than_days(reading: Reading) -> bool:
    return reading.rule.kind == "beside_date" and reading.parts.unit not in ("day", None)


def _skips(reading: Reading, period: Period) -> bool:
    """`3 and 10 May` are two days, and not all those between."""
    parts = reading.parts
    if reading.rule.name not in LISTED_RULES:
        return False
    if parts.month2 is not None:
        return (parts.month2 - (parts.month or 0)) % 12 > 1
    return (period.last - period.first).days > 1


def _weekday_agrees(reading: Reading, period: Period) -> bool:
    weekday = reading.parts.weekday
    return weekday is None or period.first.isoweekday() == weekday


def _place_without_year(reading: Reading, published: PublicationDate, context: Context) -> Placed:
    """With the year that a trusted date gives: nearest past, or nearest future of a plan.

    Without a trusted date, the latest such day up to the upper bound, marked as uncertain; of a
    plan the first one to come, if both bounds give the same.
    """
    earliest, latest = published.bounds
    if in_year(reading.rule.kind, reading.parts, A_LEAP_YEAR) is None:
        raise UnresolvedError(NO_SUCH_DAY)
    if latest is None:
        raise UnresolvedError(NO_YEAR if published.bounds != UNBOUNDED else NO_PUBLICATION)
    if not published.trusted:
        period = _planned(reading, published) if context.plan else None
        period = period or (_on_weekday(reading, latest) if context.plan else None)
        period = period or latest_before(reading, latest)
        qualifier: Qualifier = "?"
    else:
        lean = LEAN_OF_PLAN if context.plan else LEAN_OF_PAST if context.past else LEAN
        period = nearest(reading, latest, lean=lean)
        seen_from = earliest or latest
        same = seen_from == latest or period == nearest(reading, seen_from, lean=lean)
        ahead = period is not None and period.first > seen_from and not context.plan
        qualifier = "?" if ahead or not same or _doubt_of(published) else ""
    if period is None:
        raise UnresolvedError(NO_SUCH_DAY)
    agrees = _weekday_agrees(reading, period)
    qualifier = qualifier if agrees else "?"
    if is_approximate(reading.parts.holiday):
        qualifier = "%" if qualifier else "~"
    names_weekday = reading.rule.kind != "weekday_of_month" and reading.parts.weekday is not None
    confirmed = names_weekday and agrees and not qualifier
    return Placed(
        bounds=Bounds(*period),
        basis="year_inferred",
        qualifier=qualifier,
        exact=confirmed and published.day is not None,
    )


def likely_in_year(reading: Reading, today: date) -> Period | None:
    """The likelier days of words without a year, where the sentence does not tell of a plan."""
    return nearest(reading, today, lean=LEAN)


def _planned(reading: Reading, published: PublicationDate) -> Period | None:
    """The first such days to come, if they are the same from both bounds of publication."""
    earliest, latest = published.bounds
    if earliest is None or latest is None:
        return None
    first = first_to_come(reading, earliest)
    return first if first == first_to_come(reading, latest) else None


def _on_weekday(reading: Reading, latest: date) -> Period | None:
    """Of a plan with a weekday, the year that has it: the last up to the one after the bound."""
    if reading.parts.weekday is None:
        return None
    for year in range(min(latest.year + 1, date.max.year), latest.year - YEARS_OF_WEEKDAY, -1):
        period = in_year(reading.rule.kind, reading.parts, year)
        if period is not None and _weekday_agrees(reading, period):
            return period
    return None


def _doubt_of(published: PublicationDate) -> Qualifier:
    """The qualifier of a publication date; of two the stronger."""
    edtf = published.edtf or ""
    uncertain, approximate = "?" in edtf or "%" in edtf, "~" in edtf or "%" in edtf
    if uncertain:
        return "%" if approximate else "?"
    return "~" if approximate else ""


def _seen(reading: Reading, today: date, plan: bool) -> Seen:
    kind, parts = reading.rule.kind, reading.parts
    if kind in FROM_PUBLICATION:
        return FROM_PUBLICATION[kind](parts, today, plan)
    period = in_year(kind, parts, today.year + (parts.shift or 0))
    if period is None:
        raise UnresolvedError(NO_SUCH_DAY)
    return Seen(period, exact=kind == "day")


def _place_relative(reading: Reading, published: PublicationDate, context: Context) -> Placed:
    """Seen from the day of publication; else all that is possible between its bounds."""
    if published.day is not None:
        seen = _seen(reading, published.day, _looks_ahead(reading, context))
        told = context.sure or not _takes_direction(reading)
        return _from_seen(seen, "relative", exact=seen.exact and told)
    earliest, latest = published.bounds
    if earliest is None and latest is None:
        raise UnresolvedError(NO_PUBLICATION)
    plan = _looks_ahead(reading, context)
    from_first = _seen(reading, earliest, plan) if earliest else None
    from_last = _seen(reading, latest, plan) if latest else None
    if from_first and from_last and from_first.period == from_last.period:
        open_choice = from_first != from_last  # said on a Friday, Friday may be the one after
        guessed = open_choice or (_is_day_relative(reading) and not published.trusted)
        doubt: Qualifier = "?" if guessed else _doubt_of(published)
        return _from_seen(from_first, "relative", exact=False, doubt=doubt)
    first = from_first.period.first if from_first and not from_first.open_start else None
    last = from_last.period.last if from_last else None
    if last and latest and not context.plan:
        last = latest if _is_day_relative(reading) else min(last, latest)
    return Placed(bounds=Bounds(first, last), basis="relative", settled=False)


def _takes_direction(reading: Reading) -> bool:
    """Whether only the verb tells if the days are past or to come: `Friday`, not `last Friday`."""
    kind, shift = reading.rule.kind, reading.parts.shift
    return kind in ("weekday", "weekday_range") and shift in (None, 0)


def _looks_ahead(reading: Reading, context: Context) -> bool:
    """Whether the days are looked for ahead: of a plan, or `this Friday` where no verb tells."""
    this = reading.rule.kind == "weekday" and reading.parts.shift == 0
    return context.plan or (this and not context.past)


def _is_day_relative(reading: Reading) -> bool:
    kind, parts = reading.rule.kind, reading.parts
    return kind in DAY_RELATIVE or (kind == "ago" and (parts.unit == "day" or parts.unit in HOURS))


def _from_seen(seen: Seen, basis: Basis, *, exact: bool, doubt: Qualifier = "") -> Placed:
    qualifier: Qualifier = doubt
    if seen.approximate:
        qualifier = "%" if doubt in ("?", "%") else "~"
    first = None if seen.open_start else seen.period.first
    return Placed(
        bounds=Bounds(first, seen.period.last),
        basis=basis,
        qualifier=qualifier,
        exact=exact,
    )
