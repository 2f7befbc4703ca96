"""What a score file says of each article as a table, a row per article in the order of ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from evals.metrics.ratios import Counts
from evals.scorefile import ArticleScore, Score
from evals.verdicts import right_date

Measure: TypeAlias = Literal["event", "event_date"]
MEASURES: tuple[Measure, ...] = get_args(Measure)


def counts_of(article: ArticleScore, measure: Measure) -> Counts:
    """tp, fp and fn of one article.

    `event_date`: a pair without a verdict on its date is undated on both sides, which is right.
    """
    if measure == "event":
        return Counts(article.tp, article.fp, article.fn)
    wrong = sum(not right_date(pair.fields) for pair in article.pairs)
    return Counts(article.tp - wrong, article.fp + wrong, article.fn + wrong)


def counts_table(scores: Sequence[Score], measure: Measure) -> NDArray[np.float64]:
    """Counts of each article, averaged over repeats: (articles, 3).

    Averaging within the article keeps the article the unit: ten repeats of 40 articles are still
    40 articles.
    """
    repeats = [
        [counts_of(article, measure) for article in sorted(score.articles, key=lambda a: a.id)]
        for score in scores
    ]
    table: NDArray[np.float64] = np.array(repeats, dtype=np.float64)
    mean: NDArray[np.float64] = table.reshape(len(scores), -1, 3).mean(axis=0)
    return mean


def article_ids(score: Score) -> tuple[str, ...]:
    """The rows of the tables."""
    return tuple(sorted(article.id for article in score.articles))
