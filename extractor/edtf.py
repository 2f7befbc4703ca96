"""Dates that say how much is known: the subset of EDTF (ISO 8601-2) that this project writes.

A date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, each with an optional qualifier: `?` uncertain,
`~` approximate, `%` both. An interval is `a/b`, `../b` (open start) or `a/..` (open end).
Years are 0001 to 9999. Nothing else is accepted: what this module cannot read is not written.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Qualifier = Literal["", "?", "~", "%"]
Precision = Literal["day", "week", "month", "season", "year", "range", "unknown"]
Relation = Literal["equal", "narrower", "wider", "overlaps", "before", "after", "unknown"]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")


class EdtfError(ValueError):
    """The text is not in the subset, or names a date that no calendar has."""


class Bounds(NamedTuple):
    """First and last possible day, both inclusive; None is open."""

    earliest: date | None
    latest: date | None


UNBOUNDED = Bounds(None, None)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A year, a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: Qualifier = ""

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise EdtfError("a day needs a month")
        try:
            date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise EdtfError(f"no such date: {self} ({error})") from None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts) + self.qualifier

    @property
    def bounds(self) -> Bounds:
        """First and last day that the date covers."""
        first = date(self.year, self.month or 1, self.day or 1)
        if self.day is not None:
            return Bounds(first, first)
        month = self.month or 12
        return Bounds(first, date(self.year, month, calendar.monthrange(self.year, month)[1]))

    @property
    def precision(self) -> Precision:
        """`day`, `month` or `year`."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """From the first day of `start` to the last day of `end`; None is open (`..`)."""

    start: EdtfDate | None
    end: EdtfDate | None

    def __post_init__(self) -> None:
        earliest, latest = self.bounds
        if earliest is None and latest is None:
            raise EdtfError("an interval needs at least one date")
        if earliest is not None and latest is not None and earliest > latest:
            raise EdtfError(f"the interval runs backwards: {self}")

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"

    @property
    def bounds(self) -> Bounds:
        """First day of the start and last day of the end."""
        return Bounds(
            self.start.bounds.earliest if self.start else None,
            self.end.bounds.latest if self.end else None,
        )

    @property
    def precision(self) -> Precision:
        """`week` for Monday to Sunday, `season` for three whole months, else `range`."""
        earliest, latest = self.bounds
        if earliest is None or latest is None:
            return "range"
        if earliest.isoweekday() == 1 and latest - earliest == timedelta(days=6):
            return "week"
        return "season" if _is_season(earliest, latest) else "range"


Edtf: TypeAlias = EdtfDate | EdtfInterval


def _is_season(earliest: date, latest: date) -> bool:
    """Three whole months that start with March, June, September or December (meteorological)."""
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month
    last_day = calendar.monthrange(latest.year, latest.month)[1]
    starts = earliest.day == 1 and earliest.month in (3, 6, 9, 12)
    return starts and months == 2 and latest.day == last_day


@lru_cache(maxsize=4096)  # an event's date is read when it is made, checked and bounded
def parse(text: str) -> Edtf:
    """Read one date or interval. Raises EdtfError for anything outside the subset."""
    if "/" not in text:
        return _parse_date(text)
    start, end = text.split("/", 1)
    return EdtfInterval(
        None if start == ".." else _parse_date(start), None if end == ".." else _parse_date(end)
    )


def _parse_date(text: str) -> EdtfDate:
    match = _DATE.fullmatch(text)
    if not match:
        raise EdtfError(f"not a date of the EDTF subset: {text[:40]!r}")
    year, month, day, qualifier = match.groups()
    return EdtfDate(
        int(year),
        int(month) if month else None,
        int(day) if day else None,
        qualifier,  # type: ignore[arg-type]  # the pattern admits the four qualifiers only
    )


def from_day(day: date, qualifier: Qualifier = "") -> EdtfDate:
    """One day."""
    return EdtfDate(day.year, day.month, day.day, qualifier)


def from_bounds(bounds: Bounds, qualifier: Qualifier = "") -> Edtf | None:
    """The shortest form that covers exactly these days; None where both ends are open."""
    earliest, latest = bounds
    start = from_day(earliest, qualifier) if earliest else None
    end = from_day(latest, qualifier) if latest else None
    if earliest is None or latest is None:
        return EdtfInterval(start, end) if start or end else None
    whole = [
        from_day(earliest, qualifier),
        EdtfDate(earliest.year, earliest.month, None, qualifier),
        EdtfDate(earliest.year, None, None, qualifier),
    ]
    return next((edtf for edtf in whole if edtf.bounds == bounds), EdtfInterval(start, end))


def bounds_of(edtf: Edtf | str | None) -> Bounds:
    """First and last possible day of a date, its text, or nothing (unbounded)."""
    if edtf is None:
        return UNBOUNDED
    return (parse(edtf) if isinstance(edtf, str) else edtf).bounds


def compare(left: Bounds, right: Bounds) -> Relation:
    """How `left` stands to `right`; `unknown` where either is open on both sides.

    `narrower`: every day of left is a day of right; `wider`: the reverse; `before` and `after`:
    they share no day.
    """
    if UNBOUNDED in (left, right):
        return "equal" if left == right else "unknown"
    if left == right:
        return "equal"
    left_start, left_end = _ordinals(left)
    right_start, right_end = _ordinals(right)
    if left_end < right_start:
        return "before"
    if left_start > right_end:
        return "after"
    if left_start >= right_start and left_end <= right_end:
        return "narrower"
    if left_start <= right_start and left_end >= right_end:
        return "wider"
    return "overlaps"


def _ordinals(bounds: Bounds) -> tuple[int, int]:
    """Day numbers; an open end lies beyond the calendar, so that it is wider than any day."""
    earliest, latest = bounds
    return (
        earliest.toordinal() if earliest else date.min.toordinal() - 1,
        latest.toordinal() if latest else date.max.toordinal() + 1,
    )


def timeline_key(bounds: Bounds) -> tuple[date, date]:
    """Sort key of a timeline: by first possible day, an open start standing at its last day.

    What is not dated at all comes last.
    """
    earliest, latest = bounds
    return (earliest or latest or date.max, latest or date.max)
