"""Dates of a web page's markup as clues: which day each names and what it is good for.

A time stamp names the day that it says, in its own zone: the local day. A change or a page view
only bounds from above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from extractor.dates.candidates import Clue, Use, clue_of, dated_readings, is_update
from extractor.dates.within_year import day_in_year
from extractor.edtf import EdtfError, parse
from extractor.schema import Page, PageDate

_STAMP = re.compile(
    r"([0-9]{4})[-/.]?(0[1-9]|1[0-2])[-/.]?([0-3][0-9])"
    r"(?:[T ,]{1,3}([0-2]?[0-9])[:.h]?[0-5][0-9][^Z+-]{0,12}(Z|UTC|GMT|[+-]00:?00)?.{0,12})?\Z"
)
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
_ORDINARY_YEARS = range(1990, 2200)
"""Years of web pages. Days before are what a program writes that knows none (1970, 1900, 1)."""


class _Told(NamedTuple):
    """A day or month, and the hour where the time is in UTC."""

    edtf: str
    utc_hour: int | None = None


def page_clues(page: Page, *, code: str = "en") -> Iterator[Clue]:
    """What a page's markup tells, in its order. `code`: the language whose date words are read."""
    for found in page.dates:
        if found.source == "byline":
            yield from _byline(found, code)
            continue
        told = _stamp(found.words) or _spoken(found.words, code)
        if told is None:
            continue
        for clue in clue_of(found.source, told.edtf, _use(found, told), found.words):
            yield replace(clue, utc_hour=told.utc_hour)


def _use(found: PageDate, told: _Told) -> Use:
    if int(told.edtf[:4]) not in _ORDINARY_YEARS:
        return "none"
    return "trusted" if found.role == "published" else "upper"


def _stamp(words: str) -> _Told | None:
    """ISO 8601 and what is written for it (`20241206`, `2024/12/06 09:41`), and e-mail dates."""
    match = _STAMP.match(words.strip())
    if match:
        year, month, day, hour, zone = match.groups()
        found = day_in_year(int(year), int(month), int(day))
        return _told(found, int(hour) if hour and zone else None) if found else None
    if _MONTH.match(words):
        return _month(words)
    if "," not in words[:6]:
        return None
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, IndexError, TypeError):
        return None
    utc = moment.utcoffset() is not None and not moment.utcoffset()
    return _told(moment.date(), moment.hour if utc else None)


def _month(words: str) -> _Told | None:
    try:
        return _Told(str(parse(words)))
    except EdtfError:
        return None


def _told(day: date, utc_hour: int | None = None) -> _Told:
    return _Told(day.isoformat(), utc_hour)


def _spoken(words: str, code: str) -> _Told | None:
    """Date words in a language: `December 6, 2024 9:41 am`."""
    return next((_told(day) for _, day in dated_readings(words, code)), None)


def _byline(found: PageDate, code: str) -> Iterator[Clue]:
    """The dates of a byline: the first that is no change is the publication."""
    published = False
    for reading, day in dated_readings(found.words, code):
        changed = found.role == "modified" or is_update(found.words[: reading.start])
        use: Use = "upper" if changed else "trusted"
        if not (published and use == "trusted"):
            yield from clue_of("byline", day.isoformat(), use, found.words)
        published = published or use == "trusted"
