"""How dates and names are put into words for people."""

from __future__ import annotations

from collections.abc import Iterable

from extractor import edtf
from extractor.schema import Event, Place, When


def in_timeline_order(events: Iterable[Event]) -> list[Event]:
    """By first possible day; what is known only within bounds, or not at all, comes last.

    Events of the same day stand as they came.
    """
    return sorted(
        events,
        key=lambda event: (
            event.when.precision == "unknown",
            edtf.timeline_key(event.when.bounds),
        ),
    )


def date_words(when: When) -> str:
    """`2024-12-06`, `by 2024-11-30`, `from 2024-11-27`, `2024-12-02 to 2024-12-04`, or `undated`.

    Qualifiers stay as they are: `?` uncertain, `~` approximate. A day that is known only to lie
    within the bounds of publication is `undated (by 2025-03-10)`.
    """
    if when.edtf is None:
        return "undated"
    words = _edtf_words(when.edtf)
    return f"undated ({words})" if when.precision == "unknown" else words


def _edtf_words(text: str) -> str:
    start, _, end = text.partition("/")
    if not end:
        return start
    if start == "..":
        return f"by {end}"
    return f"from {start}" if end == ".." else f"{start} to {end}"


def place_words(place: Place) -> str:
    """`Rastan (Homs)`, or the name alone."""
    return f"{place.name} ({place.within})" if place.within else place.name


def actor_words(event: Event) -> str:
    """The actors of an event, with their roles where these tell something."""
    return ", ".join(
        actor.name if actor.role == "other" else f"{actor.name} ({actor.role})"
        for actor in event.who
    )


def one_line(words: str) -> str:
    """The words with all white space folded to single spaces."""
    return " ".join(words.split())
