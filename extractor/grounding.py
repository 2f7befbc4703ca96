"""Whether words stand in a text, and which words a name or a phrase of an answer stands for.

Compares folded forms: case, diacritics, hyphens, apostrophes and white space do not count. Knows
nothing of events or models.
"""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"['’ʼ`]s\b", re.IGNORECASE)
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—_]+")
_NEEDS_BOUNDARY = ("Ll", "Nd")
"""Scripts that write words apart by spaces; a Chinese name may touch its neighbours."""


def fold(words: str) -> str:
    """The form in which names are compared: `Dar al-Kabirah’s` and `DAR AL KABIRAH` are one."""
    if words.isascii():  # nothing to decompose, and eight times as fast
        plain = _APOSTROPHES.sub("", _POSSESSIVE.sub("", words)).lower()
        return _SEPARATORS.sub(" ", plain).strip()
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", words))
    compatible = unicodedata.normalize("NFKD", bare).casefold()  # full-width and script forms
    decomposed = unicodedata.normalize("NFKD", compatible)  # what case folding composed
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SEPARATORS.sub(" ", _APOSTROPHES.sub("", letters)).strip()


def contains(folded_text: str, words: str) -> bool:
    """Whether `words` stand in a text that was folded before, as whole words."""
    wanted = fold(words)
    if not wanted:
        return False
    start = folded_text.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if _is_border(folded_text, start) and _is_border(folded_text, end):
            return True
        start = folded_text.find(wanted, start + 1)
    return False


def _is_border(text: str, position: int) -> bool:
    """Whether a word may begin or end at `position`."""
    if position <= 0 or position >= len(text):
        return True
    around = text[position - 1 : position + 1]
    return not all(unicodedata.category(char) in _NEEDS_BOUNDARY for char in around)


def find_phrase(text: str, phrase: str) -> tuple[int, int] | None:
    """Span of `phrase` in `text`, ignoring case and the kind of white space; None if absent.

    The span is in code points of `text`, so `text[start:end]` are the text's own words.
    """
    words = phrase.split()
    if not words:
        return None
    pattern = r"\s+".join(re.escape(word) for word in words)
    match = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) or re.search(
        pattern, text, re.IGNORECASE
    )
    return match.span() if match else None
