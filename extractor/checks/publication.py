"""The publication date that a model takes an article to have: a candidate, never trusted."""

from __future__ import annotations

from extractor import edtf
from extractor.checks.findings import Finding
from extractor.edtf import UNBOUNDED, EdtfDate
from extractor.request import Request
from extractor.schema import PublicationCandidate, PublicationDate, WirePublished

_REMEDY = "published names the line of the article that tells its date, or is null"


def check_published(request: Request, told: WirePublished | None) -> Finding | None:
    """What is wrong with the model's publication date, None where nothing is."""
    if told is None:
        return None
    if told.line not in request.shown:
        message = "published names no line of the article's own text"
        return Finding("invalid_line", message, str(told.line), _REMEDY)
    try:
        edtf.parse(told.date)
    except edtf.EdtfError:
        message = "the date of published is not a date"
        return Finding("date_unresolved", message, told.date, _REMEDY)
    return None


def with_told_date(request: Request, told: WirePublished | None) -> PublicationDate:
    """What is known of the publication date, with the model's among the candidates.

    It is used only where nothing else is known, and then as uncertain; where the article tells no
    year at all it is a guess, and only shown. A date whose line the engine was not shown (a
    page-view date) is left out.
    """
    published = request.published
    if told is None or check_published(request, told) is not None:
        return published
    line = request.shown[told.line]
    candidate = PublicationCandidate(
        edtf=told.date,
        source="model",
        trusted=False,
        text=request.article.text[line.start : line.end],
    )
    candidates = (*published.candidates, candidate)
    date = edtf.parse(told.date)
    known = published.bounds != UNBOUNDED
    if known or not request.tells_year or not isinstance(date, EdtfDate):
        return published.model_copy(update={"candidates": candidates})
    earliest, latest = date.bounds
    uncertain = EdtfDate(date.year, date.month, date.day, date.qualifier or "?")
    return PublicationDate(
        edtf=str(uncertain),
        earliest=earliest,
        latest=latest,
        source="model",
        candidates=candidates,
    )
