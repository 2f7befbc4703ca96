"""Labels to Label Studio's tasks and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from evals.cli.main import main
from evals.corpus import LabelledArticle, load_corpus
from evals.labelstudio.config import labelling_config
from evals.labelstudio.exporting import tasks
from evals.labelstudio.form import FIELDS, from_fields, to_fields
from evals.labelstudio.importing import annotators, labelled_articles, read_tasks
from evals.labelstudio.names import SPAN, TEXT, UNPLACED
from evals.labelstudio.offsets import Utf16Offsets
from extractor.errors import CorpusError
from extractor.schema import GoldEvent
from tests.unit.evals.evals_builders import event, labelled, write_labels

FERRY = "🚢 The Halcyon sank. 🚨 Two sailors died. A cafe\u0301 closed."


def exported(*articles: LabelledArticle, **options: Any) -> list[dict[str, Any]]:
    """Tasks as they come back from a JSON file."""
    made: list[dict[str, Any]] = json.loads(json.dumps(list(tasks(articles, **options))))
    return made


def imported(made: list[dict[str, Any]]) -> tuple[LabelledArticle, ...]:
    read = read_tasks(json.dumps(made), where="tasks.json")
    return labelled_articles(read, annotators(read)[0])


def task(text: str, *results: dict[str, Any], **annotation: Any) -> dict[str, Any]:
    return {
        "data": {"text": text, "article_id": "a"},
        "annotations": [{"result": list(results), **annotation}],
    }


def region(start: int, end: int, label: str = "Event", id_: str = "r", **value: Any) -> Any:
    value = {"start": start, "end": end, "labels": [label], **value}
    return {"id": id_, "from_name": "span", "to_name": "text", "type": "labels", "value": value}


def field(name: str, *lines: str, id_: str = "r") -> Any:
    key = "choices" if name in ("kind", "status", "optional") else "text"
    kind = "choices" if key == "choices" else "textarea"
    value = {"start": 0, "end": 1, key: list(lines)}
    return {"id": id_, "from_name": name, "to_name": "text", "type": kind, "value": value}


def relation(start: str, end: str) -> Any:
    return {"type": "relation", "from_id": start, "to_id": end, "labels": ["evidence"]}


def told(events: tuple[GoldEvent, ...]) -> list[dict[str, Any]]:
    return [e.model_dump(mode="json", exclude_unset=True) for e in events]


@pytest.mark.parametrize(
    ("points", "units"),
    [
        ((0, 1), (0, 2)),
        ((2, 5), (3, 6)),
        ((0, 20), (0, 21)),
        ((21, 22), (22, 24)),
        ((22, 24), (24, 26)),
    ],
)
def test_a_character_beyond_the_first_plane_takes_two_units(
    points: tuple[int, int], units: tuple[int, int]
) -> None:
    text = "🚢 The Halcyon sank.  🚨 Two"
    offsets = Utf16Offsets(text)
    assert offsets.to_units(points) == units
    assert offsets.to_points(units) == points


@given(st.text(alphabet="a\u0301é🚢🇸🇾\n", min_size=1), st.data())
def test_units_are_those_of_the_encoding(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    units = tuple(len(text[:at].encode("utf-16-le")) // 2 for at in (start, end))
    offsets = Utf16Offsets(text)
    assert offsets.to_units((start, end)) == units
    assert offsets.to_points((units[0], units[1])) == (start, end)


@pytest.mark.parametrize(
    ("units", "points"),
    [((1, 3), (0, 2)), ((0, 1), (0, 1)), ((3, 3), None), ((-1, 2), None), ((3, 99), None)],
)
def test_half_a_character_is_rounded_outward(
    units: tuple[int, int], points: tuple[int, int] | None
) -> None:
    assert Utf16Offsets("🚢 ab").to_points(units) == points


def test_an_event_is_a_region_with_its_fields() -> None:
    sunk = event(
        "Ferry sinks",
        "Two sailors died.",
        kind="accident",
        when={"text": "Monday", "edtf": "2024-05-06", "also": ["2024-05-07", None]},
        who=[{"name": "Halcyon", "role": "agent", "also": ["ferry", "ship"]}, {"name": "sailors"}],
        where=[{"name": "Mardel", "within": "Ostin"}],
        optional=True,
    )
    [made] = exported(labelled("ferry", FERRY, sunk, published="2024-05-06"))
    assert made["data"]["article"] == {"id": "ferry", "published": "2024-05-06"}
    [annotation] = made["annotations"]
    first, *rest = annotation["result"]
    # "🚢 The Halcyon sank. 🚨 " is 22 code points, two of them beyond U+FFFF
    assert first["value"] == {
        "start": 24,
        "end": 41,
        "text": "Two sailors died.",
        "labels": ["Event"],
    }
    assert {r["id"] for r in rest} == {first["id"]}
    fields = {r["from_name"]: r["value"].get("text") or r["value"]["choices"] for r in rest}
    assert fields == {
        "title": ["Ferry sinks"],
        "kind": ["accident"],
        "optional": ["optional"],
        "date": ["2024-05-06"],
        "date_text": ["Monday"],
        "date_also": ["2024-05-07", "-"],
        "who": ["agent: Halcyon | ferry | ship", "sailors"],
        "where": ["Mardel < Ostin"],
    }


def test_further_evidence_is_tied_by_a_relation() -> None:
    sunk = event("Ferry sinks", evidence=[{"quote": "sank."}, {"quote": "died."}])
    [made] = exported(labelled("ferry", FERRY, sunk), labels_as="predictions")
    [prediction] = made["predictions"]
    assert prediction["model_version"] == "labels"
    regions = [r for r in prediction["result"] if r.get("from_name") == "span"]
    assert [r["value"]["labels"] for r in regions] == [["Event"], ["Evidence"]]
    ties = [r for r in prediction["result"] if r["type"] == "relation"]
    assert [(r["from_id"], r["to_id"]) for r in ties] == [("event-0", "event-0-1")]


def test_what_a_form_cannot_say_comes_back_all_the_same() -> None:
    """Events without words in the text, details, unknown keys, names with the form's own signs."""
    events = (
        event("Nowhere told", "words of another text", details={"deaths": {"min": 2}}),
        event("Ferry sinks", "The Halcyon sank.", who=[], my_key=[1], when={"precision": "day"}),
        event(" Spaced ", "Two sailors died.", who=["a | b"], where=["x < y < z"], optional=False),
        event("No evidence", when={"edtf": None, "also": []}, evidence=[]),
        event("Same span twice", evidence=[{"quote": "sank."}, {"quote": "sank."}, {"quote": "?"}]),
    )
    article = labelled("ferry", FERRY, *events)
    [back] = imported(exported(article))
    expected = told(article.events)
    expected[4]["evidence"].pop(0)
    assert told(back.events) == expected


@given(
    st.lists(
        st.tuples(
            st.text(alphabet="aé🚢\u0301 |<:-\n", min_size=1, max_size=9).filter(str.strip),
            st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=3),
            st.lists(st.text(alphabet="ab🚢 |:<-", min_size=1, max_size=6), max_size=3),
        ),
        max_size=4,
    ),
    st.text(alphabet="ab🚢🇸\u0301é \n", min_size=40, max_size=60),
)
def test_labels_survive_the_round_trip(
    given_events: list[tuple[str, list[tuple[int, int]], list[str]]], text: str
) -> None:
    events = [
        event(
            title,
            evidence=[
                {"quote": text[at : at + size], "start": at, "end": at + size}
                for at, size in dict.fromkeys(spans)
            ],
            who=names,
            where=[{"name": name, "within": name} for name in names],
        )
        for title, spans, names in given_events
    ]
    article = labelled("a", text, *events)
    [back] = imported(exported(article))
    assert back.text == text
    assert _placed(back) == _placed(article)


def _placed(article: LabelledArticle) -> list[dict[str, Any]]:
    """Events with their evidence as places alone."""
    found = told(article.events)
    for one in found:
        places = []
        for piece in one["evidence"]:
            start = piece.get("start", (article.text or "").find(piece["quote"]))
            places.append((start, start + len(piece["quote"])))
        one["evidence"] = places
    return found


def test_words_that_an_export_leaves_out_are_cut_from_the_text() -> None:
    made = task(FERRY, region(24, 41), field("title", "Two dead"))
    [back] = imported([made])
    assert told(back.events) == [
        {"title": "Two dead", "evidence": [{"quote": "Two sailors died."}]}
    ]


def test_code_points_are_believed_where_the_words_tell() -> None:
    made = task(FERRY, region(22, 39, text="Two sailors died."), field("title", "Two dead"))
    [back] = imported([made])
    assert back.events[0].evidence[0].quote == "Two sailors died."


def test_words_told_twice_keep_their_place() -> None:
    [back] = imported([task("he ran. he ran.", region(8, 15), field("title", "Ran"))])
    assert told(back.events)[0]["evidence"] == [{"quote": "he ran.", "start": 8, "end": 15}]


def test_lines_may_be_entered_one_by_one_or_together() -> None:
    lines = field("who", "agent: Halcyon\ntarget: pier | quay", "sailors")
    [back] = imported([task(FERRY, region(0, 5), field("title", "Sinks"), lines)])
    assert told(back.events)[0]["who"] == [
        {"name": "Halcyon", "role": "agent"},
        {"name": "pier", "role": "target", "also": ["quay"]},
        {"name": "sailors"},
    ]


def test_a_field_overrides_what_other_says() -> None:
    lines = {
        "other": ['{"title": "old", "when": {"precision": "day", "edtf": "2024"}}'],
        "title": ["new"],
        "date": ["-"],
    }
    assert from_fields(lines) == {"title": "new", "when": {"precision": "day", "edtf": None}}


def test_a_relation_may_be_drawn_either_way() -> None:
    parts = (region(3, 6), field("title", "Sinks"), region(7, 14, "Evidence", "s"))
    for tie in (relation("r", "s"), relation("s", "r")):
        [back] = imported([task(FERRY, *parts, tie)])
        assert [piece.quote for piece in back.events[0].evidence] == ["The", "Halcyon"]


@pytest.mark.parametrize(
    ("results", "message"),
    [
        ([region(3, 6)], "region r: the event has no title"),
        ([region(3, 6, "Evidence")], "region r: evidence of no event; draw a relation"),
        ([region(3, 6, "Person")], "region r: it is neither Event nor Evidence"),
        ([region(3, 999)], "region r: 3 to 999 is not within the text"),
        ([region(3, 6, text="Ship")], "'Ship' is not what stands there: 'The'"),
        ([field("title", "Sinks")], "region r: title of a region that is no Event"),
        ([region(3, 6), field("title", "x"), field("date", "May 6")], "region r: when.edtf"),
        ([region(3, 6), field("title", "x"), field("other", "[")], "region r: Expecting value"),
        ([field("unplaced", "{}")], "unplaced holds no event"),
        (["text"], "has a result that is no object"),
    ],
)
def test_what_would_be_lost_is_an_error_that_names_it(results: list[Any], message: str) -> None:
    with pytest.raises(CorpusError) as raised:
        imported([task(FERRY, *results)])
    assert str(raised.value).startswith("tasks.json, task 1")
    assert message in str(raised.value)


def test_cancelled_annotations_are_passed_over_and_the_last_one_counts() -> None:
    made = task(FERRY)
    made["annotations"] = [
        {"result": [region(3, 6), field("title", title)], "updated_at": at, "was_cancelled": out}
        for title, at, out in (
            ("newer", "2024-05-07T10:00:00Z", False),
            ("older", "2024-05-06T10:00:00Z", False),
            ("cancelled", "2024-05-08T10:00:00Z", True),
        )
    ]
    [back] = imported([made])
    assert [e.title for e in back.events] == ["newer"]


def test_a_changed_text_is_refused() -> None:
    article = labelled("a", FERRY, sha256=labelled("a", FERRY).text_sha256)
    [made] = exported(article)
    made["data"]["text"] += "!"
    with pytest.raises(CorpusError, match="not the one that was exported"):
        imported([made])


def test_an_article_without_text_cannot_be_exported() -> None:
    with pytest.raises(CorpusError, match="a has no text"):
        list(tasks([labelled("a", None)]))


@pytest.mark.parametrize("raw", ["{", "[1]", '[{"text": "x", "label": []}]'])
def test_what_is_no_export_is_refused(raw: str) -> None:
    with pytest.raises(CorpusError, match=r"tasks\.json"):
        read_tasks(raw, where="tasks.json")


def test_the_configuration_has_every_control_that_is_exported() -> None:
    root = etree.fromstring(labelling_config(['a "b" & c']))
    names = {e.get("name") for e in root.iter() if e.get("toName") or e.tag == "Text"}
    assert names == {SPAN, TEXT, UNPLACED, *FIELDS}
    assert 'a "b" & c' in {e.get("value") for e in root.iter("Choice")}
    per_region = {e.get("name") for e in root.iter() if e.get("perRegion") == "true"}
    assert per_region == set(FIELDS)


def test_every_field_is_written_by_some_event() -> None:
    full = {
        "title": "t",
        "summary": "s",
        "attribution": "a",
        "notes": "n",
        "kind": "k",
        "status": "occurred",
        "optional": True,
        "who": [],
        "where": [],
        "details": {},
        "when": {"edtf": "2024", "text": "w", "also": []},
    }
    assert set(to_fields(full)) == set(FIELDS)
    assert from_fields(to_fields(full)) == full


def test_commands_export_and_import_a_corpus(tmp_path: Path) -> None:
    sunk = event("Ferry sinks", "The Halcyon sank.", when="2024-05-06", kind="sinking")
    write_labels(tmp_path / "gold" / "ferry.yaml", FERRY, sunk, title="Halcyon")
    out, config, back = (str(tmp_path / name) for name in ("t.json", "c.xml", "back"))
    runner = CliRunner()
    args = ["export", str(tmp_path / "gold"), "-o", out, "--config", config]
    assert runner.invoke(main, args).exit_code == 0
    kinds = Path(config).read_text(encoding="utf-8")
    assert 'value="accident"' in kinds  # of the profile
    assert 'value="sinking"' in kinds  # of the labels alone
    result = runner.invoke(main, ["import", out, "-o", back])
    assert result.exit_code == 0, result.output
    assert "1 articles, 1 events" in result.stderr
    assert load_corpus(Path(back)).sha256 == load_corpus(tmp_path / "gold").sha256


def test_each_annotator_has_a_corpus_of_their_own(tmp_path: Path) -> None:
    made = task(FERRY)
    made["annotations"] = [
        {"result": [region(3, 6), field("title", title)], "completed_by": by}
        for title, by in (("by one", 1), ("by mail", {"id": 2, "email": "b@example.org"}))
    ]
    file = tmp_path / "t.json"
    file.write_text(json.dumps([made]), encoding="utf-8")
    runner = CliRunner()
    asked = runner.invoke(main, ["import", str(file), "-o", str(tmp_path / "x")])
    assert asked.exit_code == 2
    assert "--annotator: 1, b@example.org" in asked.output
    for who, title in (("1", "by one"), ("b@example.org", "by mail")):
        args = ["import", str(file), "-o", str(tmp_path / who), "--annotator", who]
        assert runner.invoke(main, args).exit_code == 0
        [article] = load_corpus(tmp_path / who).articles
        assert [e.title for e in article.events] == [title]


def test_an_id_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    made = [task(FERRY) for _ in range(3)]
    for one, id_ in zip(made, ("../../out", ".._.._out", "stories/x"), strict=True):
        one["data"]["article_id"] = id_
    file = tmp_path / "t.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    target = tmp_path / "deep" / "er" / "corpus"
    assert CliRunner().invoke(main, ["import", str(file), "-o", str(target)]).exit_code == 0
    assert {p.name for p in tmp_path.iterdir()} == {"t.json", "deep"}
    assert sorted(a.id for a in load_corpus(target).articles) == sorted(
        ("../../out", ".._.._out", "stories/x")
    )
