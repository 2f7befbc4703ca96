"""Reads date words: text to word classes, word classes to the readings of named rules.

Every word becomes one letter, its class, and every rule is one regular expression over those
letters: matching costs time linear in the words, and no rule knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from string import capwords
from typing import Any, NamedTuple

from extractor.dates.language import Fold, Language, Rule, Value
from extractor.dates.languages import load_language
from extractor.dates.slots import CORE, FIELD_OF_SLOT, SLOTS
from extractor.dates.tokens import COMPOSITES, composite, number_words
from extractor.dates.vocabulary import (
    Places,
    clock_shape,
    fold_text,
    in_calendar_order,
    token_pattern,
)

LONGEST = 24
"""No template is longer than this many words."""

_OTHER = "."
_NAME = re.compile(r"[a-z_]+2?")
_BRACKET = re.compile(r"\([^()]*\)\??")


class Parts(NamedTuple):
    """What a rule read: numbers as in a calendar, names as in the word tables.

    A named tuple, because a hostile text has twenty thousand of them.
    """

    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    year: int | None = None
    year2: int | None = None
    decade: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    season: int | None = None
    ordinal: int | None = None
    part: str | None = None
    daypart: str | None = None
    deictic: str | None = None
    shift: int | None = None
    direction: str | int | None = None
    amount: int | None = None
    unit: str | None = None
    unit2: str | None = None
    approx: str | int | None = None
    numeric: str | None = None
    clock: str | None = None
    code: str | None = None
    tens: int | None = None
    factor: int | None = None
    fraction: int | None = None
    holiday: str | None = None


class Reading(NamedTuple):
    """Date words `text[start:end]` as one rule reads them; of a range, where its two ends stand."""

    start: int
    end: int
    rule: Rule
    parts: Parts
    ends: tuple[tuple[int, int], tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule made ready.

    `groups`: the field of `Parts` that each group of the expression fills. `needs`: sets of
    letters, of each of which one must occur.
    """

    rule: Rule
    expression: re.Pattern[str]
    groups: tuple[tuple[int, str], ...]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language made ready for reading."""

    token: re.Pattern[str]
    letters: dict[str, str]
    values: dict[str, Value]
    code: str
    composite_letters: dict[str, str]
    core: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    not_counted: frozenset[str]
    fold: Fold
    day_first: bool
    clock: re.Pattern[str] | None
    endings: tuple[tuple[str, str], ...]


@cache
def grammar_of(code: str) -> Grammar:
    """The grammar of a language, made once when it is first needed."""
    return _make_grammar(load_language(code))


def _make_grammar(language: Language) -> Grammar:
    classes = {**language.words, **number_words()}
    names = [*classes, *(name for name, _ in COMPOSITES)]
    letter_of = {name: chr(0x100 + index) for index, name in enumerate(names)}
    letters: dict[str, str] = {}
    values: dict[str, Value] = {}
    for name, words in classes.items():
        for word, value in words.items():
            plain = word.translate(language.fold)
            for spelling in _spellings(plain, capital=name in language.capital):
                letters[spelling], values[spelling] = letter_of[name], value
    spoken = {
        spelling
        for name, words in language.words.items()
        for word in words
        for spelling in _spellings(word.translate(language.fold), capital=name in language.capital)
    }
    return Grammar(
        token=token_pattern(language, spoken),
        letters=letters,
        values=values,
        code=language.code,
        composite_letters={name: letter_of[name] for name, _ in COMPOSITES},
        core=re.compile("[" + "".join(letter_of[name] for name in names if name in CORE) + "]"),
        patterns=tuple(_compile(rule, letter_of) for rule in language.rules),
        not_counted=language.not_counted,
        fold=language.fold,
        day_first=language.day_first,
        clock=clock_shape(language),
        endings=tuple((ending, letter_of[name]) for ending, name in language.endings),
    )


def _spellings(word: str, *, capital: bool) -> tuple[str, ...]:
    """As written at the start of a sentence and in a headline; in lower case unless `capital`."""
    high = (word[:1].upper() + word[1:], word.upper(), capwords(word, " "))
    return high if capital else (word, *high)


def _compile(rule: Rule, letter_of: dict[str, str]) -> Pattern:
    def name_to_letters(match: re.Match[str]) -> str:
        name = match[0]
        slot = name.removesuffix("2")
        if slot not in SLOTS:
            return letter_of[name]
        fields.append(
            "daypart" if slot == "daypart" else FIELD_OF_SLOT.get(slot, slot) + name[len(slot) :]
        )
        return f"([{_letters(slot, letter_of)}])"

    fields: list[str] = []
    template = rule.template.replace("(", "(?:")
    body = _NAME.sub(name_to_letters, template).replace(" ", "")
    before, ahead, not_ahead, not_before = (
        "".join(letter_of[name] for name in names.split())
        for names in (rule.after, rule.ahead, rule.not_ahead, rule.not_after)
    )
    body = (f"(?<![{not_before}])" if not_before else "") + body
    body += (f"(?=[{ahead}])" if ahead else "") + (f"(?![{not_ahead}])" if not_ahead else "")
    return Pattern(
        rule,
        re.compile((f"(?<=[{before}])" if before else "") + body),
        tuple(enumerate(fields, start=1)),
        tuple(
            frozenset(_letters(name.removesuffix("2"), letter_of))
            for name in _needed(rule.template)
        ),
    )


def _letters(name: str, letter_of: dict[str, str]) -> str:
    return "".join(letter_of[each] for each in SLOTS.get(name, (name,)) if each in letter_of)


def _needed(template: str) -> list[str]:
    """Names that every match of a template has: those outside brackets and not optional."""
    flat, before = template, ""
    while flat != before:
        flat, before = _BRACKET.sub(" ", flat), flat
    return [name for name in flat.split() if not name.endswith("?")]


def read(
    text: str, *, quoted: bool = False, thorough: bool = False, code: str = "en"
) -> tuple[Reading, ...]:
    """All date words of a text, in its order, none overlapping: of two, the longer.

    `quoted`: the text is nothing but date words that somebody picked out. `thorough`: also what
    tells no day (durations, `recently`) and what needs a whole text to be told (`the quarter`).
    """
    grammar = grammar_of(code)
    plain, places = fold_text(text, grammar.fold)
    tokens = list(grammar.token.finditer(plain))
    words = [token[0] for token in tokens]
    letters = "".join([grammar.letters.get(word) or _by_shape(word, grammar) for word in words])
    near = _near_core(grammar, letters)
    tokens, words = [tokens[i] for i in near], [words[i] for i in near]
    letters = "".join([letters[i] for i in near])
    # no two matches have one start, end and order
    found = sorted(_matches(grammar, letters, quoted=quoted, thorough=thorough))
    readings = []
    covered = 0
    for start, minus_end, order, match in found:
        end = -minus_end
        pattern = grammar.patterns[order]
        rule = pattern.rule
        if start < covered or not _fits(rule, words[end : end + 1], grammar):
            continue
        covered = end
        parts = _parts(pattern, match, words, grammar)
        first, last = _span(tokens, start, end, places)
        ends = None
        if rule.kind.endswith("_range"):
            (a, b), (c, d) = _two_ends(pattern, match)
            ends = _span(tokens, a, b, places), _span(tokens, c, d, places)
        readings.append(Reading(first, last, rule, parts, ends))
    return tuple(readings)


def _span(
    tokens: Sequence[re.Match[str]], start: int, end: int, places: Places | None
) -> tuple[int, int]:
    """The code points of the words from `start` to `end`, with what was left out of them."""
    first, last = tokens[start].start(), tokens[end - 1].end()
    return (first, last) if places is None else (places.starts[first], places.ends[last - 1])


def _two_ends(pattern: Pattern, match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words of both ends of a range: what the first and what the second parts were read of."""
    placed = [(match.start(group), field) for group, field in pattern.groups]
    second = min(at for at, field in placed if at >= 0 and field.endswith("2"))
    first = [at for at, _ in placed if 0 <= at < second]
    return (min(first), max(first) + 1), (second, match.end())


def _near_core(grammar: Grammar, letters: str) -> list[int]:
    """Positions from which a rule could read anything, and one more at each gap.

    Two stretches never touch: what lies within `LONGEST` words of each other is one stretch.
    """
    near: list[int] = []
    covered = 0
    for match in grammar.core.finditer(letters):
        reach = min(match.start() + LONGEST, len(letters))
        if reach > covered:
            near.extend(range(max(covered, match.start() - LONGEST), reach))
            covered = reach
    return near


def _by_shape(word: str, grammar: Grammar) -> str:
    name = composite(word)
    if name is None and grammar.clock is not None and grammar.clock.fullmatch(word):
        name = "clock"
    if name is not None:
        return grammar.composite_letters[name]
    return next((letter for ending, letter in grammar.endings if word.endswith(ending)), _OTHER)


def _matches(
    grammar: Grammar, letters: str, *, quoted: bool, thorough: bool
) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    for order in _applicable(grammar.code, frozenset(letters), quoted, thorough):
        for match in grammar.patterns[order].expression.finditer(letters):
            yield match.start(), -match.end(), order, match


@lru_cache(maxsize=16_384)
def _applicable(
    code: str, present: frozenset[str], quoted: bool, thorough: bool
) -> tuple[int, ...]:
    """The rules that these word classes could fulfil; the same few sets come again and again."""
    return tuple(
        order
        for order, pattern in enumerate(grammar_of(code).patterns)
        if (quoted or not pattern.rule.quoted_only)
        and (thorough or not pattern.rule.thorough)
        and not any(present.isdisjoint(need) for need in pattern.needs)
    )


def _fits(rule: Rule, following: list[str], grammar: Grammar) -> bool:
    """Whether what follows suits the rule's wish for a noun (see Rule)."""
    if rule.noun == "any":
        return True
    if rule.noun == "counted":
        return not following or following[0] not in grammar.not_counted
    plain = bool(following) and following[0].islower() and following[0] not in grammar.letters
    if rule.noun == "refused":
        return not plain
    return plain and following[0] not in grammar.not_counted


def _parts(pattern: Pattern, match: re.Match[str], words: list[str], grammar: Grammar) -> Parts:
    values: dict[str, Any] = dict(pattern.rule.implied)
    for group, field in pattern.groups:
        position = match.start(group)
        if position >= 0:
            word = words[position]
            values[field] = grammar.values.get(word, word)
            if field == "numeric":
                values[field] = in_calendar_order(word, day_first=grammar.day_first)
    return Parts(**values)
