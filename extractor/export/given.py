"""Events as other programs may hand them over: only article, title, date and evidence are needed.

What is absent stays absent, and keys that are not known here are passed on. Never fills in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from extractor import edtf
from extractor.edtf import Bounds
from extractor.errors import RunError
from extractor.runs.reading import events_file, parse_record
from extractor.schema import Event
from extractor.schema.base import EdtfText


class Given(BaseModel):
    """Part of a record; what it does not know is kept as it is."""

    model_config = ConfigDict(extra="allow", frozen=True)


class GivenWhen(Given):
    """The date of an event; its bounds are those of `edtf`."""

    text: str | None = None
    edtf: EdtfText | None = None
    precision: str | None = None

    @property
    def bounds(self) -> Bounds:
        """First and last possible day."""
        return edtf.bounds_of(self.edtf)


class GivenActor(Given):
    """Who took part."""

    name: str
    role: str = "other"


class GivenPlace(Given):
    """Where, and in which larger place."""

    name: str
    within: str | None = None


class GivenEvidence(Given):
    """A quote, or start and end in code points, or both."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None
    line: int | None = None
    context: bool = False


class GivenIssue(Given):
    """Something about an event that could not be proven."""

    code: str
    message: str = ""
    other: str | None = None


class GivenEvent(Given):
    """One event of an events.jsonl."""

    article_id: str
    title: str
    id: str | None = None
    summary: str | None = None
    kind: str | None = None
    status: str | None = None
    when: GivenWhen = GivenWhen()
    who: tuple[GivenActor, ...] = ()
    where: tuple[GivenPlace, ...] = ()
    attribution: str | None = None
    evidence: tuple[GivenEvidence, ...] = ()
    details: dict[str, Any] = Field(default_factory=dict)
    issues: tuple[GivenIssue, ...] = ()
    engine: str | None = None
    profile: str | None = None

    @property
    def cited(self) -> tuple[GivenEvidence, ...]:
        """The evidence that states the event, without the lines that were added for context."""
        return tuple(quote for quote in self.evidence if not quote.context)

    @field_validator("when", "who", "where", "evidence", "issues", "details", mode="before")
    @classmethod
    def _null_is_absent(cls, value: Any, info: Any) -> Any:
        if value is not None:
            return value
        return cls.model_fields[info.field_name].get_default(call_default_factory=True)


AnyEvent: TypeAlias = Event | GivenEvent
"""An event of this program, or one from elsewhere: what every format can write."""


def read_given(path: Path) -> Iterator[AnyEvent]:
    """Events of a run folder, or of one events.jsonl. Raises RunError naming file and line."""
    file = events_file(path)
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _read(line, where=f"{file}:{number}")
    except OSError as error:
        raise RunError(f"{file} cannot be read: {error.strerror}") from None


def _read(line: bytes, *, where: str) -> AnyEvent:
    """An event with all fields of this program as such, any other as it was given."""
    try:
        return Event.model_validate_json(line)
    except ValidationError:
        return parse_record(line, GivenEvent, where=where)
