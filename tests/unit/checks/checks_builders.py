"""One small article and answers to it, for the tests of the checks and of the proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from extractor.prompts import load_profile
from extractor.prove import prove
from extractor.request import Request
from extractor.schema import (
    Article,
    Dropped,
    Event,
    LineLabel,
    PublicationDate,
    WireAnswer,
    WireEvent,
)
from extractor.text.lines import Line

PUBLISHED = date(2024, 12, 6)
SENTENCES: tuple[tuple[str, LineLabel], ...] = (
    ("Monday, March 10, 2025", "furniture"),
    ("Rebels take Aster", "headline"),
    ("Rebels of the Dawn Front took Aster, in Orla province, this morning.", "body"),
    ("On 27 November, the army’s 4th Division shelled Bram.", "body"),
    ("Also Read: Storm hits Corva", "link"),
    ("The Dawn Front left Bram two days later.", "body"),
    ("General Petra Novak spoke in Dar al-Kabirah on December 1st.", "body"),
)


def request_of(
    sentences: Sequence[tuple[str, LineLabel]] = SENTENCES,
    *,
    published: date | None = PUBLISHED,
    upper: date | None = None,
    language: str | None = None,
) -> Request:
    """A request whose lines are `sentences`. `upper`: all that is known of its publication."""
    text = "\n".join(sentence for sentence, _ in sentences)
    lines, start = [], 0
    for number, (sentence, label) in enumerate(sentences, start=1):
        lines.append(Line(number, start, start + len(sentence), label))
        start += len(sentence) + 1
    known = PublicationDate(
        edtf=published.isoformat() if published else None,
        earliest=published,
        latest=published,
        source="given",
        trusted=published is not None,
    )
    if upper:
        known = PublicationDate(edtf=f"../{upper}", latest=upper, source="masthead")
    return Request(
        article=Article(text=text, id="aster", language=language),
        lines=tuple(lines),
        published=known,
        profile=load_profile("general"),
    )


def wire_event(**fields: Any) -> WireEvent:
    """An event that holds in every way, but for what is given."""
    base = {
        "lines": [3],
        "date_text": "this morning",
        "date": None,
        "title": "Rebels take Aster",
        "summary": "Rebels took Aster.",
        "kind": "territory",
        "status": "occurred",
        "who": [{"name": "Dawn Front", "role": "agent"}],
        "where": [{"name": "Aster", "within": "Orla"}],
        "attribution": None,
    }
    return WireEvent.model_validate({**base, **fields})


def answer_of(*events: WireEvent, **fields: Any) -> WireAnswer:
    """An answer with these events."""
    return WireAnswer(events=events, **fields)


def proven(*events: WireEvent) -> tuple[list[Event], list[Dropped]]:
    """What becomes of an answer with these events."""
    found, dropped = prove(request_of(), answer_of(*events), engine_name="test")
    return list(found), list(dropped)


def wire(**fields: Any) -> WireEvent:
    """An event without date, actors and places."""
    return wire_event(**{"date_text": None, "who": [], "where": [], **fields})


def one(**fields: Any) -> Event:
    """What becomes of a single event that can be kept."""
    events, dropped = proven(wire(**fields))
    assert dropped == []
    return events[0]


def codes(event: Event) -> list[str]:
    """The codes of an event's issues."""
    return [issue.code for issue in event.issues]
