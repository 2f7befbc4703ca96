"""How dates and names are put into words for people."""

from __future__ import annotations

from collections.abc import Iterable

from extractor import edtf
from extractor.schema import Event, Place, When


def in_timeline_order(events: Iterable[Event]) -> list[Event]:
    """By first possible day, what is not dated last; events of the same day as they came."""
    return sorted(events, key=lambda event: edtf.timeline_key(event.when.bounds))


def date_words(when: When) -> str:
    """`2024-12-06`, `by 2024-11-30`, `from 2024-11-27`, `2024-12-02 to 2024-12-04`, or `undated`.

    Qualifiers stay as they are: `?` uncertain, `~` approximate.
    """
    if when.edtf is None:
        return "undated"
    start, _, end = when.edtf.partition("/")
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
