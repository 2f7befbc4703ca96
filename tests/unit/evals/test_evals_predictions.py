from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.predictions import read_predictions
from extractor.errors import RunError


def write_lines(path: Path, *records: Any) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


LEAST = {"article_id": "a", "title": "Rain", "when": {"edtf": None}, "evidence": [{"quote": "R"}]}


def test_an_events_file_needs_little_and_passes_over_what_it_does_not_know(tmp_path: Path) -> None:
    odd = {**LEAST, "when": None, "who": None, "mood": "grey", "where": [{"name": "V", "lat": 4}]}
    read = read_predictions(write_lines(tmp_path / "found.jsonl", LEAST, odd))
    assert read.records is None
    first, second = read.events["a"]
    assert (first.title, first.when.edtf, first.evidence[0].quote) == ("Rain", None, "R")
    assert (second.when.edtf, second.who, second.where[0].name) == (None, (), "V")


def test_a_run_folder(tmp_path: Path) -> None:
    write_lines(tmp_path / "events.jsonl", LEAST)
    article = {"article_id": "a", "status": "partial", "text": "Rain", "new": 1}
    write_lines(tmp_path / "articles.jsonl", article)
    write_lines(tmp_path / "run.json", {"engine": "rules", "complete": True, "counts": {}})
    read = read_predictions(tmp_path)
    assert read.records is not None
    assert (read.records["a"].status, read.records["a"].text) == ("partial", "Rain")
    assert (read.run.engine, read.run.complete) == ("rules", True)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"title": "Rain"}, "article_id"),
        ({**LEAST, "when": {"edtf": "6 December"}}, "not a date"),
        ([1], "the record"),
    ],
)
def test_errors_name_file_and_line(tmp_path: Path, line: Any, reason: str) -> None:
    path = write_lines(tmp_path / "events.jsonl", LEAST, line)
    with pytest.raises(RunError, match=rf"events\.jsonl:2: .*{reason}"):
        read_predictions(path)


def test_a_line_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text('{"article_id": "a", "ti', encoding="utf-8")
    with pytest.raises(RunError, match=r"events\.jsonl:1: the record"):
        read_predictions(path)


@pytest.mark.parametrize("name", ["", "nothing.jsonl"])
def test_no_events(tmp_path: Path, name: str) -> None:
    with pytest.raises(RunError, match="no events at"):
        read_predictions(tmp_path / name)
