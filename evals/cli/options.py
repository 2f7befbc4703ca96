"""Options that several commands share."""

from __future__ import annotations

import click

from extractor.cli.options import NonEmptyPath

texts_option = click.option(
    "--texts",
    type=NonEmptyPath(),
    help="Folder of the texts that do not stand beside their labels.",
)

score_output_option = click.option(
    "-o",
    "--output",
    type=NonEmptyPath(dir_okay=False),
    help="Write the score file here, and the summary to standard output.",
)
