"""TimeSET (Hasegawa et al. 2024, arXiv 2403.00990) as a corpus: its salient events.

Reads the brat files. The source marks words, actors, dates and order; titles and evidence are
derived, and say so in `notes`. Never changes a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from evals.adapters.base import ADAPTERS, Converted
from evals.adapters.mentions import edtf_of, evidence, named, title, when
from evals.corpus import LabelledArticle, read_text
from evals.spans import Span
from extractor.errors import CorpusError
from extractor.schema import GoldArticle, GoldEvent
from extractor.text.blocks import split_blocks
from extractor.text.sentences import split_sentences

NOTES = "title and evidence are derived from the marked words"
FOLDER = ("data", "brat")

_SPAN = re.compile(r"(T\d+)\t(\w+) (\d+) (\d+)\t(.*)")
_EVENT = re.compile(r"(E\d+)\tevent:(T\d+)(.*)")
_ARGUMENT = re.compile(r"(ARG\d|TIMEX)\S*?:([TE]\d+)")
_RELATION = re.compile(r"R\d+\t(AFTER|COEX) Arg1:(E\d+) Arg2:(E\d+)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")
_VALUE = re.compile(r"\d{4}[-_][\dx]{2}-[\dx]{2}")
_ROLES = {"ARG0": "agent", "ARG1": "target"}


@dataclass(frozen=True, slots=True)
class BratEvent:
    """An event: the span of its trigger, its arguments (role, span), and its TIMEX, if any."""

    id: str
    trigger: Span
    arguments: tuple[tuple[str, Span], ...]
    timex: str | None


@dataclass(frozen=True, slots=True)
class BratFile:
    """What an .ann file marks. `order` holds (AFTER or COEX, event, event), as they stand."""

    spans: Mapping[str, Span]
    events: tuple[BratEvent, ...]
    order: tuple[tuple[str, str, str], ...]
    notes: Mapping[str, str]


def convert(source: Path, *, split: str | None = None) -> Converted:
    """The articles of a split; the day under the headline is given as the publication date."""
    splits = ADAPTERS["timeset"].splits
    folder = source.joinpath(*FOLDER, split or splits[0])
    files = sorted(folder.glob("*.ann"))
    if not files:
        raise CorpusError(f"no TimeSET at {source}: {folder} has no .ann files")
    return Converted(tuple(labelled_article(path) for path in files))


def labelled_article(path: Path) -> LabelledArticle:
    """One article. Tags: its topic, and `no_timex` where the file marks no date at all."""
    text, sha256 = read_text(path.with_suffix(".txt"))
    brat = read_brat(path, text)
    dated = any(event.timex for event in brat.events)
    topic = re.sub(r"_\d+$", "", path.stem)
    about: dict[str, Any] = {
        "id": path.stem,
        "title": text.split("\n", 1)[0].strip(),
        "language": "en",
        "source": "TimeSET",
        "tags": [topic] if dated else [topic, "no_timex"],
        "sha256": sha256,
    }
    if published := _published(text):
        about |= {"published": published, "published_given": True}
    events = tuple(GoldEvent.model_validate(event) for event in _events(brat, text))
    return LabelledArticle(GoldArticle.model_validate(about), events, text, sha256)


def read_brat(path: Path, text: str) -> BratFile:
    """Raises CorpusError where a mark's words are not those of the text, or a mark is missing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    spans = {}
    for found in filter(None, map(_SPAN.fullmatch, lines)):
        start, end = int(found[3]), int(found[4])
        if text[start:end] != found[5]:
            raise CorpusError(f"{path}: {found[1]} is not where it says: {found[5]!r}")
        spans[found[1]] = (start, end)
    try:
        events = tuple(_event(m, spans) for m in filter(None, map(_EVENT.fullmatch, lines)))
    except KeyError as error:
        raise CorpusError(f"{path}: no mark {error}") from None
    order = tuple((m[1], m[2], m[3]) for m in filter(None, map(_RELATION.match, lines)))
    notes = {m[1]: m[2] for m in filter(None, map(_NOTE.fullmatch, lines))}
    return BratFile(spans, events, order, notes)


def _event(found: re.Match[str], spans: Mapping[str, Span]) -> BratEvent:
    """An argument that is an event itself is no name and is passed over."""
    arguments = _ARGUMENT.findall(found[3])
    timex = next((target for role, target in arguments if role == "TIMEX"), None)
    names = tuple((r, spans[t]) for r, t in arguments if r != "TIMEX" and t.startswith("T"))
    return BratEvent(found[1], spans[found[2]], names, timex)


def _published(text: str) -> str | None:
    """The day of the second line, `Tuesday, July 11, 2023`."""
    second = text.split("\n", 2)[1:2]
    try:
        day = datetime.strptime(second[0].strip(), "%A, %B %d, %Y") if second else None  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return day.date().isoformat() if day else None


def _events(brat: BratFile, text: str) -> Iterator[dict[str, Any]]:
    """Events in text order. Places are not labelled: `where` is absent, which is not judged."""
    sentences = _sentences(text)
    order = _positions(brat)
    for event in sorted(brat.events, key=lambda e: e.trigger):
        details: dict[str, Any] = {"triggers": [list(event.trigger)]}
        details |= _relations(brat, event.id, order)
        if event.timex:
            details["timex"] = brat.notes.get(event.timex, "")
        yield {
            "title": title(text, event.trigger, (span for _, span in event.arguments)),
            "when": _when(event, brat, text),
            "who": _actors(event, text),
            "evidence": evidence(text, sentences, [event.trigger]),
            "details": details,
            "notes": NOTES,
        }


def _positions(brat: BratFile) -> dict[str, int]:
    events = sorted(brat.events, key=lambda e: e.trigger)
    return {event.id: position for position, event in enumerate(events)}


def _relations(brat: BratFile, event: str, order: Mapping[str, int]) -> dict[str, list[int]]:
    """Positions of the events that come next after this one, and of those at the same time.

    `AFTER Arg1:E2 Arg2:E3` reads "after E2 comes E3": where both have a day, Arg1's is the
    earlier one.
    """
    found: dict[str, list[int]] = {}
    for relation, first, second in brat.order:
        if first == event and second in order:
            name = "before" if relation == "AFTER" else "coexists"
            found.setdefault(name, []).append(order[second])
    return found


def _when(event: BratEvent, brat: BratFile, text: str) -> dict[str, Any]:
    """The annotators' value of the TIMEX; undated where it has none or is a duration."""
    if event.timex is None:
        return {"edtf": None}
    start, end = brat.spans[event.timex]
    note = brat.notes.get(event.timex, "")
    found = None if note.startswith("duration") else _VALUE.search(note)
    return {"text": text[start:end]} | when([edtf_of(found[0]) if found else None])


def _actors(event: BratEvent, text: str) -> list[dict[str, Any]]:
    """Who acts, and of the other arguments those with a capital letter: `a letter` is no actor."""
    actors = []
    for role, (start, end) in sorted(event.arguments):
        words = text[start:end]
        if (role == "ARG0" or words != words.lower()) and (name := named([words])):
            actors.append(name | {"role": _ROLES.get(role, "other")})
    return actors


def _sentences(text: str) -> Sequence[Span]:
    return [
        (sentence.start, sentence.end)
        for block in split_blocks(text)
        for sentence in split_sentences(text, block, language="en")
    ]
