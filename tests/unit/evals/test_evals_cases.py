from __future__ import annotations

from typing import Any

import pytest

from evals.cases import Case, build_cases
from evals.corpus import LabelledArticle
from evals.predictions import Predictions
from evals.spans import Spans
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
)

TEXT = "Rain fell on Velga. Nobody came."
RUN_TEXT = "MENU HOME\n" + TEXT
RAIN = event("Rain falls on Velga", "Rain fell on Velga.")
OTHER = "Snow fell on Ostin."
SNOW = event("Snow falls on Ostin", "Snow fell on Ostin.")


def the_case(article: LabelledArticle, predictions: Predictions) -> Case:
    cases, _ = build_cases(corpus(article), predictions)
    assert len(cases) == 1
    return cases[0]


def test_a_line_for_context_is_not_compared_with_gold() -> None:
    cited, named = {"quote": "Rain fell on Velga."}, {"quote": "Nobody came.", "context": True}
    found = run(predicted("a", {**RAIN, "evidence": [cited, named]}), record("a", TEXT))
    case = the_case(labelled("a", TEXT, RAIN), found)
    assert [each.spans for each in case.pred] == [((0, 19),)]


class TestJoin:
    def test_by_id(self) -> None:
        found = run(predicted("a", RAIN), record("a", TEXT), record("b", TEXT))
        assert the_case(labelled("a", TEXT, RAIN), found).status == "ok"

    def test_else_by_the_text(self) -> None:
        found = run(predicted("other", RAIN), record("other", TEXT, status="partial"))
        case = the_case(labelled("a", TEXT, RAIN), found)
        assert (case.status, len(case.pred), len(case.alignment.pairs)) == ("partial", 1, 1)

    def test_by_the_text_that_a_label_names(self) -> None:
        sha256 = record("x", TEXT).sha256
        found = run(predicted("x", RAIN), record("x", TEXT))
        assert the_case(labelled("a", None, RAIN, sha256=sha256), found).status == "ok"

    def test_each_article_of_a_run_goes_with_one_of_the_corpus(self) -> None:
        two = corpus(labelled("a", TEXT, RAIN), labelled("b", TEXT, RAIN))
        cases, outside = build_cases(two, run(predicted("a", RAIN), record("a", TEXT)))
        assert [case.status for case in cases] == ["ok", "missing"]
        assert outside == (0, 0)

    def test_an_article_of_a_run_is_not_used_twice(self) -> None:
        two = corpus(labelled("a", TEXT, RAIN), labelled("b", TEXT, RAIN))
        cases, _ = build_cases(two, run(predicted("x", RAIN), record("x", TEXT)))
        assert [case.status for case in cases] == ["ok", "missing"]

    def test_swapped_ids_are_joined_by_the_text(self) -> None:
        two = corpus(labelled("a", TEXT, RAIN), labelled("b", OTHER, SNOW))
        swapped = run(
            [*predicted("b", RAIN), *predicted("a", SNOW)], record("b", TEXT), record("a", OTHER)
        )
        cases, outside = build_cases(two, swapped)
        assert [case.record.article_id for case in cases if case.record] == ["b", "a"]
        assert [len(case.alignment.pairs) for case in cases] == [1, 1]
        assert outside == (0, 0)

    def test_an_id_over_the_text_of_another_article_is_not_that_article(self) -> None:
        two = corpus(labelled("a", TEXT, RAIN), labelled("b", OTHER, SNOW))
        found = run([*predicted("a", SNOW)], record("a", OTHER), record("b", OTHER))
        cases, outside = build_cases(two, found)
        assert [case.status for case in cases] == ["missing", "ok"]
        assert outside == (1, 1)

    def test_a_text_that_no_label_knows_is_joined_by_the_id(self) -> None:
        found = run(predicted("a", RAIN), record("a", RUN_TEXT))
        assert the_case(labelled("a", TEXT, RAIN), found).status == "ok"

    def test_what_is_outside_the_corpus_is_counted(self) -> None:
        found = run([*predicted("a", RAIN), *predicted("x", RAIN, RAIN)], record("y", "Snow."))
        _, outside = build_cases(corpus(labelled("a", TEXT, RAIN)), found)
        assert outside == (2, 2)

    def test_an_events_file_alone_does_not_tell_what_was_read(self) -> None:
        alone = Predictions.of(predicted("a", RAIN))
        two = corpus(labelled("a", TEXT, RAIN), labelled("b", TEXT))
        cases, _ = build_cases(two, alone)
        assert [case.status for case in cases] == ["ok", "no_events"]


def with_place(data: EventData, start: int, end: int) -> EventData:
    return {**data, "evidence": [{**data["evidence"][0], "start": start, "end": end}]}


class TestText:
    def test_quotes_are_looked_up_in_the_text_of_the_run(self) -> None:
        found = run(predicted("a", RAIN), record("a", RUN_TEXT))
        case = the_case(labelled("a", TEXT, RAIN), found)
        assert (case.gold[0].spans, case.pred[0].spans) == (((10, 29),), ((10, 29),))

    def test_gold_offsets_are_carried_over_by_the_words_that_stand_there(self) -> None:
        gold = {"title": "Rain", "evidence": [{"start": 0, "end": 19}]}
        found = run(predicted("a", RAIN), record("a", RUN_TEXT))
        assert the_case(labelled("a", TEXT, gold), found).gold[0].spans == ((10, 29),)

    @pytest.mark.parametrize(
        "evidence",
        [
            {"quote": "Rain fell on Velga."},  # stands once in the labelled text
            {"quote": "Rain fell on Velga.", "start": 14, "end": 33},
            {"start": 14, "end": 33},
        ],
    )
    def test_words_that_the_run_s_text_repeats_are_taken_where_their_neighbours_are(
        self, evidence: dict[str, Any]
    ) -> None:
        # The run's text has the sentence as a teaser (5 to 24) before the article's own (50 to
        # 69): its neighbours moved by 36.
        text = "Nobody came.\n\nRain fell on Velga.\nThe mayor wept.\n"
        teased = "MENU\nRain fell on Velga.\nTEASER\n\nA\n" + text
        gold = {"title": "Rain", "evidence": [evidence]}
        case = the_case(labelled("a", text, gold), run([], record("a", teased)))
        own = teased.rindex("Rain fell")
        assert case.gold[0].spans == ((own, own + 19),)

    def test_an_event_without_when_is_undated(self) -> None:
        dated = {**RAIN, "when": {"edtf": "2024-12-06"}}
        case = the_case(labelled("a", TEXT, dated), run(predicted("a", RAIN), record("a", TEXT)))
        assert case.pred[0].date == (None, None)
        assert case.verdicts[0]["date"] == "mis"

    @pytest.mark.parametrize(
        ("label_text", "run_text", "gold", "pred"),
        [
            (TEXT, TEXT, ((0, 19),), ((0, 19),)),
            (TEXT, None, ((0, 19),), ((0, 19),)),  # the run has not kept its text
            (None, TEXT, ((0, 19),), ((0, 19),)),  # the labels come without
            (None, None, (), ((0, 19),)),
        ],
    )
    def test_which_texts_are_at_hand(
        self, label_text: str | None, run_text: str | None, gold: Spans, pred: Spans
    ) -> None:
        sha256 = record("a", TEXT).sha256
        placed = with_place(RAIN, 0, 19)
        found = run(predicted("a", placed), record("a", run_text, sha256=sha256))
        case = the_case(labelled("a", label_text, RAIN, sha256=sha256), found)
        assert (case.gold[0].spans, case.pred[0].spans) == (gold, pred)

    def test_offsets_into_a_text_that_is_not_at_hand_place_nothing(self) -> None:
        other = record("a", RUN_TEXT).sha256
        only_offsets = {"title": "Rain", "evidence": [{"start": 10, "end": 29}]}
        quoted = with_place(RAIN, 10, 29)
        found = run(predicted("a", only_offsets, quoted), record("a", sha256=other))
        case = the_case(labelled("a", TEXT, RAIN), found)
        assert [one.spans for one in case.pred] == [(), ((0, 19),)]
        assert case.read_text is None


@pytest.mark.parametrize(
    ("kind", "profile", "general"),
    [
        ("attack", "general@3fa9c1", "attack"),
        ("attack", None, "attack"),
        ("attack", "no-such-profile@123456", "attack"),
        ("no_such_kind", "general", "no_such_kind"),
        (None, "general", None),
    ],
)
def test_kinds_are_those_of_the_general_profile(
    kind: str | None, profile: str | None, general: str | None
) -> None:
    told: dict[str, Any] = {**RAIN, "kind": kind, "profile": profile}
    case = the_case(labelled("a", TEXT, RAIN), run(predicted("a", told), record("a", TEXT)))
    assert case.pred[0].kind == general
