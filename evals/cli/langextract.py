"""What `evals score` needs for files of langextract: the mapping option, and which file is one.

Knows no format: the adapter reads.
"""

from __future__ import annotations

from pathlib import Path

import click

from evals.adapters.langextract import FIELDS, is_langextract, read_langextract
from evals.predictions import Predictions, read_predictions
from evals.report.words import count


def _check_mapping(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> dict[str, list[str]] | None:
    """Field -> attributes, in the order given, or a usage error that names what is wrong."""
    mapping: dict[str, list[str]] = {}
    for pair in value.split(",") if value is not None else ():
        name, equals, attribute = (part.strip() for part in pair.partition("="))
        if not equals or not attribute:
            raise click.BadParameter(f"{pair!r} is not FIELD=ATTRIBUTE; write title=what,date=when")
        if name not in FIELDS:
            raise click.BadParameter(f"no field {name!r}; known: {', '.join(FIELDS)}")
        mapping.setdefault(name, []).append(attribute)
    return mapping or None


langextract_option = click.option(
    "--map",
    "attributes",
    callback=_check_mapping,
    metavar="FIELD=ATTRIBUTE,...",
    help="For a JSONL of langextract: which attributes hold the fields, such as title=what,"
    "date=when; class=event takes only extractions of that class. A field may be named twice.",
)


def read_any(run: Path, attributes: dict[str, list[str]] | None) -> Predictions:
    """Predictions of a run, an events file, or a file of langextract, with a note on the last."""
    if not is_langextract(run):
        if attributes:
            raise click.UsageError("--map goes with a JSONL of langextract")
        return read_predictions(run)
    found = read_langextract(run, attributes)
    if found.unread_dates:
        unread = count(found.unread_dates, "date")
        click.echo(f"note: {unread} in no form of EDTF, counted as none", err=True)
    if found.unplaced:
        click.echo(f"note: {count(found.unplaced, 'event')} without a place in the text", err=True)
    return found.predictions
