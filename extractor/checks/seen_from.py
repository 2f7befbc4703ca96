"""What the relative words of a line count from, where the article tells of other days.

Live coverage, diaries and chronicles stand under lines that are nothing but a day; a report on
what is months past tells its own weekdays. Reads the shown lines only.
"""

from __future__ import annotations

from datetime import date, timedelta

from extractor.dates.expressions import find_expressions
from extractor.dates.headings import calendar_day
from extractor.grounding import visible
from extractor.request import Request
from extractor.schema import PublicationDate
from extractor.text.lines import Line

LONGEST_COVERAGE = timedelta(days=31)
"""Between publication and a heading without a year: farther away, its year is not sure."""

OF_NEWS = timedelta(days=14)
"""A bare weekday is of the last or the next week: beside days farther away it may be of theirs."""

REACH_OF_DAYS = 40
"""Lines that are looked back for a day of the calendar: long reports name one in every chapter."""


def heading_before(request: Request, line: Line) -> PublicationDate | None:
    """The day of the heading that a line stands under, as date words are seen from it.

    None where the article has not two such headings of different days.
    """
    headings = request.day_headings
    above = [day for number, day in headings.items() if number < line.number]
    if not above or len(set(headings.values())) == 1:
        return None
    day, published = above[-1], request.published.day
    sure = published is not None and abs(day - published) <= LONGEST_COVERAGE
    return PublicationDate(
        edtf=str(day) if sure else f"{day}?", earliest=day, latest=day, trusted=sure
    )


def latest_told(request: Request) -> date | None:
    """The latest day that the article can tell of: publication, or the last day of its headings."""
    latest, days = request.published.latest, set(request.day_headings.values())
    return max(latest, *days) if latest and len(days) > 1 else latest


def stands_among_far_days(request: Request, line: Line) -> bool:
    """Whether the day of the calendar that was told last lies weeks away from publication."""
    published = request.published.day
    if published is None:
        return False
    lines = [each for each in request.shown.values() if each.number <= line.number]
    for each in reversed(lines[-REACH_OF_DAYS:]):
        days = _calendar_days(request, each)
        if days:
            return abs(days[-1] - published) > OF_NEWS
    return False


def _calendar_days(request: Request, line: Line) -> list[date]:
    sentence = visible(request.article.text[line.start : line.end])
    found = find_expressions(sentence, language=request.language)
    days = (calendar_day(request.resolve(words.text, sentence=sentence)) for words in found)
    return [day for day in days if day is not None]
