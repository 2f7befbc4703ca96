"""Labelled articles from a corpus folder: NAME.yaml beside NAME.txt, read recursively.

Never changes a label. The first thing that is wrong ends it with a CorpusError; `evals.lint` is
what lists everything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from extractor.errors import CorpusError, InputError
from extractor.schema import GoldArticle, GoldEvent, GoldFile
from extractor.schema.base import first_problem
from extractor.text.decode import decode

STORIES = "stories"
"""Folder of a corpus that holds stories (happenings over several articles), not labels."""

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: eight times as fast on label files."""


class _Loader(_SafeLoader):  # type: ignore[misc]  # one of two classes, chosen above
    """A safe loader that refuses a key that stands twice: the first would be lost in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                mark = key.start_mark
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", mark
                )
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its gold events; `text` is None where it is not passed on."""

    article: GoldArticle
    events: tuple[GoldEvent, ...]
    text: str | None
    text_sha256: str | None

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
        whether a label tells names at all counts, as it does in scoring.
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
    return [
        path
        for path in sorted(folder.rglob("*.yaml"))
        if path.is_file() and not _is_apart(path.relative_to(folder))
    ]


def _is_apart(path: Path) -> bool:
    return STORIES in path.parts[:-1] or any(part.startswith(".") for part in path.parts)


def read_yaml(path: Path) -> Any:
    """What stands in a YAML file. Raises CorpusError that names the file and the line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is not UTF-8: {error.reason}") from None
    except yaml.YAMLError as error:
        raise CorpusError(f"{path} is not YAML: {' '.join(str(error).split())}") from None
    except (OSError, ValueError, AttributeError) as error:  # a value that is no date, unquoted
        raise CorpusError(f"{path} cannot be read: {error}") from None


class TextFinder:
    """Finds the text that a label file refers to: beside it, or in a folder of texts.

    In the folder of texts it is the file of the same relative name, else of the same name, else
    the one whose content has the sha256 that the label names.
    """

    def __init__(self, corpus: Path, texts: Path | None = None) -> None:
        if texts is not None and not texts.is_dir():
            raise CorpusError(f"no folder of texts at {texts}")
        self._corpus = corpus
        self._texts = texts

    def find(self, label_file: Path, article: GoldArticle) -> tuple[str, str] | None:
        """The stored text and its sha256, or None. Raises CorpusError where it is unreadable."""
        beside = label_file.with_suffix(".txt")
        if beside.is_file():
            return read_text(beside)
        if self._texts is None:
            return None
        name = beside.relative_to(self._corpus)
        for path in (self._texts / name, self._texts / name.name):
            if path.is_file():
                return read_text(path)
        return self._by_hash.get(article.sha256) if article.sha256 else None

    @cached_property
    def _by_hash(self) -> Mapping[str, tuple[str, str]]:
        """All texts of the folder by their hash; read when the first name is not found."""
        if self._texts is None:
            return {}
        found = (read_text(path) for path in sorted(self._texts.rglob("*.txt")))
        return {sha256: (text, sha256) for text, sha256 in found}


def read_text(path: Path) -> tuple[str, str]:
    """The stored text of a file, as the extractor would store it, and its sha256."""
    try:
        text = decode(path.read_bytes())
    except (OSError, InputError) as error:
        raise CorpusError(f"{path} cannot be read: {error}") from None
    return text, sha256_of(text)


def sha256_of(text: str) -> str:
    """Hash of a stored text, in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def load_corpus(folder: Path, *, texts: Path | None = None) -> Corpus:
    """Read a corpus folder; `texts` is where the texts are that do not stand beside the labels.

    Raises CorpusError, with file and reason, for a folder without labels, a label file that is
    wrong, a text that is not the one that was labelled, and an id that two files have.
    """
    if not folder.is_dir():
        raise CorpusError(f"no corpus folder at {folder}")
    finder = TextFinder(folder, texts)
    articles = list(_load_files(label_files(folder), finder))
    if not articles:
        raise CorpusError(f"no label file in {folder}", hint="labels stand in NAME.yaml")
    return Corpus(str(folder), tuple(sorted(articles, key=lambda labelled: labelled.id)))


def _load_files(paths: Iterable[Path], finder: TextFinder) -> Iterator[LabelledArticle]:
    file_of: dict[str, Path] = {}
    for path in paths:
        labelled = _load_file(path, finder)
        if labelled.id in file_of:
            raise CorpusError(f"{path}: the id {labelled.id!r} is that of {file_of[labelled.id]}")
        file_of[labelled.id] = path
        yield labelled


def _load_file(path: Path, finder: TextFinder) -> LabelledArticle:
    try:
        gold = GoldFile.model_validate(read_yaml(path))
    except ValidationError as error:
        problem = first_problem(error, whole="the file")
        raise CorpusError(f"{path}: {problem}", hint="evals lint lists everything") from None
    found = finder.find(path, gold.article)
    text, sha256 = found or (None, gold.article.sha256)
    if gold.article.sha256 not in (None, sha256):
        raise CorpusError(
            f"{path}: its text is not the one that was labelled: its sha256 is {sha256}, "
            f"the label names {gold.article.sha256}"
        )
    return LabelledArticle(gold.article, gold.events, text, sha256)
