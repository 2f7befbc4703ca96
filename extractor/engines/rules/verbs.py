"""What the words around a verb say of it: it happened, goes on, is planned, or is only thought of.

Reads auxiliaries and the verbs that lead an infinitive; never looks at meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.dates.tense import is_past
from extractor.engines.rules import grammar
from extractor.engines.rules.grammar import Form
from extractor.engines.rules.sentences import Sentence
from extractor.schema import Status

MAIN, SUBORDINATE, ASIDE = 0, 1, 2
"""Ranks of a verb: the sentence's own, one of a subordinate clause, one in a mere participle."""

_GROUP = (
    grammar.AUXILIARIES | grammar.NEGATIONS | grammar.HABITS | grammar.ADVERBS
    | {"longer", "going", "to"}
)  # fmt: skip
_GROUP_LIMIT = 9
"""Words looked at before a verb; "is not now expected to have been" has eight."""

_CLAUSE_REACH = 30
"""Words of a clause looked back over for another verb."""

_PLANNED = frozenset(
    {"plan", "plans", "planned", "planning", "going", "set", "due", "about", "scheduled", "ready"}
    | {"expected", "expects", "intend", "intends", "prepare", "prepares", "preparing", "agreed"}
    | {"vowed", "pledged", "promised", "poised", "slated", "decided", "is", "are", "was", "were"}
    | {"aims", "hopes"}
)
_DONE = frozenset(
    {"managed", "began", "started", "went", "came", "proceeded", "forced", "sentenced", "helped"}
    | {"moved", "gathered"}
)
_GOING_ON = frozenset({"continue", "continues", "continued", "continuing"})
_HELD_TO = frozenset(
    {"believed", "thought", "reported", "said", "alleged", "understood", "known", "feared", "found"}
    | {"claimed", "suspected", "appears", "appear", "seems", "seem"}
)
"""Before "to have", they tell what others hold to have happened."""
_LEADS = _HELD_TO | _PLANNED | _DONE | _GOING_ON
"""Verbs and adjectives before "to": whether what follows happened. Any other "to" is a purpose."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, from word `first`.

    `passive`: its subject is its target. `participial`: an -ing form without a subject of its own
    ("after taking the town").
    """

    first: int
    status: Status
    passive: bool
    rank: int
    participial: bool


def read_verb_group(sentence: Sentence, index: int, forms: frozenset[Form]) -> VerbGroup | None:
    """The group of the verb at `index`; None where it tells of nothing that happened or will."""
    first = _group_start(sentence, index)
    words = set(sentence.lower[first:index])
    marker = sentence.clause[index]
    if marker in grammar.CONDITIONS or _is_unreal(words):
        return None
    lead = _infinitive_lead(sentence, first, index) if "to" in words else None
    if "to" in words and lead is None:
        return None
    reading = _read_forms(sentence, first, index, forms, words, lead)
    if reading is None:
        return None
    status, passive, rank = reading
    if marker == "denied":
        status = "denied"
    elif marker:
        rank = max(rank, SUBORDINATE)
    participial = "gerund" in forms and not words & (grammar.BE | {"to"})
    return VerbGroup(first, status, passive, rank, participial)


def _group_start(sentence: Sentence, index: int) -> int:
    first = index
    while first > 0 and index - first < _GROUP_LIMIT:
        word = sentence.lower[first - 1]
        leads = sentence.lower[first] == "to" and word in _LEADS
        if sentence.date[first - 1] >= 0 or not (
            word in _GROUP or leads or word.endswith(("ly", "n't", "n’t", "'ll", "’ll"))
        ):
            break
        first -= 1
    return first


def _is_unreal(words: set[str]) -> bool:
    """Possible, denied or habitual; "no longer" is a negation too."""
    return bool(
        words & grammar.HYPOTHETICAL
        or words & grammar.NEGATIONS
        or words & grammar.HABITS
        or "longer" in words
        or any(word.endswith(("n't", "n’t")) for word in words)
        or ("would" in words and "have" in words)
    )


def _infinitive_lead(sentence: Sentence, first: int, index: int) -> Status | None:
    to = max(i for i in range(first, index) if sentence.lower[i] == "to")
    word = sentence.lower[to - 1] if to else ""
    if word in _HELD_TO:
        return "occurred" if "have" in sentence.lower[to + 1 : index] else None
    if word in _PLANNED:
        return "planned"
    if word in _DONE:
        return "occurred"
    return "ongoing" if word in _GOING_ON else None


def _read_forms(
    sentence: Sentence,
    first: int,
    index: int,
    forms: frozenset[Form],
    words: set[str],
    lead: Status | None,
) -> tuple[Status, bool, int] | None:
    """Status, voice and rank by the verb's form and its auxiliaries."""
    passive = bool(words & grammar.BE) and "participle" in forms and "gerund" not in forms
    if lead and not (words & {"be", "been"}):
        passive = False
    if lead:
        return lead, passive, MAIN
    if words & grammar.FUTURE or any(word.endswith(("'ll", "’ll")) for word in words):
        return "planned", passive, MAIN
    if "would" in words:
        return ("planned", passive, MAIN) if sentence.reported else None
    if "gerund" in forms:
        return _read_gerund(sentence, first, words)
    if passive:
        return _read_passive(words)
    if words & grammar.HAVE and "participle" in forms:
        return "occurred", False, MAIN
    if words & {"did"} and "base" in forms:
        return "occurred", False, MAIN
    if "past" in forms and not words & grammar.AUXILIARIES:
        return _read_bare_past(sentence, first, index, forms)
    return None


def _read_gerund(
    sentence: Sentence, first: int, words: set[str]
) -> tuple[Status, bool, int] | None:
    if words & (grammar.PRESENT_BE | {"been"}):
        return "ongoing", False, MAIN
    if words & grammar.PAST_BE:
        return ("ongoing" if "still" in words else "occurred"), False, MAIN
    before = sentence.lower[first - 1] if first else ""
    if words & grammar.BE:
        return None
    if before in {"after", "since"} or "since" in words:
        return "occurred", False, SUBORDINATE
    return ("occurred", False, ASIDE) if before in {",", "by"} else None


def _read_passive(words: set[str]) -> tuple[Status, bool, int] | None:
    """As in "was taken", "has been taken", "is being taken"; "is taken" is a state."""
    if "being" in words:
        return "ongoing", True, MAIN
    if words & (grammar.PAST_BE | {"been"}):
        return "occurred", True, MAIN
    return None


def _read_bare_past(
    sentence: Sentence, first: int, index: int, forms: frozenset[Form]
) -> tuple[Status, bool, int] | None:
    """A past form alone: the sentence's verb, an adjective, or a participle after its noun."""
    before = sentence.lower[first - 1] if first else ""
    if before in grammar.DETERMINERS or before in grammar.PREPOSITIONS or before == "":
        return None
    if first and (sentence.possessive[first - 1] or _is_count(sentence, first - 1)):
        return None
    following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
    if "participle" in forms:
        if following == "by" and before not in {"that", "who", "which"}:
            return "occurred", True, ASIDE
        if following in grammar.PREPOSITIONS and _is_first_comma(sentence, first - 1):
            return "occurred", True, ASIDE
        if _is_reduced_relative(sentence, index) or _has_verb_before(sentence, first):
            return "occurred", True, ASIDE
        if following in grammar.PREPOSITIONS and _has_past_before(sentence, first):
            return "occurred", True, ASIDE
    return "occurred", False, MAIN


def _is_first_comma(sentence: Sentence, index: int) -> bool:
    """As in "The firm, founded in …"; after a second comma comes the sentence's verb."""
    return sentence.words[index] == "," and "," not in sentence.words[:index]


def _is_count(sentence: Sentence, index: int) -> bool:
    """As in "at least 281 killed"; the number of "shaft 3 collapsed" belongs to a name."""
    word, before = sentence.lower[index], sentence.lower[index - 1] if index else ""
    if word in grammar.NUMBER_WORDS:
        return True
    return word[0].isdigit() and (not before.isalpha() or before in grammar.FUNCTION_WORDS)


def _has_verb_before(sentence: Sentence, first: int) -> bool:
    """As in "will tell the number of men killed": the clause has its verb already."""
    for position in range(first - 1, max(first - _CLAUSE_REACH, -1), -1):
        word = sentence.lower[position]
        if word in grammar.CONJUNCTIONS or word in grammar.CLAUSE_MARKERS or not word[0].isalnum():
            return False
        if word in grammar.AUXILIARIES and sentence.date[position] < 0:
            return sentence.clause[position] == sentence.clause[first]
    return False


def _has_past_before(sentence: Sentence, first: int) -> bool:
    """As in "led the march of the men killed in …": a past form with an object came before."""
    for position in range(first - 2, max(first - _CLAUSE_REACH, -1), -1):
        word = sentence.lower[position]
        if word in grammar.CONJUNCTIONS or word in grammar.CLAUSE_MARKERS or not word[0].isalnum():
            return False
        governs = sentence.lower[position + 1] in grammar.DETERMINERS
        if governs and is_past(word) and sentence.date[position] < 0:
            return sentence.clause[position] == sentence.clause[first]
    return False


def _is_reduced_relative(sentence: Sentence, index: int) -> bool:
    """As in "a man arrested on Tuesday was freed": an auxiliary follows before any break."""
    for position in range(index + 1, min(index + 12, len(sentence))):
        word = sentence.lower[position]
        if word in grammar.CLAUSE_MARKERS or word in grammar.CONJUNCTIONS or not word[0].isalpha():
            return False
        if word in grammar.PAST_BE or word in grammar.HAVE or word in grammar.PRESENT_BE:
            return True
    return False
