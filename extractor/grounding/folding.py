"""Folded forms of words, and the places of a text where folded words stand.

Case, diacritics, hyphens, apostrophes, quotation marks, characters of no width and white space do
not count. Knows nothing of events or models.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_POSSESSIVE = re.compile(r"'[sS]\b")
_APOSTROPHES = frozenset("'’‘ʼ`´＇")
_QUOTATION_MARKS = frozenset('"„‟″')
_LETTERS = {"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ـ": "", "−": "-"}
"""What has no decomposition: letters with a stroke, the dotless i, the tatweel, the minus."""
_NEEDS_BOUNDARY = ("Ll", "Nd")
"""Scripts that write words apart by spaces; a Chinese name may touch its neighbours."""
_PREFIXING = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")
"""Hebrew and Arabic: a name may carry `and`, `in`, `the` as letters before it."""
_LONGEST_PREFIX = 3
_MANY_CHARACTERS = 64
"""From here on one pass over the text is faster than a replacement for each character (measured
on 3,000 characters of English and of Chinese)."""


def fold(words: str) -> str:
    """The form in which names are compared: `Dar al-Kabirah’s` and `DAR AL KABIRAH` are one."""
    return " ".join(fold_letters(words).split())


def fold_letters(words: str, *, apostrophe: str = "") -> str:
    """As `fold`, with the white space of the words as it is.

    `apostrophe`: what an apostrophe becomes. Nothing makes `Sa’en` and `Saen` one; a space lets
    `Iran` stand in `l’Iran` and `Ankara` in `Ankara’da`.
    """
    if not words.isascii():
        words = _plain(words)
    words = words.replace("`", "'")
    if "'" in words:
        words = _POSSESSIVE.sub("", words).replace("'", apostrophe)
    return words.lower().replace("-", " ").replace("_", " ").replace('"', "")


def _plain(words: str) -> str:
    """Every character that is not ASCII as what it is compared by."""
    characters = {character for character in set(words) if character > "\x7f"}
    if len(characters) > _MANY_CHARACTERS:
        return words.translate({ord(each): _plain_character(each) for each in characters})
    for character in characters:
        words = words.replace(character, _plain_character(character))
    return words


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    """Base letters in lower case; nothing for a mark, a hyphen for a dash, one kind of quote.

    What comes out stays as it is when it is put in again, so the order of characters is free.
    """
    if character in _APOSTROPHES:
        return "'"
    compatible = unicodedata.normalize("NFKD", character)
    decomposed = unicodedata.normalize("NFKD", compatible.casefold())
    return "".join(_mark_or_letter(each) for each in decomposed)


def _mark_or_letter(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf" or unicodedata.combining(character):
        return ""
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTATION_MARKS or category in ("Pi", "Pf"):
        return '"'
    return "-" if category == "Pd" else _LETTERS.get(character, character)


def visible(words: str) -> str:
    """Words without the characters of no width, which would cut a word or a date in two."""
    return words if words.isascii() else _WITHOUT_WIDTH.sub("", words)


def contains(folded_text: str, words: str) -> bool:
    """Whether `words` stand in a text that was folded before, as whole words."""
    wanted = fold(words)
    return bool(wanted) and find_folded(folded_text, wanted) >= 0


def find_folded(folded_text: str, wanted: str, start: int = 0) -> int:
    """Where folded words stand in a folded text as whole words, from `start` on; -1 if nowhere."""
    start = folded_text.find(wanted, start)
    while start >= 0:
        end = start + len(wanted)
        around = folded_text[max(start - 1, 0) : start] + folded_text[end : end + 1]
        apart = not any(map(str.isalnum, around))  # nearly always, and quickly seen
        if apart or (_is_start(folded_text, start) and _is_end(folded_text, end)):
            return start
        start = folded_text.find(wanted, start + 1)
    return -1


def _is_start(text: str, position: int) -> bool:
    """Whether a word may begin at `position`, after a prefix of Arabic or Hebrew too."""
    before = text[max(position - _LONGEST_PREFIX - 1, 0) : position]
    inside = len(before) > _LONGEST_PREFIX and bool(_PREFIXING.match(text, position))
    return _is_border(text, position) and not (inside and all(map(_PREFIXING.match, before)))


def _is_end(text: str, position: int) -> bool:
    """Whether a word may end at `position`; one of Arabic or Hebrew ends before no letter."""
    around = text[max(position - 1, 0) : position + 1]
    inside = len(around) == 2 and all(map(_PREFIXING.match, around))
    return _is_border(text, position) and not inside


def _is_border(text: str, position: int) -> bool:
    """Whether a word may begin or end at `position`."""
    around = text[max(position - 1, 0) : position + 1] if position else ""
    spaced = [unicodedata.category(character) in _NEEDS_BOUNDARY for character in around]
    return len(spaced) < 2 or not all(spaced)


def find_phrase(text: str, phrase: str) -> tuple[int, int] | None:
    """Span of `phrase` in `text`, ignoring case and the kind of white space; None if absent.

    The span is in code points of `text`, so `text[start:end]` are the text's own words.
    """
    span = _find_as_written(text, phrase)
    if span:
        return span
    words = phrase.split()
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words)
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) or re.search(
        pattern, text, re.IGNORECASE
    )
    return match.span() if match else None


def _find_as_written(text: str, phrase: str) -> tuple[int, int] | None:
    """The same for a phrase that stands letter by letter between spaces or marks: no pattern."""
    start = text.find(phrase)
    if start < 0 or not phrase[:1].isalnum() or not phrase[-1:].isalnum():
        return None
    end = start + len(phrase)
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return None if any(char.isalnum() or char == "_" for char in around) else (start, end)


def own_words(text: str, words: str) -> str | None:
    """The text's own spelling of words that stand in it folded; None where they do not.

    `dawn front` is `Dawn Front` where the text has it so; white space is folded to single spaces.
    """
    span = find_phrase(text, words) or _find_by_folding(text, fold(words))
    return " ".join(text[slice(*span)].split()) if span else None


def _find_by_folding(text: str, wanted: str) -> tuple[int, int] | None:
    """Span of folded words in a text, by folding it with the place of every letter kept."""
    for apostrophe in ("", " "):
        letters, places = _fold_with_places(text, apostrophe)
        start = find_folded(letters, wanted) if wanted else -1
        if start >= 0:
            first, last = places[start], places[start + len(wanted) - 1]
            return first - _opens_quote(text, first, last), last + 1
    return None


def _opens_quote(text: str, first: int, last: int) -> bool:
    """Whether a quotation mark right before the words is closed inside them."""
    marks = [_plain_character(char) == '"' or char == '"' for char in text[first:last]]
    return first > 0 and any(marks) and _mark_or_letter(text[first - 1]) == '"'


def _fold_with_places(text: str, apostrophe: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text that it comes from."""
    marked = "".join("'" if character in _APOSTROPHES else character for character in text)
    skipped = {place for match in _POSSESSIVE.finditer(marked) for place in range(*match.span())}
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(marked):
        if place in skipped:
            continue
        for letter in fold_letters(character, apostrophe=apostrophe):
            if not letter.isspace():
                folded.append(letter)
            elif folded and folded[-1] != " ":
                folded.append(" ")
            else:
                continue
            places.append(place)
    return "".join(folded), places
