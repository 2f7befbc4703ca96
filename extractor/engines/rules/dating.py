"""Which date words of a sentence can tell the day of which of its events.

Leaves out a birthday, a day that is ruled out, and the day of another noun or clause; never says
what day the words mean.
"""

from __future__ import annotations

from itertools import pairwise

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.sources import is_report_date, report_after
from extractor.engines.rules.triggers import Trigger
from extractor.engines.rules.verbs import MAIN

_COUNTED_REACH = 20
"""Words from "three days after" to the date of the clause that it opens."""
_BORN_REACH = 6
"""Words from "born" to the date ("born in the port of Osk on 3 May" has five)."""
_NOUN_REACH = 4
"""Words from a date to the end of the noun phrase that it opens ("the 7 May Osk bridge attack")."""
_UNITS = frozenset(
    {"second", "minute", "hour", "day", "night", "morning", "evening", "afternoon", "week"}
    | {"weekend", "fortnight", "month", "season", "year", "decade", "century"}
)
_PLURAL_UNITS = frozenset(grammar.plural(unit) for unit in _UNITS)
_RELATIONS = frozenset({"after", "before", "since"})
_SINCE_REACH = 7
"""Words from "time since" to the date ("the first time since the cup year of 2018")."""
_OPENERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_OTHER_DAYS_OF = frozenset({"eve", "anniversary"})
_ABOUT = frozenset(
    {"of", "for", "over", "about", "to", "from", "with", "against", "behind", "following"}
)
"""Before a noun with a date of its own, they say what an event is about, not when it was."""


def may_date(sentence: Sentence, date: tuple[int, int], trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the date (first word and end) can be the day of what the trigger tells."""
    first, last = date
    if is_report_date(sentence, date, lexicon):
        return False
    if report_after(sentence, last, lexicon) and trigger.index != last:
        return False
    return not (
        _is_ruled_out(sentence, first)
        or _is_birthday(sentence, first, trigger)
        or _is_counted_from(sentence, first, trigger)
        or _is_of_other_noun(sentence, date, trigger, lexicon)
    )


def _is_ruled_out(sentence: Sentence, first: int) -> bool:
    """As in "not on 3 May but …", "on the eve of 3 May" and "for the first time since 3 May"."""
    reach = sentence.lower[max(0, first - _SINCE_REACH) : first]
    if ("time", "since") in pairwise(reach):
        return True
    before = sentence.lower[max(0, first - 2) : first]
    if before[-1:] == ["not"] or before in (["not", "on"], ["not", "in"]):
        return True
    return len(before) == 2 and before[0] in _OTHER_DAYS_OF and before[1] == "of"


def _is_birthday(sentence: Sentence, first: int, trigger: Trigger) -> bool:
    """As in "a man born in Osk on 3 May 1990": the day of nothing but the birth itself."""
    for index in range(first - 1, max(first - 1 - _BORN_REACH, -1), -1):
        if sentence.words[index] in BREAKS:
            return False
        if sentence.lower[index] == "born":
            return trigger.index != index or trigger.group.rank != MAIN
    return False


def _is_counted_from(sentence: Sentence, first: int, trigger: Trigger) -> bool:
    """As in "three days after they took Tal on 3 May": the day of the taking alone."""
    for index in range(first - 1, max(first - 1 - _COUNTED_REACH, 0), -1):
        if sentence.words[index] in BREAKS and sentence.date[index] < 0:
            return False
        if sentence.lower[index] in _RELATIONS and _ends_count(sentence, index):
            return not index < trigger.index < first
    return False


def _ends_count(sentence: Sentence, end: int) -> bool:
    """Whether a count of time stands right before word `end`: "two days", "the day", "hours"."""
    unit = sentence.lower[end - 1]
    if unit in _PLURAL_UNITS:
        return True
    return unit in _UNITS and end > 1 and sentence.lower[end - 2] in grammar.DETERMINERS | {"one"}


def _is_of_other_noun(
    sentence: Sentence, date: tuple[int, int], trigger: Trigger, lexicon: Lexicon
) -> bool:
    """As in "condemned the 3 May attack": the day of a noun that is not what the trigger tells."""
    span = _described(sentence, date, lexicon)
    if span is None:
        return False
    start, end = span
    before = sentence.lower[start - 1] if start else ""
    if before in _RELATIONS | {"on", "during"}:
        return False  # "before the 3 May attack" is a limit, which the date words tell
    names = range(min(start, date[1]), end)
    if trigger.noun and trigger.noun.index in names:
        return False
    if before == "in" and (trigger.entry.harm or start == 1):
        return False
    if date[0] > trigger.index:
        wanted = trigger.entry.companions.intersection(sentence.lower[start:end])
        return start != trigger.end or not (wanted or trigger.entry.role == "support")
    tells = trigger.entry.harm or trigger.entry.role != "kind"
    return not (tells and (before in BREAKS or before == ""))


def _described(
    sentence: Sentence, date: tuple[int, int], lexicon: Lexicon
) -> tuple[int, int] | None:
    """The noun phrase (first word and end) that the date is part of, if it is part of one."""
    first, last = date
    before = sentence.lower[first - 1] if first else ""
    end = min(last + _NOUN_REACH, len(sentence))
    if sentence.possessive[last - 1]:
        return (first, end) if before in _ABOUT else None
    if _is_noun(sentence, last, lexicon):
        if before in _OPENERS:
            return first - 1, end
        if sentence.lower[first] == "the" and sentence.words[first + 1][:1].isdigit():
            return first, end
        if before in _ABOUT and sentence.lower[last] in lexicon.nouns:
            return first, end
    if before == "of" and first > 1 and sentence.lower[first - 2] in lexicon.nouns:
        start = first - 2
        while start > max(0, first - 2 - _NOUN_REACH) and sentence.lower[start] not in _OPENERS:
            start -= 1
        return (start if sentence.lower[start] in _OPENERS else first - 2), last
    return None


def _is_noun(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the word after a date can be a noun or name that the date describes."""
    if index >= len(sentence) or not sentence.lower[index][0].isalpha():
        return False
    word = sentence.lower[index]
    if word in lexicon.nouns:
        return True
    return not (
        word in grammar.FUNCTION_WORDS
        or word in lexicon.finite
        or word in lexicon.reporting
        or word.endswith("ly")
    )
