"""Figures that the cited lines do not tell are flagged, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.checks.event import check_event
from extractor.checks.figures import numbers_in
from extractor.checks.number_words import NUMBER_WORDS
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.schema import Article
from tests.unit.checks.checks_builders import wire_event

CONFLICT = load_profile("conflict")
OPENING = "The governor of Aster spoke to the people."


def flagged(sentence: str, language: str | None = "en", **details: Any) -> list[str]:
    """The fields of an event's details that are flagged, the sentence being its evidence."""
    article = Article(text=f"{OPENING}\n\n{sentence}", language=language)
    request = prepare(article, CONFLICT)
    lines = [line.number for line in request.lines if line.start > len(OPENING)]
    event = wire_event(
        lines=lines, date_text=None, kind=next(iter(CONFLICT.kinds)), details=details
    )
    found = check_event(request, event).findings
    return [
        finding.message.split(":")[0]
        for finding in found
        if finding.code == "not_in_evidence" and finding.message.split(":")[0] in CONFLICT.fields
    ]


def told(low: int | None, high: int | None) -> dict[str, int | None]:
    return {"min": low, "max": high}


@pytest.mark.parametrize(
    ("sentence", "language", "low", "high"),
    [
        ("A mine killed 12 men.", "en", 12, 12),
        ("A mine killed twelve men.", "en", 12, 12),
        ("A mine killed twenty-one men.", "en", 21, 21),
        ("A quake killed one hundred and five people.", "en", 105, 105),
        ("A quake killed 1,204 people.", "en", 1204, 1204),
        ("A quake killed 1.2 million people.", "en", 1_200_000, 1_200_000),
        ("The quake killed more than 12 people.", "en", 13, None),
        ("The quake killed fewer than 12 people.", "en", None, 11),
        ("The quake killed 12-15 people.", "en", 12, 15),
        ("Dozens of people were killed.", "en", 24, None),
        ("Two dozen people were killed.", "en", 24, 24),
        ("Nobody was killed.", "en", 0, 0),
        ("A man was killed.", "en", 1, 1),
        ("A mine killed 1\u200b2 men.", "en", 12, 12),
        ("Murieron treinta y dos personas.", "es", 32, 32),
        ("Murieron 1.204 personas.", "es", 1204, 1204),
        ("Quatre-vingt-dix-sept personnes sont mortes.", "fr", 97, 97),
        ("Soixante et onze personnes sont mortes.", "fr", 71, 71),
        ("Une vingtaine de personnes sont mortes.", "fr", 20, 20),
        ("1 204 personnes sont mortes.", "fr", 1204, 1204),
        ("Einundzwanzig Menschen starben.", "de", 21, 21),
        ("Dreihundertzwölf Menschen starben.", "de", 312, 312),
        ("Yirmi üç kişi öldü.", "tr", 23, 23),
        ("Yaralılardan beşi öldü.", "tr", 5, 5),
        ("Погибли двадцать три человека.", "ru", 23, 23),
        ("Погибли двое мужчин.", "ru", 2, 2),
    ],
)
def test_a_number_that_stands_there_is_no_issue(
    sentence: str, language: str, low: int | None, high: int | None
) -> None:
    assert flagged(sentence, language, killed=told(low, high)) == []
    assert flagged(sentence, language, killed=told(4711, None)) == ["killed"]


@pytest.mark.parametrize(
    ("sentence", "language", "low", "high"),
    [
        ("A mine killed 12 men.", "en", 40, 40),
        ("A mine killed 12 men.", "en", 12, 40),
        ("A mine killed 12 men.", "en", 0, 0),
        ("A mine killed soldiers.", "en", 5, 5),
        ("Dozens of people were killed.", "en", 900, None),
        ("A mine killed twenty-one men.", "en", 20, 20),
        ("Murieron varias personas.", "es", 40, 40),
        ("Einundzwanzig Menschen starben.", "de", 30, 30),
        ("Погибли двое мужчин.", "ru", 12, 12),
    ],
)
def test_an_invented_number_is_flagged_and_kept(
    sentence: str, language: str, low: int, high: int
) -> None:
    assert flagged(sentence, language, killed=told(low, high)) == ["killed"]


@pytest.mark.parametrize("language", ["it", "zh", "ar", "pl"])
def test_a_language_without_number_words_is_not_judged(language: str) -> None:
    assert flagged("Sono morte persone.", language, killed=told(40, 40)) == []


def test_english_is_only_read_where_it_shows() -> None:
    invented = told(40, 40)
    assert flagged("A mine was said to have killed men.", None, killed=invented) == ["killed"]
    text = "Zginęło ludzi pod mostem, powiedział burmistrz."
    request = prepare(Article(text=text), CONFLICT)
    event = wire_event(lines=[1], date_text=None, details={"killed": invented})
    assert not [f for f in check_event(request, event).findings if f.message.startswith("killed")]


def test_words_of_a_text_field_stand_in_the_article() -> None:
    assert flagged("A car bomb went off.", weapon="Car Bomb") == []
    assert flagged("A car bomb went off.", weapon="drone") == ["weapon"]
    assert flagged("A c\u200bar bomb went off.", weapon="car bomb") == []


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("two and three, sixty two", "en", {2, 3, 62}),
        ("two hundred thousand", "en", {200_000}),
        ("dos mil trescientos cuarenta y uno", "es", {2341}),
        ("deux cent quatre-vingts", "fr", {280}),
        ("zweitausendfünf", "de", {2005}),
        ("yüz yirmi", "tr", {120}),
        ("тысяча двести", "ru", {1200}),
        ("", "en", set()),
    ],
)
def test_numbers_in_words(text: str, language: str, numbers: set[int]) -> None:
    assert numbers_in(text, NUMBER_WORDS[language]) == numbers
