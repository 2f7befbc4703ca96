"""Two systems on the same articles: how much their micro F1 differs, and how sure that is.

Also the difference that the articles could have shown at all. Every draw is seeded.
"""

from __future__ import annotations

from math import isnan
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from evals.statistics.intervals import SEED, expanded_tail, resampled_sums

FLIPS = 10_000
"""Sign flips drawn where not all of them can be tried."""
ALL_FLIPS_UP_TO = 12
"""Articles for which all 2^n flips are tried: the p value is then exact."""
DETECTABLE = 2.8
"""Standard errors of a difference that is found with power .8 at level .05: 1.96 + .84."""
FEWEST_ARTICLES = 6
"""Of fewer no p is below .05, whatever the difference: 2 of the 2^5 flips are as extreme."""
_CHUNK_CELLS = 2_000_000
_ROUNDING = 1e-12
"""Two differences nearer than this are the same: sums of thirds differ in their last digit."""

Table = NDArray[np.float64]
"""tp, fp, fn with a row per article."""


class PairedTest(NamedTuple):
    """The second system against the first. `p`: two-sided. Null where it cannot be told.

    `difference`: F1 of the second minus F1 of the first. `detectable`: the smallest true difference
    that these articles would have shown four times out of five; null of too few articles.
    """

    first: float | None
    second: float | None
    difference: float | None
    ci95: tuple[float, float] | None
    p: float | None
    detectable: float | None


def paired_test(first: Table, second: Table) -> PairedTest:
    """Compare two tables with the same articles in the same rows.

    p: sign-flip permutation (Fisher's randomisation: under no difference, which system found what
    in an article is a coin toss), exact up to 12 articles. Interval: expanded percentile bootstrap
    of the difference over articles. Two intervals that overlap say nothing of a difference; this
    does. Fewer than two articles: neither interval nor p.
    """
    one, two = float(_f1(first.sum(axis=0))), float(_f1(second.sum(axis=0)))
    if isnan(one) or isnan(two):
        return PairedTest(_known(one), _known(two), None, None, None, None)
    difference = two - one
    if len(first) < 2:
        return PairedTest(one, two, difference, None, None, None)
    draws = _resampled_differences(first, second)
    tail = expanded_tail(len(first))
    low, high = np.nanquantile(draws, [tail, 1 - tail])
    return PairedTest(
        one,
        two,
        difference,
        (round(float(low), 6), round(float(high), 6)),
        _sign_flip_p(first, second, difference),
        DETECTABLE * float(np.nanstd(draws)) if len(first) >= FEWEST_ARTICLES else None,
    )


def _known(value: float) -> float | None:
    return None if isnan(value) else value


def _f1(counts: Table) -> NDArray[np.float64]:
    tp, fp, fn = counts[..., 0], counts[..., 1], counts[..., 2]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(2 * tp / (2 * tp + fp + fn))


def _resampled_differences(first: Table, second: Table) -> NDArray[np.float64]:
    sums = resampled_sums(np.concatenate([first, second], axis=1))
    return _f1(sums[:, 3:]) - _f1(sums[:, :3])


def _sign_flip_p(first: Table, second: Table, difference: float) -> float:
    """Share of flips with a difference at least as large as the one that was found."""
    change, start_one, start_two = second - first, first.sum(axis=0), second.sum(axis=0)
    extreme = total = 0
    for flips in _flips(len(first)):
        moved = flips @ change
        differences = _f1(start_two - moved) - _f1(start_one + moved)
        extreme += int(np.sum(np.abs(differences) >= abs(difference) - _ROUNDING))
        total += len(flips)
    if len(first) <= ALL_FLIPS_UP_TO:
        return extreme / total
    return (extreme + 1) / (total + 1)


def _flips(articles: int) -> list[NDArray[np.float64]]:
    """Rows of noughts and ones: which articles change sides."""
    if articles <= ALL_FLIPS_UP_TO:
        numbers = np.arange(2**articles)[:, None]
        return [((numbers >> np.arange(articles)) & 1).astype(np.float64)]
    random = np.random.default_rng(SEED)
    chunk = max(1, _CHUNK_CELLS // articles)
    return [
        random.integers(0, 2, (min(chunk, FLIPS - done), articles)).astype(np.float64)
        for done in range(0, FLIPS, chunk)
    ]
