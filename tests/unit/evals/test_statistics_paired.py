from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from evals.statistics.paired import ALL_FLIPS_UP_TO, paired_test

COUNTS = st.lists(
    st.tuples(*[st.integers(0, 12)] * 6).filter(lambda row: any(row[:3]) and any(row[3:])),
    min_size=2,
    max_size=16,
)


def table(*rows: tuple[int, int, int]) -> NDArray[np.float64]:
    return np.array(rows, dtype=np.float64)


def f1(counts: NDArray[np.float64]) -> float:
    tp, fp, fn = counts.sum(axis=0)
    return float(2 * tp / (2 * tp + fp + fn))


def test_the_exact_p_is_that_of_all_swaps_tried_one_by_one() -> None:
    first = table((3, 1, 2), (5, 0, 1), (2, 2, 2), (4, 1, 0))
    second = table((4, 1, 1), (5, 1, 1), (4, 0, 0), (4, 0, 0))
    found = f1(second) - f1(first)
    extreme = 0
    for flips in itertools.product((False, True), repeat=4):
        mask = np.array(flips)[:, None]
        swapped = f1(np.where(mask, first, second)) - f1(np.where(mask, second, first))
        extreme += abs(swapped) >= abs(found) - 1e-12
    test = paired_test(first, second)
    assert test.difference == pytest.approx(found)
    assert test.p == extreme / 16


def test_one_sided_gains_in_five_articles_cannot_be_surer_than_two_of_32() -> None:
    first = table(*[(5, 2, 2)] * 5)
    second = table(*[(7, 0, 0)] * 5)
    test = paired_test(first, second)
    assert test.p == 2 / 32
    assert test.detectable is None  # no difference could have been shown


def test_the_same_counts_differ_by_nothing() -> None:
    same = table(*[(i % 5, i % 3, 1) for i in range(40)])
    test = paired_test(same, same)
    assert (test.difference, test.ci95, test.p, test.detectable) == (0.0, (0.0, 0.0), 1.0, 0.0)


def test_a_real_gain_is_found_and_its_interval_leaves_out_nought() -> None:
    random = np.random.default_rng(3)
    first = np.c_[random.integers(4, 12, 60), random.integers(0, 5, (60, 2))].astype(float)
    second = first + np.array([1, -0.5, -1])
    second[second < 0] = 0
    test = paired_test(first, second)
    assert test.p is not None
    assert test.p < 0.001
    assert test.ci95 is not None
    assert 0 < test.ci95[0] < (test.difference or 0) < test.ci95[1]


@pytest.mark.parametrize("articles", [0, 1])
def test_less_than_two_articles_give_neither_interval_nor_p(articles: int) -> None:
    test = paired_test(
        table(*[(2, 1, 1)] * articles).reshape(-1, 3), table(*[(3, 0, 0)] * articles).reshape(-1, 3)
    )
    assert test.ci95 is None
    assert test.p is None


def test_nothing_to_count_is_not_nought() -> None:
    test = paired_test(table((0, 0, 0), (0, 0, 0)), table((1, 0, 0), (1, 0, 0)))
    assert (test.first, test.second, test.difference, test.p) == (None, 1.0, None, None)


@settings(max_examples=30, deadline=None)
@given(rows=COUNTS)
def test_changing_the_sides_changes_the_sign_alone(rows: list[tuple[int, ...]]) -> None:
    data = np.array(rows, dtype=np.float64)
    there, back = paired_test(data[:, :3], data[:, 3:]), paired_test(data[:, 3:], data[:, :3])
    assert there.difference == pytest.approx(-(back.difference or 0))
    assert there.p is not None
    assert back.p is not None
    tolerance = 0 if len(rows) <= ALL_FLIPS_UP_TO else 0.02
    assert there.p == pytest.approx(back.p, abs=tolerance)
    assert 0 < there.p <= 1


def test_the_same_tables_always_give_the_same_numbers() -> None:
    first = table(*[(i % 7, i % 3, i % 2) for i in range(30)])
    second = table(*[(i % 6, i % 2, i % 4) for i in range(30)])
    assert paired_test(first, second) == paired_test(first, second)


def test_no_difference_is_called_one_as_rarely_as_the_level_says() -> None:
    """Sixty comparisons of runs that do not differ: p < .05 in about three of them."""
    random = np.random.default_rng(5)
    called = 0
    for _ in range(60):
        gold = random.integers(3, 20, 20)
        found = [random.binomial(gold, 0.8) for _ in range(2)]
        first, second = (np.c_[tp, gold - tp, gold - tp].astype(float) for tp in found)
        called += (paired_test(first, second).p or 1) < 0.05
    assert called <= 8
