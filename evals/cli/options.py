"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

texts_option = click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="Folder of the texts that do not stand beside their labels.",
)

score_output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the score file here, and the summary to standard output.",
)
