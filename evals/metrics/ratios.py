"""Precision, recall and F1 from counts (van Rijsbergen 1979).

Where nothing can be divided the answer is None, as MUC-7's report says "NON": scikit-learn's 0
would call an empty answer to an empty article wrong, and the 1 of SQuAD would call it found.
"""

from __future__ import annotations

from typing import NamedTuple

from evals.scorefile import F1


class Counts(NamedTuple):
    """Events that were found rightly, found wrongly, and not found."""

    tp: int
    fp: int
    fn: int


def ratio(part: float, whole: float) -> float | None:
    """`part / whole`; None of nothing."""
    return part / whole if whole else None


def f1_of(counts: Counts) -> float | None:
    """2tp / (2tp + fp + fn): the harmonic mean of precision and recall."""
    return ratio(2 * counts.tp, 2 * counts.tp + counts.fp + counts.fn)


def rates(counts: Counts, ci95: tuple[float, float] | None = None) -> F1:
    """Counts with all that follows from them."""
    return F1(
        tp=counts.tp,
        fp=counts.fp,
        fn=counts.fn,
        precision=ratio(counts.tp, counts.tp + counts.fp),
        recall=ratio(counts.tp, counts.tp + counts.fn),
        f1=f1_of(counts),
        ci95=ci95,
    )
