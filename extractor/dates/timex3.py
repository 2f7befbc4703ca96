"""What date words are in TIMEX3 (TimeML 1.2.1): type, value, modifier.

Writes down what a reading and its days say; never decides which days they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.dates.clock import Clock
from extractor.dates.grammar import Parts, Reading
from extractor.dates.periods import Period
from extractor.dates.relative import DAYPART_OF_DEICTIC
from extractor.dates.within_year import is_span_of_years

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

Grain = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"
]
"""How large a piece of the calendar date words name, or name a part of."""

GRAIN_OF_KIND: dict[str, Grain] = {
    "month": "month",
    "part_of_month": "month",
    "half_of_month": "month",
    "shifted_month": "month",
    "quarter": "quarter",
    "half": "half",
    "season": "season",
    "shifted_season": "season",
    "year": "year",
    "part_of_year": "year",
    "decade": "decade",
    "century": "century",
    "week": "week",
    "weekend": "weekend",
    "month_range": "month",
    "year_range": "year",
    "year_end": "day",
    "week_of_year": "week",
}
"""Kinds whose grain is always the same; that of others is told by their unit, or is the day."""

UNKNOWN_OF_GRAIN: dict[Grain, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}

SEASONS = ("SP", "SU", "FA", "WI")
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "day": "DT"}
HOURS = {"noon": "12:00", "midnight": "24:00"}
MODIFIERS = {
    "early": "START",
    "earlier": "START",
    "mid": "MID",
    "late": "END",
    "later": "END",
    "end": "END",
}
UNIVERSAL_TIME = ("GMT", "UTC", "Z")

UNIT_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "weekday": "D",
    "week": "W",
    "fortnight": "W",
    "weekend": "W",
    "month": "M",
    "quarter": "Q",
    "season": "Y",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "millennium": "Y",
}
UNIT_FACTORS = {"fortnight": 2, "decade": 10, "century": 100, "millennium": 1000}
VAGUE_LETTERS = {"decade": "E", "century": "C", "millennium": "L"}
"""TimeML 1.2.1: of decades and centuries that are not counted, `PXE` and `PXC`."""


@dataclass(frozen=True, slots=True)
class Timex:
    """Type, value and modifier as TimeML writes them."""

    type: TimexType
    value: str
    mod: str | None = None


def grain_of(reading: Reading) -> Grain:
    """The piece of the calendar that a reading names."""
    kind, parts = reading.rule.kind, reading.parts
    if kind in GRAIN_OF_KIND:
        return GRAIN_OF_KIND[kind]
    if kind == "numeric":
        return _grain_of_figures(parts.numeric or "")
    if kind in ("week_of_day", "beside_date", "unit_of_month"):
        return _grain_of_unit(parts.unit)
    if kind in ("holiday", "shifted_holiday") or parts.weekday or parts.day:
        return "day"
    return _grain_of_unit(parts.unit)


def _grain_of_figures(figures: str) -> Grain:
    if "W" in figures:
        return "day" if figures.count("-") == 2 else "week"
    if is_span_of_years(figures):
        return "year"
    return "month" if len(figures) == 7 else "day"


def _grain_of_unit(unit: str | None) -> Grain:
    return unit if unit in UNKNOWN_OF_GRAIN else "day"


def calendar_value(grain: Grain, day: date) -> str:
    """The piece of the calendar around a day: `2024-W48`, `2024-Q3`, `199`."""
    if grain == "day":
        return day.isoformat()
    if grain in ("week", "weekend"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if grain == "quarter":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if grain == "half":
        return f"{day.year:04d}-H{(day.month + 5) // 6}"
    if grain == "season":
        season = (day.month - 3) // 3 % 4
        return f"{day.year - (day.month < 3):04d}-{SEASONS[season]}"
    length = {"year": 4, "decade": 3, "century": 2}[grain]
    return f"{day.year:04d}"[:length]


def date_timex(reading: Reading, period: Period | None, grain: Grain, clock: Clock) -> Timex:
    """A date or an hour of it; without days, what the words alone say (`XXXX-11-27`)."""
    parts = reading.parts
    if parts.holiday and period and period.first != period.last:
        grain = "year"
    value = calendar_value(grain, period.first) if period else _yearless(reading, grain)
    mod = "APPROX" if parts.approx is not None else MODIFIERS.get(parts.part or "")
    daypart = parts.daypart or DAYPART_OF_DEICTIC.get(parts.deictic or "")
    if grain == "day":
        hour = clock.time or HOURS.get(daypart or "")
        if hour:
            zone = "Z" if clock.zone in UNIVERSAL_TIME else ""
            return Timex("TIME", f"{value}T{hour}{zone}", mod)
        if daypart:
            return Timex("TIME", f"{value}T{PARTS_OF_DAY[daypart]}", mod)
    return Timex("DATE", value, mod)


def _yearless(reading: Reading, grain: Grain) -> str:
    parts = reading.parts
    if parts.month and (parts.day or parts.ordinal) and grain == "day":
        return f"XXXX-{parts.month:02d}-{parts.day or parts.ordinal:02d}"
    if parts.weekday and grain == "day":
        return f"XXXX-WXX-{parts.weekday}"
    if grain == "month" and parts.month:
        return f"XXXX-{parts.month:02d}"
    if grain == "season" and parts.season:
        return f"XXXX-{SEASONS[parts.season - 1]}"
    if grain in ("quarter", "half") and parts.ordinal:
        return f"XXXX-{grain[0].upper()}{parts.ordinal}"
    return UNKNOWN_OF_GRAIN[grain]


def amount_of(parts: Parts) -> float | None:
    """The number in words or figures: `two hundred`, `twenty-four`, `two and a half`."""
    if parts.amount is None and parts.tens is None and parts.fraction is None:
        return None
    number = float(((parts.tens or 0) + (parts.amount or 0)) * (parts.factor or 1))
    return number + (0.5 if parts.fraction is not None else 0)


def duration_value(unit: str, amount: float | None) -> str:
    """`P3D`, `PT30M`, `P2.5Y`; `PXY` where the number is not told."""
    letter = UNIT_LETTERS[unit]
    if amount is None:
        letter = VAGUE_LETTERS.get(unit, letter)
        return f"PTX{letter[1]}" if letter[0] == "T" else f"PX{letter}"
    amount *= UNIT_FACTORS.get(unit, 1)
    letter, amount = _in_whole_units(letter, amount)
    prefix = "PT" if letter[0] == "T" else "P"
    return f"{prefix}{amount:g}{letter[-1]}"


def _in_whole_units(letter: str, amount: float) -> tuple[str, float]:
    """Half an hour is thirty minutes, half a year six months."""
    smaller = {"TM": ("TS", 60), "TH": ("TM", 60), "D": ("TH", 24), "Y": ("M", 12)}.get(letter)
    if amount < 1 and smaller:
        return smaller[0], amount * smaller[1]
    return letter, amount


def duration_timex(parts: Parts, mod: str | None) -> Timex:
    """A stretch of time that is told by its length."""
    return Timex("DURATION", duration_value(parts.unit or "day", amount_of(parts) or 1), mod)
