"""`evals score`: a run against a corpus, without a model call."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from evals.cli.collector import paused_collector
from evals.cli.langextract import langextract_option, read_any
from evals.cli.options import score_output_option, texts_option
from evals.cli.result import write_result
from evals.corpus import load_corpus
from evals.report.terminal import summary
from evals.report.words import outside
from evals.score import score, score_without_corpus
from evals.scorefile import Score
from extractor.cli.options import NonEmptyPath

_WIDTH_OF_A_FILE = 120


@click.command()
@click.argument("run", type=NonEmptyPath())
@click.option("--corpus", type=NonEmptyPath(), help="Folder of labelled articles.")
@texts_option
@langextract_option
@score_output_option
def command(
    run: Path,
    corpus: Path | None,
    texts: Path | None,
    attributes: dict[str, list[str]] | None,
    output: Path | None,
) -> None:
    """Score RUN, a run folder, an events.jsonl or a JSONL of langextract, against a corpus.

    Without --corpus only grounding is told: whether events stand on their articles' words. The
    summary is shown on a terminal, the score file (JSON) is written into a pipe.
    """
    if texts and not corpus:
        raise click.UsageError("--texts goes with --corpus")
    with paused_collector():
        labelled = load_corpus(corpus, texts=texts) if corpus else None
        predictions = read_any(run, attributes)
        result = score(labelled, predictions) if labelled else score_without_corpus(predictions)
        report_score(result, output)


def report_score(result: Score, output: Path | None) -> None:
    """The score file where it is asked for, the summary for people, a note on standard error."""
    if note := outside(result):
        click.echo(f"note: {note}", err=True)
    write_result(result.to_json(), output, summarise=lambda: _print(result))


def _print(result: Score) -> None:
    width = None if sys.stdout.isatty() else _WIDTH_OF_A_FILE
    Console(highlight=False, width=width).print(summary(result))
