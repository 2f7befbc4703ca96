from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dates.attachment import DatedLine, DateWords, Story
from extractor.dates.clauses import read_words
from extractor.dates.tense import Tense, read_tense, words_of
from extractor.edtf import parse

TODAY = date(2024, 12, 6)

DAYS = {
    "on Monday": "2024-12-02",
    "on Wednesday": "2024-12-04",
    "today": "2024-12-06",
    "in 1991": "1991",
    "1991": "1991",
    "in March": "2024-03",
    "next year": "2025",
}


def line(text: str, *, headline: bool = False) -> DatedLine:
    """A line whose dates are those of the table above: no date module is needed."""
    found = sorted(
        (text.index(words), words)
        for words in DAYS
        if words in text and not any(words != w and words in w and w in text for w in DAYS)
    )
    dates = (DateWords(at, at + len(words), parse(DAYS[words])) for at, words in found)
    return DatedLine(text, tuple(dates), headline)


def attach(lines: list[DatedLine], word: str, published: date | None = TODAY) -> tuple[str, str]:
    story = Story(lines, published)
    number = next(i for i, one in reversed(list(enumerate(lines))) if word in one.text)
    found = story.attach(number, lines[number].text.index(word))
    return str(found.edtf or ""), found.basis


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("Rebels captured Tal", "captured", "past"),
        ("Tal was captured", "captured", "past"),
        ("Rebels have captured Tal", "captured", "perfect"),
        ("Rebels had captured Tal", "captured", "past_perfect"),
        ("Rebels will capture Tal", "capture", "future"),
        ("Rebels are expected to capture Tal", "capture", "future"),
        ("Rebels could capture Tal", "capture", "unreal"),
        ("Rebels agreed to leave Tal", "leave", "past"),
        ("It holds Tal", "holds", "present"),
        ("The capture of Tal", "capture", "none"),
    ],
)
def test_the_tense_of_a_word(text: str, word: str, tense: Tense) -> None:
    words, _ = words_of(text)
    assert read_tense(words, words.index(word)).tense == tense


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("Rebels captured Tal on Monday.", "captured", "2024-12-02"),
        ("On Monday, when it rained, rebels captured Tal.".replace("On", "on"), "captured",
         "2024-12-02"),
        ("Rebels captured Tal on Monday and left Mur on Wednesday.", "left", "2024-12-04"),
        ("Rebels captured Tal on Monday and left Mur on Wednesday.", "captured", "2024-12-02"),
        ("The firm will open a mine next year.", "open", "2025"),
    ],
)  # fmt: skip
def test_a_date_of_the_own_clause_wins(text: str, word: str, edtf: str) -> None:
    assert attach([line(text)], word) == (edtf, "sentence")


def test_what_happened_has_no_day_to_come() -> None:
    text = "Osk announced cuts next year."
    assert attach([line("Rebels left."), line(text)], "announced") == ("2024-12-06", "published")


def test_a_date_that_describes_a_noun_is_no_day_of_the_verb() -> None:
    text = "Osk broke the 1991 accord."
    assert attach([line(text)], "broke") == ("2024-12-06", "published")


def test_the_day_of_a_quotation_is_not_that_of_the_saying() -> None:
    lines = [line("Rebels took Tal on Wednesday."), line('The mayor said: "We left today."')]
    assert attach(lines, "said") == ("2024-12-04", "carried")


def test_the_day_of_the_lead_is_carried() -> None:
    lines = [line("Rebels took Tal on Wednesday."), line("Soldiers fled to the hills.")]
    assert attach(lines, "fled") == ("2024-12-04", "carried")


def test_an_old_day_in_the_lead_is_no_day_of_the_story() -> None:
    lines = [line("Rebels who rose in March took Tal."), line("Soldiers fled to the hills.")]
    assert attach(lines, "fled") == ("2024-12-06", "published")


def test_a_headline_has_the_day_of_the_lead() -> None:
    lines = [line("Rebels take Tal", headline=True), line("Rebels took Tal on Wednesday.")]
    story = Story(lines, TODAY)
    assert str(story.attach(0, 7).edtf) == "2024-12-04"


@pytest.mark.parametrize("word", ["leave", "burn", "fled"])
def test_what_has_not_happened_or_came_before_has_no_day(word: str) -> None:
    lines = [
        line("Rebels took Tal on Wednesday."),
        line("They will leave, the port could burn, and many had fled."),
    ]
    assert attach(lines, word) == ("", "none")


def test_a_happening_named_again_has_its_own_day() -> None:
    lines = [
        line("Rebels took Tal on Wednesday."),
        line("Gunmen attacked a bus on Monday."),
        line("The attack shook Osk."),
    ]
    story = Story(lines, TODAY)
    found = story.attach(2, lines[2].text.index("attack"))
    assert (str(found.edtf), found.basis, found.line, found.sure) == (
        "2024-12-02", "carried", 1, True,
    )  # fmt: skip


def test_later_goes_on_with_the_line_before() -> None:
    lines = [
        line("Rebels took Tal on Wednesday."),
        line("They left Mur on Monday."),
        line("Later, they burned the bridge."),
    ]
    assert attach(lines, "burned") == ("2024-12-02", "carried")


def test_without_a_day_of_publication_nothing_is_published() -> None:
    assert attach([line("Rebels took Tal.")], "took", None) == ("", "none")
    assert attach([line("Rebels took Tal on Monday.")], "took", None)[1] == "sentence"


def test_quotation_marks_part_words() -> None:
    words = read_words('He said "we left" in Osk')
    assert [w for w, quoted in zip(words.lower, words.quoted, strict=True) if quoted] == [
        '"', "we", "left",
    ]  # fmt: skip


@given(
    st.lists(st.text(alphabet='Rebels took " on Monday. the, had will', max_size=60), min_size=1),
    st.integers(0, 80),
    st.sampled_from([TODAY, None]),
)
def test_any_text_is_read(texts: list[str], start: int, published: date | None) -> None:
    lines = [DatedLine(text, (DateWords(0, 3, parse("2024-12-02")),)) for text in texts]
    story = Story([one for one in lines if one.words.lower], published)
    for index in range(len(story.lines)):
        found = story.attach(index, start)
        assert (found.edtf is None) == (found.basis == "none")
