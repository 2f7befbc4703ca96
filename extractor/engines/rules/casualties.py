"""How many people a sentence says were killed and injured: the details of an event.

Counts people only, as they are told; never adds numbers up and never guesses one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.numbers import Quantity, find_quantities
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.triggers import Trigger

Harm = Literal["killed", "injured"]

_KILLING: dict[str, Harm] = dict.fromkeys(
    ("killed", "kills", "killing", "slaughtered", "massacred", "murdered", "executed", "beheaded"),
    "killed",
)
_INJURING: dict[str, Harm] = dict.fromkeys(
    ("injured", "injures", "injuring", "wounded", "wounds", "wounding", "hurt", "hurting"),
    "injured",
)
_DONE_TO: dict[str, Harm] = _KILLING | _INJURING
"""What somebody does to others: the number follows; in the passive it stands before."""
_INJURIES: dict[str, Harm] = {"injuries": "injured"}
_DEATHS: dict[str, Harm] = dict.fromkeys(
    ("dead", "died", "die", "dies", "deaths", "fatalities", "drowned", "perished", "corpses"),
    "killed",
)
_SUFFERED: dict[str, Harm] = _DEATHS | _INJURIES
"""What people suffer: the number stands before."""
_LIVES = frozenset({"claimed", "claiming", "cost", "costing", "lost", "took", "taking"})
_TOLL = frozenset({"toll"})
_NOBODY = frozenset({"nobody", "none"})
_COUNTED_NOUNS = frozenset({"deaths", "fatalities", "injuries", "casualties"})
_BOTH = frozenset({"casualties"})
_OTHERS = frozenset(
    {"others", "more", "people", "persons", "dead", "wounded", "injured", "children", "women"}
    | {"men", "girls", "boys", "lives", "troops", "personnel", "passengers", "locals", "further"}
)
_NO_PEOPLE = frozenset(
    {"%", "percent", "per", "times", "degrees", "km", "kilometers", "kilometres", "miles", "meters"}
    | {"metres", "dollars", "euros", "o'clock", "am", "pm", "year", "month", "day", "hour", "week"}
)
_VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands", "several", "many", "some"})
"""Numbers that no bound follows from."""
_AFTER_REACH = 5
"""Words from "killed" to the number ("killed in the blast at least 12" has more and is rare)."""
_BEFORE_REACH = 14
"""Words from the number to "were killed", asides and "of the group" included."""
_NOUN_REACH = 4
"""Words from a number to the noun that it counts ("12 heavily armed young men")."""
_TOLL_REACH = 8


@dataclass(frozen=True, slots=True)
class Casualties:
    """So many people suffered `harm`, as the word at `index` says."""

    index: int
    harm: Harm
    count: Quantity


def find_casualties(sentence: Sentence, lexicon: Lexicon) -> list[Casualties]:
    """All numbers of killed and injured people in a sentence, in text order."""
    words = sentence.lower
    if not any(word in _DONE_TO or word in _SUFFERED or word in _ALSO for word in words):
        return []
    counts = [q for q in find_quantities(words) if _counts_people(sentence, q, lexicon)]
    return [
        Casualties(index, harm, count)
        for index in range(len(words))
        if not _is_only_thought(sentence, index)
        for harm, count in _read(sentence, index, counts)
    ]


_ALSO = _LIVES | _TOLL | _COUNTED_NOUNS


def details_of(
    trigger: Trigger, triggers: Sequence[Trigger], casualties: Sequence[Casualties]
) -> dict[str, dict[str, int | None]]:
    """The casualties of one of a sentence's events: those told nearest to its verb.

    The first number told of a harm stands.
    """
    details: dict[str, dict[str, int | None]] = {}
    for told in casualties:
        nearest = min(triggers, key=lambda other: abs(other.index - told.index))
        if nearest is trigger:
            details.setdefault(told.harm, told.count.bounds)
    return details


def _read(
    sentence: Sentence, index: int, counts: Sequence[Quantity]
) -> Iterator[tuple[Harm, Quantity]]:
    """What the word at `index` says of how many people."""
    word = sentence.lower[index]
    harms: tuple[Harm, ...] = ("killed", "injured") if word in _BOTH else ()
    harm = _DONE_TO.get(word) or _SUFFERED.get(word)
    if harm and not harms:
        harms = (harm,)
    if harms and _is_none(sentence, index):
        for each in harms:
            yield each, Quantity(index, index + 1, 0, 0)
        return
    count = None
    if word in _DONE_TO:
        count = _of_deed(sentence, index, counts)
    elif word in _SUFFERED:
        count = _before(sentence, index, counts)
    elif word in _TOLL:
        count, harm = _after(sentence, index, counts, _TOLL_REACH), "killed"
    elif word in _LIVES:
        count, harm = _lives(sentence, index, counts), "killed"
    if harm and count:
        yield harm, count


def _of_deed(sentence: Sentence, index: int, counts: Sequence[Quantity]) -> Quantity | None:
    """In the passive, or where no number follows ("12 people killed"), the number before."""
    group = sentence.lower[max(0, index - 3) : index]
    if not grammar.BE.isdisjoint(group):
        return _before(sentence, index, counts)
    after = _after(sentence, index, counts, _AFTER_REACH)
    participle = sentence.lower[index].endswith("ed") or sentence.lower[index] == "hurt"
    vague = not _VAGUE.isdisjoint(sentence.lower[index + 1 : index + 3])
    return after if after or vague or not participle else _right_before(sentence, index, counts)


def _after(
    sentence: Sentence, index: int, counts: Sequence[Quantity], reach: int
) -> Quantity | None:
    for count in counts:
        if index < count.first <= index + reach:
            between = sentence.lower[index + 1 : count.first]
            return None if _parted(between) else count
    return None


def _before(sentence: Sentence, index: int, counts: Sequence[Quantity]) -> Quantity | None:
    for count in reversed(counts):
        if count.last <= index and index - count.last <= _BEFORE_REACH:
            between = sentence.lower[count.last : index]
            return None if _parted(between) else count
    return None


def _right_before(sentence: Sentence, index: int, counts: Sequence[Quantity]) -> Quantity | None:
    """As in "12 people killed": a bare participle follows what it counts."""
    count = _before(sentence, index, counts)
    if count is None or index - count.last > _NOUN_REACH:
        return None
    between = sentence.lower[count.last : index]
    return None if not grammar.CONJUNCTIONS.isdisjoint(between) else count


def _parted(between: Sequence[str]) -> bool:
    """Whether another harm, or the end of a clause, lies between a number and its word."""
    if any(word in _DONE_TO or word in _SUFFERED for word in between):
        return True
    breaks = [word for word in between if word in BREAKS]
    return len(breaks) == 1 or len(breaks) > 2 or ";" in breaks


def _lives(sentence: Sentence, index: int, counts: Sequence[Quantity]) -> Quantity | None:
    """As in "claimed the lives of 12 people", "took 12 lives", "12 people lost their lives"."""
    if "lives" not in sentence.lower[index + 1 : index + 7]:
        return None
    if sentence.lower[index] == "lost":
        return _before(sentence, index, counts)
    return _after(sentence, index, counts, _AFTER_REACH)


def _is_none(sentence: Sentence, index: int) -> bool:
    """As in "no one was hurt", "without injuries", "there were no deaths or injuries"."""
    for position in range(index - 1, max(index - 6, -1), -1):
        word = sentence.lower[position]
        if word in BREAKS:
            return False
        if word in _NOBODY or word == "without":
            return True
        if word == "no":
            following = sentence.lower[position + 1]
            noun = sentence.lower[index] in _COUNTED_NOUNS
            return noun or following in {"one", "people", "person", "passengers"}
    return False


def _is_only_thought(sentence: Sentence, index: int) -> bool:
    """As in "could have killed 12 people", "had not injured anyone", "if 12 people died"."""
    before = sentence.lower[max(0, index - 4) : index]
    unreal = grammar.HYPOTHETICAL | {"would", "not", "never"}
    return sentence.clause[index] in grammar.CONDITIONS or not unreal.isdisjoint(before)


def _counts_people(sentence: Sentence, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a number counts people: by the noun after it, or by having none.

    No date words and no ages, shares or money.
    """
    if any(sentence.date[i] >= 0 for i in range(quantity.first, quantity.last)):
        return False
    if quantity.first and sentence.words[quantity.first - 1] in {"$", "€", "£", "#"}:
        return False
    if sentence.lower[quantity.last : quantity.last + 1] and (
        sentence.lower[quantity.last] in _NO_PEOPLE
    ):
        return False
    for position in range(quantity.last, min(quantity.last + _NOUN_REACH, len(sentence))):
        word = sentence.lower[position]
        if word in _DONE_TO or word in _SUFFERED or word in _OTHERS or word in lexicon.actor_heads:
            return True
        ends = word in BREAKS or word in grammar.FUNCTION_WORDS or sentence.date[position] >= 0
        if ends and word not in {"of", "the", "other"}:
            return position == quantity.last
        if word.endswith("s") and not sentence.words[position][0].isupper():
            return False  # "12 cars", "12 houses"
    return quantity.last >= len(sentence)
