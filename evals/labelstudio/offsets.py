"""Offsets as a browser counts them (UTF-16 code units) and as this project does (code points)."""

from __future__ import annotations

from bisect import bisect_left

from evals.spans import Span

_LAST_OF_ONE_UNIT = "\uffff"


class Utf16Offsets:
    """Translates the offsets of one text. They differ by the characters beyond U+FFFF before them.

    Such a character, most emoji among them, takes two UTF-16 units (a surrogate pair).
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._points = [at for at, char in enumerate(text) if char > _LAST_OF_ONE_UNIT]
        self._units = [at + before for before, at in enumerate(self._points)]

    def to_units(self, span: Span) -> Span:
        """Code points as UTF-16 units."""
        start, end = span
        return start + bisect_left(self._points, start), end + bisect_left(self._points, end)

    def to_points(self, span: Span) -> Span | None:
        """UTF-16 units as code points; None for a span that is empty or not within the text.

        An end inside a surrogate pair is moved outward: half a character cannot be marked.
        """
        start, end = span
        if not 0 <= start < end:
            return None
        first, last = self._point(start, outward=0), self._point(end, outward=1)
        return (first, last) if first < last <= self._length else None

    def _point(self, unit: int, *, outward: int) -> int:
        before = bisect_left(self._units, unit)
        inside = before > 0 and self._units[before - 1] == unit - 1
        return unit - before + (outward if inside else 0)
