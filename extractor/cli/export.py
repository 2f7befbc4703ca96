"""`extractor export`: events in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from extractor.cli.options import NonEmptyPath
from extractor.cli.output import open_output
from extractor.export.formats import FORMATS, Format, export
from extractor.export.given import read_given
from extractor.runs.answers import recorded_lines

ANSWERS = "answers"


@click.command()
@click.argument(
    "sources", metavar="RUN|EVENTS.JSONL...", nargs=-1, required=True, type=NonEmptyPath()
)
@click.option("-f", "--format", "form", required=True, type=click.Choice([*FORMATS, ANSWERS]))
@click.option("-o", "--output", type=NonEmptyPath(), help="File to write to.")
def command(
    sources: tuple[Path, ...], form: Format | Literal["answers"], output: Path | None
) -> None:
    """Write events as they are, in another format.

    An event needs an article_id, a title, a date in when.edtf and a quote or a span as evidence;
    the rest may be absent. `answers` writes what the engine of a run answered, for replay:FILE.
    """
    if form == "answers":
        recordings = [recorded_lines(source) for source in sources]
        with open_output(output) as out:
            out.writelines(f"{line}\n" for recording in recordings for line in recording)
        return
    events = [event for source in sources for event in read_given(source)]
    with open_output(output) as out:
        export(events, out, form=form)
