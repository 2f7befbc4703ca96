"""Everything that is wrong with a corpus folder: a list of findings, never only the first.

Judges form, not truth: whether labels can be read and stand on their texts. Changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import OSA

from evals.corpus_files import PAGE_SUFFIX, SourceFinder, is_hidden, yaml_files
from evals.findings import Finding, Labels, read_labels, read_story
from evals.inputs import page_input
from evals.label_checks import Problem, check_article, check_event, check_page
from evals.spans import place_all
from evals.story_checks import check_story
from extractor.edtf import bounds_of
from extractor.errors import CorpusError, ProfileError
from extractor.grounding import fold
from extractor.prompts import load_profile
from extractor.schema import GoldArticle, Story
from extractor.text.records import UnreadableArticle

_ABOUT_THE_CORPUS = frozenset({"readme", "license", "licence", "notice"})
"""Names of texts that are no articles."""

_UNREAD_SUFFIXES = {".yml": ".yaml", ".htm": PAGE_SUFFIX}
_WITHOUT_LABELS = {".txt": "a text without labels", PAGE_SUFFIX: "a page without labels"}

_LONG_TAG = 6
"""Letters from which two slips, not one, make a tag a likely misspelling."""

_SHORT_TAG = 4
"""Letters below which one slip makes another word as often as not: `us` and `uk`."""


def lint(folder: Path, *, texts: Path | None = None) -> list[Finding]:
    """Findings in the order of files and events.

    Raises CorpusError only where there is nothing to look at: no folder, or no label file.
    """
    if not folder.is_dir():
        raise CorpusError(f"no corpus folder at {folder}")
    files = list(yaml_files(folder))
    findings = list(_stray_files(folder))
    if not files and not findings:
        raise CorpusError(f"no label file in {folder}", hint="labels stand in NAME.yaml")
    finder = SourceFinder(folder, texts)
    read: list[Labels] = []
    stories: list[tuple[str, Story]] = []
    for source in files:
        file = source.path.relative_to(folder).as_posix()
        if source.is_story:
            if story := read_story(source, file, findings):
                stories.append((file, story))
        elif labels := read_labels(source, file, findings):
            read.append(labels)
            findings += _check_labels(labels, source.path, finder, texts)
    findings += _duplicate_ids(read)
    findings += _misspelt_tags(read)
    by_id = {labels.article.id: labels for labels in read}
    for file, story in stories:
        findings += [Finding(file, None, *found) for found in check_story(story, by_id)]
    return sorted(findings, key=lambda f: (f.file, -1 if f.event is None else f.event, f.message))


def _stray_files(folder: Path) -> Iterator[Finding]:
    """Files that look like a part of the corpus and are not read."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if is_hidden(relative.parts) or not path.is_file():
            continue
        file = relative.as_posix()
        if suffix := _UNREAD_SUFFIXES.get(path.suffix):
            yield Finding(file, None, "is not read", f"rename it to {path.stem}{suffix}")
        elif path.suffix in _WITHOUT_LABELS and not _has_labels(path):
            remedy = f"write {path.stem}.yaml, with `events: []` where nothing happens in it"
            yield Finding(file, None, _WITHOUT_LABELS[path.suffix], remedy)


def _has_labels(text: Path) -> bool:
    beside = any(text.with_suffix(suffix).is_file() for suffix in (".yaml", ".yml"))
    return beside or text.stem.casefold() in _ABOUT_THE_CORPUS


def _check_labels(
    labels: Labels, path: Path, finder: SourceFinder, texts: Path | None
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
    page = finder.page(path)
    if page is not None:
        yield from _check_page(labels, page, text)


def _check_page(labels: Labels, page: Path, text: str | None) -> Iterator[Finding]:
    """Whether the page, as the extractor reads it today, holds the words that gold quotes."""
    read = page_input(labels.article, page)
    if isinstance(read, UnreadableArticle):
        remedy = read.error.hint or "save the page as a browser shows it, or take it away"
        yield Finding(labels.file, None, f"{page.name}: {read.error.message}", remedy)
        return
    for position, event in labels.events.items():
        for found in check_page(event, text, read.text):
            yield Finding(labels.file, position, *found)


def _find_text(
    article: GoldArticle, path: Path, finder: SourceFinder, texts: Path | None
) -> tuple[str | None, Problem | None]:
    """The text and what is wrong with it. A text that was not the labelled one is not used."""
    try:
        found = finder.text(path, article)
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


def _same_events(labels: Labels, text: str | None) -> Iterator[Finding]:
    """The same happening labelled twice: by all but its title, or by all but its evidence."""
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
            told.insert(0, ("kind, date, places and evidence", event.kind, date, names[1], spans))
        again = next((key for key in told if key in first), None)
        if again:
            message = f"the same {again[0]} as event {first[again]}"
            yield Finding(labels.file, position, message, remedy)
        for key in told:
            first.setdefault(key, position)


def _duplicate_ids(read: Iterable[Labels]) -> Iterator[Finding]:
    file_of: dict[str, str] = {}
    for labels in read:
        id_ = labels.article.id
        if id_ in file_of:
            message = f"the id {id_!r} is that of {file_of[id_]}"
            yield Finding(labels.file, None, message, "give each article an id of its own")
        file_of.setdefault(id_, labels.file)


def _misspelt_tags(read: Sequence[Labels]) -> Iterator[Finding]:
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
    if len(tag) < _SHORT_TAG:
        return False
    letters, of_other = ("".join(c for c in word if not c.isdigit()) for word in (tag, other))
    slips = OSA.distance(tag.casefold(), other.casefold())
    return letters != of_other and slips <= (2 if len(tag) >= _LONG_TAG else 1)
