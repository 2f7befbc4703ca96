"""What the capitals of a whole article tell: which words are names, and which names are people's.

Judges no single sentence: that is done with it in `phrases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.dates.language import listed

TITLES = listed(
    "Mr Mrs Ms Dr Gen Col Lt Sgt Capt Sen Rep President Minister Chancellor General Colonel "
    "Captain Commander Judge Senator Mayor Governor King Queen Prince Princess Pope Secretary"
)
_TITLED = re.compile(
    rf"\b(?:{'|'.join(TITLES)})\.? "
    r"((?:[A-Z][\w’'-]+ ?){1,3})|\b((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+), \d{2}(?=[,.])"
)
"""A person by title, or by age ("Ada Tal, 34,")."""
_MID_SENTENCE_NAME = re.compile(r"(?<=[\w,;] )[^\W\d_a-z][\w’'-]*")
_LOWER_WORD = re.compile(r"\b[a-z][\w-]*")


@dataclass(frozen=True, slots=True)
class Capitals:
    """What the whole article tells about capitals, to judge the first word of a sentence.

    `people`: names of people that a title or an age tells, whole and by their last word.
    """

    names: frozenset[str]
    common: frozenset[str]
    people: frozenset[str] = frozenset()


def read_capitals(texts: Iterable[str]) -> Capitals:
    """Words that stand capitalised inside a sentence, and words that stand in small letters."""
    names: set[str] = set()
    common: set[str] = set()
    people: set[str] = set()
    for text in texts:
        for match in _TITLED.finditer(text):
            name = (match[1] or match[2]).strip()
            people.update((name, name.rpartition(" ")[2]))
        names.update(_MID_SENTENCE_NAME.findall(text))
        common.update(_LOWER_WORD.findall(text))
    return Capitals(frozenset(names), frozenset(common), frozenset(people))
