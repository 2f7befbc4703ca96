"""`evals agreement`: how far two label sets of the same articles agree."""

from __future__ import annotations

from pathlib import Path

import click

from evals.agreement import agreement
from evals.cli.options import score_output_option, texts_option
from evals.cli.score import report_score
from evals.corpus import load_corpus
from extractor.cli.options import NonEmptyPath


@click.command()
@click.argument("first", type=NonEmptyPath(), metavar="CORPUS_A")
@click.argument("second", type=NonEmptyPath(), metavar="CORPUS_B")
@texts_option
@score_output_option
def command(first: Path, second: Path, texts: Path | None, output: Path | None) -> None:
    """Score the labels of CORPUS_B against those of CORPUS_A, over the articles of both.

    All gold counts as required. Shown as a summary on a terminal, as a score file in a pipe.
    """
    score = agreement(load_corpus(first, texts=texts), load_corpus(second, texts=texts))
    report_score(score, output)
