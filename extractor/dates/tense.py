"""The time that a word of an English sentence speaks of: past, to come, or only thought of.

Reads the auxiliaries before the word and its ending; knows no vocabulary of happenings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Tense = Literal["past", "perfect", "past_perfect", "present", "future", "unreal", "none"]
"""`none`: the word tells no time by itself (a noun, a base form, a bare participle)."""

PAST_TENSES: frozenset[Tense] = frozenset({"past", "perfect", "past_perfect", "present"})
"""Tenses of what is known to be so: none has a day to come. The present tells of what is."""
UNREAL_TENSES: frozenset[Tense] = frozenset({"future", "unreal"})


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
"""A word or a mark of punctuation."""

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "won't", "won’t"})
_UNREAL = frozenset({"would", "could", "may", "might", "can", "should", "must", "if", "unless"})
_PAST_BE = frozenset({"was", "were"})
_PRESENT = frozenset({"is", "are", "am", "be", "being", "do", "does", "'s", "’s"})
_BETWEEN = frozenset(
    {"not", "also", "already", "still", "now", "just", "ever", "never", "since", "then", "again"}
    | {"been", "had", "has", "have", "did", "to", "going", "only", "all", "both", "even", "so"}
)
AUXILIARIES = (
    _FUTURE
    | _UNREAL - {"if", "unless"}
    | _PAST_BE
    | frozenset({"is", "are", "has", "have", "had", "did"})
)
"""Words that carry the tense of a verb."""
_GROUP = _FUTURE | _UNREAL | _PAST_BE | _PRESENT | _BETWEEN
_GROUP_LIMIT = 7
"""Words before a verb that can be its auxiliaries ("is not now expected to have been")."""

_STATES = frozenset({"has", "have", "is", "are"})
_SUBJECTS = frozenset({"it", "he", "she", "which", "who", "also", "now", "that"})
"""After them, a word on -s is a verb and no plural."""

_LEADS_PLAN = frozenset(
    {"going", "set", "due", "about", "scheduled", "expected", "plan", "plans", "planned", "hopes"}
    | {"aims", "intends", "intend", "planning", "expects", "hoping", "wants", "ready", "preparing"}
    | {"order", "continue", "continues", "likely", "able", "possibility", "designed", "want"}
)
"""Before "to", they lead to what has not happened yet."""
_CLAUSE_REACH = 12
"""Words looked back over from an infinitive or a participle for the verb that it depends on."""

_IRREGULAR = _words(
    "said told made took won hit went began led gave got came saw sold bought fell rose lost met "
    "held left brought found thought felt kept paid sent spent stood wrote knew grew drew flew "
    "spoke became broke chose sank shook shot fought fled struck stole drove threw caught built "
    "wore taught lent dug sued swore forbade withdrew overthrew arose sought ran sat rang sang "
    "laid understood meant dealt heard blew ate hung slid swept wept"
)
_NO_PAST = _words(
    "need feed speed seed breed deed indeed hundred united red bed shed exceed proceed succeed "
    "armed so-called alleged supposed unprecedented limited"
)
SPEECH = _words(
    "say says said saying tell tells told telling add adds added adding state states stated "
    "stating report reports reported reporting announce announces announced announcing claim "
    "claims claimed claiming note notes noted noting explain explains explained insist insists "
    "insisted confirm confirms confirmed confirming deny denies denied denying warn warns warned "
    "argue argues argued believe believes believed according call calls called comment comments "
    "commented reveal reveals revealed predict predicts predicted acknowledge acknowledged "
    "emphasize emphasized stress stresses stressed suggest suggests suggested"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """How a sentence tells of what one of its words names. `speech`: the word is one of saying."""

    tense: Tense
    speech: bool


def words_of(sentence: str) -> tuple[list[str], list[int]]:
    """The words of a sentence in small letters, and where each starts (characters)."""
    matches = list(WORD.finditer(sentence))
    return [match[0].lower() for match in matches], [match.start() for match in matches]


def read_tense(words: Sequence[str], index: int) -> Telling:
    """The time that the word at `index` speaks of; `words` in small letters."""
    speech = words[index] in SPEECH
    first = _group_start(words, index)
    group = words[first:index]
    if "to" in group:
        return Telling(_of_infinitive(words, first, index), speech)
    return Telling(_of_group(frozenset(group)) or _of_form(words, index), speech)


def _group_start(words: Sequence[str], index: int) -> int:
    first = index
    while first > 0 and index - first < _GROUP_LIMIT:
        word = words[first - 1]
        leads = words[first] == "to" and word in _LEADS_PLAN
        if not (word in _GROUP or leads or word.endswith(("ly", "n't", "n’t"))):
            break
        first -= 1
    return first


def _of_group(group: frozenset[str]) -> Tense | None:
    """The tense that auxiliaries tell, the strongest first."""
    if group & _FUTURE or "going" in group:
        return "future"
    if group & _UNREAL:
        return "unreal"
    if "had" in group:
        return "past_perfect"
    if group & {"has", "have"}:
        return "perfect"
    if group & _PAST_BE or "did" in group:
        return "past"
    return "present" if group & _PRESENT else None


def _of_form(words: Sequence[str], index: int) -> Tense:
    word = words[index]
    if is_past(word):
        return "past"
    before = words[index - 1] if index else ""
    if word in _STATES or (word.endswith("s") and before in _SUBJECTS):
        return "present"
    return _of_leading_verb(words, index) if word.endswith("ing") else "none"


def is_past(word: str) -> bool:
    """Whether a word, by its form, is a past tense or a past participle."""
    return word in _IRREGULAR or (word.endswith("ed") and word not in _NO_PAST)


def _of_infinitive(words: Sequence[str], first: int, index: int) -> Tense:
    """What "to" leads to has the time of the verb before it, or is still to come."""
    to = next(i for i in range(index - 1, first - 1, -1) if words[i] == "to")
    lead = words[to - 1] if to else ""
    if lead in _LEADS_PLAN or to == 0 or lead in _PRESENT:
        return "future"
    return _of_leading_verb(words, to)


def _of_leading_verb(words: Sequence[str], end: int) -> Tense:
    """The tense of the verb before word `end` in the same stretch of the sentence."""
    for index in range(end - 1, max(end - 1 - _CLAUSE_REACH, -1), -1):
        word = words[index]
        if word in _FUTURE or word in _UNREAL:
            return "future"
        if word in {"has", "have"}:
            return "perfect"
        if word == "had":
            return "past_perfect"
        if word in _PAST_BE or is_past(word):
            before = _of_group(frozenset(words[max(0, index - 3) : index]))
            return before or "past"
        if word in {"is", "are"}:
            return "present"
    return "none"
