"""Helpers to write down the tables of a language; holds no word of any."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from extractor.dates.language import Cues, Fold, Value

DIGIT_ZEROS = "\u0660\u06f0\uff10"
"""Zero of the Arabic, the Persian and the full-width digits."""

LEFT_OUT = (
    *range(0x0300, 0x0370),  # combining accents
    *range(0x064B, 0x0660),  # Arabic vowel signs
    0x0640,  # Arabic tatweel
    0x0670,
    *range(0x200B, 0x2010),  # joiners and marks of direction
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
)


def each(value: Value, *words: str) -> dict[str, Value]:
    """One value for all words; each text is words parted by commas."""
    return {word.strip(): value for text in words for word in text.split(",")}


def numbered(words: str, first: int = 1) -> dict[str, Value]:
    """Words parted by spaces, numbered; forms of one word are parted by a slash."""
    return {
        form: number
        for number, forms in enumerate(words.split(), start=first)
        for form in forms.split("/")
    }


def inflected(stems: Mapping[str, Value], endings: Iterable[str]) -> dict[str, Value]:
    """Every stem with every ending."""
    return {stem + ending: value for stem, value in stems.items() for ending in endings}


def fold_of(letters: Mapping[str, str] | None = None) -> dict[int, str | None]:
    """Digits as ASCII, Latin letters without accents, no marks of direction; `letters` besides."""
    fold: dict[int, str | None] = dict.fromkeys(LEFT_OUT)
    for zero in DIGIT_ZEROS:
        fold.update({ord(zero) + digit: str(digit) for digit in range(10)})
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            fold[code] = base
    fold.update({ord(space): " " for space in "\u00a0\u2009\u202f\u3000"})
    fold.update({ord(mark): "'" for mark in "’ʼ"})
    fold.update({ord(letter): plain for letter, plain in (letters or {}).items()})
    return fold


def sequences(text: str, fold: Fold) -> frozenset[tuple[str, ...]]:
    """Sequences of words, parted by commas, folded."""
    return frozenset(tuple(part.split()) for part in text.translate(fold).split(","))


def words_of(text: str, fold: Fold) -> frozenset[str]:
    """Words parted by spaces, folded."""
    return frozenset(text.translate(fold).split())


def bounds_of(texts: Mapping[str, str], fold: Fold) -> dict[tuple[str, ...], str]:
    """Name of a bound -> its words; turned into words -> name."""
    return {words: name for name, text in texts.items() for words in sequences(text, fold)}


def cues_of(
    fold: Fold,
    *,
    before: Mapping[str, str],
    after: Mapping[str, str] | None = None,
    fillers: str = "",
    approximate: str = "",
    begin: str = "",
    close: str = "",
    brief: str = "",
    negations: str = "",
    plan: str = "",
    plan_endings: str = "",
    not_plan: str = "",
    report: str = "",
    past: str = "",
    past_endings: str = "",
    not_past: str = "",
    participle_after: str = "",
    clause_break: str = "",
    subordinators: str = "",
    soft_plan: str = "",
    present: str = "",
    present_endings: str = "",
    not_present: str = "",
    contrast: str = "",
    backshift: str = "",
    orders: str = "",
    verb_last: bool = False,
    word: str | None = None,
) -> Cues:
    """Cues from texts of words; `before`, `after`: name of a bound -> sequences with commas.

    Fillers at the end of a sequence are optional: they are passed over before it is looked up.
    """
    filling = words_of(fillers, fold)
    bounds = bounds_of(before, fold)
    for words, name in tuple(bounds.items()):
        stem = words
        while stem and stem[-1] in filling:
            stem = stem[:-1]
        bounds[stem or words] = name
    cues = Cues(
        before_date=bounds,
        after_date=bounds_of(after or {}, fold),
        fillers=filling,
        approximate=words_of(approximate, fold),
        begin=words_of(begin, fold),
        close=words_of(close, fold),
        brief=words_of(brief, fold),
        negations=words_of(negations, fold),
        plan=sequences(plan, fold),
        plan_endings=tuple(plan_endings.translate(fold).split()),
        not_plan=words_of(not_plan, fold),
        report=words_of(report, fold),
        past=words_of(past, fold),
        past_endings=tuple(past_endings.translate(fold).split()),
        not_past=words_of(not_past, fold),
        participle_after=words_of(participle_after, fold),
        keep_case=frozenset(),
        clause_break=words_of(f"{clause_break} , ; : – —", fold),
        subordinators=words_of(subordinators, fold),
        infinitive="",
        soft_plan=sequences(soft_plan, fold),
        present=sequences(present, fold),
        present_endings=tuple(present_endings.translate(fold).split()),
        not_present=words_of(not_present, fold),
        contrast=words_of(contrast, fold),
        backshift=words_of(backshift, fold),
        orders=words_of(orders, fold),
        fold=fold,
        verb_last=verb_last,
    )
    return cues if word is None else replace(cues, word=word)
