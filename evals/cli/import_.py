"""`evals import`: annotated tasks of Label Studio as a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from extractor.cli.options import NonEmptyPath
from extractor.text.visible import visible


@click.command(name="import")
@click.argument("file", type=NonEmptyPath(dir_okay=False))
@click.option(
    "-o", "--output", required=True, type=NonEmptyPath(), metavar="CORPUS", help="Folder to write."
)
@click.option("--annotator", help="Whose labels: a mail address or number as the export has it.")
def command(file: Path, output: Path, annotator: str | None) -> None:
    """Read FILE, the JSON export of a Label Studio project, into a new corpus.

    Cancelled annotations are passed over. Where several people annotated, --annotator says whose
    labels: each gets a corpus of their own, which `evals agreement` compares.
    """
    from evals.adapters.base import Converted, write_corpus
    from evals.labelstudio.importing import annotators, labelled_articles, read_tasks
    from extractor.errors import CorpusError

    try:
        tasks = read_tasks(file.read_text(encoding="utf-8-sig"), where=file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{file} cannot be read: {error}") from None
    people = annotators(tasks)
    if not people:
        raise CorpusError(f"{file} holds no annotation")
    if annotator is None and len(people) > 1:
        raise click.UsageError(f"several people annotated; --annotator: {', '.join(people)}")
    chosen = annotator or people[0]
    if chosen not in people:
        raise click.UsageError(f"no annotation by {chosen!r}; there are {', '.join(people)}")
    articles = labelled_articles(tasks, chosen)
    write_corpus(Converted(articles), output)
    left = len(tasks) - len(articles)
    events = sum(len(labelled.events) for labelled in articles)
    note = f"; {left} tasks without an annotation by {chosen}" if left else ""
    told = f"{len(articles)} articles, {events} events in {output}{note}"
    click.echo(visible(told), err=True)
