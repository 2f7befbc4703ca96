"""Places of an article that may tell when it was published, each with what it is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.dates.context import look_around, tells_plan
from extractor.dates.english import ENGLISH
from extractor.dates.grammar import Reading, read
from extractor.dates.language import listed
from extractor.dates.within_year import day_in_year, period_stated
from extractor.edtf import bounds_of
from extractor.schema import (
    Article,
    LineEntry,
    LineLabel,
    PublicationCandidate,
    PublicationSource,
)

Use = Literal["trusted", "upper", "perhaps_upper", "lower", "none"]
"""What a clue is good for. `perhaps_upper`: a bare date below the article; `none`: to be shown."""

HEAD_LINES = 2
"""Body lines that may stand before a byline: the byline of another story stands far below."""

LONGEST_BYLINE = 200
"""Characters of a line that is nothing but a byline."""

_URL_DAY = re.compile(
    r"[/=_-]((?:19|20)[0-9]{2})([/-])(0?[1-9]|1[0-2]|[a-z]{3})\2(0?[1-9]|[12][0-9]|3[01])(?=[/_.?#-]|$)"
)
_URL_MONTH = re.compile(r"/((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])(?=/)")
_PUBLISHED = re.compile(
    r"(?:first )?(?:published|posted|publication date|date published|issued|date)\b[^\w]{0,3}"
    r"(?:on\b|at\b|by\b)?",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"(?:last )?(?:updated?|modified|edited)\b", re.IGNORECASE)
_MAY_NAME_YEAR = re.compile(r"[0-9]{4}|['’‘][0-9]{2}|[0-9][./-][0-9]{2}(?![0-9])")
"""Passes every line that a date with its year can stand in: most lines need not be read."""
_BY = re.compile(r"by [^\W\d_]", re.IGNORECASE)
_PLACE = re.compile(r"[^\W\d_][^\n0-9]{1,60}[,.( —–-]")
_SMALL_WORDS = frozenset(listed("of and the on in de del la el al le upon"))
_DATELINE_END = re.compile(r"\)?[,.]? ?(?:\([^()\n]{2,40}\))? ?(?:[-–—:]|$)")
_FILL = re.compile(
    r"(?:\b(?:at|on|am|pm|a\.m|p\.m|gmt|utc|est|edt|pst|pdt|cet|ist|updated?|last|today|now)\b"
    r"|[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?|[^\w\n])*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A candidate, its day (the last one where it is a longer time), and its use."""

    candidate: PublicationCandidate
    day: date
    use: Use


def _clue(source: PublicationSource, edtf: str, use: Use, text: str | None) -> Iterator[Clue]:
    day = bounds_of(edtf).latest or bounds_of(edtf).earliest
    if day is not None:
        candidate = PublicationCandidate(
            edtf=edtf, source=source, trusted=use == "trusted", text=text
        )
        yield Clue(candidate, day, use)


def article_clues(article: Article) -> Iterator[Clue]:
    """What came with the article: the given date, its address, and the day it was fetched."""
    if article.published:
        yield from _clue("given", article.published, "trusted", article.published)
    yield from _url_clues(article.url or "")
    if article.modified:
        yield from _clue("meta", article.modified, "upper", article.modified)
    if article.retrieved:
        yield from _clue("masthead", article.retrieved, "upper", article.retrieved)


def _url_clues(url: str) -> Iterator[Clue]:
    match = _URL_DAY.search(url.lower())
    if match:
        year, _, month, day = match.groups()
        number = ENGLISH.words["month_short"].get(month, 5 if month == "may" else month)
        if str(number).isdigit():
            found = day_in_year(int(year), int(number), int(day))
            if found:
                yield from _clue("url", found.isoformat(), "trusted", match[0][1:])
                return
    match = _URL_MONTH.search(url)
    if match:
        yield from _clue("url", f"{match[1]}-{match[2]}", "trusted", match[0][1:])


def line_clues(text: str, lines: Sequence[LineEntry]) -> Iterator[Clue]:
    """What the lines tell, in their order."""
    body = 0
    headline = False
    for start, end, label in lines:
        line = text[start:end].strip()
        place = _Place(label, body, headline)
        if label != "link" and line:
            yield from _of_line(line, place)
        body += label in ("body", "caption")
        headline = headline or label == "headline"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: its label, body lines before it, whether the headline is above."""

    label: LineLabel
    body_before: int
    under_headline: bool

    @property
    def in_head(self) -> bool:
        return self.body_before <= HEAD_LINES


def _of_line(line: str, place: _Place) -> Iterator[Clue]:
    """A line is read as the first of these that it is: labelled, byline, bare date."""
    if len(line) > LONGEST_BYLINE or not _MAY_NAME_YEAR.search(line):
        return
    readings = [(reading, day) for reading in read(line) if (day := day_of(reading)) is not None]
    if not readings:
        return
    first, day = readings[0]
    if _PUBLISHED.match(line) or _UPDATED.match(line):
        yield from _labelled(line, readings, place)
    elif place.in_head and _is_byline(line, first):
        yield from _clue("byline", day.isoformat(), "trusted", line)
    elif _is_bare(line, first):
        yield from _bare(line, day, place)


def day_of(reading: Reading) -> date | None:
    """The day of a reading that names one with its year; None for anything else."""
    if reading.rule.kind not in ("numeric", "day"):
        return None
    period = period_stated(reading)
    return period.first if period and period.first == period.last else None


def _labelled(line: str, readings: list[tuple[Reading, date]], place: _Place) -> Iterator[Clue]:
    """`Published: … | Updated: …`: each date belongs to the label before it."""
    for reading, day in readings:
        before = line[: reading.start]
        published = [m.end() for m in _PUBLISHED.finditer(before)]
        updated = [m.end() for m in _UPDATED.finditer(before)]
        is_update = bool(updated) and (not published or updated[-1] > published[-1])
        use: Use = "upper" if is_update else "trusted"
        yield from _clue("byline", day.isoformat(), use if place.in_head else "none", line)


def _is_byline(line: str, reading: Reading) -> bool:
    """`By Jane Doe, December 6, 2024`, `December 7, 2024 by Jane Doe`."""
    before, after = line[: reading.start], line[reading.end :].lstrip(" ,|-–—•·")
    names_first = bool(_BY.match(before)) and _FILL.fullmatch(after) is not None
    return names_first or (not before.strip() and bool(_BY.match(after)))


def _is_bare(line: str, reading: Reading) -> bool:
    """Nothing but a date, with an hour at most."""
    return _FILL.fullmatch(line[: reading.start] + " " + line[reading.end :]) is not None


def _bare(line: str, day: date, place: _Place) -> Iterator[Clue]:
    """A bare date: the article's own under its headline, the page's own above it."""
    if place.label == "dateline" and place.under_headline and not place.body_before:
        yield from _clue("dateline", day.isoformat(), "trusted", line)
    else:
        use: Use = "perhaps_upper" if place.body_before else "upper"
        yield from _clue("masthead", day.isoformat(), use, line)


@dataclass(frozen=True, slots=True)
class Dateline:
    """`CITY, December 6, 2024 (Agency) -`: what it says, with the year where it has one."""

    text: str
    month: int
    day: int
    year: int | None


def find_dateline(text: str, lines: Sequence[LineEntry]) -> Dateline | None:
    """The dateline of the article, looked for in its first body lines."""
    opening = [(s, e) for s, e, label in lines if label in ("body", "dateline")][: HEAD_LINES + 1]
    found = (_dateline(text[start:end].strip()[:LONGEST_BYLINE]) for start, end in opening)
    return next(filter(None, found), None)


def _dateline(line: str) -> Dateline | None:
    reading = next(iter(read(line)), None)
    if reading is None or reading.rule.kind != "day":
        return None
    place = line[: reading.start]
    words = re.findall(r"[^\W\d_]+", place)
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if not capital or not _PLACE.fullmatch(place) or not _DATELINE_END.match(line, reading.end):
        return None
    parts = reading.parts
    if parts.month is None or parts.day is None:
        return None
    return Dateline(line[: reading.end], parts.month, parts.day, parts.year)


def dateline_clue(dateline: Dateline, lower: date | None, upper: date | None) -> Clue | None:
    """The day of a dateline.

    Trusted with its year, or where only one year puts it between the bounds. With an upper bound
    alone it is shown, with the nearest year before, and good for nothing else.
    """
    if dateline.year is not None:
        day = day_in_year(dateline.year, dateline.month, dateline.day)
        return next(_clue("dateline", str(day), "trusted", dateline.text), None) if day else None
    if upper is None:
        return None
    years = range(upper.year, max(upper.year - 9, 0), -1)
    days = [day_in_year(year, dateline.month, dateline.day) for year in years]
    fitting = [day for day in days if day and day <= upper and (lower is None or lower <= day)]
    if lower is not None and len(fitting) == 1:
        return next(_clue("dateline", str(fitting[0]), "trusted", dateline.text))
    return next(_clue("dateline", f"{fitting[0]}?", "none", dateline.text)) if fitting else None


def past_days(text: str, lines: Sequence[LineEntry]) -> tuple[Clue, ...]:
    """Days with a year that body lines tell as past: publication is before none of them."""
    clues: list[Clue] = []
    for start, end, label in lines:
        line = text[start:end]
        if label != "body" or not _MAY_NAME_YEAR.search(line) or tells_plan(line, ENGLISH.cues):
            continue
        for reading in read(line):
            first = _first_past_day(line, reading)
            if first is not None:
                words = line[reading.start : reading.end]
                clues.extend(_clue("text", first.isoformat(), "lower", words))
    return tuple(clues)


def _first_past_day(line: str, reading: Reading) -> date | None:
    """First day of words with a year, unless `by` or `until` stands before them."""
    if reading.rule.name == "year_before_noun":  # the 2030 games are talked about long before
        return None
    period = period_stated(reading)
    if period is None:
        return None
    context = look_around(line, reading.start, reading.end, ENGLISH.cues)
    return None if context.bound in ("until", "before") or context.plan else period.first
