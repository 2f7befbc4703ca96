"""Which TIMEX3 an expression is, by the kind of its rule."""

from __future__ import annotations

from extractor.dates.clock import Clock
from extractor.dates.grammar import Reading
from extractor.dates.periods import Period
from extractor.dates.timex3 import (
    PARTS_OF_DAY,
    SEASONS,
    Grain,
    Timex,
    amount_of,
    date_timex,
    duration_timex,
    duration_value,
)

PAST_REF = "PAST_REF"
PRESENT_REF = "PRESENT_REF"
FUTURE_REF = "FUTURE_REF"


def timex_of(reading: Reading, period: Period | None, grain: Grain, clock: Clock) -> Timex:
    """The TIMEX3 of a reading; `period`: the days that it most likely means, by `grain`."""
    kind, parts = reading.rule.kind, reading.parts
    mod = parts.approx if isinstance(parts.approx, str) else None
    if kind == "duration":
        return duration_timex(parts, mod)
    if kind == "vague_duration":
        return Timex("DURATION", duration_value(parts.unit or "day", None), mod)
    if kind == "span":
        return Timex("DURATION", duration_value(parts.unit or "day", amount_of(parts) or 1), mod)
    if kind == "ago_vague":
        return Timex("DATE", PAST_REF)
    if kind == "now":
        return Timex("DATE", PRESENT_REF)
    if kind == "reference":
        by_shift = {-1: PAST_REF, 1: FUTURE_REF}.get(parts.shift or 0, PRESENT_REF)
        return Timex("DATE", parts.code or by_shift)
    if kind.startswith("set"):
        return Timex("SET", _repeated(reading))
    return date_timex(reading, period, grain, clock)


def _repeated(reading: Reading) -> str:
    kind, parts = reading.rule.kind, reading.parts
    if kind == "set_weekday":
        return f"XXXX-WXX-{parts.weekday}"
    if kind == "set_month":
        return f"XXXX-{parts.month or 1:02d}"
    if kind == "set_season":
        return f"XXXX-{SEASONS[(parts.season or 1) - 1]}"
    if kind == "set_daypart":
        return f"XXXX-XX-XXT{PARTS_OF_DAY.get(parts.daypart or '', 'DT')}"
    if parts.unit is not None:
        return duration_value(parts.unit, amount_of(parts) or 1)
    return str(parts.code)
