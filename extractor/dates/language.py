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

Fold = Mapping[int, str | None]
"""For `str.translate`: one letter for each, or None where it is left out."""

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
    "holiday",
    "weekday_of_month",
    "week_of_day",
    "beside_date",
    "unit_of_month",
]
"""Kinds that a year completes; without one the year is looked for."""

StatedKind = Literal[
    "year", "year_range", "part_of_year", "decade", "century", "numeric", "week_of_year"
]
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
    "shifted_holiday",
    "shifted_day",
    "year_end",
    "ago",
    "ago_vague",
    "from_now",
    "span",
    "now",
    "day_in_month",
    "weekday_and_day",
    "ahead",
]
"""Kinds that count from the day of publication."""

AnaphoricKind = Literal[
    "offset",
    "beside_known",
    "weekday_beside_known",
    "same",
    "time_only",
    "year_before",
    "told",
]
"""Kinds that count from the day of an earlier event."""

UndatedKind = Literal[
    "duration",
    "vague_duration",
    "set",
    "set_weekday",
    "set_month",
    "set_season",
    "set_daypart",
    "reference",
    "no_time",
]
"""Kinds that tell no day of the calendar."""

Kind = (
    CalendarKind | StatedKind | RelativeKind | AnaphoricKind | UndatedKind | Literal["impossible"]
)


def listed(text: str) -> tuple[str, ...]:
    """The words of a text, in their order: for tables of many words."""
    return tuple(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of date words.

    `template` is a regular expression over word classes and slots (see `slots.SLOTS`) in place
    of characters: `the? day of? month`. `after`: word classes of which one must stand right
    before; `not_after`: none may; `ahead`: one must follow; `not_ahead`: none may. `implied`:
    parts that the form tells without a word (`a year ago` where no word says `a`). `noun`:
    whether a plain word may follow (`in 2019 the`, not `of 2019 people`); `counted`: any but one
    that is often counted.
    `quoted_only`: holds only in words that somebody has already picked out as date words.
    `thorough`: tells no day (a duration, `recently`) or less surely, so read only where asked for.
    """

    name: str
    kind: Kind
    template: str
    after: str = ""
    ahead: str = ""
    not_ahead: str = ""
    not_after: str = ""
    implied: tuple[tuple[str, Value], ...] = ()
    noun: Literal["any", "required", "refused", "counted"] = "any"
    quoted_only: bool = False
    thorough: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words around a date that say how it is meant. All in lower case; sequences are words.

    `before_date`: what the words right before a date make of it (`by`: an upper bound);
    `after_date`: the same of words right after it. `fillers` may stand between those and the
    date. `plan_endings` make a verb a plan. `fold`: as in Language. `verb_last`: the verb of a
    clause mostly follows its date. `word`: a regular expression of one word, for scripts
    without spaces. `begin` opens an interval unless a word of
    `close` follows or a word of `brief` begins. `keep_case`: words that are another word in
    lower case (`May`).

    What verbs tell (see `verdict`): `soft_plan` may be told of in the past; `present`: verbs, in
    the present, of what is arranged, unless a word of `noun_after` makes them a noun;
    `present_endings` but `not_present` are such verbs too. `participles` and the past endings may
    be mere participles after an auxiliary (`participle_after`) or an article (`determiners`).
    `be`, `backshift`: auxiliaries of a plan told now and of one told of in the past; `contrast`:
    what turns such a plan down; `past_modals`: with `have`, past. `subordinators`: of the breaks,
    those whose clause has a verb of its own. `orders`, `allowed`: before a deadline (`told to leave
    by`, `had until`). `possessive`: what follows a date that describes a noun (`Friday's vote`).
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
    subordinators: frozenset[str]
    infinitive: str
    soft_plan: frozenset[tuple[str, ...]] = frozenset()
    present: frozenset[tuple[str, ...]] = frozenset()
    present_endings: tuple[str, ...] = ()
    not_present: frozenset[str] = frozenset()
    noun_after: frozenset[str] = frozenset()
    contrast: frozenset[str] = frozenset()
    backshift: frozenset[str] = frozenset()
    be: frozenset[str] = frozenset()
    progressive: str = ""
    adverb_ending: str = ""
    participles: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    past_modals: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()
    possessive: str = ""
    after_date: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    plan_endings: tuple[str, ...] = ()
    not_plan: frozenset[str] = frozenset()
    fold: Fold = field(default_factory=dict)
    verb_last: bool = False
    word: str = r"[^\W_]+|[,;:–—]"
    telling: frozenset[str] = field(init=False, default=frozenset())
    telling_endings: tuple[str, ...] = field(init=False, default=())

    def __post_init__(self) -> None:
        """`telling`, `telling_endings`: of words that tell anything, so that others are quick."""
        sequences = (*self.plan, *self.soft_plan, *self.present)
        words = {words[-1] for words in sequences if words}
        words |= self.past | self.report | self.participles | self.be | self.past_modals
        object.__setattr__(self, "telling", frozenset(words))
        endings = (*self.plan_endings, *self.past_endings, *self.present_endings)
        object.__setattr__(self, "telling_endings", endings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The date words of one language.

    `words`: word class -> word in lower case -> value; a word may be several (`pasado mañana`)
    or hold marks (`janv.`). `capital`: word classes whose words count only with a capital first
    letter (`May`, not `may`). `abbreviations` carry a full stop. `fold`: letters of a text and of
    the tables that are read as others, or left out (accents, digits of other scripts).
    `endings`: endings that put a word without any other class into one (case endings).
    `spaced`: whether spaces part the words. `proclitics`: small words written as one with the
    next. `not_followed`: words of an unspaced script and the letters that make them part of
    another word. `day_first`: 3/5/2024 is the third of May. `clocks`: regular expressions of an
    hour, with groups `hour`, `minute`, `late` (of the afternoon) and `early` (after midnight).
    `spoken_hours`: regular expressions of an hour in words, whose numbers count nothing.
    """

    code: str
    words: Mapping[str, Mapping[str, Value]]
    capital: frozenset[str]
    abbreviations: tuple[str, ...]
    rules: tuple[Rule, ...]
    cues: Cues
    not_counted: frozenset[str] = field(default_factory=frozenset)
    fold: Fold = field(default_factory=dict)
    spaced: bool = True
    proclitics: tuple[str, ...] = ()
    not_followed: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = False
    clocks: tuple[str, ...] = ()
    spoken_hours: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
