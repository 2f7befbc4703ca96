"""The line table: offsets, numbers, labels, and what an engine is shown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.lines import Line, number_lines, render_line

PAGE = """\
Friday, May 10, 2024
17.2 C
HomeRegionPier to close after cracks found

Pier to close after cracks found

VELDA, 3 May 2024 (Northern Wire) – The council voted to close the pier. It is old.
\u00a0
Also Read: Ten New Buses for Great Hask

“It is a pity,” the mayor said.   Nobody\tdisagreed.

Latest News
Bread Prices Rise
"""
WORDS = ["Home", "Also Read:", "Trending", "Velda.", "(Photo by", "VELDA –", "14:32", "“No.”", "1."]


def test_a_page_line_by_line() -> None:
    lines = number_lines(PAGE)
    assert [(line.label, PAGE[line.start : line.end]) for line in lines] == [
        ("furniture", "Friday, May 10, 2024"),
        ("furniture", "17.2 C"),
        ("furniture", "HomeRegionPier to close after cracks found"),
        ("headline", "Pier to close after cracks found"),
        ("dateline", "VELDA, 3 May 2024 (Northern Wire) –"),
        ("body", "The council voted to close the pier."),
        ("body", "It is old."),
        ("link", "Also Read: Ten New Buses for Great Hask"),
        ("body", "“It is a pity,” the mayor said."),
        ("body", "Nobody\tdisagreed."),
        ("furniture", "Latest News"),
        ("link", "Bread Prices Rise"),
    ]
    assert [line.number for line in lines] == list(range(1, 13))
    assert [line.number for line in lines if line.shown] == [4, 5, 6, 7, 9, 10]


def test_a_place_and_a_colon_begin_the_first_paragraph_only() -> None:
    text = "VELDA: The pier is closed.\nMAYOR: The pier is closed."
    assert [(line.label, text[line.start : line.end]) for line in number_lines(text)] == [
        ("dateline", "VELDA:"),
        ("body", "The pier is closed."),
        ("body", "MAYOR: The pier is closed."),
    ]


def test_a_line_is_shown_with_its_white_space_folded() -> None:
    text = "The council voted to close the old pier\nof  Velda\u00a0on Monday."
    assert render_line(text, Line(7, 0, len(text), "body")) == (
        "[7] The council voted to close the old pier of Velda on Monday."
    )


@pytest.mark.parametrize("text", ["", " \n\t\u00a0\r\n"])
def test_white_space_has_no_lines(text: str) -> None:
    assert number_lines(text) == ()


@given(
    st.lists(
        st.sampled_from([*WORDS, " ", "\n", "\n\n", "\u00a0", "\r", "\u200b", "a" * 90])
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    ).map("".join),
    st.sampled_from([None, "Velda", "Home Velda.", ""]),
    st.sampled_from([None, "en", "ar", "zh-Hans", "xx", ""]),
)
def test_every_character_but_white_space_is_in_exactly_one_line(
    text: str, title: str | None, language: str | None
) -> None:
    lines = number_lines(text, title=title, language=language)
    end = 0
    for number, line in enumerate(lines, start=1):
        assert line.number == number
        assert line.start >= end
        assert not text[end : line.start].strip()
        piece = text[line.start : line.end]
        assert piece
        assert piece == piece.strip()
        end = line.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "Home > ",
        "a > b > c > d > e > f > g > h\n",
        "Pier to close\n",
        "Pier to close for a year\n",
        "Trending\nBread\n",
        "share ",
        "share " * 60 + "z\n",
        "we use " * 50 + "\n",
        "photo " * 60 + "\n",
        "http://a.b\n",
        "[a_b ",
        "VELDA (VELDA VELDA, VELDA " * 4 + "– x\n",
        "12:34 " * 60 + "\n",
        "word " * 9 + "\n",
        "“« ",
        "。",
        "\r",
    ],
)
def test_hostile_texts_take_no_squared_time(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    number_lines(text, title="Pier to close for a year")
    assert time.process_time() - start < 3  # now at most 0.5; one slow rule takes minutes


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "The pier of Velda is closed. It is old. Also Read: Ten New Buses for Great Hask",
            ["body", "body", "link"],
        ),
        (
            "The pier of Velda is closed. ALSO READ | Ten New Buses Come. The mayor was sorry.",
            ["body", "link", "body"],
        ),
        ("The pier of Velda is closed. “Also read: my book,” the mayor said.", ["body", "body"]),
        ("The pier of Velda is closed. Also, read the notice: it is long.", ["body", "body"]),
    ],
)
def test_a_link_at_the_end_of_a_paragraph_is_not_shown(text: str, labels: list[str]) -> None:
    assert [line.label for line in number_lines(text)] == labels
