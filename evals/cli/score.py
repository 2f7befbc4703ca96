"""`evals score`: a run against a corpus, without a model call."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from evals.scorefile import Score


@click.command()
@click.argument("run", type=click.Path(path_type=Path))
@click.option("--corpus", type=click.Path(path_type=Path), help="Folder of labelled articles.")
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="Folder of the texts that do not stand beside their labels.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the score file here, and the summary to standard output.",
)
def score(run: Path, corpus: Path | None, texts: Path | None, output: Path | None) -> None:
    """Score RUN, a run folder or an events.jsonl, against a corpus.

    Without --corpus only grounding is told: whether events stand on their articles' words. The
    summary is shown on a terminal, the score file (JSON) is written into a pipe.
    """
    if texts and not corpus:
        raise click.UsageError("--texts goes with --corpus")
    result = _score(run, corpus, texts)
    _note_outside(result)
    if output:
        _write(output, result.to_json())
    if output or sys.stdout.isatty():
        _print_summary(result)
    else:
        click.echo(result.to_json(), nl=False)


def _score(run: Path, corpus: Path | None, texts: Path | None) -> Score:
    from evals.corpus import load_corpus
    from evals.predictions import read_predictions
    from evals.score import score, score_without_corpus

    labelled = load_corpus(corpus, texts=texts) if corpus else None
    predictions = read_predictions(run)
    return score(labelled, predictions) if labelled else score_without_corpus(predictions)


def _note_outside(result: Score) -> None:
    from evals.report.words import outside

    if note := outside(result):
        click.echo(f"note: {note}", err=True)


def _write(path: Path, content: str) -> None:
    from extractor.errors import ConfigurationError

    try:
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}") from None


def _print_summary(result: Score) -> None:
    from rich.console import Console

    from evals.report.terminal import summary

    Console(highlight=False).print(summary(result))
