"""Events found by their trigger words, as corpora that mark words count them.

A gold event is found where the evidence of a prediction holds one of its triggers: MEANTIME and
TimeSET mark no more of where an event is told. Needs `details.triggers` in the labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evals.assignment import best_assignment
from evals.benchmarks.base import Measure, Tally, measure
from evals.cases import Case
from evals.corpus import LabelledArticle
from evals.metrics.events import event_counts
from evals.metrics.ratios import Counts, ratio
from evals.spans import Spans, shared
from evals.verdicts import right_date, verdicts
from extractor.edtf import UNBOUNDED
from extractor.schema import GoldEvent

TRIGGERS = "triggers"
"""Key in an event's `details`: start and end of each trigger, in code points of the text."""

_FOUND = 1_000_000
"""Gain of a found event; similarity decides only which of equally many pairs are taken."""

Found = tuple[tuple[int, int], ...]
"""Gold and predicted event, by their positions in the case."""


@dataclass(frozen=True, slots=True)
class TriggerCounts:
    """Events of one article.

    `covered` of `gold` lie in the evidence of some prediction, however many events it tells.
    `events` are one-to-one: a prediction finds one event. `dates`: of the gold events with a date
    those found with the right one, those found, and all; `actors`: of the gold events with actors
    those found with one of them, those found, and all.
    """

    gold: int
    covered: int
    events: Counts
    dates: Tally
    actors: Tally


def triggers_of(event: GoldEvent) -> Spans:
    """The spans of an event's triggers; empty where the labels tell none."""
    marked: Sequence[Any] = event.details.get(TRIGGERS) or ()
    return tuple((int(start), int(end)) for start, end in marked)


def found_by_trigger(labelled: LabelledArticle, case: Case) -> Found:
    """The most pairs of required gold and predicted events, one-to-one; of equals the most alike.

    A pair needs a trigger that lies wholly in the prediction's evidence.
    """
    held = _held(labelled, case, optional=False)
    gains = [
        [
            _FOUND + round(1000 * case.alignment.alike.get((i, j), 0.0)) if (i, j) in held else 0
            for j in range(len(case.pred))
        ]
        for i in range(len(case.gold))
    ]
    return tuple(best_assignment(gains))


def trigger_counts(labelled: LabelledArticle, case: Case, found: Found) -> TriggerCounts:
    """Counts of an article, with what `found_by_trigger` gives.

    A prediction that is left over and holds the trigger of optional gold counts nowhere.
    """
    taken = {j for _, j in found}
    forgiven = {j for _, j in _held(labelled, case, optional=True)} - taken
    required = [event for event in case.gold if not event.optional]
    judged = [(case.gold[i], verdicts(case.gold[i], case.pred[j])) for i, j in found]
    dated = [right_date(v) for gold, v in judged if gold.date != UNBOUNDED]
    with_actors = [v["who"] in ("cor", "par") for gold, v in judged if gold.who]
    return TriggerCounts(
        gold=len(required),
        covered=len({i for i, _ in _held(labelled, case, optional=False)}),
        events=Counts(
            len(found), len(case.pred) - len(taken) - len(forgiven), len(required) - len(found)
        ),
        dates=Tally(sum(dated), len(dated), sum(e.date != UNBOUNDED for e in required)),
        actors=Tally(sum(with_actors), len(with_actors), sum(bool(e.who) for e in required)),
    )


def trigger_measures(
    articles: Sequence[LabelledArticle], cases: Sequence[Case], found: Sequence[Found]
) -> list[Measure]:
    """Measures over all articles, which the three lists hold in the same order.

    Precision of dates and actors is over the events found, recall over all that have any.
    """
    counts = [trigger_counts(*one) for one in zip(articles, cases, found, strict=True)]
    gold, covered = sum(c.gold for c in counts), sum(c.covered for c in counts)
    coverage = {"covered": covered, "gold": gold}
    return [
        _events("events, by trigger", [c.events for c in counts]),
        _events("events, by alignment", [event_counts(case.alignment) for case in cases]),
        Measure("triggers in any evidence", None, ratio(covered, gold), None, None, coverage),
        _of_found("date of events found", [c.dates for c in counts]),
        _of_found("an actor of events found", [c.actors for c in counts]),
    ]


def _events(name: str, counts: Sequence[Counts]) -> Measure:
    tallies = [Tally(c.tp, c.tp + c.fp, c.tp + c.fn) for c in counts]
    total = {part: sum(getattr(c, part) for c in counts) for part in Counts._fields}
    return measure(name, tallies, total)


def _of_found(name: str, tallies: Sequence[Tally]) -> Measure:
    right, found, gold = (sum(column) for column in zip(*tallies, strict=True))
    return measure(name, tallies, {"right": right, "found": found, "gold": gold})


def _held(labelled: LabelledArticle, case: Case, *, optional: bool) -> set[tuple[int, int]]:
    """(gold, predicted) where a trigger of the one lies in the evidence of the other."""
    return {
        (i, j)
        for i, event in enumerate(labelled.events)
        if case.gold[i].optional == optional
        for trigger in triggers_of(event)
        for j, pred in enumerate(case.pred)
        if shared((trigger,), pred.spans) == trigger[1] - trigger[0]
    }
