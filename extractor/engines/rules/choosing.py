"""Chooses among the triggers of a sentence those that become events, and gives each its date.

The normal case is one event a sentence; several dates, each with its own trigger, are several.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.dating import may_date
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.triggers import Trigger
from extractor.engines.rules.verbs import MAIN

_OTHER_CLAUSE_COST = 15
"""Words that a date in another clause counts as farther away."""
_JOINT_COST = 5
"""The same for each "and" between the trigger and its date ("took Tal on 3 May and left")."""
_OPEN_COST = 4
"""Words that a date counts as farther away from a verb outside the vocabulary."""


def choose_events(
    sentence: Sentence, triggers: Sequence[Trigger], lexicon: Lexicon
) -> list[tuple[Trigger, tuple[int, int] | None]]:
    """The triggers that become events, each with its date."""
    triggers = _without_joined(sentence, triggers)
    if not triggers:
        return []
    dated: dict[Trigger, tuple[int, int]] = {}
    for date in sentence.dates:
        candidates = [
            trigger
            for trigger in triggers
            if (trigger.group.rank == MAIN or _in_clause(sentence, trigger, date))
            and may_date(sentence, date, trigger, lexicon)
        ]
        if not candidates:
            continue
        nearest = min(candidates, key=lambda t: (_cost(sentence, t, date), t.order))
        if nearest not in dated or _distance(sentence, nearest, date) < _distance(
            sentence, nearest, dated[nearest]
        ):
            dated[nearest] = date
    if len(dated) > 1:
        return sorted(dated.items(), key=lambda item: item[0].index)
    known = [trigger for trigger in triggers if not trigger.open]
    if not known:
        return list(dated.items())
    best = min(known, key=lambda trigger: trigger.order)
    if dated and best not in dated and next(iter(dated)).open:
        named = [(best, None)] if best.group.rank == MAIN else []
        return sorted([*named, *dated.items()], key=lambda item: item[0].index)
    dates = [date for date in sentence.dates if may_date(sentence, date, best, lexicon)]
    closest = min(dates, key=lambda d: _distance(sentence, best, d), default=None)
    if best.group.rank == MAIN and dated and closest is None:
        return sorted([(best, None), *dated.items()], key=lambda item: item[0].index)
    if best.group.rank == MAIN:
        return [(best, closest)]
    return [(best, closest)] if closest and _in_clause(sentence, best, closest) else []


def _in_clause(sentence: Sentence, trigger: Trigger, date: tuple[int, int]) -> bool:
    """Whether the date stands in the trigger's own clause.

    What is told only in passing, in a clause without a date, is no event of its own.
    """
    return sentence.clause[date[0]] == sentence.clause[trigger.index]


def _cost(sentence: Sentence, trigger: Trigger, date: tuple[int, int]) -> int:
    """The distance to a date, more for a verb of which nobody knows what it means."""
    return _distance(sentence, trigger, date) + _OPEN_COST * trigger.open


def _distance(sentence: Sentence, trigger: Trigger, date: tuple[int, int]) -> int:
    """Words between a trigger and a date, more where they stand in different clauses."""
    first, last = date
    apart = trigger.group.first - last if last <= trigger.group.first else first - trigger.end
    between = sentence.lower[min(last, trigger.end) : max(first, trigger.group.first)]
    joints = sum(word in grammar.CONJUNCTIONS or word == ";" for word in between)
    other_clause = not _in_clause(sentence, trigger, date)
    return apart + _JOINT_COST * joints + _OTHER_CLAUSE_COST * other_clause


def _without_joined(sentence: Sentence, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without the open ones that "and" joins to a verb of the vocabulary.

    "Water broke into the mine and drowned nine men" is one happening, told by its second verb.
    """
    known = [trigger for trigger in triggers if not trigger.open]
    return [t for t in triggers if not (t.open and any(_joins(sentence, t, k) for k in known))]


def _joins(sentence: Sentence, one: Trigger, other: Trigger) -> bool:
    first, second = sorted((one, other), key=lambda trigger: trigger.index)
    if sentence.lower[second.group.first - 1] not in grammar.CONJUNCTIONS:
        return False
    between = range(first.end, second.group.first)
    return not any(sentence.date[i] >= 0 or sentence.words[i] in BREAKS for i in between)
