"""What a run found: its events, what became of its articles, and what ran.

Reads a run folder or an events.jsonl, also of other programs: of an event only the article, the
title, the date and its evidence are needed. Never writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from extractor.errors import RunError
from extractor.schema import ArticleStatus
from extractor.schema.base import EdtfText


class Predicted(BaseModel):
    """Part of a record that is read. Keys that the scorer does not use are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class PredictedWhen(Predicted):
    """The date that an event was given."""

    text: str | None = None
    edtf: EdtfText | None = None


class PredictedName(Predicted):
    """An actor."""

    name: str


class PredictedPlace(PredictedName):
    """A place, and the larger place that it is in."""

    within: str | None = None


class PredictedEvidence(Predicted):
    """A quote, or start and end in code points, or both."""

    quote: str | None = None
    start: int | None = None
    end: int | None = None


class PredictedEvent(Predicted):
    """One event of an events.jsonl. `id`, names, kind, status and profile may be absent."""

    article_id: str
    title: str
    id: str | None = None
    kind: str | None = None
    status: str | None = None
    profile: str | None = None
    when: PredictedWhen = PredictedWhen()
    who: tuple[PredictedName, ...] = ()
    where: tuple[PredictedPlace, ...] = ()
    evidence: tuple[PredictedEvidence, ...] = ()

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


class RunDescription(Predicted):
    """What run.json says about the whole."""

    engine: str | None = None
    profile: str | None = None
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
        """Group events by article, in the order given."""
        grouped: dict[str, list[PredictedEvent]] = {}
        for event in events:
            grouped.setdefault(event.article_id, []).append(event)
        return cls(
            path,
            {article_id: tuple(found) for article_id, found in grouped.items()},
            None if records is None else {record.article_id: record for record in records},
            run or RunDescription(),
        )


def read_predictions(path: Path) -> Predictions:
    """Read a run folder (events.jsonl, articles.jsonl, run.json) or an events.jsonl alone.

    Raises RunError that names file and line.
    """
    events_file = path / "events.jsonl" if path.is_dir() else path
    if not events_file.is_file():
        raise RunError(f"no events at {events_file}", hint="give a run folder or an events.jsonl")
    articles_file, run_file = path / "articles.jsonl", path / "run.json"
    records = _read_lines(articles_file, PredictedArticle) if articles_file.is_file() else None
    return Predictions.of(
        _read_lines(events_file, PredictedEvent),
        records,
        path=str(path),
        run=_read_run(run_file) if run_file.is_file() else None,
    )


_Line = TypeVar("_Line", bound=Predicted)


def _read_lines(path: Path, model: type[_Line]) -> Iterator[_Line]:
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _parse(line, model, f"{path}:{number}")
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}") from None


def _read_run(path: Path) -> RunDescription:
    try:
        return _parse(path.read_bytes(), RunDescription, str(path))
    except OSError as error:
        raise RunError(f"{path} cannot be read: {error.strerror}") from None


def _parse(raw: bytes, model: type[_Line], where: str) -> _Line:
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        problem = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in problem["loc"])
        raise RunError(f"{where}: {name or 'the line'}: {problem['msg']}") from None
