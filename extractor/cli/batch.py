"""`extractor batch`: many articles into a run folder."""

from __future__ import annotations

import asyncio
import shlex
import sys
from pathlib import Path

import click

from extractor.batch.runner import BatchOptions, BatchResult, run_batch, run_identity
from extractor.cli.app import INTERRUPTED
from extractor.cli.options import FAILED_ARTICLES, chosen_engine, engine_options
from extractor.cli.progress import Progress
from extractor.engines.opening import open_engine
from extractor.prompts import load_profile
from extractor.runs.store import RunStore
from extractor.schema import Counts
from extractor.text.inputs import read_inputs


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--run", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR")
@engine_options
@click.option(
    "-j",
    "--concurrency",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="Articles in flight at a time.",
)
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
    concurrency: int,
    limit: int | None,
    retry_failed: bool,
    fresh: bool,
    no_text: bool,
) -> None:
    """Read many articles into a run folder; started again, it goes on where it stopped.

    Writes events.jsonl, articles.jsonl and run.json into the folder.
    """
    engine = open_engine(chosen_engine(model))
    loaded = load_profile(profile)
    items = read_inputs(inputs)
    options = BatchOptions(
        concurrency=concurrency, limit=limit, retry_failed=retry_failed, keep_text=not no_text
    )
    arguments = ["extractor", *_without_fresh(sys.argv[1:])]
    with RunStore(folder, run_identity(engine, loaded), fresh=fresh) as store, Progress() as bar:
        store.put("command", arguments)
        result = asyncio.run(
            run_batch(
                store, items, engine=engine, profile=loaded, options=options, on_progress=bar.add
            )
        )
    _report(result, folder, arguments)
    if result.interrupted:
        context.exit(INTERRUPTED)
    if result.run.counts.failed:
        context.exit(FAILED_ARTICLES)


def _without_fresh(arguments: list[str]) -> list[str]:
    """The command that goes on with the run, where this one began it anew."""
    return [argument for argument in arguments if argument != "--fresh"]


def _report(result: BatchResult, folder: Path, arguments: list[str]) -> None:
    click.echo(f"{counts_line(result.run.counts)} in {folder}", err=True)
    if result.interrupted:
        click.echo(f"interrupted; go on with: {shlex.join(arguments)}", err=True)


def counts_line(counts: Counts) -> str:
    """`5 articles: 4 ok, 1 failed; 31 events`."""
    parts = [
        f"{number} {status}"
        for status in ("ok", "partial", "failed", "duplicate")
        if (number := getattr(counts, status))
    ]
    articles = f"{counts.total} article{'' if counts.total == 1 else 's'}"
    return f"{articles}: {', '.join(parts) or 'none read'}; {counts.events} events"
