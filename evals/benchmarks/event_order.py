"""Whether the dates of found events put them in the order that annotators marked, pair by pair.

Judges dates alone: events of one day are together, however the article tells their order. Needs
`details.before` or `details.coexists` in the labels (positions of other events), as TimeSET has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from evals.benchmarks.triggers import Found
from evals.cases import Case
from evals.corpus import LabelledArticle
from evals.metrics.ratios import ratio
from extractor.edtf import UNBOUNDED, Bounds

Relation = Literal["before", "coexists"]
Outcome = Literal["right", "same_day", "wrong", "undated", "not_found"]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OrderCounts:
    """Pairs of gold events by relation and outcome.

    `before`: the first event is earlier, by marks or by a chain of them. It is `right` where the
    predicted dates say so, `same_day` where they share a day and so tell no order, `wrong` where
    they say the reverse. `coexists` is right where they share a day and wrong otherwise.
    `undated`: found, but one has no date. `not_found`: one was not found.
    """

    counts: Mapping[tuple[Relation, Outcome], int]

    def n(self, relation: Relation | None = None) -> int:
        """All pairs, or those of a relation."""
        return self._sum(relation, None)

    def outcome(self, outcome: Outcome, relation: Relation | None = None) -> int:
        """Pairs with an outcome."""
        return self._sum(relation, outcome)

    def accuracy(self, relation: Relation | None = None) -> float | None:
        """Right pairs among those of which both events were found."""
        found = self.n(relation) - self.outcome("not_found", relation)
        return ratio(self.outcome("right", relation), found)

    def recall(self, relation: Relation | None = None) -> float | None:
        """Right pairs among all."""
        return ratio(self.outcome("right", relation), self.n(relation))

    def _sum(self, relation: Relation | None, outcome: Outcome | None) -> int:
        return sum(
            count
            for (r, o), count in self.counts.items()
            if relation in (None, r) and outcome in (None, o)
        )


def order_counts(
    articles: Sequence[LabelledArticle], cases: Sequence[Case], found: Sequence[Found]
) -> OrderCounts:
    """Count over all articles; `found` says for each which prediction found which gold event."""
    counts: Counter[tuple[Relation, Outcome]] = Counter()
    for labelled, case, pairs in zip(articles, cases, found, strict=True):
        pred_of = {i: case.pred[j].date for i, j in pairs}
        for relation, (first, second) in gold_order(labelled):
            dates = pred_of.get(first), pred_of.get(second)
            counts[relation, _outcome(relation, *dates)] += 1
    return OrderCounts(counts)


def gold_order(labelled: LabelledArticle) -> Iterator[tuple[Relation, Pair]]:
    """All ordered pairs of an article, then those at the same time, each once.

    `before` holds through chains: what is before what is before a third is before the third.
    `coexists` does not: A may overlap B and B C while A is long over. A pair that both relations
    would hold is `before`.
    """
    direct = {i: _told(labelled, i, "before") for i in range(len(labelled.events))}
    before = {(i, j) for i in direct for j in _reached(direct, i) if i != j}
    yield from (("before", pair) for pair in sorted(before))
    together = {
        (min(i, j), max(i, j))
        for i in range(len(labelled.events))
        for j in _told(labelled, i, "coexists")
        if i != j
    }
    ordered = {(min(pair), max(pair)) for pair in before}
    yield from (("coexists", pair) for pair in sorted(together - ordered))


def _told(labelled: LabelledArticle, event: int, relation: Relation) -> list[int]:
    return [int(other) for other in labelled.events[event].details.get(relation, ())]


def _reached(direct: Mapping[int, Sequence[int]], start: int) -> set[int]:
    reached: set[int] = set()
    waiting = [*direct[start]]
    while waiting:
        event = waiting.pop()
        if event not in reached:
            reached.add(event)
            waiting += direct[event]
    return reached


def _outcome(relation: Relation, first: Bounds | None, second: Bounds | None) -> Outcome:
    if first is None or second is None:
        return "not_found"
    if UNBOUNDED in (first, second):
        return "undated"
    if _is_before(first, second):
        return "right" if relation == "before" else "wrong"
    if _is_before(second, first):
        return "wrong"
    return "same_day" if relation == "before" else "right"


def _is_before(left: Bounds, right: Bounds) -> bool:
    return (left.latest or date.max) < (right.earliest or date.min)
