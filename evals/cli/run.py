"""`evals run`: read a corpus with an engine, then score what it found."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.options import score_output_option, texts_option
from evals.cli.score import report_score
from evals.corpus import load_corpus
from evals.inputs import corpus_inputs
from evals.predictions import read_predictions
from evals.score import score
from extractor.batch.runner import BatchOptions, run_into
from extractor.cli.model_options import model_options
from extractor.cli.options import NonEmptyPath, chosen_engine, engine_options
from extractor.cli.outcome import exit_code, report_batch, resuming_command
from extractor.cli.progress import Progress
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.prompts import load_profile


@click.command()
@click.argument("corpus", type=NonEmptyPath())
@click.option("--run", "folder", required=True, type=NonEmptyPath(), metavar="DIR")
@engine_options
@model_options
@click.option("-j", "--concurrency", type=click.IntRange(min=1), default=8, show_default=True)
@click.option("--fresh", is_flag=True, help="Remove the run that the folder holds and begin anew.")
@texts_option
@score_output_option
@click.pass_context
def command(
    context: click.Context,
    corpus: Path,
    folder: Path,
    model: str | None,
    profile: str,
    settings: EngineOptions,
    concurrency: int,
    fresh: bool,
    texts: Path | None,
    output: Path | None,
) -> None:
    """Read the articles of CORPUS into a run folder, then score the run.

    An engine is told an article's publication date only where the label file says that it is
    given. Where NAME.html stands beside the labels it gets the page, else NAME.txt. Started again,
    it goes on where it stopped.
    """
    engine = open_engine(chosen_engine(model), settings)
    loaded = load_profile(profile)
    labelled = load_corpus(corpus, texts=texts)
    command_line = resuming_command("evals", engine=engine.name)
    with Progress() as progress:
        result = run_into(
            folder,
            corpus_inputs(labelled),
            engine=engine,
            profile=loaded,
            options=BatchOptions(concurrency=concurrency),
            fresh=fresh,
            command=command_line,
            on_progress=progress.add,
        )
    report_batch(result, folder, command_line)
    if not result.interrupted and result.stopped is None:
        report_score(score(labelled, read_predictions(folder)), output)
    context.exit(exit_code(result))
