"""Two runs on the same corpus: how much better is the second, and could that be chance?

Reads score files only; refuses those that do not belong together.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from evals.scorefile import CorpusInfo, RunInfo, Score, ScorerInfo, read_score
from evals.statistics.paired import PairedTest, paired_test
from evals.tables import MEASURES, Measure, article_ids, counts_table
from extractor.errors import ConfigurationError
from extractor.schema.base import Record

LEVEL = 0.05
"""A difference with a smaller p is called one."""

Counted = tuple[float, float, float]


class Difference(Record):
    """One measure of both runs; see `evals.statistics.paired.PairedTest`."""

    first: float | None
    second: float | None
    difference: float | None
    ci95: tuple[float, float] | None
    p: float | None
    detectable: float | None

    @classmethod
    def of(cls, test: PairedTest) -> Difference:
        """The same as a record."""
        return cls(**test._asdict())


class SliceDifference(Record):
    """Articles that carry one tag.

    Exploratory: many slices are looked at, and one of twenty differs at .05 by chance alone.
    """

    n: int
    event_date: Difference


class Mover(Record):
    """An article whose count of wrong events (fp + fn, dates included) changed.

    `change` below 0: better. Counts are averages where there are repeats.
    """

    id: str
    tags: tuple[str, ...]
    first: Counted
    second: Counted
    change: float


class Comparison(Record):
    """The second run against the first, on the same articles."""

    schema_version: Literal[1] = 1
    corpus: CorpusInfo
    scorer: ScorerInfo
    first: tuple[RunInfo, ...]
    second: tuple[RunInfo, ...]
    measures: dict[Measure, Difference]
    slices: dict[str, SliceDifference] = Field(default_factory=dict)
    movers: tuple[Mover, ...] = ()

    def to_json(self) -> str:
        """The comparison as a file's content."""
        return self.model_dump_json(indent=2) + "\n"


def read_scores(path: Path) -> tuple[Score, ...]:
    """A score file, or a folder of score files: repeats of one run.

    Raises ConfigurationError where there is none, or where repeats are not of one corpus.
    """
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise ConfigurationError(f"no score file in {path}")
    scores = tuple(read_score(file) for file in files)
    for score, file in zip(scores[1:], files[1:], strict=True):
        check_same_basis(scores[0], score, names=(str(files[0]), str(file)))
    return scores


def check_same_basis(first: Score, second: Score, *, names: tuple[str, str]) -> None:
    """Raises ConfigurationError unless both were scored on one corpus by one scorer."""
    if first.corpus is None or second.corpus is None:
        bare = names[0] if first.corpus is None else names[1]
        raise ConfigurationError(f"{bare} was scored without a corpus: nothing can be compared")
    if first.corpus.sha256 != second.corpus.sha256:
        raise ConfigurationError(
            f"{names[0]} and {names[1]} are scores of different corpora "
            f"({first.corpus.sha256[:12]}, {second.corpus.sha256[:12]})",
            hint="score both runs against the same corpus",
        )
    if article_ids(first) != article_ids(second):
        raise ConfigurationError(
            f"{names[0]} and {names[1]} name one corpus, but have not the same articles",
            hint="score both runs again",
        )
    ours, theirs = first.scorer.model_dump(), second.scorer.model_dump()
    differing = [key for key in ours if key != "package" and ours[key] != theirs[key]]
    if differing:
        raise ConfigurationError(
            f"{names[0]} and {names[1]} were scored differently: {', '.join(differing)}",
            hint="score both runs again with this version",
        )


def compare(
    first: Sequence[Score], second: Sequence[Score], *, names: tuple[str, str] = ("A", "B")
) -> Comparison:
    """Compare two runs, each with its repeats. Raises ConfigurationError where that is no sense."""
    check_same_basis(first[0], second[0], names=names)
    if first[0].corpus is None:  # told apart above; for the type checker
        raise ConfigurationError(f"{names[0]} was scored without a corpus")
    tables = {m: (counts_table(first, m), counts_table(second, m)) for m in MEASURES}
    return Comparison(
        corpus=first[0].corpus,
        scorer=second[0].scorer,
        first=tuple(score.run for score in first),
        second=tuple(score.run for score in second),
        measures={m: Difference.of(paired_test(*tables[m])) for m in MEASURES},
        slices=_slices(first[0], *tables["event_date"]),
        movers=_movers(first[0], *tables["event_date"]),
    )


def _slices(
    score: Score, first: NDArray[np.float64], second: NDArray[np.float64]
) -> dict[str, SliceDifference]:
    tags = {article.id: set(article.tags) for article in score.articles}
    found = {}
    for tag in sorted(set().union(*tags.values())):
        rows = [tag in tags[id_] for id_ in article_ids(score)]
        test = paired_test(first[rows], second[rows])
        found[tag] = SliceDifference(n=sum(rows), event_date=Difference.of(test))
    return found


def _movers(
    score: Score, first: NDArray[np.float64], second: NDArray[np.float64]
) -> tuple[Mover, ...]:
    """Articles that changed, those that lost most first, those that gained most last."""
    tags = {article.id: article.tags for article in score.articles}
    wrong = (second - first)[:, 1:].sum(axis=1)
    movers = [
        Mover(
            id=id_,
            tags=tags[id_],
            first=_counted(before),
            second=_counted(after),
            change=round(float(change), 6),
        )
        for id_, before, after, change in zip(article_ids(score), first, second, wrong, strict=True)
        if change
    ]
    return tuple(sorted(movers, key=lambda mover: (-mover.change, mover.id)))


def _counted(row: NDArray[np.float64]) -> Counted:
    tp, fp, fn = (round(float(value), 6) for value in row)
    return tp, fp, fn


def verdict(difference: Difference) -> str:
    """In words: `better`, `worse` or what the articles could have shown."""
    if difference.difference is None:
        return "cannot be compared: one of the runs has nothing to count"
    if difference.difference == 0 and difference.ci95 == (0.0, 0.0):
        return "the same in every article"
    if difference.p is None or difference.detectable is None:
        return "not enough articles to tell"
    if difference.p < LEVEL:
        return "better" if difference.difference > 0 else "worse"
    return (
        f"no difference shown; these articles would have shown one of {difference.detectable:.3f}"
    )
