"""How far date words stand from another word of their sentence, counted in words and clauses.

Knows the closed classes of English that part a clause from the next; never says what day is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.dates.tense import (
    AUXILIARIES,
    SPEECH,
    Telling,
    is_past,
    words_of,
)

_WORD_COST = 0.3
_COSTS = {
    6.0: "that which who when while because although whereas where but ;",
    3.0: "after before since as and",
    2.0: ",",
    4.0: '" “ ” (',
}
_COST_OF = {word: cost for cost, words in _COSTS.items() for word in words.split()}
_VERB_COST = 5.0
_REPORT_COST = 10.0
"""What lies between a word and a date counts so much. Calibrated by hand on the even half of
MEANTIME; what matters is their order: a clause parts more than a comma, a comma more than words."""
_FRONTED = 6.0
"""Taken off where the sentence opens with the date: it frames what follows ("On Monday, …")."""

_REPORT_REACH = 3
"""Words from a verb of saying to the date of the saying ("the company said here on Friday")."""
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_OWNER = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in words: small letters, where each starts, and whether it is quoted."""

    text: str
    lower: Sequence[str]
    starts: Sequence[int]
    quoted: Sequence[bool]

    def index_at(self, position: int) -> int:
        """The word that stands at or before a position (characters)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def is_aside(self, start: int, end: int) -> bool:
        """Whether date words only describe a noun ("Friday's talks", "the 1991 accord")."""
        if self.text[end : end + 2] in _OWNER:
            return True
        first, last = self.index_at(start), self.index_at(end - 1)
        if not self.text[start:end].isdigit() or not first or last + 1 >= len(self.lower):
            return False
        return self.lower[first - 1] in _ARTICLES and self.lower[last + 1].isalpha()


def read_words(text: str) -> Words:
    """Cut a sentence into words."""
    lower, starts = words_of(text)
    quoted, inside = [], False
    for word in lower:
        if word in {'"', "“", "”"}:
            inside = word == "“" or (word == '"' and not inside)
        quoted.append(inside)
    return Words(text, lower, starts, quoted)


def distance(words: Words, index: int, start: int, end: int, telling: Telling) -> float | None:
    """How far the date words `start` to `end` (characters) stand from the word at `index`.

    None where they date something else: a noun that they describe, or what a quotation says.
    """
    first, last = words.index_at(start), words.index_at(end - 1)
    if words.is_aside(start, end) or (words.quoted[first] and not words.quoted[index]):
        return None
    low, high = (last + 1, index) if last < index else (index + 1, first)
    apart = sum(_cost(words.lower, at) for at in range(low, high))
    if first <= 1:
        apart = max(0.0, apart - _FRONTED)
    dates_report = telling.tense not in {"past", "none"} and _is_report(words.lower, first, last)
    return apart + (_REPORT_COST if dates_report and not telling.speech else 0.0)


def _cost(lower: Sequence[str], index: int) -> float:
    word = lower[index]
    if word in _COST_OF:
        return _WORD_COST + _COST_OF[word]
    if word in AUXILIARIES:
        follows = lower[index + 1] if index + 1 < len(lower) else ""
        chained = follows in AUXILIARIES or is_past(follows)
        return _WORD_COST if chained else _WORD_COST + _VERB_COST
    return _WORD_COST + (_VERB_COST if is_past(word) else 0.0)


def _is_report(lower: Sequence[str], first: int, last: int) -> bool:
    """Whether the date words date a saying ("said on Friday that", "on Friday said")."""
    before = lower[max(0, first - _REPORT_REACH) : first]
    return not SPEECH.isdisjoint(before) or not SPEECH.isdisjoint(lower[last + 1 : last + 2])
