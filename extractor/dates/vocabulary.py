"""Prepares a text for the words of a language: letters folded, words of several parts kept whole.

Knows no language: what it does is told by `Language.fold`, `spaced`, `proclitics`, `not_followed`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.dates.language import Fold, Language
from extractor.dates.tokens import WORDS_AND_MARKS

_NEVER = "(?!)"
_PLAIN_WORD = re.compile(r"\w+")
_UNSPACED_WORDS_AND_MARKS = r"""
    [0-9]{4}-[0-9]{2}-[0-9]{2} (?:T[0-9:.+Z-]{4,24})? (?![0-9-])
    | [0-9]{4}-[0-9]{2} (?![0-9-])
    | [0-9]{1,2}-[0-9]{1,2}-[0-9]{4} (?![0-9-])
    | [0-9]+ (?:[.,:/][0-9]+)+
    | [0-9]+
    | [A-Za-z]+
    | \w
    | \n [^\S\n]* \n
    | [^\w\s]+
"""
_LOOK_AROUND = re.compile(r"\(\?<?[=!][^()]*\)")
_FIGURES = re.compile("[0-9]+")


class Places(NamedTuple):
    """Where each letter of a folded text begins and ends in the text itself."""

    starts: Sequence[int]
    ends: Sequence[int]


def fold_text(text: str, fold: Fold) -> tuple[str, Places | None]:
    """The text with its letters folded, and where each stood; None where none was left out.

    An accent or a vowel sign that is left out belongs to the letter before it.
    """
    if not fold:
        return text, None
    folded = text.translate(fold)
    if len(folded) == len(text):
        return folded, None
    kept = [index for index, letter in enumerate(text) if fold.get(ord(letter), "") is not None]
    ends = [index + 1 for index in kept]
    for place in range(len(ends)):
        while ends[place] < len(text) and unicodedata.combining(text[ends[place]]):
            ends[place] += 1
    return folded, Places(kept, ends)


def token_pattern(language: Language, spellings: Iterable[str]) -> re.Pattern[str]:
    """A pattern whose matches are the words, numbers and marks of a folded text.

    `spellings`: all words of the language's tables, as they may be written.
    """
    words = sorted(set(spellings), key=lambda word: (-len(word), word))
    clocks = clock_patterns(language)
    if not language.spaced:
        known = _alternatives(words, language)
        return re.compile("|".join([*clocks, known]) + f"|(?x:{_UNSPACED_WORDS_AND_MARKS})")
    known_stems = {*language.abbreviations}
    several = [
        word
        for word in words
        if (not _PLAIN_WORD.fullmatch(word) or word.startswith(language.proclitics))
        and word.rstrip(".").lower() not in known_stems
    ]
    first = [rf"\b{clock}" for clock in clocks]
    if several:
        first.append(rf"(?:{_alternatives(several, language)})(?!\w)")
    if language.proclitics:
        clitics = "|".join(sorted(language.proclitics, key=len, reverse=True))
        first.append(rf"(?<!\w)(?:{clitics})(?=(?:{_alternatives(words, language)})(?!\w)|[0-9])")
    abbreviations = "|".join(word.capitalize() for word in language.abbreviations) or _NEVER
    marks = WORDS_AND_MARKS.format(abbreviations=abbreviations)
    return re.compile("|".join([*first, f"(?x:{marks})"]))


def clock_shape(language: Language) -> re.Pattern[str] | None:
    """What a token that is an hour looks like, whatever stands around it."""
    if not language.clocks:
        return None
    return re.compile("|".join(_LOOK_AROUND.sub("", clock) for clock in clock_patterns(language)))


def clock_patterns(language: Language) -> list[str]:
    """The language's patterns of an hour, without their groups."""
    return [re.sub(r"\?P<\w+>", "?:", clock) for clock in language.clocks]


def _alternatives(words: Sequence[str], language: Language) -> str:
    """The words as one pattern, the longest first, parted by their first letter for speed."""
    by_letter: dict[str, list[str]] = {}
    not_followed = {
        word.translate(language.fold): letters for word, letters in language.not_followed.items()
    }
    for word in words:
        barred = not_followed.get(word)
        by_letter.setdefault(word[:1], []).append(
            re.escape(word[1:]) + (f"(?!{barred})" if barred else "")
        )
    return "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()
    )


def in_calendar_order(figures: str, *, day_first: bool) -> str:
    """A date in figures as ISO 8601 where its order is known, else as it is.

    Known: the year first, or a language that puts the day first and a calendar that has it so.
    A year of two digits is of 1950 to 2049.
    """
    numbers = _FIGURES.findall(figures)
    if len(numbers) < 3 or "W" in figures:
        return figures
    if len(numbers[0]) == 4:
        year, month, day = map(int, numbers[:3])
    else:
        day, month, year = map(int, numbers[:3])
        year += 0 if len(numbers[2]) == 4 else 1900 if year >= 50 else 2000
        if not day_first or month > 12:
            return figures
    return f"{year:04d}-{month:02d}-{day:02d}"
