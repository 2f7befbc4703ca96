"""How dates, names, evidence and details are put into words for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from extractor import edtf
from extractor.export.given import AnyEvent, GivenEvidence, GivenPlace, GivenWhen
from extractor.schema import Evidence, Place, When


def in_timeline_order(events: Iterable[AnyEvent]) -> list[AnyEvent]:
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


def date_words(when: When | GivenWhen) -> str:
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


def place_words(place: Place | GivenPlace) -> str:
    """`Rastan (Homs)`, or the name alone."""
    return f"{place.name} ({place.within})" if place.within else place.name


def kind_words(event: AnyEvent) -> str:
    """The kind, with the status where that is not `occurred`; empty where neither is known."""
    status = None if event.status == "occurred" else event.status
    return ", ".join(word for word in (event.kind, status) if word)


def source_words(event: AnyEvent, evidence: Evidence | GivenEvidence) -> str:
    """Where a quote stands: `homs, line 9`; without a line its characters, else the article."""
    if evidence.line is not None:
        context = ", for context" if evidence.context else ""
        return f"{event.article_id}, line {evidence.line}{context}"
    if evidence.start is not None and evidence.end is not None:
        return f"{event.article_id}, characters {evidence.start} to {evidence.end}"
    return event.article_id


def detail_words(details: Mapping[str, Any]) -> str:
    """`killed: at least 12; injured: 3 to 5`."""
    return "; ".join(f"{name}: {_value_words(value)}" for name, value in details.items())


def _value_words(value: Any) -> str:
    if not isinstance(value, Mapping) or not set(value) <= {"min", "max"}:
        return one_line(str(value))
    least, most = value.get("min"), value.get("max")
    if least is None or most is None:
        return f"up to {most}" if least is None else f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"


def actor_words(event: AnyEvent) -> str:
    """The actors of an event, with their roles where these tell something."""
    return ", ".join(
        actor.name if actor.role == "other" else f"{actor.name} ({actor.role})"
        for actor in event.who
    )


def one_line(words: str) -> str:
    """The words with all white space folded to single spaces."""
    return " ".join(words.split())
