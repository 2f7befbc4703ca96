"""Sentences of a block, by sentencex (rules for abbreviations of some 250 languages).

Gives spans only; what is between two sentences is white space and belongs to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from extractor.text.blocks import Block

# sentencex needs time by the square of the text for some opening quotes: 100,000 of them take
# three seconds. A window of this many characters takes at most 20 ms.
_WINDOW = 8_000
_NEVER_LAST = {
    code: re.compile(rf"(?:\A|[\s(\[«„“\"'’.-])(?:{words})\.\Z", re.IGNORECASE)
    for code, words in (
        ("es", "sra?|srta|dra?|d|dña|gral|cnel|cap|lic|ing|profa?|mons|núm|art|ee"),
        ("fr", "mm?|mme|mlle|dr|pr|me|mgr|ste?|art|env|cf|av|p|j|j\\.-c"),
        ("de", "dr|prof|hr|nr|st|z|u|d|bzw|abs|art|zzt|ggf"),
        ("tr", "dr|prof|doç|av|sn|yrd|org|gen|alb|bkz"),
        ("ru", "т|ул|проф|акад|ген|им|см|ср|[а-яё]\\. ?[а-яё]"),
        ("ar", "[أا]?د|أ|م|ق"),
    )
}
"""Abbreviations that stand before what they belong to, so that no sentence ends with them."""

_ORDINAL = {
    "de": (
        re.compile(r"\b(?:der|die|das|den|dem|des|zum|zur|im|beim|vom) [0-9]{1,3}\.\Z"),
        re.compile(r"(?:Da[sn]?|Die|De[rnm]|Er|Sie|Es|Ein|Eine|Wir|Ich|In|Im|Am|Bei|Nach|Auch)\b"),
    )
}
"""Languages whose ordinals are figures with a full stop: how they are told from a sentence's end,
and the words that open a sentence all the same."""

_LONGEST_ENDING = 16
"""Characters at the end of a sentence that are looked at for an abbreviation."""

_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])[.)]\W*")


def split_sentences(text: str, block: Block, *, language: str | None = None) -> list[Block]:
    """The sentences of `text[block.start:block.end]`, without white space at their ends.

    `language` is a BCP 47 tag; without one, and for languages that sentencex does not know, the
    rules of English hold. A block longer than 8,000 characters is read window by window, each
    beginning where the last whole sentence ended; only a sentence of thousands of characters is
    cut, at white space.
    """
    code = (language or "en").replace("_", "-").split("-")[0].lower()
    sentences: list[Block] = []
    numbered_from: int | None = None
    for start, end in _cut(text, block, code):
        piece = text[start:end].strip()
        if not piece:
            continue
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        finish = begin + len(piece)
        if sentences and not any(map(str.isalnum, piece)):
            sentences[-1] = Block(sentences[-1].start, finish)
            continue
        if sentences and _goes_on(text, sentences[-1], begin, code):
            sentences[-1] = Block(sentences[-1].start, finish)
            continue
        begin = begin if numbered_from is None else numbered_from
        numbered_from = begin if _ENUMERATOR.fullmatch(piece) else None
        if numbered_from is None:
            sentences.append(Block(begin, finish))
    if numbered_from is not None:
        sentences.append(Block(numbered_from, block.end))
    return sentences


def _goes_on(text: str, sentence: Block, begin: int, language: str) -> bool:
    """Whether what begins there still belongs to the sentence before it."""
    if begin == sentence.end:
        return text[begin] == "-"  # `J.-C.`
    end = text[max(sentence.start, sentence.end - _LONGEST_ENDING) : sentence.end]
    pattern = _NEVER_LAST.get(language)
    if pattern is not None and pattern.search(end):
        return True
    ordinal, opener = _ORDINAL.get(language, (None, None))
    return bool(ordinal and opener and ordinal.search(end) and not opener.match(text, begin))


def _cut(text: str, block: Block, language: str) -> Iterator[tuple[int, int]]:
    """Neighbouring pieces that fill the block."""
    start = block.start
    while block.end - start > _WINDOW:
        window = text[start : start + _WINDOW]
        pieces = _boundaries(window, language)
        whole = pieces[-1][0]
        if whole < _WINDOW // 2:  # hardly a whole sentence: go on, or the time is squared again
            pieces, whole = [(0, _last_space(window))], _last_space(window)
        for first, last in pieces:
            if first < whole:
                yield start + first, start + last
        start += whole
    for first, last in _boundaries(text[start : block.end], language):
        yield start + first, start + last


def _boundaries(text: str, language: str) -> list[tuple[int, int]]:
    return [
        (int(found["start_index"]), int(found["end_index"]))
        for found in get_sentence_boundaries(language, text)
    ]


def _last_space(window: str) -> int:
    """Where the last word of a window begins; its end where it has no white space."""
    words = window.rsplit(maxsplit=1)
    return len(window) - len(words[1]) if len(words) == 2 else len(window)
