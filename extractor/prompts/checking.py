"""A close look at a profile: everything that is wrong with it, before anything is paid for.

Examples are checked against their own text and our own date resolver, templates against
articles with and without everything that may be known of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from extractor import edtf
from extractor.dates.resolve import resolve
from extractor.errors import ProfileError
from extractor.grounding import contains, find_phrase, fold
from extractor.prompts.examples import (
    EXAMPLES_FILE,
    Example,
    find_uncited,
    find_unreadable,
    read_examples,
)
from extractor.prompts.folders import PROFILE_FILE, require_inside
from extractor.prompts.probing import find_unsent
from extractor.prompts.profile import KEYS, Profile, ProfileFile, find_unmapped, read_profile
from extractor.prompts.rendering import SYSTEM_TEMPLATE, render_system
from extractor.prompts.templates import load_templates
from extractor.prompts.yamlfile import Finding, YamlFile, read_yaml
from extractor.schema import WireEvent


def check_profile(folder: Path) -> tuple[str, ...]:
    """What is wrong with the profile in `folder`: file, line, what, and a remedy; in file order."""
    try:
        file = read_yaml(folder / PROFILE_FILE)
        found = [*_profile_findings(file)]
        if found:
            return tuple(map(str, found))
        profile = read_profile(folder)
        found = [*_example_findings(profile)]
        return tuple(map(str, found or _template_findings(profile)))
    except ProfileError as error:
        return (str(error),)


def _profile_findings(file: YamlFile) -> Iterator[Finding]:
    try:
        content = ProfileFile.model_validate(file.data)
    except ValidationError as error:
        yield from file.findings(error, KEYS)
        return
    yield from find_unmapped(content, file)


def _example_findings(profile: Profile) -> Iterator[Finding]:
    path = profile.folder / EXAMPLES_FILE
    if not path.is_file():
        return
    require_inside(profile.folder, path)
    file = read_yaml(path)
    unreadable = [*find_unreadable(file, profile)]
    yield from unreadable
    if unreadable:
        return
    for number, example in enumerate(read_examples(file, profile)):
        yield from find_uncited(file, number, example)
        yield from _ExampleCheck(file, number, example, profile).findings()


class _ExampleCheck:
    """Checks the answer of one example against its own text."""

    def __init__(self, file: YamlFile, number: int, example: Example, profile: Profile) -> None:
        self.file = file
        self.number = number
        self.example = example
        self.profile = profile
        text = example.article.text
        self.lines = {
            line.number: text[line.start : line.end] for line in example.lines if line.shown
        }
        self.folded = fold("\n".join(self.lines.values()))

    def findings(self) -> Iterator[Finding]:
        known: date | None = None
        for index, event in enumerate(self.example.answer.events):
            yield from self._names(index, event)
            yield from self._date_words(index, event)
            yield from self._date(index, event, known)
            for problem in self.profile.clean_details(event.details).problems:
                yield self._finding(index, "details", problem)
            known = _single_day(event.date) or known
        published = self.example.answer.published
        if published and not _is_edtf(published.date):
            place = (self.number, "answer", "published", "date")
            yield self.file.finding(place, f"{published.date!r} is no EDTF date")

    def _finding(self, index: int, field: str, message: str, remedy: str | None = None) -> Finding:
        return self.file.finding((self.number, "answer", "events", index, field), message, remedy)

    def _names(self, index: int, event: WireEvent) -> Iterator[Finding]:
        named = [("who", actor.name) for actor in event.who]
        named += [("where", place.name) for place in event.where]
        named += [("where", place.within) for place in event.where if place.within]
        named += [("attribution", event.attribution)] if event.attribution else []
        for field, name in named:
            if not contains(self.folded, name):
                message = f"{name!r} does not stand in the example's text"
                yield self._finding(index, field, message, "copy the words as they stand there")

    def _date_words(self, index: int, event: WireEvent) -> Iterator[Finding]:
        words = event.date_text
        if words is None or self._dated_line(event):
            return
        where = [number for number, line in self.lines.items() if find_phrase(line, words)]
        remedy = f"cite line {where[0]}" if where else "copy the words as they stand there"
        message = f"the date words {words!r} do not stand in the cited lines"
        yield self._finding(index, "date_text", message, remedy)

    def _dated_line(self, event: WireEvent) -> str | None:
        """The cited line that the date words stand in."""
        cited = (self.lines[number] for number in event.lines if number in self.lines)
        return next((line for line in cited if find_phrase(line, event.date_text or "")), None)

    def _date(self, index: int, event: WireEvent, known: date | None) -> Iterator[Finding]:
        if event.date is None:
            return
        if not _is_edtf(event.date):
            remedy = "2024-12-05, 2024-12, 2024, ../2024-12-05, 2024-12-01/2024-12-05"
            yield self._finding(index, "date", f"{event.date!r} is no EDTF date", remedy)
            return
        if event.date_text is None:
            yield self._finding(index, "date", "a date without date words", "add `date_text`")
            return
        sentence = self._dated_line(event)
        if sentence is None:
            return  # told already
        resolution = resolve(
            event.date_text, self.example.published, sentence=sentence, known=known
        )
        bounds = edtf.bounds_of(resolution.edtf)
        relation = edtf.compare(edtf.bounds_of(event.date), bounds)
        if relation in ("before", "after") or (resolution.exact and relation != "equal"):
            message = f"{event.date_text!r} is read as {resolution.edtf}, not as {event.date}"
            remedy = "the example's publication date and the words of this line decide"
            yield self._finding(index, "date", message, remedy)


def _template_findings(profile: Profile) -> Iterator[Finding]:
    """Templates that leave out what a model has to be told. Raises ProfileError if one fails."""
    (template,) = load_templates(profile.folder, SYSTEM_TEMPLATE)
    told = set(re.findall(r"\w+", render_system(template, profile, ())))  # not by an example
    path = profile.folder / SYSTEM_TEMPLATE
    for name in (*profile.kinds, *profile.fields):
        if name not in told:
            yield Finding(path, 0, f"the prompt does not name {name!r}", "list kinds and fields")
    yield from find_unsent(profile)


def _is_edtf(text: str) -> bool:
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return False
    return True


def _single_day(text: str | None) -> date | None:
    """The day that a date names, None for anything longer or open."""
    if text is None or not _is_edtf(text):
        return None
    earliest, latest = edtf.bounds_of(text)
    return earliest if earliest == latest else None
