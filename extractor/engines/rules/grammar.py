"""The closed classes of English: function words, auxiliaries, and how a verb is inflected.

Holds what is grammar and not vocabulary; the words that name events are in a profile's
`lexicon.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Form = Literal["base", "third", "past", "participle", "gerund"]

PRESENT_BE = frozenset({"is", "are", "am", "'s"})
PAST_BE = frozenset({"was", "were"})
BE = PRESENT_BE | PAST_BE | {"be", "been", "being"}
HAVE = frozenset({"has", "have", "had", "having"})
DO = frozenset({"do", "does", "did"})
FUTURE = frozenset({"will", "shall"})
HYPOTHETICAL = frozenset({"could", "may", "might", "can", "should", "must", "cannot", "ought"})
AUXILIARIES = BE | HAVE | DO | FUTURE | HYPOTHETICAL | {"would", "got"}
NEGATIONS = frozenset({"not", "never", "neither", "nor", "hardly", "barely", "nearly", "almost"})
HABITS = frozenset({"always", "often", "usually", "regularly", "sometimes", "rarely", "seldom"})
ADVERBS = frozenset(
    {"also", "already", "still", "now", "then", "just", "since", "even", "ever", "again", "all"}
    | {"both", "soon", "later", "first", "once", "long", "far", "so", "too", "yet", "today"}
)
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me", "one"}
    | {"himself", "herself", "itself", "themselves", "who", "whom", "which", "what", "there"}
    | {"others", "someone", "somebody", "nobody", "everyone", "anyone", "none", "something"}
)
DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our"}
    | {"my", "your", "some", "any", "no", "every", "each", "both", "all", "several", "many"}
    | {"few", "most", "more", "another", "other", "such", "about", "around", "least", "over"}
    | {"nearly", "almost", "dozens", "hundreds", "thousands", "whose", "approximately", "only"}
    | {"whole", "entire", "own"}
)
PREPOSITIONS = frozenset(
    {"in", "at", "on", "of", "to", "from", "by", "with", "for", "into", "near", "against"}
    | {"about", "over", "under", "after", "before", "during", "between", "among", "through"}
    | {"across", "off", "outside", "inside", "toward", "towards", "within", "without", "along"}
    | {"around", "behind", "beyond", "above", "below", "onto", "upon", "via", "throughout"}
    | {"despite", "like", "including", "until", "till", "per", "than", "as", "since"}
    | {
        "following",
        "concerning",
        "versus",
        "unlike",
        "amid",
        "beside",
        "besides",
        "except",
        "out",
        "up",
        "down",
    }
)
RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
CONDITIONS = frozenset({"if", "unless", "whether"})
SUBORDINATORS = frozenset(
    {"when", "while", "where", "because", "after", "before", "although", "though", "until"}
    | {"since", "as", "once", "whereas", "how", "why"}
)
CLAUSE_MARKERS = RELATIVES | CONDITIONS | SUBORDINATORS
CONJUNCTIONS = frozenset({"and", "or", "but", "nor", "plus", "yet"})
LINKING = frozenset(
    {"however", "meanwhile", "moreover", "furthermore", "therefore", "thus", "instead", "well"}
    | {"earlier", "afterwards", "afterward", "recently", "here", "elsewhere", "perhaps", "maybe"}
    | {"indeed", "nevertheless", "nonetheless", "overall", "twice", "next", "last", "not", "ago"}
    | {"according", "due", "today", "yesterday", "tomorrow", "tonight", "latest", "via", "photo"}
    | {"yes", "please", "half", "per", "much", "shortly"}
)
NUMBER_WORDS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
    | {"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
    | {"hundred", "thousand", "million", "billion"}
)
CALENDAR = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december", "jan", "feb", "mar", "apr", "aug", "sept", "sep"}
    | {"oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
    | {"sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "am", "pm", "gmt", "utc"}
)
FUNCTION_WORDS = (
    AUXILIARIES
    | NEGATIONS
    | HABITS
    | ADVERBS
    | PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | CLAUSE_MARKERS
    | CONJUNCTIONS
    | LINKING
    | NUMBER_WORDS
)

_IRREGULAR_PLURALS = {"child": "children", "people": "people", "police": "police"}

_SHORT_STEM = re.compile(r".*[aeiou][bcdfgklmnprtvz]")
"""Ends in a vowel and a consonant that may be doubled (stop, stopped)."""


def inflect(verb: str, irregular: Sequence[str] = ()) -> dict[str, frozenset[Form]]:
    """All forms of a verb, each with what it may be.

    `irregular`: its past and, where that differs, its participle. Where spelling varies
    (cancelled, canceled) both spellings are made: one of them never occurs.
    """
    spellings: dict[str, set[Form]] = {verb: {"base"}}

    def add(word: str, *forms: Form) -> None:
        spellings.setdefault(word, set()).update(forms)

    add(_third_person(verb), "third")
    for stem in _stems(verb):
        add(stem + "ing", "gerund")
        if not irregular:
            add(stem + ("d" if stem.endswith("e") else "ed"), "past", "participle")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou" and not irregular:
        add(verb[:-1] + "ied", "past", "participle")
    if irregular:
        add(irregular[0], "past")
        add(irregular[-1], "participle")
    return {word: frozenset(forms) for word, forms in spellings.items()}


def plural(noun: str) -> str:
    """The regular plural of a noun; of several words, that of the last."""
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    return noun[:-2] + "en" if noun.endswith("man") else _third_person(noun)


def _third_person(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _stems(verb: str) -> list[str]:
    """What -ed and -ing are put to; a silent e is left off, a last consonant may be doubled."""
    if verb.endswith("ee") or not verb.endswith("e"):
        return [verb, verb + verb[-1]] if _SHORT_STEM.fullmatch(verb) else [verb]
    return [verb[:-1]]
