"""`extractor extract`: a few articles to events."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from extractor.batch.runner import BatchOptions, run_into
from extractor.cli.model_options import model_options
from extractor.cli.options import (
    NonEmptyPath,
    check_date,
    chosen_engine,
    engine_options,
    map_option,
)
from extractor.cli.outcome import counts_line, exit_code, report_stop
from extractor.cli.output import open_output, report_failures
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.export.formats import FORMATS, Format, export, format_of
from extractor.prompts import load_profile
from extractor.runs.reading import read_articles, read_events
from extractor.text.inputs import read_inputs


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@engine_options
@model_options
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
@map_option
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    model: str | None,
    profile: str,
    settings: EngineOptions,
    output: Path | None,
    form: Format | None,
    published: str | None,
    columns: dict[str, str],
) -> None:
    """Read articles (files, folders, - for standard input) and print their events.

    Files: .txt .md .html .htm .json .jsonl .csv .tsv .parquet
    """
    form = form or _default_format(output)
    engine = open_engine(chosen_engine(model), settings)
    loaded = load_profile(profile)
    engine.check(loaded)  # before the output file is emptied
    items = read_inputs(inputs, published=published, columns=columns)
    with open_output(output) as out, tempfile.TemporaryDirectory() as folder:
        run = Path(folder)
        result = run_into(run, items, engine=engine, profile=loaded, options=BatchOptions())
        report_failures(read_articles(run))
        export(read_events(run), out, form=form)
    report_stop(result)
    if result.interrupted or result.stopped is not None:
        ended = "interrupted" if result.interrupted else "stopped"
        click.echo(f"{counts_line(result.run.counts)}; {ended}, the output is partial", err=True)
    context.exit(exit_code(result))


def _default_format(output: Path | None) -> Format:
    if output is not None:
        return format_of(output)
    return "text" if sys.stdout.isatty() else "jsonl"
