"""95 % confidence intervals of micro F1, by resampling articles.

Events of one article stand and fall together: intervals that resample events cover the truth in
71 to 81 % of cases only (simulated, 40 articles), those that resample articles in 94 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt, tan
from statistics import NormalDist
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

DRAWS = 2_000
SEED = 20_240_101
_CHUNK_CELLS = 2_000_000
"""Drawn articles held at a time (16 MB)."""

_NORMAL = NormalDist()
Interval = tuple[float, float]
Number = TypeVar("Number", np.int64, np.float64)


def f1_interval(counts: NDArray[np.int64]) -> Interval | None:
    """Interval of micro F1 from a table of tp, fp, fn with a row per article.

    Expanded percentile bootstrap (Hesterberg 2015, "What Teachers Should Know About the
    Bootstrap"): the percentiles are moved outwards as the t distribution is wider than the normal
    one. Covers .943 at 20 and at 40 articles (simulated), the plain percentiles .921 and .933. The
    same table always gives the same interval. None for fewer than two articles, or where there
    is nothing to count.
    """
    return f1_intervals([counts])[0]


def f1_intervals(tables: Sequence[NDArray[np.int64]]) -> list[Interval | None]:
    """`f1_interval` of several tables of the same articles, drawn once for all."""
    articles = len(tables[0])
    if articles < 2:
        return [None] * len(tables)
    tail = expanded_tail(articles)
    sums = resampled_sums(np.concatenate(tables, axis=1))
    return [
        _percentiles(sums[:, 3 * k : 3 * k + 3], tail) if table.any() else None
        for k, table in enumerate(tables)
    ]


def _percentiles(sums: NDArray[np.int64], tail: float) -> Interval:
    """Of micro F1 over the draws; a draw that holds nothing to count is left out."""
    tp, fp, fn = sums.T
    with np.errstate(invalid="ignore"):
        scores = 2 * tp / (2 * tp + fp + fn)
    low, high = np.nanquantile(scores, [tail, 1 - tail])
    return round(float(low), 6), round(float(high), 6)


def resampled_sums(counts: NDArray[Number]) -> NDArray[Number]:
    """Column sums of each of DRAWS draws of as many rows as there are, with replacement.

    Always the same for the same table.
    """
    articles = len(counts)
    random = np.random.default_rng(SEED)
    chunk = max(1, _CHUNK_CELLS // articles)
    sums = []
    for done in range(0, DRAWS, chunk):
        drawn = random.integers(0, articles, (min(chunk, DRAWS - done), articles))
        times = np.array([np.bincount(draw, minlength=articles) for draw in drawn])
        sums.append(times @ counts)
    return np.concatenate(sums)


def expanded_tail(articles: int) -> float:
    """Share of draws to leave out at each end: Phi(-sqrt(n / (n - 1)) t), with n articles."""
    return _NORMAL.cdf(-sqrt(articles / (articles - 1)) * t_quantile(0.975, articles - 1))


def t_quantile(probability: float, freedom: int) -> float:
    """Quantile of Student's t distribution with `freedom` (1 or more) degrees of freedom.

    Exact for 1 and 2; above, Fisher's expansion (Abramowitz and Stegun 26.7.5), right to three
    digits at 3 degrees and better beyond.
    """
    if freedom == 1:
        return tan(pi * (probability - 0.5))
    if freedom == 2:
        spread = 4 * probability * (1 - probability)
        return (2 * probability - 1) * sqrt(2 / spread)
    z = _NORMAL.inv_cdf(probability)
    terms = (
        z,
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92_160,
    )
    return sum(term / float(freedom) ** power for power, term in enumerate(terms))
