from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.engines.base import Engine
from extractor.engines.rules import RulesEngine
from extractor.prompts import Profile
from extractor.request import Request
from extractor.schema import Article, LineLabel, PublicationDate, WireEvent
from extractor.text.lines import Line

LINES: tuple[tuple[LineLabel, str], ...] = (
    ("furniture", "Police arrested two men in Sel on 1 May 2024"),
    ("headline", "Hill rebels take Tal and Mur"),
    ("body", "Hill rebels in the north have taken Tal and Mur, two market towns."),
    ("body", "Their trucks rolled into Tal and Mur on 6 May 2024, residents said."),
    ("link", "Also Read: Police arrested two men in Osk on 2 May 2024"),
    ("body", "The army shelled the port of Osk on 4 May 2024."),
    ("body", "Nine dockers were killed."),
    ("caption", "Police arrested Ada Osk in Sel on 3 May 2024."),
)


def request(profile: Profile, lines: tuple[tuple[LineLabel, str], ...]) -> Request:
    table, position = [], 0
    for number, (label, text) in enumerate(lines, start=1):
        table.append(Line(number, position, position + len(text), label))
        position += len(text) + 1
    return Request(
        article=Article(text="\n".join(text for _, text in lines)),
        lines=tuple(table),
        published=PublicationDate(),
        profile=profile,
    )


ENGINE: Engine = RulesEngine()
"""One for all tests, so that the lexicon is read once."""


def answer(profile: Profile, lines: tuple[tuple[LineLabel, str], ...]) -> tuple[WireEvent, ...]:
    return asyncio.run(ENGINE.answer(request(profile, lines))).wire.events


def test_an_article_becomes_events_with_line_numbers(profile: Profile) -> None:
    found = [(e.lines, e.kind, e.date_text, e.date) for e in answer(profile, LINES)]
    assert found == [
        ((3, 4), "territory", "6 May 2024", None),
        ((6, 7), "attack", "4 May 2024", None),
        ((8,), "justice", "3 May 2024", None),
    ]


def test_the_answer_fits_the_wire_model_of_the_profile(profile: Profile) -> None:
    events = [event.model_dump() for event in answer(profile, LINES)]
    given = {"published": None, "events": events}
    assert len(profile.wire_model().model_validate(given).events) == 3


def test_the_same_request_has_the_same_answer(profile: Profile) -> None:
    other = asyncio.run(RulesEngine().answer(request(profile, LINES)))
    assert answer(profile, LINES) == other.wire.events


def test_name_and_fingerprint() -> None:
    assert RulesEngine().name == "rules"
    assert RulesEngine().fingerprint.startswith("rules/")


VOCABULARY = (
    "The Although Later Monday March in of and , . ; “ ” \" 's who that when if not said was has "
    "been will to by from near Tal Mur Osk rebels army town district captured killed attacked "
    "fighting earthquake began broke out struck 5 May 2024 denied after taking control"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(deadline=None, max_examples=300)
@given(words=st.lists(WORDS, max_size=40))
def test_names_are_verbatim_and_no_function_words(profile: Profile, words: list[str]) -> None:
    text = " ".join(words)
    for event in answer(profile, (("body", text),)):
        names = [actor.name for actor in event.who] + [place.name for place in event.where]
        names += [place.within for place in event.where if place.within]
        assert all(name in text for name in names)
        assert not {"The", "Although", "Later", "Monday", "March", "May"} & set(names)
        assert event.date_text is None or event.date_text in text
        assert event.title


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_no_text_is_too_strange(profile: Profile, text: str) -> None:
    answer(profile, (("body", text),))


@pytest.mark.parametrize(
    "unit",
    [
        "Rebels took Tal. ",
        "rebels took Tal and ",
        "took ",
        "a-",
        "A.",
        "’s",
        "Tal, ",
        '"',
        "who was ",
        "on 5 May 2024 rebels took Tal and ",
    ],
)
def test_a_hostile_line_of_100_kb_is_read_in_no_time(profile: Profile, unit: str) -> None:
    answer(profile, LINES)  # the lexicon is read once
    text = unit * (100_000 // len(unit))
    started = time.process_time()
    answer(profile, (("body", text),))
    assert time.process_time() - started < 2  # 0.2 s at most measured; quadratic takes minutes


def test_time_grows_with_the_number_of_lines(profile: Profile) -> None:
    def seconds(count: int) -> float:
        lines: tuple[tuple[LineLabel, str], ...] = tuple(
            ("body", f"Rebels took Tal on {day % 28 + 1} May {1900 + day % 97}.")
            for day in range(count)
        )
        asked = request(profile, lines)
        started = time.process_time()
        asyncio.run(ENGINE.answer(asked))
        return time.process_time() - started

    seconds(50)
    assert seconds(2000) < 40 * max(seconds(200), 0.01)


def test_characters_of_no_width_hide_no_event(profile: Profile) -> None:
    lines: list[tuple[LineLabel, str]] = [
        ("body", "The army shelled the port of Osk on 4 May 2024."),
        ("body", "A car bomb killed twelve people in Sel on 6 May 2024."),
    ]
    hidden = [
        (
            label,
            text.replace("shel", "shel\u200b").replace("kil", "kil\u00ad").replace("M", "M\u2060"),
        )
        for label, text in lines
    ]
    plain = answer(profile, tuple(lines))
    assert len(plain) == 2
    assert answer(profile, tuple(hidden)) == plain
