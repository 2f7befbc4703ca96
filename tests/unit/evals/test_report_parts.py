from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.cases import Case, build_cases
from evals.compare import compare
from evals.metrics.dates import signed_days_off
from evals.report.comparison import comparison_text
from evals.report.contents import report_of
from evals.report.html.article import safe_link
from evals.report.html.highlight import Piece, pieces
from evals.report.html.nearest import Likeness
from evals.report.html.page import html_report
from evals.report.html.plots import bar, date_histogram, interval_plot
from evals.report.html.rows import rows_of
from evals.report.html.sources import find_sources
from evals.report.markdown import report as markdown_report
from evals.scorefile import F1, ArticleScore, ScoredPair, Verdict
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
)
from tests.unit.evals.report_builders import (
    BRIDGE,
    MINERS,
    RAIN,
    TEXT,
    scored,
    the_floor,
    two_articles,
)


def case_of(gold: list[EventData], found: list[EventData], text: str = TEXT) -> Case:
    (case,), _ = build_cases(
        corpus(labelled("a", text, *gold)), run(predicted("a", *found), record("a", text))
    )
    return case


class TestPieces:
    def test_overlapping_evidence(self) -> None:
        assert pieces("abcdef", {1: ((0, 3),), 2: ((2, 3),)}, {1: ((1, 5),)}) == [
            Piece("a", (1,), (), (1,), ()),
            Piece("b", (1,), (1,), (), (1,)),
            Piece("c", (1, 2), (1,), (2,), ()),
            Piece("de", (), (1,), (), ()),
            Piece("f"),
        ]

    def test_without_evidence_and_without_text(self) -> None:
        assert pieces("ab", {}, {}) == [Piece("ab")]
        assert pieces("", {1: ((3, 5),)}, {}) == []

    @given(
        st.text(max_size=30),
        st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6),
    )
    def test_no_character_is_lost_or_told_twice(
        self, text: str, spans: list[tuple[int, int]]
    ) -> None:
        rows = {i: ((start, start + long),) for i, (start, long) in enumerate(spans)}
        cut = pieces(text, rows, rows)
        assert "".join(piece.text for piece in cut) == text
        assert all(piece.text for piece in cut)
        for i, ((start, end),) in rows.items():
            assert "".join(p.text for p in cut if i in p.gold) == text[start:end]


@pytest.mark.parametrize(
    ("gold", "pred", "days"),
    [
        ({"edtf": "2024-05-03"}, "2024-05-03", 0),
        ({"edtf": "2024-05-03"}, "2024-05-05", 2),
        ({"edtf": "2024-05-03"}, "2023-05-03", -366),
        ({"edtf": "2024-05-03", "also": ["2024-05-09"]}, "2024-05-08", -1),
        ({"edtf": "2024-05-09", "also": ["2024-05-01"]}, "2024-05-03", 2),
        ({"edtf": "2024-05-03"}, "2024-05", 28),  # the month ends on 31 May
        ({"edtf": "2024-05-30"}, "2024-05", -29),  # and begins on the 1st
        ({"edtf": "../2024-05-03"}, "../2024-05-01", -2),
        ({"edtf": "../2024-05-03"}, "2024-05-03", None),  # open at different ends
        ({"edtf": None}, "2024-05-03", None),
        ({"edtf": "2024-05-03"}, None, None),
        ({"edtf": None}, None, None),
    ],
)
def test_signed_days_off(gold: EventData, pred: str | None, days: int | None) -> None:
    case = case_of([{**RAIN, "when": gold}], [{**RAIN, "when": {"edtf": pred}}])
    assert signed_days_off(case.gold[0], case.pred[0]) == days


def _article(*days_off: tuple[int | None, Verdict]) -> ArticleScore:
    pairs = tuple(
        ScoredPair(
            gold=i, pred=i, similarity=1, fields={"date": verdict}, gold_title="", pred_title="",
            days_off=days,
        )
        for i, (days, verdict) in enumerate(days_off)
    )  # fmt: skip
    return ArticleScore(id="a", status="ok", tp=len(pairs), fp=0, fn=0, pairs=pairs)


def test_histogram_of_days() -> None:
    days: list[tuple[int | None, Verdict]] = [
        (-366, "inc"), (-365, "inc"), (-32, "inc"), (-31, "inc"), (-8, "inc"), (-7, "inc"),
        (-2, "inc"), (-1, "inc"), (0, "cor"), (0, "cor"), (0, "cor"), (1, "inc"), (2, "inc"),
        (400, "par"), (None, "mis"), (9999, "inc"),
    ]  # fmt: skip
    bins = date_histogram([_article(*days)])
    assert {bin_.label: bin_.count for bin_ in bins} == {
        "more than a year too early": 1,
        "32 to 365 days too early": 2,
        "8 to 31 days too early": 2,
        "2 to 7 days too early": 2,
        "a day too early": 1,
        "right": 3,
        "a day too late": 1,
        "2 to 7 days too late": 1,
        "8 to 31 days too late": 0,
        "32 to 365 days too late": 0,
        "more than a year too late": 1,
        "within the right date, or around it": 1,
    }
    assert 'class="right" width="100.00"' in bins[5].plot  # the most frequent fills the width
    assert 'class="wrong" width="66.67"' in bins[1].plot
    assert date_histogram([_article((None, "mis"))]) == []


def test_interval_is_drawn_to_scale() -> None:
    score = F1(tp=1, fp=1, fn=1, precision=0.5, recall=0.5, f1=0.5, ci95=(0.25, 0.75))
    assert '<rect class="line" x="25.00" y="7" width="50.00" height="2"/>' in interval_plot(score)
    assert '<rect class="point" x="49.40"' in interval_plot(score)
    assert "line" not in interval_plot(score.model_copy(update={"ci95": None}))
    assert interval_plot(score.model_copy(update={"f1": None})) == ""
    assert 'width="25.00"' in bar(0.25, right=True)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/a?b=1", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>alert(1)</script>", False),
        ("//news.example", False),
        ("https:", False),
        ("http://[", False),
        ("news.example", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str | None, shown: bool) -> None:
    assert safe_link(url) == (url if shown else None)


class TestNearest:
    def test_below_the_gate(self) -> None:
        nearest = Likeness(case_of([BRIDGE], [RAIN])).of_gold(0)
        assert nearest is not None
        assert nearest.position == 0
        assert nearest.parts["evidence"] == 0
        assert nearest.parts["names"] == 0
        assert nearest.reason.startswith("below the gate of 0.35 (beside evidence spans")

    def test_wording_is_told_as_the_scorer_counts_it(self) -> None:
        """`aabb` and `aacc`: Indel similarity 4/8; (.50 - .20) / .80 = .375.

        .35 * .375 / .75 = .175, as evidence is 0 and names are on neither side; .35 * .5 / .75
        would be .233.
        """
        gold = event("aabb", "Miners met in Ostin.")
        nearest = Likeness(case_of([gold], [{**RAIN, "title": "aacc", "where": []}])).of_gold(0)
        assert nearest is not None
        assert nearest.parts == {"evidence": 0, "wording": pytest.approx(0.375), "names": None}
        assert nearest.similarity == 0.175
        assert nearest.reason == (
            "below the gate of 0.35 "
            "(beside evidence spans the ratio of the titles, 0.50, counts above 0.20 only)"
        )

    def test_without_spans_the_higher_gate_is_named(self) -> None:
        nearest = Likeness(case_of([event("aabb")], [event("aacc")])).of_gold(0)
        assert nearest is not None
        assert nearest.parts == {"evidence": None, "wording": 0.5, "names": None}
        assert nearest.reason == (
            "below the gate of 0.63 "
            "(without evidence spans the ratio of the titles, 0.50, counts whole)"
        )

    def test_the_side_gate_looks_at_the_ratio_itself(self) -> None:
        """With one evidence .40 / .75 passes the gate whatever the titles: 1/4 shared is too few.

        At 2/6 they pair, though only (.333 - .20) / .80 = .167 counts.
        """
        gold = event("aaab", "Miners met in Ostin.")
        nearest = Likeness(case_of([gold], [{**gold, "title": "bccc"}])).of_prediction(0)
        assert nearest is not None
        assert nearest.reason == "neither the ratio of the titles, 0.25, nor names reach 0.30"
        case = case_of([{**gold, "title": "aab"}], [{**gold, "title": "bcc"}])
        assert len(case.alignment.pairs) == 1
        assert Likeness(case).parts(0, 0)["wording"] == pytest.approx(1 / 6)

    def test_a_better_partner(self) -> None:
        nearest = Likeness(case_of([MINERS], [MINERS, MINERS])).of_prediction(1)
        assert nearest is not None
        assert nearest.similarity == 1
        assert "gives it another partner" in nearest.reason

    def test_nothing_on_the_other_side(self) -> None:
        assert Likeness(case_of([RAIN], [])).of_gold(0) is None
        assert Likeness(case_of([], [RAIN])).of_prediction(0) is None


class TestRows:
    def test_with_labels_and_answers(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path)
        source = find_sources(files.score).articles["sore"]
        located = rows_of(files.score.articles[1], source)
        rain, miners, bridge, twice = (one.row for one in located)
        assert [(one.gold, one.pred) for one in located] == [(0, 0), (1, 1), (2, None), (None, 2)]
        assert (rain.number, rain.kind, rain.days_off) == (1, "pair", 2)
        assert rain.verdicts == {"date": "inc", "where": "cor"}
        assert (rain.gold_values["date"], rain.pred_values["date"]) == ("2024-05-03", "2024-05-05")
        assert rain.similarity == "similarity 1.00 (evidence 1.00, wording 1.00, names 1.00)"
        assert miners.gold_values["date"] == "undated"
        assert (bridge.kind, bridge.error, bridge.pred_title) == ("missed", "missed", None)
        assert bridge.nearest_title == "Miners meet in Ostin"
        assert "below the gate of 0.35" in bridge.why
        assert (twice.number, twice.error) == (4, "duplicate")
        assert twice.nearest_title == "Miners meet in Ostin"

    def test_of_the_score_file_alone(self, tmp_path: Path) -> None:
        article = two_articles(tmp_path).score.articles[1]
        rows = [one.row for one in rows_of(article, None)]
        assert [(row.number, row.kind, row.error) for row in rows] == [
            (1, "pair", ""), (2, "pair", ""), (3, "missed", "missed"), (4, "extra", "duplicate"),
        ]  # fmt: skip
        assert rows[0].similarity == "similarity 1.00"
        assert rows[0].gold_values == {}

    def test_names_alternatives_and_words_of_dates(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path)
        when = {"edtf": "2024-05-03", "also": ["2024-05", None], "text": "on 3 May"}
        place = {"name": "Velga", "within": "Lower Sarn"}
        gold = {**RAIN, "when": when, "where": [place], "who": [{"name": "Rain"}, {"name": "Sky"}]}
        case = case_of([gold], [RAIN])
        source = find_sources(files.score).articles["calm"]
        changed = type(source)(labelled("a", TEXT, gold), case, TEXT)
        pair = files.score.articles[0].pairs[0].model_copy(update={"pred": case.pred[0].key})
        article = files.score.articles[0].model_copy(update={"pairs": (pair,)})
        values = rows_of(article, changed)[0].row.gold_values
        assert values["date"] == "2024-05-03 (also 2024-05, undated) · “on 3 May”"
        assert values["where"] == "Velga (Lower Sarn)"
        assert values["who"] == "Rain, Sky"


class TestSources:
    def test_found_where_the_score_file_says(self, tmp_path: Path) -> None:
        found = find_sources(two_articles(tmp_path).score)
        assert found.notes == ()
        assert found.articles["calm"].text == TEXT
        assert found.without_texts().articles["calm"].text is None

    def test_a_changed_corpus_is_not_shown(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path)
        label = files.corpus / "calm.yaml"
        label.write_text(label.read_text("utf-8").replace("Velga", "Welga"), encoding="utf-8")
        found = find_sources(files.score)
        assert found.articles == {}
        assert "has changed since it was scored" in found.notes[0]

    def test_a_changed_run_is_not_shown(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path)
        events = files.run / "events.jsonl"
        _, rest = events.read_text(encoding="utf-8").split("\n", maxsplit=1)
        events.write_text(rest, encoding="utf-8")
        found = find_sources(files.score)
        assert list(found.articles) == ["sore"]
        assert found.notes[0].startswith("1 article would be scored otherwise today")

    def test_moved_folders(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path / "old")
        (tmp_path / "old").rename(tmp_path / "new")
        assert "no corpus folder at" in find_sources(files.score).notes[0]
        corpus_, run_ = tmp_path / "new" / "corpus", tmp_path / "new" / "run"
        assert len(find_sources(files.score, corpus=corpus_, run=run_).articles) == 2

    def test_relative_paths_are_tried_beside_the_score_file(self, tmp_path: Path) -> None:
        score = two_articles(tmp_path).score
        assert score.corpus is not None
        relative = score.model_copy(
            update={
                "corpus": score.corpus.model_copy(update={"path": "corpus"}),
                "run": score.run.model_copy(update={"path": "run"}),
            }
        )
        assert len(find_sources(relative, beside=tmp_path).articles) == 2


class TestContents:
    def test_the_floor_beside_the_model(self, tmp_path: Path) -> None:
        model, floor = two_articles(tmp_path).score, the_floor(tmp_path).score
        alone, both = report_of([("m", model)]), report_of([("m", model), ("f", floor)])
        assert (alone.lacks_floor, both.lacks_floor) == (True, False)
        assert both.baseline is not None
        assert both.baseline.comparison is not None
        found = both.baseline.comparison.measures["event"]
        # floor: 3 found, 2 missed; model: 4 found, 1 missed, 1 too many
        assert found.first == pytest.approx(6 / 8)
        assert found.second == pytest.approx(8 / 10)

    def test_another_corpus_is_kept_with_the_reason(self, tmp_path: Path) -> None:
        model, floor = two_articles(tmp_path).score, the_floor(tmp_path).score
        assert floor.corpus is not None
        other = floor.model_copy(
            update={"corpus": floor.corpus.model_copy(update={"sha256": "0" * 64})}
        )
        contents = report_of([("m", model), ("f", other)])
        assert contents.baseline is None
        assert "scores of different corpora" in contents.others[0].reason


def test_markdown_is_no_formula_entity_or_call(tmp_path: Path) -> None:
    named = "Costs $5-$6 &lt;b&gt; ~~gone~~ says @anna"
    title, *_ = markdown_report(report_of([(named, two_articles(tmp_path).score)])).splitlines()
    assert title == "# Costs \\$5-\\$6 \\&lt;b\\&gt; \\~\\~gone\\~\\~ says @\u200banna"


def test_scores_of_one_engine_are_told_apart_by_their_files(tmp_path: Path) -> None:
    score, floor = two_articles(tmp_path).score, the_floor(tmp_path).score
    contents = report_of([("new.json", score), ("old.json", score), ("floor.json", floor)])
    listed = [("new.json", score), ("old.json", score), ("floor.json", floor)]
    names = [contents.label(*one) for one in listed]
    assert names == ["demo/model (new.json)", "demo/model (old.json)", "rules"]
    rows = [line for line in markdown_report(contents).splitlines() if line.startswith("| demo")]
    assert [row.split(" | ")[0] for row in rows] == [f"| {name}" for name in names[:2]]
    page = html_report(contents)
    assert page.count("demo/model (old.json)") >= 3


def test_no_report_commands_a_terminal(tmp_path: Path) -> None:
    evil = {**RAIN, "title": "\x1b[31mRain\u202e falls"}
    before = scored(tmp_path, {"a\x1b[2J": [evil], "b": [MINERS]}, {"b": [MINERS]})
    after = scored(
        tmp_path, {}, {"a\x1b[2J": [evil], "b": [evil]}, engine="\x1b]0;x\x07", name="r2"
    )
    shown = markdown_report(report_of([("x\x1b.json", after.score), ("y", before.score)]))
    told = comparison_text(compare([before.score], [after.score]))
    for text in (shown, told):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert "\u241b" in text
