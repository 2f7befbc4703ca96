"""Whom a sentence names as the source of what it says, and which of its dates date the saying."""

from __future__ import annotations

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.subjects import skip_asides, subject_start
from extractor.engines.rules.triggers import Trigger

_SOURCE_LIMIT = 8
"""Words of a source ("the spokesman of the regional water board" has seven)."""


def find_source(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> str | None:
    """Whom the sentence names as the source of what it says, or None."""
    for index, word in enumerate(sentence.lower):
        if sentence.quoted[index] or index == trigger.index:
            continue
        if word == "according" and sentence.lower[index + 1 : index + 2] == ["to"]:
            return _read_source(sentence, index + 2, _next_break(sentence, index + 2))
        if word not in lexicon.reporting or _is_noun(sentence, index):
            continue
        if index > trigger.index and not _closes_report(sentence, index):
            continue
        if _is_inverted(sentence, index, lexicon):
            return _read_source(sentence, index + 1, _next_break(sentence, index + 1))
        end = skip_asides(sentence, index)
        return _read_source(sentence, subject_start(sentence, end), end)
    return None


def is_report_date(sentence: Sentence, date: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the date dates the saying or the denying ("officials said on Monday")."""
    first, last = date
    for index in range(first - 1, max(first - 6, -1), -1):
        word = sentence.lower[index]
        if word in lexicon.reporting:
            return not _is_noun(sentence, index)
        if word in lexicon.denial:
            return "denied" in sentence.clause[last:]
        if word not in grammar.PREPOSITIONS and word not in {"reporters", "journalists", "the"}:
            return False
    return False


def report_after(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb of saying or denying stands right at `end` ("the mayor on Monday said")."""
    if end >= len(sentence):
        return False
    word = sentence.lower[end]
    return word in lexicon.reporting or (
        word in lexicon.denial and "denied" in sentence.clause[end:]
    )


def _closes_report(sentence: Sentence, index: int) -> bool:
    """Whether a verb of saying after the claim ends it (", the office said on Wednesday")."""
    if index + 1 >= len(sentence) or sentence.lower[index] in {"told", "tells"}:
        return True
    following = sentence.lower[index + 1]
    return (
        following in BREAKS
        or following in grammar.PREPOSITIONS
        or sentence.date[index + 1] >= 0
        or sentence.words[index - 1] in {",", "”", '"'}
    )


def _is_inverted(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """As in ", said the mayor": the source follows the verb."""
    following = sentence.words[index + 1 : index + 2]
    if not following or sentence.words[index - 1 : index] not in ([","], ["”"], ['"']):
        return False
    lower = following[0].lower()
    return following[0][0].isupper() or lower in {"the", "a", "an"} | lexicon.actor_heads


def _next_break(sentence: Sentence, start: int) -> int:
    end = start
    while end < len(sentence) and sentence.words[end] not in BREAKS and sentence.date[end] < 0:
        end += 1
    return end


def _is_noun(sentence: Sentence, index: int) -> bool:
    """As in "the reports", "to say", "is said": no finite verb of saying."""
    before = sentence.lower[index - 1] if index else ""
    return before in grammar.DETERMINERS or before in {"to", "of"} or before in grammar.BE


def _read_source(sentence: Sentence, begin: int, end: int) -> str | None:
    """The words of a source without its article; pronouns name nobody."""
    while begin < end and (
        sentence.lower[begin] in grammar.CONJUNCTIONS | {"the", "a", "an", "as"}
        or sentence.date[begin] >= 0
    ):
        begin += 1
    while end > begin and (
        sentence.lower[end - 1] in grammar.AUXILIARIES | grammar.ADVERBS | grammar.PREPOSITIONS
        or sentence.lower[end - 1].endswith("ly")
        or sentence.date[end - 1] >= 0
    ):
        end -= 1
    if not begin < end <= begin + _SOURCE_LIMIT or sentence.lower[begin] in grammar.PRONOUNS:
        return None
    return sentence.verbatim(begin, end)
