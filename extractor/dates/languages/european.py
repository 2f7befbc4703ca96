"""The forms of dates in languages that write day, month and year in this order.

Holds no word of any language: a rule here names word classes, and a language that has no word of
a class never meets it.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractor.dates.language import Rule, Value, listed
from extractor.dates.languages.european_relative import (
    DAYPART_BEFORE,
    FROM_EARLIER_EVENT,
    FROM_PUBLICATION,
    REPEATED,
    ranges,
)
from extractor.dates.languages.larger import LARGER

CLASSES = listed(
    "every holiday_name plural_unit ago_after ahead_after ablative from_suffix "
    "month_name month_or_word month_short weekday_name weekday_short weekday_or_word season_name "
    "day_ordinal ordinal_word number_word article vague approx part_adjective part_comparative "
    "part_noun daypart_word hour_name deictic_word now this last next latest previous following "
    "same that ago from_now ahead later before after clock_unit day_unit week_unit weekend_unit "
    "month_unit quarter_unit half_unit year_unit decade_unit century_unit the of on in and to "
    "until from between since by during slash beside_word same_word in_suffix day_noun "
    "before_last eve before_christ decade_word close "
    "unit_ago two_units_ago vague_ago unit_ahead two_units_ahead"
)
"""Word classes that the rules here name."""


def word_classes(words: Mapping[str, Mapping[str, Value]]) -> dict[str, Mapping[str, Value]]:
    """The word classes of a language, with empty ones for those that only the rules name."""
    return {**{name: {} for name in CLASSES}, **words}


BEFORE = f"{DAYPART_BEFORE} (the? day_noun? (this|last|next)? weekday daypart2? comma? the?)?"
DAY = "the? day_noun? day"
BOTH_NAMES = "month (slash month close?)?"
MONTH = f"of? (month_unit of?)? {BOTH_NAMES}"
YEAR = (
    "(comma? of? the? year_unit? year year_unit?"
    " | comma? of? the? (shift year_unit | year_unit shift))"
)
END = f"{YEAR}? (comma? weekday day_unit?)?"

DAYS = (
    Rule(name="iso_day", kind="numeric", template="iso_date"),
    Rule(name="numeric_day", kind="numeric", template=f"{BEFORE} numeric_date year_unit?"),
    Rule(name="numeric_day", kind="numeric", template="short_numeric_date", after="on since until"),
    Rule(name="numeric_day", kind="numeric", template="short_numeric_date", quoted_only=True),
    Rule(name="iso_month", kind="numeric", template="iso_month", quoted_only=True),
    Rule(
        name="day_month_year", kind="day", template=f"{BEFORE} {DAY} {MONTH} {YEAR} weekday? clock?"
    ),
    Rule(
        name="day_month",
        kind="day",
        template=f"{BEFORE} {DAY} {MONTH} (comma? weekday day_unit?)? daypart? clock?",
    ),
    Rule(name="ordinal_of_month", kind="day", template=f"the? ordinal {MONTH} {YEAR}?"),
    Rule(name="impossible_day", kind="impossible", template="number of? month", quoted_only=True),
    *ranges(
        "days_of_month",
        "day_range",
        "(the? weekday)? the? day",
        f"(weekday2 the?)? the? day2 {MONTH} {YEAR}?",
    ),
    *ranges(
        "days_of_months",
        "day_range",
        f"(weekday comma?)? {DAY} {MONTH} {YEAR}? in_suffix?",
        "(weekday2 comma?)? the? day2 of? month2 (slash month2 close?)? "
        "(comma? of? the? year_unit? year2 year_unit?)?",
    ),
)

MONTHS = (
    Rule(name="month_year", kind="month", template=f"month_unit? of? {BOTH_NAMES} {YEAR}"),
    Rule(name="month", kind="month", template="sure_month (slash month close?)?"),
    Rule(name="month", kind="month", template=f"month_unit of? {BOTH_NAMES}"),
    Rule(name="month", kind="month", template="month month_unit"),
    Rule(name="month", kind="month", template="month", ahead="in_suffix"),
    Rule(
        name="month_after_preposition",
        kind="month",
        template=BOTH_NAMES,
        after="in since until from during between",
    ),
    Rule(name="month_quoted", kind="month", template="month", quoted_only=True),
    Rule(name="shifted_month", kind="shifted_month", template="shift month_unit? month"),
    Rule(name="shifted_month", kind="shifted_month", template="month shift"),
    *ranges(
        "months", "month_range", "month (of? year)?", "month2 (comma? of? the? year_unit? year2)?"
    ),
    Rule(
        name="part_of_month",
        kind="part_of_month",
        template=f"(part_adjective|part_noun) dash? of? the? {MONTH} {YEAR}?",
    ),
    Rule(
        name="part_of_month",
        kind="part_of_month",
        template="month (year year_unit?)? month_unit? part_noun",
    ),
    Rule(
        name="half_of_month",
        kind="half_of_month",
        template=f"the? ordinal half_unit of? {MONTH} {YEAR}?",
    ),
)

YEARS = (
    Rule(name="holiday", kind="holiday", template=f"holiday {YEAR}?"),
    Rule(name="shifted_holiday", kind="shifted_holiday", template="shift holiday"),
    Rule(name="year", kind="year", template="recent_year", after="in since during", noun="counted"),
    Rule(
        name="year",
        kind="year",
        template="recent_year",
        after="of until from before after",
        noun="counted",
    ),
    Rule(name="the_year", kind="year", template="the? year_unit year"),
    Rule(name="the_year", kind="year", template="year year_unit"),
    Rule(name="year", kind="year", template="year", ahead="in_suffix"),
    Rule(name="year_quoted", kind="year", template="year", quoted_only=True),
    Rule(
        name="years",
        kind="year_range",
        template="(from|of) recent_year (to|until|dash) recent_year2",
        noun="counted",
    ),
    Rule(name="years", kind="year_range", template="between year_unit? year and year2"),
    Rule(name="years", kind="year_range", template="year dash year2 year_unit?"),
    Rule(
        name="part_of_year",
        kind="part_of_year",
        template="(part_adjective|part_noun) dash? of? the? year_unit? year year_unit?",
    ),
    Rule(name="part_of_year", kind="part_of_year", template="year year_unit? of? part_noun"),
    Rule(name="decade", kind="decade", template="((part_adjective|part_noun) of?)? the? decade"),
    Rule(name="quarter", kind="quarter", template=f"the? ordinal quarter_unit {YEAR}?"),
    Rule(name="quarter", kind="quarter", template="year year_unit? of? ordinal quarter_unit"),
    Rule(name="half", kind="half", template=f"the? ordinal half_unit {YEAR}"),
    Rule(name="half", kind="half", template="year year_unit? of? ordinal half_unit"),
    Rule(name="season_year", kind="season", template=f"the? season {YEAR}"),
    Rule(name="season_year", kind="season", template="year year_unit? season"),
    Rule(name="season", kind="season", template="the? season", after="in during since"),
    Rule(name="season_quoted", kind="season", template="the? season", quoted_only=True),
    Rule(name="shifted_season", kind="shifted_season", template="the? shift season"),
    Rule(name="shifted_season", kind="shifted_season", template="the? season shift"),
)

EUROPEAN = (*DAYS, *LARGER, *MONTHS, *YEARS, *FROM_PUBLICATION, *FROM_EARLIER_EVENT, *REPEATED)
"""All forms above: for languages that write day, month and year in this order."""
