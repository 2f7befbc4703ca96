"""Words of a phrase that no rule read: what a day rests on that was read from a part of a phrase.

Tells only whether they can change the day; never what day they make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from extractor.dates.grammar import Grammar, Reading, grammar_of
from extractor.dates.language import listed
from extractor.dates.languages import load_language
from extractor.dates.tokens import composite

Unread = Literal["nothing", "words", "counting"]
"""`words`: some that may matter; `counting`: some that date words are counted by."""

HARMLESS = frozenset(
    listed(
        "the of on in at by from since until during for within between comma dash slash and to "
        "approx before after daypart_word hour_name clock half_clock dotted_clock flight_clock "
        "half_of_day zone oclock now this in_suffix from_suffix ablative bracket close day_noun "
        "day_unit part_comparative possessive apostrophe plural_s or"
    )
)
"""Word classes that leave a day what it is, beside date words."""

COUNTING = frozenset(
    listed(
        "ordinal_word day_ordinal number_word tens_word week_unit weekend_unit quarter_unit "
        "half_unit decade_unit last next previous following "
        "before_last eve fiscal every other fortnight_unit that same"
    )
)
"""Word classes that count, shift or repeat what stands beside them."""

COUNTING_BEFORE = frozenset({"month_unit", "year_unit"})
"""The same where they stand first: `the year to March`, but `с марта по май 2023 года`."""

_LAST_WORD = re.compile(r"(\w+)\W{0,3}\Z")
_LONGEST_WORD = 24


def unread_of(phrase: str, readings: Sequence[Reading], code: str) -> Unread:
    """What of a phrase stands outside all readings."""
    covered = [(reading.start, reading.end) for reading in readings]
    if len(covered) == 1 and covered[0] == (0, len(phrase)):
        return "nothing"
    grammar, names = grammar_of(code), _names_of_letters(code)
    if any(_is_beside_event(phrase, reading, grammar, names) for reading in readings):
        return "counting"
    covered = sorted([*covered, *_spoken_hours(phrase, code)])
    left = "nothing"
    for first, last in _gaps(covered, len(phrase)):
        gap = phrase[first:last].translate(grammar.fold)
        for token in grammar.token.finditer(gap):
            word = token[0]
            name = composite(word) or names.get(grammar.letters.get(word, ""))
            if name in COUNTING or (first == 0 and name in COUNTING_BEFORE):
                return "counting"
            if name not in HARMLESS | COUNTING_BEFORE and word.lower() not in _small_words(code):
                left = "words" if any(map(str.isalnum, word)) else left
    return "words" if left == "words" else "nothing"


def is_repeated(sentence: str, start: int, code: str) -> bool:
    """Whether `every` stands right before the words at `start` of the sentence."""
    grammar = grammar_of(code)
    before = sentence[max(0, start - _LONGEST_WORD) : start].translate(grammar.fold)
    match = _LAST_WORD.search(before)
    letter = grammar.letters.get(match[1], "") if match else ""
    return _names_of_letters(code).get(letter) == "every"


def _gaps(covered: list[tuple[int, int]], length: int) -> Iterable[tuple[int, int]]:
    place = 0
    for first, last in covered:
        yield place, max(place, first)
        place = max(place, last)
    yield place, length


def _is_beside_event(
    phrase: str, reading: Reading, grammar: Grammar, names: Mapping[str, str]
) -> bool:
    """`The Friday before the strike`: counted from what no rule reads."""
    if reading.rule.kind != "weekday":
        return False
    before = grammar.token.findall(
        phrase[max(0, reading.start - _LONGEST_WORD) : reading.start].lower()
    )
    after = grammar.token.findall(phrase[reading.end : reading.end + 3 * _LONGEST_WORD].lower())
    beside = names.get(grammar.letters.get(after[0], "")) if len(after) > 2 else None
    definite = bool(before) and names.get(grammar.letters.get(before[-1], "")) == "the"
    return definite and beside in ("before", "after")


def _spoken_hours(phrase: str, code: str) -> Iterable[tuple[int, int]]:
    """Where hours stand in words: `at four in the morning`."""
    folded = phrase.translate(grammar_of(code).fold)
    if len(folded) != len(phrase):
        return  # places would not be those of the phrase
    for form in _forms_of_hours(code):
        yield from (match.span() for match in form.finditer(folded))


@cache
def _forms_of_hours(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in load_language(code).spoken_hours)


@cache
def _names_of_letters(code: str) -> dict[str, str]:
    """Letter of the grammar -> word class."""
    letters, fold = grammar_of(code).letters, grammar_of(code).fold
    names: dict[str, str] = {}
    for name, words in load_language(code).words.items():
        for word in words:
            plain = word.translate(fold)
            letter = letters.get(plain) or letters.get(plain[:1].upper() + plain[1:])
            if letter is not None:
                names.setdefault(letter, name)
    names.update({letters["1"]: "day_number", letters[","]: "comma", letters["-"]: "dash"})
    return names


@cache
def _small_words(code: str) -> frozenset[str]:
    """The words around a date that its context reads: bounds, fillers, `about`."""
    cues = load_language(code).cues
    sequences = (*cues.before_date, *cues.after_date)
    return frozenset(
        {word for words in sequences for word in words}
        | cues.fillers
        | cues.approximate
        | cues.begin
        | cues.close
    )
