"""Did the run find out when an article was published, where it was not told?

`right`: the labelled date. `unknown`: none, or one that leaves room for the labelled one. `wrong`:
any other. Articles that the run could not read, and runs without article records, are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from evals.cases import UNREAD, Case
from evals.scorefile import PublishedScores
from extractor.edtf import bounds_of, compare


def published_scores(cases: Iterable[Case]) -> PublishedScores:
    """Count the articles whose publication date is labelled and was not given."""
    found = Counter(verdict for case in cases if (verdict := _verdict(case)))
    return PublishedScores(
        n=found.total(), right=found["right"], unknown=found["unknown"], wrong=found["wrong"]
    )


def _verdict(case: Case) -> Literal["right", "unknown", "wrong"] | None:
    gold = case.article.published
    if gold is None or case.article.published_given:
        return None
    if case.record is None or case.status in UNREAD:
        return None
    published = case.record.published
    relation = compare(bounds_of(published.edtf if published else None), bounds_of(gold))
    if relation == "equal":
        return "right"
    return "unknown" if relation in ("unknown", "wider") else "wrong"
