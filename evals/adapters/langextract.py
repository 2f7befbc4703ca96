"""Reads what langextract writes (annotated documents, JSONL), so that the same scorer scores it.

Each extraction is taken as one event; which attribute is what is told by name. Never improves an
answer: a date that is no EDTF date is no date, and an extraction that was not found has no place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, JsonValue

from evals.corpus import sha256_of
from evals.predictions import (
    LONGEST_TEXT,
    PredictedArticle,
    PredictedEvent,
    Predictions,
    RunDescription,
)
from extractor.edtf import EdtfError, parse
from extractor.errors import ConfigurationError
from extractor.runs.reading import read_records

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "what", "headline", "event", "description"),
    "date": ("date", "when", "edtf", "day"),
    "date_text": ("date_text", "when_text"),
    "who": ("who", "actors", "actor", "participants", "agent", "target"),
    "where": ("where", "places", "place", "location", "locations"),
    "kind": ("kind", "event_type", "type", "category"),
    "status": ("status",),
}
"""Attributes that are read for each field, where they are there; all of them for names, else the
first. Case does not count."""

CLASS = "class"
"""Field of a mapping that says which extraction classes are events; without it all are."""

FIELDS = (*ATTRIBUTES, CLASS)

_TIME_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d:.*")


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Interval(_Record):
    start_pos: int | None = None
    end_pos: int | None = None


class _Extraction(_Record):
    extraction_class: str
    extraction_text: str
    char_interval: _Interval | None = None
    attributes: dict[str, JsonValue] | None = None


class _Document(_Record):
    document_id: str | None = None
    text: str | None = None
    extractions: tuple[_Extraction, ...] | None


@dataclass(frozen=True, slots=True)
class Read:
    """Predictions, and how many events had a date that is no EDTF, or no place in the text."""

    predictions: Predictions
    unread_dates: int
    unplaced: int


class _ReadEvent(NamedTuple):
    event: PredictedEvent
    date_unread: bool


def is_langextract(path: Path) -> bool:
    """Whether the first record of a file is an annotated document."""
    if not path.is_file():
        return False
    try:
        with path.open(encoding="utf-8-sig") as lines:
            first = json.loads(next((line for line in lines if line.strip()), "null"))
    except (OSError, ValueError):  # whatever else it is, its own reader says what is wrong
        return False
    return isinstance(first, dict) and "extractions" in first and "article_id" not in first


def read_langextract(path: Path, named: Mapping[str, Collection[str]] | None = None) -> Read:
    """Read a file of annotated documents.

    `named`: for a field of FIELDS the attributes that hold it, instead of ATTRIBUTES; for `class`
    the extraction classes that are events. Raises RunError that names file and line, and
    ConfigurationError where two documents have one id or none of the classes is there.
    """
    names = {name: tuple(map(str.casefold, values)) for name, values in (named or {}).items()}
    documents: dict[str, _Document] = {}
    for document in read_records(path, _Document):
        id_ = document.document_id or _id_of(document.text)
        if id_ in documents:
            raise ConfigurationError(f"{path} has the document {id_!r} twice")
        documents[id_] = document
    _check_classes(path, documents.values(), names)
    found = [one for id_, document in documents.items() for one in _events(document, id_, names)]
    records = [PredictedArticle(article_id=id_, text=d.text) for id_, d in documents.items()]
    return Read(
        Predictions.of(
            (one.event for one in found),
            records,
            path=str(path),
            run=RunDescription(engine="langextract"),
        ),
        unread_dates=sum(one.date_unread for one in found),
        unplaced=sum(not one.event.evidence for one in found),
    )


def _check_classes(
    path: Path, documents: Iterable[_Document], names: Mapping[str, tuple[str, ...]]
) -> None:
    known = {e.extraction_class.casefold() for d in documents for e in d.extractions or ()}
    if CLASS in names and known and known.isdisjoint(names[CLASS]):
        raise ConfigurationError(
            f"{path} has no extraction of class {', '.join(names[CLASS])}",
            hint=f"it has {', '.join(sorted(known))}",
        )


def _id_of(text: str | None) -> str:
    """A document without an id is found by its text: any id will do that is its own."""
    return "text-" + sha256_of(text or "")[:16]


def _events(
    document: _Document, id_: str, names: Mapping[str, tuple[str, ...]]
) -> Iterator[_ReadEvent]:
    for extraction in document.extractions or ():
        if CLASS not in names or extraction.extraction_class.casefold() in names[CLASS]:
            yield _event(extraction, document.text, id_, names)


def _event(
    extraction: _Extraction, text: str | None, id_: str, names: Mapping[str, tuple[str, ...]]
) -> _ReadEvent:
    """Title: the named attribute, else the extraction's text; kind: the same, else its class."""
    attributes = {k.casefold(): v for k, v in (extraction.attributes or {}).items()}
    values = {f: _values(attributes, names.get(f, ATTRIBUTES[f])) for f in ATTRIBUTES}
    first = {f: next(iter(found), None) for f, found in values.items()}
    edtf = _edtf(first["date"])
    event = {
        "article_id": id_,
        "title": first["title"] or extraction.extraction_text,
        "kind": first["kind"] or _class_as_kind(extraction.extraction_class),
        "status": first["status"],
        "when": {"text": first["date_text"], "edtf": edtf},
        "who": [{"name": name} for name in values["who"]],
        "where": [{"name": name} for name in values["where"]],
        "evidence": _evidence(extraction, text),
    }
    return _ReadEvent(PredictedEvent.model_validate(event), bool(first["date"]) and edtf is None)


def _class_as_kind(name: str) -> str | None:
    """A class says what kind of event it is, unless it says only that it is one."""
    return None if name.casefold() in ("event", "events", "timeline_event") else name


def _values(attributes: Mapping[str, JsonValue], names: Collection[str]) -> list[str]:
    """The values of all attributes of these names, in the order of the names, each once."""
    found: dict[str, None] = {}
    for name in names:
        value = attributes.get(name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str | int | float) and str(item).strip():
                found[str(item).strip()] = None
    return list(found)


def _edtf(value: str | None) -> str | None:
    """The date as EDTF; of a date with a time its day. None for all else."""
    if value is None:
        return None
    if found := _TIME_OF_DAY.fullmatch(value):
        value = found[1]
    try:
        return str(parse(value))
    except EdtfError:
        return None


def _evidence(extraction: _Extraction, text: str | None) -> list[dict[str, Any]]:
    """The interval that the extraction was aligned to, with the words that stand there."""
    interval = extraction.char_interval
    if interval is None or interval.start_pos is None or interval.end_pos is None:
        return []
    start, end = interval.start_pos, interval.end_pos
    if not 0 <= start < end <= (LONGEST_TEXT if text is None else len(text)):
        return []
    quote = extraction.extraction_text if text is None else text[start:end]
    return [{"quote": quote, "start": start, "end": end}]
