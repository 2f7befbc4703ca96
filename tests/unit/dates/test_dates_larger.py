"""Larger phrases, ranges, names and numbers; words of a phrase that no rule reads."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import annotate, resolve
from extractor.schema import PublicationDate
from extractor.text.language import language_of

DAY = date(2024, 12, 6)
PUBLISHED = PublicationDate(edtf=DAY.isoformat(), earliest=DAY, latest=DAY, trusted=True)


@pytest.mark.parametrize(
    ("language", "sentence", "phrase", "edtf"),
    [
        (
            "en",
            "They voted on the second Tuesday of May 2023.",
            "second Tuesday of May 2023",
            "2023-05-09",
        ),
        (
            "en",
            "Rain fell in the week of October 14.",
            "the week of October 14",
            "2024-10-14/2024-10-20",
        ),
        (
            "en",
            "He fled three days after 9 June 2024.",
            "three days after 9 June 2024",
            "2024-06-12",
        ),
        ("en", "She died on the eve of 9 June 2024.", "the eve of 9 June 2024", "2024-06-08"),
        (
            "en",
            "The mill shut in the last quarter of 2022.",
            "the last quarter of 2022",
            "2022-10/2022-12",
        ),
        ("en", "Sales peaked in week 10 of 2023.", "week 10 of 2023", "2023-03-06/2023-03-12"),
        ("en", "They left the Monday before last.", "the Monday before last", "2024-11-25"),
        ("en", "The dam broke 72 hours ago.", "72 hours ago", "2024-12-03"),
        ("en", "It ran from March 2 to March 9.", "March 2 to March 9", "2024-03-02/2024-03-09"),
        ("en", "He taught from 2011 to 2014.", "2011 to 2014", "2011/2014"),
        ("en", "Signed on March 2,2021.", "March 2,2021", "2021-03-02"),
        ("en", "Signed on 2-Mar-2021.", "2-Mar-2021", "2021-03-02"),
        ("en", "Signed on 28-2-2021.", "28-2-2021", "2021-02-28"),
        ("en", "He taught in 1987-89.", "1987-89", "1987/1989"),
        (
            "es",
            "Llovió el 5 y 6 de abril de 2022.",
            "5 y 6 de abril de 2022",
            "2022-04-05/2022-04-06",
        ),
        (
            "de",
            "Es geschah zwei Tage nach dem 9. Juni 2024.",
            "zwei Tage nach dem 9. Juni 2024",
            "2024-06-11",
        ),
        ("zh", "他上上周一去世了。", "上上周一", "2024-11-18"),
    ],
)
def test_larger_phrases(language: str, sentence: str, phrase: str, edtf: str) -> None:
    assert str(resolve(phrase, PUBLISHED, sentence=sentence, language=language).edtf) == edtf


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("every Monday", "Shops close every Monday."),
        ("Monday", "Shops close each Monday."),
        ("the year to March 2024", "Sales fell in the year to March 2024."),
        ("3 May 10000", "It ends on 3 May 10000."),
        ("15 March 44 BC", "He died on 15 March 44 BC."),
    ],
)
def test_what_is_not_understood_stays_open(phrase: str, sentence: str) -> None:
    found = resolve(phrase, PUBLISHED, sentence=sentence)
    assert found.edtf is None
    assert found.reason


@pytest.mark.parametrize(
    "sentence",
    ["Flight 2017 landed.", "The Bloody Sunday inquiry went on.", "The Sunday Telegraph wrote it."],
)
def test_names_and_numbers_are_no_dates(sentence: str) -> None:
    assert not annotate(sentence, PUBLISHED, language="en")


@pytest.mark.parametrize("sentence", ["Shops shut in June.", "Dec. 6, 2024 9:05 a.m. ET"])
def test_a_few_words_are_english(sentence: str) -> None:
    assert language_of(sentence) == "en"
