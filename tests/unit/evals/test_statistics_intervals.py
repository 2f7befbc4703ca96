from __future__ import annotations

import numpy as np
import pytest

from evals.statistics.intervals import f1_interval, t_quantile

COUNTS = np.array([[8, 1, 2], [3, 4, 0], [0, 0, 5], [9, 0, 1], [5, 2, 2], [0, 0, 0]])


@pytest.mark.parametrize(
    ("freedom", "quantile"),  # a printed table of Student's t, 97.5 %
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (39, 2.023), (10_000, 1.960)],
)
def test_student_t(freedom: int, quantile: float) -> None:
    assert t_quantile(0.975, freedom) == pytest.approx(quantile, abs=0.004)


def test_interval_holds_the_score_and_is_the_same_every_time() -> None:
    interval = f1_interval(COUNTS)
    assert interval is not None
    assert 0 <= interval[0] < 2 * 25 / (2 * 25 + 7 + 10) < interval[1] <= 1
    assert f1_interval(COUNTS) == interval


def test_more_articles_make_it_narrower() -> None:
    few, many = f1_interval(COUNTS), f1_interval(np.tile(COUNTS, (16, 1)))
    assert few is not None
    assert many is not None
    assert many[1] - many[0] < (few[1] - few[0]) / 3


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    assert f1_interval(np.array([[3, 1, 1]] * 9)) == (0.75, 0.75)


@pytest.mark.parametrize("counts", [np.zeros((0, 3)), np.array([[3, 1, 1]]), np.zeros((9, 3))])
def test_nothing_to_resample(counts: np.ndarray) -> None:
    assert f1_interval(counts.astype(np.int64)) is None


def test_draws_with_nothing_to_count_are_left_out() -> None:
    interval = f1_interval(np.array([[1, 0, 0], [0, 0, 0]]))
    assert interval == (1.0, 1.0)
