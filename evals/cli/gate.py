"""`evals gate`: whether a score holds what a baseline file asks for."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.lint import CHECK_FAILED
from evals.gate import Baseline, baseline_of, failures, lowered, read_baseline, write_baseline
from evals.report.words import number
from evals.scorefile import Score, read_score
from extractor.cli.options import NonEmptyPath
from extractor.text.visible import visible


@click.command()
@click.argument("score", type=NonEmptyPath(dir_okay=False))
@click.option("--baseline", "file", required=True, type=NonEmptyPath(dir_okay=False))
@click.option("--update", is_flag=True, help="Make the score the new baseline.")
@click.option("--allow-lower", is_flag=True, help="With --update: also where a floor gets lower.")
@click.pass_context
def command(
    context: click.Context, score: Path, file: Path, update: bool, allow_lower: bool
) -> None:
    """Compare SCORE with the floors of a baseline file. Exit code 10 where it does not pass.

    It fails below a floor, after a loss that is more than chance (paired over articles), and where
    the corpus or the scorer is not that of the baseline.
    """
    if allow_lower and not update:
        raise click.UsageError("--allow-lower goes with --update")
    read = read_score(score)
    problems = _update(read, file, allow_lower) if update else failures(read, read_baseline(file))
    for problem in problems:
        click.echo(visible(f"failed: {problem}"))
    if problems:
        context.exit(CHECK_FAILED)
    click.echo(visible(_passed(read_baseline(file), read)))


def _update(score: Score, file: Path, allow_lower: bool) -> list[str]:
    old = read_baseline(file) if file.exists() else None
    new = baseline_of(score, rule=old.rule if old else None)
    if old and not allow_lower and (lower := lowered(old, new)):
        return [f"{floor} (--allow-lower does it)" for floor in lower]
    write_baseline(file, new)
    return []


def _passed(baseline: Baseline, score: Score) -> str:
    parts = [
        f"{measure} F1 {number(getattr(score.metrics, measure).f1)} (floor {number(floor)})"
        for measure, floor in baseline.floors.items()
    ]
    return f"passed: {', '.join(parts)}"
