"""Was the event found (`event`), and found with the right date (`event_date`)?"""

from __future__ import annotations

from evals.align import Alignment
from evals.cases import Case
from evals.metrics.ratios import Counts
from evals.verdicts import right_date


def event_counts(alignment: Alignment) -> Counts:
    """A pair is a tp, an unpaired prediction a fp, unpaired required gold a fn."""
    return Counts(len(alignment.pairs), len(alignment.extra), len(alignment.missed))


def event_date_counts(case: Case) -> Counts:
    """A pair with the right date is a tp; any other pair is one fp and one fn.

    So a wrong date costs precision and recall alike, as an incorrect slot does in MUC.
    """
    tp, fp, fn = event_counts(case.alignment)
    wrong = tp - sum(map(right_date, case.verdicts))
    return Counts(tp - wrong, fp + wrong, fn + wrong)
