"""`evals report`: score files for people."""

from __future__ import annotations

import json
from pathlib import Path

import click

from evals.report.markdown import report
from evals.scorefile import read_score
from extractor.cli.options import NonEmptyPath
from extractor.cli.output import open_output

FORMS = (".md", ".json")


@click.command()
@click.argument("scores", nargs=-1, required=True, type=NonEmptyPath())
@click.option(
    "-o",
    "--output",
    type=NonEmptyPath(dir_okay=False),
    help="Write to this file; its ending says the form: .md or .json.",
)
def command(scores: tuple[Path, ...], output: Path | None) -> None:
    """Report on one or more SCORE files, in Markdown unless the output's ending says otherwise."""
    form = output.suffix.lower() if output else ".md"
    if form not in FORMS:
        raise click.UsageError(
            f"{output}: no report of this form; endings that work: {' '.join(FORMS)}"
        )
    with open_output(output) as out:
        out.write(_render(scores, form))


def _render(paths: tuple[Path, ...], form: str) -> str:
    scores = [(str(path), read_score(path)) for path in paths]
    if form == ".md":
        return report(scores)
    listed = [{"score": name, **score.model_dump(mode="json")} for name, score in scores]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
