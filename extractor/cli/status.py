"""`extractor status`: how far a run has come."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from extractor.cli.options import NonEmptyPath
from extractor.cli.outcome import without_limit
from extractor.runs.reading import Progress, read_progress
from extractor.text.visible import visible


@click.command()
@click.argument("folder", metavar="RUN", type=NonEmptyPath())
def command(folder: Path) -> None:
    """Print counts, failures and cost of a run, and the command that goes on with it."""
    progress = read_progress(folder)
    total = sum(progress.statuses.values())
    click.echo(visible(f"engine    {progress.engine}"))
    click.echo(visible(f"profile   {progress.profile}"))
    click.echo(f"articles  {total}")
    for status, number in sorted(progress.statuses.items()):
        click.echo(visible(f"  {status:<10}{number}"))
    for kind, number in sorted(progress.failures.items()):
        click.echo(visible(f"  failed by {kind}: {number}"))
    click.echo(f"events    {progress.events}")
    cost = "not known" if progress.cost_usd is None else f"{progress.cost_usd:.4f} USD"
    click.echo(f"cost      {cost}")
    if progress.complete:
        click.echo("complete")
    else:
        click.echo(visible(f"not complete; go on with: {shlex.join(_next(progress))}"))
    if progress.failures:
        again = shlex.join([*progress.command, "--retry-failed"])
        click.echo(visible(f"read failures again with: {again}"))


def _next(progress: Progress) -> list[str]:
    """The command that goes on; without its limit, where that was reached."""
    return without_limit(progress.command) if progress.limit_reached else progress.command
