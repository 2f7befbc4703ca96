"""Articles in which there is nothing to find, reported apart: they say nothing of recall."""

from __future__ import annotations

from collections.abc import Iterable

from evals.cases import UNREAD, Case
from evals.scorefile import EmptyArticles


def empty_articles(cases: Iterable[Case]) -> EmptyArticles:
    """Articles without required gold, and those of them that were read and left empty."""
    empty = [case for case in cases if all(event.optional for event in case.gold)]
    clean = sum(not case.alignment.extra and case.status not in UNREAD for case in empty)
    return EmptyArticles(n=len(empty), clean=clean)
