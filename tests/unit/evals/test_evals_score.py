from __future__ import annotations

import random
from typing import Any

import pytest

from evals.corpus import Corpus
from evals.predictions import Predictions
from evals.score import score, score_without_corpus
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

GATES = "Dockers closed the gates of Port Alma on Monday."
ARREST = "Police arrested Ilia Brandt in Velga on 3 May 2024."
BRIDGE = "The mayor opened a new bridge in Ostin last year."
FERRIES = "Two ferries collided off Cape Ruun on 5 May 2024."
WEATHER = "Fishermen blamed the weather."
HARBOUR = "\n".join([GATES, ARREST, BRIDGE, FERRIES, WEATHER])

STRIKE = event(
    "Dockers close the gates of Port Alma",
    GATES,
    kind="protest",
    status="occurred",
    when="2024-05-06",
    who=["dockers"],
    where=["Port Alma"],
)
BRANDT = event(
    "Police arrest Ilia Brandt",
    ARREST,
    kind="justice",
    status="occurred",
    when="2024-05-03",
    who=["police", "Ilia Brandt"],
    where=["Velga"],
)
OPENING = event(
    "Mayor opens a bridge in Ostin",
    BRIDGE,
    kind="politics",
    status="occurred",
    when="2023",
    who=["the mayor"],
    where=["Ostin"],
    optional=True,
)
COLLISION = event(
    "Two ferries collide off Cape Ruun",
    FERRIES,
    kind="accident",
    status="occurred",
    when="2024-05-05",
    who=[],
    where=["Cape Ruun"],
)
STORM = event(
    "A storm uproots trees in Lower Bansar",
    kind="disaster",
    status="occurred",
    when="2024-02-01",
    who=["storm"],
    where=["Lower Bansar"],
)
TALKS = event("Talks are to go on", kind="diplomacy", status="planned", who=[], where=["Lissa"])


def found(data: EventData, **changes: Any) -> EventData:
    """A gold event as it might be found, with some fields otherwise."""
    kept: EventData = {key: value for key, value in data.items() if key != "optional"}
    return event(**(kept | changes))


PREDICTED = [
    found(STRIKE, kind="economy", id="p0"),  # the wrong kind
    found(BRANDT, when="2024-05", who=["police"], id="p1"),  # a wider date, half of the actors
    found(OPENING, id="p2"),  # optional
    found(OPENING, title="A bridge is opened in Ostin", id="p3"),  # the same optional gold again
    event("Fishermen blame the weather", WEATHER, kind="statement", status="occurred",
          who=["fishermen"], where=[], id="p4"),  # not labelled
]  # fmt: skip


def case(seed: int | None = None) -> tuple[Corpus, Predictions]:
    """Three articles and a run; a seed permutes every list."""
    chance = random.Random(seed)  # noqa: S311 - shuffles lists, keeps no secret

    def shuffle(items: list[Any]) -> None:
        if seed is not None:
            chance.shuffle(items)

    gold, pred = [STRIKE, BRANDT, OPENING, COLLISION], list(PREDICTED)
    shuffle(gold)
    shuffle(pred)
    articles = [
        labelled("harbour", HARBOUR, *gold, published="2024-05-07", tags=["sea", "strike"]),
        labelled("nothing", "Our cookie policy.", published="2024-05-07", published_given=True),
        labelled("broken", "The text of this one is gone.", STORM, TALKS, tags=["sea"]),
    ]
    records = [
        record("harbour", HARBOUR, published={"edtf": "2024-05-07"}, cost_usd=0.25, attempts=1,
               usage={"input_tokens": 900, "output_tokens": 80, "cached_tokens": 0}),
        record("nothing", "Our cookie policy.", cost_usd=0.5, attempts=1),
        record("broken", status="failed", cost_usd=0.0, attempts=3),
    ]  # fmt: skip
    shuffle(records)
    return corpus(*articles), run(predicted("harbour", *pred), *records)


@pytest.fixture(scope="module")
def result() -> Score:
    return score(*case())


def test_events(result: Score) -> None:
    # harbour: strike and arrest are paired, the weather is too much, the collision is missed; the
    # two predictions of the optional bridge count nowhere. broken failed: both its events missed.
    event = result.metrics.event
    assert event is not None
    assert (event.tp, event.fp, event.fn) == (2, 1, 1 + 2)
    assert event.precision == pytest.approx(2 / 3)
    assert event.recall == pytest.approx(2 / 5)
    assert event.f1 == pytest.approx(2 * 2 / (2 * 2 + 1 + 3))  # 0.5


def test_a_wrong_date_costs_precision_and_recall(result: Score) -> None:
    # Only the strike has the right date; the arrest, found in "2024-05", is one fp and one fn.
    dated = result.metrics.event_date
    assert dated is not None
    assert (dated.tp, dated.fp, dated.fn) == (1, 1 + 1, 3 + 1)
    assert dated.precision == pytest.approx(1 / 3)
    assert dated.recall == pytest.approx(1 / 5)
    assert dated.f1 == pytest.approx(2 * 1 / (2 * 1 + 2 + 4))  # 0.25


@pytest.mark.parametrize(
    ("field", "counts", "precision", "recall"),
    [
        # cor par inc mis spu; missed are the collision, the storm and the talks (not dated)
        ("date", (1, 1, 0, 2, 0), 1.5 / 2, 1.5 / 4),
        # the collision and the talks have no actor; the fishermen are spurious
        ("who", (1, 1, 0, 1, 1), 1.5 / 3, 1.5 / 3),
        ("where", (2, 0, 0, 3, 0), 2 / 2, 2 / 5),
        ("kind", (1, 0, 1, 3, 1), 1 / 3, 1 / 5),
        ("status", (2, 0, 0, 3, 1), 2 / 3, 2 / 5),
    ],
)
def test_fields(
    result: Score, field: Any, counts: tuple[int, ...], precision: float, recall: float
) -> None:
    fields = result.metrics.fields
    assert fields is not None
    score = fields[field]
    assert (score.cor, score.par, score.inc, score.mis, score.spu) == counts
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)
    assert score.f1 == pytest.approx(2 * precision * recall / (precision + recall))


def test_other_numbers(result: Score) -> None:
    metrics = result.metrics.model_dump()
    assert metrics["dates"] == {
        "n": 2,
        "exact": 1,
        "contained": 1,
        "median_abs_days": 14.0,  # 0, and 28 from the third of May to the end of May
        "wrong_year": 0,
        "page_date_trap": 0,
        "invented": 0,
        "missing": 0,
    }
    assert metrics["grounding"] == {
        "n": 5,
        "verbatim": 5,
        "supported": 5,
        "unsupported_names": 0,
    }
    # Gold has the arrest before the strike; "2024-05" holds both days, so nothing can be compared.
    assert metrics["order"] == {"kendall_tau_b": None, "pairs": 1}
    # Told to "nothing", never asked of "broken".
    assert metrics["published"] == {"n": 1, "right": 1, "unknown": 0, "wrong": 0}
    assert metrics["errors"] == {
        "missed": 3,
        "extra": 1,
        "hallucinated": 0,
        "duplicate": 0,
        "split": 0,
        "merged": 0,
    }
    assert metrics["empty_articles"] == {"n": 1, "clean": 1}
    assert metrics["usage"] == {
        "input_tokens": 900,
        "output_tokens": 80,
        "cached_tokens": 0,
        "cost_usd": 0.75,
        "seconds": 0.0,
        "attempts": 5,
        "failed": 1,
    }
    assert metrics["gates"] == {"0.25": 0.5, "0.35": 0.5, "0.45": 0.5}


def test_pairs_of_an_article(result: Score) -> None:
    harbour = result.articles[1]
    assert (harbour.id, harbour.status, harbour.tp, harbour.fp, harbour.fn) == (
        "harbour", "ok", 2, 1, 1,
    )  # fmt: skip
    strike, arrest = harbour.pairs
    assert (strike.gold, strike.pred, strike.similarity) == (0, "p0", 1.0)
    assert strike.fields == {
        "date": "cor", "who": "cor", "where": "cor", "kind": "inc", "status": "cor",
    }  # fmt: skip
    # Names: police and Velga of police, Brandt, Velga: precision 1, recall 2/3, F1 0.8.
    # .40 * 1 + .35 * 1 + .25 * .8 = .95
    assert (arrest.gold, arrest.pred, arrest.similarity) == (1, "p1", 0.95)
    assert arrest.fields["date"] == "par"
    assert arrest.fields["who"] == "par"
    assert [(lost.event, lost.error) for lost in harbour.missed] == [(3, "missed")]
    assert [(lost.event, lost.error) for lost in harbour.extra] == [("p4", "extra")]
    assert [(pair.gold, pair.pred) for pair in harbour.optional] == [(2, "p2"), (2, "p3")]


def test_slices_by_tag(result: Score) -> None:
    assert list(result.slices) == ["sea", "strike"]
    sea, strike = result.slices["sea"], result.slices["strike"]
    assert (sea.n, sea.event.tp, sea.event.fp, sea.event.fn) == (2, 2, 1, 3)
    assert (strike.n, strike.event.tp, strike.event.fp, strike.event.fn) == (1, 2, 1, 1)
    assert strike.event.ci95 is None  # one article tells nothing of others
    assert strike.event_date.f1 == pytest.approx(2 * 1 / (2 * 1 + 2 + 2))


def test_head_of_the_file(result: Score) -> None:
    assert result.schema_version == 1
    assert result.corpus is not None
    assert (result.corpus.articles, result.corpus.gold_events) == (3, 5)
    assert (result.run.articles, result.run.events, result.run.outside_events) == (3, 5, 0)
    assert result.scorer.weights == {"evidence": 0.40, "wording": 0.35, "names": 0.25}


def test_all_required_counts_optional_gold_too() -> None:
    event = score(*case(), all_required=True).metrics.event
    assert event is not None
    assert (event.tp, event.fp, event.fn) == (3, 2, 3)  # p2 is a tp, p3 a duplicate


def test_the_same_inputs_give_the_same_bytes() -> None:
    assert score(*case()).to_json() == score(*case()).to_json()


@pytest.mark.parametrize("seed", range(8))
def test_no_list_order_matters(result: Score, seed: int) -> None:
    permuted = score(*case(seed))
    assert permuted.metrics == result.metrics
    assert permuted.slices == result.slices
    for one, other in zip(permuted.articles, result.articles, strict=True):
        pairs = {(pair.gold_title, pair.pred, pair.similarity) for pair in one.pairs}
        assert pairs == {(pair.gold_title, pair.pred, pair.similarity) for pair in other.pairs}


def test_without_a_corpus_only_grounding_is_told() -> None:
    result = score_without_corpus(case()[1])
    assert result.corpus is None
    assert result.metrics.event is None
    assert (result.metrics.grounding.n, result.metrics.grounding.verbatim) == (5, 5)
    assert result.metrics.usage.input_tokens == 900
