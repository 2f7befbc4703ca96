from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.engines.rules.casualties import Casualties, find_casualties
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.numbers import find_quantities
from extractor.engines.rules.sentences import read_sentence

Range = tuple[int | None, int | None]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("12", (12, 12)),
        ("twelve", (12, 12)),
        ("twenty-one", (21, 21)),
        ("1,200", (1200, 1200)),
        ("a hundred", (100, 100)),
        ("two hundred and five", (205, 205)),
        ("three thousand", (3000, 3000)),
        ("a dozen", (12, 12)),
        ("two dozen", (24, 24)),
        ("at least 12", (12, None)),
        ("more than 12", (13, None)),
        ("over 12", (13, None)),
        ("up to 30", (None, 30)),
        ("as many as 30", (None, 30)),
        ("nearly 30", (None, 30)),
        ("fewer than 10", (None, 9)),
        ("12 to 15", (12, 15)),
        ("12 or 13", (12, 13)),
        ("12-15", (12, 15)),
        ("12–15", (12, 15)),
        ("between 12 and 15", (12, 15)),
        ("about 30", (30, 30)),
    ],
)
def test_a_number_has_the_bounds_that_its_words_give(text: str, bounds: Range) -> None:
    [quantity] = find_quantities(text.split())
    assert (quantity.min, quantity.max) == bounds


@pytest.mark.parametrize("text", ["dozens", "several", "15-12", "twenty-ten", "no", "the"])
def test_vague_words_are_no_number(text: str) -> None:
    assert find_quantities([text]) == []


WORDS = (
    "a",
    "two",
    "dozen",
    "hundred",
    "and",
    "to",
    "12",
    "1,200",
    "at",
    "least",
    "over",
    "-",
    "x",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_quantities_stand_in_order_with_ordered_bounds(words: list[str]) -> None:
    quantities = find_quantities(words)
    for before, after in pairwise(quantities):
        assert before.first < before.last <= after.last
    for quantity in quantities:
        if quantity.min is not None and quantity.max is not None:
            assert 0 <= quantity.min <= quantity.max


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("A bomb killed at least 12 people in Tal.", (12, None), None),
        ("A bomb killed 12 people and wounded 30 in Tal.", (12, 12), (30, 30)),
        ("Twelve people were killed and up to 30 injured.", (12, 12), (None, 30)),
        ("12 to 15 people died in Tal.", (12, 15), None),
        ("The blast left 12 dead and 1,200 injured.", (12, 12), (1200, 1200)),
        ("The quake in Tal claimed the lives of 12 people.", (12, 12), None),
        ("Twelve miners lost their lives.", (12, 12), None),
        ("The death toll rose to 12.", (12, 12), None),
        ("Shells hit Tal, killing three and injuring seven others.", (3, 3), (7, 7)),
        ("No one was hurt.", None, (0, 0)),
        ("There were no casualties.", (0, 0), (0, 0)),
        ("Nobody was killed in Tal.", (0, 0), None),
        ("The storm passed without injuries.", None, (0, 0)),
        ("The report told of 12 people killed in Tal.", (12, 12), None),
        ("A bomb killed 12 people, including two children.", (12, 12), None),
        ("Two of the attackers, both from Osk, were killed.", (2, 2), None),
    ],
)
def test_killed_and_injured_are_counted_as_told(
    lexicon: Lexicon, text: str, killed: Range | None, injured: Range | None
) -> None:
    told = {c.harm: (c.count.min, c.count.max) for c in _read(text, lexicon)}
    assert (told.get("killed"), told.get("injured")) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "The blast wounded dozens.",
        "The army freed 12 hostages and wounded dozens.",
        "The army freed 12 hostages and wounded a guard.",
        "The 12 men wounded dozens.",
        "The fire killed 40 cows.",
        "The bomb could have killed 200 people.",
        "The bomb did not kill the 12 men.",
        "Police killed Ada Tal, 34, in Osk.",
        "Some 10 percent of patients died.",
        "The 12 men of Osk were freed.",
        "If 12 people died, the law applies.",
    ],
)
def test_what_is_vague_unreal_or_no_person_is_not_counted(lexicon: Lexicon, text: str) -> None:
    assert _read(text, lexicon) == []


def test_date_words_are_no_number(lexicon: Lexicon) -> None:
    text = "Ada Tal died on 12 May."
    sentence = read_sentence(1, text, [(text.index("12"), text.index("12") + 6)], lexicon)
    assert find_casualties(sentence, lexicon) == []


@given(st.text(alphabet="killed injured 12 people no one was, at least two toll.-–", max_size=120))
def test_any_line_is_read(lexicon: Lexicon, text: str) -> None:
    for casualties in _read(text, lexicon):
        assert casualties.harm in {"killed", "injured"}


def _read(text: str, lexicon: Lexicon) -> list[Casualties]:
    return find_casualties(read_sentence(1, text, (), lexicon), lexicon)
