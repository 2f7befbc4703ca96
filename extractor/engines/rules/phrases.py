"""Noun phrases that can name an actor or a place.

These are capitalised names, and common nouns that act ("riot police") or can be gone to ("the
Tavel district"). Never judges their part in an event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.engines.rules import grammar
from extractor.engines.rules.capitals import TITLES, Capitals
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import Sentence

PhraseType = Literal["name", "group", "place"]

_CONNECTORS = frozenset(
    {"of", "de", "da", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la"}
    | {"le", "di", "du", "dos", "das", "do", "y", "e", "et", "es", "zu", "ter"}
)
_COLLECTIVES = frozenset({"group", "groups", "crowd", "crowds", "gang", "members", "team", "teams"})
_COMMON_ENDINGS = ("s", "tion", "ment", "ence", "ance", "ity", "ness", "ism", "ue")
"""A lone first word that ends so is rather "Sales rose" than "Ada rose"."""
_NAME_ENDINGS = ("as", "is", "us", "os")
"""Of the words on -s, these are rather names ("Hamas", "Paris") than plurals."""
_LOOK_AHEAD = 3
"""Common words between a name and the noun that it modifies ("Red Hand smuggling group")."""
_SHOUTED_WORDS = 3
"""Words of a name in a text in capitals ("SAN PEDRO SULA")."""
_LOOK_BACK = 3
"""Modifiers before a common noun ("heavily armed opposition fighters" has three)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` up to but without `last` of a sentence."""

    first: int
    last: int
    type: PhraseType


def find_phrases(sentence: Sentence, lexicon: Lexicon, capitals: Capitals) -> list[Phrase]:
    """All phrases of a sentence, in text order, none inside another."""
    phrases: list[Phrase] = []
    index, size = 0, len(sentence)
    while index < size:
        phrase = None
        if sentence.date[index] < 0:
            if sentence.words[index][0].isupper() and _is_name(sentence, index, lexicon, capitals):
                phrase = _read_name(sentence, index, lexicon, capitals)
                phrase = None if _is_no_name(sentence, phrase) else phrase
                if phrase and _is_person(sentence, phrase, capitals):
                    phrase = Phrase(phrase.first, phrase.last, "group")  # nobody is a place
            elif sentence.lower[index] in lexicon.actor_heads and not _is_in_noun(
                sentence, index, lexicon
            ):
                phrase = _read_group(sentence, index, lexicon, phrases[-1].last if phrases else 0)
                phrase = phrase and _with_body(sentence, phrase, lexicon, capitals)
            elif sentence.lower[index] in lexicon.place_heads:
                last = _number_after(sentence, index + 1)
                if last > index + 1 or not _modifies(sentence, index, lexicon):
                    phrase = Phrase(index, last, "place")
        if phrase:
            phrases.append(phrase)
        index = phrase.last if phrase else index + 1
    return phrases


def _is_person(sentence: Sentence, phrase: Phrase, capitals: Capitals) -> bool:
    """A name with a title, or one that the article gives a title or an age elsewhere."""
    titled = sentence.words[phrase.first].rstrip(".") in TITLES and phrase.last - phrase.first > 1
    return phrase.type == "name" and (
        titled or sentence.verbatim(phrase.first, phrase.last) in capitals.people
    )


def _is_in_noun(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a head is part of a noun of several words ("state of emergency")."""
    return any(
        len(entry.words) > 1
        and sentence.lower[index : index + len(entry.words)] == list(entry.words)
        for entry in lexicon.nouns.get(sentence.lower[index], ())
    )


def _is_name(sentence: Sentence, index: int, lexicon: Lexicon, capitals: Capitals) -> bool:
    word, lower = sentence.words[index], sentence.lower[index]
    if sentence.shouting:
        return _is_shouted_name(sentence, index, lexicon)
    if not word[0].isupper() or sentence.date[index] >= 0 or _is_closed_class(lower):
        return False
    if not _opens_sentence(sentence, index):
        return True
    return _opening_is_name(sentence, index, lexicon, capitals)


def _is_closed_class(lower: str) -> bool:
    """A function word, a word of the calendar, or a number: no name."""
    return (
        lower in grammar.FUNCTION_WORDS
        or lower in grammar.CALENDAR
        or lower.partition("-")[0] in grammar.NUMBER_WORDS
    )


def _opening_is_name(sentence: Sentence, index: int, lexicon: Lexicon, capitals: Capitals) -> bool:
    """Whether the first word of a sentence, which has a capital anyway, is a name."""
    word, lower = sentence.words[index], sentence.lower[index]
    following = sentence.words[index + 1 : index + 2]
    if following and following[0][0].isupper():
        return word in capitals.names or lower not in capitals.common
    if lower in lexicon.actor_heads or lower in lexicon.place_heads or lower in lexicon.nouns:
        return False
    if lower in capitals.common or lower.endswith(("ing", "ly")):
        return False
    if word in capitals.names:
        return True
    if lower.endswith(_COMMON_ENDINGS) and not lower.endswith(_NAME_ENDINGS):
        return False
    return bool(following) and _may_follow_name(following[0].lower(), lexicon)


def _is_shouted_name(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """In a text in capitals: a word that nothing else explains, after "THE CITY OF"."""
    start = index
    while index - start < _SHOUTED_WORDS and _is_unexplained(sentence, start, lexicon):
        start -= 1
    return (
        start < index
        and start > 0
        and (sentence.lower[start] == "of" and sentence.lower[start - 1] in lexicon.place_heads)
    )


def _is_unexplained(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    lower = sentence.lower[index]
    return (
        index > 0
        and lower.isalpha()
        and sentence.date[index] < 0
        and lower not in grammar.FUNCTION_WORDS
        and lower not in grammar.CALENDAR
        and lower not in lexicon.verbs
        and lower not in lexicon.nouns
        and lower not in lexicon.finite
        and lower not in lexicon.actor_heads
        and lower not in lexicon.place_heads
    )


def _may_follow_name(lower: str, lexicon: Lexicon) -> bool:
    """A verb, or a comma: what follows a lone capitalised first word where that is a name."""
    return (
        lower in grammar.AUXILIARIES
        or lower in lexicon.finite
        or lower in lexicon.reporting
        or lower in {",", "'", "’"}
    )


def _opens_sentence(sentence: Sentence, index: int) -> bool:
    return index == 0 or sentence.words[index - 1] in {'"', "“", "‘", "'", ":", ".", "«", "?", "!"}


def _read_name(sentence: Sentence, first: int, lexicon: Lexicon, capitals: Capitals) -> Phrase:
    """A run of capitalised words, with the common noun that it modifies, if there is one."""
    last = first + 1
    while last < len(sentence) and not sentence.possessive[last - 1]:
        if _is_name(sentence, last, lexicon, capitals):
            last += 1
        elif (
            sentence.words[last] in _CONNECTORS
            and last + 1 < len(sentence)
            and _is_name(sentence, last + 1, lexicon, capitals)
        ):
            last += 2
        else:
            break
    if sentence.possessive[last - 1]:
        return Phrase(first, last, "name")
    if sentence.lower[last - 1] in lexicon.only_actors:
        return Phrase(first, last, "group")
    if last - first > 1 and sentence.lower[last - 1] in lexicon.only_places:
        return Phrase(first, last, "place")
    return _with_head(sentence, first, last, lexicon)


def _with_head(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Phrase:
    """Extend a name over the common noun after it: "Northern Front fighters", "Tavel district"."""
    for end in range(last, min(last + _LOOK_AHEAD, len(sentence))):
        word = sentence.words[end]
        lower = sentence.lower[end]
        if not word[0].islower() or lower in grammar.FUNCTION_WORDS or sentence.date[end] >= 0:
            break
        if lower in lexicon.actor_heads and not _modifies(sentence, end, lexicon):
            return Phrase(first, end + 1, "group")
        if lower in lexicon.place_heads and not _modifies(sentence, end, lexicon):
            return Phrase(first, end + 1, "place")
        if lower in lexicon.finite or lower in lexicon.reporting:
            break
    return Phrase(first, _number_after(sentence, last), "name")


def _is_no_name(sentence: Sentence, phrase: Phrase) -> bool:
    """A lone letter, or what only describes the next word ("the Osk-bound ship")."""
    word = sentence.words[phrase.last - 1]
    described = "-" in word and word.rpartition("-")[2].islower()
    return phrase.type == "name" and (described or phrase.last - phrase.first == len(word) == 1)


def _modifies(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the next word is the head and this one only stands before it (state media)."""
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    return following in lexicon.actor_heads or following in lexicon.place_heads


def _read_group(sentence: Sentence, head: int, lexicon: Lexicon, floor: int) -> Phrase | None:
    """A common noun that acts, with the modifiers before it and "of young men" after it."""
    if _modifies(sentence, head, lexicon) and sentence.words[head + 1][0].islower():
        return None
    first = head
    while first > max(floor, head - _LOOK_BACK) and _is_modifier(sentence, first - 1, lexicon):
        first -= 1
    last = head + 1
    if sentence.lower[head] in _COLLECTIVES and sentence.lower[last : last + 1] == ["of"]:
        for end in range(last + 1, min(last + 4, len(sentence))):
            if sentence.lower[end] in lexicon.actor_heads:
                last = end + 1
                break
    return Phrase(first, last, "group")


def _with_body(sentence: Sentence, group: Phrase, lexicon: Lexicon, capitals: Capitals) -> Phrase:
    """Extend a group over the named body that it is of ("fighters of the Tal Front").

    Not over other names: those of "the residents of Tal" may be where something happened.
    """
    start = group.last + 1
    if sentence.lower[group.last : start] != ["of"]:
        return group
    start += sentence.lower[start : start + 1] == ["the"]
    if start >= len(sentence) or not _is_name(sentence, start, lexicon, capitals):
        return group
    body = _read_name(sentence, start, lexicon, capitals)
    return Phrase(group.first, body.last, "group") if body.type == "group" else group


def _is_modifier(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    lower = sentence.lower[index]
    return (
        lower[0].isalpha()
        and lower not in grammar.FUNCTION_WORDS
        and lower not in lexicon.finite
        and lower not in lexicon.reporting
        and not lower.endswith(("ly", "ing", "s"))
        and not sentence.possessive[index]
        and sentence.date[index] < 0
    )


def _number_after(sentence: Sentence, end: int) -> int:
    """As in "shaft 3", "Gate 12": a number right after belongs to the name."""
    if end < len(sentence) and sentence.words[end].isdigit() and sentence.date[end] < 0:
        return end + 1 if len(sentence.words[end]) < 3 else end
    return end
