"""The gate of a build: floors that a score must hold, and no loss that is more than chance.

The baseline file carries the hashes of what it was made with, so that a changed corpus or scorer
never passes for a better or a worse extractor.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, ValidationError

from evals.metrics.ratios import Counts
from evals.scorefile import Score
from evals.statistics.paired import paired_test
from evals.tables import MEASURES, Measure, article_ids, counts_of, counts_table
from extractor.errors import ConfigurationError
from extractor.schema.base import Record, first_problem

EPSILON = 5e-7
"""Scores are kept with six digits: half of the last one is no loss."""


class Rule(Record):
    """A loss of more than `drop` with a p below `level` fails, also above the floors."""

    level: float = 0.05
    drop: float = 0.02


class Basis(Record):
    """What the numbers of a baseline rest on."""

    corpus_sha256: str
    articles: int
    gold_events: int
    scorer_version: int


class Baseline(Record):
    """The baseline file. `counts`: tp, fp, fn of each article, for the paired test."""

    schema_version: Literal[1] = 1
    basis: Basis
    engine: str | None
    profile: str | None
    floors: dict[Measure, float]
    rule: Rule = Rule()
    counts: dict[Measure, dict[str, Counts]] = Field(default_factory=dict)


def baseline_of(score: Score, *, rule: Rule | None = None) -> Baseline:
    """A baseline with the score's own numbers as floors. Raises ConfigurationError."""
    return Baseline(
        basis=_basis(score),
        engine=score.run.engine,
        profile=score.run.profile,
        floors={measure: round(_f1(score, measure), 6) for measure in MEASURES},
        rule=rule or Rule(),
        counts={
            measure: {a.id: counts_of(a, measure) for a in score.articles} for measure in MEASURES
        },
    )


def _basis(score: Score) -> Basis:
    if score.corpus is None:
        raise ConfigurationError("the score was made without a corpus: there is nothing to hold")
    if score.metrics.event is None or score.metrics.event_date is None:
        raise ConfigurationError("the score file tells no F1 of events: there is nothing to hold")
    return Basis(
        corpus_sha256=score.corpus.sha256,
        articles=score.corpus.articles,
        gold_events=score.corpus.gold_events,
        scorer_version=score.scorer.version,
    )


def _f1(score: Score, measure: Measure) -> float:
    found = getattr(score.metrics, measure)
    return 0.0 if found is None or found.f1 is None else found.f1


def failures(score: Score, baseline: Baseline) -> list[str]:
    """Why the score does not pass; empty where it does. Raises ConfigurationError."""
    changed = list(_changes(_basis(score), baseline.basis))
    if changed:
        return [f"{what}; a baseline is made anew with --update" for what in changed]
    _check_articles(score, baseline)
    return [*_below_floor(score, baseline), *_lost(score, baseline)]


def _changes(now: Basis, then: Basis) -> Iterator[str]:
    if now.corpus_sha256 != then.corpus_sha256:
        yield (
            f"the corpus has changed ({then.articles} articles, {then.gold_events} events; "
            f"now {now.articles} and {now.gold_events})"
        )
    if now.scorer_version != then.scorer_version:
        yield f"the scorer has changed (version {then.scorer_version}; now {now.scorer_version})"


def _check_articles(score: Score, baseline: Baseline) -> None:
    """Of one corpus both have the same articles, unless a file was cut or edited."""
    ids = set(article_ids(score))
    for measure, counts in baseline.counts.items():
        if ids != set(counts):
            odd = min(ids.symmetric_difference(counts))
            raise ConfigurationError(
                f"score and baseline have not the same articles: {measure} of {odd!r}",
                hint="score the run again, or make the baseline anew with --update",
            )


def _below_floor(score: Score, baseline: Baseline) -> Iterator[str]:
    for measure, floor in baseline.floors.items():
        value = _f1(score, measure)
        if value < floor - EPSILON:
            yield f"{measure} F1 {value:.3f} is below its floor {floor:.3f}"


def _lost(score: Score, baseline: Baseline) -> Iterator[str]:
    rule = baseline.rule
    for measure, counts in baseline.counts.items():
        test = paired_test(_table(counts, article_ids(score)), counts_table([score], measure))
        if test.difference is None or test.p is None:
            continue
        if test.p < rule.level and test.difference < -rule.drop:
            yield (
                f"{measure} F1 lost {-test.difference:.3f} against the baseline (p = {test.p:.3f})"
            )


def _table(counts: Mapping[str, Counts], ids: tuple[str, ...]) -> NDArray[np.float64]:
    return np.array([counts[id_] for id_ in ids], dtype=np.float64).reshape(-1, 3)


def lowered(old: Baseline, new: Baseline) -> list[str]:
    """Floors that the new baseline would lower."""
    return [
        f"{measure}: {floor:.3f} would become {new.floors.get(measure, 0.0):.3f}"
        for measure, floor in old.floors.items()
        if new.floors.get(measure, 0.0) < floor - EPSILON
    ]


def read_baseline(path: Path) -> Baseline:
    """Raises ConfigurationError where the file is missing or no baseline."""
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ConfigurationError(
            f"{path} cannot be read: {error.strerror}",
            hint="make a baseline with `evals gate SCORE --baseline FILE --update`",
        ) from None
    except ValidationError as error:
        problem = first_problem(error, whole="the file")
        raise ConfigurationError(f"{path} is no baseline: {problem}") from None


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write the file whole or not at all; an article a line, so that a change reads well.

    Raises ConfigurationError where it cannot be written.
    """
    data = baseline.model_dump(mode="json")
    counts = data.pop("counts")
    head = json.dumps(data, indent=2, ensure_ascii=False)[:-2]
    parts = [
        f'    "{measure}": {{\n'
        + ",\n".join(
            f"      {json.dumps(id_, ensure_ascii=False)}: {json.dumps(row)}"
            for id_, row in sorted(rows.items())
        )
        + "\n    }"
        for measure, rows in counts.items()
    ]
    text = head + ',\n  "counts": {\n' + ",\n".join(parts) + "\n  }\n}\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}") from None


def _replace(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(name, 0o644)  # noqa: PTH101  # mkstemp made it unreadable for others
    Path(name).replace(path)
