"""What the words around a date make of it: a bound, an approximation, a plan or something past."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.dates.language import Cues

Bound = Literal["until", "before", "since", "from", "after", "begin"]

REACH = 40
"""Words looked at on each side of a date: longer than nearly every sentence of a newspaper."""

REACH_IN_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Context:
    """How a date is meant. `bound`: it limits or opens an interval instead of being the day.

    `plan`: the sentence tells of something to come; `past`: of something over; neither: no verb
    of it tells.
    """

    bound: Bound | None = None
    approximate: bool = False
    plan: bool = False
    past: bool = False


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
    plain = len(left)
    while plain and left[plain - 1] in cues.fillers:
        plain -= 1
    bound = (
        _bound_after(right, cues) or _bound(left[:plain], cues) or _begin(left[:plain], right, cues)
    )
    verdict = _plan_or_past(left, right, cues)
    plan = verdict is True and bound != "since"
    if bound == "until" and not plan:
        plan = _has_no_past(left, cues) and bool(left[: plain - 1])
    approximate = any(word in cues.approximate for word in left[plain:])
    return Context(bound, approximate, plan, past=verdict is False and not plan)


def tells_plan(sentence: str, cues: Cues) -> bool:
    """Whether any word of a sentence tells of a plan."""
    words = words_of(sentence, cues)
    return any(_plan_ends_at(words, index, cues) for index in range(len(words)))


def _bound(left: list[str], cues: Cues) -> Bound | None:
    for length in (3, 2, 1):
        found = cues.before_date.get(tuple(left[-length:])) if len(left) >= length else None
        if found:
            return found  # type: ignore[return-value]  # the tables hold the names of bounds only
    return None


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


def _has_no_past(left: list[str], cues: Cues) -> bool:
    return not any(_is_past(left, index, cues) for index in range(len(left)))


def _is_past(words: list[str], index: int, cues: Cues) -> bool:
    word = words[index]
    if word in cues.past or word in cues.report:
        return True
    if word in cues.not_past or not word.endswith(cues.past_endings):
        return False
    return not (index and words[index - 1] in cues.participle_after)


def _plan_ends_at(words: list[str], index: int, cues: Cues) -> bool:
    word = words[index]
    if cues.plan_endings and word.endswith(cues.plan_endings) and word not in cues.not_plan:
        return True
    if (word,) in cues.plan:
        return True
    if index and (words[index - 1], word) in cues.plan:
        return True
    return index > 1 and (words[index - 2], words[index - 1], word) in cues.plan


def _plan_or_past(left: list[str], right: list[str], cues: Cues) -> bool | None:
    """True: a plan; False: past. The nearest verb decides, first of those before the date."""
    verdict = _verdict_after(right, cues, limit=1) if cues.verb_last else None
    if verdict is None:
        verdict = _verdict_before(left, cues)
    if verdict is None:
        verdict = _verdict_after(right, cues)
    if verdict is None and cues.infinitive in left and left[-1:] != [cues.infinitive]:
        return True
    return verdict


def _verdict_before(left: list[str], cues: Cues) -> bool | None:
    past_seen = False
    for index in range(len(left) - 1, -1, -1):
        if _plan_ends_at(left, index, cues):
            return True
        if left[index] in cues.report and left[index - 1 : index] != ["be"]:
            return False
        if past_seen and left[index] in cues.clause_break:
            return False
        past_seen = past_seen or _is_past(left, index, cues)
    return False if past_seen else None


def _verdict_after(right: list[str], cues: Cues, *, limit: int = 2) -> bool | None:
    """Up to a break of the sentence, the second one: `On Friday, the minister will …`."""
    breaks = 0
    for index, word in enumerate(right):
        if _plan_ends_at(right, index, cues):
            return True
        if _is_past(right, index, cues):
            return False
        breaks += word in cues.clause_break
        if breaks == limit:
            return None
    return None
