"""What the verbs around a date tell of it: something to come, something over, or neither.

The nearest verb of the date's own clause decides; where another reading of it is open, the verdict
is not sure. Never says which day is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.dates.language import Cues

Sign = Literal["plan", "soft", "present", "past", "participle"]
"""What one word tells. `soft`: a plan that may be told of in the past (`planned`, `deadline`);
`present`: a verb that news use of what is to come (`opens`); `participle`: past or a mere
participle (`arrested`)."""

REACH_OF_AUXILIARY = 3
"""Words from a participle back to the auxiliary of its verb: `had long been due`."""

REACH_OF_ORDER = 8
"""Words from an order back from its deadline: `told residents of the old town to leave by`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the verbs tell. `plan`: to come; else over. `sure`: they leave no other choice.

    `soft`: a mere plan, of which the sentence may tell on that it is over.
    """

    plan: bool
    sure: bool
    soft: bool = False


PAST = Verdict(plan=False, sure=True)
LIKELY_PAST = Verdict(plan=False, sure=False)
LIKELY_PLAN = Verdict(plan=True, sure=False)


def verdict_of(left: list[str], right: list[str], cues: Cues) -> Verdict | None:
    """From the words before and after a date; None where no verb tells."""
    plain = without_fillers(left, cues)
    fronted = (not plain or plain[-1] in cues.clause_break) and right[:1] != [cues.possessive]
    verdict = None
    if fronted or cues.verb_last:
        limit = 2 if fronted and right[:1] == [","] else 1
        verdict = _after(right, cues, limit=limit, fronted=fronted)
    verdict = verdict or _before(left, plain, cues) or _after(right, cues, limit=2, fronted=False)
    if verdict is None and cues.infinitive in left and left[-1:] != [cues.infinitive]:
        verdict = LIKELY_PLAN
    if verdict is not None and verdict.soft and _turned(right, cues):
        return LIKELY_PAST
    return verdict


def without_fillers(left: list[str], cues: Cues) -> list[str]:
    """The words before a date and its prepositions."""
    plain = len(left)
    while plain and left[plain - 1] in cues.fillers:
        plain -= 1
    return left[:plain]


def tells_deadline(plain: list[str], cues: Cues) -> bool:
    """Whether the words up to `by`, `until` tell somebody to act (`told to leave by`)."""
    near, preposition = plain[-REACH_OF_ORDER:-1], plain[-1:]
    if near and near[-1] in cues.allowed:
        return True
    if not cues.infinitive or cues.infinitive in near or preposition in (["until"], ["till"]):
        return not cues.orders.isdisjoint(near)
    return False


def is_past(words: list[str], index: int, cues: Cues) -> bool:
    """Whether a word tells of something over."""
    return sign_of(words, index, cues) in ("past", "participle")


def sign_of(words: list[str], index: int, cues: Cues) -> Sign | None:
    """What the word at `index` tells, with the words that end there."""
    word = words[index]
    if word not in cues.telling and not word.endswith(cues.telling_endings):
        return None
    if _is_modal_perfect(words, index, cues):
        return "past"
    if _ends(words, index, cues.soft_plan):
        firm = _auxiliary(words, index, cues.be) and not _is_backshifted(words, index, cues)
        return "plan" if firm else "soft"
    if tells_plan_at(words, index, cues):
        return "plan"
    past = _past_sign(words, index, cues)
    if past is not None:
        return past
    if _ends(words, index, cues.present) or _is_progressive(words, index, cues):
        before = words[index - 1] if index else ""
        noun = before in cues.noun_after or before in cues.participle_after
        return None if noun else "present"
    if word.endswith(cues.present_endings) and word not in cues.not_present:
        return "present" if cues.present_endings else None
    return None


def tells_plan_at(words: list[str], index: int, cues: Cues) -> bool:
    """Whether words that tell of a plan end at `index`, soft ones too."""
    word = words[index]
    if cues.plan_endings and word.endswith(cues.plan_endings) and word not in cues.not_plan:
        return True
    return _ends(words, index, cues.plan) or _ends(words, index, cues.soft_plan)


def _ends(words: list[str], index: int, table: frozenset[tuple[str, ...]]) -> bool:
    """Whether one to three words of a table end at `index`."""
    if words[index] not in _last_words(table):
        return False
    return any(
        tuple(words[index + 1 - length : index + 1]) in table
        for length in (1, 2, 3)
        if index + 1 >= length
    )


@cache
def _last_words(table: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(words[-1] for words in table if words)


def _past_sign(words: list[str], index: int, cues: Cues) -> Sign | None:
    word = words[index]
    if word in cues.report:
        return None if words[index - 1 : index] == ["be"] and index else "past"
    by_ending = word not in cues.not_past and word.endswith(cues.past_endings)
    if word not in cues.past and not by_ending:
        return None
    before = index - 1
    while before > 0 and cues.adverb_ending and words[before].endswith(cues.adverb_ending):
        before -= 1
    previous = words[before] if before >= 0 else ""
    if previous in cues.participle_after:
        return None
    if word in cues.past and word not in cues.participles:
        return "past"
    if by_ending and previous in cues.determiners:
        return None
    return "participle" if cues.participles else "past"


def _is_modal_perfect(words: list[str], index: int, cues: Cues) -> bool:
    """`must have been killed`: over, though `must` is of what is to come."""
    if words[index] not in cues.past_modals or words[index + 1 : index + 2] != ["have"]:
        return False
    following = words[index + 2 : index + 3]
    return bool(following) and (
        following[0] in cues.past
        or following[0] in ("been", *cues.participles)
        or following[0].endswith(cues.past_endings)
    )


def _is_progressive(words: list[str], index: int, cues: Cues) -> bool:
    """`is visiting`: read at its auxiliary."""
    if not cues.progressive or words[index] not in cues.be:
        return False
    return any(word.endswith(cues.progressive) for word in words[index + 1 : index + 3])


def _auxiliary(words: list[str], index: int, auxiliaries: frozenset[str]) -> bool:
    return not auxiliaries.isdisjoint(words[max(0, index - REACH_OF_AUXILIARY) : index])


def _is_backshifted(words: list[str], index: int, cues: Cues) -> bool:
    """`was due to`, `должен был`: a plan of the past, which may lie ahead nevertheless."""
    return _auxiliary(words, index, cues.backshift) or any(
        word in cues.backshift for word in words[index + 1 : index + 2]
    )


def _before(left: list[str], plain: list[str], cues: Cues) -> Verdict | None:
    """The nearest verb before the date; beyond a mere participle the verb that governs it."""
    participle: Verdict | None = None
    parted = False
    for index in range(len(left) - 1, -1, -1):
        sign, word = sign_of(left, index, cues), left[index]
        if sign in ("plan", "soft"):
            return _plan(left, index, plain, cues, participle, parted=parted)
        if sign == "past":
            return PAST if not parted else participle or LIKELY_PAST
        if sign == "present" and participle is None:
            return LIKELY_PLAN
        if sign == "participle" and participle is None:
            participle = LIKELY_PAST if parted else PAST
        if word in cues.clause_break:
            if participle is not None:
                return participle
            parted = parted or word in cues.subordinators
    return participle


def _plan(
    left: list[str],
    index: int,
    plain: list[str],
    cues: Cues,
    participle: Verdict | None,
    *,
    parted: bool,
) -> Verdict:
    """The verdict of a plan at `index`, where a participle may stand between it and the date."""
    soft = sign_of(left, index, cues) == "soft"
    if participle is not None:
        beside = is_past(left, len(plain) - 1, cues)
        relative = any(word in cues.subordinators for word in left[max(0, index - 2) : index])
        return LIKELY_PAST if soft or beside or relative else LIKELY_PLAN
    shifted = _is_backshifted(left, index, cues)
    if shifted and soft and "been" in left[max(0, index - 2) : index]:
        return LIKELY_PAST  # had been due to
    if soft and _auxiliary(left, index, cues.determiners) and _main_past(left[index + 1 :], cues):
        return LIKELY_PAST
    return Verdict(plan=True, sure=not (soft or shifted or parted), soft=soft or shifted)


def _main_past(words: list[str], cues: Cues) -> bool:
    return any(is_past(words, index, cues) for index in range(len(words)))


def _after(right: list[str], cues: Cues, *, limit: int, fronted: bool) -> Verdict | None:
    """Up to a break of the sentence, the second one: `On Friday, the minister will …`."""
    breaks = 0
    participle: Verdict | None = None
    for index, word in enumerate(right):
        sign = sign_of(right, index, cues)
        if sign in ("plan", "soft"):
            if participle is not None:
                return LIKELY_PAST
            sure = sign == "plan" and not _is_backshifted(right, index, cues)
            return Verdict(plan=True, sure=sure, soft=not sure)
        if sign == "past":
            return participle or PAST
        if sign == "present" and fronted and participle is None:
            return LIKELY_PLAN
        if sign == "participle":
            participle = participle or PAST
        breaks += word in cues.clause_break
        if breaks == limit:
            return participle
    return participle


def _turned(right: list[str], cues: Cues) -> bool:
    """Whether what was planned is told on as past: `…, was scrubbed`, `… but fell ill`."""
    past = [index for index in range(len(right)) if is_past(right, index, cues)]
    if not past:
        return False
    between = right[right[0] == "," : past[0]]
    if past[0] <= REACH_OF_AUXILIARY and cues.clause_break.isdisjoint(between):
        return right[past[0]] not in cues.report
    return not cues.contrast.isdisjoint(right)
