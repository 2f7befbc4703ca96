from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from evals.assignment import best_assignment

Gains = list[list[int]]


@st.composite
def gains(draw: st.DrawFn) -> Gains:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    gain = st.one_of(st.just(0), st.integers(1, 6), st.integers(0, 1_000_000))
    return draw(
        st.lists(st.lists(gain, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )


def total_of_best(table: Gains) -> int:
    """By trying everything."""
    if len(table) > len(table[0]):
        table = [list(column) for column in zip(*table, strict=True)]
    return max(
        sum(row[column] for row, column in zip(table, chosen, strict=True))
        for chosen in permutations(range(len(table[0])), len(table))
    )


@given(gains())
def test_total_is_the_best_there_is(table: Gains) -> None:
    pairs = best_assignment(table)
    assert sum(table[row][column] for row, column in pairs) == total_of_best(table)


@given(gains())
def test_one_to_one_and_worthless_pairs_left_out(table: Gains) -> None:
    pairs = best_assignment(table)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] > 0 for row, column in pairs)
    assert pairs == sorted(pairs)


@pytest.mark.parametrize(
    ("table", "pairs"),
    [
        ([], []),
        ([[]], []),
        ([[0]], []),
        ([[3]], [(0, 0)]),
        # The greedy choice of 9 leaves 1: 10. The best is 8 + 7.
        ([[9, 8], [7, 1]], [(0, 1), (1, 0)]),
        ([[1, 2, 3]], [(0, 2)]),
        ([[1], [2], [3]], [(2, 0)]),
        ([[5, 5], [5, 5]], [(0, 0), (1, 1)]),
    ],
)
def test_examples(table: Gains, pairs: list[tuple[int, int]]) -> None:
    assert best_assignment(table) == pairs


@given(gains())
def test_same_total_as_scipy(table: Gains) -> None:
    rows, columns = linear_sum_assignment(table, maximize=True)
    best = sum(table[row][column] for row, column in zip(rows, columns, strict=True))
    assert sum(table[row][column] for row, column in best_assignment(table)) == best
