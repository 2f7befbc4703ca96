"""Places of an article that may tell when it was published, each with what it is good for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.dates.grammar import Reading, read
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
from extractor.text.dateline import is_date_line, is_page_stamp
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
PUBLISHED = re.compile(
    r"(?:(?:first )?(?:published|posted|publication date|date published|issued|date)"
    r"|publicad[oa]|publiée?|veröffentlicht|erschienen|yayın(?:lan)?ma(?: tarihi)?|yayınlandı"
    r"|опубликован[оа]?|дата публикации|تاريخ النشر|نُ?شر|发布时间|发布于|發布時間|发表于)(?!\w)"
    r"[^\w]{0,3}(?:(?:on|at|by|el|le|am|في)\b)?",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?:(?:last |most recently )?(?:updated?|modified|edited)|(?:última )?actualiza(?:do|da|ción)"
    r"|mis(?:e)? à jour|(?:zuletzt )?aktualisiert|stand(?=:)|(?:son )?güncellen?me(?: tarihi)?"
    r"|обновлен[оа]?|آخر تحديث|تحديث|更新时间|更新于|更新)(?!\w)",
    re.IGNORECASE,
)
_FIGURE = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
MAY_NAME_YEAR = re.compile(
    rf"{_FIGURE}(?:{_FIGURE}{{3}}|[./-]{_FIGURE}{{2}}(?!{_FIGURE})|(?<=['’‘].)[0-9])"
)
"""Passes every line that a date with its year can stand in: most lines need not be read."""
_BY = re.compile(r"(?:by|por|par|von|автор:?) [^\W\d_]", re.IGNORECASE)
DIGIT = re.compile(_FIGURE)
_FILL = re.compile(
    r"(?:\b(?:at|on|am|pm|a\.m|p\.m|gmt|utc|est|edt|pst|pdt|cet|ist|updated?|last|today|now)\b"
    r"|[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?|[^\w\n])*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A candidate, its day (the last one where it is a longer time), and its use.

    `utc_hour`: the hour of a time in UTC, whose day may be the neighbour of the local one.
    `to_the_day`: its words name the day itself, not a month or year that begins with it.
    """

    candidate: PublicationCandidate
    day: date
    use: Use
    utc_hour: int | None = None
    to_the_day: bool = True


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


def line_clues(text: str, lines: Sequence[LineEntry], *, code: str = "en") -> Iterator[Clue]:
    """What the lines tell, in their order. `code`: the language whose date words are read."""
    dated = [index for index, entry in enumerate(lines) if _may_tell(text, entry)]
    if not dated:
        return
    body = 0
    headline = False
    has_headline = any(label == "headline" for _, _, label in lines)
    under_links = titled = False
    for index, (start, end, label) in enumerate(lines[: dated[-1] + 1]):
        line = text[start:end]
        if index in dated:
            above = titled and has_headline and not headline
            place = _Place(label, body, headline, above, under_links)
            if label == "dateline" and headline and not body:
                place = replace(place, opens_body=_opens_body(text, lines, index))
            yield from _of_line(line, place, code)
        body += label in ("body", "caption")
        headline = headline or label == "headline"
        titled = titled or _may_be_title(line)
        under_links = under_links or (body > 0 and opens_links(line))


def _may_tell(text: str, entry: LineEntry) -> bool:
    """Whether a line is short enough for a byline and may hold a date with its year."""
    start, end, label = entry
    if label == "link" or end - start > LONGEST_BYLINE:
        return False
    return MAY_NAME_YEAR.search(text, start, end) is not None


def _may_be_title(line: str) -> bool:
    """Whether a byline that follows may belong to this line."""
    dated = is_date_line(line) or PUBLISHED.match(line) or UPDATED.match(line)
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


def dated_readings(line: str, code: str) -> list[tuple[Reading, date]]:
    """The readings of a line that name a day with its year, each with that day."""
    return [
        (reading, day) for reading in read(line, code=code) if (day := day_of(reading)) is not None
    ]


def _of_line(line: str, place: _Place, code: str) -> Iterator[Clue]:
    """A line is read as the first of these that it is: page stamp, labelled, byline, bare date."""
    readings = dated_readings(line, code)
    if not readings:
        return
    first, day = readings[0]
    if is_page_stamp(line):
        source: PublicationSource = "byline" if UPDATED.match(line) else "masthead"
        yield from clue_of(source, day.isoformat(), "upper", line)
    elif PUBLISHED.match(line) or UPDATED.match(line):
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
        use: Use = "upper" if is_update(line[: reading.start]) else place.use_of_byline
        yield from clue_of("byline", day.isoformat(), use if place.in_head else "none", line)


def is_update(before: str) -> bool:
    """Whether of the labels before a date the last one is that of a change."""
    published = [match.end() for match in PUBLISHED.finditer(before)]
    updated = [match.end() for match in UPDATED.finditer(before)]
    return bool(updated) and (not published or updated[-1] > published[-1])


def _is_byline(line: str, reading: Reading) -> bool:
    """`By Jane Doe, December 6, 2024`, `December 7, 2024 by Jane Doe`."""
    before, after = line[: reading.start], line[reading.end :].lstrip(" ,|-–—•·")
    names_first = bool(_BY.match(before)) and _FILL.fullmatch(after) is not None
    return names_first or (not before.strip() and bool(_BY.match(after)))


def _is_bare(line: str, reading: Reading) -> bool:
    """Nothing but a date, with an hour at most."""
    return (
        is_date_line(line)
        or _FILL.fullmatch(line[: reading.start] + " " + line[reading.end :]) is not None
    )


def _bare(line: str, day: date, place: _Place) -> Iterator[Clue]:
    """A bare date: the article's own under its headline, the page's own above it."""
    if place.opens_body:
        yield from clue_of("dateline", day.isoformat(), "trusted", line)
    else:
        use: Use = "perhaps_upper" if place.body_before else "upper"
        yield from clue_of("masthead", day.isoformat(), use, line)
