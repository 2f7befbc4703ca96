"""Finds the subject of a verb: the words it stands in, and the noun phrases that are it.

Knows how asides, relative clauses and lists lie between a subject and its verb; never says what
part the subject plays in an event.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.phrases import Phrase
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.triggers import Trigger

_COUNTS = frozenset({"dozens", "scores", "hundreds", "thousands", "tens", "number", "most"})
"""Before "of", they count the noun that follows."""
_BRACKET_REACH = 12
"""Words in the brackets after a subject ("the Front (also called …)")."""
_OPEN_LISTS = frozenset({"and", "or", ","})


def find_subject(
    sentence: Sentence, trigger: Trigger, phrases: Sequence[Phrase]
) -> tuple[Phrase, ...]:
    """The phrases of the subject, in text order.

    That is the last noun phrase before the verb that no preposition governs, with those that
    "and" joins to it. Asides between commas are passed over.
    """
    begin, end = subject_span(sentence, trigger)
    candidates = [
        phrase
        for phrase in phrases
        if begin <= phrase.first
        and phrase.last <= end
        and phrase.type != "place"
        and not sentence.possessive[phrase.last - 1]
    ]
    for position in range(len(candidates) - 1, -1, -1):
        if governor(sentence, candidates[position]) == "":
            chain = _joined(sentence, candidates[: position + 1])
            if governor(sentence, chain[0]) == "":
                return chain
    return ()


def subject_span(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    """The words before the verb in which its subject stands: first word and end."""
    marker = sentence.clause[trigger.group.first]
    end = skip_asides(sentence, _before_date(sentence, trigger.group.first))
    begin = subject_start(sentence, end, marker)
    if begin == 0 or sentence.lower[begin - 1] not in grammar.RELATIVES:
        return begin, end
    if begin < end and sentence.clause[trigger.group.first] == sentence.clause[begin]:
        return begin, end  # a relative clause's own subject, or what somebody said
    end = begin - 1  # a relative clause: what stands before it is the subject
    end -= sentence.lower[end - 1 : end] == [","]
    return subject_start(sentence, end), end


def _before_date(sentence: Sentence, end: int) -> int:
    """Before date words that stand right before the verb ("the court on Friday freed")."""
    if end == 0 or sentence.date[end - 1] < 0:
        return end
    first = sentence.dates[sentence.date[end - 1]][0]
    return first - (first > 0 and sentence.lower[first - 1] in grammar.PREPOSITIONS)


def subject_start(sentence: Sentence, end: int, marker: str = "") -> int:
    """The start of a clause; the comma of "a judge in Paris, France" starts none."""
    begin = clause_start(sentence, end, marker)
    name = begin - 2
    while name > 0 and sentence.words[name][0].isupper():
        name -= 1
    names = name < begin - 2 and sentence.words[begin - 1] == ","
    if not names or begin == end or sentence.lower[name] not in {"in", "at", "near", "from"}:
        return begin
    is_name = all(word[0].isupper() for word in sentence.words[begin:end])
    return clause_start(sentence, name) if is_name else begin


def clause_start(sentence: Sentence, end: int, marker: str = "") -> int:
    """The first word after the break or marker that opens the clause which ends at `end`."""
    begin = end
    while begin > 0:
        word = sentence.lower[begin - 1]
        preposition = word in {"before", "after", "since", "as"} and word != marker
        opens = word in grammar.CLAUSE_MARKERS and not preposition
        if word in BREAKS or opens or (word in {"but", "and"} and _verb_before(sentence, begin)):
            break
        begin -= 1
    return begin


def _verb_before(sentence: Sentence, begin: int) -> bool:
    """Whether an auxiliary or a past form stands between the clause's start and an "and"."""
    for index in range(begin - 2, max(begin - 15, -1), -1):
        word = sentence.lower[index]
        if word in BREAKS:
            return False
        if word in grammar.AUXILIARIES or (word.endswith("ed") and word not in {"united"}):
            return True
    return False


def skip_asides(sentence: Sentence, end: int) -> int:
    """Where the subject ends: before ", who already hold the bridge," and "(ILF)"."""
    for _ in range(2):
        if end and sentence.words[end - 1] == ")":
            end = _opening_bracket(sentence, end)
        if end < 2 or sentence.words[end - 1] != ",":
            return end
        opening = end - 2
        while opening >= 0 and sentence.words[opening] not in {",", ";"}:
            opening -= 1
        if opening < 0:
            return end - 1
        end = opening
        begin = clause_start(sentence, end)
        if 0 < begin < end and _opens_aside(sentence, begin):
            end = begin - 1
    return end


def _opening_bracket(sentence: Sentence, end: int) -> int:
    """The bracket that the one before `end` closes; `end` itself where there is none."""
    for index in range(end - 2, max(end - 2 - _BRACKET_REACH, -1), -1):
        if sentence.words[index] == "(":
            return index
    return end


def _opens_aside(sentence: Sentence, begin: int) -> bool:
    """As in ", flying from Rio" or ", who": the aside began one comma earlier."""
    word = sentence.lower[begin]
    return sentence.words[begin - 1] == "," and (
        word.endswith("ing") or word in grammar.RELATIVES or word in grammar.PREPOSITIONS
    )


def _joined(sentence: Sentence, candidates: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The last candidate, with those before it that commas and "and" join to it."""
    chain = [candidates[-1]]
    for phrase in reversed(candidates[:-1]):
        between = sentence.lower[phrase.last : chain[0].first]
        links = [word for word in between if word not in grammar.DETERMINERS]
        if not links or any(word not in _OPEN_LISTS for word in links) or "and" not in between:
            break
        chain.insert(0, phrase)
    return tuple(chain)


def governor(sentence: Sentence, phrase: Phrase) -> str:
    """The preposition before a phrase, "" for none; determiners and numbers are passed over."""
    index = phrase.first - 1
    unknown = 0
    while index >= 0 and index > phrase.first - 6:
        word = sentence.lower[index]
        if sentence.date[index] >= 0:
            return ""
        before = sentence.lower[index - 1] if index else ""
        counts = (word == "of" and before in _COUNTS) or (word == "to" and before == "up")
        if word in {"least", "than"} or counts:
            index -= 2
        elif sentence.lower[max(0, index - 2) : index + 1] == ["as", "many", "as"]:
            index -= 3
        elif word in grammar.PREPOSITIONS and word not in {"about", "around", "over"}:
            return word
        elif _may_precede_noun(sentence, index):
            index -= 1
        elif not unknown and _may_be_adjective(sentence, index):
            index, unknown = index - 1, 1
        else:
            return ""
    return ""


def _may_precede_noun(sentence: Sentence, index: int) -> bool:
    word = sentence.lower[index]
    return (
        word in grammar.DETERMINERS
        or word in grammar.NUMBER_WORDS
        or word[0].isdigit()
        or sentence.possessive[index]
        or _is_plain_adjective(word)
    )


def _may_be_adjective(sentence: Sentence, index: int) -> bool:
    word = sentence.lower[index] if sentence.shouting else sentence.words[index]
    return word[0].islower() and word not in grammar.FUNCTION_WORDS and not word.endswith("ed")


def _is_plain_adjective(word: str) -> bool:
    return word.endswith(("al", "ern", "ive", "ous", "ary", "ful", "ic"))
