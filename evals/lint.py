"""Everything that is wrong with a corpus folder: a list of findings, never only the first.

Judges form, not truth: whether labels can be read and stand on their texts. Changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from evals.corpus import STORIES, TextFinder, label_files, read_yaml
from evals.spans import occurrences, place_all
from extractor.edtf import bounds_of
from extractor.errors import CorpusError, ProfileError
from extractor.grounding import contains, fold
from extractor.prompts import load_profile
from extractor.schema import GoldArticle, GoldEvent, Story
from extractor.schema.gold import GoldActor, GoldEvidence, GoldPlace, Label

_Model = TypeVar("_Model", bound=Label)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong. `event` is the position in the label file (from 0); None: the whole file."""

    file: str
    event: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.event is None else f"{self.file}: event {self.event}"
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class _Labels:
    """What could be read of one label file. Events that could not are left out."""

    file: str
    article: GoldArticle
    events: dict[int, GoldEvent]
    size: int


def lint(folder: Path, *, texts: Path | None = None) -> list[Finding]:
    """Findings in the order of files and events.

    Raises CorpusError only where there is nothing to look at: no folder, or no label file.
    """
    if not folder.is_dir():
        raise CorpusError(f"no corpus folder at {folder}")
    paths = label_files(folder)
    if not paths:
        raise CorpusError(f"no label file in {folder}", hint="labels stand in NAME.yaml")
    finder = TextFinder(folder, texts)
    findings: list[Finding] = []
    read: list[_Labels] = []
    for path in paths:
        labels = _read_labels(path, path.relative_to(folder).as_posix(), findings)
        if labels:
            read.append(labels)
            findings += _check_labels(labels, path, finder)
    findings += _duplicate_ids(read)
    findings += _check_stories(folder, read)
    return sorted(findings, key=lambda f: (f.file, -1 if f.event is None else f.event, f.message))


def _read_labels(path: Path, file: str, findings: list[Finding]) -> _Labels | None:
    """Read each part by itself, so that one wrong event does not hide the others."""
    try:
        data = read_yaml(path)
    except CorpusError as error:
        findings.append(Finding(file, None, error.message))
        return None
    if not isinstance(data, dict) or not isinstance(data.get("article"), dict):
        findings.append(Finding(file, None, "no `article:` with an id"))
        return None
    listed = data.get("events")
    if not isinstance(listed, list):
        findings.append(Finding(file, None, "`events:` is no list; an article without has []"))
        listed = []
    unknown = sorted(set(data) - {"article", "events"}, key=str)
    findings += [Finding(file, None, f"unknown key {key!r}") for key in unknown]
    article = _parse(GoldArticle, data["article"], file, None, findings)
    events = {
        position: event
        for position, raw in enumerate(listed)
        if (event := _parse(GoldEvent, raw, file, position, findings))
    }
    return _Labels(file, article, events, len(listed)) if article else None


def _parse(
    model: type[_Model], raw: Any, file: str, event: int | None, findings: list[Finding]
) -> _Model | None:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            place = ".".join(str(part) for part in problem["loc"])
            message = f"{place}: {problem['msg']}" if place else problem["msg"]
            findings.append(Finding(file, event, message))
        return None


def _check_labels(labels: _Labels, path: Path, finder: TextFinder) -> Iterator[Finding]:
    text, problem = _find_text(labels.article, path, finder)
    if problem:
        yield Finding(labels.file, None, problem)
    for message in _unknown_keys(labels.article):
        yield Finding(labels.file, None, message)
    kinds, problem = _kinds(labels.article)
    if problem:
        yield Finding(labels.file, None, problem)
    folded = fold(text) if text is not None else None
    for position, event in labels.events.items():
        for message in _check_event(event, kinds, text, folded):
            yield Finding(labels.file, position, message)
    yield from _same_events(labels, text)


def _find_text(
    article: GoldArticle, path: Path, finder: TextFinder
) -> tuple[str | None, str | None]:
    """The text and what is wrong with it. A text that was not the labelled one is not used."""
    try:
        found = finder.find(path, article)
    except CorpusError as error:
        return None, error.message
    if found is None:
        return None, None if article.sha256 else "no text beside it, and no sha256 that names one"
    text, sha256 = found
    if article.sha256 not in (None, sha256):
        return None, f"sha256 is not that of the text ({sha256})"
    return text, None


def _kinds(article: GoldArticle) -> tuple[frozenset[str] | None, str | None]:
    try:
        return frozenset(load_profile(article.profile).kinds), None
    except ProfileError as error:
        return None, error.message


def _check_event(
    event: GoldEvent, kinds: frozenset[str] | None, text: str | None, folded: str | None
) -> Iterator[str]:
    yield from _unknown_keys(event)
    if kinds is not None and event.kind is not None and event.kind not in kinds:
        yield f"kind {event.kind!r} is not in the profile"
    yield from _check_alternatives(event)
    if not event.evidence:
        yield "no evidence"
    if text is None or folded is None:
        return
    for piece in event.evidence:
        yield from _check_evidence(piece, text)
    if event.when.text and not contains(folded, event.when.text):
        yield f"when.text {event.when.text!r} is not in the text"
    for name in _names(event):
        if not contains(folded, name):
            yield f"name {name!r} is not in the text"


def _names(event: GoldEvent) -> Iterator[str]:
    yield from (actor.name for actor in event.who)
    for place in event.where:
        yield place.name
        if place.within:
            yield place.within


def _check_evidence(piece: GoldEvidence, text: str) -> Iterator[str]:
    start, end, quote = piece.start, piece.end, piece.quote
    if start is not None and end is not None:
        if end > len(text):
            yield f"evidence {start}-{end} goes beyond the text ({len(text)} characters)"
        elif quote is not None and text[start:end] != quote:
            yield f"quote does not stand at {start}-{end}: {_short(quote)}"
    elif quote is not None:
        found = sum(1 for _ in occurrences(text, quote))
        if found == 0:
            yield f"quote is not in the text: {_short(quote)}"
        elif found > 1:
            yield f"quote stands {found} times in the text, give start and end: {_short(quote)}"


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else quote[:57] + "...")


def _check_alternatives(event: GoldEvent) -> Iterator[str]:
    """Alternatives that say nothing new, and names that could be two of the list."""
    right = bounds_of(event.when.edtf)
    for other in event.when.also:
        if bounds_of(other) == right:
            yield f"when.also {other!r} is the date itself"
    for field, items in (("who", event.who), ("where", event.where)):
        for item in items:
            if item.name in item.also:
                yield f"{field}: also {item.name!r} is the name itself"
        yield from _shared_names(field, items)


def _shared_names(field: str, items: Sequence[GoldActor | GoldPlace]) -> Iterator[str]:
    """A name that stands for two items would count as having found both."""
    forms = [{fold(name) for name in (item.name, *item.also)} for item in items]
    count = Counter(form for item_forms in forms for form in item_forms)
    for form in sorted(form for form, times in count.items() if times > 1):
        yield f"{field}: {form!r} stands for {count[form]} items"


def _unknown_keys(label: Label, prefix: str = "") -> Iterator[str]:
    """Keys that the schema does not have, down to the smallest part."""
    for key in sorted(label.model_extra or {}):
        yield f"unknown key {prefix + key!r}"
    for name in type(label).model_fields:
        value = getattr(label, name)
        if isinstance(value, Label):
            yield from _unknown_keys(value, f"{prefix}{name}.")
        elif isinstance(value, tuple):
            for part in value:
                if isinstance(part, Label):
                    yield from _unknown_keys(part, f"{prefix}{name}.")


def _same_events(labels: _Labels, text: str | None) -> Iterator[Finding]:
    """Events of one kind, date and evidence: the same happening labelled twice."""
    first: dict[object, int] = {}
    for position, event in labels.events.items():
        spans = place_all(event.evidence, text) or event.evidence
        told = (event.kind, bounds_of(event.when.edtf), spans)
        if event.evidence and told in first:
            message = f"the same kind, date and evidence as event {first[told]}"
            yield Finding(labels.file, position, message)
        first.setdefault(told, position)


def _duplicate_ids(read: Iterable[_Labels]) -> Iterator[Finding]:
    file_of: dict[str, str] = {}
    for labels in read:
        id_ = labels.article.id
        if id_ in file_of:
            yield Finding(labels.file, None, f"the id {id_!r} is that of {file_of[id_]}")
        file_of.setdefault(id_, labels.file)


def _check_stories(folder: Path, read: Sequence[_Labels]) -> Iterator[Finding]:
    """Stories name articles and events that exist."""
    sizes = {labels.article.id: labels.size for labels in read}
    for path in sorted(folder.rglob(f"{STORIES}/*.yaml")):
        file = path.relative_to(folder).as_posix()
        findings: list[Finding] = []
        try:
            story = _parse(Story, read_yaml(path), file, None, findings)
        except CorpusError as error:
            yield Finding(file, None, error.message)
            continue
        yield from findings
        for message in _check_story(story, sizes) if story else ():
            yield Finding(file, None, message)


def _check_story(story: Story, sizes: dict[str, int]) -> Iterator[str]:
    yield from _unknown_keys(story)
    yield from (f"no article {id_!r}" for id_ in story.articles if id_ not in sizes)
    for members in story.events:
        for member in members:
            if member.article not in story.articles:
                yield f"an event of {member.article!r}, which is not among its articles"
            elif member.event >= sizes.get(member.article, member.event + 1):
                yield f"{member.article!r} has no event {member.event}"
