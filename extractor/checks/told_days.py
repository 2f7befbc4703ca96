"""The days that an article tells, in its order: what `two days later` counts from.

Reads the shown lines only. A month or a year that is told in between leaves no day to count from.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from extractor import edtf
from extractor.dates.expressions import find_expressions
from extractor.dates.placing import NO_EARLIER_EVENT
from extractor.edtf import EdtfDate, Qualifier
from extractor.request import Request

REACH = 12
"""Lines that are looked back: a reader counts from what was told a few sentences ago."""


class ToldDay(NamedTuple):
    """A day that was told, with its qualifier."""

    day: date
    doubt: Qualifier = ""


def day_told_before(request: Request, offset: int) -> ToldDay | None:
    """The day that is spoken of right before an offset of the stored text; None if none is."""
    day: ToldDay | None = None
    lines = [line for line in request.shown.values() if line.start < offset]
    for line in lines[-REACH:]:
        sentence = request.article.text[line.start : line.end]
        for expression in find_expressions(sentence, language=request.language):
            if line.start + expression.end <= offset:
                day = _day_after(request, sentence, expression.text, day)
    return day


def _day_after(request: Request, sentence: str, words: str, day: ToldDay | None) -> ToldDay | None:
    """The day spoken of once these words have been read."""
    resolution = request.resolve(words, sentence=sentence)
    if resolution.reason == NO_EARLIER_EVENT and day:
        resolution = request.resolve(words, sentence=sentence, known=day.day, doubt=day.doubt)
    if resolution.edtf is None:
        return day
    if isinstance(resolution.edtf, EdtfDate) and resolution.edtf.day is not None:
        return ToldDay(resolution.edtf.bounds[0] or date.min, resolution.edtf.qualifier)
    within = day and edtf.compare(edtf.Bounds(day.day, day.day), resolution.edtf.bounds)
    return day if within == "narrower" else None
