"""Events as CSV: one row an event, for spreadsheets and data frames.

UTF-8 with a header, quoted as RFC 4180 says. What a list holds stands in one cell, joined by
"; ". A cell that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from extractor.export.given import AnyEvent
from extractor.export.wording import detail_words

COLUMNS = (
    "article_id",
    "id",
    "title",
    "summary",
    "kind",
    "status",
    "date",
    "earliest",
    "latest",
    "precision",
    "basis",
    "date_text",
    "time_of_day",
    "time",
    "zone",
    "who",
    "roles",
    "where",
    "within",
    "attribution",
    "quotes",
    "spans",
    "lines",
    "details",
    "issues",
    "engine",
    "profile",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""First characters that Excel, LibreOffice and Google Sheets take for a formula (OWASP)."""


def write(events: Iterable[AnyEvent], out: TextIO) -> None:
    """A header, then one row an event in the order given. Offsets are code points."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for event in events:
        cells = _cells(event)
        writer.writerow([_safe(cells.get(column)) for column in COLUMNS])


def _cells(event: AnyEvent) -> dict[str, object]:
    when = event.when
    earliest, latest = when.bounds
    return {
        **{name: getattr(event, name) for name in _PLAIN},
        **{name: getattr(when, name, None) for name in _PLAIN_OF_DATE},
        "date": when.edtf,
        "date_text": when.text,
        "earliest": earliest,
        "latest": latest,
        "who": _joined(actor.name for actor in event.who),
        "roles": _joined(actor.role for actor in event.who),
        "where": _joined(place.name for place in event.where),
        "within": _joined(place.within or "" for place in event.where),
        "quotes": _joined(piece.quote or "" for piece in event.cited),
        "spans": _joined(
            f"{piece.start}-{piece.end}" for piece in event.cited if piece.start is not None
        ),
        "lines": _joined(str(piece.line) for piece in event.cited if piece.line is not None),
        "details": detail_words(event.details),
        "issues": _joined(f"{issue.code}: {issue.message}" for issue in event.issues),
    }


_PLAIN = (
    "article_id", "id", "title", "summary", "kind", "status", "attribution", "engine", "profile",
)  # fmt: skip
_PLAIN_OF_DATE = ("precision", "basis", "time_of_day", "time", "zone")


def _joined(words: Iterable[str]) -> str:
    """The words of a list; nothing where all of them are empty (`within` of no place)."""
    listed = list(words)
    return "; ".join(listed) if any(listed) else ""


def _safe(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
