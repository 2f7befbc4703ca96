"""What a reader of a public corpus gives, and which readers there are.

Writes a converted corpus to a folder; knows nothing of any source's format.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import yaml
from pydantic import BaseModel

from evals.corpus import STORIES, LabelledArticle, label_files
from extractor.errors import ConfigurationError
from extractor.schema import GoldFile, Story

_SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_LONGEST_NAME = 60
"""Characters of a file name that are taken from an id; file systems take 255 bytes."""


@dataclass(frozen=True)
class Converted:
    """Labelled articles of a source, in its order, and the stories over them by name."""

    articles: tuple[LabelledArticle, ...]
    stories: Mapping[str, Story] = field(default_factory=dict)

    def first(self, limit: int | None) -> Converted:
        """The first `limit` articles, and the stories of which all articles are among them."""
        if limit is None:
            return self
        kept = self.articles[:limit]
        ids = {labelled.id for labelled in kept}
        stories = {n: s for n, s in self.stories.items() if ids.issuperset(s.articles)}
        return replace(self, articles=kept, stories=stories)


class Converter(Protocol):
    """Reads a source. `split` is one of the adapter's splits; None means the first of them."""

    def __call__(self, source: Path, *, split: str | None = None) -> Converted:
        """Raises CorpusError where the folder is not such a source."""


@dataclass(frozen=True, slots=True)
class Adapter:
    """Where the `convert` function of a corpus is, what the corpus is, and its parts."""

    module: str
    summary: str
    splits: tuple[str, ...] = ()


ADAPTERS: Mapping[str, Adapter] = {
    "muc4": Adapter(
        "evals.adapters.muc4",
        "MUC-4 (1992): news of attacks in Latin America, with incident templates.",
        ("dev", "tst1", "tst2", "tst3", "tst4"),
    ),
    "meantime": Adapter(
        "evals.adapters.meantime",
        "MEANTIME (2015): Wikinews on aviation and Apple, with events across articles.",
        ("all", "airbus", "apple"),
    ),
    "timeset": Adapter(
        "evals.adapters.timeset",
        "TimeSET (2024): Wikinews with salient events, their actors, dates and order.",
        ("dev", "test"),
    ),
}
"""The corpora that can be converted, by the name that the command line uses."""


def load_converter(name: str) -> Converter:
    """The `convert` function of the adapter; imported when it is needed."""
    converter: Converter = import_module(ADAPTERS[name].module).convert
    return converter


def write_corpus(converted: Converted, folder: Path) -> None:
    """NAME.txt and NAME.yaml of each article, and stories/NAME.yaml.

    Raises ConfigurationError where the folder holds labels already: two corpora would be mixed.
    """
    if folder.is_dir() and label_files(folder):
        raise ConfigurationError(f"{folder} holds labels already", hint="name an empty folder")
    try:
        _write(converted, folder)
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be written: {error.strerror}") from None


def _write(converted: Converted, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for labelled in converted.articles:
        base = folder / f"{_file_name(labelled.id, taken)}.txt"
        if labelled.text is not None:
            base.write_text(labelled.text, encoding="utf-8", newline="")
        labels = GoldFile(article=labelled.article, events=labelled.events)
        _write_yaml(base.with_suffix(".yaml"), labels)
    for name, story in converted.stories.items():
        (folder / STORIES).mkdir(exist_ok=True)
        _write_yaml(folder / STORIES / f"{name}.yaml", story)


def _file_name(id_: str, taken: set[str]) -> str:
    """A name that stays in the folder, whatever the id is, and that no other article has."""
    plain = re.sub(r"[^\w.,-]", "_", id_)[:_LONGEST_NAME].strip(".") or "article"
    name, number = plain, 2
    while name.casefold() in taken:
        name, number = f"{plain}-{number}", number + 1
    taken.add(name.casefold())
    return name


def _write_yaml(path: Path, record: BaseModel) -> None:
    """What was set is written, also where it is empty: no names is not the same as unknown."""
    data = record.model_dump(mode="json", exclude_unset=True)
    text = yaml.dump(data, Dumper=_SafeDumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8", newline="\n")
