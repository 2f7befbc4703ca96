"""Which corrected event answers which asked one, also where a model changed number or order."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.grounding import fold
from extractor.schema import WireEvent


def match_corrections(
    asked: Sequence[WireEvent], given: Sequence[WireEvent]
) -> list[WireEvent | None]:
    """For each asked event its correction, or None. No correction is taken twice.

    The most alike pairs come first; of equals, those at the same place. Events with nothing in
    common are a pair only where as many were given as asked, and at the same place.
    """
    as_many = len(asked) == len(given)
    pairs = sorted(
        (-_likeness(one, other), index != place, index, place)
        for index, one in enumerate(asked)
        for place, other in enumerate(given)
    )
    matched: list[WireEvent | None] = [None] * len(asked)
    used: set[int] = set()
    for unlikeness, elsewhere, index, place in pairs:
        if matched[index] is not None or place in used:
            continue
        if unlikeness < 0 or (as_many and not elsewhere):
            matched[index] = given[place]
            used.add(place)
    return matched


def _likeness(one: WireEvent, other: WireEvent) -> float:
    """From 0 to 3: shared words of the titles, shared lines, the same date words and kind."""
    titles = _share(set(fold(one.title).split()), set(fold(other.title).split()))
    lines = _share(set(one.lines), set(other.lines))
    if not titles and not lines:
        return 0.0
    alike = (one.date_text == other.date_text) + (one.kind == other.kind)
    return titles + lines + alike / 2


def _share(one: set[str] | set[int], other: set[str] | set[int]) -> float:
    both = one | other
    return len(one & other) / len(both) if both else 0.0
