"""Days that an article's body tells as past: publication is before none of them.

Plans, page stamps and what stands under a heading of links tell nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extractor.dates.candidates import MAY_NAME_YEAR, Clue, clue_of
from extractor.dates.context import look_around, tells_plan
from extractor.dates.grammar import Reading, read
from extractor.dates.languages.english import ENGLISH
from extractor.dates.within_year import period_stated
from extractor.schema import LineEntry
from extractor.text.boilerplate import opens_links
from extractor.text.dateline import is_page_stamp

_REACH_OF_STAMP = 40
_STAMP_BEFORE = re.compile(
    r"\b(?:accessed|retrieved|archived|downloaded|printed|updated|modified|copyright)"
    r"(?: from the original)?:?(?: on)? ?\Z|[©] ?\Z",
    re.IGNORECASE,
)


def past_days(text: str, lines: Sequence[LineEntry]) -> tuple[Clue, ...]:
    """Days with a year that body lines tell as past: publication is before none of them."""
    clues: list[Clue] = []
    body = False
    for start, end, label in lines:
        line = text[start:end]
        first, body = label == "body" and not body, body or label == "body"
        if body and opens_links(line.strip()):
            break  # what follows may be teasers of later stories
        if label != "body" or not MAY_NAME_YEAR.search(line) or tells_plan(line, ENGLISH.cues):
            continue
        if is_page_stamp(line.strip()):
            continue
        for reading in read(line):
            if first and not reading.start:
                continue  # the page's own date, glued to the text
            day = _first_past_day(line, reading)
            if day is not None:
                words = line[reading.start : reading.end]
                clues.extend(clue_of("text", day.isoformat(), "lower", words))
    return tuple(clues)


def _first_past_day(line: str, reading: Reading) -> date | None:
    """First day of words with a year, unless `by` or `until` stands before them."""
    if reading.rule.name == "year_before_noun":  # the 2030 games are talked about long before
        return None
    period = period_stated(reading)
    if period is None:
        return None
    if _STAMP_BEFORE.search(line[max(0, reading.start - _REACH_OF_STAMP) : reading.start]):
        return None
    context = look_around(line, reading.start, reading.end, ENGLISH.cues)
    return None if context.bound in ("until", "before") or context.plan else period.first
