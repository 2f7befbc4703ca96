"""An entry of a timeline: one happening, with every report of it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from extractor.schema.base import SCHEMA_VERSION, Record
from extractor.schema.event import Actor, Evidence, Place, Status, When


class Member(Record):
    """One article's event that tells of the happening."""

    event_id: str
    article_id: str
    source: str | None = None
    when: When
    evidence: tuple[Evidence, ...]


class ConflictValue(Record):
    """A value, and the events that hold it."""

    value: Any
    members: tuple[str, ...]


class Conflict(Record):
    """A field in which the reports disagree."""

    field: str
    values: tuple[ConflictValue, ...]


class TimelineEntry(Record):
    """One happening, merged from the events that report it."""

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str
    title: str
    kind: str
    status: Status
    when: When
    who: tuple[Actor, ...] = ()
    where: tuple[Place, ...] = ()
    numbers: dict[str, Any] = Field(default_factory=dict)
    members: tuple[Member, ...]
    sources: int = 0
    independent_sources: int = 0
    conflicts: tuple[Conflict, ...] = ()
