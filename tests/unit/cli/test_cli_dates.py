from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Cli

TEXT = """Tuesday, 3 December 2024

Quay reopens in Aster

Trains ran again on 27 November after three days. On 30 November the quay opened at 9:30 GMT.
"""
KEYS = [
    *("article_id", "text", "start", "end", "type", "value"),
    *("edtf", "earliest", "latest", "precision", "basis", "rule"),
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "aster.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_every_expression_is_a_line_furniture_too(cli: Cli, article: Path) -> None:
    outcome = cli("dates", article, "--published", "2024-12-03")
    records = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert outcome.err == ""
    assert [list(record) for record in records] == [KEYS] * 5
    assert [(r["text"], r["type"], r["value"], r["edtf"]) for r in records] == [
        ("Tuesday, 3 December 2024", "DATE", "2024-12-03", "2024-12-03"),
        ("27 November", "DATE", "2024-11-27", "2024-11-27"),
        ("three days", "DURATION", "P3D", None),
        ("30 November", "DATE", "2024-11-30", "2024-11-30"),
        ("9:30 GMT", "TIME", "2024-11-30T09:30Z", None),
    ]
    for record in records:
        assert TEXT[record["start"] : record["end"]] == record["text"]
    assert records[1] | {"start": 0, "end": 0} == {
        "article_id": "aster",
        "text": "27 November",
        "start": 0,
        "end": 0,
        "type": "DATE",
        "value": "2024-11-27",
        "edtf": "2024-11-27",
        "earliest": "2024-11-27",
        "latest": "2024-11-27",
        "precision": "day",
        "basis": "year_inferred",
        "rule": "day_month",
    }


def test_text_for_people(cli: Cli, article: Path) -> None:
    outcome = cli("dates", article, "--published", "2024-12-03", "-f", "text")
    lines = outcome.out.splitlines()
    assert len(lines) == 5
    assert lines[2].split() == ["aster:87-97", "-", "DURATION", "P3D", "three", "days"]


def test_articles_are_read_with_their_own_publication_date(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    records = [
        {"id": "one", "text": "They met on Friday in Aster.", "published": "2024-12-06"},
        {"id": "two", "text": "They met on Friday in Bram.", "published": "2019-05-02"},
        {"id": "three", "text": "They met on Friday in Osk."},
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    outcome = cli("dates", path)
    found = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(f["article_id"], f["edtf"]) for f in found] == [
        ("one", "2024-12-06"),
        ("two", "2019-04-26"),
        ("three", None),
    ]


def test_a_page_view_date_only_bounds(cli: Cli, article: Path) -> None:
    outcome = cli("dates", article)
    edtf = [json.loads(line)["edtf"] for line in outcome.out.splitlines()]
    assert edtf[1] == "2024-11-27?"


def test_bad_inputs_are_told_and_the_others_go_on(cli: Cli, article: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "empty", "text": " "}\n{"id": "none"}\n', encoding="utf-8")
    outcome = cli("dates", bad, article)
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 5
    assert outcome.err.splitlines()[0] == "failed: empty: input: the text is empty"
    assert outcome.err.splitlines()[1].startswith("failed: none: input: ")


def test_nothing_matched_and_bad_options(cli: Cli, article: Path, tmp_path: Path) -> None:
    assert cli("dates", tmp_path / "no").code == 5
    assert cli("dates", article, "--published", "yesterday").code == 2
    assert cli("dates", article, "-f", "xml").code == 2
    assert cli("dates").code == 2
