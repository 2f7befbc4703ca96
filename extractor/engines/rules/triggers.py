"""Finds the words of a sentence that tell of an event, with its kind and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon, VerbEntry
from extractor.engines.rules.nouns import Noun, find_nouns
from extractor.engines.rules.open_verbs import (
    may_open,
    open_entry,
    open_kind,
    read_open_verb,
    reads_open_verbs,
)
from extractor.engines.rules.phrases import Phrase
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.verbs import VerbGroup, read_verb_group

_COMPANION_REACH = 9
"""Words between a verb and the noun that it wants ("declared … a state of emergency")."""
_SUBJECT_REACH = 30
"""Words between a noun and the verb that says it happened ("the clashes … between … began")."""
_OBJECT_REACH = 3
"""Words between a verb and a name or place that it wants ("took the old quarter of")."""
_CAUSES = frozenset({"when", "after", "as", "because"})
"""Words that open the clause in which the cause of a harm is told."""
_SUPPOSING = frozenset({"suppose", "imagine", "assume", "supposing", "assuming"})
"""First words of a sentence that tells of nothing real."""
_LEADING = frozenset({"will", "shall", "would", "did", "to", "ll"})
"""Words without which a verb's base form tells of no event."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb that tells of an event. `index` is its word, `end` the first word after it.

    `noun`: the noun before it that it says happened. `speech`: it is a verb of saying.
    `assumed`: the kind is only the verb's usual one; nothing in the sentence tells what did harm.
    `open`: the verb is outside the vocabulary, and tells an event only with a date.
    """

    index: int
    end: int
    kind: str
    group: VerbGroup
    entry: VerbEntry
    noun: Noun | None
    speech: bool
    assumed: bool = False
    open: bool = False

    @property
    def order(self) -> tuple[int, bool, int]:
        """The best trigger of a sentence sorts first: main clauses, deeds before words."""
        return (self.group.rank, self.speech, self.index)

    @property
    def subject_suffers(self) -> bool:
        """Whether the subject is who it was done to."""
        return self.group.passive or self.entry.suffering


def has_trigger(lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of the words may be a trigger: a cheap test before any real work."""
    if not lexicon.telling.isdisjoint(lower):
        return True
    return not _LEADING.isdisjoint(lower) and not lexicon.verbs.keys().isdisjoint(lower)


def find_triggers(sentence: Sentence, lexicon: Lexicon, phrases: Sequence[Phrase]) -> list[Trigger]:
    """All triggers of a sentence, in text order."""
    triggers: list[Trigger] = []
    if sentence.lower and sentence.lower[0] in _SUPPOSING:
        return triggers
    nouns: list[Noun] | None = None
    reads_open = reads_open_verbs(sentence, lexicon)
    for index, word in enumerate(sentence.lower):
        entries = lexicon.verbs.get(word, ())
        may_be_open = reads_open and may_open(sentence.lower, index, lexicon)
        if not (entries or may_be_open) or not _may_be_verb(sentence, index):
            continue
        nouns = find_nouns(sentence, lexicon) if nouns is None else nouns
        trigger = _read_trigger(sentence, index, entries, nouns, phrases, lexicon)
        if trigger is None and may_be_open:
            trigger = _read_open_trigger(sentence, index, nouns, lexicon)
        if trigger:
            triggers.append(trigger)
    return triggers


def _read_open_trigger(
    sentence: Sentence, index: int, nouns: Sequence[Noun], lexicon: Lexicon
) -> Trigger | None:
    group = read_open_verb(sentence, index, lexicon)
    kind = open_kind(sentence.lower[index], index, nouns, lexicon) if group else None
    if group is None or kind is None:
        return None
    return Trigger(index, index + 1, kind, group, open_entry(kind), None, False, open=True)


def _may_be_verb(sentence: Sentence, index: int) -> bool:
    if sentence.date[index] >= 0 or sentence.quoted[index]:
        return False
    return sentence.shouting or sentence.words[index][0].islower()


def _read_trigger(
    sentence: Sentence,
    index: int,
    entries: Sequence[VerbEntry],
    nouns: Sequence[Noun],
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
) -> Trigger | None:
    groups: dict[frozenset[grammar.Form], VerbGroup | None] = {}
    for entry in entries:
        end = index + 1 + len(entry.further)
        if tuple(sentence.lower[index + 1 : end]) != entry.further:
            continue
        if entry.further and _leads_to_date(sentence, end):
            continue
        if entry.forms not in groups:
            groups[entry.forms] = read_verb_group(sentence, index, entry.forms)
        group = groups[entry.forms]
        if group is None or not _has_wanted(sentence, group, end, entry, phrases, lexicon):
            continue
        subject = _subject_noun(sentence, group, entry, nouns)
        kind = _kind(sentence, index, end, entry, group, subject, nouns)
        cause = _kind_of_cause(sentence, index, lexicon) if entry.harm and not nouns else None
        kind = cause or kind
        if kind:
            speech = sentence.lower[index] in lexicon.reporting
            suffers = group.passive or entry.suffering
            assumed = entry.harm and suffers and not nouns and not cause
            return Trigger(index, end, kind, group, entry, subject, speech, assumed)
    return None


def _leads_to_date(sentence: Sentence, end: int) -> bool:
    """As in "met in May": the preposition that belongs to the verb leads to a date instead."""
    end += sentence.lower[end : end + 1] == ["the"]
    return (
        end < len(sentence)
        and sentence.date[end] >= 0
        and sentence.lower[end - 1] in {"in", "at", "on", "the"}
    )


def _has_wanted(
    sentence: Sentence,
    group: VerbGroup,
    end: int,
    entry: VerbEntry,
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
) -> bool:
    """Whether the noun, place or name that the entry wants stands where it should."""
    if entry.companions:
        reach = range(end, min(end + _COMPANION_REACH, len(sentence)))
        if group.passive or entry.harm:
            reach = range(max(0, group.first - _COMPANION_REACH), reach.stop)
        return any(
            sentence.lower[i] in entry.companions
            and sentence.date[i] < 0
            and not sentence.quoted[i]
            for i in reach
        )
    if entry.object is None:
        return True
    if group.passive and entry.object != "@amount":
        return any(group.first - _SUBJECT_REACH <= p.first < group.first for p in phrases)
    if entry.object == "@amount":
        return any(word[0].isdigit() for word in sentence.words[end : end + _OBJECT_REACH])
    return _object_phrase(sentence, end, entry, phrases, lexicon)


def _object_phrase(
    sentence: Sentence,
    end: int,
    entry: VerbEntry,
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
) -> bool:
    wanted = {"name", "place"} if entry.object == "@place" else {"name", "group"}
    for phrase in phrases:
        if phrase.first < end:
            continue
        gap = sentence.lower[end : phrase.first]
        if len(gap) > _OBJECT_REACH + gap.count("of") or not BREAKS.isdisjoint(gap):
            return False
        if not grammar.CLAUSE_MARKERS.isdisjoint(gap) or not _plain_gap(gap):
            return False
        return phrase.type in wanted
    return False


def _plain_gap(gap: Sequence[str]) -> bool:
    """Only "of" may lead from a verb to its object ("most of the border strip")."""
    return all(word == "of" or word not in grammar.PREPOSITIONS - {"about", "over"} for word in gap)


def _kind(
    sentence: Sentence,
    index: int,
    end: int,
    entry: VerbEntry,
    group: VerbGroup,
    subject: Noun | None,
    nouns: Sequence[Noun],
) -> str | None:
    """The entry's own kind, or that of the noun that the verb is about."""
    if entry.harm:
        nearest = min(nouns, key=lambda noun: abs(noun.index - index), default=None)
        return nearest.kind if nearest else entry.kind
    if entry.role == "kind":
        return entry.kind
    if entry.role == "happening" or group.passive:
        return subject.kind if subject else None
    following = next((n for n in nouns if end <= n.index < end + _COMPANION_REACH), None)
    if following is None or not _plain_gap(sentence.lower[end : following.index]):
        return None
    return following.kind


def _kind_of_cause(sentence: Sentence, index: int, lexicon: Lexicon) -> str | None:
    """The kind of the verb in the clause that tells how it came to the harm of the verb `index`.

    As in "were killed when gas exploded". Verbs that want a noun or a name are not looked at.
    """
    for position, word in enumerate(sentence.lower):
        if sentence.clause[position] not in _CAUSES or not _may_be_verb(sentence, position):
            continue
        for entry in lexicon.verbs.get(word, ()):
            end = position + 1 + len(entry.further)
            wants = entry.companions or entry.object or entry.harm
            if position == index or wants or "past" not in entry.forms:
                continue
            if tuple(sentence.lower[position + 1 : end]) == entry.further:
                return entry.kind
    return None


def _subject_noun(
    sentence: Sentence, group: VerbGroup, entry: VerbEntry, nouns: Sequence[Noun]
) -> Noun | None:
    """The noun that a happening verb, or a support verb in the passive, says happened.

    It is the nearest before the verb from which only asides between commas part it.
    """
    if entry.role == "kind" or (entry.role == "support" and not group.passive):
        return None
    for noun in reversed(nouns):
        if noun.index >= group.first or (noun.thing and entry.course):
            continue
        if group.first - noun.index > _SUBJECT_REACH:
            return None
        between = [word for word in sentence.lower[noun.index : group.first] if word in BREAKS]
        aside = (
            len(between) > 1 and set(between) == {","} and sentence.words[group.first - 1] == ","
        )
        if not between or aside:
            return noun
    return None
