"""`evals benchmark`: a public benchmark with the metric that it is published with."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from evals.cli.result import write_result
from extractor.cli.model_options import model_options
from extractor.cli.options import NonEmptyPath, chosen_engine, engine_options
from extractor.cli.outcome import (
    counts_line,
    exit_code,
    report_batch,
    report_stop,
    resuming_command,
)
from extractor.cli.progress import Progress
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions

if TYPE_CHECKING:
    from evals.benchmarks.base import Measure, Task
    from evals.predictions import Predictions
    from extractor.batch.runner import BatchResult
    from extractor.engines.base import Engine


@click.command()
@click.argument("name")
@click.argument("source", type=NonEmptyPath(), metavar="SRC")
@click.option("--split", help="Part of the data; default: its first.")
@click.option("--limit", type=click.IntRange(min=1), help="Only the first N articles.")
@click.option("--run", "folder", type=NonEmptyPath(), metavar="DIR", help="Keep the run here.")
@engine_options
@model_options
@click.option("-j", "--concurrency", type=click.IntRange(min=1), default=8, show_default=True)
@click.option(
    "-o", "--output", type=NonEmptyPath(dir_okay=False), help="Write the measures (JSON) here."
)
@click.pass_context
def command(
    context: click.Context,
    name: str,
    source: Path,
    split: str | None,
    limit: int | None,
    folder: Path | None,
    model: str | None,
    profile: str,
    settings: EngineOptions,
    concurrency: int,
    output: Path | None,
) -> None:
    """Measure an engine on the benchmark NAME, whose data lies in the folder SRC.

    Benchmarks: muc4, meantime, timeset, and timeml, which measures the reading of dates and uses
    no engine. With --run the run is kept, and a second start reads nothing again. Shown as a
    table on a terminal, as JSON in a pipe.
    """
    from evals.benchmarks.base import BENCHMARKS, open_benchmark
    from evals.predictions import Predictions

    if name not in BENCHMARKS:
        raise click.UsageError(f"no benchmark {name!r}; known: {', '.join(sorted(BENCHMARKS))}")
    benchmark = BENCHMARKS[name]
    if split is not None and split not in benchmark.splits:
        raise click.UsageError(f"{name} has no split {split!r}: {', '.join(benchmark.splits)}")
    if not benchmark.uses_engine and (model or folder):
        raise click.UsageError(f"{name} uses no engine: leave out -m and --run")
    task = open_benchmark(name, source, split=split, limit=limit)
    about: dict[str, Any] = {"benchmark": name, "split": split or benchmark.splits[0]}
    if not benchmark.uses_engine:
        _report(about, task.measure(Predictions.of(())), output)
        return
    engine = open_engine(chosen_engine(model), settings)
    with tempfile.TemporaryDirectory() as temporary:
        run = _Run(folder or Path(temporary) / "run", kept=folder is not None)
        result, predictions = run.read(task, engine, profile, concurrency)
    if not result.interrupted and result.stopped is None:
        about |= {"engine": engine.name, "profile": result.run.profile}
        _report(about | {"articles": len(task.articles)}, task.measure(predictions), output)
    context.exit(exit_code(result))


class _Run(NamedTuple):
    """The run folder; what is not kept cannot be gone on with."""

    folder: Path
    kept: bool

    def read(
        self, task: Task, engine: Engine, profile: str, concurrency: int
    ) -> tuple[BatchResult, Predictions]:
        """The run over the benchmark's articles, and what it found; tells how it ended."""
        from evals.predictions import read_predictions
        from extractor.batch.runner import BatchOptions, run_into
        from extractor.prompts import load_profile

        command_line = resuming_command("evals", engine=engine.name)
        with Progress() as progress:
            result = run_into(
                self.folder,
                (a.article.as_input(a.text) for a in task.articles if a.text is not None),
                engine=engine,
                profile=load_profile(profile),
                options=BatchOptions(concurrency=concurrency),
                command=command_line,
                on_progress=progress.add,
            )
        if self.kept:
            report_batch(result, self.folder, command_line)
        else:
            report_stop(result)
            click.echo(counts_line(result.run.counts), err=True)
        return result, read_predictions(self.folder)


def _report(about: dict[str, Any], measures: Sequence[Measure], output: Path | None) -> None:
    """The measures where they are asked for, a table for people."""
    result = {"schema_version": 1, **about, "measures": [m.as_dict() for m in measures]}
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    write_result(text, output, summarise=lambda: _print_table(measures))


def _print_table(measures: Sequence[Measure]) -> None:
    from rich.console import Console
    from rich.table import Table

    from evals.report.words import number

    table = Table(box=None, pad_edge=False)
    for column in ("", "precision", "recall", "F1", "95 %", "counts"):
        table.add_column(column, justify="left" if column in ("", "counts") else "right")
    for row in measures:
        sure = f"{number(row.ci95[0])} to {number(row.ci95[1])}" if row.ci95 else ""
        counts = ", ".join(f"{count} {word}" for word, count in row.counts.items())
        table.add_row(row.name, *map(number, (row.precision, row.recall, row.f1)), sure, counts)
    width = None if sys.stdout.isatty() else 120
    Console(highlight=False, width=width).print(table)
