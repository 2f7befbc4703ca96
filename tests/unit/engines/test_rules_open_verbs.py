from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.engines.rules.engine import RulesEngine
from extractor.engines.rules.events import Telling
from extractor.extract import prepare
from extractor.prompts import Profile, load_profile
from extractor.schema import Article, WireEvent

ReadTellings = Callable[..., list[Telling]]
ENGINE = RulesEngine()
"""One for all tests, so that the lexicon is read once."""


def read(text: str, profile: Profile) -> tuple[WireEvent, ...]:
    return ENGINE.read(prepare(Article(text=text, language="en"), profile))


@pytest.mark.parametrize(
    ("text", "date", "status", "title"),
    [
        (
            "The club parted with its coach on 3 May.",
            "3 May",
            "occurred",
            "The club parted with its coach",
        ),
        (
            "On 3 May the keeper swam across the Osk.",
            "3 May",
            "occurred",
            "The keeper swam across the Osk",
        ),
        (
            "The old mill at Sel was repainted on 3 May.",
            "3 May",
            "occurred",
            "The old mill at Sel was repainted",
        ),
        (
            "The choir will present a new song on 3 May.",
            "3 May",
            "planned",
            "The choir will present a new song",
        ),
        (
            "The second pump is due at Sel on 3 May.",
            "3 May",
            "planned",
            "Second pump is due at Sel",
        ),
        (
            "Friday will be a day of mourning in Osk.",
            "Friday",
            "planned",
            "Will be a day of mourning in Osk",
        ),
    ],
)
def test_a_dated_verb_outside_the_vocabulary_tells_an_event(
    tellings: ReadTellings, text: str, date: str, status: str, title: str
) -> None:
    [telling] = tellings(text, date)
    assert (telling.event.date_text, telling.event.status) == (date, status)
    assert telling.event.title.removeprefix("The ").lower() == title.removeprefix("The ").lower()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The club parted with its coach.", []),  # no date
        ("The keeper lived in Osk in 1990.", ["1990"]),  # a state
        ("The keeper said on 3 May that he liked the old mill.", ["3 May"]),
        ("He went on 3 May.", ["3 May"]),  # names nothing
        ("If the club parted with its coach on 3 May, nobody knew.", ["3 May"]),
        ("Suppose that the club parted with its coach on 3 May.", ["3 May"]),
        ("The delay is due to the cold of 3 May.", ["3 May"]),
        ("The choir did not present a new song on 3 May.", ["3 May"]),
    ],
)
def test_what_is_undated_a_state_or_unreal_is_no_open_event(
    tellings: ReadTellings, text: str, dates: list[str]
) -> None:
    assert tellings(text, *dates) == []


def test_a_verb_of_the_vocabulary_keeps_the_date_before_one_outside_it(
    tellings: ReadTellings,
) -> None:
    text = "The army shelled the port of Osk and painted its trucks on 3 May."
    [telling] = tellings(text, "3 May")
    assert (telling.event.kind, telling.event.date_text) == ("attack", "3 May")


def test_each_of_two_dates_takes_its_own_verb(tellings: ReadTellings) -> None:
    text = "The pump stalled on 3 May, and the keeper mended it with wire on 9 May."
    found = [(t.event.date_text, t.event.title) for t in tellings(text, "3 May", "9 May")]
    assert found == [("3 May", "The pump stalled"), ("9 May", "The keeper mended it with wire")]


def test_the_kind_is_that_of_a_noun_nearby(tellings: ReadTellings) -> None:
    [telling] = tellings("The referendum was put off at Osk on 3 May.", "3 May")
    assert telling.event.kind == "politics"


def test_the_day_that_a_first_time_is_counted_from_dates_nothing(tellings: ReadTellings) -> None:
    text = "Mur went top for the first time since the cup year of 2018."
    assert tellings(text, "2018") == []


def test_a_profile_without_an_open_kind_reads_its_vocabulary_only() -> None:
    text = "The club parted with its coach on 3 May 2024."
    assert len(read(text, load_profile("general"))) == 1
    assert read(text, load_profile("conflict")) == ()
