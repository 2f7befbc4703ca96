"""Ways in which a score could be raised without merit, or lost without fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.corpus import load_corpus
from evals.predictions import Predictions, RunDescription
from evals.score import score
from evals.scorefile import Score
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
    write_labels,
)

TEXT = "Rain fell on Velga.\nMiners met in Ostin.\nThe mayor of Velga resigned.\nNothing else.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga.", when="2024-12-06", where=["Velga"])
MAYOR = event(
    "The mayor of Velga resigns",
    "The mayor of Velga resigned.",
    when="2024-12-07",
    who=["mayor of Velga"],
    where=["Velga"],
    optional=True,
)


def scored(gold: list[EventData], found: list[EventData], text: str = TEXT) -> Score:
    predictions = run(predicted("a", *found), record("a", text))
    return score(corpus(labelled("a", text, *gold)), predictions)


def counts(result: Score) -> tuple[int, int, int]:
    assert result.metrics.event is not None
    return result.metrics.event.tp, result.metrics.event.fp, result.metrics.event.fn


def test_optional_gold_does_not_forgive_inventions_about_its_actors() -> None:
    junk = [
        event(f"Market number {n} bombed", "Nothing else.", who=["mayor of Velga"], where=["Velga"])
        for n in range(20)
    ]
    assert counts(scored([RAIN, MAYOR], [RAIN, *junk])) == (1, 20, 0)


def test_optional_gold_takes_all_that_tell_of_it() -> None:
    again = {**MAYOR, "title": "Mayor of Velga gives up office"}
    assert counts(scored([RAIN, MAYOR], [RAIN, MAYOR, again])) == (1, 0, 0)


def test_leaving_names_out_earns_no_more_than_wrong_ones() -> None:
    gold = event("Miners meet", "Miners met in Ostin.", who=["Miners"], where=["Ostin"])
    weak = event("Gathering of workers", TEXT[5:60])
    assert counts(scored([gold], [weak])) == counts(scored([gold], [{**weak, "who": []}]))


def test_an_empty_quote_proves_nothing() -> None:
    for quote in ("", " "):
        result = scored([RAIN], [{**RAIN, "evidence": [{"quote": quote}]}])
        assert result.metrics.grounding is not None
        assert result.metrics.grounding.verbatim == 0


def test_a_repeated_quote_is_taken_where_gold_has_it() -> None:
    text = f"Rain fell on Velga.\n\n{TEXT}"
    gold = {**RAIN, "evidence": [{"quote": "Rain fell on Velga.", "start": 21, "end": 40}]}
    (pair,) = scored([gold], [RAIN], text).articles[0].pairs
    assert pair.similarity == 1.0


def test_a_right_alternative_is_in_order() -> None:
    first = {**RAIN, "when": {"edtf": "2024-06-01", "also": ["2024-06-05"]}}
    second = {**MAYOR, "optional": False, "when": {"edtf": "2024-06-03"}}
    result = scored([first, second], [{**RAIN, "when": {"edtf": "2024-06-05"}}, second])
    assert result.metrics.event_date is not None
    assert result.metrics.event_date.tp == 2
    assert result.metrics.order is not None
    assert result.metrics.order.kendall_tau_b == 1.0


def test_a_date_that_says_nothing_is_not_near() -> None:
    result = scored([RAIN], [{**RAIN, "when": {"edtf": "0001/9999"}}])
    assert result.metrics.dates is not None
    assert (result.metrics.dates.median_abs_days or 0) > 700_000


def test_a_field_that_an_article_s_labels_leave_out_is_not_judged_there() -> None:
    telling = labelled("a", TEXT, {**RAIN, "who": [{"name": "Rain"}]})
    silent = labelled("b", TEXT + "b", {key: RAIN[key] for key in ("title", "evidence")})
    found = [
        *predicted("a", {**RAIN, "who": [{"name": "Rain"}]}),
        *predicted("b", event("Miners meet in Ostin", "Miners met in Ostin.", who=["Miners"])),
    ]
    result = score(corpus(telling, silent), run(found, record("a", TEXT), record("b", TEXT + "b")))
    assert result.metrics.fields is not None
    who = result.metrics.fields["who"]
    assert (who.cor, who.spu) == (1, 0)


def test_kinds_of_a_run_s_own_profile_are_read_from_the_run() -> None:
    gold = corpus(labelled("a", TEXT, {**RAIN, "kind": "disaster"}))
    found = predicted("a", {**RAIN, "kind": "rainfall", "profile": "weather@123456"})
    described = RunDescription(kinds={"rainfall": "disaster"})
    result = score(gold, run(found, record("a", TEXT)))
    told = score(gold, Predictions.of(found, [record("a", TEXT)], run=described))
    assert result.metrics.fields is not None
    assert told.metrics.fields is not None
    assert (result.metrics.fields["kind"].inc, told.metrics.fields["kind"].cor) == (1, 1)


def test_whether_a_label_tells_names_is_part_of_the_corpus_hash(tmp_path: Path) -> None:
    hashes = set()
    tellings: dict[str, EventData] = {"one": {}, "two": {"who": []}}
    for name, told in tellings.items():
        write_labels(tmp_path / name / "a.yaml", TEXT, {**RAIN, **told})
        hashes.add(load_corpus(tmp_path / name).sha256)
    assert len(hashes) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("article: {id: a}\nevents: []\nevents: []\n", "the key 'events' stands twice"),
        ("article: {id: a, id: b}\nevents: []\n", "the key 'id' stands twice"),
        ("article: {id: a, published: !!timestamp foo}\nevents: []\n", "a.yaml"),
    ],
)
def test_labels_that_would_be_lost_in_silence_are_refused(
    tmp_path: Path, content: str, reason: str
) -> None:
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=reason):
        load_corpus(tmp_path)
