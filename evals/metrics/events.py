"""Was the event found (`event`), and found with the right date (`event_date`)?"""

from __future__ import annotations

from evals.align import Alignment
from evals.cases import Case
from evals.comparable import ComparableEvent
from evals.metrics.ratios import Counts


def event_counts(alignment: Alignment) -> Counts:
    """A pair is a tp, an unpaired prediction a fp, unpaired required gold a fn."""
    return Counts(len(alignment.pairs), len(alignment.extra), len(alignment.missed))


def event_date_counts(case: Case) -> Counts:
    """A pair with the right date is a tp; any other pair is one fp and one fn.

    So a wrong date costs precision and recall alike, as an incorrect slot does in MUC.
    """
    tp, fp, fn = event_counts(case.alignment)
    pairs = case.alignment.pairs
    right = sum(same_date(case.gold[pair.gold], case.pred[pair.pred]) for pair in pairs)
    wrong = tp - right
    return Counts(right, fp + wrong, fn + wrong)


def same_date(gold: ComparableEvent, pred: ComparableEvent) -> bool:
    """Whether first and last possible day are the same, for one of the answers that count.

    Bounds only: how sure a date is (`?`, `~`, `%`) is not compared. Undated equals undated.
    """
    return any(date in gold.dates for date in pred.dates)
