"""The named rules of English, of words that tell days."""

from __future__ import annotations

from extractor.dates.language import Kind, Language, Rule, listed
from extractor.dates.languages.english_cues import ENGLISH_CUES
from extractor.dates.languages.english_thorough import THOROUGH
from extractor.dates.languages.english_words import HOUR_WORDS, SHORT_MONTHS, SHORT_WEEKDAYS, WORDS
from extractor.dates.languages.larger import LARGER

TIME = (
    "(approx? ((day_number | clock | dotted_clock) half_of_day | half_clock | hour_name | clock "
    "| (day_number | number_word) oclock) zone?)"
)
BEFORE = f"({TIME} comma?)? (the? daypart of)? (weekday daypart2? comma? the?)?"
YEAR_AFTER = "((comma|of)? year | comma? of? shift year_unit)"
OF_YEAR = "(of? year | of? shift year_unit | of the year_unit)"
COUNT = "(approx | more than)? count dash?"
PREPOSITIONS = "in since during until by from between before after"


def _ranges(name: str, kind: Kind, start: str, end: str) -> tuple[Rule, ...]:
    """`from START to END`, `between START and END`; plain `START and END` only in quoted words."""
    return (
        Rule(name=name, kind=kind, template=f"from? {start} (to|dash|until) {end}"),
        Rule(name=name, kind=kind, template=f"between {start} and {end}"),
        Rule(name=name, kind=kind, template=f"{start} and {end}", quoted_only=True),
    )


DAYS = (
    Rule(name="iso_day", kind="numeric", template="iso_date"),
    Rule(name="numeric_day", kind="numeric", template="numeric_date"),
    Rule(name="numeric_day", kind="numeric", template="short_numeric_date", quoted_only=True),
    Rule(
        name="day_month_year",
        kind="day",
        template="day dash month dash year",
    ),
    Rule(name="iso_month", kind="numeric", template="iso_month", quoted_only=True),
    Rule(name="day_month_year", kind="day", template=f"{BEFORE} the? day of? month {YEAR_AFTER}"),
    Rule(name="month_day_year", kind="day", template=f"{BEFORE} month the? day {YEAR_AFTER}"),
    Rule(name="day_month", kind="day", template=f"{BEFORE} the? day of? month"),
    Rule(name="month_day", kind="day", template=f"{BEFORE} month the? day"),
    Rule(name="ordinal_of_month", kind="day", template=f"the ordinal of month {YEAR_AFTER}?"),
    Rule(name="impossible_day", kind="impossible", template="number of? month", quoted_only=True),
    Rule(name="impossible_day", kind="impossible", template="month number", quoted_only=True),
    *_ranges("days_of_month", "day_range", "the? day", f"the? day2 of? month {YEAR_AFTER}?"),
    *_ranges("month_days", "day_range", "month the? day", f"the? day2 {YEAR_AFTER}?"),
    Rule(
        name="days_listed",
        kind="day_range",
        template="month the? day and the? day2 (comma|of)? year",
    ),
    Rule(
        name="weekend_days",
        kind="day_range",
        template="the weekend_unit of the? day dash the? day2 of? month (comma? year)?",
    ),
    *_ranges(
        "days_of_months",
        "day_range",
        "(weekday comma?)? the? day of? month (comma? year)?",
        "(weekday2 comma?)? the? day2 of? month2 (comma? year2)?",
    ),
    *_ranges(
        "month_days_of_months",
        "day_range",
        "(weekday comma?)? month the? day (comma? year)?",
        "(weekday2 comma?)? month2 the? day2 (comma? year2)?",
    ),
)

MONTHS_AND_YEARS = (
    Rule(name="month_year", kind="month", template=f"month {YEAR_AFTER}"),
    Rule(name="month_year", kind="month", template=f"the month_unit of month {YEAR_AFTER}?"),
    Rule(name="month", kind="month", template="sure_month"),
    Rule(name="month_after_preposition", kind="month", template="month", after=PREPOSITIONS),
    Rule(name="month_quoted", kind="month", template="month", quoted_only=True),
    Rule(name="shifted_month", kind="shifted_month", template="shift month"),
    Rule(name="shifted_day", kind="shifted_day", template="shift month the? day"),
    Rule(name="shifted_day", kind="shifted_day", template="shift day month"),
    *_ranges("months", "month_range", "month year?", "month2 (comma? of? year2)?"),
    Rule(
        name="part_of_month",
        kind="part_of_month",
        template=f"the? part_adjective dash? month {YEAR_AFTER}?",
    ),
    Rule(
        name="part_of_month",
        kind="part_of_month",
        template=f"the? part_noun of month {YEAR_AFTER}?",
    ),
    Rule(
        name="half_of_month",
        kind="half_of_month",
        template=f"the? ordinal half_unit of month {YEAR_AFTER}?",
    ),
    Rule(name="year", kind="year", template="year", after="in since during"),
    Rule(
        name="year",
        kind="year",
        template="year",
        after="of until by from before after",
        noun="refused",
    ),
    Rule(name="the_year", kind="year", template="the? year_unit year"),
    Rule(name="year_before_noun", kind="year", template="year", after="the", noun="required"),
    Rule(name="year", kind="year", template="year", after="circa"),
    Rule(name="year_quoted", kind="year", template="year", not_after="numbered", quoted_only=True),
    Rule(name="years", kind="year_range", template="year (to|until) year2", quoted_only=True),
    Rule(name="years", kind="year_range", template="year and year2", quoted_only=True),
    Rule(name="years", kind="year_range", template="from year (to|until|dash) year2"),
    Rule(name="years", kind="year_range", template="between year and year2"),
    Rule(name="years", kind="year_range", template="year dash year2"),
    Rule(name="part_of_year", kind="part_of_year", template="part_adjective dash? year"),
    Rule(name="part_of_year", kind="part_of_year", template="the? part_noun of year"),
    Rule(name="decade", kind="decade", template="the? (part_adjective dash?)? decade"),
    Rule(
        name="quarter",
        kind="quarter",
        template=f"the? ordinal dash? quarter_unit {OF_YEAR}?",
    ),
    Rule(name="quarter", kind="quarter", template="quarter_code of? year?"),
    Rule(name="half", kind="half", template=f"the? ordinal half_unit {OF_YEAR}"),
    Rule(name="half", kind="half", template="half_code of? year"),
    Rule(name="last_half", kind="half", template="the last half_unit of year"),
    Rule(name="last_quarter", kind="quarter", template="the last quarter_unit of year"),
    Rule(
        name="week_of_year",
        kind="week_of_year",
        template="week_unit week_number comma? of? year",
    ),
    Rule(name="season_year", kind="season", template=f"the? season {OF_YEAR}"),
    Rule(name="season", kind="season", template="the? season", after="in during since"),
    Rule(name="season_quoted", kind="season", template="the? season", quoted_only=True),
    Rule(name="shifted_season", kind="shifted_season", template="this? shift season"),
    Rule(
        name="part_of_season",
        kind="season",
        template=f"(part_adjective dash? | the? part_noun of) the? season {OF_YEAR}?",
    ),
    Rule(name="holiday", kind="holiday", template=f"holiday {YEAR_AFTER}?"),
    Rule(name="shifted_holiday", kind="shifted_holiday", template="shift holiday"),
    Rule(
        name="century",
        kind="century",
        template="the? (part_adjective dash?)? ordinal dash? century_unit",
    ),
    Rule(name="fiscal_year", kind="year", template="(the? fiscal) year_unit? year"),
    Rule(name="iso_week", kind="numeric", template="iso_week"),
)

FROM_PUBLICATION = (
    Rule(name="day_word", kind="deictic", template=f"({TIME} comma?)? part? deictic daypart?"),
    Rule(
        name="beside_day_word",
        kind="beside_deictic",
        template="the? day_unit (before|after) deictic",
    ),
    Rule(name="this_daypart", kind="this_daypart", template="part? (this|last) daypart"),
    Rule(
        name="weekday",
        kind="weekday",
        template=f"({TIME} comma?)? part? this? shift? sure_weekday daypart?",
    ),
    Rule(name="weekday", kind="weekday", template="the? daypart of shift? sure_weekday"),
    Rule(name="weekday", kind="weekday", template="the? sure_weekday before_last"),
    Rule(name="weekday", kind="weekday", template="sure_weekday last_only", quoted_only=True),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="the (date_ordinal|ordinal) of (shift month_unit)",
    ),
    Rule(name="day_in_month", kind="day_in_month", template="the date_ordinal", quoted_only=True),
    Rule(name="unit", kind="unit", template="the unit before_last"),
    Rule(
        name="in_units",
        kind="ahead",
        template="in (approx|more than)? count any_unit",
        quoted_only=True,
    ),
    Rule(name="friday_13th", kind="weekday_and_day", template="sure_weekday the date_ordinal"),
    Rule(name="every_weekday", kind="set_weekday", template="every sure_weekday daypart?"),
    Rule(name="weekday_quoted", kind="weekday", template="weekday daypart?", quoted_only=True),
    Rule(
        name="weekday_of_week",
        kind="weekday_of_week",
        template="sure_weekday daypart? of? shift week_unit",
    ),
    *_ranges("weekdays", "weekday_range", "sure_weekday", "sure_weekday2"),
    Rule(name="unit", kind="unit", template="part? this? shift unit"),
    Rule(name="unit", kind="unit", template="the? part_noun of (the|shift) unit"),
    Rule(name="part_in_unit", kind="part_in_unit", template="part in the (unit|day_unit)"),
    Rule(name="weekend", kind="weekend", template="the weekend_unit"),
    Rule(name="ago", kind="ago", template=f"{COUNT} any_unit (or or_so)? ago"),
    Rule(name="ago_vague", kind="ago_vague", template="article? vague of? any_unit ago"),
    Rule(name="from_now", kind="from_now", template=f"{COUNT} any_unit from now"),
    Rule(
        name="span",
        kind="span",
        template="(last_only|next) count any_unit",
        not_after="modal to",
    ),
    Rule(
        name="span",
        kind="span",
        template="past count any_unit",
        after="in approx for within during",
    ),
    Rule(name="span", kind="span", template="the (last|next) count any_unit"),
    Rule(name="span", kind="span", template="the last one_unit"),
    Rule(name="now", kind="now", template="now", quoted_only=True),
)

FROM_EARLIER_EVENT = (
    Rule(name="offset", kind="offset", template=f"{COUNT} any_unit direction"),
    Rule(name="offset", kind="offset", template=f"{COUNT} any_unit (before|after) that"),
    Rule(
        name="beside_known",
        kind="beside_known",
        template="the? (following|previous) (one_unit|daypart)",
    ),
    Rule(name="beside_known", kind="beside_known", template="the next (one_unit|daypart)"),
    Rule(
        name="beside_known",
        kind="beside_known",
        template="the (day_unit|daypart) (before|after)",
        quoted_only=True,
    ),
    Rule(
        name="weekday_beside_known",
        kind="weekday_beside_known",
        template="the? (following|previous) sure_weekday",
    ),
    Rule(name="same", kind="same", template="part? (the|that) same (one_unit|daypart)"),
    Rule(name="same", kind="same", template="part? that (one_unit|daypart)"),
    Rule(name="time_only", kind="time_only", template="hour_name"),
    Rule(name="time_quoted", kind="time_only", template="the? daypart", quoted_only=True),
    Rule(name="time_quoted", kind="time_only", template="clock", quoted_only=True),
)

ENGLISH = Language(
    code="en",
    words=WORDS,
    capital=frozenset(
        {"month_or_word", "month_short", "weekday_short", "holiday_name", "decoy", "numbered"}
    ),
    abbreviations=tuple(sorted({*SHORT_MONTHS, *SHORT_WEEKDAYS})),
    rules=(*DAYS, *LARGER, *MONTHS_AND_YEARS, *FROM_PUBLICATION, *FROM_EARLIER_EVENT, *THOROUGH),
    cues=ENGLISH_CUES,
    spoken_hours=(
        rf"\bat (?:about |around |nearly )?(?:(?:a )?(?:half|quarter|{HOUR_WORDS})(?: minutes?)? "
        rf"(?:to|past) )?(?:{HOUR_WORDS})(?= in the | at night| on |\W|\Z)",
    ),
    not_counted=frozenset(
        listed(
            "people men women children troops soldiers fighters civilians dead dollars euros "
            "pounds votes voters cases jobs workers metres meters feet kilometres kilometers "
            "miles tonnes tons pages points homes houses"
        )
    ),
)
