"""What holds for the tables of all languages."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates import annotate, find_expressions, resolve
from extractor.dates.grammar import read
from extractor.dates.language import Language
from extractor.dates.language_choice import choose_language
from extractor.dates.languages import MODULES, load_language
from extractor.edtf import parse
from tests.unit.dates.language_cases import PUBLISHED, found_in

CODES = [code for code in MODULES if code != "en"]
FIGURES = "0 1 3 5 30 31 99 2019 2024 27.11.2024 3/5/24 20:30 20.30 , - – ( ) ' / . \n\n %"


def words_of(language: Language) -> list[str]:
    return [word for words in language.words.values() for word in words]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """A language and words of its tables in any order, or any letters at all."""
    code = draw(st.sampled_from(CODES))
    words = st.sampled_from(words_of(load_language(code)))
    piece = words | st.sampled_from(FIGURES.split(" ")) | st.text(max_size=6)
    gap = draw(st.sampled_from([" ", ""]))
    return code, gap.join(draw(st.lists(piece, max_size=14)))


@settings(max_examples=250, deadline=None)
@given(texts())
def test_any_string_is_read_in_order_and_without_overlap(case: tuple[str, str]) -> None:
    code, text = case
    for spans in (find_expressions(text, language=code), annotate(text, PUBLISHED, language=code)):
        end = 0
        for found in spans:
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            end = found.end


@settings(max_examples=250, deadline=None)
@given(texts(), st.none() | st.dates())
def test_any_phrase_is_resolved_or_told_why_not(case: tuple[str, str], known: date | None) -> None:
    code, phrase = case
    resolution = resolve(phrase, PUBLISHED, sentence=f"x {phrase} x", known=known, language=code)
    assert (resolution.edtf is None) == (resolution.reason is not None)
    if resolution.edtf is not None:
        assert parse(str(resolution.edtf)) == resolution.edtf


@pytest.mark.parametrize("code", CODES)
def test_tables_name_words_that_the_text_can_have(code: str) -> None:
    """A word that folding leaves with capitals inside or nothing at all would never be met."""
    language = load_language(code)
    assert language.code == code
    for word in words_of(language):
        assert word.strip() == word
        assert word.translate(language.fold)


CAPITALS = {"month_or_word", "weekday_or_word", "daypart_noun"}


@pytest.mark.parametrize("code", CODES)
def test_a_word_has_one_class(code: str) -> None:
    """Of two classes the later would win silently; only a spelling in capitals may differ."""
    language = load_language(code)
    seen: dict[str, str] = {}
    for name, words in language.words.items():
        if name in CAPITALS & language.capital:
            continue
        for word in words:
            folded = word.translate(language.fold)
            assert seen.setdefault(folded, name) == name, (word, seen[folded], name)


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("ar", "قالَ ذلك في نُوفَمْبِرٍ ٢٠٢٤ وغادَرَ.", ["نُوفَمْبِرٍ ٢٠٢٤"]),
        ("ar", "وصل\u200f الثلاثـــاء\u200f إلى المدينة.", ["الثلاثـــاء"]),
        ("ar", "سيصل غداً إلى هناك.", ["غداً"]),
        (
            "es",
            "Llego\u0301 el mie\u0301rcoles por la man\u0303ana.",
            ["el mie\u0301rcoles por la man\u0303ana"],
        ),
        ("fr", "Le 3 fe\u0301vrier\u00a02024, a\u0300 Paris.", ["Le 3 fe\u0301vrier\u00a02024"]),
        ("tr", "Geldi\u200b, 27 Kasım\u200b 2024'te gitti.", ["27 Kasım\u200b 2024"]),
        ("ru", "В\u200d мае и\u0306 3 мая 2024 г.", ["мае", "3 мая 2024 г."]),
        ("zh", "部长\u200b２０２４年１１月２７日\u200b辞职。", ["２０２４年１１月２７日"]),
    ],
)
def test_extents_are_those_of_the_text_itself(code: str, text: str, words: list[str]) -> None:
    """Accents, vowel signs, marks of direction: read as nothing, but they take their place."""
    assert found_in(text, code) == words


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_chosen_by_its_code(code: str) -> None:
    assert choose_language(code, "") == code
    assert choose_language(f"{code.upper()}-XX", "the text") == code
    assert choose_language(f"{code}_XX", "the text") == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "en"),
        ("2024-11-27", "en"),
        ("The court met on Monday and the mayor was in the hall.", "en"),
        ("Die Hard", "en"),
        ("El Paso", "en"),
        ("President Путин said on Monday that it was over.", "en"),
        ("El tribunal se reunió el lunes por la mañana.", "es"),
        ("hace tres días", "es"),
        ("Le tribunal s'est réuni lundi matin.", "fr"),
        ("il y a trois jours", "fr"),
        ("Das Gericht trat am Montag zusammen.", "de"),
        ("vor drei Tagen", "de"),
        ("Mahkeme Pazartesi günü toplandı ve karar verdi.", "tr"),
        ("üç gün önce", "tr"),
        ("Суд собрался в понедельник.", "ru"),
        ("27 ноября", "ru"),
        ("اجتمعت المحكمة يوم الاثنين.", "ar"),
        ("٢٧ تشرين الثاني", "ar"),
        ("法院周一开庭。", "zh"),
        ("11月27日", "zh"),
        ("Суд зібрався в понеділок і їхній голова пішов.", "en"),
        ("دادگاه روز دوشنبه تشکیل شد و گروه پنج نفره آمد که چنین گفت.", "en"),
        ("裁判所は月曜日に開かれました。", "en"),
        ("O tribunal não se reuniu na segunda-feira, mas foi ao local com os seus.", "en"),
        ("Il tribunale si è riunito lunedì e non ha deciso della sua sede.", "en"),
        ("De rechtbank kwam maandag bijeen en het werd niet laat op het plein.", "en"),
    ],
)
def test_the_text_tells_its_language(text: str, code: str) -> None:
    assert choose_language(None, text) == code
    assert choose_language("", text) == code


def test_a_language_without_tables_is_read_as_english() -> None:
    assert choose_language("pt", "El tribunal se reunió el lunes.") == "en"


HOSTILE = {
    "es": ["hace ", "del 3 ", "por la ", "el lunes 3 de mayo de ", "años ", "a "],
    "fr": ["il y a ", "du 3 ", "l'", "le lundi 3 mai ", "d'ici ", "la nuit de "],
    "de": ["vor ", "vom 3. ", "Montag", "3.", "am Montag, den 3. ", "Bild am "],
    "tr": ["önce ", "3 Mayıs'tan ", "'da", "on ", "geçen yılın ", "90'"],
    "ru": ["назад ", "с 3 по ", "тому ", "в среду, 3 ", "5-", "двадцать "],
    "ar": ["قبل ", "من 3 ", "و", "ول", "ـ", "َ", "يوم الأحد "],
    "zh": ["上", "3月3日至", "二", "1日", "年", "一月", "週", "二〇二四年"],
}


@pytest.mark.parametrize("code", CODES)
def test_time_grows_no_faster_than_the_text(code: str) -> None:
    """20,000 characters take under 0.1 s where nobody else uses the machine."""
    read("3", code=code)  # makes the grammar
    for unit in HOSTILE[code]:
        text = unit * (20_000 // len(unit))
        start = time.process_time()
        find_expressions(text, language=code)
        assert time.process_time() - start < 1, unit
