"""`extractor export`: events of a run in another format."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.cli.options import NonEmptyPath
from extractor.cli.output import open_output
from extractor.export.formats import FORMATS, Format, export
from extractor.runs.reading import read_events


@click.command()
@click.argument("source", metavar="RUN|EVENTS.JSONL", type=NonEmptyPath())
@click.option("-f", "--format", "form", required=True, type=click.Choice(FORMATS))
@click.option("-o", "--output", type=NonEmptyPath(), help="File to write to.")
def command(source: Path, form: Format, output: Path | None) -> None:
    """Write events as they are, in another format."""
    events = list(read_events(source))
    with open_output(output) as out:
        export(events, out, form=form)
