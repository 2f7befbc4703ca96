"""`evals compare`: a second run against a first, on the same articles."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.result import write_result
from evals.compare import compare, read_scores
from evals.report.comparison import comparison_text
from extractor.cli.options import NonEmptyPath


@click.command()
@click.argument("first", type=NonEmptyPath(), metavar="A")
@click.argument("second", type=NonEmptyPath(), metavar="B")
@click.option(
    "-o", "--output", type=NonEmptyPath(dir_okay=False), help="Write the comparison (JSON) here."
)
def command(first: Path, second: Path, output: Path | None) -> None:
    """Compare score file B with score file A: difference, interval, p, and what changed.

    A and B may be folders of score files: repeats of one run, averaged within each article. Shown
    as text on a terminal, as JSON in a pipe.
    """
    result = compare(read_scores(first), read_scores(second), names=(str(first), str(second)))
    text = comparison_text(result)
    write_result(result.to_json(), output, summarise=lambda: click.echo(text, nl=False))
