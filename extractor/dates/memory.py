"""What a text has told so far: the day, the quarter, the year that was spoken of last."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extractor.dates.grammar import Parts
from extractor.dates.periods import Period
from extractor.dates.timex3 import Grain

COARSE: tuple[Grain, ...] = ("month", "quarter", "half", "season", "year", "decade", "century")
"""Grains that `the same month` and its like are counted by, the finest first."""


@dataclass(slots=True)
class Memory:
    """Pieces of the calendar that were told, the latest of each grain."""

    told: dict[Grain, Period] = field(default_factory=dict)
    newest: date | None = None

    def note(self, grain: Grain, period: Period) -> None:
        """A piece of the calendar was spoken of."""
        self.told[grain] = period
        self.newest = period.last

    def forget_day(self) -> None:
        """The text went on to a day that is not known: none told before is the last one."""
        self.told.pop("day", None)
        self.newest = None

    @property
    def day(self) -> date | None:
        """The day that was told last; of a stretch of days the last."""
        period = self.told.get("day")
        return period.last if period else None

    def known(self, parts: Parts) -> date | None:
        """The day to count from: for `that year`, of what was told last; else the last day told."""
        unit = parts.unit
        if unit == "quarter":
            period = self.told.get("quarter")
            return period.first if period else None
        return self.newest if unit in COARSE else self.day
