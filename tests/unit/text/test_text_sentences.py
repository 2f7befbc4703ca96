"""Sentences of a block."""

from __future__ import annotations

import time

import pytest

from extractor.text.blocks import Block
from extractor.text.sentences import split_sentences


def sentences_of(text: str, language: str | None = None) -> list[str]:
    block = Block(0, len(text))
    return [text[s.start : s.end] for s in split_sentences(text, block, language=language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Gen. Orban left the U.S. on Monday.", "Lt. Col. Ray of St. Louis stayed."]),
        (
            "en",
            ["It hit house No. 5 at 10 a.m. on Dec. 6.", "Acme Corp. of Velda pays $3.5 million."],
        ),
        ("en", ["“We came.”", "He went.", "“We came,” he said.", '"Stop!" she said.']),
        ("en", ["He said: “She lied. She lied twice.”", "The court agreed."]),
        ("en", ["He waited...", "Then he left.", "Why?", "Nobody knows."]),
        ("en", ["The report came late.", "(It was short.)"]),
        ("en-GB", ["THE ARMY LEFT.", "COL. ISAACS SAID SO."]),
        ("de", ["Am 5. Dezember kam Dr. Meier.", "Er blieb."]),
        ("ar", ["هل هذا صحيح؟", "نعم!", "هذا كل شيء."]),
        (None, ["هل هذا صحيح؟", "نعم.", "هذا كل شيء"]),
        ("xx", ["Войска вошли в город.", "Почему?", "Никто не знает."]),
        ("", ["One.", "Two."]),
    ],
)
def test_sentences(language: str | None, sentences: list[str]) -> None:
    assert sentences_of(" ".join(sentences), language) == sentences


def test_chinese_has_no_spaces_between_sentences() -> None:
    assert sentences_of("军队昨天进入了城市。为什么？没人知道。", "zh") == [
        "军队昨天进入了城市。",
        "为什么？",
        "没人知道。",
    ]


def test_a_number_of_a_list_stays_with_its_item() -> None:
    assert sentences_of("1. The bridge fell. 2. The road is cut.") == [
        "1. The bridge fell.",
        "2. The road is cut.",
    ]


def test_marks_without_words_belong_to_the_sentence_before() -> None:
    assert sentences_of("The bridge fell. ... The road is cut. ***") == [
        "The bridge fell. ...",
        "The road is cut. ***",
    ]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "\U0001f6a2 Head\n  One. Two.  \nTail."
    assert split_sentences(text, Block(9, 18)) == [Block(9, 13), Block(14, 18)]


def test_a_long_block_is_split_where_its_sentences_end() -> None:
    sentence = "The council met for the {}th time and went home without any vote."
    sentences = [sentence.format(number) for number in range(500)]
    assert sentences_of(" ".join(sentences)) == sentences


@pytest.mark.parametrize("unit", ["“", "«", "“a. ", "“. ", "‘a ", "(a. ", "a", "1. ", "A."])
def test_hostile_blocks_take_no_squared_time(unit: str) -> None:
    text = (unit * (100_000 // len(unit))).strip()
    start = time.process_time()
    sentences = sentences_of(text)
    assert time.process_time() - start < 2  # unbounded, 100,000 quotes take over 3 s; now 0.2
    assert "".join(sentences).replace(" ", "") == text.replace(" ", "")
