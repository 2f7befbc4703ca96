"""The command `extractor`: which subcommands there are."""

from __future__ import annotations

import click

from extractor import __version__
from extractor.cli.app import CommandGroup

COMMANDS = {
    "extract": ("extractor.cli.extract", "A few articles to events."),
    "batch": ("extractor.cli.batch", "Many articles into a run folder; goes on where it stopped."),
    "status": ("extractor.cli.status", "How far a run has come, and how to go on."),
    "export": ("extractor.cli.export", "Events of a run in another format."),
    "inspect": ("extractor.cli.inspect", "What an engine would see of an article."),
    "dates": ("extractor.cli.dates", "All date expressions of articles, resolved."),
    "prompts": ("extractor.cli.prompts", "Profiles: list, show, render, check."),
    "schema": ("extractor.cli.schema", "JSON Schemas of all records."),
    "doctor": ("extractor.cli.doctor", "What is installed and set, and whether a model answers."),
}


@click.group(
    cls=CommandGroup,
    homes=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Timeline events from news articles, each proven by the article's own words.

    Data goes to standard output, everything else to standard error.
    """
