"""Which day a happening belongs to: one of its own sentence, one told before, publication, or none.

Looks at tense, clauses and the order of the story. It never resolves date words itself and knows
no vocabulary of happenings, so any engine can ask it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from extractor.dates.clauses import Words, distance, read_words
from extractor.dates.expressions import find_expressions
from extractor.dates.language_choice import choose_language
from extractor.dates.resolve import resolve
from extractor.dates.tense import PAST_TENSES, UNREAL_TENSES, Telling, is_past, read_tense
from extractor.edtf import UNBOUNDED, Edtf, bounds_of, from_day
from extractor.schema import PublicationDate

AttachmentBasis = Literal["sentence", "carried", "published", "none"]
"""Where a day was found: in the event's own line, in another one, as publication date, nowhere."""

_LIMIT = 11.0
"""A date of the sentence that is farther away (see `clauses.distance`) dates something else. Of 8,
11, 14 and 18 the best on the even half of MEANTIME, as all numbers here."""
_CLOSE = _LIMIT / 2
"""How near a date must be for a later mention of the same happening to take it."""
_REACH = 60
"""Words to a date beyond which its distance is over `_LIMIT`, whatever lies between: each word
costs 0.3, and a date that opens the line has 6 taken off."""
_LEAD = 2
"""Body lines in which the day of the story is looked for; a third changed nothing."""
_STORY_DAYS = 4
"""Days before publication that the day of the story may lie; 7 changed nothing, and a weekday
farther back is background."""
_STEM = 5
"""Letters that two words for one happening share ("resigned", "resignation")."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_NEXT = frozenset({"later", "then", "afterwards", "afterward", "meanwhile", "subsequently"})
"""Opening words of a line that goes on with what the line before told."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """Date words of a line, `text[start:end]` (characters of the line), and what they mean."""

    start: int
    end: int
    edtf: Edtf | None


@dataclass(frozen=True)
class DatedLine:
    """One line of an article with its date words in text order."""

    text: str
    dates: tuple[DateWords, ...] = ()
    headline: bool = False

    @cached_property
    def words(self) -> Words:
        """The line cut into words."""
        return read_words(self.text)

    @cached_property
    def date_starts(self) -> Sequence[int]:
        """The word that each of the dates begins with."""
        return [self.words.index_at(found.start) for found in self.dates]

    @cached_property
    def date_ends(self) -> Sequence[int]:
        """The word that each of the dates ends with."""
        return [self.words.index_at(found.end - 1) for found in self.dates]


@dataclass(frozen=True, slots=True)
class Attachment:
    """The day of a happening. `line` is the index of the line that `words` stand in.

    `sure`: the day is told of this very happening, or of the line before that it goes on from;
    otherwise a carried day is only the likeliest, the day of the whole story.
    """

    edtf: Edtf | None
    basis: AttachmentBasis
    line: int | None = None
    words: DateWords | None = None
    sure: bool = False


_NONE = Attachment(None, "none")


def read_dates(
    text: str, published: PublicationDate, *, headline: bool = False, language: str | None = None
) -> DatedLine:
    """A line with all its date words, resolved as seen from the publication date."""
    code = choose_language(language, text)
    return DatedLine(
        text,
        tuple(
            DateWords(
                found.start,
                found.end,
                resolve(found.text, published, sentence=text, language=code).edtf,
            )
            for found in find_expressions(text, language=code)
        ),
        headline,
    )


class Story:
    """The lines of one article, in text order, asked for the day of one happening after another.

    `published`: the day of publication where it is known; the dateline itself is no line.
    """

    def __init__(self, lines: Sequence[DatedLine], published: date | None) -> None:
        self.lines = lines
        self.published = published
        self.day = self._day_of_story()
        self._told: dict[str, Attachment] | None = None

    def attach(self, line: int, start: int) -> Attachment:
        """The day of what the word at `start` (characters of the line) tells."""
        here = self.lines[line]
        index = here.words.index_at(start)
        telling = read_tense(here.words.lower, index)
        own = self._own(line, index, telling)
        if own is not None:
            return own
        if here.headline:
            return self.day
        if telling.tense in UNREAL_TENSES:
            return _NONE
        told = self._told_before(here.words, index)
        if told is not None:
            return told
        if telling.tense == "past_perfect":
            return _NONE
        if telling.tense == "present" and not telling.speech:
            return self._published()
        return self._going_on(line, telling) or self.day

    def _own(self, line: int, index: int, telling: Telling) -> Attachment | None:
        near = self._nearest(line, index, telling)
        if near is None or near[0] >= _LIMIT:
            return None
        return Attachment(near[1].edtf, "sentence", line, near[1], sure=True)

    def _nearest(self, line: int, index: int, telling: Telling) -> tuple[float, DateWords] | None:
        """The date of a line that lies nearest to a word and can be its day."""
        here = self.lines[line]
        best: tuple[float, DateWords] | None = None
        low = bisect_left(here.date_ends, index - _REACH)
        high = bisect_right(here.date_starts, index + _REACH)
        for found in here.dates[low:high]:
            if found.edtf is None or not self._may_be_day(found.edtf, telling):
                continue
            apart = distance(here.words, index, found.start, found.end, telling)
            if apart is not None and (best is None or apart < best[0]):
                best = (apart, found)
        return best

    def _may_be_day(self, edtf: Edtf, telling: Telling) -> bool:
        """What has happened has no day to come; what is to come has none that is over."""
        if self.published is None:
            return True
        earliest, latest = bounds_of(edtf)
        if telling.tense in UNREAL_TENSES and not telling.speech:
            return latest is None or latest >= self.published
        if telling.tense not in PAST_TENSES and not telling.speech:
            return True
        if earliest is None or earliest < self.published:
            return True
        return earliest == latest == self.published

    def _day_of_story(self) -> Attachment:
        """The first day that the lead tells of something over, else the day of publication."""
        body = [index for index, line in enumerate(self.lines) if not line.headline][:_LEAD]
        for index in body:
            for found in self.lines[index].dates:
                if self._is_story_day(self.lines[index].words, found):
                    return Attachment(found.edtf, "carried", index, found)
        return self._published()

    def _is_story_day(self, words: Words, found: DateWords) -> bool:
        first, last = bounds_of(found.edtf) if found.edtf else UNBOUNDED
        if first is None or first != last or words.is_aside(found.start, found.end):
            return False
        return self.published is None or 0 <= (self.published - first).days <= _STORY_DAYS

    def _published(self) -> Attachment:
        if self.published is None:
            return _NONE
        return Attachment(from_day(self.published), "published")

    def _told_before(self, words: Words, index: int) -> Attachment | None:
        """The day of the happening that a word of the same stem was dated with elsewhere."""
        if self._told is None:
            self._told = self._dated_stems()
        known = self._told.get(_stem(words.lower[index]))
        definite = not _DEFINITE.isdisjoint(words.lower[max(0, index - 3) : index])
        return replace(known, sure=definite) if known and (definite or known.sure) else None

    def _dated_stems(self) -> dict[str, Attachment]:
        """By stem, the first day that a word was dated with; `sure`: the word was a verb."""
        told: dict[str, Attachment] = {}
        for line, here in enumerate(self.lines):
            if not here.dates:
                continue
            for index, word in enumerate(here.words.lower):
                stem = _stem(word)
                if not stem or stem in told:
                    continue
                telling = read_tense(here.words.lower, index)
                if telling.speech or telling.tense in UNREAL_TENSES:
                    continue
                near = self._nearest(line, index, telling)
                if near is not None and near[0] < _CLOSE:
                    told[stem] = Attachment(
                        near[1].edtf, "carried", line, near[1], sure=is_past(word)
                    )
        return told

    def _going_on(self, line: int, telling: Telling) -> Attachment | None:
        """The last day of the line before, where this line opens with "Later" and the like."""
        words = self.lines[line].words.lower
        if not line or telling.tense not in PAST_TENSES or _NEXT.isdisjoint(words[:2]):
            return None
        before = self.lines[line - 1]
        for found in reversed(before.dates):
            first, last = bounds_of(found.edtf) if found.edtf else UNBOUNDED
            if first is None or first != last or before.words.is_aside(found.start, found.end):
                continue
            if self.published is None or first <= self.published:
                return Attachment(found.edtf, "carried", line - 1, found, sure=True)
        return None


def _stem(word: str) -> str:
    """The letters that stand for a happening, "" for a word too short to tell one."""
    return word[:_STEM] if len(word) >= _STEM else ""
