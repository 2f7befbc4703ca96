"""Files as langextract 1.7 writes them, under the same scorer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evals.adapters.langextract import is_langextract, read_langextract
from evals.cli.main import main
from evals.predictions import PredictedEvent
from extractor.errors import ConfigurationError, RunError
from tests.unit.evals.evals_builders import event, write_labels

TEXT = "🚢 On Monday the ferry Halcyon sank off Mardel. Two sailors died."


def extraction(words: str, place: tuple[int, int] | None = None, **fields: Any) -> dict[str, Any]:
    """As the library writes it, all keys there."""
    return {
        "extraction_class": "event",
        "extraction_text": words,
        "char_interval": None if place is None else {"start_pos": place[0], "end_pos": place[1]},
        "alignment_status": None if place is None else "match_exact",
        "extraction_index": 1,
        "group_index": 0,
        "description": None,
        "attributes": None,
        **fields,
    }


def write(folder: Path, *documents: dict[str, Any]) -> Path:
    path = folder / "out.jsonl"
    path.write_text("\n".join(json.dumps(d, ensure_ascii=False) for d in documents), "utf-8")
    return path


def document(*extractions: dict[str, Any], id_: str | None = "ferry") -> dict[str, Any]:
    return {"extractions": list(extractions), "text": TEXT, "document_id": id_}


def only(path: Path, **named: list[str]) -> PredictedEvent:
    [found] = read_langextract(path, named).predictions.events["ferry"]
    return found


def test_attributes_become_fields(tmp_path: Path) -> None:
    attributes = {
        "What": "Ferry sinks",
        "when": "2024-05-06T10:00:00",
        "who": ["Halcyon", ""],
        "where": "Mardel",
        "type": "accident",
        "status": "occurred",
        "date_text": "On Monday",
        "agent": "crew",
    }
    path = write(tmp_path, document(extraction("the ferry sank", (12, 46), attributes=attributes)))
    assert only(path).model_dump(exclude_unset=True) == {
        "article_id": "ferry",
        "title": "Ferry sinks",
        "kind": "accident",
        "status": "occurred",
        "when": {"text": "On Monday", "edtf": "2024-05-06"},
        "who": ({"name": "Halcyon"}, {"name": "crew"}),
        "where": ({"name": "Mardel"},),
        # the words at the interval, in code points, not what the model wrote
        "evidence": ({"quote": "the ferry Halcyon sank off Mardel.", "start": 12, "end": 46},),
    }


def test_an_extraction_without_attributes_is_its_words(tmp_path: Path) -> None:
    found = only(
        write(tmp_path, document(extraction("Two sailors died", extraction_class="death")))
    )
    assert (found.title, found.kind) == ("Two sailors died", "death")
    assert (found.when.edtf, found.who, found.evidence) == (None, (), ())


@pytest.mark.parametrize("value", ["Monday", "2024-13-01", "6 May 2024", "unknown", "2024-05-XX"])
def test_a_date_that_is_no_edtf_is_none_and_is_counted(tmp_path: Path, value: str) -> None:
    path = write(tmp_path, document(extraction("x", attributes={"date": value})))
    read = read_langextract(path)
    assert read.predictions.events["ferry"][0].when.edtf is None
    assert (read.unread_dates, read.unplaced) == (1, 1)


@pytest.mark.parametrize(
    "interval",
    [
        None,
        {"start_pos": 3, "end_pos": None},
        {"start_pos": 5, "end_pos": 5},
        {"start_pos": -1, "end_pos": 5},
        {"start_pos": 3, "end_pos": 999},
    ],
)
def test_what_has_no_place_has_no_evidence(tmp_path: Path, interval: Any) -> None:
    path = write(tmp_path, document(extraction("the ferry", char_interval=interval)))
    assert only(path).evidence == ()


def test_the_mapping_names_attributes_and_classes(tmp_path: Path) -> None:
    attributes = {"titel": "Fähre sinkt", "title": "no", "ort": "Mardel", "stadt": "Ostin"}
    path = write(
        tmp_path,
        document(
            extraction("Halcyon", extraction_class="ship"),
            extraction("the ferry sank", attributes=attributes),
        ),
    )
    found = only(path, title=["Titel"], where=["ort", "stadt"], **{"class": ["event"]})
    assert (found.title, [p.name for p in found.where]) == ("Fähre sinkt", ["Mardel", "Ostin"])
    with pytest.raises(ConfigurationError, match="no extraction of class fire"):
        read_langextract(path, {"class": ["fire"]})


def test_documents_without_events_were_read_all_the_same(tmp_path: Path) -> None:
    empty = {"extractions": None, "text": "x", "document_id": None}
    predictions = read_langextract(write(tmp_path, document(), empty)).predictions
    assert predictions.events == {}
    assert sorted((r.status, r.text) for r in (predictions.records or {}).values()) == [
        ("ok", "x"),
        ("ok", TEXT),
    ]


def test_problems_name_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="'ferry' twice"):
        read_langextract(write(tmp_path, document(), document()))
    with pytest.raises(RunError, match=r"out\.jsonl:2"):
        read_langextract(write(tmp_path, document(), {"extractions": 3}))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('\n{"extractions": [], "text": "x", "document_id": "a"}', True),
        ('{"article_id": "a", "title": "t", "extractions": []}', False),
        ('{"article_id": "a", "title": "t"}', False),
        ("[1]", False),
        ("{", False),
        ("", False),
    ],
)
def test_files_are_told_apart(tmp_path: Path, content: str, expected: bool) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(content, encoding="utf-8")
    assert is_langextract(path) is expected
    assert not is_langextract(tmp_path)


def test_score_takes_the_file_as_it_is(tmp_path: Path) -> None:
    """The document has an id of its own: it is found by its text."""
    sunk = event("Ferry sinks", "the ferry Halcyon sank off Mardel.", when="2024-05-06")
    died = event("Two sailors die", "Two sailors died.", when="2024-05-06")
    write_labels(tmp_path / "gold" / "halcyon.yaml", TEXT, sunk, died)
    path = write(
        tmp_path,
        document(
            extraction(
                "the ferry sank",
                (12, 46),
                attributes={"titel": "Ferry sinks", "wann": "2024-05-06"},
            ),
            extraction(
                "Two sailors died.",
                (47, 64),
                attributes={"titel": "Two sailors die", "wann": "May"},
            ),
            id_="doc_1f",
        ),
    )
    runner = CliRunner()
    args = ["score", str(path), "--corpus", str(tmp_path / "gold")]
    result = runner.invoke(main, [*args, "--map", "title=titel,date=wann"])
    assert result.exit_code == 0, result.output
    score = json.loads(result.stdout)
    assert [score["metrics"][m]["tp"] for m in ("event", "event_date")] == [2, 1]
    assert score["metrics"]["grounding"]["verbatim"] == 2
    assert score["run"]["engine"] == "langextract"
    assert "note: 1 date in no form of EDTF, counted as none" in result.stderr


@pytest.mark.parametrize("mapping", ["titel", "colour=red", "title="])
def test_a_wrong_mapping_is_a_usage_error(tmp_path: Path, mapping: str) -> None:
    path = write(tmp_path, document())
    assert CliRunner().invoke(main, ["score", str(path), "--map", mapping]).exit_code == 2


def test_a_mapping_needs_a_file_of_langextract(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('{"article_id": "a", "title": "t"}\n', encoding="utf-8")
    assert CliRunner().invoke(main, ["score", str(path), "--map", "title=what"]).exit_code == 2
