"""Do the events come in the right order? Kendall's tau-b (Kendall 1945) over paired events.

Compared are all two pairs of one article that are dated on both sides. Dates that share a day are
a tie: their order is not known. Where the prediction is right by an alternative of gold's, that
alternative is gold's date. tau-b = (C - D) / sqrt((C + D + ties in gold only) (C + D + ties
in prediction only)), with C and D the pairs in the same and in the reverse order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from math import sqrt

from evals.cases import Case
from evals.scorefile import OrderScores
from evals.verdicts import same_date
from extractor.edtf import UNBOUNDED, Bounds

_Days = tuple[int, int]


def order_scores(cases: Iterable[Case]) -> OrderScores:
    """Pool the pairs of pairs of all articles; null where no order can be compared."""
    signs = Counter(sign for case in cases for sign in _signs(case))
    same = signs[1, 1] + signs[-1, -1]
    reverse = signs[1, -1] + signs[-1, 1]
    tied_in_gold = signs[0, 1] + signs[0, -1]
    tied_in_pred = signs[1, 0] + signs[-1, 0]
    whole = sqrt((same + reverse + tied_in_gold) * (same + reverse + tied_in_pred))
    return OrderScores(
        kendall_tau_b=(same - reverse) / whole if whole else None, pairs=signs.total()
    )


def _signs(case: Case) -> Iterator[tuple[int, int]]:
    """For all two dated pairs of an article: their order in gold, and in the prediction."""
    events = ((case.gold[pair.gold], case.pred[pair.pred]) for pair in case.alignment.pairs)
    dates = (
        (pred.date if same_date(gold, pred) else gold.date, pred.date) for gold, pred in events
    )
    dated = [(_days(gold), _days(pred)) for gold, pred in dates if UNBOUNDED not in (gold, pred)]
    for ((gold_a, gold_z), (pred_a, pred_z)), ((gold_b, gold_y), (pred_b, pred_y)) in combinations(
        dated, 2
    ):
        # 1 where the first is wholly before the second, -1 where wholly after, 0 where they share
        # a day. Written out: a corpus has many times as many pairs of events as events.
        yield (
            (gold_z < gold_b) - (gold_a > gold_y),
            (pred_z < pred_b) - (pred_a > pred_y),
        )


def _days(bounds: Bounds) -> _Days:
    return (bounds.earliest or date.min).toordinal(), (bounds.latest or date.max).toordinal()
