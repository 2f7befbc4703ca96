"""Reads TimeML documents (.tml): their text, day of writing, and annotated time expressions.

TimeML marks events as single words without actors, so it is not converted to a corpus of events;
what it measures here is the reading of dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from extractor.errors import CorpusError

_TEXT = re.compile(r"<TEXT>\n?(.*?)</TEXT>", re.DOTALL)
_TIMEX = re.compile(r"<TIMEX3([^>]*)>([^<]*)</TIMEX3>")
_TIMEX_TAG = re.compile(r"<TIMEX3([^>]*)>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_CREATION = "t0"
"""The id of the expression that tells when a document was written; it is not scored."""


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression: code points into the text of its document."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the day it was written and its annotated time expressions."""

    name: str
    text: str
    written: str
    gold: tuple[Timex, ...]
    created: tuple[int, int] = (0, 0)
    """Where the text tells its own day of writing, which is not scored."""


def read_documents(source: Path) -> list[Document]:
    """All .tml files below a folder, sorted by file name; a name that stands twice is read once.

    Raises CorpusError where there is none, or one is no TimeML.
    """
    paths: dict[str, Path] = {}
    for path in sorted(source.rglob("*.tml")):
        paths.setdefault(path.name, path)
    if not paths:
        raise CorpusError(f"no .tml file in {source}")
    return [read_document(paths[name]) for name in sorted(paths)]


def read_document(path: Path) -> Document:
    """What stands in TEXT, without the creation time."""
    whole = path.read_text(encoding="utf-8")
    match = _TEXT.search(whole)
    written = _written(_TIMEX_TAG.findall(whole))
    if match is None or written is None:
        raise CorpusError(f"{path} is no TimeML: it needs TEXT and the creation time {_CREATION}")
    marked = match[1]
    gold = []
    for timex in _TIMEX.finditer(marked):
        attributes = tag_attributes(timex[1])
        if attributes.get("tid") != _CREATION:
            start = len(unescape(_TAG.sub("", marked[: timex.start()])))
            gold.append(timex_of(start, unescape(timex[2]), attributes))
    return Document(path.stem, unescape(_TAG.sub("", marked)), written, tuple(gold))


def _written(tags: Iterable[str]) -> str | None:
    for tag in tags:
        attributes = tag_attributes(tag)
        if attributes.get("tid") == _CREATION:
            return attributes.get("value", "")[:10]
    return None


def timex_of(start: int, words: str, attributes: dict[str, str]) -> Timex:
    """A time expression from its place, its words and the attributes of its tag."""
    return Timex(
        start,
        start + len(words),
        words,
        attributes.get("type", ""),
        attributes.get("value", ""),
        attributes.get("mod", ""),
    )


def tag_attributes(tag: str) -> dict[str, str]:
    """Names and values in a tag."""
    return dict(_ATTRIBUTE.findall(tag))
