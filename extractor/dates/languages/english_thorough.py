"""The rules of English that hold only where every time expression is wanted.

Words that tell no day (durations, what is repeated, references to past, present and future), and
words that only a whole text explains (`the quarter`, `10 p.m.`).
"""

from __future__ import annotations

from typing import Any

from extractor.dates.language import Kind, Rule

ABOUT = "(approx | more than | at least | at most | up to)?"
NUMBER = "((tens dash?)? count factor? | couple of? | article couple of?) (and article fraction)?"

BEFORE_UNIT = "for in of during since"


def _thorough(name: str, kind: Kind, template: str, **conditions: Any) -> Rule:
    return Rule(name=name, kind=kind, template=template, thorough=True, **conditions)


NO_TIMES = (
    _thorough("age", "no_time", f"{NUMBER} dash? year_unit dash old (dash|plural_s)?"),
    _thorough("age", "no_time", "(count|number) plural dash? old"),
    _thorough("fraction", "no_time", "(approx | more than)? count dash quarter_plural"),
    _thorough("fraction", "no_time", "(approx | more than)? article quarter_unit"),
)

DURATIONS = (
    _thorough("duration", "duration", f"{ABOUT} {NUMBER} dash? additional? dash? any_unit"),
    _thorough("duration", "duration", f"{ABOUT} {NUMBER} more any_unit"),
    _thorough("duration", "duration", f"the (ordinal | additional)? {NUMBER} any_unit"),
    _thorough("duration", "duration", f"{NUMBER} dash? any_unit dash (old|long)"),
    _thorough("long", "vague_duration", "plural dash long"),
    _thorough("long", "duration", "any_unit dash long"),
    _thorough("year_ended", "duration", "the year_unit", ahead="ended"),
    _thorough("half_duration", "duration", "article? fraction dash? article? any_unit"),
    _thorough(
        "span_of",
        "span",
        f"every? of? the? (last|next) {NUMBER} any_unit",
        not_after="modal",
    ),
    _thorough("vague_duration", "vague_duration", "article? vague dash? of? any_unit"),
    _thorough("vague_span", "vague_duration", "the? (last|next) vague of? plural"),
    _thorough("plural_ago", "ago_vague", "plural ago"),
    _thorough("long_time", "vague_duration", "article long time_noun"),
    _thorough("recent_units", "vague_duration", "recent_past plural"),
    _thorough("plurals", "vague_duration", "the? plural", after="for in within of after approx"),
    _thorough("ahead", "vague_duration", "the plural ahead"),
    _thorough("some_time", "vague_duration", "approx time_noun", after="for"),
)

REPEATED = (
    _thorough("every", "set", "every number? any_unit"),
    _thorough("every_other", "set", "every other any_unit"),
    _thorough("weekdays", "set_weekday", "weekday_plural"),
    _thorough("every_month", "set_month", "every sure_month"),
    _thorough("every_season", "set_season", "every season"),
    _thorough("every_daypart", "set_daypart", "every daypart"),
    _thorough("repeated", "set", "repeated"),
)

REFERENCES = (
    _thorough("reference", "reference", "now"),
    _thorough("reference", "reference", "present_word"),
    _thorough("reference", "reference", "past_word"),
    _thorough("soonest", "reference", "as soon as possible"),
    _thorough("the_future", "reference", "the near? future_noun", after="in into for approx"),
    _thorough("these_days", "reference", "these_days"),
    _thorough("the_past", "reference", "the recent_past? past", after="in of", noun="refused"),
    _thorough("at_present", "reference", "present_noun", after="at"),
    _thorough("near_term", "reference", "the near dash? term_noun"),
    _thorough("coming_units", "reference", "the? next plural"),
    _thorough("future_units", "reference", "future_noun plural"),
    _thorough("past_units", "reference", "the? last plural"),
)

TOLD = (
    _thorough("year_anywhere", "year", "modern_year", noun="counted", not_after="numbered"),
    _thorough(
        "year_before_quarter",
        "quarter",
        "the? (year | shift year_unit (possessive | apostrophe plural_s)) "
        "ordinal dash? quarter_unit",
    ),
    _thorough("numeric_day", "numeric", "short_numeric_date"),
    _thorough("season_of", "season", "the season", after="approx for of"),
    _thorough("told_quarter", "told", "the fiscal? quarter_unit", after=BEFORE_UNIT),
    _thorough("told_year", "unit", "the fiscal? year_unit", after=BEFORE_UNIT),
    _thorough("told_week", "told", "the week_unit", after=BEFORE_UNIT),
    _thorough("latest_quarter", "told", "the (newest|present_word) fiscal? quarter_unit"),
    _thorough("this_unit", "unit", "the present_word fiscal? (year_unit|month_unit|week_unit)"),
    _thorough(
        "year_before",
        "year_before",
        "(the comparable?)? year_unit dash? (ago|part_comparative) "
        "((ordinal dash?)? quarter_unit | period)?",
    ),
    _thorough("half_told", "half", "the? ordinal dash? half_unit", after="in for during of"),
    _thorough(
        "unit_beside",
        "beside_known",
        "the (day_unit|week_unit|month_unit|year_unit) before",
        not_ahead="the article",
    ),
    _thorough("day_told", "day_in_month", "the date_ordinal", after="on", noun="refused"),
    _thorough("days_listed", "day_range", "month the? day and the? day2"),
    _thorough("year_in_words", "year", "nineteen tens (dash? number)?", implied=(("year", 1900),)),
    _thorough("year_end", "year_end", "approx? year_unit dash? part_noun"),
)

CLOCKS = (
    _thorough("clock", "time_only", "approx? (day_number|clock|dotted_clock) half_of_day zone?"),
    _thorough("clock", "time_only", "approx? half_clock zone?"),
    _thorough("clock", "time_only", "approx? (day_number|number_word) oclock zone?"),
    _thorough("clock", "time_only", "approx? clock zone?"),
    _thorough("clock", "time_only", "(year_number|early_year|flight_clock) zone"),
    _thorough("daypart", "time_only", "(the|that) daypart", after="in during by"),
    _thorough("part_of_daypart", "time_only", "part dash? daypart", after="in during by"),
)

THOROUGH = (*NO_TIMES, *DURATIONS, *REPEATED, *REFERENCES, *TOLD, *CLOCKS)
