"""`extractor batch`: many articles into a run folder."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.batch.runner import BatchOptions, run_into
from extractor.cli.model_options import model_options
from extractor.cli.options import NonEmptyPath, chosen_engine, engine_options, map_option
from extractor.cli.outcome import exit_code, report_batch, resuming_command
from extractor.cli.progress import Progress
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.prompts import load_profile
from extractor.text.inputs import read_inputs


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--run", "folder", required=True, type=NonEmptyPath(), metavar="DIR")
@engine_options
@model_options
@click.option(
    "-j",
    "--concurrency",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="Articles in flight at a time.",
)
@map_option
@click.option("--limit", type=click.IntRange(min=1), help="Read only the first N articles.")
@click.option("--retry-failed", is_flag=True, help="Read again what failed in an earlier start.")
@click.option("--fresh", is_flag=True, help="Remove the run that the folder holds and begin anew.")
@click.option("--no-text", is_flag=True, help="Keep no article texts in the run's records.")
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    folder: Path,
    model: str | None,
    profile: str,
    settings: EngineOptions,
    concurrency: int,
    columns: dict[str, str],
    limit: int | None,
    retry_failed: bool,
    fresh: bool,
    no_text: bool,
) -> None:
    """Read many articles into a run folder; started again, it goes on where it stopped.

    Writes events.jsonl, articles.jsonl and run.json into the folder.
    """
    engine = open_engine(chosen_engine(model), settings)
    loaded = load_profile(profile)
    items = read_inputs(inputs, columns=columns)
    options = BatchOptions(
        concurrency=concurrency, limit=limit, retry_failed=retry_failed, keep_text=not no_text
    )
    command_line = resuming_command("extractor", engine=engine.name)
    with Progress() as progress:
        result = run_into(
            folder,
            items,
            engine=engine,
            profile=loaded,
            options=options,
            fresh=fresh,
            command=command_line,
            on_progress=progress.add,
        )
    report_batch(result, folder, command_line)
    context.exit(exit_code(result))
