from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.engines.rules.capitals import read_capitals
from extractor.engines.rules.events import Telling, find_events
from extractor.engines.rules.lexicon import Lexicon, load_lexicon
from extractor.engines.rules.sentences import read_sentence
from extractor.prompts import Profile, load_profile

ReadTellings = Callable[..., list[Telling]]


@pytest.fixture(scope="session")
def profile() -> Profile:
    return load_profile("general")


@pytest.fixture(scope="session")
def lexicon(profile: Profile) -> Lexicon:
    return load_lexicon(profile)


@pytest.fixture(scope="session")
def tellings(profile: Profile, lexicon: Lexicon) -> ReadTellings:
    """Reads one sentence; its date words are passed in, so that no date module is needed."""

    def read(text: str, *dates: str, line: int = 1) -> list[Telling]:
        spans = [(text.index(date), text.index(date) + len(date)) for date in dates]
        sentence = read_sentence(line, text, spans, lexicon)
        return find_events(sentence, lexicon, profile, read_capitals([text]))

    return read
