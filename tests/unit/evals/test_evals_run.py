from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.cli.main import main
from tests.unit.evals.evals_builders import event, write_labels

TEXT = "Rebels take Velga\n\nRebels captured the town of Velga this morning.\n"
QUOTE = "Rebels captured the town of Velga this morning."
GOLD = event("Rebels capture Velga", QUOTE, when="2024-12-06", where=["Velga"], kind="territory")


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.parametrize(("given", "right"), [(True, 1), (False, 0)])
def test_the_date_is_told_only_where_it_is_given(tmp_path: Path, given: bool, right: int) -> None:
    about = {"published": "2024-12-06", "published_given": given}
    write_labels(tmp_path / "corpus" / "velga.yaml", TEXT, GOLD, **about)
    file = tmp_path / "score.json"
    result = evals("run", tmp_path / "corpus", "--run", tmp_path / "run", "-m", "rules", "-o", file)
    assert result.exit_code == 0
    assert "1 article: 1 ok; 1 events" in result.stderr
    metrics = json.loads(file.read_text(encoding="utf-8"))["metrics"]
    assert metrics["event"]["tp"] == 1
    assert metrics["event_date"]["tp"] == right


def test_an_article_without_its_text_fails_and_misses_its_gold(tmp_path: Path) -> None:
    write_labels(tmp_path / "corpus" / "velga.yaml", TEXT, GOLD)
    (tmp_path / "corpus" / "velga.txt").unlink()
    result = evals("run", tmp_path / "corpus", "--run", tmp_path / "run", "-m", "rules")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["metrics"]["event"]["fn"] == 1


def test_a_second_start_reads_nothing_again_and_scores_the_same(tmp_path: Path) -> None:
    write_labels(tmp_path / "corpus" / "velga.yaml", TEXT, GOLD)
    arguments = ("run", tmp_path / "corpus", "--run", tmp_path / "run", "-m", "rules")
    first = evals(*arguments)
    records = (tmp_path / "run" / "articles.jsonl").read_bytes()
    assert evals(*arguments).stdout == first.stdout
    assert (tmp_path / "run" / "articles.jsonl").read_bytes() == records
