"""What any scorer must do with inputs whose right score is known without counting."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.predictions import Predictions
from evals.score import score
from evals.scorefile import F1, Score
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    perfect_run,
    predicted,
    record,
    run,
)

Articles = list[tuple[str, str, list[EventData]]]

SENTENCES = [f"{who} met {whom} near {where}." for who, whom, where in (
    ("Miners", "the minister", "Ostin"),
    ("Pilots", "the king", "Velga"),
    ("Nurses", "a judge", "Cape Ruun"),
    ("Farmers", "two mayors", "Lissa"),
    ("Clerks", "the abbot", "Port Alma"),
)]  # fmt: skip
TEXT = "\n".join(SENTENCES)


@st.composite
def gold_events(draw: st.DrawFn) -> list[EventData]:
    """Events with and without names, dates and evidence; some tell the very same."""
    names = st.lists(st.sampled_from(["miners", "pilots", "Velga", "Lissa"]), max_size=3)
    dates = st.sampled_from([None, "2024-01-01", "2024-02", "../2024-03-01", "2024-01-01~"])
    made = st.builds(
        event,
        st.sampled_from(["Miners meet the minister", "Pilots meet the king", "Rain"]),
        st.sampled_from([*SENTENCES, None]),
        when=dates.map(lambda edtf: {"edtf": edtf}),
        who=names,
        where=names,
        kind=st.sampled_from(["protest", "diplomacy"]),
        status=st.sampled_from(["occurred", "planned"]),
        optional=st.sampled_from([False, False, True]),
    )
    return draw(st.lists(made, max_size=5))


@st.composite
def some_articles(draw: st.DrawFn) -> Articles:
    return [(f"a{number}", TEXT, draw(gold_events())) for number in range(draw(st.integers(1, 3)))]


def of(articles: Articles, *, prefix: str = "") -> Any:
    return corpus(*(labelled(prefix + id_, text, *events) for id_, text, events in articles))


def required(articles: Articles) -> Articles:
    return with_optional(articles, optional=False)


def with_optional(articles: Articles, *, optional: bool) -> Articles:
    return [
        (id_, text, [{**data, "optional": optional} for data in events])
        for id_, text, events in articles
    ]


def event_and_date(result: Score) -> tuple[F1, F1]:
    assert result.metrics.event is not None
    assert result.metrics.event_date is not None
    return result.metrics.event, result.metrics.event_date


@settings(max_examples=30)
@given(some_articles())
def test_identity_is_perfect(articles: Articles) -> None:
    result = score(of(required(articles)), perfect_run(articles))
    events = sum(len(found) for _, _, found in articles)
    for part in event_and_date(result):
        assert (part.tp, part.fp, part.fn) == (events, 0, 0)
        assert part.f1 == (1.0 if events else None)
    for field in (result.metrics.fields or {}).values():
        assert field.f1 in (1.0, None)
        assert (field.par, field.inc, field.mis, field.spu) == (0, 0, 0, 0)


@settings(max_examples=30)
@given(some_articles())
def test_optional_gold_earns_nothing_and_costs_nothing(articles: Articles) -> None:
    only_optional = with_optional(articles, optional=True)
    for predictions in (perfect_run(articles), perfect_run([(i, t, []) for i, t, _ in articles])):
        event, _ = event_and_date(score(of(only_optional), predictions))
        assert (event.tp, event.fp, event.fn) == (0, 0, 0)


@settings(max_examples=30)
@given(some_articles(), some_articles())
def test_swapped_sides_swap_precision_and_recall(left: Articles, right: Articles) -> None:
    left = [(id_, text, events) for id_, text, events in left[:1]]
    right = [(left[0][0], TEXT, right[0][2])]
    there = score(of(left), perfect_run(right), all_required=True)
    back = score(of(right), perfect_run(left), all_required=True)
    for one, other in zip(event_and_date(there), event_and_date(back), strict=True):
        assert (one.precision, one.recall, one.f1) == (other.recall, other.precision, other.f1)


@settings(max_examples=30)
@given(some_articles(), some_articles())
def test_doubling_the_corpus_changes_no_ratio(gold: Articles, found: Articles) -> None:
    # nervaluate 1.1.0: partial F1 0.5 for one document, 0.0 when it is given twice.
    once = score(of(gold), perfect_run(found))
    twice = score(
        corpus(*of(gold).articles, *of(gold, prefix="again-").articles),
        perfect_run([*found, *(("again-" + id_, text, events) for id_, text, events in found)]),
    )
    for one, other in zip(event_and_date(once), event_and_date(twice), strict=True):
        assert (2 * one.tp, 2 * one.fp, 2 * one.fn) == (other.tp, other.fp, other.fn)
        assert (one.precision, one.recall, one.f1) == (other.precision, other.recall, other.f1)
    assert once.metrics.gates == twice.metrics.gates


FIVE = [
    event(sentence.rstrip("."), sentence, when=f"2024-01-{day:02d}", who=[sentence.split()[0]])
    for day, sentence in enumerate(SENTENCES, start=1)
]


def scored(found: list[EventData]) -> Score:
    return score(of([("a", TEXT, FIVE)]), run(predicted("a", *found), record("a", TEXT)))


@pytest.mark.parametrize("dropped", range(5))
def test_dropping_one_event_costs_recall_only(dropped: int) -> None:
    event, dated = event_and_date(scored(FIVE[:dropped] + FIVE[dropped + 1 :]))
    assert (event.precision, event.recall) == (1.0, 4 / 5)
    assert (dated.precision, dated.recall) == (1.0, 4 / 5)


def test_nonsense_costs_precision_only() -> None:
    result = scored([*FIVE, event("Zebra xylophone", "Zebra xylophone quiz.", who=["zebra"])])
    event_, _ = event_and_date(result)
    assert (event_.precision, event_.recall) == (5 / 6, 1.0)
    assert result.metrics.errors is not None
    assert result.metrics.errors.hallucinated == 1


def test_half_of_the_dates_wrong_costs_both() -> None:
    # stickler 1.0.0: with 1 of 2 dates wrong, recall of the date is reported as 1.0.
    wrong = [{**FIVE[0], "when": {"edtf": "2024-01-09"}}, FIVE[1]]
    result = score(of([("a", TEXT, FIVE[:2])]), run(predicted("a", *wrong), record("a", TEXT)))
    event_, dated = event_and_date(result)
    assert event_.f1 == 1.0
    assert (dated.precision, dated.recall, dated.f1) == (0.5, 0.5, 0.5)
    assert result.metrics.fields is not None
    assert result.metrics.fields["date"].recall == 0.5


@pytest.mark.parametrize(("days", "exact"), [(0, 5), (1, 0), (5, 0)])
def test_shifted_dates_lose_the_date_and_not_the_event(days: int, exact: int) -> None:
    shifted = [
        {**data, "when": {"edtf": f"2024-01-{day + days:02d}"}}
        for day, data in enumerate(FIVE, start=1)
    ]
    result = scored(shifted)
    event_, dated = event_and_date(result)
    assert (event_.tp, dated.tp) == (5, exact)
    assert result.metrics.dates is not None
    assert result.metrics.dates.median_abs_days == days
    assert result.metrics.order is not None
    assert result.metrics.order.kendall_tau_b == 1.0  # the order is still right


def test_empty_against_empty_is_not_judged() -> None:
    result = score(of([("a", TEXT, [])]), perfect_run([("a", TEXT, [])]))
    for part in event_and_date(result):
        assert (part.precision, part.recall, part.f1, part.ci95) == (None, None, None, None)
    assert result.metrics.empty_articles is not None
    assert (result.metrics.empty_articles.n, result.metrics.empty_articles.clean) == (1, 1)


def test_nothing_found_has_no_precision_and_f1_0() -> None:
    event_, _ = event_and_date(scored([]))
    assert (event_.precision, event_.recall, event_.f1) == (None, 0.0, 0.0)


def test_something_found_where_nothing_is() -> None:
    result = score(of([("a", TEXT, [])]), perfect_run([("a", TEXT, FIVE)]))
    event_, _ = event_and_date(result)
    assert (event_.precision, event_.recall, event_.f1) == (0.0, None, 0.0)
    assert result.metrics.empty_articles is not None
    assert (result.metrics.empty_articles.n, result.metrics.empty_articles.clean) == (1, 0)


@pytest.mark.parametrize(
    "predictions",
    [
        run(predicted("a", *FIVE), record("a", TEXT, status="failed")),
        run([], record("other")),
        run([]),
        Predictions.of([]),
    ],
    ids=["failed", "missing", "empty run", "empty file"],
)
def test_an_article_that_gave_nothing_is_missed_whole(predictions: Predictions) -> None:
    event_, _ = event_and_date(score(of([("a", TEXT, FIVE)]), predictions))
    assert (event_.tp, event_.fp, event_.fn) == (0, 0, 5)


def test_a_duplicate_article_counts_like_any_other() -> None:
    found = run(predicted("a", *FIVE), record("a", TEXT, status="duplicate"))
    result = score(of([("a", TEXT, FIVE)]), found)
    assert event_and_date(result)[0].tp == 5
    assert result.articles[0].status == "duplicate"


def test_both_empty_articles_do_not_inflate_the_score() -> None:
    # A macro average that calls empty against empty 1.0 turns .5 into .75.
    articles: Articles = [("a", TEXT, FIVE[:2]), ("b", TEXT, [])]
    found = run(predicted("a", FIVE[0]), record("a", TEXT), record("b", TEXT))
    event_, _ = event_and_date(score(of(articles), found))
    assert event_.recall == 0.5
