"""When an article was published: all that its metadata and lines tell, ranked and weighed.

A page-view date is never trusted: it only bounds from above. Nothing is taken from the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from extractor.dates.candidates import (
    DIGIT,
    HEAD_LINES,
    MAY_NAME_YEAR,
    Clue,
    Use,
    article_clues,
    clue_of,
    line_clues,
)
from extractor.dates.confirmed import confirmed_day
from extractor.dates.datelines import Dateline, dateline_clue, find_dateline, nearest_day
from extractor.dates.language_choice import choose_language
from extractor.dates.page_clues import page_clues
from extractor.dates.past import past_days
from extractor.dates.vantage import LONGEST_PRINT
from extractor.edtf import Bounds, bounds_of, from_bounds
from extractor.schema import (
    Article,
    LineEntry,
    PublicationCandidate,
    PublicationDate,
    PublicationSource,
)

_RANKS: Mapping[PublicationSource, int] = {
    source: rank for rank, source in enumerate(get_args(PublicationSource))
}
"""The best source first: the order of the schema."""

_LOOKED_AT = 600
"""Characters that tell the language of an article's dates."""

_METADATA: frozenset[PublicationSource] = frozenset({"json_ld", "meta", "time_element"})
_SHOWN: frozenset[PublicationSource] = frozenset({"byline", "dateline", "url"})

ONE_DAY = timedelta(days=1)
"""Time zones: a day here is the next day there."""

_EASTERNMOST, _WESTERNMOST = 14, 12
"""Hours by which local time is ahead of UTC or behind it, at most."""


def publication_date(article: Article, text: str, lines: Sequence[LineEntry]) -> PublicationDate:
    """The publication date of an article, with every candidate in rank order.

    `text` is the stored text that `lines` cut. Trusted: the best trusted candidate stands.
    Else: up to the smallest upper bound, and from the latest day with a year that the body
    tells as past. Raises nothing; where nothing is known, all is None.
    """
    code = _language(article, text, lines)
    page = page_clues(article.page, code=code) if article.page else ()
    found = [*article_clues(article), *page, *line_clues(text, lines, code=code)]
    past = [*past_days(text, lines, code=code), *(clue for clue in found if clue.use == "lower")]
    sure = [clue for clue in past if clue.to_the_day]
    clues = _believable(_undisputed(found), _latest(sure), _fetched(article))
    upper = _upper(clues, _latest(past))
    lower = _latest([clue for clue in past if upper is None or clue.day <= upper.day])
    day = lower.day if lower else None
    if lower and not any(clue is lower for clue in clues):
        clues.append(lower)
    dateline = find_dateline(text, lines, code=code)
    if dateline:
        clues = _not_remade(clues, dateline)
        told = _of_dateline(dateline, clues, day, _upper(clues, _latest(past)))
        clues = _believable(_undisputed([*clues, *told]), _latest(sure), _fetched(article))
    ranked = sorted(clues, key=lambda clue: _rank(clue, clues))
    candidates = tuple(dict.fromkeys(clue.candidate for clue in ranked))
    if candidates and candidates[0].trusted:
        return _trusted(candidates)
    upper = _upper(clues, _latest(past))
    if lower and upper and upper.day < lower.day:
        lower = None
    if dateline and dateline.year is None and upper:
        first = lower.day if lower else None
        printed = confirmed_day(dateline, text, lines, lower=first, upper=upper.day, code=code)
        if printed:
            return _printed(printed, upper, candidates)
    return _bounded(lower, upper, candidates)


def _not_remade(clues: Sequence[Clue], dateline: Dateline) -> list[Clue]:
    """The clues; metadata that lie far from a dateline without year tell of a page made anew."""

    def is_remade(clue: Clue) -> bool:
        if dateline.year is not None or clue.candidate.source not in _METADATA:
            return False
        near = nearest_day(dateline, clue.day + ONE_DAY)
        return clue.use == "trusted" and near is not None and clue.day - near > LONGEST_PRINT

    return [_without_trust(clue, "upper") if is_remade(clue) else clue for clue in clues]


def _of_dateline(
    dateline: Dateline, clues: Sequence[Clue], lower: date | None, upper: Clue | None
) -> Iterator[Clue]:
    """The clue of a dateline; beside a trusted date, one without year is only shown."""
    trusted = [clue for clue in clues if clue.use == "trusted"]
    if dateline.year is not None or not trusted:
        told = dateline_clue(dateline, lower, upper.day if upper else None)
        yield from [told] if told else []
        return
    best = min(trusted, key=lambda clue: _rank(clue, clues))
    near = nearest_day(dateline, best.day + ONE_DAY)
    if near is not None:
        yield from clue_of("dateline", f"{near}?", "none", dateline.text)


def _printed(
    day: date, upper: Clue, candidates: tuple[PublicationCandidate, ...]
) -> PublicationDate:
    """Published from the day of a dateline on, whose year was inferred, up to a week later."""
    last = min(day + LONGEST_PRINT, upper.day)
    shown = (
        each.model_copy(update={"edtf": f"{day}?"}) if each.source == "dateline" else each
        for each in candidates
    )
    return PublicationDate(
        edtf=f"{day}?" if day == last else f"{day}?/{last}?",
        earliest=day,
        latest=last,
        source="dateline",
        candidates=tuple(shown),
    )


def _language(article: Article, text: str, lines: Sequence[LineEntry]) -> str:
    """The language whose date words are read; of the text it is asked only where one may stand."""
    if article.language or article.page or MAY_NAME_YEAR.search(text):
        return choose_language(article.language, text[:_LOOKED_AT])
    opening = [entry for entry in lines if entry[2] in ("body", "dateline")][: HEAD_LINES + 1]
    last = opening[-1][1] if opening else 0
    return choose_language(None, text[:_LOOKED_AT]) if DIGIT.search(text, 0, last) else "en"


def _fetched(article: Article) -> date | None:
    return bounds_of(article.retrieved).latest if article.retrieved else None


def _trusted(candidates: tuple[PublicationCandidate, ...]) -> PublicationDate:
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


def _believable(clues: Sequence[Clue], past: Clue | None, fetched: date | None) -> list[Clue]:
    """The clues, those without trust that what else is known contradicts. A given date is given.

    Nothing is published before a day that its text tells as past, nor after it was fetched; and
    metadata that name a much later day than the page shows tell when the page was made anew.
    """
    shown = [clue for clue in clues if clue.use == "trusted" and clue.candidate.source in _SHOWN]
    earliest = min((clue.day for clue in shown), default=None)

    def use(clue: Clue) -> Use:
        if clue.use != "trusted" or clue.candidate.source == "given":
            return clue.use
        if past is not None and past.day - clue.day > ONE_DAY:
            return "none"
        if fetched is not None and clue.day - fetched > ONE_DAY:
            return "none"
        remade = earliest is not None and clue.day - earliest > LONGEST_PRINT
        return "upper" if remade and clue.candidate.source in _METADATA else "trusted"

    return [clue if use(clue) == clue.use else _without_trust(clue, use(clue)) for clue in clues]


def _without_trust(clue: Clue, use: Use) -> Clue:
    return replace(clue, candidate=clue.candidate.model_copy(update={"trusted": False}), use=use)


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
    return _without_trust(clue, "upper" if clue.day == latest else "none")


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


def _rank(clue: Clue, clues: Sequence[Clue]) -> tuple[bool, bool, int]:
    source = clue.candidate.source
    return (not clue.candidate.trusted, _is_beside_local(clue, clues), _RANKS[source])


def _is_beside_local(clue: Clue, clues: Sequence[Clue]) -> bool:
    """Whether a time in UTC names the neighbour of the local day, which stands elsewhere."""
    if clue.utc_hour is None or not clue.candidate.trusted:
        return False
    neighbours = set()
    if clue.utc_hour + _EASTERNMOST >= 24:
        neighbours.add(clue.day + ONE_DAY)
    if clue.utc_hour - _WESTERNMOST < 0:
        neighbours.add(clue.day - ONE_DAY)
    local = {c.day for c in clues if c.candidate.trusted and c.utc_hour is None}
    return clue.day not in local and not neighbours.isdisjoint(local)


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
