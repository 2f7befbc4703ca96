"""All date expressions of a text with their TIMEX3 values and the days that they mean.

What one expression tells is known to those after it: `the following day` counts from the last
day told. The TIMEX3 value is the likeliest reading, as that standard wants; the days never are
a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.dates.clock import read_clock
from extractor.dates.context import Context, SentenceWords
from extractor.dates.grammar import Reading, read
from extractor.dates.language_choice import choose_language
from extractor.dates.languages import load_language
from extractor.dates.likely import likely_grain, likely_period
from extractor.dates.memory import Memory
from extractor.dates.periods import Period
from extractor.dates.placing import UNDATED_KINDS, Placed
from extractor.dates.resolve import Resolution, place_or_tell, settle, without_days
from extractor.dates.timex3 import TimexType, calendar_value, grain_of
from extractor.dates.timex_values import timex_of
from extractor.schema import PublicationDate

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[MDJS]r)(?<!\bM[rs]s)(?<!\bMs)(?<!\bGen)(?<!\bSen)(?<!\bRep)(?<!\bGov)"
    r"[.!?؟][\"'”’»)\]]*\s+(?=[\"'“‘«(\[`¿¡]*[^\W\d_a-zß-öø-ÿğışа-яё])"  # no small letter
    r"|\n\s*\n|[。！？]"
)
"""Ends of sentences but for initials and titles: those missed only lengthen a context."""

NO_EXPRESSION = frozenset({"no_time"})
"""Kinds that are read so that nothing else reads their words, and are not time expressions."""

NOT_REMEMBERED = frozenset({"year_before", "ago", "offset", "span", "told", "now", "time_only"})
"""Kinds that compare with what is told of, and are not what is told of next."""

BESIDE = 5
"""Characters between an hour and its day: `at noon on Sunday`, `on Tuesday, at 9 a.m.`."""


@dataclass(frozen=True, slots=True)
class DatedExpression:
    """Date words `text_of_article[start:end] == text` (code points) and what they mean.

    `type`, `value` and `mod` as in TIMEX3 (TimeML 1.2.1). Words that tell no day of the calendar
    have a resolution without edtf.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    resolution: Resolution


def annotate(
    text: str, published: PublicationDate, *, language: str | None = None
) -> tuple[DatedExpression, ...]:
    """All date expressions of a text, in its order, none overlapping. Raises nothing.

    `published` is what is known of the publication date (see `publication_date`). `language`: a
    BCP 47 tag; without one the text itself tells. The ends of a range are two expressions, each
    with its own value and the days of the whole range.
    """
    code = choose_language(language, text)
    readings = read(text, thorough=True, code=code)
    return tuple(_Annotator(text, published, code, readings).expressions()) if readings else ()


class _Annotator:
    """One text on its way: its readings, its sentences, and what it has told so far."""

    def __init__(
        self, text: str, published: PublicationDate, code: str, readings: tuple[Reading, ...]
    ) -> None:
        self._text = text
        self._published = published
        self._code = code
        self._cues = load_language(code).cues
        self._readings = readings
        self._sentence_starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
        self._memory = Memory()
        self._sentence = (0, 0)
        self._words = SentenceWords("", self._cues)

    def expressions(self) -> Iterator[DatedExpression]:
        for index, reading in enumerate(self._readings):
            if reading.rule.kind not in NO_EXPRESSION:
                yield from self._dated(index, reading)

    def _dated(self, index: int, reading: Reading) -> Iterator[DatedExpression]:
        context = self._context(reading)
        words = self._text[reading.start : reading.end]
        placed = place_or_tell(reading, self._published, context, self._known(index, reading))
        resolution = settle(
            without_days(words, (reading,), reading, code=self._code), placed, context
        )
        period = likely_period(reading, placed, self._published, context, self._memory)
        grain = likely_grain(reading, self._memory)
        if period is not None and reading.rule.kind not in NOT_REMEMBERED:
            self._memory.note(grain, period)
        elif reading.rule.kind == "offset":
            self._went_on(placed)
        if reading.ends and period:
            for (start, end), day in zip(reading.ends, period, strict=True):
                value = calendar_value(grain, day)
                part = self._text[start:end]
                yield DatedExpression(start, end, part, "DATE", value, None, resolution)
            return
        timex = timex_of(reading, period, grain, read_clock(words, code=self._code))
        yield DatedExpression(
            reading.start, reading.end, words, timex.type, timex.value, timex.mod, resolution
        )

    def _went_on(self, placed: Placed | str) -> None:
        """`Three days later`: the day told next, if that is a day for certain."""
        first, last = (None, None) if isinstance(placed, str) else placed.bounds
        if isinstance(placed, str) or first is None or first != last or placed.qualifier:
            self._memory.forget_day()
        else:
            self._memory.note("day", Period(first, first))

    def _context(self, reading: Reading) -> Context:
        """What the sentence around a reading makes of it."""
        starts = self._sentence_starts
        sentence = bisect_right(starts, reading.start)
        start = starts[sentence - 1]
        following = bisect_right(starts, reading.end - 1)  # no sentence ends within `3. Mai`
        stop = starts[following] if following < len(starts) else len(self._text)
        if self._sentence != (start, stop):
            self._sentence = start, stop
            self._words = SentenceWords(self._text[start:stop], self._cues)
        return self._words.around(reading.start - start, reading.end - start)

    def _known(self, index: int, reading: Reading) -> date | None:
        """The day that a reading may count from; of an hour, only a day that stands beside it."""
        if reading.rule.kind != "time_only":
            return self._memory.known(reading.parts)
        if index + 1 < len(self._readings):
            following = self._readings[index + 1]
            if _is_day(following) and following.start - reading.end <= BESIDE:
                placed = place_or_tell(following, self._published, self._context(following))
                return None if isinstance(placed, str) else placed.bounds.earliest
        previous = self._readings[index - 1] if index else None
        if previous and _is_day(previous) and reading.start - previous.end <= BESIDE:
            return self._memory.day
        return None


def _is_day(reading: Reading) -> bool:
    kind = reading.rule.kind
    return kind not in UNDATED_KINDS and kind != "time_only" and grain_of(reading) == "day"
