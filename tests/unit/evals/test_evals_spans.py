from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.predictions import PredictedEvidence
from evals.spans import Span, length, place, shared, union

TEXT = "Rain fell. Nobody came. Rain fell. The end."


@pytest.mark.parametrize(
    ("evidence", "span"),
    [
        ({"quote": "Nobody came."}, (11, 23)),
        ({"quote": "Rain fell."}, None),  # twice, and no place is given
        ({"quote": "Rain fell.", "start": 24, "end": 34}, (24, 34)),
        ({"quote": "Rain fell.", "start": 20, "end": 30}, (24, 34)),  # the nearest
        ({"quote": "Rain fell.", "start": 4, "end": 14}, (0, 10)),
        ({"quote": "nobody came."}, None),  # another case is another text
        ({"quote": "Snow fell."}, None),
        ({"start": 11, "end": 23}, (11, 23)),
        ({"start": 23, "end": 11}, None),
        ({"start": -4, "end": 3}, None),
        ({}, None),
    ],
)
def test_place(evidence: dict[str, object], span: Span | None) -> None:
    assert place(PredictedEvidence.model_validate(evidence), TEXT) == span


def test_without_a_text_only_offsets_place() -> None:
    assert place(PredictedEvidence(quote="Rain", start=3, end=7), None) == (3, 7)
    assert place(PredictedEvidence(quote="Rain"), None) is None


def test_offsets_of_another_text_only_choose_between_occurrences() -> None:
    quoted = PredictedEvidence(quote="Rain fell.", start=23, end=33)
    assert place(quoted, TEXT, offsets_hold=False) == (24, 34)
    assert place(PredictedEvidence(start=11, end=23), TEXT, offsets_hold=False) is None


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], ()),
        ([(5, 9), (0, 3)], ((0, 3), (5, 9))),
        ([(0, 5), (3, 9)], ((0, 9),)),
        ([(0, 5), (5, 9)], ((0, 9),)),
        ([(0, 9), (3, 5)], ((0, 9),)),
    ],
)
def test_union(spans: list[Span], merged: tuple[Span, ...]) -> None:
    assert union(spans) == merged


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1])),
    max_size=6,
)


@given(SPANS, SPANS)
def test_lengths_are_those_of_character_sets(left: list[Span], right: list[Span]) -> None:
    left_set = {position for start, end in left for position in range(start, end)}
    right_set = {position for start, end in right for position in range(start, end)}
    assert length(union(left)) == len(left_set)
    assert shared(union(left), union(right)) == len(left_set & right_set)
