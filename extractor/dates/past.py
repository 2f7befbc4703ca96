"""Days that an article's body tells as past: publication is before none of them.

Plans, page stamps and what stands under a heading of links tell nothing of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.dates.candidates import MAY_NAME_YEAR, Clue, clue_of
from extractor.dates.context import look_around, tells_plan
from extractor.dates.grammar import Reading, read
from extractor.dates.language import Cues
from extractor.dates.languages import load_language
from extractor.dates.periods import Period
from extractor.dates.within_year import period_stated
from extractor.schema import LineEntry
from extractor.text.boilerplate import is_print_notice, opens_links
from extractor.text.dateline import is_page_stamp

_LONGEST_HEADING = 60
_REACH_OF_STAMP = 40
_STAMP_BEFORE = re.compile(
    r"\b(?:accessed|retrieved|archived|downloaded|printed|updated|modified|copyright)"
    r"(?: from the original)?:?(?: on)? ?\Z|[©] ?\Z",
    re.IGNORECASE,
)


def past_days(text: str, lines: Sequence[LineEntry], *, code: str = "en") -> tuple[Clue, ...]:
    """Days with a year that body lines tell as past: publication is before none of them.

    `code`: the language whose date words are read.
    """
    clues: list[Clue] = []
    body = False
    story = next((start for start, _, label in lines if label == "dateline"), 0)
    for start, end, label in lines:
        first, body = label == "body" and not body, body or label == "body"
        if body and end - start <= _LONGEST_HEADING and opens_links(text[start:end]):
            break  # what follows may be teasers of later stories
        if label != "body" or not MAY_NAME_YEAR.search(text, start, end):
            continue
        if start < story:
            continue  # whatever was put above a dateline, the dated story does not tell it
        line = text[start:end]
        cues = load_language(code).cues
        if is_page_stamp(line) or is_print_notice(line) or tells_plan(line, cues):
            continue
        for reading in read(line, code=code):
            if first and not reading.start:
                continue  # the page's own date, glued to the text
            period = _past_period(line, reading, cues)
            if period is None:
                continue
            words = line[reading.start : reading.end]
            clues.extend(
                replace(clue, to_the_day=period.first == period.last)
                for clue in clue_of("text", period.first.isoformat(), "lower", words)
            )
    return tuple(clues)


def _past_period(line: str, reading: Reading, cues: Cues) -> Period | None:
    """The days of words with a year, unless `by` or `until` stands before them."""
    if reading.rule.name == "year_before_noun":  # the 2030 games are talked about long before
        return None
    period = period_stated(reading)
    if period is None:
        return None
    if _STAMP_BEFORE.search(line[max(0, reading.start - _REACH_OF_STAMP) : reading.start]):
        return None
    context = look_around(line, reading.start, reading.end, cues)
    return None if context.bound in ("until", "before") or context.plan else period
