"""The day that `today` and `on Friday` count from: of the dateline, where print came out later.

A reporter writes `this morning` on the day of the dateline, and the newspaper is of the next day.
"""

from __future__ import annotations

from datetime import date, timedelta

from extractor.edtf import bounds_of
from extractor.schema import PublicationDate

LONGEST_PRINT = timedelta(days=7)
"""A weekly comes out up to so much later than its datelines and bylines say."""


def vantage_of(published: PublicationDate) -> PublicationDate:
    """What date words are seen from: the publication date, or the day of the dateline before it.

    A dateline whose year was inferred from untrusted bounds stays uncertain.
    """
    day, first = published.day, published.earliest
    if first and not published.trusted and (published.edtf or "").startswith(f"{first}?"):
        return _seen_from(first, trusted=False)
    told = (bounds_of(each.edtf) for each in published.candidates if each.source == "dateline")
    for first, last in told:
        if day and first and first == last and timedelta() < day - first <= LONGEST_PRINT:
            return _seen_from(first, trusted=True)
    return published


def _seen_from(day: date, *, trusted: bool) -> PublicationDate:
    return PublicationDate(
        edtf=str(day) if trusted else f"{day}?",
        earliest=day,
        latest=day,
        source="dateline",
        trusted=trusted,
    )
