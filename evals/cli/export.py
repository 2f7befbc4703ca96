"""`evals export`: a corpus as tasks of Label Studio."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evals.cli.options import texts_option
from extractor.cli.options import NonEmptyPath

if TYPE_CHECKING:
    from evals.labelstudio.exporting import As


@click.command()
@click.argument("corpus", type=NonEmptyPath())
@click.option(
    "-o",
    "--output",
    type=NonEmptyPath(dir_okay=False),
    help="File to write; default: standard output.",
)
@click.option(
    "--as",
    "labels_as",
    type=click.Choice(["annotations", "predictions"]),
    default="annotations",
    show_default=True,
    help="Labels as they stand, or as suggestions to start from.",
)
@click.option(
    "--config",
    type=NonEmptyPath(dir_okay=False),
    help="Write the labelling configuration (XML) here, too.",
)
@texts_option
def command(
    corpus: Path, output: Path | None, labels_as: As, config: Path | None, texts: Path | None
) -> None:
    """Write the articles of CORPUS and their labels as JSON tasks for Label Studio.

    `evals import` reads them back. docs/label-studio.md tells what stands where.
    """
    from evals.corpus import load_corpus
    from evals.labelstudio.config import labelling_config
    from evals.labelstudio.exporting import tasks
    from extractor.cli.output import open_output
    from extractor.prompts import load_profile, profile_names

    articles = load_corpus(corpus, texts=texts).articles
    made = list(tasks(articles, labels_as=labels_as))
    with open_output(output) as out:
        out.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")
    if config:
        used = dict.fromkeys(labelled.article.profile for labelled in articles)
        known = [load_profile(name) for name in used if name in profile_names()]
        kinds = [kind for profile in known for kind in profile.kinds]
        kinds += sorted({e.kind for labelled in articles for e in labelled.events if e.kind})
        with open_output(config) as out:
            out.write(labelling_config(dict.fromkeys(kinds)))
    click.echo(f"{len(made)} tasks", err=True)
