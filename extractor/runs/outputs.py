"""The files of a run that other programs read, written from its state and replaced in one step."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from extractor.runs.reading import parse_record
from extractor.runs.store import RunStore
from extractor.schema import (
    ArticleRecord,
    Counts,
    Event,
    RunRecord,
    Usage,
    event_id,
)


def write_outputs(store: RunStore, *, complete: bool) -> RunRecord:
    """Write events.jsonl, articles.jsonl and run.json; returns what run.json says.

    Memory does not grow with the run: records are written as they are read.
    """
    counts = dict.fromkeys(Counts.model_fields, 0)
    usage, cost, cost_known = Usage(), 0.0, True
    events_file, articles_file = store.folder / "events.jsonl", store.folder / "articles.jsonl"
    with _Replacement(events_file) as events_out, _Replacement(articles_file) as articles_out:
        for own, own_events, original in store.results():
            record, events = _as_duplicate(own, own_events, original)
            articles_out.write(record.model_dump_json())
            for event in events:
                events_out.write(event.model_dump_json())
            counts[record.status] += 1
            counts["total"] += 1
            counts["events"] += len(events)
            usage += record.usage
            cost += record.cost_usd or 0.0
            cost_known &= record.cost_usd is not None or record.attempts == 0
    run = RunRecord(
        versions=_versions(),
        engine=store.identity.engine,
        profile=store.identity.profile,
        profile_hash=store.identity.profile_hash,
        kinds=store.get("kinds", {}),
        parameters=store.identity.parameters,
        counts=Counts(**counts),
        usage=usage,
        cost_usd=round(cost, 6) if cost_known else None,
        started=store.get("started", None) or datetime.now(UTC),
        finished=datetime.now(UTC) if complete else None,
        complete=complete,
    )
    with _Replacement(store.folder / "run.json") as run_out:
        run_out.write(run.model_dump_json(indent=2))
    return run


def mark_incomplete(store: RunStore) -> None:
    """Say in run.json of an earlier start that reading has begun again."""
    path = store.folder / "run.json"
    if path.is_file():
        run = parse_record(path.read_bytes(), RunRecord, where=str(path))
        with _Replacement(path) as out:
            update = {"complete": False, "finished": None}
            out.write(run.model_copy(update=update).model_dump_json(indent=2))


def _as_duplicate(
    own: ArticleRecord, events: Sequence[Event], original: ArticleRecord | None
) -> tuple[ArticleRecord, Sequence[Event]]:
    """For a duplicate: the original's reading under the duplicate's own id, at no cost."""
    if original is None:
        return own, events
    taken = original.model_dump(
        include={"sha256", "text", "lines", "published", "events", "dropped", "error"}
    )
    status = "failed" if original.status == "failed" else "duplicate"
    record = ArticleRecord.model_validate({**own.model_dump(), **taken, "status": status})
    copied: list[Event] = []
    for event in events:
        ordinal = sum(event.cited == before.cited for before in copied)
        own_id = event_id(own.article_id, event.cited, ordinal)
        copied.append(event.model_copy(update={"id": own_id, "article_id": own.article_id}))
    return record, copied


def _versions() -> dict[str, str]:
    packages = ("timeline-extractor", "pydantic", "sentencex")
    return {"python": platform.python_version(), **{name: version(name) for name in packages}}


class _Replacement:
    """A text file that appears under its name only when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._partial = path.with_name(path.name + ".partial")

    def __enter__(self) -> _Replacement:
        self._file = self._partial.open("w", encoding="utf-8", newline="\n")
        return self

    def write(self, line: str) -> None:
        self._file.write(line + "\n")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._file.close()
        if kind is None:
            self._partial.replace(self._path)
        else:
            self._partial.unlink()
