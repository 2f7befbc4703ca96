"""Places of an article that may tell when it was published, each with what it is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.dates.grammar import Reading, read
from extractor.dates.language import listed
from extractor.dates.languages.english import ENGLISH
from extractor.dates.within_year import day_in_year, period_stated
from extractor.edtf import bounds_of, parse
from extractor.schema import (
    Article,
    LineEntry,
    LineLabel,
    PublicationCandidate,
    PublicationSource,
)
from extractor.text.boilerplate import is_weather, opens_links
from extractor.text.dateline import is_date_line, is_page_stamp, opens_page_stamp
from extractor.text.shapes import ends_in_stop, is_prose, word_count

Use = Literal["trusted", "upper", "perhaps_upper", "lower", "none"]
"""What a clue is good for. `perhaps_upper`: a bare date below the article; `none`: to be shown."""

HEAD_LINES = 2
"""Body lines that may stand before a byline: the byline of another story stands far below."""

LONGEST_BYLINE = 200
"""Characters of a line that is nothing but a byline."""

FEWEST_WORDS_OF_TITLE = 3

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
MAY_NAME_YEAR = re.compile(r"[0-9]{4}|['’‘][0-9]{2}|[0-9][./-][0-9]{2}(?![0-9])")
"""Passes every line that a date with its year can stand in: most lines need not be read."""
_BY = re.compile(r"by [^\W\d_]", re.IGNORECASE)
_PLACE = re.compile(r"[^\W\d_][^\n0-9]{1,60}[,.( —–-]")
_SMALL_WORDS = frozenset(listed("of and the on in de del la el al le upon"))
_AFTER_PLACE = (",", ")", ".", "-", "–", "—")
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


def clue_of(source: PublicationSource, edtf: str, use: Use, text: str | None) -> Iterator[Clue]:
    """One clue, or none where no end of the date is known."""
    day = bounds_of(edtf).latest or bounds_of(edtf).earliest
    if day is not None:
        candidate = PublicationCandidate(
            edtf=edtf, source=source, trusted=use == "trusted", text=text
        )
        yield Clue(candidate, day, use)


def article_clues(article: Article) -> Iterator[Clue]:
    """What came with the article: the given date, its address, and the day it was fetched."""
    if article.published:
        use = _use_of_given(article.published)
        yield from clue_of("given", article.published, use, article.published)
    yield from _url_clues(article.url or "")
    if article.modified:
        yield from clue_of("meta", article.modified, "upper", article.modified)
    if article.retrieved:
        yield from clue_of("masthead", article.retrieved, "upper", article.retrieved)


def _use_of_given(published: str) -> Use:
    """A given interval that is open on one side is a bound, no date."""
    first, last = parse(published).bounds
    if first is None:
        return "upper"
    return "trusted" if last is not None else "lower"


def _url_clues(url: str) -> Iterator[Clue]:
    match = _URL_DAY.search(url.lower())
    if match:
        year, _, month, day = match.groups()
        number = ENGLISH.words["month_short"].get(month, 5 if month == "may" else month)
        if str(number).isdigit():
            found = day_in_year(int(year), int(number), int(day))
            if found:
                yield from clue_of("url", found.isoformat(), "trusted", match[0][1:])
                return
    match = _URL_MONTH.search(url)
    if match:
        yield from clue_of("url", f"{match[1]}-{match[2]}", "trusted", match[0][1:])


def line_clues(text: str, lines: Sequence[LineEntry]) -> Iterator[Clue]:
    """What the lines tell, in their order."""
    body = 0
    headline = False
    has_headline = any(label == "headline" for _, _, label in lines)
    under_links = titled = False
    for index, (start, end, label) in enumerate(lines):
        line = text[start:end].strip()
        place = _Place(label, body, headline, titled and has_headline and not headline, under_links)
        if label == "dateline" and headline and not body:
            place = replace(place, opens_body=_opens_body(text, lines, index))
        if label != "link" and line:
            yield from _of_line(line, place)
        body += label in ("body", "caption")
        headline = headline or label == "headline"
        titled = titled or _may_be_title(line)
        under_links = under_links or (body > 0 and opens_links(line))


def _may_be_title(line: str) -> bool:
    """Whether a byline that follows may belong to this line."""
    dated = is_date_line(line) or _PUBLISHED.match(line) or _UPDATED.match(line)
    return word_count(line) >= FEWEST_WORDS_OF_TITLE and not dated and not is_weather(line)


def _opens_body(text: str, lines: Sequence[LineEntry], index: int) -> bool:
    """Whether the first sentence follows a date line with nothing else of the page beside it.

    The weather, a city or another headline beside a date tell that it is the page's own.
    """
    if index and is_weather(_line(text, lines[index - 1])):
        return False
    for entry in lines[index + 1 :]:
        line = _line(text, entry)
        if entry[2] == "headline" or is_weather(line):
            return False
        if entry[2] == "body":
            return is_prose(line) or ends_in_stop(line) or line.endswith(":")
    return False


def _line(text: str, entry: LineEntry) -> str:
    return text[entry[0] : entry[1]].strip()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: its label, body lines before it, what is above and below.

    `above_headline`: between another title and the headline. `under_links`: below "More News".
    `opens_body`: a date line between the headline and the first sentence.
    """

    label: LineLabel
    body_before: int
    under_headline: bool
    above_headline: bool = False
    under_links: bool = False
    opens_body: bool = False

    @property
    def in_head(self) -> bool:
        return self.body_before <= HEAD_LINES

    @property
    def use_of_byline(self) -> Use:
        """Between another title and the headline, a byline may be a teaser's."""
        return "perhaps_upper" if self.above_headline else "trusted"


def _of_line(line: str, place: _Place) -> Iterator[Clue]:
    """A line is read as the first of these that it is: page stamp, labelled, byline, bare date."""
    if len(line) > LONGEST_BYLINE or not MAY_NAME_YEAR.search(line):
        return
    readings = [(reading, day) for reading in read(line) if (day := day_of(reading)) is not None]
    if not readings:
        return
    first, day = readings[0]
    if is_page_stamp(line):
        source: PublicationSource = "byline" if _UPDATED.match(line) else "masthead"
        yield from clue_of(source, day.isoformat(), "upper", line)
    elif _PUBLISHED.match(line) or _UPDATED.match(line):
        yield from _labelled(line, readings, place)
    elif place.in_head and _is_byline(line, first):
        yield from clue_of("byline", day.isoformat(), place.use_of_byline, line)
    elif place.under_links:
        return
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
        use: Use = "upper" if is_update else place.use_of_byline
        yield from clue_of("byline", day.isoformat(), use if place.in_head else "none", line)


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
    if place.opens_body:
        yield from clue_of("dateline", day.isoformat(), "trusted", line)
    else:
        use: Use = "perhaps_upper" if place.body_before else "upper"
        yield from clue_of("masthead", day.isoformat(), use, line)


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
    found = (_dateline(text[start:end].strip()) for start, end in opening)
    return next(filter(None, found), None)


def _dateline(line: str) -> Dateline | None:
    if opens_page_stamp(line):
        return None
    line = line[:LONGEST_BYLINE]
    reading = next(iter(read(line)), None)
    if reading is None or reading.rule.kind != "day":
        return None
    place = line[: reading.start]
    words = re.findall(r"[^\W\d_]+", place)
    capital = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if not capital or not _PLACE.fullmatch(place) or not _DATELINE_END.match(line, reading.end):
        return None
    if reading.end == len(line.rstrip(" .")) and not (place.rstrip().endswith(_AFTER_PLACE)):
        return None  # `Issue of December 6, 2024` is no place
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
        return next(clue_of("dateline", str(day), "trusted", dateline.text), None) if day else None
    if upper is None:
        return None
    years = range(upper.year, max(upper.year - 9, 0), -1)
    days = [day_in_year(year, dateline.month, dateline.day) for year in years]
    fitting = [day for day in days if day and day <= upper and (lower is None or lower <= day)]
    if lower is not None and len(fitting) == 1:
        return next(clue_of("dateline", str(fitting[0]), "trusted", dateline.text))
    return next(clue_of("dateline", f"{fitting[0]}?", "none", dateline.text)) if fitting else None
