"""The command `evals`: which subcommands there are."""

from __future__ import annotations

import click

from extractor import __version__
from extractor.cli.app import CommandGroup

COMMANDS = {
    "run": ("evals.cli.run", "Read a corpus with an engine, then score what it found."),
    "score": ("evals.cli.score", "Score a run or an events file; no engine is called."),
    "report": ("evals.cli.report", "Score files for people."),
    "compare": ("evals.cli.compare", "A second run against a first, on the same articles."),
    "gate": ("evals.cli.gate", "Whether a score holds the floors of a baseline file."),
    "agreement": ("evals.cli.agreement", "How far two label sets of the same articles agree."),
    "benchmark": ("evals.cli.benchmark", "A public benchmark with its own metric."),
    "convert": ("evals.cli.convert", "A public corpus as a corpus of this project."),
    "export": ("evals.cli.export", "A corpus as tasks of Label Studio."),
    "import": ("evals.cli.import_", "Annotated tasks of Label Studio as a corpus."),
    "lint": ("evals.cli.lint", "What is wrong with the labels of a corpus."),
}


@click.group(
    cls=CommandGroup,
    homes=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="evals")
def main() -> None:
    """Measure how well events are extracted, against labelled articles.

    Data goes to standard output, everything else to standard error.
    """
