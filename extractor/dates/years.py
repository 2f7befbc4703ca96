"""Whether a text tells any year at all: what every date without one rests on.

Tells only that a year stands there, never which year the article is of.
"""

from __future__ import annotations

import re

from extractor.dates.grammar import read
from extractor.dates.within_year import STATED_KINDS, stated_year

_FOUR_FIGURES = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS = range(1800, 2101)
"""Four figures that may be a year: a count among them errs to the side of what is told."""


def tells_year(text: str, *, code: str = "en") -> bool:
    """Whether a year stands in the text, in figures or in words.

    `code`: the language whose date words are read.
    """
    if any(int(match[0]) in _YEARS for match in _FOUR_FIGURES.finditer(text)):
        return True
    return any(
        reading.rule.kind in STATED_KINDS or stated_year(reading.parts) is not None
        for reading in read(text, code=code, quoted=True, thorough=True)
    )
