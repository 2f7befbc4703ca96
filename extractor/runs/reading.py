"""Reading a run folder or an events file, without changing anything in it."""

from __future__ import annotations

import codecs
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import RunError
from extractor.runs.store import SHOWN, STATE_FILE
from extractor.schema import ArticleRecord, Event
from extractor.schema.base import first_problem

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: articles by status, events, failures by kind, and its command.

    `cost_usd` is None where it is not known of every article that an engine was asked about.
    """

    statuses: dict[str, int]
    events: int
    failures: dict[str, int]
    engine: str
    profile: str
    cost_usd: float | None
    command: list[str]
    complete: bool
    limit_reached: bool


def read_events(path: Path) -> Iterator[Event]:
    """Events of a run folder, or of one events.jsonl. Raises RunError naming file and line."""
    return read_records(events_file(path), Event)


def events_file(path: Path) -> Path:
    """The events of a run folder, or the file itself. Raises RunError where there is none."""
    file = path / "events.jsonl" if path.is_dir() else path
    if not file.is_file():
        raise RunError(f"no events at {file}", hint="give a run folder or an events.jsonl")
    return file


def read_articles(folder: Path) -> Iterator[ArticleRecord]:
    """Article records of a run folder. Raises RunError naming file and line."""
    return read_records(folder / "articles.jsonl", ArticleRecord)


def read_records(file: Path, model: type[Model]) -> Iterator[Model]:
    """Records of a JSONL file, one a line. Raises RunError naming file and line."""
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if number == 1:
                    line = line.removeprefix(codecs.BOM_UTF8)
                if line.strip():
                    yield parse_record(line, model, where=f"{file}:{number}")
    except OSError as error:
        raise RunError(f"{file} cannot be read: {error.strerror}") from None


def parse_record(raw: bytes, model: type[Model], *, where: str) -> Model:
    """One record of JSON. Raises RunError that says where it stands and what is wrong in it."""
    try:
        return model.model_validate_json(raw)
    except ValidationError as error:
        raise RunError(f"{where}: {first_problem(error)}") from None


def read_progress(folder: Path) -> Progress:
    """How far the folder's run has come, also while another process works on it."""
    state = folder / STATE_FILE
    if not state.is_file():
        raise RunError(f"{folder} holds no run", hint=f"a run folder has a {STATE_FILE}")
    db = sqlite3.connect(f"{state.resolve().as_uri()}?mode=ro", uri=True)
    try:
        about = {key: json.loads(value) for key, value in db.execute("SELECT * FROM run")}
        statuses, failures, events = Counter[str](), Counter[str](), 0
        cost, cost_known = 0.0, True
        rows = db.execute(_PROGRESS, {"shown": about.get("shown_pass")})
        for status, kind, found, spent, attempts in rows:
            statuses[status] += 1
            events += found or 0
            cost += spent or 0.0
            cost_known &= spent is not None or not attempts
            if kind:
                failures[kind] += 1
        return Progress(
            statuses=dict(statuses),
            events=events,
            failures=dict(failures),
            engine=about["identity"]["engine"],
            profile=about["identity"]["profile"],
            cost_usd=cost if cost_known else None,
            command=about.get("command", []),
            complete=about.get("complete", False),
            limit_reached=about.get("limit_reached", False),
        )
    except (sqlite3.DatabaseError, KeyError) as error:
        raise RunError(f"{state} cannot be read: {error}") from None
    finally:
        db.close()


_PROGRESS = f"""
SELECT CASE WHEN a.duplicate_of IS NULL OR first.status = 'ok' OR first.status = 'partial'
            THEN a.status WHEN first.status = 'failed' THEN 'failed' ELSE 'pending' END,
       coalesce(json_extract(a.record, '$.error.kind'),
                json_extract(first.record, '$.error.kind')),
       json_extract(coalesce(first.record, a.record), '$.events'),
       json_extract(a.record, '$.cost_usd'),
       json_extract(a.record, '$.attempts')
FROM articles AS a LEFT JOIN articles AS first ON first.position = a.duplicate_of
WHERE {SHOWN}
"""  # noqa: S608  # made of this package's own text
