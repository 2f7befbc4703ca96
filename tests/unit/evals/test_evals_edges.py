"""Corpora and runs of which little can be told: never a silent zero, never a silent one."""

from __future__ import annotations

import pytest

from evals.predictions import PredictedEvent, Predictions
from evals.report.words import notes
from evals.score import score
from evals.scorefile import Score
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
)

TEXT = "Rain fell on Velga.\nMiners met in Ostin."
RAIN = event("Rain falls on Velga", "Rain fell on Velga.", when="2024-12-06", where=["Velga"])
MINERS = event("Miners meet in Ostin", "Miners met in Ostin.", when="2024-12-07")
NOT_ENOUGH = "Not enough articles for a 95 % interval: it takes two."
NO_GOLD = "No gold event counts in this corpus: recall cannot be judged."
NOTHING_READ = "Nothing was read: the score tells of failures, not of answers."


def rates(result: Score) -> tuple[float | None, float | None, float | None]:
    assert result.metrics.event is not None
    return result.metrics.event.precision, result.metrics.event.recall, result.metrics.event.f1


def nothing_else_is_told(result: Score) -> None:
    """No pair: no verdict, no distance and no order."""
    metrics = result.metrics
    assert metrics.dates is not None
    assert metrics.order is not None
    assert (metrics.dates.n, metrics.dates.median_abs_days) == (0, None)
    assert (metrics.order.pairs, metrics.order.kendall_tau_b) == (0, None)


def test_one_article_has_a_score_and_no_interval() -> None:
    found = run(predicted("a", RAIN), record("a", TEXT))
    result = score(corpus(labelled("a", TEXT, RAIN, MINERS, tags=["sea"])), found)
    assert rates(result) == (1.0, 0.5, 2 / 3)
    assert result.metrics.event is not None
    assert result.metrics.event.ci95 is None
    assert result.slices["sea"].event.ci95 is None
    assert notes(result) == [NOT_ENOUGH]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], (None, None, None)),
        (predicted("a", RAIN), (0.0, None, 0.0)),
    ],
    ids=["nothing found", "something found"],
)
@pytest.mark.parametrize("gold", [[], [{**MINERS, "optional": True}]], ids=["none", "optional"])
def test_no_gold(
    gold: list[EventData],
    found: list[PredictedEvent],
    expected: tuple[float | None, float | None, float | None],
) -> None:
    two = corpus(labelled("a", TEXT, *gold), labelled("b", TEXT + " "))
    result = score(two, run(found, record("a", TEXT), record("b", TEXT + " ")))
    assert rates(result) == expected
    assert notes(result) == [NO_GOLD]
    nothing_else_is_told(result)
    assert result.metrics.empty_articles is not None
    assert result.metrics.empty_articles.n == 2
    assert result.metrics.empty_articles.clean == 2 - len(found)


@pytest.mark.parametrize(
    "predictions",
    [
        run([], record("a", TEXT, status="failed"), record("b", TEXT + " ", status="failed")),
        run([], record("elsewhere")),
    ],
    ids=["failed", "missing"],
)
def test_nothing_was_read(predictions: Predictions) -> None:
    two = corpus(labelled("a", TEXT, RAIN), labelled("b", TEXT + " ", MINERS))
    result = score(two, predictions)
    assert rates(result) == (None, 0.0, 0.0)
    assert result.metrics.event is not None
    assert result.metrics.event.ci95 == (0.0, 0.0)
    assert notes(result) == [
        "2 articles failed or missing in the run; all 2 events of theirs are counted as missed.",
        NOTHING_READ,
    ]
    nothing_else_is_told(result)
    assert result.metrics.fields is not None
    assert result.metrics.fields["date"].precision is None
    assert result.metrics.fields["date"].mis == 2


def test_nothing_was_read_and_nothing_was_there() -> None:
    empty = corpus(labelled("a", TEXT), labelled("b", TEXT + " "))
    result = score(empty, run([], record("a", TEXT, status="failed"), record("elsewhere")))
    assert rates(result) == (None, None, None)
    assert result.metrics.event is not None
    assert result.metrics.event.ci95 is None
    assert result.metrics.empty_articles is not None
    assert (result.metrics.empty_articles.n, result.metrics.empty_articles.clean) == (2, 0)
    assert notes(result)[1:] == [NOTHING_READ, NO_GOLD]
