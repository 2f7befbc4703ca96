"""Worked examples of a profile: short articles with the answer that is expected.

Their lines are numbered and their dates bounded by the code that reads real articles; whatever
does not hold in their own text is an error with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import RootModel, ValidationError

from extractor.dates.anchor import publication_date
from extractor.prompts.folders import require_inside
from extractor.prompts.yamlfile import Finding, YamlFile, read_yaml
from extractor.schema import Article, PublicationDate, WireAnswer
from extractor.schema.base import Record
from extractor.text.lines import Line, number_lines

if TYPE_CHECKING:
    from extractor.prompts.profile import Profile

EXAMPLES_FILE = "examples.yaml"


class ExampleEntry(Record):
    """One example as it stands in the file. What an answer leaves out is null or empty."""

    article: Article
    answer: dict[str, Any]


class ExamplesFile(RootModel[tuple[ExampleEntry, ...]]):
    """`examples.yaml`: a list of examples."""


@dataclass(frozen=True, slots=True)
class Example:
    """An article as an engine would be given it, and the answer that is expected."""

    article: Article
    lines: tuple[Line, ...]
    published: PublicationDate
    answer: WireAnswer

    @property
    def json(self) -> str:
        """The answer as a model should write it: compact, its fields in the schema's order."""
        return self.answer.model_dump_json()


def load_examples(profile: Profile) -> tuple[Example, ...]:
    """The examples of a profile, none where it has no such file.

    Raises ProfileError for the first that is not well formed or cites a line that is not
    shown; `extractor.prompts.checking` looks closer.
    """
    path = profile.folder / EXAMPLES_FILE
    if not path.is_file():
        return ()
    require_inside(profile.folder, path)
    file = read_yaml(path)
    for finding in find_unreadable(file, profile):
        raise finding.error()
    examples = read_examples(file, profile)
    for number, example in enumerate(examples):
        for finding in find_uncited(file, number, example):
            raise finding.error()
    return examples


def read_examples(file: YamlFile, profile: Profile) -> tuple[Example, ...]:
    """The examples of a file in which nothing is unreadable."""
    return tuple(_example(entry, profile) for entry in _entries(file))


def find_uncited(file: YamlFile, number: int, example: Example) -> Iterator[Finding]:
    """Events without lines, and cited lines that the article has not or that are not shown."""
    shown = [line.number for line in example.lines if line.shown]
    remedy = f"lines that may be cited: {', '.join(map(str, shown))}"
    for index, event in enumerate(example.answer.events):
        place = (number, "answer", "events", index, "lines")
        if not event.lines:
            yield file.finding(place, "the event cites no line", remedy)
        for line in event.lines:
            if line not in shown:
                yield file.finding(place, f"line {line} is not shown to an engine", remedy)
    published = example.answer.published
    if published and published.line not in shown:
        message = f"line {published.line} is not shown to an engine"
        yield file.finding((number, "answer", "published"), message, remedy)


def find_unreadable(file: YamlFile, profile: Profile) -> Iterator[Finding]:
    """What keeps the file from being read as examples at all."""
    article_keys = set(Article.model_fields) - {"extra"}
    try:
        entries = _entries(file)
    except ValidationError as error:
        yield from file.findings(error, {*ExampleEntry.model_fields, *article_keys})
        return
    keys = {"published", "events", *_empty_event(profile), "lines", "name", "role", "within"}
    for number, entry in enumerate(entries):
        for key in entry.article.extra:
            yield file.finding((number, "article", key), f"unknown key {key!r} of an article")
        try:
            profile.wire_model().model_validate(_completed(entry.answer, profile))
        except ValidationError as error:
            yield from file.findings(error, {*keys, *profile.fields}, (number, "answer"))


def _entries(file: YamlFile) -> tuple[ExampleEntry, ...]:
    return ExamplesFile.model_validate(file.data or []).root


def _example(entry: ExampleEntry, profile: Profile) -> Example:
    article = entry.article
    lines = number_lines(article.text, title=article.title, language=article.language)
    published = publication_date(article, article.text, [line.entry for line in lines])
    answer = profile.wire_model().model_validate(_completed(entry.answer, profile))
    return Example(article, lines, published, answer)


def _empty_event(profile: Profile) -> dict[str, Any]:
    return {
        "date_text": None,
        "date": None,
        "who": [],
        "where": [],
        "attribution": None,
        "details": dict.fromkeys(profile.fields),
    }


def _completed(answer: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """The answer with what the author left out: nulls, empty lists, details not told."""
    events = answer.get("events", [])
    if isinstance(events, list):
        events = [_completed_event(event, profile) for event in events]
    return {"published": None, **answer, "events": events}


def _completed_event(event: Any, profile: Profile) -> Any:
    if not isinstance(event, dict):
        return event
    complete = {**_empty_event(profile), **event}
    if isinstance(complete["details"], dict):
        complete["details"] = {**dict.fromkeys(profile.fields), **complete["details"]}
    if isinstance(complete["where"], list):
        complete["where"] = [
            {"within": None, **place} if isinstance(place, dict) else place
            for place in complete["where"]
        ]
    return complete
