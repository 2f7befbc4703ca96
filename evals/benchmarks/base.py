"""What a benchmark gives: articles to read, and its own measures of what was found in them.

Knows no benchmark's metric; reads and prints nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from evals.corpus import LabelledArticle
from evals.metrics.ratios import ratio
from evals.predictions import Predictions
from evals.statistics.intervals import f1_interval


class Tally(NamedTuple):
    """Credit of one article, and what the prediction and gold could have earned.

    Counts of a metric with half credits are doubled, so that they are whole.
    """

    earned: int
    actual: int
    possible: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of a benchmark's table; `counts` is what it was computed from."""

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    ci95: tuple[float, float] | None
    counts: Mapping[str, int]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def measure(name: str, tallies: Sequence[Tally], counts: Mapping[str, int]) -> Measure:
    """Micro precision, recall and F1 over articles, with an interval that resamples articles."""
    earned = sum(tally.earned for tally in tallies)
    actual = sum(tally.actual for tally in tallies)
    possible = sum(tally.possible for tally in tallies)
    table = np.array([(t.earned, t.actual - t.earned, t.possible - t.earned) for t in tallies])
    return Measure(
        name,
        ratio(earned, actual),
        ratio(earned, possible),
        ratio(2 * earned, actual + possible),
        f1_interval(table),
        counts,
    )


@dataclass(frozen=True, slots=True)
class Task:
    """A benchmark on its data: the articles that an engine reads, and how the run is measured."""

    articles: tuple[LabelledArticle, ...]
    measure: Callable[[Predictions], list[Measure]]


class Opener(Protocol):
    """The function `open_task` of a benchmark's module."""

    def __call__(self, source: Path, *, split: str | None, limit: int | None) -> Task:
        """Raises CorpusError where the source is not what the benchmark needs."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Where a benchmark is, and whether an engine reads its articles."""

    module: str
    splits: tuple[str, ...] = ()
    uses_engine: bool = True


BENCHMARKS: Mapping[str, Benchmark] = {
    "muc4": Benchmark("evals.benchmarks.muc4", ("dev", "tst1", "tst2", "tst3", "tst4")),
    "meantime": Benchmark("evals.benchmarks.meantime", ("all", "airbus", "apple")),
    "timeset": Benchmark("evals.benchmarks.timeset", ("dev", "test")),
    "timeml": Benchmark("evals.benchmarks.timeml", ("all", "even", "odd"), uses_engine=False),
}
"""The benchmarks by the name that the command line uses."""


def open_benchmark(name: str, source: Path, *, split: str | None, limit: int | None) -> Task:
    """A benchmark on its data; its module is imported when it is needed."""
    opener: Opener = import_module(BENCHMARKS[name].module).open_task
    return opener(source, split=split, limit=limit)
