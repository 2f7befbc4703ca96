"""Entry point of `evals`. Each command imports what it needs when it runs, so help is quick."""

from __future__ import annotations

import click

from evals.cli.lint import lint
from evals.cli.program import Program
from evals.cli.report import report
from evals.cli.score import score
from extractor import __version__


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="evals")
def main() -> None:
    """Measure how well events are extracted, against labelled articles."""


main.add_command(score)
main.add_command(lint)
main.add_command(report)
