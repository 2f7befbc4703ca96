"""TimeSET: salient events found, their actors and dates, and the order that the dates put them in.

The paper measures models that are given the events and asked for their order; here the events have
to be found first, so its numbers cannot be put beside these.
"""

from __future__ import annotations

from pathlib import Path

from evals.adapters.timeset import convert
from evals.benchmarks.base import Measure, Task
from evals.benchmarks.event_order import OrderCounts, Outcome, Relation, order_counts
from evals.benchmarks.triggers import found_by_trigger, trigger_measures
from evals.cases import build_cases
from evals.corpus import Corpus, LabelledArticle
from evals.predictions import Predictions

_OUTCOMES: tuple[Outcome, ...] = ("right", "same_day", "wrong", "undated", "not_found")


def open_task(source: Path, *, split: str | None, limit: int | None) -> Task:
    """The first `limit` articles of a split."""
    articles = convert(source, split=split).first(limit).articles
    return Task(articles, lambda predictions: measures(articles, predictions))


def measures(articles: tuple[LabelledArticle, ...], predictions: Predictions) -> list[Measure]:
    """Events by trigger and by alignment, dates and actors, then the order of pairs.

    Precision of order is over pairs of which both events were found by trigger, recall over all.
    """
    cases, _ = build_cases(Corpus("", articles), predictions)
    found = [found_by_trigger(*one) for one in zip(articles, cases, strict=True)]
    order = order_counts(articles, cases, found)
    return [
        *trigger_measures(articles, cases, found),
        _order("order of pairs", order, None),
        _order("order: one after the other", order, "before"),
        _order("order: at the same time", order, "coexists"),
    ]


def _order(name: str, order: OrderCounts, relation: Relation | None) -> Measure:
    counts: dict[str, int] = {outcome: order.outcome(outcome, relation) for outcome in _OUTCOMES}
    return Measure(name, order.accuracy(relation), order.recall(relation), None, None, counts)
