from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.cli.main import main
from evals.gate import Rule, baseline_of, failures, read_baseline, write_baseline
from evals.scorefile import Score
from extractor.errors import ConfigurationError
from tests.unit.evals.test_evals_compare import scored, write


def gate(tmp_path: Path, score: Score, *options: str) -> Result:
    path = write(tmp_path / "score.json", score)
    baseline = str(tmp_path / "baseline.json")
    return CliRunner().invoke(main, ["gate", str(path), "--baseline", baseline, *options])


def test_a_score_holds_its_own_baseline(tmp_path: Path) -> None:
    assert gate(tmp_path, scored([3, 2, 3, 2, 3, 2]), "--update").exit_code == 0
    result = gate(tmp_path, scored([3, 2, 3, 2, 3, 2]))
    assert result.exit_code == 0
    assert result.output == (
        "passed: event F1 0.909 (floor 0.909), event_date F1 0.909 (floor 0.909)\n"
    )


def test_one_event_less_is_below_the_floor(tmp_path: Path) -> None:
    gate(tmp_path, scored([3, 2, 3, 2, 3, 2]), "--update")
    result = gate(tmp_path, scored([3, 2, 3, 2, 3, 1]))
    assert result.exit_code == 10
    assert "failed: event F1 0.875 is below its floor 0.909" in result.output


def test_a_floor_is_lowered_on_purpose_only(tmp_path: Path) -> None:
    gate(tmp_path, scored([3] * 6), "--update")
    refused = gate(tmp_path, scored([2] * 6), "--update")
    assert refused.exit_code == 10
    assert "event: 1.000 would become 0.800" in refused.output
    assert read_baseline(tmp_path / "baseline.json").floors["event"] == 1.0
    assert gate(tmp_path, scored([2] * 6), "--update", "--allow-lower").exit_code == 0
    assert read_baseline(tmp_path / "baseline.json").floors["event"] == 0.8


def test_a_higher_score_raises_the_floor(tmp_path: Path) -> None:
    gate(tmp_path, scored([2] * 6), "--update")
    assert gate(tmp_path, scored([3] * 6), "--update").exit_code == 0
    assert read_baseline(tmp_path / "baseline.json").floors["event_date"] == 1.0


def test_a_changed_corpus_or_scorer_never_passes() -> None:
    baseline = baseline_of(scored([2] * 6))
    assert (
        "the corpus has changed (6 articles, 18 events; now 5 and 15)"
        in failures(scored([3] * 5), baseline)[0]
    )
    better = scored([3] * 6)
    newer = better.model_copy(update={"scorer": better.scorer.model_copy(update={"version": 99})})
    assert "the scorer has changed" in failures(newer, baseline)[0]


def test_a_loss_that_is_more_than_chance_fails_above_a_low_floor() -> None:
    baseline = baseline_of(scored([3] * 8)).model_copy(update={"floors": {"event": 0.5}})
    assert failures(scored([2] * 8), baseline) == [
        "event F1 lost 0.200 against the baseline (p = 0.008)",
        "event_date F1 lost 0.200 against the baseline (p = 0.008)",
    ]


def test_a_loss_within_chance_passes_above_the_floor() -> None:
    baseline = baseline_of(scored([3] * 8)).model_copy(update={"floors": {"event": 0.5}})
    assert failures(scored([2] + [3] * 7), baseline) == []


def test_a_sure_loss_smaller_than_the_rule_asks_for_passes() -> None:
    baseline = baseline_of(scored([3] * 8), rule=Rule(drop=0.25))
    baseline = baseline.model_copy(update={"floors": {"event": 0.5}})
    assert failures(scored([2] * 8), baseline) == []


def test_a_score_without_a_corpus_is_no_baseline() -> None:
    bare = scored([3] * 2).model_copy(update={"corpus": None})
    with pytest.raises(ConfigurationError, match="without a corpus"):
        baseline_of(bare)


def test_the_file_is_one_json_document_and_reads_back(tmp_path: Path) -> None:
    baseline = baseline_of(scored([3, 1, 2]))
    path = tmp_path / "baseline.json"
    write_baseline(path, baseline)
    assert read_baseline(path) == baseline
    assert json.loads(path.read_text(encoding="utf-8"))["counts"]["event"]["a1"] == [1, 0, 2]
    assert [p.name for p in tmp_path.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "make a baseline with"), ("[]", "is no baseline"), ('{"floors": 3}', "is no baseline")],
)
def test_a_missing_or_broken_baseline_is_said(
    tmp_path: Path, content: str | None, message: str
) -> None:
    if content is not None:
        (tmp_path / "baseline.json").write_text(content, encoding="utf-8")
    result = gate(tmp_path, scored([3] * 2))
    assert result.exit_code == 2
    assert message in result.output


def test_allow_lower_alone_is_a_usage_error(tmp_path: Path) -> None:
    assert gate(tmp_path, scored([3] * 2), "--allow-lower").exit_code == 2
