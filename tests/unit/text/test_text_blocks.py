"""Stored text to blocks: physical lines, and hard-wrapped paragraphs as one."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.blocks import split_blocks

PARAGRAPHS = (
    "The council of the harbour town of Velda voted on Monday to close the old ferry pier, "
    "after engineers had found cracks in eleven of its forty wooden piles. The mayor said that "
    "the work would begin before the end of the month.",
    "A spokesman for the ferrymen, who had asked for a delay, called the vote a disgrace and said "
    "that they would go to court.",
    "Velda has had a pier since 1872.",
)
SHOUTED = tuple(paragraph.upper() for paragraph in PARAGRAPHS)


def blocks_of(text: str) -> list[str]:
    return [text[block.start : block.end] for block in split_blocks(text)]


def unwrapped(text: str) -> list[str]:
    return [" ".join(block.split()) for block in blocks_of(text)]


def test_each_physical_line_is_a_block_without_its_white_space() -> None:
    assert blocks_of("\n  One \u00a0\r\tTwo\n \n\u3000Three\u2028Four") == [
        "One",
        "Two",
        "Three",
        "Four",
    ]


@pytest.mark.parametrize("width", [50, 65, 76, 90])
@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, SHOUTED], ids=["mixed", "upper"])
@pytest.mark.parametrize("between", ["\n\n", "\n"], ids=["blank", "close"])
@pytest.mark.parametrize("indent", ["", "   "], ids=["flush", "indented"])
def test_wrapped_paragraphs_are_whole(
    width: int, paragraphs: tuple[str, ...], between: str, indent: str
) -> None:
    text = between.join(textwrap.fill(p, width, initial_indent=indent) for p in paragraphs)
    if not (between == "\n" and not indent):
        assert unwrapped(text) == list(paragraphs)
    else:  # a paragraph whose last line happens to be full cannot be told from the next
        assert len(blocks_of(text)) < len(text.splitlines())


def test_a_short_heading_above_a_wrapped_paragraph_stays_single() -> None:
    text = "Pier to close\n" + textwrap.fill(PARAGRAPHS[0], 70)
    assert unwrapped(text) == ["Pier to close", PARAGRAPHS[0]]


def test_list_items_after_a_full_line_of_a_wrapped_text_stay_single() -> None:
    items = [
        "- The bridge at Great Hask, where two of the piers are cracked",
        "2. The road to Hask",
    ]
    paragraph = textwrap.fill(PARAGRAPHS[0][:130], 65)
    assert unwrapped("\n".join([paragraph, *items])) == [PARAGRAPHS[0][:130].strip(), *items]


@pytest.mark.parametrize(
    "lines",
    [
        ["The pier of Velda was closed on Monday evening.", "Nobody was hurt in the town itself."],
        ["THE PIER OF VELDA WAS CLOSED ON MONDAY EVENING."] * 4,
        ["Velda", "Little Hask", "Great Hask", "Old Kesra"],
        ["Two Ministers Resign After the Vote in Velda", "Coffee Prices Reach New High This Week"],
        ["- The pier of Velda, which is closed since the vote", "- the bridge at Great Hask"],
        [
            "1. The pier of Velda, which has been closed since the vote of",
            "2. The bridge at Great Hask, which has been closed for a year",
        ],
        ["The pier was closed by the council, " * 5 + "they said", "and then the council went on"],
    ],
    ids=["sentences", "upper", "villages", "headlines", "bullets", "numbers", "long"],
)
def test_lines_that_are_whole_stay_single(lines: list[str]) -> None:
    assert blocks_of("\n".join(lines)) == lines


@given(st.text(alphabet=st.sampled_from("aB. \n\r\t\u00a0\u2028\u200b-–1(«")))
def test_blocks_hold_all_but_white_space(text: str) -> None:
    blocks = split_blocks(text)
    covered: set[int] = set()
    for block in blocks:
        piece = text[block.start : block.end]
        assert piece
        assert piece == piece.strip()
        assert covered.isdisjoint(range(block.start, block.end))
        covered.update(range(block.start, block.end))
    assert [block.start for block in blocks] == sorted(block.start for block in blocks)
    assert all(char.isspace() for offset, char in enumerate(text) if offset not in covered)
