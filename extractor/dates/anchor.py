"""When an article was published: all that its metadata and lines tell, ranked and weighed.

A page-view date is never trusted: it only bounds from above. Nothing is taken from the clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from extractor.dates.candidates import (
    Clue,
    article_clues,
    dateline_clue,
    find_dateline,
    line_clues,
)
from extractor.dates.past import past_days
from extractor.edtf import Bounds, bounds_of, from_bounds
from extractor.schema import (
    Article,
    LineEntry,
    PublicationCandidate,
    PublicationDate,
    PublicationSource,
)

RANKS: tuple[PublicationSource, ...] = ("given", "url", "byline", "dateline")
"""Trusted sources, the best first. The others follow in the order of the schema."""


def publication_date(article: Article, text: str, lines: Sequence[LineEntry]) -> PublicationDate:
    """The publication date of an article, with every candidate in rank order.

    `text` is the stored text that `lines` cut. Trusted: the best trusted candidate stands.
    Else: up to the smallest upper bound, and from the latest day with a year that the body
    tells as past. Raises nothing; where nothing is known, all is None.
    """
    clues = _undisputed([*article_clues(article), *line_clues(text, lines)])
    past = [*past_days(text, lines), *(clue for clue in clues if clue.use == "lower")]
    upper = _upper(clues, _latest(past))
    lower = _latest([clue for clue in past if upper is None or clue.day <= upper.day])
    day = lower.day if lower else None
    if lower and not any(clue is lower for clue in clues):
        clues.append(lower)
    dateline = find_dateline(text, lines)
    found = dateline_clue(dateline, day, upper.day if upper else None) if dateline else None
    clues = _undisputed([*clues, found]) if found else clues
    candidates = tuple(clue.candidate for clue in sorted(clues, key=_rank))
    if candidates and candidates[0].trusted:
        best = candidates[0]
        bounds = bounds_of(best.edtf)
        return PublicationDate(
            edtf=best.edtf,
            earliest=bounds.earliest,
            latest=bounds.latest,
            source=best.source,
            trusted=True,
            candidates=candidates,
        )
    upper = _upper(clues, _latest(past))
    if lower and upper and upper.day < lower.day:
        lower = None
    return _bounded(lower, upper, candidates)


def _undisputed(clues: Sequence[Clue]) -> list[Clue]:
    """Where dates of one source differ none is trusted: publication is not after the latest."""
    days: dict[PublicationSource, set[date]] = {}
    for clue in clues:
        if clue.use == "trusted":
            days.setdefault(clue.candidate.source, set()).add(clue.day)
    return [
        _doubted(clue, max(days[clue.candidate.source]))
        if clue.use == "trusted" and len(days[clue.candidate.source]) > 1
        else clue
        for clue in clues
    ]


def _doubted(clue: Clue, latest: date) -> Clue:
    candidate = clue.candidate.model_copy(update={"trusted": False})
    return Clue(candidate, clue.day, "upper" if clue.day == latest else "none")


def _bounded(
    lower: Clue | None, upper: Clue | None, candidates: tuple[PublicationCandidate, ...]
) -> PublicationDate:
    bounds = Bounds(lower.day if lower else None, upper.day if upper else None)
    edtf = from_bounds(bounds)
    source = lower.candidate.source if lower else None
    return PublicationDate(
        edtf=str(edtf) if edtf else None,
        earliest=bounds.earliest,
        latest=bounds.latest,
        source=upper.candidate.source if upper else source,
        candidates=candidates,
    )


def _rank(clue: Clue) -> tuple[bool, int]:
    order = (*RANKS, *(s for s in get_args(PublicationSource) if s not in RANKS))
    return (not clue.candidate.trusted, order.index(clue.candidate.source))


def _upper(clues: Sequence[Clue], lower: Clue | None) -> Clue | None:
    """The smallest of what cannot lie before publication.

    A bare date below an article may be another story's, so such dates count only where there
    is nothing else: then the largest, if it is not before a day that the body tells as past.
    """
    sure = [clue for clue in clues if clue.use == "upper"]
    if sure:
        return min(sure, key=lambda clue: clue.day)
    perhaps = [clue for clue in clues if clue.use == "perhaps_upper"]
    fitting = [clue for clue in perhaps if lower is None or lower.day <= clue.day]
    return _latest(fitting)


def _latest(clues: Sequence[Clue]) -> Clue | None:
    return max(clues, key=lambda clue: clue.day, default=None)
