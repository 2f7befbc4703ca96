from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.engines.rules.engine import RulesEngine
from extractor.extract import prepare
from extractor.prompts import Profile, load_profile
from extractor.schema import Article, WireEvent

ENGINE = RulesEngine()
"""One for all tests, so that the lexicon is read once."""
GENERAL = load_profile("general")


def read(
    text: str, language: str, published: str | None = "2024-05-10", profile: Profile = GENERAL
) -> tuple[WireEvent, ...]:
    article = Article(text=text, language=language, published=published)
    return ENGINE.read(prepare(article, profile))


@pytest.mark.parametrize(
    ("language", "text", "date", "kind", "status", "title"),
    [
        (
            "fr",
            "Le 3 mai, les dockers ont bloqué la route du port d'Oskel.",
            "Le 3 mai",
            "protest",
            "occurred",
            "Les dockers ont bloqué la route du port d'Oskel",
        ),
        (
            "es",
            "El tribunal de Oskel condenó el 3 de mayo a dos pescadores.",
            "el 3 de mayo",
            "justice",
            "occurred",
            "El tribunal de Oskel condenó a dos pescadores",
        ),
        (
            "de",
            "Am 20. Mai 2024 beginnt in Oskel der Prozess gegen zwei Fischer.",
            "20. Mai 2024",
            "justice",
            "planned",
            "Beginnt in Oskel der Prozess gegen zwei Fischer",
        ),
        (
            "ru",
            "В субботу, 4 мая, снаряд попал в старую мельницу у реки.",
            "субботу, 4 мая",
            "attack",
            "occurred",
            "Снаряд попал в старую мельницу у реки",
        ),
        (
            "tr",
            "Oskel'deki eski değirmen 3 Mayıs'ta çıkan yangında kül oldu.",
            "3 Mayıs",
            "accident",
            "occurred",
            "Oskel'deki eski değirmen çıkan yangında kül oldu",
        ),
        (
            "zh",
            "2024年5月3日，河边的旧磨坊突然发生火灾。",
            "2024年5月3日",
            "accident",
            "occurred",
            "河边的旧磨坊突然发生火灾",
        ),
        (
            "zh",
            "部长反对单边制裁和封锁，5月7日，一辆客车在山谷里突然翻车。",
            "5月7日",
            "accident",
            "occurred",
            "一辆客车在山谷里突然翻车",
        ),
        (
            "ar",
            "اندلع في 3 مايو 2024 حريق كبير في الطاحونة القديمة.",
            "3 مايو 2024",
            "accident",
            "occurred",
            "اندلع حريق كبير في الطاحونة القديمة",
        ),
    ],
)
def test_a_dated_sentence_of_another_language_is_an_event(
    language: str, text: str, date: str, kind: str, status: str, title: str
) -> None:
    [event] = read(text, language)
    assert (event.date_text, event.kind, event.status) == (date, kind, status)
    assert event.title == title


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les dockers ont bloqué la route du port d'Oskel."),  # no date
        ("fr", "« Les dockers bloqueront la route du port le 3 mai », lit-on ici."),  # quoted
        ("fr", "Publié le 3 mai 2024"),  # too short to tell anything
        ("es", "El alcalde dijo el 3 de mayo que no sabía nada de eso."),  # the day of the words
        ("es", "El viejo molino de la orilla funciona desde mayo de 2021."),  # a limit
    ],
)
def test_undated_quoted_said_and_bounding_sentences_are_none(language: str, text: str) -> None:
    assert read(text, language) == ()


def test_each_date_takes_its_own_clause() -> None:
    text = "Le 3 mai les dockers ont bloqué le port, et le 5 mai le juge a ordonné leur départ."
    found = [(event.date_text, event.kind) for event in read(text, "fr")]
    assert found == [("Le 3 mai", "protest"), ("le 5 mai", "justice")]


def test_a_profile_without_an_open_kind_reads_no_other_language() -> None:
    text = "Le 3 mai, les dockers ont bloqué la route du port d'Oskel."
    assert read(text, "fr", profile=load_profile("conflict")) == ()


_WORDS = st.sampled_from(
    [
        "le 3 mai",
        "hier",
        "2019",
        "la route",
        "les dockers",
        "ont bloqué",
        ",",
        ";",
        "«",
        "»",
        "—",
        "(",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=30))
def test_date_words_stand_in_the_line_and_titles_are_not_empty(words: list[str]) -> None:
    text = " ".join(["Bref", *words])
    for event in read(text, "fr"):
        assert event.date_text is not None
        assert event.date_text in text
        assert event.title


def test_a_line_of_many_dates_is_read_in_time() -> None:
    article = Article(text="Le 3 mai, la route, " * 20_000, language="fr")
    asked = prepare(article, GENERAL)
    began = time.perf_counter()
    ENGINE.read(asked)
    assert time.perf_counter() - began < 1
