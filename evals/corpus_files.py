"""Which files of a corpus folder are labels, stories, texts and pages.

Reads YAML and text as they stand; knows nothing of what is right in them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from extractor.errors import CorpusError, InputError
from extractor.schema import GoldArticle
from extractor.text.decode import decode

STORIES = "stories"
"""Folder of a corpus that holds stories (happenings over several articles), NAME.yaml each, and
below NAME/ perhaps their articles."""

PAGE_SUFFIX = ".html"

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it: eight times as fast on label files."""


class _Loader(_SafeLoader):  # type: ignore[misc]  # one of two classes, chosen above
    """A safe loader that refuses a key that stands twice: the first would be lost in silence.

    It makes each part whole before it goes on, so that a part that holds itself is refused as well.
    """

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.deep_construct = True

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue  # a list as a key is refused below
            if key.value in seen:
                mark = key.start_mark
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", mark
                )
            seen.add(key.value)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping


@dataclass(frozen=True, slots=True)
class YamlFile:
    """One NAME.yaml of a corpus: labels or a story. `problem`: why its YAML cannot be read."""

    path: Path
    is_story: bool
    data: Any = None
    problem: CorpusError | None = None

    def content(self) -> Any:
        """What stands in it. Raises CorpusError that names the file and the line."""
        if self.problem is not None:
            raise self.problem
        return self.data


def yaml_files(folder: Path) -> Iterator[YamlFile]:
    """All NAME.yaml of a corpus in name order, each read once; hidden ones are left out."""
    inside = folder.resolve().name == STORIES
    for path in sorted(folder.rglob("*.yaml")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not is_hidden(parts):
            yield _read(path, parents=(STORIES, *parts[:-1]) if inside else parts[:-1])


def is_hidden(parts: tuple[str, ...]) -> bool:
    """Whether a path below the corpus folder is that of a hidden file, or lies in such a folder."""
    return any(part.startswith(".") for part in parts)


def _read(path: Path, parents: tuple[str, ...]) -> YamlFile:
    try:
        data = _read_yaml(path)
    except CorpusError as error:
        return YamlFile(path, _is_story(None, parents), problem=error)
    return YamlFile(path, _is_story(data, parents), data)


def _is_story(data: Any, parents: tuple[str, ...]) -> bool:
    """Below a folder `stories` the content decides: labels have `article`, stories `articles`.

    What has neither is what its place says: a story right in that folder, labels further down.
    """
    if STORIES not in parents:
        return False
    if isinstance(data, dict):
        if "article" in data:
            return False
        if isinstance(data.get("articles"), list):
            return True
    return parents[-1] == STORIES


def _read_yaml(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path} is not UTF-8: {error.reason}") from None
    except yaml.YAMLError as error:
        raise CorpusError(f"{path} is not YAML: {' '.join(str(error).split())}") from None
    except RecursionError:
        raise CorpusError(f"{path} cannot be read: it is nested too deeply") from None
    except (OSError, ValueError, AttributeError) as error:  # a value that is no date, unquoted
        raise CorpusError(f"{path} cannot be read: {error}") from None


class SourceFinder:
    """Finds the text and the web page that a label file goes with: beside it, or in `texts`.

    In the folder of texts it is the file of the same relative name, else of the same name; a text
    else the one whose content has the sha256 that the label names.
    """

    def __init__(self, corpus: Path, texts: Path | None = None) -> None:
        if texts is not None and not texts.is_dir():
            raise CorpusError(f"no folder of texts at {texts}")
        self._corpus = corpus
        self._texts = texts

    def text(self, label_file: Path, article: GoldArticle) -> tuple[str, str] | None:
        """The stored text and its sha256, or None. Raises CorpusError where it is unreadable."""
        path = self._named(label_file.with_suffix(".txt"))
        if path is not None:
            return read_text(path)
        return self._by_hash.get(article.sha256) if article.sha256 else None

    def page(self, label_file: Path) -> Path | None:
        """The web page that the extractor is given in place of the text; None without one."""
        return self._named(label_file.with_suffix(PAGE_SUFFIX))

    def _named(self, beside: Path) -> Path | None:
        places = [beside]
        if self._texts is not None:
            name = beside.relative_to(self._corpus)
            places += [self._texts / name, self._texts / name.name]
        return next((path for path in places if path.is_file()), None)

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
