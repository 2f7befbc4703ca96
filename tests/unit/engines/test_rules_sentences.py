from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import WORD_LIMIT, read_sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. troops left.", ["U.S.", "troops", "left", "."]),
        ("Gen. Osei met Mr. Tal.", ["Gen.", "Osei", "met", "Mr.", "Tal", "."]),
        ("Anti-mine groups, 1,200 strong", ["Anti-mine", "groups", ",", "1,200", "strong"]),
        ("Osk’s mayor", ["Osk", "mayor"]),
        ("the rebels' camp", ["the", "rebels", "'", "camp"]),
        ("Sa’ad - a port", ["Sa’ad", "-", "a", "port"]),
        ("(TDF)-led units", ["(", "TDF", ")", "led", "units"]),
    ],
)
def test_a_text_is_cut_into_words(lexicon: Lexicon, text: str, words: list[str]) -> None:
    assert read_sentence(1, text, [], lexicon).words == words


def test_a_possessive_is_known_by_its_mark(lexicon: Lexicon) -> None:
    sentence = read_sentence(1, "Osk’s towns and the Tals’ hills", [], lexicon)
    owners = [word for word, owns in zip(sentence.words, sentence.possessive, strict=True) if owns]
    assert owners == ["Osk", "Tals"]


def test_words_in_quotation_marks_are_known(lexicon: Lexicon) -> None:
    sentence = read_sentence(1, 'He said “we took it” and "left" at 5" here', [], lexicon)
    quoted = [word for word, inside in zip(sentence.words, sentence.quoted, strict=True) if inside]
    assert [word for word in quoted if word.isalpha()] == ["we", "took", "it", "left"]


@pytest.mark.parametrize(
    ("text", "word", "clause"),
    [
        ("The men who took Tal are leaving.", "took", "who"),
        ("The men who took Tal are leaving.", "leaving", ""),
        ("The men who took Tal and seized Osk are leaving.", "seized", "who"),
        ("When the rain stopped, they marched.", "stopped", "when"),
        ("When the rain stopped, they marched.", "marched", ""),
        ("The mayor said that they marched.", "marched", ""),
        ("The mayor denied that they marched.", "marched", "denied"),
        ("They marched after heavy rain on Monday.", "Monday", ""),
        ("They slept after marching on Monday.", "Monday", "after"),
        ("If they march, we will see.", "march", "if"),
    ],
)
def test_each_word_knows_its_clause(lexicon: Lexicon, text: str, word: str, clause: str) -> None:
    sentence = read_sentence(1, text, [], lexicon)
    assert sentence.clause[sentence.words.index(word)] == clause


def test_text_in_capitals_is_shouting(lexicon: Lexicon) -> None:
    assert read_sentence(1, "TROOPS LEFT TAL ON 5 MAY.", [], lexicon).shouting
    assert not read_sentence(1, "NATO troops left Tal.", [], lexicon).shouting


def test_an_endless_line_is_read_up_to_the_limit(lexicon: Lexicon) -> None:
    assert len(read_sentence(1, "word " * 5000, [], lexicon)) == WORD_LIMIT


@given(text=st.text(max_size=200), data=st.data())
def test_words_and_dates_lie_in_the_text(lexicon: Lexicon, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sentence = read_sentence(1, text, [(start, end)], lexicon)
    for word, first, last in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
        assert text[first:last] == word
    assert sentence.starts == sorted(sentence.starts)
    for first, last in sentence.dates:
        assert first < last <= len(sentence)
        assert sentence.starts[first] < end
        assert sentence.ends[last - 1] > start
