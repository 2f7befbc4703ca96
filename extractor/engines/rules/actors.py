"""Who took part in an event, and in which role.

Every name is cut from the sentence as it stands; pronouns are not resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.phrases import Phrase
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.subjects import governor
from extractor.engines.rules.triggers import Trigger
from extractor.schema import ActorRole, WireActor

_TARGET_PREPOSITIONS = frozenset({"against", "on", "from", "at"})
_PARTNER_PREPOSITIONS = frozenset({"with"})
_OBJECT_REACH = 12
"""Words between a verb and those it is done to or with; farther ones belong to other nouns."""


def find_actors(
    sentence: Sentence,
    trigger: Trigger,
    phrases: Sequence[Phrase],
    subject: Sequence[Phrase],
    places: frozenset[str],
) -> tuple[WireActor, ...]:
    """The actors of one event in text order; a name that is one of its places is none."""
    roles: dict[Phrase, ActorRole] = {}
    for phrase in subject:
        roles[phrase] = "target" if trigger.subject_suffers else "agent"
    if trigger.noun:
        roles = dict(_beside_noun(sentence, trigger, phrases))
    for phrase, role in _after_verb(sentence, trigger, phrases):
        roles.setdefault(phrase, role)
    actors: dict[str, WireActor] = {}
    for phrase, role in sorted(roles.items(), key=lambda item: item[0].first):
        name = sentence.verbatim(phrase.first, phrase.last)
        if name not in places:
            actors.setdefault(name, WireActor(name=name, role=role))
    return tuple(actors.values())


def _after_verb(
    sentence: Sentence, trigger: Trigger, phrases: Sequence[Phrase]
) -> Iterator[tuple[Phrase, ActorRole]]:
    """Object, target, partner or, in the passive, agent: up to the end of the clause."""
    passive, taken = trigger.group.passive, False
    previous: tuple[Phrase, ActorRole] | None = None
    for phrase in phrases:
        if phrase.first < trigger.end or phrase.type == "place":
            continue
        if phrase.first - trigger.end > _OBJECT_REACH:
            return
        if _clause_ends(sentence, trigger.end, phrase.first):
            return
        if previous and sentence.lower[previous[0].last : phrase.first] == ["and"]:
            previous = (phrase, previous[1])
            yield previous
            continue
        if sentence.possessive[phrase.last - 1]:
            continue
        preposition = governor(sentence, phrase)
        role = _role_after(preposition, passive, taken)
        if preposition == "" and not _is_wanted(sentence, trigger, phrase):
            role = None
        if role:
            taken = taken or preposition == ""
            previous = (phrase, role)
            yield previous


def _beside_noun(
    sentence: Sentence, trigger: Trigger, phrases: Sequence[Phrase]
) -> Iterator[tuple[Phrase, ActorRole]]:
    """The parties of a noun: "clashes between A and B broke out", "the attack by A on B began"."""
    if trigger.noun is None:
        return
    role: ActorRole | None = None
    for phrase in phrases:
        if not trigger.noun.index < phrase.first < trigger.group.first or phrase.type == "place":
            continue
        preposition = governor(sentence, phrase)
        if preposition or sentence.lower[phrase.first - 1] not in {"and", "the"}:
            role = {"between": "agent", "by": "agent", "against": "target", "on": "target"}.get(
                preposition
            )  # type: ignore[assignment]  # get widens the literals to str
        if role:
            yield phrase, role


def _role_after(preposition: str, passive: bool, taken: bool) -> ActorRole | None:
    if preposition == "by":
        return "agent" if passive else None
    if preposition in _PARTNER_PREPOSITIONS:
        return "other"
    if preposition in _TARGET_PREPOSITIONS:
        return "target"
    return "target" if preposition == "" and not passive and not taken else None


def _is_wanted(sentence: Sentence, trigger: Trigger, phrase: Phrase) -> bool:
    """Where the verb has its noun ("launched an operation"), no other phrase is its object."""
    words = sentence.lower[phrase.first : phrase.last]
    if trigger.entry.companions and trigger.entry.role == "kind":
        return words[-1] in trigger.entry.companions
    return trigger.entry.role == "kind" or trigger.noun is not None


def _clause_ends(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.lower[start:end]
    return not BREAKS.isdisjoint(words) or not grammar.CLAUSE_MARKERS.isdisjoint(words)
