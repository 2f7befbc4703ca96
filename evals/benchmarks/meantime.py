"""MEANTIME: event mentions found by their trigger words, and the dates of those found.

The published measures of this corpus are of single annotation layers; these are of whole events,
so no published number can be put beside them.
"""

from __future__ import annotations

from pathlib import Path

from evals.adapters.meantime import convert
from evals.benchmarks.base import Measure, Task
from evals.benchmarks.triggers import found_by_trigger, trigger_measures
from evals.cases import build_cases
from evals.corpus import Corpus, LabelledArticle
from evals.predictions import Predictions


def open_task(source: Path, *, split: str | None, limit: int | None) -> Task:
    """The first `limit` articles of a topic."""
    articles = convert(source, split=split).first(limit).articles
    return Task(articles, lambda predictions: measures(articles, predictions))


def measures(articles: tuple[LabelledArticle, ...], predictions: Predictions) -> list[Measure]:
    """Events by trigger and by alignment, dates and actors of those found by trigger."""
    cases, _ = build_cases(Corpus("", articles), predictions)
    found = [found_by_trigger(*one) for one in zip(articles, cases, strict=True)]
    return trigger_measures(articles, cases, found)
