"""What a run found: its events, what became of its articles, and what ran.

Reads a run folder or an events.jsonl, also of other programs: of an event only the article, the
title, the date and its evidence are needed. Never writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from extractor.errors import RunError
from extractor.runs.reading import events_file, parse_record, read_records
from extractor.schema import ArticleStatus
from extractor.schema.base import EdtfText

LONGEST_TEXT = 2**40
"""Code points; no offset lies beyond."""


class Predicted(BaseModel):
    """Part of a record that is read. Keys that the scorer does not use are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class PredictedWhen(Predicted):
    """The date that an event was given."""

    text: str | None = None
    edtf: EdtfText | None = None


class PredictedName(Predicted):
    """An actor or a place."""

    name: str


class PredictedActor(PredictedName):
    """An actor, and its part in the event: agent, target or other, where that is told."""

    role: str | None = None


class PredictedPlace(PredictedName):
    """A place, and the larger place that it is in."""

    within: str | None = None


class PredictedEvidence(Predicted):
    """A quote, or start and end in code points, or both.

    `context`: it only names who or what is meant, and is not compared with gold.
    """

    quote: str | None = None
    start: int | None = Field(default=None, le=LONGEST_TEXT)
    end: int | None = Field(default=None, le=LONGEST_TEXT)
    context: bool = False


class PredictedEvent(Predicted):
    """One event of an events.jsonl. `id`, names, kind, status and profile may be absent."""

    article_id: str
    title: str
    id: str | None = None
    kind: str | None = None
    status: str | None = None
    profile: str | None = None
    when: PredictedWhen = PredictedWhen()
    who: tuple[PredictedActor, ...] = ()
    where: tuple[PredictedPlace, ...] = ()
    evidence: tuple[PredictedEvidence, ...] = ()

    @property
    def cited(self) -> tuple[PredictedEvidence, ...]:
        """The evidence that states the event, without the lines that were added for context."""
        return tuple(piece for piece in self.evidence if not piece.context)

    @field_validator("when", "who", "where", "evidence", mode="before")
    @classmethod
    def _null_is_absent(cls, value: Any, info: Any) -> Any:
        return cls.model_fields[info.field_name].default if value is None else value


class PredictedPublication(Predicted):
    """When the run took the article to be published."""

    edtf: EdtfText | None = None


class PredictedUsage(Predicted):
    """Tokens that an article took."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0


class PredictedArticle(Predicted):
    """One line of articles.jsonl."""

    article_id: str
    status: ArticleStatus = "ok"
    sha256: str | None = None
    text: str | None = None
    published: PredictedPublication | None = None
    attempts: int = 0
    usage: PredictedUsage = PredictedUsage()
    cost_usd: float | None = None
    seconds: float = 0.0

    @field_validator("attempts", "usage", "seconds", mode="before")
    @classmethod
    def _null_is_absent(cls, value: Any, info: Any) -> Any:
        return cls.model_fields[info.field_name].default if value is None else value


class RunDescription(Predicted):
    """What run.json says about the whole."""

    engine: str | None = None
    profile: str | None = None
    kinds: dict[str, str] = Field(default_factory=dict)
    complete: bool | None = None


@dataclass(frozen=True)
class Predictions:
    """Events by article. `records` is None where only events are known, not what was read."""

    path: str
    events: Mapping[str, tuple[PredictedEvent, ...]]
    records: Mapping[str, PredictedArticle] | None = None
    run: RunDescription = field(default_factory=RunDescription)

    @classmethod
    def of(
        cls,
        events: Iterable[PredictedEvent],
        records: Iterable[PredictedArticle] | None = None,
        *,
        path: str = "",
        run: RunDescription | None = None,
    ) -> Predictions:
        """Group events by article, in the order given.

        An id that an earlier event of the article has names no event: it is left out.
        """
        grouped: dict[str, list[PredictedEvent]] = {}
        for event in events:
            grouped.setdefault(event.article_id, []).append(event)
        return cls(
            path,
            {article_id: _with_own_ids(found) for article_id, found in grouped.items()},
            None if records is None else _by_id(records),
            run or RunDescription(),
        )


def _with_own_ids(events: list[PredictedEvent]) -> tuple[PredictedEvent, ...]:
    ids = [event.id for event in events if event.id is not None]
    if len(set(ids)) == len(ids):
        return tuple(events)
    own: dict[str | int, PredictedEvent] = {}
    for position, event in enumerate(events):
        again = event.id in own
        key = position if again or event.id is None else event.id
        own[key] = event.model_copy(update={"id": None}) if again else event
    return tuple(own.values())


def _by_id(records: Iterable[PredictedArticle]) -> dict[str, PredictedArticle]:
    """Records by article; one that failed never takes the place of one that did not."""
    found: dict[str, PredictedArticle] = {}
    for record in records:
        if record.status != "failed" or record.article_id not in found:
            found[record.article_id] = record
    return found


def read_predictions(path: Path) -> Predictions:
    """Read a run folder (events.jsonl, articles.jsonl, run.json) or an events.jsonl alone.

    Raises RunError that names file and line.
    """
    events = read_records(events_file(path), PredictedEvent)
    articles_file, run_file = path / "articles.jsonl", path / "run.json"
    return Predictions.of(
        events,
        read_records(articles_file, PredictedArticle) if articles_file.is_file() else None,
        path=str(path),
        run=_read_run(run_file) if run_file.is_file() else None,
    )


def _read_run(path: Path) -> RunDescription:
    try:
        return parse_record(path.read_bytes(), RunDescription, where=str(path))
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}") from None
