from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.grounding import LineWords, contains, find_phrase, fold, own_words
from extractor.grounding.folding import _fold_with_places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dar al-Kabirah", "DAR AL KABIRAH"),
        ("Homs’", "Homs"),
        ("Syria’s", "Syria"),
        ("Sa’en", "Saen"),
        ("Cârdeno–Valley", "cardeno valley"),
        ("two\n words", "two words"),
        ("straße", "STRASSE"),
        ("“Dawn” Front", 'the "Dawn" front'.removeprefix("the ")),
        ("Da\u200bwn\ufeff", "dawn"),
        ("\u202eDawn\u202c", "dawn"),
        ("Ｄａｗｎ　１", "dawn 1"),
        ("دِمَشق", "دمشق"),
        ("دمـــشق", "دمشق"),
        ("DİYARBAKIR", "Diyarbakır"),
        ("Łódź", "lodz"),
    ],
)
def test_names_that_differ_only_in_writing_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Homs", "Hama"), ("Ali", "Aly"), ("Iran", "Iraq")])
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Troops took Ar-Rastan’s market.", "ar rastan", True),
        ("Troops took Rastanbul.", "Rastan", False),
        ("In Oman. Roman roads", "Oman", True),
        ("Roman roads", "Oman", False),
        ("记者从北京报道", "北京", True),
        ("anything", "", False),
        ("anything", " - ", False),
        ("a name at the end: Homs", "Homs", True),
        ("وصل إلى حلب", "حلب", True),
        ("وصل وبحلب", "حلب", True),  # with "and" and "in"
        ("قال عليه", "علي", False),
        ("المستحلب", "حلب", False),
    ],
)
def test_contains_finds_whole_words(text: str, name: str, expected: bool) -> None:
    assert contains(fold(text), name) is expected


@pytest.mark.parametrize(
    ("text", "phrase", "words"),
    [
        ("It began on  November\n27th.", "november 27th", "November\n27th"),
        ("Mayor of Maybury, in May.", "may", "May"),
        ("(sic) a+b*c", "a+b*c", "a+b*c"),
        ("nothing", "absent", None),
        ("nothing", " ", None),
    ],
)
def test_find_phrase_gives_the_text_s_own_words(text: str, phrase: str, words: str | None) -> None:
    span = find_phrase(text, phrase)
    assert (text[slice(*span)] if span else None) == words


@pytest.mark.parametrize(
    ("text", "words", "own"),
    [
        ("The Dawn\nFront left.", "dawn front", "Dawn Front"),
        ("The “Dawn” Front left.", '"dawn" front', "“Dawn” Front"),
        ("Ar-Rastan’s market", "ar rastan", "Ar-Rastan"),
        ("l’Iran vote", "iran", "Iran"),
        ("3–5 May", "3-5 may", "3–5 May"),
        ("nothing", "absent", None),
    ],
)
def test_own_words_are_those_of_the_text(text: str, words: str, own: str | None) -> None:
    assert own_words(text, words) == own


def test_a_body_s_spelling_counts_more_than_a_headline_s() -> None:
    lines = [(2, "The dawn front left."), (1, "DAWN FRONT LEAVES")]
    standing = LineWords(lines, text="").find("Dawn Front")
    assert standing is not None
    assert (standing.words, standing.lines) == ("dawn front", frozenset({1, 2}))


@given(st.text())
def test_folding_with_places_folds_alike(text: str) -> None:
    letters, places = _fold_with_places(text, "")
    assert letters.strip() == fold(text)
    assert len(places) == len(letters)
    assert places == sorted(places)


@given(st.text(), st.text())
def test_no_text_is_too_odd(text: str, words: str) -> None:
    assert fold(fold(text)) == fold(text)
    contains(fold(text), words)
    span = find_phrase(text, words)
    assert span is None or 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize(
    ("language", "lines", "name"),
    [
        ("tr", ["Dereköy karanlıkta.", "Dereköy'de 12 kişi kurtarıldı."], "Dereköy"),
        ("fr", ["Usine fermée", "Les grévistes de l’usine dorment."], "usine"),
        ("ru", ["Село Карса горит.", "Жители ушли из Карсы."], "Карса"),
    ],
)
def test_a_name_stands_in_every_line_that_has_one_of_its_forms(
    language: str, lines: list[str], name: str
) -> None:
    words = LineWords(list(enumerate(lines, 1)), text="\n".join(lines), language=language)
    found = words.find(name)
    assert found is not None
    assert found.lines == {1, 2}
    assert found.words.casefold() == name.casefold()
