"""An event: who did what, where and when, and the words of the article that say so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from extractor import edtf
from extractor.edtf import Bounds, Precision
from extractor.schema.base import SCHEMA_VERSION, EdtfText, Record

Status = Literal["occurred", "ongoing", "planned", "denied"]
ActorRole = Literal["agent", "target", "other"]
Basis = Literal["stated", "year_inferred", "relative", "context", "published", "unknown"]
TimeOfDay = Literal["morning", "noon", "afternoon", "evening", "night", "midnight"]
IssueCode = Literal[
    "date_conflict",
    "date_unresolved",
    "name_not_in_text",
    "not_in_evidence",
    "invalid_line",
    "invalid_details",
]


class When(Record):
    """The day of an event, as far as the article lets it be known.

    `text` is the article's own date words. `earliest` and `latest` are always the bounds of
    `edtf`; leave them out and they are computed. `basis` tells where the date comes from.
    """

    text: str | None = None
    edtf: EdtfText | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "unknown"
    basis: Basis = "unknown"
    time_of_day: TimeOfDay | None = None
    time: str | None = Field(default=None, pattern=r"^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$")
    zone: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _fill_bounds(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("edtf"), str):
            return data
        try:
            parsed = edtf.parse(data["edtf"])
        except edtf.EdtfError:
            return data  # the field's own check reports it
        bounds = parsed.bounds
        computed = {
            "earliest": bounds.earliest,
            "latest": bounds.latest,
            "precision": parsed.precision,
        }
        return {**computed, **data}

    @model_validator(mode="after")
    def _bounds_agree(self) -> Self:
        if edtf.bounds_of(self.edtf) != self.bounds:
            raise ValueError(f"earliest and latest are not the bounds of {self.edtf}")
        return self

    @property
    def bounds(self) -> Bounds:
        """First and last possible day."""
        return Bounds(self.earliest, self.latest)


class Actor(Record):
    """Who took part, in the fullest form of name that the article uses."""

    name: str = Field(min_length=1)
    role: ActorRole = "other"


class Place(Record):
    """Where, in the article's words; `within` is the larger place that the article names."""

    name: str = Field(min_length=1)
    within: str | None = None


def _is_false(value: bool) -> bool:
    return not value


class Evidence(Record):
    """Words of the article that state the event: `text[start:end] == quote`, always.

    `start` and `end` are code points into the stored text; `line` is the number of the line.
    `context`: the engine did not cite the line; code added it, because it names an actor or a place
    that the cited lines only refer to ("she", "the company").
    """

    quote: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    line: int = Field(ge=1)
    context: bool = Field(default=False, exclude_if=_is_false)


class Issue(Record):
    """Something about an event that could not be proven; `other` is a value that disagrees."""

    code: IssueCode
    message: str
    other: str | None = None


class Event(Record):
    """One happening with its actors, kind, place and day, proven by its evidence."""

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str
    article_id: str
    title: str = Field(min_length=1)
    summary: str
    kind: str
    status: Status
    when: When
    who: tuple[Actor, ...] = ()
    where: tuple[Place, ...] = ()
    attribution: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    details: dict[str, Any] = Field(default_factory=dict)
    issues: tuple[Issue, ...] = ()
    engine: str
    profile: str

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """The evidence that states the event, without the lines that were added for context."""
        return tuple(quote for quote in self.evidence if not quote.context)


def event_id(article_id: str, evidence: Sequence[Evidence], ordinal: int) -> str:
    """Id of an event: a hash of its article, the cited spans, and its ordinal.

    `ordinal` counts, from 0, the events of the article with the same spans. The same reading
    gives the same id in every run.
    """
    spans = [[quote.start, quote.end] for quote in evidence]
    identity = json.dumps([article_id, spans, ordinal], ensure_ascii=False)
    return "e-" + hashlib.sha256(identity.encode()).hexdigest()[:16]
