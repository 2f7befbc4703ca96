"""What an engine answers: events by line number, in the article's words, before any check.

Kept to what constrained decoders honour: no field is optional by default, what may be missing
is nullable, nothing unknown is admitted. What proves an event (`lines`, `date_text`) comes
before what is derived from it. The schema carries no descriptions: a profile's prompt says what
each field is, so that it is paid for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ConfigDict, Field, PlainSerializer, create_model

from extractor.schema.base import Record
from extractor.schema.event import ActorRole, Status

_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
EDTF_PATTERN = f"^({_DATE}(/({_DATE}|[.][.]))?|[.][.]/{_DATE})$"
"""The shape of an EDTF date, for decoders only: an answer that breaks it is still read."""


def _without_words(schema: dict[str, Any]) -> None:
    """Leave out titles and descriptions, but for the name of the whole answer."""
    schema.pop("description", None)
    if schema.get("title") != "WireAnswer":  # instructor names its tool by this title
        schema.pop("title", None)
    for field in schema.get("properties", {}).values():
        field.pop("title", None)


class WireRecord(Record):
    """Part of an answer: its schema is bare, for it is sent with every article."""

    model_config = ConfigDict(json_schema_extra=_without_words)


EdtfShaped = Annotated[str, Field(json_schema_extra={"pattern": EDTF_PATTERN})]


class WireActor(WireRecord):
    """An actor, in the article's words."""

    name: str
    role: ActorRole


class WirePlace(WireRecord):
    """A place, in the article's words."""

    name: str
    within: str | None


class WireRange(WireRecord):
    """A number of people or things as told: `at least 12` has no `max`, a bare 12 has both."""

    min: int | None
    max: int | None


class WireEvent(WireRecord):
    """One happening as the engine reads it.

    `lines`: numbers of the lines that state it. `date_text`: the words of the article that date
    it. `date`: the date that the engine takes them for (EDTF), null where it leaves that to the
    resolver. `details`: the profile's extra fields, null where the article does not tell them.
    """

    lines: tuple[int, ...]
    date_text: str | None
    date: EdtfShaped | None
    title: str
    summary: str
    kind: str
    status: Status
    who: tuple[WireActor, ...]
    where: tuple[WirePlace, ...]
    attribution: str | None
    details: dict[str, Any] = Field(default_factory=dict)


class WirePublished(WireRecord):
    """When the article was published, as its text tells: an EDTF date and the line that says so."""

    line: int
    date: EdtfShaped


class WireAnswer(WireRecord):
    """An engine's whole answer for one article."""

    published: WirePublished | None = None
    events: tuple[WireEvent, ...]


def wire_model(kinds: Sequence[str], details: type[WireRecord] = WireRecord) -> type[WireAnswer]:
    """The answer model of a profile: `kind` and `details` are closed to what the profile has.

    `details`: a record with the profile's extra fields, all of them required and nullable. An
    event of the answer holds them as a dict, as an event of any other engine does.
    """
    kind: Any = Literal[tuple(kinds)]  # closed at run time: no type checker can know it
    closed: Any = Annotated[details, AfterValidator(_as_dict), PlainSerializer(dict)]
    event = create_model(
        "WireEvent", __base__=WireEvent, kind=(kind, Field()), details=(closed, Field())
    )
    return create_model(
        "WireAnswer",
        __base__=WireAnswer,
        published=(WirePublished | None, Field()),
        events=(tuple[event, ...], Field()),
    )


def _as_dict(details: WireRecord) -> dict[str, Any]:
    return details.model_dump()
