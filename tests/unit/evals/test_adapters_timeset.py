"""TimeSET's brat files as a corpus, its benchmark's order, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.adapters.base import load_converter, write_corpus
from evals.adapters.timeset import convert
from evals.benchmarks.base import Measure
from evals.benchmarks.event_order import gold_order, order_counts
from evals.benchmarks.timeset import measures, open_task
from evals.cases import build_cases
from evals.corpus import load_corpus
from evals.predictions import Predictions
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import EventData, corpus, event, labelled, predicted, run

TEXT = """Miners strike in Ostin
Tuesday, May 7, 2024\x20
On Monday, miners blocked the gate of Velga Mine. A day later the police led by Ada Brenn arrived.
Velga Mine had cut wages in 2023. A song was sung.
"""


def mark(words: str) -> str:
    return f"{TEXT.index(words)} {TEXT.index(words) + len(words)}\t{words}"


ANN = f"""\
T1\tevent {mark("blocked")}
E1\tevent:T1 ARG0-:T2 ARG1-:T3 TIMEX:T4
T2\tentity {mark("miners")}
T3\tentity {mark("the gate of Velga Mine")}
T4\ttimex {mark("Monday")}
#1\tAnnotatorNotes T4\t2024-05-06
T5\tevent {mark("arrived")}
E2\tevent:T5 ARG0-:T6 ARG1-:E1
T6\tentity {mark("the police led by Ada Brenn")}
#2\tAnnotatorNotes E2\tTIMEX: none. a duration
T7\tevent {mark("cut")}
E3\tevent:T7 ARG0-:T8 ARG1-:T9 TIMEX:T10
T8\tentity {TEXT.index("Velga Mine had")} {TEXT.index("Velga Mine had") + 10}\tVelga Mine
T9\tentity {mark("wages")}
T10\ttimex {mark("2023")}
#3\tAnnotatorNotes T10\t2023-xx-xx
T11\tevent {mark("sung")}
E4\tevent:T11 ARG1-:T12 TIMEX:T10
T12\tentity {mark("A song")}
R1\tAFTER Arg1:E3 Arg2:E1\x20
R2\tAFTER Arg1:E1 Arg2:E2\t
R3\tCOEX Arg1:E4 Arg2:E2
"""


def source(folder: Path, ann: str = ANN, text: str = TEXT) -> Path:
    dev = folder / "data" / "brat" / "dev"
    dev.mkdir(parents=True)
    (dev / "crime_and_law_1.txt").write_text(text, encoding="utf-8")
    (dev / "crime_and_law_1.ann").write_text(ann, encoding="utf-8")
    return folder


def test_salient_events_become_gold_events(tmp_path: Path) -> None:
    [article] = convert(source(tmp_path)).articles
    assert article.article.model_dump(exclude_unset=True, exclude={"sha256"}) == {
        "id": "crime_and_law_1",
        "title": "Miners strike in Ostin",
        "language": "en",
        "source": "TimeSET",
        "tags": ("crime_and_law",),
        "published": "2024-05-07",
        "published_given": True,
    }
    blocked, arrived, cut, sung = article.events
    assert blocked.title == "miners blocked the gate of Velga Mine"
    assert (blocked.when.text, blocked.when.edtf) == ("Monday", "2024-05-06")
    assert [(a.name, a.role) for a in blocked.who] == [
        ("miners", "agent"),
        ("the gate of Velga Mine", "target"),
    ]
    assert [p.quote for p in blocked.evidence] == [
        "On Monday, miners blocked the gate of Velga Mine."
    ]
    start = TEXT.index("blocked")
    assert blocked.details["triggers"] == [[start, start + 7]]
    assert "where" not in blocked.model_fields_set
    assert (arrived.when.edtf, [a.name for a in arrived.who]) == (
        None,
        ["the police led by Ada Brenn"],
    )
    assert cut.when.edtf == "2023"
    assert [a.name for a in cut.who] == ["Velga Mine"]  # "wages" has no capital letter
    assert [a.name for a in sung.who] == ["A song"]


@pytest.mark.parametrize(
    ("note", "edtf"),
    [
        ("2011_xx-xx", "2011"),
        ("2022-05-xx", "2022-05"),
        ("2023-xx-xx (sometime before March 12)", "2023"),
        ("duration: 1940-xx-xx thru 2002-xx-xx", None),
        ("2024-13-01", None),
        ("unclear", None),
    ],
)
def test_notes_become_dates(tmp_path: Path, note: str, edtf: str | None) -> None:
    [article] = convert(source(tmp_path, ANN.replace("2024-05-06", note))).articles
    assert article.events[0].when.edtf == edtf


def test_order_is_told_by_positions_and_holds_through_chains(tmp_path: Path) -> None:
    [article] = convert(source(tmp_path)).articles
    assert [e.details.get("before") for e in article.events] == [[1], None, [0], None]
    assert article.events[3].details["coexists"] == [1]
    assert list(gold_order(article)) == [
        ("before", (0, 1)),
        ("before", (2, 0)),
        ("before", (2, 1)),
        ("coexists", (1, 3)),
    ]


def test_what_comes_before_is_not_also_at_the_same_time() -> None:
    events = [event("a", details={"before": [1]}), event("b", details={"coexists": [0, 1]})]
    assert list(gold_order(labelled("a", "text", *events))) == [("before", (0, 1))]


def test_circular_marks_end() -> None:
    """An annotation error orders a pair both ways; it never hangs."""
    events = [event("a", details={"before": [1]}), event("b", details={"before": [0]})]
    pairs = list(gold_order(labelled("a", "text", *events)))
    assert pairs == [("before", (0, 1)), ("before", (1, 0))]


@pytest.mark.parametrize(
    ("first", "second", "outcome", "together"),
    [
        ("2024-05-06", "2024-05-07", "right", "wrong"),
        ("2024-05-07", "2024-05-06", "wrong", "wrong"),
        ("2024-05-06", "2024-05-06", "same_day", "right"),
        ("2024-05", "2024-05-06", "same_day", "right"),
        ("../2024-05-06", "2024-05-07/..", "right", "wrong"),
        (None, "2024-05-06", "undated", "undated"),
    ],
)
def test_order_of_two_found_events(
    first: str | None, second: str, outcome: str, together: str
) -> None:
    for relation, expected in (("before", outcome), ("coexists", together)):
        gold = labelled("a", "x", event("a", details={relation: [1]}), event("b"))
        pred = predicted("a", event("a", when={"edtf": first}), event("b", when=second))
        cases, _ = build_cases(corpus(gold), run(pred))
        counts = order_counts([gold], cases, [((0, 0), (1, 1))])
        assert dict(counts.counts) == {(relation, expected): 1}
        assert order_counts([gold], cases, [((0, 0),)]).outcome("not_found") == 1


def found(title: str, quote: str, when: str | None) -> EventData:
    return event(title, quote, when={"edtf": when}, who=["miners"])


def test_measures_by_hand(tmp_path: Path) -> None:
    """Two of four found by trigger and one invented; their dates are right and wrong.

    Of four pairs in order one has both events found (0 before 1), and its dates say so.
    """
    task = open_task(source(tmp_path), split=None, limit=None)
    pred = [
        found(
            "miners blocked the gate",
            "On Monday, miners blocked the gate of Velga Mine.",
            "2024-05-06",
        ),
        found("police arrived", "led by Ada Brenn arrived", "2024-05-07"),
        found("strike", "Miners strike in Ostin", None),
    ]
    by_name = rows(measures(task.articles, run(predicted("crime_and_law_1", *pred))))
    assert counts(by_name["events, by trigger"]) == {"tp": 2, "fp": 1, "fn": 2}
    assert by_name["triggers in any evidence"].recall == 0.5
    # three gold events are dated; one of them, the first, is found
    assert counts(by_name["date of events found"]) == {"right": 1, "found": 1, "gold": 3}
    assert counts(by_name["an actor of events found"]) == {"right": 1, "found": 2, "gold": 4}
    order = by_name["order of pairs"]
    assert (order.precision, order.recall) == (1.0, 0.25)
    assert counts(by_name["order: at the same time"])["not_found"] == 1
    assert task.measure(Predictions.of(()))[0].recall == 0.0


def rows(found: list[Measure]) -> dict[str, Measure]:
    return {measure.name: measure for measure in found}


def counts(row: Measure) -> dict[str, int]:
    return dict(row.counts)


def test_a_converted_corpus_is_a_corpus(tmp_path: Path) -> None:
    converted = load_converter("timeset")(source(tmp_path / "src"))
    write_corpus(converted, tmp_path / "out")
    [article] = load_corpus(tmp_path / "out").articles
    assert article == converted.articles[0]
    assert article.text == TEXT


def test_a_split_without_dates_says_so(tmp_path: Path) -> None:
    [article] = convert(
        source(tmp_path, ANN.replace(" TIMEX:T4", "").replace(" TIMEX:T10", ""))
    ).articles
    assert article.article.tags == ("crime_and_law", "no_timex")


@pytest.mark.parametrize(
    ("ann", "message"),
    [
        (ANN.replace("\tblocked", "\tblock"), "T1 is not where it says"),
        (ANN.replace("ARG0-:T2", "ARG0-:T99"), "no mark 'T99'"),
    ],
)
def test_marks_that_do_not_fit_are_refused(tmp_path: Path, ann: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        convert(source(tmp_path, ann))


def test_another_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no TimeSET"):
        convert(tmp_path)
