"""What several lines of an article tell together: carried dates, causes, casualties, people."""

from __future__ import annotations

import asyncio

import pytest

from extractor.engines.rules import RulesEngine
from extractor.extract import extract_article, prepare
from extractor.prompts import Profile, load_profile
from extractor.schema import Article, WireEvent

ENGINE = RulesEngine()
"""One for all tests, so that the lexicon is read once."""


def read(profile: Profile, *lines: str) -> tuple[WireEvent, ...]:
    text = "\n\n".join(lines)
    return ENGINE.read(prepare(Article(text=text, published="2024-12-06"), profile))


def test_a_happening_named_again_is_the_same_event(profile: Profile) -> None:
    [event] = read(
        profile,
        "Gunmen attacked a convoy near Mur on Monday.",
        "The town of Sel has nine schools.",
        "The attack killed two drivers in the port of Osk.",
    )
    assert (event.lines, event.date_text) == ((1, 3), "Monday")
    assert [place.name for place in event.where] == ["Mur", "Osk"]


def test_later_takes_the_date_of_the_line_before_and_cites_it(profile: Profile) -> None:
    first, second = read(
        profile,
        "Gunmen attacked a convoy near Mur on Monday.",
        "Later, police arrested two men in Osk.",
    )
    assert (first.lines, first.date_text) == ((1,), "Monday")
    assert (second.kind, second.lines, second.date_text) == ("justice", (2, 1), "Monday")


def test_a_carried_date_says_so_in_the_proven_event(profile: Profile) -> None:
    text = "Gunmen attacked a convoy near Mur on Monday.\n\nLater, police arrested two men in Osk."
    article = Article(text=text, published="2024-12-06")
    found = asyncio.run(extract_article(article, engine=ENGINE, profile=profile)).events
    days = [(event.when.edtf, event.when.basis, event.issues) for event in found]
    assert days == [("2024-12-02", "relative", ()), ("2024-12-02", "context", ())]


@pytest.mark.parametrize(
    "second",
    [
        "Police arrested two men in Osk.",
        "The mayor condemned the attack in Osk.",
        "The army will attack the port of Osk.",
    ],
)
def test_no_other_event_gets_a_date_that_it_is_not_told_to_have(
    profile: Profile, second: str
) -> None:
    events = read(profile, "Gunmen attacked a convoy near Mur on Monday.", second)
    assert [event.date_text for event in events] == ["Monday", None]


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("A bus crashed near Mur on Monday.", "accident"),
        ("Militants shelled the port of Mur on Monday.", "attack"),
        ("A flood struck Mur on Monday.", "disaster"),
    ],
)
def test_the_cause_of_a_harm_may_stand_in_another_line(
    profile: Profile, before: str, kind: str
) -> None:
    events = read(profile, before, "Nine people were killed in Sel on Tuesday.")
    assert [event.kind for event in events] == [kind, kind]


def test_casualties_are_details_of_the_event_that_they_are_told_of(profile: Profile) -> None:
    [event] = read(
        profile,
        "A bus crashed near Mur on Monday, killing at least 12 people.",
        "Up to 30 passengers were injured.",
    )
    assert event.details["killed"] == {"min": 12, "max": None}
    assert event.details["injured"] == {"min": None, "max": 30}


def test_an_arrest_kills_nobody(profile: Profile) -> None:
    [event] = read(profile, "Police arrested two men in Osk after a bomb killed 12 people.")
    assert event.kind == "justice"
    assert event.details["killed"] is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Rebels moved to General Ada Sel on Monday.",),
        ("Rebels captured Ada Sel on Monday.", "President Ada Sel is 50."),
        ("Soldiers arrested a man near Ada Sel on Monday.", "Ada Sel, 50, is ill."),
    ],
)
def test_a_person_is_no_place(profile: Profile, lines: tuple[str, ...]) -> None:
    places = {place.name for event in read(profile, *lines) for place in event.where}
    assert places <= {"Osk"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rebels captured Mur not on 3 May but on 4 May.", "Rebels captured Mur"),
        ("The Hill Front (HF) has captured Mur.", "The Hill Front has captured Mur"),
        ("Osk Ltd. has signed a contract.", "Osk Ltd. has signed a contract"),
        ("Hamas attacked a post.", "Hamas attacked a post"),
    ],
)
def test_titles_are_whole(profile: Profile, text: str, title: str) -> None:
    assert [event.title for event in read(profile, text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Leaders headed the march of the ten union members killed in the bomb attack.",
        "The planes are expected to start next year.",
        "A scandal erupted in Osk.",
    ],
)
def test_what_is_told_in_passing_is_no_event(profile: Profile, text: str) -> None:
    assert read(profile, text) == ()


def test_what_is_held_to_have_happened_is_an_event(profile: Profile) -> None:
    [event] = read(profile, "The storm is believed to have killed nine people in Osk.")
    assert (event.kind, event.status) == ("disaster", "occurred")


def test_a_text_in_capitals_names_the_town_after_its_word(profile: Profile) -> None:
    [event] = read(profile, "THE REBELS ATTACKED THE CITY OF SAN BELTAR YESTERDAY.")
    assert [place.name for place in event.where] == ["SAN BELTAR"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army captured the town of Mur.", "government_regains_territory"),
        ("Rebels captured the town of Mur.", "non_state_actor_overtakes_territory"),
        ("Troops withdrew from Mur.", "non_violent_transfer_of_territory"),
        ("Troops clashed with rebels near Mur.", "armed_clash"),
        ("Warplanes bombed the port of Mur.", "air_drone_strike"),
        ("A suicide bomber blew himself up in Mur.", "suicide_bomb"),
        ("Militants shelled the port of Mur.", "shelling_artillery_missile_attack"),
        ("A car bomb exploded in Mur.", "remote_explosive_landmine_ied"),
        ("Two men threw a grenade at a bank.", "grenade"),
        ("Police dispersed the protesters in Mur.", "protest_with_intervention"),
        ("Some 200 nurses protested in Mur.", "peaceful_protest"),
        ("Youths threw stones at police in Mur.", "violent_demonstration"),
        ("Gunmen shot two farmers in Mur.", "attack"),
        ("Gunmen kidnapped two nurses in Mur.", "abduction_forced_disappearance"),
        ("The two sides signed a ceasefire in Mur.", "agreement"),
        ("Police arrested two men in Mur.", "arrests"),
        ("Soldiers defused a mine in Mur.", "disrupted_weapons_use"),
        ("Militants looted shops in Mur.", "looting_property_destruction"),
        ("Thousands of people fled Mur.", "humanitarian"),
        ("A bus crashed near Mur.", "unrelated"),
    ],
)
def test_the_conflict_profile_has_the_kinds_of_its_codebook(text: str, kind: str) -> None:
    assert [event.kind for event in read(load_profile("conflict"), text)] == [kind]
