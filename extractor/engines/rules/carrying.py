"""Dates that a line takes from another one: "The attack …" after "Rebels attacked … on Monday".

Only where the line names a happening again, or goes on with "Later", is a date carried; what the
whole story's day may be is never taken for the day of one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from extractor.dates.attachment import Story, read_dates
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import Sentence
from extractor.engines.rules.triggers import Trigger
from extractor.request import Request
from extractor.text.lines import Line

if TYPE_CHECKING:
    from extractor.engines.rules.events import Telling

LANGUAGE = "en"
"""The language that the rules read."""

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_MODIFIERS = 2
"""Words between "the" and the noun ("the twin car bomb attacks" has three, rare)."""
_GOES_ON = frozenset({"later", "then", "afterwards", "afterward", "meanwhile", "subsequently"})


class Cue(NamedTuple):
    """Words that lead to another line: where they start (characters of the line).

    `known`: they name the happening as known ("the attack"); else they go on ("later").
    """

    start: int
    known: bool


def find_cue(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> Cue | None:
    """Where the line names its happening as known, or the verb after a "Later", else None."""
    if not _GOES_ON.isdisjoint(sentence.lower[:2]):
        return Cue(sentence.starts[trigger.index], known=False)
    if trigger.noun is None and not trigger.entry.harm:
        return None
    for index in range(trigger.group.first):
        kinds = {entry.kind for entry in lexicon.nouns.get(sentence.lower[index], ())}
        before = sentence.lower[max(0, index - 1 - _MODIFIERS) : index]
        if trigger.kind in kinds and not _DEFINITE.isdisjoint(before):
            return Cue(sentence.starts[index], known=True)
    return None


class Carrier:
    """Gives undated events of one article the date that they are told to have elsewhere."""

    def __init__(self, request: Request, lines: Sequence[Line]) -> None:
        self._request = request
        self._lines = lines
        self._story: Story | None = None

    def carry(self, tellings: Iterable[Telling]) -> Iterator[Telling]:
        """The tellings, some of them with date words of an earlier line, which they cite too."""
        for telling in tellings:
            event = telling.event
            wanting = event.date_text is None and event.status == "occurred"
            yield (
                self._with_date(telling, telling.cue.start) if wanting and telling.cue else telling
            )

    def _with_date(self, telling: Telling, cue: int) -> Telling:
        event = telling.event
        here = next(i for i, line in enumerate(self._lines) if line.number == event.lines[0])
        found = self._read_story().attach(here, cue)
        known = found.basis == "carried" and found.sure
        if not known or found.words is None or found.line is None or found.line >= here:
            return telling
        source = self._lines[found.line]
        words = self._text(source)[found.words.start : found.words.end]
        carried = event.model_copy(
            update={"date_text": words, "lines": (*event.lines, source.number)}
        )
        return replace(telling, event=carried, again=source.number)

    def _read_story(self) -> Story:
        if self._story is None:
            published = self._request.published
            dated = [
                read_dates(self._text(line), published, language=LANGUAGE) for line in self._lines
            ]
            self._story = Story(dated, published.day)
        return self._story

    def _text(self, line: Line) -> str:
        return self._request.article.text[line.start : line.end]
