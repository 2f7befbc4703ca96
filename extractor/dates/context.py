"""What the words around a date make of it: a bound, an approximation, a plan or something past."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.dates.language import Cues
from extractor.dates.verdict import (
    is_past,
    tells_deadline,
    tells_plan_at,
    verdict_of,
    without_fillers,
)

Bound = Literal["until", "before", "since", "not_before", "from", "after", "begin"]
"""`not_before`: as `since`, but it may lie ahead; a context never has it (it says `since`)."""

REACH = 40
"""Words looked at on each side of a date: longer than nearly every sentence of a newspaper."""

REACH_IN_CHARACTERS = 600

REACH_OF_DENIAL = 6
"""Words from `not` to the `before` or `until` that it denies: `will not open to visitors until`."""


@dataclass(frozen=True, slots=True)
class Context:
    """How a date is meant. `bound`: it limits or opens an interval instead of being the day.

    `plan`: the sentence tells of something to come; `past`: of something over; neither: no verb
    of it tells. `sure`: the verb leaves no choice, and the date is its own (not `Friday's vote`).
    """

    bound: Bound | None = None
    approximate: bool = False
    plan: bool = False
    past: bool = False
    sure: bool = False


def words_of(text: str, cues: Cues) -> list[str]:
    """Words and the marks that break a sentence, in lower case where that is the same word."""
    words = _word(cues.word).findall(text.translate(cues.fold) if cues.fold else text)
    return [word if word in cues.keep_case else word.lower() for word in words]


@cache
def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def look_around(sentence: str, start: int, end: int, cues: Cues) -> Context:
    """The context of the date `sentence[start:end]`."""
    before = sentence[max(0, start - REACH_IN_CHARACTERS) : start]
    after = sentence[end : end + REACH_IN_CHARACTERS]
    return _between(words_of(before, cues)[-REACH:], words_of(after, cues)[:REACH], cues)


class SentenceWords:
    """The words of a sentence, cut once for all its dates."""

    def __init__(self, sentence: str, cues: Cues) -> None:
        self._cues = cues
        matches = list(_word(cues.word).finditer(sentence))
        plain = (match[0].translate(cues.fold) if cues.fold else match[0] for match in matches)
        self._words = [word if word in cues.keep_case else word.lower() for word in plain]
        self._starts = [match.start() for match in matches]

    def around(self, start: int, end: int) -> Context:
        """The context of the date at these characters of the sentence."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        left = self._words[max(0, first - REACH) : first]
        return _between(left, self._words[last : last + REACH], self._cues)


def _between(left: list[str], right: list[str], cues: Cues) -> Context:
    """The context of a date between these words."""
    plain = without_fillers(left, cues)
    bound = _bound_after(right, cues) or _bound(plain, cues) or _begin(plain, right, cues)
    if bound in ("before", "until") and _is_denied(plain, cues):
        bound = "not_before"
    verdict = verdict_of(left, right, cues)
    plan = verdict is not None and verdict.plan and bound != "since"
    if bound == "until" and not plan:
        plan = len(plain) > 1 and not any(is_past(left, at, cues) for at in range(len(left)))
    if bound in ("before", "until") and not plan:
        plan = tells_deadline(plain, cues)
    past = verdict is not None and not verdict.plan and not plan
    owner = right[:1] == [cues.possessive]
    sure = verdict is not None and verdict.sure and verdict.plan == plan and not owner
    approximate = any(word in cues.approximate for word in left[len(plain) :])
    return Context("since" if bound == "not_before" else bound, approximate, plan, past, sure)


def tells_plan(sentence: str, cues: Cues) -> bool:
    """Whether any word of a sentence tells of a plan."""
    words = words_of(sentence, cues)
    return any(tells_plan_at(words, index, cues) for index in range(len(words)))


def _bound(left: list[str], cues: Cues) -> Bound | None:
    for length in (3, 2, 1):
        found = cues.before_date.get(tuple(left[-length:])) if len(left) >= length else None
        if found:
            return found  # type: ignore[return-value]  # the tables hold the names of bounds only
    return None


def _is_denied(plain: list[str], cues: Cues) -> bool:
    """Whether `before` and `until` are denied: `will not open before`, `did not end until`."""
    reach = range(min(3, len(plain)), 0, -1)
    own = next((n for n in reach if tuple(plain[-n:]) in cues.before_date), 0)
    before = plain[: len(plain) - own]  # `no later than` denies nothing
    for word in reversed(before[-REACH_OF_DENIAL:]):
        if word in cues.negations:
            return True
        if word in cues.clause_break:
            return False
    return False


def _bound_after(right: list[str], cues: Cues) -> Bound | None:
    for length in (3, 2, 1):
        found = cues.after_date.get(tuple(right[:length])) if cues.after_date else None
        if found:
            return found  # type: ignore[return-value]  # the tables hold the names of bounds only
    return None


def _begin(left: list[str], right: list[str], cues: Cues) -> Bound | None:
    """`began on`: open to the end, if what began is not brief and no end is told."""
    if not left or left[-1] not in cues.begin:
        return None
    ends = any(
        word in cues.close and not (index and right[index - 1] in cues.negations)
        for index, word in enumerate(right)
    )
    return None if ends or any(word in cues.brief for word in left) else "begin"
