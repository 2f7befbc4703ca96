"""The date words and the named rules of English."""

from __future__ import annotations

from extractor.dates.language import Kind, Language, Rule, Value, listed
from extractor.dates.languages.english_cues import ENGLISH_CUES

MONTHS = listed(
    "january february march april may june july august september october november december"
)
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
ALSO_WORDS = ("march", "may")

SHORT_MONTHS: dict[str, Value] = {
    **{name[:3]: number for name, number in MONTH_NUMBERS.items() if name != "may"},
    "sept": 9,
}
SHORT_WEEKDAYS: dict[str, Value] = {
    **{name[:3]: number for number, name in enumerate(WEEKDAYS, start=1)},
    "tues": 2,
    "weds": 3,
    "thur": 4,
    "thurs": 4,
}
NUMBER_WORDS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
ORDINAL_WORDS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)


def _suffixed(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number <= 13 else endings.get(number % 10, 'th')}"


def _each(value: Value, words: str) -> dict[str, Value]:
    return dict.fromkeys(words.split(), value)


WORDS: dict[str, dict[str, Value]] = {
    "month_name": {name: n for name, n in MONTH_NUMBERS.items() if name not in ALSO_WORDS},
    "month_or_word": {name: MONTH_NUMBERS[name] for name in ALSO_WORDS},
    "month_short": SHORT_MONTHS | {f"{name}.": number for name, number in SHORT_MONTHS.items()},
    "weekday_name": {name: number for number, name in enumerate(WEEKDAYS, start=1)},
    "weekday_short": SHORT_WEEKDAYS | {f"{name}.": n for name, n in SHORT_WEEKDAYS.items()},
    "season_name": {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    "day_ordinal": {_suffixed(number): number for number in range(1, 32)},
    "ordinal_word": {word: number for number, word in enumerate(ORDINAL_WORDS, start=1)},
    "number_word": {
        **{word: number for number, word in enumerate(NUMBER_WORDS, start=1)},
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "hundred": 100,
    },
    "article": {"a": 1, "an": 1},
    "vague": _each(0, "several few couple"),
    "approx": _each(0, "about around roughly nearly almost some approximately over"),
    "more": _each(0, "more less"),
    "than": _each(0, "than"),
    "part_adjective": {"early": "early", "mid": "mid", "late": "late"},
    "part_comparative": {"earlier": "earlier", "later": "later"},
    "part_noun": {
        **_each("early", "beginning start"),
        **_each("mid", "middle"),
        **_each("end", "end close"),
    },
    "daypart_word": {
        **_each("morning", "morning dawn sunrise daybreak"),
        **_each("afternoon", "afternoon"),
        **_each("evening", "evening dusk sunset"),
        **_each("night", "night"),
    },
    "hour_name": {**_each("noon", "noon midday"), **_each("midnight", "midnight")},
    "deictic_word": {
        word: word for word in ("today", "yesterday", "tomorrow", "tonight", "overnight")
    },
    "now": _each(0, "now currently presently"),
    "this": _each(0, "this"),
    "last": _each(-1, "last past"),
    "next": _each(1, "next coming"),
    "previous": _each(-1, "previous preceding"),
    "following": _each(1, "following ensuing"),
    "same": _each(0, "same"),
    "that": _each(0, "that"),
    "ago": _each(-1, "ago"),
    "later": _each(1, "afterwards afterward"),
    "before": _each(-1, "before"),
    "after": _each(1, "after"),
    "clock_unit": {**_each("hour", "hour hours"), **_each("minute", "minute minutes")},
    "day_unit": _each("day", "day days"),
    "week_unit": _each("week", "week weeks"),
    "weekend_unit": _each("weekend", "weekend weekends"),
    "month_unit": _each("month", "month months"),
    "quarter_unit": _each("quarter", "quarter quarters"),
    "half_unit": _each("half", "half"),
    "year_unit": _each("year", "year years"),
    "decade_unit": _each("decade", "decade decades"),
    "century_unit": _each("century", "century centuries"),
    "quarter_code": {f"q{number}": number for number in range(1, 5)},
    "half_code": {"h1": 1, "h2": 2},
    "the": _each(0, "the"),
    "of": _each(0, "of"),
    "on": _each(0, "on"),
    "in": _each(0, "in"),
    "and": _each(0, "and"),
    "to": _each(0, "to"),
    "until": _each(0, "until till through"),
    "from": _each(0, "from"),
    "between": _each(0, "between"),
    "since": _each(0, "since"),
    "by": _each(0, "by"),
    "during": _each(0, "during throughout"),
}

BEFORE = "(the? daypart of)? (weekday daypart2? comma? the?)?"
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
    Rule(name="month", kind="month", template="sure_month"),
    Rule(name="month_after_preposition", kind="month", template="month", after=PREPOSITIONS),
    Rule(name="month_quoted", kind="month", template="month", quoted_only=True),
    Rule(name="shifted_month", kind="shifted_month", template="shift month"),
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
    Rule(name="year_quoted", kind="year", template="year", quoted_only=True),
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
    Rule(name="season_year", kind="season", template=f"the? season {OF_YEAR}"),
    Rule(name="season", kind="season", template="the? season", after="in during since"),
    Rule(name="season_quoted", kind="season", template="the? season", quoted_only=True),
    Rule(name="shifted_season", kind="shifted_season", template="shift season"),
)

FROM_PUBLICATION = (
    Rule(name="day_word", kind="deictic", template="part? deictic daypart?"),
    Rule(
        name="beside_day_word",
        kind="beside_deictic",
        template="the? day_unit (before|after) deictic",
    ),
    Rule(name="this_daypart", kind="this_daypart", template="part? (this|last) daypart"),
    Rule(name="weekday", kind="weekday", template="part? shift? sure_weekday daypart?"),
    Rule(name="weekday", kind="weekday", template="the? daypart of shift? sure_weekday"),
    Rule(name="weekday_quoted", kind="weekday", template="weekday daypart?", quoted_only=True),
    Rule(
        name="weekday_of_week",
        kind="weekday_of_week",
        template="sure_weekday daypart? of? shift week_unit",
    ),
    *_ranges("weekdays", "weekday_range", "sure_weekday", "sure_weekday2"),
    Rule(name="unit", kind="unit", template="part? shift unit"),
    Rule(name="unit", kind="unit", template="the? part_noun of (the|shift) unit"),
    Rule(name="part_in_unit", kind="part_in_unit", template="part in the (unit|day_unit)"),
    Rule(name="weekend", kind="weekend", template="the weekend_unit"),
    Rule(name="ago", kind="ago", template=f"{COUNT} any_unit ago"),
    Rule(name="ago_vague", kind="ago_vague", template="article? vague of? any_unit ago"),
    Rule(name="from_now", kind="from_now", template=f"{COUNT} any_unit from now"),
    Rule(name="span", kind="span", template="the? (last|next) count any_unit"),
    Rule(name="span", kind="span", template="the last any_unit"),
    Rule(name="now", kind="now", template="now", quoted_only=True),
)

FROM_EARLIER_EVENT = (
    Rule(name="offset", kind="offset", template=f"{COUNT} any_unit direction"),
    Rule(name="offset", kind="offset", template=f"{COUNT} any_unit (before|after) that"),
    Rule(
        name="beside_known",
        kind="beside_known",
        template="the? (following|previous) (any_unit|daypart)",
    ),
    Rule(name="beside_known", kind="beside_known", template="the next (any_unit|daypart)"),
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
    Rule(name="same", kind="same", template="part? (the|that) same (any_unit|daypart)"),
    Rule(name="same", kind="same", template="part? that (any_unit|daypart)"),
    Rule(name="time_only", kind="time_only", template="hour_name"),
    Rule(name="time_quoted", kind="time_only", template="the? daypart", quoted_only=True),
    Rule(name="time_quoted", kind="time_only", template="clock", quoted_only=True),
)

ENGLISH = Language(
    code="en",
    words=WORDS,
    capital=frozenset({"month_or_word", "month_short", "weekday_short"}),
    abbreviations=tuple(sorted({*SHORT_MONTHS, *SHORT_WEEKDAYS})),
    rules=(*DAYS, *MONTHS_AND_YEARS, *FROM_PUBLICATION, *FROM_EARLIER_EVENT),
    cues=ENGLISH_CUES,
    not_counted=frozenset(
        listed(
            "people men women children troops soldiers fighters civilians dead dollars euros "
            "pounds votes voters cases jobs workers metres meters feet kilometres kilometers "
            "miles tonnes tons pages points homes houses"
        )
    ),
)
