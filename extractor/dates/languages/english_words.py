"""The date words of English: word class -> word -> value."""

from __future__ import annotations

from extractor.dates.language import Value, listed

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
    "sixteen seventeen eighteen"
)
HOUR_WORDS = "|".join(
    (*NUMBER_WORDS, "nineteen", "twenty(?:[ -](?:" + "|".join(NUMBER_WORDS[:9]) + "))?")
)
"""Numbers that an hour or its minutes are told by."""

TENS_WORDS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
HOLIDAYS: dict[str, Value] = {
    **dict.fromkeys(["new year's day", "new year's", "new year’s day", "new year’s"], "new_year"),
    **dict.fromkeys(["new year's eve", "new year’s eve"], "new_years_eve"),
    **dict.fromkeys(["valentine's day", "valentine’s day"], "valentine"),
    "international women's day": "womens_day",
    "may day": "may_day",
    "bastille day": "bastille_day",
    "independence day": "independence_day",
    "halloween": "halloween",
    "all saints' day": "all_saints",
    "armistice day": "armistice",
    "veterans day": "armistice",
    "christmas eve": "christmas_eve",
    **dict.fromkeys(["christmas", "christmas day"], "christmas"),
    "boxing day": "boxing_day",
    "ash wednesday": "ash_wednesday",
    "palm sunday": "palm_sunday",
    "good friday": "good_friday",
    **dict.fromkeys(["easter", "easter sunday", "easter day"], "easter"),
    "easter monday": "easter_monday",
    "ascension day": "ascension",
    "pentecost": "pentecost",
    "martin luther king day": "king_day",
    "presidents day": "presidents_day",
    "memorial day": "memorial_day",
    "labor day": "labor_day",
    "columbus day": "columbus_day",
    **dict.fromkeys(["thanksgiving", "thanksgiving day"], "thanksgiving"),
    "black friday": "black_friday",
    "election day": "election_day",
    "ramadan": "ramadan",
    "eid al-fitr": "eid_al_fitr",
    "eid al-adha": "eid_al_adha",
}
"""Names of holidays (see `holidays`), those of the United States among them."""

NEWSPAPERS = listed(
    "times telegraph mail mirror post herald express sun star independent world people"
)
NAMES: dict[str, Value] = {
    **{f"{day} {paper}": 0 for day in ("sunday", "saturday", "friday") for paper in NEWSPAPERS},
    **{
        f"{day} {noun}": 0
        for day in ("good friday", "black friday", "bloody sunday", "easter sunday")
        for noun in ("agreement", "accord", "accords", "inquiry", "massacre")
    },
    **dict.fromkeys(
        ["bloody sunday", "sheffield wednesday", "super tuesday", "black wednesday", "man friday"],
        0,
    ),
}
"""Names that hold a weekday and tell no day. Newspapers count with the paper's whole name only."""

PLURAL_UNITS = listed("second minute hour day week fortnight month year decade")
ORDINAL_WORDS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)


def _suffixed(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number <= 13 else endings.get(number % 10, 'th')}"


def _each(value: Value, words: str) -> dict[str, Value]:
    return dict.fromkeys(words.split(), value)


WORDS: dict[str, dict[str, Value]] = {
    "modal": _each(0, "will would could can might must should shall may cannot not ll won't"),
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
    },
    "nineteen": {"nineteen": 19},
    "tens_word": {word: 10 * number for number, word in enumerate(TENS_WORDS, start=2)},
    "hundred_word": {"hundred": 100, "thousand": 1000},
    "article": {"a": 1, "an": 1},
    "vague": _each(0, "several few many"),
    "couple": _each(2, "couple pair"),
    "approx": {
        **_each("APPROX", "about around roughly approximately some"),
        **_each("LESS_THAN", "nearly almost under"),
        **_each("MORE_THAN", "over"),
    },
    "more": {"more": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN"},
    "least": _each("EQUAL_OR_MORE", "least"),
    "most": _each("EQUAL_OR_LESS", "most"),
    "up": _each("EQUAL_OR_LESS", "up"),
    "additional": _each(0, "additional extra straight consecutive full whole"),
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
    "half_of_day": {**_each("am", "a.m. am a.m"), **_each("pm", "p.m. pm p.m")},
    "oclock": _each(0, "o'clock o’clock"),
    "zone": _each(0, "GMT UTC EST EDT CST CDT MST MDT PST PDT ET BST CET CEST MSK IST JST"),
    "deictic_word": {
        word: word for word in ("today", "yesterday", "tomorrow", "tonight", "overnight")
    },
    "now": _each("PRESENT_REF", "now currently presently"),
    "this": _each(0, "this"),
    "last": _each(-1, "last"),
    "past": _each(-1, "past"),
    "next": _each(1, "next coming"),
    "previous": _each(-1, "previous preceding"),
    "following": _each(1, "following ensuing"),
    "same": _each(0, "same"),
    "that": _each(0, "that"),
    "ago": _each(-1, "ago"),
    "later": _each(1, "afterwards afterward"),
    "before": _each(-1, "before"),
    "after": _each(1, "after"),
    "clock_unit": {"hour": "hour", "minute": "minute"},
    "day_unit": _each("day", "day"),
    "week_unit": _each("week", "week"),
    "fortnight_unit": _each("fortnight", "fortnight"),
    "weekend_unit": _each("weekend", "weekend weekends"),
    "month_unit": _each("month", "month"),
    "quarter_unit": _each("quarter", "quarter"),
    "half_unit": _each("half", "half"),
    "year_unit": _each("year", "year"),
    "decade_unit": _each("decade", "decade"),
    "century_unit": {"century": "century", "millennium": "millennium"},
    "quarter_plural": {"quarters": "quarter"},
    "unit_plural": {
        **{f"{unit}s": unit for unit in PLURAL_UNITS},
        "centuries": "century",
        "millennia": "millennium",
    },
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
    "at": _each(0, "at"),
    "for": _each(0, "for"),
    "within": _each(0, "within"),
    "or": _each(0, "or"),
    "or_so": _each(0, "so"),
    "old": _each(0, "old"),
    "long": _each(0, "long"),
    "every": _each(0, "every each"),
    "other": _each(2, "other"),
    "weekday_plural": {f"{name}s": number for number, name in enumerate(WEEKDAYS, start=1)},
    "repeated": {
        "hourly": "PT1H",
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        **_each("P1Y", "annually yearly"),
    },
    "present_word": _each("PRESENT_REF", "nowadays current"),
    "past_word": _each("PAST_REF", "recently lately"),
    "soon": _each("FUTURE_REF", "soon"),
    "possible": _each("FUTURE_REF", "possible"),
    "future_noun": _each("FUTURE_REF", "future"),
    "present_noun": _each("PRESENT_REF", "present"),
    "term_noun": _each("FUTURE_REF", "term"),
    "time_noun": _each("month", "time"),
    "near": _each(0, "near short immediate"),
    "recent_past": _each("PAST_REF", "recent"),
    "as": _each(0, "as"),
    "into": _each(0, "into"),
    "these_days": {"these days": "PRESENT_REF"},
    "decade_word": {
        word: 1910 + 10 * number
        for number, word in enumerate(
            listed("twenties thirties forties fifties sixties seventies eighties nineties"), start=1
        )
    },
    "ahead": _each(0, "ahead"),
    "ended": _each(0, "ended ending"),
    "period": _each("year", "period"),
    "comparable": _each(0, "comparable"),
    "newest": _each(0, "latest"),
    "fiscal": _each(0, "fiscal financial"),
    "plural_s": _each(0, "s"),
    "apostrophe": _each(0, "' ’"),
    "possessive": _each(0, "'s ’s"),
    "holiday_name": HOLIDAYS,
    "during": _each(0, "during throughout"),
    "decoy": NAMES,
    "before_last": {"before last": -2, "after next": 2},
    "eve": _each(-1, "eve"),
    "circa": _each(0, "circa"),
    "before_christ": _each(0, "BC BCE B.C. B.C.E"),
    "numbered": _each(
        0,
        "flight resolution room route highway article page channel model chapter regulation "
        "directive section suite lot unit platform issue episode asteroid boeing airbus windows",
    ),
}
