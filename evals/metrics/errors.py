"""What became of every event without a partner, each under one name (after Das et al. 2022).

A prediction is a `duplicate` or a `split` where it tells of gold that has a better partner: a
split tells a part of it that the partner leaves out. Else it is `hallucinated` where its evidence
does not stand in the text, or it is `extra`. Gold is `merged` where a prediction tells of it that
has a better partner, else `missed`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evals.cases import Case
from evals.comparable import ComparableEvent, with_counterpart
from evals.metrics.grounding import is_verbatim
from evals.scorefile import ErrorCounts, ErrorName
from evals.similarity import TOLD_ELSEWHERE
from evals.spans import length, share_evidence, shared, union

SPLIT_SHARE = 0.2
"""Share of the gold evidence that a split adds; less is the ragged end of a quote. Set by reading
simulated splits, not measured."""


@dataclass(frozen=True, slots=True)
class LostEvent:
    """An event without a partner: its position, its error, and its nearest on the other side."""

    position: int
    error: ErrorName
    nearest: int | None = None


def lost_gold(case: Case) -> list[LostEvent]:
    """Every missed gold event of a case."""
    return [_judge_gold(case, position) for position in case.alignment.missed]


def lost_predictions(case: Case) -> list[LostEvent]:
    """Every predicted event of a case that is one too many."""
    return [_judge_prediction(case, position) for position in case.alignment.extra]


def error_counts(lost: Iterable[LostEvent]) -> ErrorCounts:
    """How many events were lost by which error."""
    found: Counter[str] = Counter(event.error for event in lost)
    return ErrorCounts(**found)


def _judge_gold(case: Case, position: int) -> LostEvent:
    """All predictions that are alike have a partner: else the alignment had paired them."""
    nearest = max(_tellings_of_gold(case, position), default=None)
    if nearest is None:
        return LostEvent(position, "missed")
    return LostEvent(position, "merged", -nearest[1])


def _judge_prediction(case: Case, position: int) -> LostEvent:
    nearest = max(_tellings_by(case, position), default=None)
    if nearest is None:
        text = case.read_text
        invented = text is not None and not is_verbatim(case.raw[position], text)
        return LostEvent(position, "hallucinated" if invented else "extra")
    gold = -nearest[1]
    partner = next(pair.pred for pair in case.alignment.pairs if pair.gold == gold)
    adds = _adds(case.pred[position], case.gold[gold], case.pred[partner])
    return LostEvent(position, "split" if adds else "duplicate", gold)


def _tellings_of_gold(case: Case, i: int) -> Iterator[tuple[float, int]]:
    """Predictions that tell of a gold event: similarity, and position negated.

    Negated, so that the greatest is the most similar one and among equals the first.
    """
    return ((case.alignment.alike[i, j], -j) for j in range(len(case.pred)) if _tells(case, i, j))


def _tellings_by(case: Case, j: int) -> Iterator[tuple[float, int]]:
    """Required gold that a prediction tells of: similarity, and position negated."""
    return (
        (case.alignment.alike[i, j], -i)
        for i in range(len(case.gold))
        if not case.gold[i].optional and _tells(case, i, j)
    )


def _tells(case: Case, i: int, j: int) -> bool:
    likeness = case.alignment.alike.get((i, j))
    if likeness is None:
        return False
    return likeness >= TOLD_ELSEWHERE or share_evidence(case.gold[i].spans, case.pred[j].spans)


def _adds(pred: ComparableEvent, gold: ComparableEvent, partner: ComparableEvent) -> bool:
    """Whether a prediction tells something of gold, a name or evidence, that its partner lacks."""
    wanted = gold.names or ()
    both = (partner.names or ()) + (pred.names or ())
    if with_counterpart(wanted, both) > with_counterpart(wanted, partner.names or ()):
        return True
    together = shared(gold.spans, union(partner.spans + pred.spans))
    added = together - shared(gold.spans, partner.spans)
    return added > SPLIT_SHARE * length(gold.spans)
