"""Reads date words: text to word classes, word classes to the readings of named rules.

Every word becomes one letter, its class, and every rule is one regular expression over those
letters: matching costs time linear in the words, and no rule knows a word of any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from extractor.dates.language import Language, Rule, Value
from extractor.dates.slots import CORE, FIELD_OF_SLOT, SLOTS

LONGEST = 24
"""No template is longer than this many words."""

_OTHER = "."
_NAME = re.compile(r"[a-z_]+2?")
_BRACKET = re.compile(r"\([^()]*\)\??")
_COMPOSITES = (
    ("iso_date", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?")),
    ("iso_month", re.compile(r"[0-9]{4}-[0-9]{2}")),
    ("numeric_date", re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}")),
    ("clock", re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")),
)
_WORDS_AND_MARKS = r"""
    \b (?:{abbreviations}) \.
    | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} (?:T[0-9:.+Z-]{{4,24}})? (?![\w-])
    | [0-9]{{4}}-[0-9]{{2}} (?![\w-])
    | [0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}} (?![\w-])
    | [0-9]+ (?:[.,:/][0-9]+)+ \w*
    | ['’][0-9]{{2}} \b
    | \w+
    | \n [^\S\n]* \n
    | [^\w\s]+
"""


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
    approx: int | None = None
    numeric: str | None = None
    clock: str | None = None


class Reading(NamedTuple):
    """Date words `text[start:end]` as one rule reads them."""

    start: int
    end: int
    rule: Rule
    parts: Parts


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
    composite_letters: dict[str, str]
    core: re.Pattern[str]
    patterns: tuple[Pattern, ...]
    not_counted: frozenset[str]


@cache
def grammar_of(code: str) -> Grammar:
    """The grammar of a language, made once when it is first needed."""
    from extractor.dates.languages.english import ENGLISH  # data is loaded with the first text

    languages = {ENGLISH.code: ENGLISH}
    return _make_grammar(languages[code])


def _make_grammar(language: Language) -> Grammar:
    classes = {**language.words, **_number_words()}
    names = [*classes, *(name for name, _ in _COMPOSITES)]
    letter_of = {name: chr(0x100 + index) for index, name in enumerate(names)}
    letters: dict[str, str] = {}
    values: dict[str, Value] = {}
    for name, words in classes.items():
        for word, value in words.items():
            for spelling in _spellings(word, capital=name in language.capital):
                letters[spelling], values[spelling] = letter_of[name], value
    abbreviations = "|".join(word.capitalize() for word in language.abbreviations)
    return Grammar(
        token=re.compile(_WORDS_AND_MARKS.format(abbreviations=abbreviations), re.VERBOSE),
        letters=letters,
        values=values,
        composite_letters={name: letter_of[name] for name, _ in _COMPOSITES},
        core=re.compile("[" + "".join(letter_of[name] for name in names if name in CORE) + "]"),
        patterns=tuple(_compile(rule, letter_of) for rule in language.rules),
        not_counted=language.not_counted,
    )


def _spellings(word: str, *, capital: bool) -> tuple[str, ...]:
    """As written at the start of a sentence and in a headline; in lower case unless `capital`."""
    high = (word[:1].upper() + word[1:], word.upper())
    return high if capital else (word, *high)


def _number_words() -> dict[str, dict[str, Value]]:
    """Numbers and marks, which all languages write alike.

    A year of two digits counts only with an apostrophe; '50 to '99 are taken as 19xx.
    """
    short = {f"{n:02d}": (1900 if n >= 50 else 2000) + n for n in range(100)}
    return {
        "day_number": {**{str(n): n for n in range(1, 32)}, **{f"0{n}": n for n in range(1, 10)}},
        "number": {str(n): n for n in (0, *range(32, 1000))},
        "year_number": {str(n): n for n in range(1000, 2200)},
        "short_year": {mark + two: year for two, year in short.items() for mark in "'’"},
        "decade_number": {f"{n}s": n for n in range(1700, 2100, 10)},
        "comma": {",": 0, ".,": 0},
        "dash": {"-": 0, "–": 0},
    }


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
    before = "".join(letter_of[name] for name in rule.after.split())
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


def read(text: str, *, quoted: bool = False, code: str = "en") -> tuple[Reading, ...]:
    """All date words of a text, in its order, none overlapping: of two, the longer.

    `quoted`: the text is nothing but date words that somebody picked out.
    """
    grammar = grammar_of(code)
    tokens = list(grammar.token.finditer(text))
    words = [token[0] for token in tokens]
    letters = "".join([grammar.letters.get(word) or _composite(word, grammar) for word in words])
    near = _near_core(grammar, letters)
    tokens, words = [tokens[i] for i in near], [words[i] for i in near]
    letters = "".join([letters[i] for i in near])
    found = sorted(_matches(grammar, letters, quoted=quoted))  # no two of one start, end and order
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
        readings.append(Reading(tokens[start].start(), tokens[end - 1].end(), rule, parts))
    return tuple(readings)


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


def _composite(word: str, grammar: Grammar) -> str:
    if not word[:1].isdigit() or len(word) < 4:
        return _OTHER
    for name, pattern in _COMPOSITES:
        if pattern.fullmatch(word):
            return grammar.composite_letters[name]
    return _OTHER


def _matches(
    grammar: Grammar, letters: str, *, quoted: bool
) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    present = frozenset(letters)
    for order, pattern in enumerate(grammar.patterns):
        if pattern.rule.quoted_only and not quoted:
            continue
        if any(present.isdisjoint(need) for need in pattern.needs):
            continue
        for match in pattern.expression.finditer(letters):
            yield match.start(), -match.end(), order, match


def _fits(rule: Rule, following: list[str], grammar: Grammar) -> bool:
    """Whether what follows suits the rule's wish for a noun (see Rule)."""
    if rule.noun == "any":
        return True
    plain = bool(following) and following[0].islower() and following[0] not in grammar.letters
    if rule.noun == "refused":
        return not plain
    return plain and following[0] not in grammar.not_counted


def _parts(pattern: Pattern, match: re.Match[str], words: list[str], grammar: Grammar) -> Parts:
    values: dict[str, Any] = {}
    for group, field in pattern.groups:
        position = match.start(group)
        if position >= 0:
            word = words[position]
            values[field] = grammar.values.get(word, word)
    return Parts(**values)
