"""Labelled articles from a corpus folder: NAME.yaml beside NAME.txt, read recursively.

Never changes a label. The first thing that is wrong ends it with a CorpusError; `evals.lint` is
what lists everything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from evals.corpus_files import (
    STORIES,
    SourceFinder,
    YamlFile,
    read_text,
    sha256_of,
    yaml_files,
)
from extractor.errors import CorpusError
from extractor.schema import GoldArticle, GoldEvent, GoldFile, Story
from extractor.schema.base import first_problem

__all__ = [
    "STORIES",
    "Corpus",
    "LabelledArticle",
    "label_files",
    "load_corpus",
    "load_stories",
    "read_text",
    "sha256_of",
]


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its gold events; `text` is None where it is not passed on.

    `page` is the web page that the extractor is given instead of the text, where there is one.
    """

    article: GoldArticle
    events: tuple[GoldEvent, ...]
    text: str | None
    text_sha256: str | None
    page: Path | None = None

    @property
    def id(self) -> str:
        """The article's id, unique in the corpus."""
        return self.article.id


@dataclass(frozen=True)
class Corpus:
    """Labelled articles in the order of their ids."""

    path: str
    articles: tuple[LabelledArticle, ...]

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over ids, labels and texts; file names, their order and YAML style do not count.

        Fields that hold their default are left out, so a new optional field changes no hash; but
        whether a label tells names at all counts, as it does in scoring. A page does not count: it
        is what an engine is given, not what it is measured by.
        """
        digest = hashlib.sha256()
        for labelled in self.articles:
            labels = GoldFile(article=labelled.article, events=labelled.events)
            content = labels.model_dump(mode="json", exclude_defaults=True)
            content["article"].pop("sha256", None)
            told = [sorted(e.model_fields_set & {"who", "where"}) for e in labelled.events]
            entry = [labelled.id, content, told, labelled.text_sha256]
            digest.update(json.dumps(entry, sort_keys=True).encode() + b"\n")
        return digest.hexdigest()

    @property
    def gold_events(self) -> int:
        """Events that count: those that are not optional."""
        return sum(not event.optional for labelled in self.articles for event in labelled.events)


def label_files(folder: Path) -> list[Path]:
    """All NAME.yaml of a corpus in name order, stories and hidden files left out."""
    return [file.path for file in yaml_files(folder) if not file.is_story]


def load_corpus(folder: Path, *, texts: Path | None = None) -> Corpus:
    """Read a corpus folder; `texts` is where the texts are that do not stand beside the labels.

    Raises CorpusError, with file and reason, for a folder without labels, a label file that is
    wrong, a text that is not the one that was labelled, and an id that two files have.
    """
    if not folder.is_dir():
        raise CorpusError(f"no corpus folder at {folder}")
    articles = list(_load_files(folder, SourceFinder(folder, texts)))
    if not articles:
        raise CorpusError(f"no label file in {folder}", hint="labels stand in NAME.yaml")
    return Corpus(str(folder), tuple(sorted(articles, key=lambda labelled: labelled.id)))


def _load_files(folder: Path, finder: SourceFinder) -> Iterator[LabelledArticle]:
    file_of: dict[str, Path] = {}
    for file in yaml_files(folder):
        if file.is_story:
            continue
        labelled = _load_file(file, finder)
        if labelled.id in file_of:
            known = file_of[labelled.id]
            raise CorpusError(f"{file.path}: the id {labelled.id!r} is that of {known}")
        file_of[labelled.id] = file.path
        yield labelled


def _load_file(file: YamlFile, finder: SourceFinder) -> LabelledArticle:
    path = file.path
    try:
        gold = GoldFile.model_validate(file.content())
    except ValidationError as error:
        raise _wrong(path, error) from None
    found = finder.text(path, gold.article)
    text, sha256 = found or (None, gold.article.sha256)
    if gold.article.sha256 not in (None, sha256):
        raise CorpusError(
            f"{path}: its text is not the one that was labelled: its sha256 is {sha256}, "
            f"the label names {gold.article.sha256}"
        )
    return LabelledArticle(gold.article, gold.events, text, sha256, finder.page(path))


def load_stories(folder: Path) -> dict[str, Story]:
    """The stories of a corpus by file, as its path below the folder without suffix.

    Raises CorpusError for a story file that is wrong. Whether the articles and events that stories
    name exist is for `evals lint`.
    """
    stories = {}
    for file in yaml_files(folder):
        if file.is_story:
            name = file.path.relative_to(folder).with_suffix("").as_posix()
            try:
                stories[name] = Story.model_validate(file.content())
            except ValidationError as error:
                raise _wrong(file.path, error) from None
    return stories


def _wrong(path: Path, error: ValidationError) -> CorpusError:
    problem = first_problem(error, whole="the file")
    return CorpusError(f"{path}: {problem}", hint="evals lint lists everything")
