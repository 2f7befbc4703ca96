"""What an engine answers: events by line number, in the article's words, before any check.

Kept to what constrained decoders honour: no field is optional by default, what may be missing
is nullable, nothing unknown is admitted. What proves an event (`lines`, `date_text`) comes
before what is derived from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field, create_model

from extractor.schema.base import Record
from extractor.schema.event import ActorRole, Status


class WireActor(Record):
    """An actor, in the article's words."""

    name: str
    role: ActorRole


class WirePlace(Record):
    """A place, in the article's words."""

    name: str
    within: str | None


class WireEvent(Record):
    """One happening as the engine reads it.

    `lines`: numbers of the lines that state it. `date_text`: the words of the article that date
    it. `date`: the date that the engine takes them for (EDTF), null where it leaves that to the
    resolver.
    """

    lines: tuple[int, ...]
    date_text: str | None
    date: str | None
    title: str
    summary: str
    kind: str
    status: Status
    who: tuple[WireActor, ...]
    where: tuple[WirePlace, ...]
    attribution: str | None
    details: dict[str, Any] = Field(default_factory=dict)


class WirePublished(Record):
    """When the article was published, as its text tells: an EDTF date and the line that says so."""

    line: int
    date: str


class WireAnswer(Record):
    """An engine's whole answer for one article."""

    published: WirePublished | None = None
    events: tuple[WireEvent, ...]


def wire_model(kinds: Sequence[str], details: type[Record] = Record) -> type[WireAnswer]:
    """The answer model of a profile: `kind` and `details` are closed to what the profile has.

    `details`: a record with the profile's extra fields, all of them required and nullable.
    """
    event = create_model(
        "WireEvent",
        __base__=WireEvent,
        kind=(Literal[tuple(kinds)], Field()),  # type: ignore[arg-type]  # a closed list made at run time
        details=(details, Field()),
    )
    return create_model(
        "WireAnswer",
        __base__=WireAnswer,
        published=(WirePublished | None, Field()),
        events=(tuple[event, ...], Field()),
    )
