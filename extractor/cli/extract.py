"""`extractor extract`: a few articles to events."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from extractor.batch.runner import BatchOptions, run_into
from extractor.cli.options import NonEmptyPath, check_date, chosen_engine, engine_options
from extractor.cli.outcome import counts_line, exit_code
from extractor.cli.output import open_output, report_failures
from extractor.engines.opening import open_engine
from extractor.export.formats import FORMATS, Format, export, format_of
from extractor.prompts import load_profile
from extractor.runs.reading import read_articles, read_events
from extractor.text.inputs import read_inputs


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@engine_options
@click.option("-o", "--output", type=NonEmptyPath(), help="File to write to.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: by the file's name; text on a terminal, jsonl in a pipe.",
)
@click.option(
    "--published",
    callback=check_date,
    metavar="DATE",
    help="Publication date of articles that do not tell their own (2024-12-06).",
)
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    model: str | None,
    profile: str,
    output: Path | None,
    form: Format | None,
    published: str | None,
) -> None:
    """Read articles (files, folders, - for standard input) and print their events.

    Files: .txt .md .json .jsonl
    """
    engine = open_engine(chosen_engine(model))
    loaded = load_profile(profile)
    items = read_inputs(inputs, published=published)
    with open_output(output) as out, tempfile.TemporaryDirectory() as folder:
        run = Path(folder)
        result = run_into(run, items, engine=engine, profile=loaded, options=BatchOptions())
        report_failures(read_articles(run))
        export(read_events(run), out, form=form or _default_format(output))
    if result.interrupted:
        click.echo(
            f"{counts_line(result.run.counts)}; interrupted, the output is partial", err=True
        )
    context.exit(exit_code(result))


def _default_format(output: Path | None) -> Format:
    if output is not None:
        return format_of(output)
    return "text" if sys.stdout.isatty() else "jsonl"
