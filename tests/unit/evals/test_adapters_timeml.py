from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.adapters.timeml import Timex, read_document, read_documents
from evals.cli.main import main
from extractor.errors import CorpusError

TML = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="{day}">then</TIMEX3></DCT>
<TITLE>Orun &amp; Velga</TITLE>
<TEXT>
Orun &amp; Velga <EVENT eid="e1" class="OCCURRENCE">signed</EVENT> a pact on
<TIMEX3 tid="t1" type="DATE" value="2024-12-03">Tuesday</TIMEX3>, after
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3> of talks.
</TEXT>
</TimeML>
"""


def write(folder: Path, name: str, day: str = "2024-12-06T09:00:00") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.tml"
    path.write_text(TML.format(day=day), encoding="utf-8")
    return path


def test_offsets_are_of_the_text_without_tags_and_entities(tmp_path: Path) -> None:
    document = read_document(write(tmp_path, "pact"))
    assert document.text == "Orun & Velga signed a pact on\nTuesday, after\nthree days of talks.\n"
    assert (document.name, document.written) == ("pact", "2024-12-06")
    assert document.gold == (
        Timex(30, 37, "Tuesday", "DATE", "2024-12-03"),
        Timex(45, 55, "three days", "DURATION", "P3D"),
    )
    for timex in document.gold:
        assert document.text[timex.start : timex.end] == timex.text


def test_documents_stand_in_the_order_of_their_names_each_once(tmp_path: Path) -> None:
    write(tmp_path / "b", "one")
    write(tmp_path / "a", "two")
    write(tmp_path / "c", "one", day="1999-01-01")
    documents = read_documents(tmp_path)
    assert [(d.name, d.written) for d in documents] == [
        ("one", "2024-12-06"),
        ("two", "2024-12-06"),
    ]


def test_what_is_no_timeml_is_told(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no \.tml file"):
        read_documents(tmp_path)
    (tmp_path / "x.tml").write_text("<TEXT>words</TEXT>", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"x\.tml is no TimeML"):
        read_documents(tmp_path)


def test_the_benchmark_scores_the_date_reader(tmp_path: Path) -> None:
    """Both expressions are found; one document of the two is in each half."""
    write(tmp_path, "a")
    write(tmp_path, "b")
    for split, gold in (("all", 4), ("odd", 2)):
        result = CliRunner().invoke(main, ["benchmark", "timeml", str(tmp_path), "--split", split])
        assert result.exit_code == 0, result.output
        rows = {m["name"]: m for m in json.loads(result.stdout)["measures"]}
        assert rows["value"]["counts"] == {"right": gold, "gold": gold, "pred": gold}
        assert [rows[n]["f1"] for n in ("extent, strict", "extent, relaxed", "type")] == [1, 1, 1]
