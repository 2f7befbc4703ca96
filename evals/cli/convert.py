"""`evals convert`: a public corpus as a corpus of this project."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.cli.options import NonEmptyPath
from extractor.text.visible import visible


@click.command()
@click.argument("name")
@click.argument("source", type=NonEmptyPath(), metavar="SRC")
@click.option(
    "-o", "--output", required=True, type=NonEmptyPath(), metavar="CORPUS", help="Folder to write."
)
@click.option("--split", help="Part of the corpus; default: its first.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first N articles.")
def command(name: str, source: Path, output: Path, split: str | None, limit: int | None) -> None:
    """Convert the public corpus NAME, which lies in the folder SRC, to labelled articles.

    The folder that is written must not hold labels yet. docs/benchmarks.md tells for each corpus
    how its labels become events.
    """
    from evals.adapters.base import ADAPTERS, load_converter, write_corpus

    if name not in ADAPTERS:
        known = ", ".join(sorted(ADAPTERS))
        raise click.UsageError(f"no corpus {name!r}; known: {known}{_measured(name)}")
    splits = ADAPTERS[name].splits
    if split is not None and split not in splits:
        known = f"it has {', '.join(splits)}" if splits else "it has none"
        raise click.UsageError(f"{name} has no split {split!r}; {known}")
    converted = load_converter(name)(source, split=split).first(limit)
    write_corpus(converted, output)
    events = sum(len(labelled.events) for labelled in converted.articles)
    stories = f", {len(converted.stories)} stories" if converted.stories else ""
    articles = len(converted.articles)
    click.echo(visible(f"{articles} articles, {events} events{stories} in {output}"), err=True)


def _measured(name: str) -> str:
    """Where a benchmark has no events to be converted."""
    from evals.benchmarks.base import BENCHMARKS

    return f"; `evals benchmark {name}` measures it without" if name in BENCHMARKS else ""
