"""What lint says, and the parts of label and story files that can be read, each by itself.

One wrong part does not hide the others; whether what was read is right is judged elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from evals.corpus_files import YamlFile
from extractor.errors import CorpusError
from extractor.schema import GoldArticle, GoldEvent, Story
from extractor.schema.gold import Label

_Model = TypeVar("_Model", bound=Label)

_SCHEMA = "`extractor schema corpus` tells the format"
_EDTF = "write EDTF, as 2024-12-06, 2024-12, ../2024-12-06 or 2024-12-01/2024-12-06"
_DATE_KEYS = frozenset({"edtf", "also", "published", "retrieved", "modified"})


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong, and what to do about it.

    `event` is the position in the label file (from 0); None: the whole file. A warning may be
    meant so.
    """

    file: str
    event: int | None
    message: str
    remedy: str
    is_warning: bool = False

    def __str__(self) -> str:
        place = self.file if self.event is None else f"{self.file}: event {self.event}"
        kind = "warning: " if self.is_warning else ""
        return f"{place}: {kind}{self.message} ({self.remedy})"


@dataclass(frozen=True, slots=True)
class Labels:
    """What could be read of one label file. `events` leaves out those that could not."""

    file: str
    article: GoldArticle
    events: dict[int, GoldEvent]
    size: int


def read_labels(source: YamlFile, file: str, findings: list[Finding]) -> Labels | None:
    """The labels of a file; what is wrong with their form is added to `findings`."""
    data = _content(source, file, findings)
    if data is None:
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
    return Labels(file, article, events, len(listed)) if article else None


def read_story(source: YamlFile, file: str, findings: list[Finding]) -> Story | None:
    """The story of a file; what is wrong with its form is added to `findings`."""
    data = _content(source, file, findings)
    return None if data is None else _parse(Story, data, file, None, findings)


def _content(source: YamlFile, file: str, findings: list[Finding]) -> Any:
    """What stands in the file; {} where nothing does, None where it cannot be read."""
    try:
        return source.content() or {}
    except CorpusError as error:
        findings.append(Finding(file, None, error.message, "correct the YAML"))
        return None


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
