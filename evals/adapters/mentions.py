"""What readers of mention-level corpora share: evidence, titles and dates from marked spans.

Such corpora mark words, not events with titles: what is made of them here stands in the text word
by word. Knows no corpus's format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from evals.spans import Span, union
from extractor.edtf import Bounds, EdtfError, bounds_of, from_bounds, parse
from extractor.grounding import fold

LONGEST_TITLE = 20
"""Words. A participant marked with all its relative clauses is no part of a title; the longest
title of this project's own labels has 15."""

_VALUE = re.compile(r"(\d{4})(?:[-_](\d\d|XX))?(?:[-_](\d\d|XX))?(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def edtf_of(value: str) -> str | None:
    """A TIMEX3 or hand-written calendar value as EDTF; None for what is no calendar date.

    `2011-06-XX` is the month and `2007-XX-XX` the year; a time of day is left out; a week, a
    weekend and a quarter are intervals. A fiscal year is no calendar date.
    """
    value = value.strip().upper()
    if found := _VALUE.fullmatch(value):
        return _checked("-".join(_known(found.groups())))
    if found := _WEEK.fullmatch(value):
        return _week(int(found[1]), int(found[2]), weekend=bool(found[3]))
    if found := _QUARTER.fullmatch(value):
        first = int(found[2]) * 3 - 2
        return f"{found[1]}-{first:02}/{found[1]}-{first + 2:02}"
    return None


def _known(parts: Iterable[str | None]) -> list[str]:
    """The parts up to the first that is not known."""
    known: list[str] = []
    for part in parts:
        if part is None or part == "XX":
            break
        known.append(part)
    return known


def _checked(text: str) -> str | None:
    try:
        return str(parse(text))
    except EdtfError:
        return None


def _week(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    start = monday + timedelta(days=5) if weekend else monday
    return str(from_bounds(Bounds(start, monday + timedelta(days=6))))


def when(dates: Iterable[str | None]) -> dict[str, Any]:
    """The first date, and as `also` the others that are of other days."""
    answers: dict[Bounds, str] = {}
    for edtf in dates:
        if edtf is not None:
            answers.setdefault(bounds_of(edtf), edtf)
    first, *others = answers.values() or (None,)
    return {"edtf": first} | ({"also": others} if others else {})


def evidence(text: str, sentences: Sequence[Span], marked: Iterable[Span]) -> list[dict[str, Any]]:
    """The sentences in which marked words begin, in text order."""
    starts = {start for start, _ in marked}
    return [
        {"quote": text[start:end], "start": start, "end": end}
        for start, end in sentences
        if any(start <= at < end for at in starts)
    ]


def title(text: str, trigger: Span, participants: Iterable[Span]) -> str:
    """Trigger and participants in text order; without those that would make it too long.

    What overlaps is told once. The trigger always stands.
    """
    chosen: tuple[Span, ...] = (trigger,)
    for span in participants:
        longer = union((*chosen, span))
        if len(_words(text, longer).split()) <= LONGEST_TITLE:
            chosen = longer
    return _words(text, chosen)


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())


def named(forms: Iterable[str]) -> dict[str, Any] | None:
    """The first form as the name and the others that differ in more than case as `also`."""
    distinct: dict[str, str] = {}
    for form in forms:
        if folded := fold(form):
            distinct.setdefault(folded, " ".join(form.split()))
    if not distinct:
        return None
    name, *also = distinct.values()
    return {"name": name} | ({"also": also} if also else {})
