"""The days that a TIMEX3 value is written for: the likeliest, where the days themselves stay open.

TIMEX3 has no way to leave a value open but `XXXX`, so a choice is made where readers make one.
"""

from __future__ import annotations

from extractor.dates.context import Context
from extractor.dates.from_event import FROM_EARLIER_EVENT
from extractor.dates.grammar import Reading
from extractor.dates.memory import Memory
from extractor.dates.periods import Period, unit_around
from extractor.dates.placing import Placed, likely_in_year
from extractor.dates.resolve import place_or_tell
from extractor.dates.timex3 import Grain, grain_of
from extractor.schema import PublicationDate


def likely_period(
    reading: Reading,
    placed: Placed | str,
    published: PublicationDate,
    context: Context,
    memory: Memory,
) -> Period | None:
    """The days found, else counted from publication; None where nothing tells."""
    try:
        return _likely(reading, placed, published, context, memory)
    except OverflowError:  # before year 1 or after year 9999
        return None


def _likely(
    reading: Reading,
    placed: Placed | str,
    published: PublicationDate,
    context: Context,
    memory: Memory,
) -> Period | None:
    if reading.rule.kind in FROM_EARLIER_EVENT and not isinstance(placed, Placed):
        today = memory.day if reading.rule.kind == "time_only" else None
        today = today or published.day
        if today is not None and reading.parts.unit == "quarter":
            today = unit_around("quarter", today, -1).first  # the last that can be reported on
        placed = place_or_tell(reading, published, context, today)
    if isinstance(placed, str) or not placed.settled:
        return None
    if placed.basis == "year_inferred" and published.day is not None and context.past:
        return likely_in_year(reading, published.day)
    quarter = memory.told.get("quarter")
    if quarter is not None and _is_year_before(reading):
        return unit_around("quarter", quarter.first, -4)
    first, last = placed.bounds
    if first is None or last is None:
        day = first or last
        return Period(day, day) if day else None
    return Period(first, last)


def _is_year_before(reading: Reading) -> bool:
    """`A year earlier` and its like, which a report on a quarter says of the same quarter."""
    kind, parts = reading.rule.kind, reading.parts
    back = kind in ("ago", "year_before") or (kind == "offset" and parts.direction == "earlier")
    return back and parts.unit == "year" and (parts.amount or 1) == 1


def likely_grain(reading: Reading, memory: Memory) -> Grain:
    """The grain of the value: `a year earlier` is a quarter where one was told."""
    if "quarter" in memory.told and _is_year_before(reading):
        return "quarter"
    return grain_of(reading)
