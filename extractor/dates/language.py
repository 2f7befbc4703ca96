"""What a language has to say about dates: its words and its named rules, as data.

A language is tables; how words are read and what a rule means stands elsewhere, once for all
languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = int | str
"""What a word stands for: the number of a month, the name of a unit."""

CalendarKind = Literal[
    "day",
    "day_range",
    "month",
    "month_range",
    "part_of_month",
    "half_of_month",
    "quarter",
    "half",
    "season",
]
"""Kinds that a year completes; without one the year is looked for."""

StatedKind = Literal["year", "year_range", "part_of_year", "decade", "numeric"]
"""Kinds that need nothing but their own words."""

RelativeKind = Literal[
    "deictic",
    "beside_deictic",
    "this_daypart",
    "weekday",
    "weekday_range",
    "weekday_of_week",
    "unit",
    "part_in_unit",
    "weekend",
    "shifted_month",
    "shifted_season",
    "ago",
    "ago_vague",
    "from_now",
    "span",
    "now",
]
"""Kinds that count from the day of publication."""

AnaphoricKind = Literal["offset", "beside_known", "weekday_beside_known", "same", "time_only"]
"""Kinds that count from the day of an earlier event."""

Kind = CalendarKind | StatedKind | RelativeKind | AnaphoricKind | Literal["impossible"]


def listed(text: str) -> tuple[str, ...]:
    """The words of a text, in their order: for tables of many words."""
    return tuple(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of date words.

    `template` is a regular expression over word classes and slots (see `slots.SLOTS`) in place
    of characters: `the? day of? month`. `after`: word classes of which one must stand right
    before. `noun`: whether a plain word may follow (`in 2019 the`, not `of 2019 people`).
    `quoted_only`: holds only in words that somebody has already picked out as date words.
    """

    name: str
    kind: Kind
    template: str
    after: str = ""
    noun: Literal["any", "required", "refused"] = "any"
    quoted_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words around a date that say how it is meant. All in lower case; sequences are words.

    `before_date`: what the words right before a date make of it (`by`: an upper bound).
    `fillers` may stand between those and the date. `begin` opens an interval unless a word of
    `close` follows or a word of `brief` begins. `keep_case`: words that are another word in
    lower case (`May`).
    """

    before_date: Mapping[tuple[str, ...], str]
    fillers: frozenset[str]
    approximate: frozenset[str]
    begin: frozenset[str]
    close: frozenset[str]
    brief: frozenset[str]
    negations: frozenset[str]
    plan: frozenset[tuple[str, ...]]
    report: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    participle_after: frozenset[str]
    keep_case: frozenset[str]
    clause_break: frozenset[str]
    infinitive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The date words of one language.

    `words`: word class -> word in lower case -> value. `capital`: word classes whose words count
    only with a capital first letter (`May`, not `may`). `abbreviations` carry a full stop.
    """

    code: str
    words: Mapping[str, Mapping[str, Value]]
    capital: frozenset[str]
    abbreviations: tuple[str, ...]
    rules: tuple[Rule, ...]
    cues: Cues
    not_counted: frozenset[str] = field(default_factory=frozenset)
