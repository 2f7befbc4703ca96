"""What a text or a name smuggles in reaches no terminal: signs are shown in its place."""

from __future__ import annotations

import json
from pathlib import Path

from evals.compare import compare
from evals.report.comparison import comparison_text
from tests.unit.evals.evals_builders import event, write_labels
from tests.unit.evals.report_builders import MINERS, RAIN, scored
from tests.unit.evals.test_evals_run import evals

EVIL = "\x1b[2J\x07\u202e"
COMMANDS = set("\x1b\x07\u202e")
SHOWN = "␛[2J␇\ufffd"


def test_findings_of_lint(tmp_path: Path) -> None:
    evil = event("Rain", "Rain", kind=f"riot{EVIL}\nforged.yaml: all is well", when={"edtf": None})
    write_labels(tmp_path / "a.yaml", "Rain fell.\n", evil)
    result = evals("lint", tmp_path)
    (line,) = result.stdout.splitlines()
    assert line.startswith("a.yaml: event 0: kind ")
    assert not COMMANDS & set(result.output)


def test_names_of_files_in_findings(tmp_path: Path) -> None:
    (tmp_path / f"b{EVIL}.yml").write_text("article: {id: b}", encoding="utf-8")
    assert evals("lint", tmp_path).stdout.startswith(f"b{SHOWN}.yml: is not read")


def test_errors(tmp_path: Path) -> None:
    result = evals("score", tmp_path, "--corpus", tmp_path / f"corpus{EVIL}")
    assert result.exit_code == 2
    assert f"corpus{SHOWN}" in result.stderr
    assert not COMMANDS & set(result.output)


def test_an_annotator_s_name(tmp_path: Path) -> None:
    by = {"email": f"a{EVIL}@paper.example"}
    tasks = [
        {"id": 1, "data": {"text": "Rain."}, "annotations": [{"completed_by": by, "result": []}]},
        {"id": 2, "data": {"text": "Snow."}, "annotations": []},
    ]
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps(tasks), encoding="utf-8")
    result = evals("import", file, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert f"without an annotation by a{SHOWN}@paper.example" in result.stderr


def test_notes_of_a_report(tmp_path: Path) -> None:
    score = tmp_path / "score.json"
    written = scored(tmp_path, {"a": [RAIN]}, {"a": [RAIN]}).score
    data = json.loads(written.to_json())
    data["corpus"]["path"] = f"/nowhere/{EVIL}"
    score.write_text(json.dumps(data), encoding="utf-8")
    result = evals("report", score, "-o", tmp_path / "report.html")
    assert f"/nowhere/{SHOWN}" in result.stderr
    assert not COMMANDS & set(result.output)


def test_ids_in_a_comparison_forge_no_line(tmp_path: Path) -> None:
    gold = {"a\nB  another run": [RAIN], "b": [MINERS]}
    before = scored(tmp_path, gold, gold, name="r1").score
    after = scored(tmp_path, gold, {"b": [MINERS]}, name="r2").score
    text = comparison_text(compare([before], [after], names=("x", "y")))
    assert "a␊B  another run" in text
