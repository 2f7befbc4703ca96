"""Verbs outside the vocabulary that tell an event because their sentence dates it.

"On Friday the club parted with its coach" tells of something that happened, whatever "part with"
means; "the club parted with its coach" alone may be a remark. Never reads a sentence without a
date, and never takes a state ("knew", "lived") or a word of saying for a happening.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.grammar import Form
from extractor.engines.rules.lexicon import Lexicon, VerbEntry
from extractor.engines.rules.nouns import Noun
from extractor.engines.rules.sentences import Sentence
from extractor.engines.rules.verbs import ASIDE, MAIN, VerbGroup, read_verb_group

_REGULAR: frozenset[Form] = frozenset({"past", "participle"})
_BASE: frozenset[Form] = frozenset({"base"})
_LEADING = frozenset({"will", "shall", "to", "'ll", "’ll"})
"""Words after which a verb stands in its base form."""
_ANNOUNCED = frozenset({"due", "planned", "scheduled", "expected"})
"""After "is", they tell what a date lies ahead for."""
_SIGNS = _ANNOUNCED | _LEADING
_ARTICLES = frozenset({"a", "an", "the"})
_NO_VERBS = frozenset(
    {"need", "speed", "seed", "deed", "indeed", "hundred", "united", "bed", "red"}
)
_SHORTEST = 4
"""Letters of the shortest regular past ("used", "died"); "fed" and "led" are irregular."""


def reads_open_verbs(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether verbs outside the vocabulary are looked for: only where there is a date."""
    return lexicon.open_kind is not None and bool(sentence.dates) and not sentence.shouting


def has_open_verb(lower: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any word may be a verb outside the vocabulary, by its form: a cheap test."""
    if lexicon.open_kind is None:
        return False
    if any(word.endswith("ed") and word not in lexicon.states for word in lower):
        return True
    return not (lexicon.opening.isdisjoint(lower) and _SIGNS.isdisjoint(lower))


def may_open(lower: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether the word at `index` may be a verb outside the vocabulary: a cheap test by its form.

    A base form must follow "will" or "to", with at most one adverb between.
    """
    word = lower[index]
    if word.endswith("ed") or word in lexicon.irregular or word in _ANNOUNCED:
        return True
    return not _LEADING.isdisjoint(lower[max(0, index - 2) : index])


def read_open_verb(sentence: Sentence, index: int, lexicon: Lexicon) -> VerbGroup | None:
    """The group of a verb outside the vocabulary at `index`; None where it is none or no event."""
    if _is_announced(sentence, index):
        return VerbGroup(index - 1, "planned", False, MAIN, False)
    forms = _forms(sentence, index, lexicon)
    if forms is None:
        return None
    group = read_verb_group(sentence, index, forms)
    if group is None or group.rank == ASIDE or index == 0:
        return None
    return None if _is_course_of_thing(sentence, index, lexicon) else group


def open_entry(group_kind: str) -> VerbEntry:
    """What a verb outside the vocabulary wants beside it: nothing."""
    return VerbEntry(
        kind=group_kind,
        role="kind",
        forms=_REGULAR,
        further=(),
        companions=frozenset(),
        object=None,
        harm=False,
        suffering=False,
        course=False,
    )


def open_kind(word: str, index: int, nouns: Sequence[Noun], lexicon: Lexicon) -> str | None:
    """The kind of the nearest noun that happens, else the verb's usual one, else the open one."""
    happening = [noun for noun in nouns if not noun.thing]
    if happening:
        return min(happening, key=lambda noun: abs(noun.index - index)).kind
    usual = (entry.kind for entry in lexicon.verbs.get(word, ()) if entry.kind)
    return next(usual, lexicon.open_kind)


def _is_announced(sentence: Sentence, index: int) -> bool:
    """As in "is due", "are planned for" and "will be a day of mourning"; "due to" is a cause."""
    before = sentence.lower[index - 1] if index else ""
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if sentence.clause[index] in grammar.CONDITIONS or following == "to":
        return False
    if sentence.lower[index] in _ANNOUNCED:
        return before in grammar.PRESENT_BE
    return sentence.lower[index] == "be" and before in grammar.FUTURE and following in _ARTICLES


def _is_course_of_thing(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """As in "the planes start": a thing has no course that could begin or end."""
    course = any(entry.course for entry in lexicon.verbs.get(sentence.lower[index], ()))
    return course and any(
        entry.thing for word in sentence.lower[:index] for entry in lexicon.nouns.get(word, ())
    )


def _forms(sentence: Sentence, index: int, lexicon: Lexicon) -> frozenset[Form] | None:
    word = sentence.lower[index]
    if not word.isalpha() or word in lexicon.states or word in grammar.FUNCTION_WORDS:
        return None
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    if word.endswith("ed") and len(word) >= _SHORTEST and word not in _NO_VERBS:
        return _REGULAR
    before = sentence.lower[index - 1] if index else ""
    if before in grammar.ADVERBS and index > 1:
        before = sentence.lower[index - 2]
    return _BASE if before in _LEADING else None
