"""The shape of a piece of text, in any script: does it end as a sentence does, how long is it.

Never looks at the words themselves.
"""

from __future__ import annotations

import re
import unicodedata

CLOSERS = "\"'”’»›)]」』）"
_STOPS = ".!?…。！？．｡؟۔।॥։።"
_ENDS = re.compile(rf"[{_STOPS}][{re.escape(CLOSERS)}\s]*\Z")
_ENDS_IN_STOP = re.compile(rf"[.。．｡۔।॥։።][{re.escape(CLOSERS)}\s]*\Z")
# Four letters or a year before the stop: "U.S. Army" and "Gen. Orban" are no ends of sentences.
# Beginning with the stop, the search leaps from stop to stop.
_TWO_SENTENCES = re.compile(
    rf"[{_STOPS}](?:"
    rf"(?:(?<=[^\W\d_]{{4}}[{_STOPS}])|(?<=[0-9]{{4}}[{_STOPS}]))[{_STOPS}]*[{re.escape(CLOSERS)}]*\s+\S"
    rf"|(?<=[。！？])(?=[^\W\d_]))"
)
# Scripts written without spaces: Thai, Lao, Myanmar, Khmer, kana, Han.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_TAIL = 40  # characters at the end of a text that tell whether it ends as a sentence

_LONG_TEXT = 160  # characters; of 150 headlines of Wikinews and wires the longest has 140
_FEWEST_WORDS = 5


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a full stop, question or exclamation mark, or dots."""
    return _ENDS.search(text[-_TAIL:]) is not None


def ends_in_stop(text: str) -> bool:
    """Whether the text ends with a full stop; headlines end in question marks, never in stops."""
    return _ENDS_IN_STOP.search(text[-_TAIL:]) is not None


def holds_two_sentences(text: str) -> bool:
    """Whether a sentence ends before the end of the text."""
    return _TWO_SENTENCES.search(text) is not None


def word_count(text: str) -> int:
    """Words between spaces; in scripts without spaces two letters count as one word."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // 2


def is_prose(text: str) -> bool:
    """Whether the text can only be running text: long, or of several words and a full stop."""
    if len(text) > _LONG_TEXT or holds_two_sentences(text):
        return True
    return ends_in_stop(text) and word_count(text) >= _FEWEST_WORDS


def squash(text: str) -> str:
    """Letters and digits alone, case folded: equal for headlines that differ in spaces or marks."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(filter(str.isalnum, folded))
