"""The engine `rules`: reads English news by a vocabulary and patterns.

No model, no network, the same answer every time; the floor that other engines are compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.dates.expressions import find_expressions
from extractor.engines.base import Answer
from extractor.engines.rules.capitals import read_capitals
from extractor.engines.rules.carrying import LANGUAGE, Carrier
from extractor.engines.rules.events import Telling, find_events
from extractor.engines.rules.foreign import read_foreign
from extractor.engines.rules.kinds import settle_kinds
from extractor.engines.rules.lexicon import Lexicon, load_lexicon
from extractor.engines.rules.merging import merge_events
from extractor.engines.rules.open_verbs import has_open_verb
from extractor.engines.rules.sentences import read_sentence
from extractor.engines.rules.triggers import has_trigger
from extractor.grounding import visible
from extractor.prompts import Profile
from extractor.request import Request
from extractor.schema import WireAnswer, WireEvent
from extractor.text.lines import Line

VERSION = "5"
"""Counts up whenever the engine may answer differently for the same request."""

_TOLD_IN: frozenset[str] = frozenset({"body", "caption", "dateline"})
"""Labels of lines that tell events; a headline repeats what the body says."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


class RulesEngine:
    """Finds events by the vocabulary in the profile's `lexicon.yaml`."""

    def __init__(self) -> None:
        self._lexicons: dict[str, Lexicon] = {}

    @property
    def name(self) -> str:
        """How the user calls it."""
        return "rules"

    @property
    def fingerprint(self) -> str:
        """The version; the vocabulary is part of the profile's own fingerprint."""
        return f"rules/{VERSION}"

    @property
    def parameters(self) -> Mapping[str, object]:
        """None: it has no settings."""
        return {}

    def check(self, profile: Profile) -> None:
        """Raises ProfileError where the profile's vocabulary is missing or wrong."""
        self._lexicon(profile)

    async def answer(self, request: Request) -> Answer:
        """Read one article. Raises ProfileError where the profile's vocabulary is wrong."""
        return Answer(wire=WireAnswer(events=self.read(request)), cost_usd=0.0)

    async def aclose(self) -> None:
        """Holds nothing."""

    def read(self, request: Request) -> tuple[WireEvent, ...]:
        """The events of one article, in text order."""
        lexicon = self._lexicon(request.profile)
        text = request.article.text
        told = [line for line in request.lines if line.label in _TOLD_IN]
        if request.language != LANGUAGE:
            return tuple(read_foreign(request, told, lexicon))
        tellings = settle_kinds(_read_lines(text, told, lexicon, request.profile), request.profile)
        return merge_events(Carrier(request, told).carry(tellings))

    def _lexicon(self, profile: Profile) -> Lexicon:
        """The profile's vocabulary, indexed once."""
        if profile.tag not in self._lexicons:
            self._lexicons[profile.tag] = load_lexicon(profile)
        return self._lexicons[profile.tag]


def _read_lines(
    text: str, lines: Sequence[Line], lexicon: Lexicon, profile: Profile
) -> Iterator[Telling]:
    capitals = read_capitals(visible(text[line.start : line.end]) for line in lines)
    for line in lines:
        words = visible(text[line.start : line.end])
        lower = _WORD.findall(words.lower())
        telling = has_trigger(lower, lexicon)
        if not telling and not has_open_verb(lower, lexicon):
            continue
        dates = [(d.start, d.end) for d in find_expressions(words, language=LANGUAGE)]
        if not telling and not dates:
            continue
        sentence = read_sentence(line.number, words, dates, lexicon)
        yield from find_events(sentence, lexicon, profile, capitals)
