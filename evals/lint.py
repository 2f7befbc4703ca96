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
from rapidfuzz.distance import OSA

from evals.corpus import STORIES, TextFinder, label_files, read_yaml
from evals.label_checks import Problem, check_article, check_event, check_keys
from evals.spans import place_all
from extractor.edtf import bounds_of
from extractor.errors import CorpusError, ProfileError
from extractor.grounding import fold
from extractor.prompts import load_profile
from extractor.schema import GoldArticle, GoldEvent, Story
from extractor.schema.gold import Label

_Model = TypeVar("_Model", bound=Label)

_ABOUT_THE_CORPUS = frozenset({"readme", "license", "licence", "notice"})
"""Names of texts that are no articles."""

_LONG_TAG = 6
"""Letters from which two slips, not one, make a tag a likely misspelling."""

_SCHEMA = "`extractor schema corpus` tells the format"
_EDTF = "write EDTF, as 2024-12-06, 2024-12, ../2024-12-06 or 2024-12-01/2024-12-06"
_DATE_KEYS = frozenset({"edtf", "also", "published", "retrieved", "modified"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong, and what to do about it.

    `event` is the position in the label file (from 0); None: the whole file.
    """

    file: str
    event: int | None
    message: str
    remedy: str

    def __str__(self) -> str:
        place = self.file if self.event is None else f"{self.file}: event {self.event}"
        return f"{place}: {self.message} ({self.remedy})"


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
    findings = list(_stray_files(folder))
    if not paths and not findings:
        raise CorpusError(f"no label file in {folder}", hint="labels stand in NAME.yaml")
    finder = TextFinder(folder, texts)
    read: list[_Labels] = []
    for path in paths:
        labels = _read_labels(path, path.relative_to(folder).as_posix(), findings)
        if labels:
            read.append(labels)
            findings += _check_labels(labels, path, finder, texts)
    findings += _duplicate_ids(read)
    findings += _misspelt_tags(read)
    findings += _check_stories(folder, read)
    return sorted(findings, key=lambda f: (f.file, -1 if f.event is None else f.event, f.message))


def _stray_files(folder: Path) -> Iterator[Finding]:
    """Files that look like a part of the corpus and are not read."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or not path.is_file():
            continue
        is_story = STORIES in relative.parts[:-1]
        if path.suffix == ".yml":
            yield Finding(
                relative.as_posix(), None, "is not read", f"rename it to {path.stem}.yaml"
            )
        elif path.suffix == ".txt" and not is_story and not _has_labels(path):
            remedy = f"write {path.stem}.yaml, with `events: []` where nothing happens in it"
            yield Finding(relative.as_posix(), None, "a text without labels", remedy)


def _has_labels(text: Path) -> bool:
    beside = any(text.with_suffix(suffix).is_file() for suffix in (".yaml", ".yml"))
    return beside or text.stem.casefold() in _ABOUT_THE_CORPUS


def _read_labels(path: Path, file: str, findings: list[Finding]) -> _Labels | None:
    """Read each part by itself, so that one wrong event does not hide the others."""
    try:
        data = read_yaml(path)
    except CorpusError as error:
        findings.append(Finding(file, None, error.message, "correct the YAML"))
        return None
    if not isinstance(data, dict) or not isinstance(data.get("article"), dict):
        findings.append(Finding(file, None, "no `article:` with an id", _SCHEMA))
        return None
    listed = data.get("events")
    if not isinstance(listed, list):
        message = "`events:` is no list"
        findings.append(Finding(file, None, message, "an article without events has []"))
        listed = []
    unknown = sorted(set(data) - {"article", "events"}, key=str)
    known = "known are article, events"
    findings += [Finding(file, None, f"unknown key {key!r}", known) for key in unknown]
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
            remedy = _SCHEMA if _DATE_KEYS.isdisjoint(problem["loc"]) else _EDTF
            findings.append(Finding(file, event, message, remedy))
        return None


def _check_labels(
    labels: _Labels, path: Path, finder: TextFinder, texts: Path | None
) -> Iterator[Finding]:
    text, problem = _find_text(labels.article, path, finder, texts)
    kinds, no_profile = _kinds(labels.article)
    of_file = [*check_article(labels.article), *filter(None, (problem, no_profile))]
    yield from (Finding(labels.file, None, *found) for found in of_file)
    folded = fold(text) if text is not None else None
    for position, event in labels.events.items():
        for found in check_event(event, kinds, text, folded):
            yield Finding(labels.file, position, *found)
    yield from _same_events(labels, text)


def _find_text(
    article: GoldArticle, path: Path, finder: TextFinder, texts: Path | None
) -> tuple[str | None, Problem | None]:
    """The text and what is wrong with it. A text that was not the labelled one is not used."""
    try:
        found = finder.find(path, article)
    except CorpusError as error:
        return None, Problem(error.message, "save the text as UTF-8")
    beside = path.with_suffix(".txt").name
    if found is None and texts is not None:
        return None, Problem(f"its text is not in {texts} either", f"put {beside} there")
    if found is None and not article.sha256:
        remedy = f"put {beside} beside it, or give the sha256 of a text that is not passed on"
        return None, Problem("no text beside it, and no sha256 that names one", remedy)
    if found is None:
        return None, None
    text, sha256 = found
    if article.sha256 not in (None, sha256):
        remedy = "put the labelled text back, or check all evidence and give the new sha256"
        return None, Problem(f"sha256 is not that of the text ({sha256})", remedy)
    return text, None


def _kinds(article: GoldArticle) -> tuple[frozenset[str] | None, Problem | None]:
    try:
        return frozenset(load_profile(article.profile).kinds), None
    except ProfileError as error:
        return None, Problem(error.message, "`extractor prompts list` names the profiles")


def _same_events(labels: _Labels, text: str | None) -> Iterator[Finding]:
    """The same happening labelled twice: by kind, date and evidence, or by title and date."""
    first: dict[object, int] = {}
    remedy = "keep one of them; what happens twice differs in date, place or actors"
    for position, event in labels.events.items():
        date = bounds_of(event.when.edtf)
        spans = place_all(event.evidence, text) or event.evidence
        names = (
            tuple(fold(actor.name) for actor in event.who),
            tuple(fold(place.name) for place in event.where),
        )
        same_title = ("title, date and names", fold(event.title), date, names)
        told: list[tuple[object, ...]] = [same_title]
        if event.evidence:
            told.insert(0, ("kind, date and evidence", event.kind, date, spans))
        again = next((key for key in told if key in first), None)
        if again:
            message = f"the same {again[0]} as event {first[again]}"
            yield Finding(labels.file, position, message, remedy)
        for key in told:
            first.setdefault(key, position)


def _duplicate_ids(read: Iterable[_Labels]) -> Iterator[Finding]:
    file_of: dict[str, str] = {}
    for labels in read:
        id_ = labels.article.id
        if id_ in file_of:
            message = f"the id {id_!r} is that of {file_of[id_]}"
            yield Finding(labels.file, None, message, "give each article an id of its own")
        file_of.setdefault(id_, labels.file)


def _misspelt_tags(read: Sequence[_Labels]) -> Iterator[Finding]:
    """A tag of one article that is a slip or two from a tag of several; numbers are no slips."""
    used = Counter(tag for labels in read for tag in set(labels.article.tags))
    common = sorted(tag for tag, times in used.items() if times > 1)
    for labels in read:
        for tag in sorted(set(labels.article.tags)):
            likely = next((other for other in common if _is_slip_of(tag, other)), None)
            if used[tag] == 1 and likely:
                message = f"the tag {tag!r} stands here only"
                yield Finding(labels.file, None, message, f"did you mean {likely!r}?")


def _is_slip_of(tag: str, other: str) -> bool:
    letters, of_other = ("".join(c for c in word if not c.isdigit()) for word in (tag, other))
    slips = OSA.distance(tag.casefold(), other.casefold())
    return letters != of_other and slips <= (2 if len(tag) >= _LONG_TAG else 1)


def _check_stories(folder: Path, read: Sequence[_Labels]) -> Iterator[Finding]:
    """Stories name articles and events that exist."""
    sizes = {labels.article.id: labels.size for labels in read}
    for path in sorted(folder.rglob(f"{STORIES}/*.yaml")):
        file = path.relative_to(folder).as_posix()
        findings: list[Finding] = []
        try:
            story = _parse(Story, read_yaml(path), file, None, findings)
        except CorpusError as error:
            yield Finding(file, None, error.message, "correct the YAML")
            continue
        yield from findings
        for found in _check_story(story, sizes) if story else ():
            yield Finding(file, None, *found)


def _check_story(story: Story, sizes: dict[str, int]) -> Iterator[Problem]:
    yield from check_keys(story)
    for id_ in story.articles:
        if id_ not in sizes:
            yield Problem(f"no article {id_!r}", "name an article's id as its label file does")
    told: Counter[tuple[str, int]] = Counter()
    for members in story.events:
        told.update({(member.article, member.event) for member in members})
        for member in members:
            if member.article not in story.articles:
                message = f"an event of {member.article!r}, which is not among its articles"
                yield Problem(message, "add it to `articles`")
            elif member.event >= sizes.get(member.article, member.event + 1):
                message = f"{member.article!r} has no event {member.event}"
                yield Problem(message, f"it has {sizes[member.article]}, counted from 0")
    for (article, event), times in told.items():
        if times > 1:
            message = f"event {event} of {article!r} is in {times} happenings"
            yield Problem(message, "keep it in one")
