"""Lines that are nothing but a day: what live coverage, diaries and chronicles are told under.

Finds them only; what their day means for the lines below is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from extractor.dates.expressions import find_expressions
from extractor.dates.resolve import Resolution
from extractor.edtf import EdtfDate

LONGEST_HEADING = 40
"""Characters of a line that is nothing but a day: `Donnerstag, den 18. September 2014:`."""

_MARKS = " .:–—-|*#"


def day_headings(
    lines: Iterable[tuple[int, str]], resolve: Callable[..., Resolution], *, language: str
) -> dict[int, date]:
    """Number of a heading -> its day. `lines`: numbers and texts; `resolve`: for this article."""
    headings = {}
    for number, line in lines:
        words = line.strip(_MARKS) if len(line) <= LONGEST_HEADING else ""
        found = find_expressions(words, language=language) if words else ()
        if len(found) == 1 and found[0].text == words:
            day = calendar_day(resolve(words, sentence=words))
            if day is not None:
                headings[number] = day
    return headings


def calendar_day(resolution: Resolution) -> date | None:
    """The day of words that name it by its month: not of `Friday`, not of `yesterday`."""
    if resolution.basis not in ("stated", "year_inferred") or resolution.edtf is None:
        return None
    is_day = isinstance(resolution.edtf, EdtfDate) and resolution.edtf.day is not None
    return resolution.edtf.bounds.earliest if is_day else None
