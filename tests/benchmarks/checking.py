"""The resolver as a checker: it is given what annotators marked, and its days are compared.

Only expressions whose value is a piece of the calendar are asked; the sentence is given along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from evals.adapters.timeml import Document, Timex
from extractor.dates import Resolution, resolve
from extractor.edtf import Bounds
from extractor.schema import PublicationDate

REACH = 300
_SENTENCE = re.compile(r"[.!?]['\"”)]*\s+(?=[\"“'`(]*[A-Z])|\n\s*\n")
_VALUE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(W\d\d)(-WE)?|-(Q[1-4])|-(H[12])|-(S[PU]|FA|WI))?"
)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def bounds_of_value(value: str) -> Bounds | None:
    """First and last day of a TIMEX3 value without its hour; None for what is no such piece."""
    day = value.split("T")[0]
    if re.fullmatch(r"\d{3}", day):
        return Bounds(date(int(day) * 10, 1, 1), date(int(day) * 10 + 9, 12, 31))
    match = _VALUE.fullmatch(day)
    if not match:
        return None
    year, month, number, week, weekend, quarter, half, season = match.groups()
    first_year = int(year)
    try:
        if number:
            return Bounds(
                date(first_year, int(month), int(number)), date(first_year, int(month), int(number))
            )
        if week:
            monday = date.fromisocalendar(first_year, int(week[1:]), 1)
            return Bounds(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6))
    except ValueError:
        return None
    if month:
        return _months(first_year, int(month), 1)
    if quarter:
        return _months(first_year, 3 * int(quarter[1]) - 2, 3)
    if half:
        return _months(first_year, 6 * int(half[1]) - 5, 6)
    return _months(first_year, _SEASONS[season], 3) if season else _months(first_year, 1, 12)


def _months(year: int, first: int, count: int) -> Bounds:
    after = year * 12 + first - 1 + count
    return Bounds(date(year, first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def verdict(resolution: Resolution, gold: Bounds) -> str:
    """`right`, `inside` (part of the gold days or the reverse), `silent`, or `wrong`.

    An interval that is open on one side is right where its other end is gold's.
    """
    if resolution.edtf is None or resolution.precision == "unknown":
        return "silent"
    found = resolution.edtf.bounds
    if found == gold:
        return "right"
    if None in found:
        near = {found.earliest, found.latest} - {None}
        one = timedelta(days=1)
        ends = {gold.earliest, gold.latest}
        ends |= {end + step for end in ends if end for step in (one, -one)}
        return "right" if near & ends else "wrong"
    first, last = found
    if first and last and gold.earliest and gold.latest:
        within = gold.earliest <= first and last <= gold.latest
        around = first <= gold.earliest and gold.latest <= last
        return "inside" if within or around else "wrong"
    return "wrong"


def check(documents: Iterable[Document]) -> dict[str, Counter[str]]:
    """Verdicts, by whether the rule was exact."""
    counts: dict[str, Counter[str]] = {"exact": Counter(), "other": Counter()}
    for document in documents:
        day = date.fromisoformat(document.written)
        published = PublicationDate(edtf=document.written, earliest=day, latest=day, trusted=True)
        for timex in document.gold:
            gold = bounds_of_value(timex.value) if timex.type in ("DATE", "TIME") else None
            if gold is None:
                continue
            sentence = sentence_of(document.text, timex)
            resolution = resolve(timex.text, published, sentence=sentence, language="en")
            counts["exact" if resolution.exact else "other"][verdict(resolution, gold)] += 1
    return counts


def sentence_of(text: str, timex: Timex) -> str:
    """The sentence around an expression, of at most 300 characters on each side."""
    start, end = max(0, timex.start - REACH), min(len(text), timex.end + REACH)
    before = [start, *(m.end() + start for m in _SENTENCE.finditer(text[start : timex.start]))]
    after = _SENTENCE.search(text, timex.end, end)
    return text[before[-1] : after.start() + 1 if after else end]
