"""95 % confidence intervals of micro F1, by resampling articles.

Events of one article stand and fall together: intervals that resample events cover the truth in
71 to 81 % of cases only (simulated, 40 articles), those that resample articles in 94 %.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import pi, sqrt, tan
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

DRAWS = 2_000
SEED = 20_240_101
_CHUNK_CELLS = 2_000_000
"""Drawn articles held at a time (16 MB)."""

_NORMAL = NormalDist()


def f1_interval(counts: NDArray[np.int64]) -> tuple[float, float] | None:
    """Interval of micro F1 from a table of tp, fp, fn with a row per article.

    Expanded percentile bootstrap (Hesterberg 2015, "What Teachers Should Know About the
    Bootstrap"): the percentiles are moved outwards as the t distribution is wider than the normal
    one. Covers .943 at 20 and at 40 articles (simulated), the plain percentiles .921 and .933. The
    same table always gives the same interval. None for fewer than two articles, or where there
    is nothing to count.
    """
    articles = len(counts)
    if articles < 2 or not counts.any():
        return None
    scores = _resampled_f1(counts)
    outside = expanded_tail(articles)
    low, high = np.nanquantile(scores, [outside, 1 - outside])
    return round(float(low), 6), round(float(high), 6)


def _resampled_f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Micro F1 of each draw; nan where a draw holds nothing to count."""
    sums = [times @ counts for times in draw_articles(len(counts), DRAWS)]
    tp, fp, fn = np.concatenate(sums).T
    with np.errstate(invalid="ignore"):
        return np.asarray(2 * tp / (2 * tp + fp + fn))


def draw_articles(articles: int, draws: int) -> Iterator[NDArray[np.int64]]:
    """How often each article is drawn, a row per draw, some draws at a time; always the same."""
    random = np.random.default_rng(SEED)
    chunk = max(1, _CHUNK_CELLS // articles)
    for done in range(0, draws, chunk):
        drawn = random.integers(0, articles, (min(chunk, draws - done), articles))
        yield np.array([np.bincount(draw, minlength=articles) for draw in drawn])


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
