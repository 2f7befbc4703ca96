"""Where evidence stands in a text, and how much two pieces of evidence overlap.

Offsets are code points, ends exclusive. Finds verbatim words only: nothing is searched fuzzily.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

Span = tuple[int, int]
Spans = tuple[Span, ...]
"""Disjoint spans in text order; empty where no evidence could be placed."""


_QUOTES_OF_AN_ARTICLE = 64
"""Gold and predictions of an article mostly quote the same sentences."""


class Quoted(Protocol):
    """Evidence of either side: a quote, or start and end, or both."""

    @property
    def quote(self) -> str | None:
        """The words."""

    @property
    def start(self) -> int | None:
        """First code point."""

    @property
    def end(self) -> int | None:
        """One past the last code point."""


@lru_cache(maxsize=_QUOTES_OF_AN_ARTICLE)
def occurrences(text: str, words: str) -> tuple[int, ...]:
    """Starts of `words` in `text`, overlapping ones too."""
    found = []
    start = text.find(words)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + 1)
    return tuple(found)


def place(
    evidence: Quoted, text: str | None, *, offsets_hold: bool = True, beside: Spans = ()
) -> Span | None:
    """The span that evidence covers in `text`; None where that cannot be told.

    Without a quote, or without a text, start and end are taken as they are. A quote that does not
    stand where start says is looked up: found once it is placed there, found often it is placed
    at the occurrence nearest to start; without a start at the first that shares a character with
    `beside`, else nowhere. `offsets_hold` is False where start and end are known to belong to
    another text: then they only choose between occurrences.
    """
    given, quote = _given(evidence), evidence.quote
    if quote is None or text is None:
        return given if offsets_hold else None
    if given and text[given[0] : given[1]] == quote:
        return given
    found = [(start, start + len(quote)) for start in occurrences(text, quote)]
    if len(found) <= 1:
        return found[0] if found else None
    if given:
        return min(found, key=lambda span: abs(span[0] - given[0]))
    return next((span for span in found if shared((span,), beside)), None)


def moved_offset(offset: int, old: str, new: str) -> int:
    """About where in `new` an offset of `old` is, by the nearest line that both hold once.

    Where no line is in both, the offset itself. Never below 0.
    """
    best: tuple[int, int] | None = None
    start = 0
    for line in old.splitlines(keepends=True):
        words = line.strip()
        if words and old.count(words) == 1 and new.count(words) == 1:
            distance = max(start - offset, offset - (start + len(line)), 0)
            moved = new.index(words) - old.index(words)
            best = min(best or (distance, moved), (distance, moved), key=lambda found: found[0])
        start += len(line)
    return max(offset + best[1], 0) if best else offset


def _given(evidence: Quoted) -> Span | None:
    """Start and end as the evidence names them, where that is a span at all."""
    start, end = evidence.start, evidence.end
    return (start, end) if start is not None and end is not None and 0 <= start < end else None


def union(spans: Iterable[Span]) -> Spans:
    """The same characters as disjoint spans in text order; spans that touch become one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)


def place_all(
    evidence: Sequence[Quoted],
    text: str | None,
    *,
    offsets_hold: bool = True,
    beside: Spans = (),
) -> Spans:
    """All evidence of an event that can be placed, as disjoint spans (see `place`)."""
    placed = [place(piece, text, offsets_hold=offsets_hold, beside=beside) for piece in evidence]
    found = tuple(filter(None, placed))
    return union(found) if len(found) > 1 else found


def length(spans: Spans) -> int:
    """Characters covered."""
    return sum(end - start for start, end in spans)


def shared(left: Spans, right: Spans) -> int:
    """Characters covered by both."""
    return sum(
        max(0, min(left_end, right_end) - max(left_start, right_start))
        for left_start, left_end in left
        for right_start, right_end in right
    )


def share_evidence(left: Spans, right: Spans) -> bool:
    """Whether they cite a character in common; also where that cannot be told."""
    return not left or not right or shared(left, right) > 0
