"""The date words of German. Nouns count only with a capital: `Mai`, and `Morgen` the morning."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.european import EUROPEAN, word_classes
from extractor.dates.languages.german_cues import GERMAN_CUES
from extractor.dates.languages.shared import each, fold_of, inflected, numbered, words_of

MONTHS = numbered(
    "Januar/Jänner Februar/Feber März/Maerz April Mai Juni Juli August September Oktober "
    "November Dezember"
)
ALSO_NAMES = ("Mai", "August", "April")
WEEKDAYS = numbered("Montag Dienstag Mittwoch Donnerstag Freitag Samstag/Sonnabend Sonntag")
SHORT_MONTHS: dict[str, Value] = {
    **numbered("Jan. Febr./Feb. Mär. Apr."),
    **numbered("Jun. Jul. Aug. Sept./Sep. Okt. Nov. Dez.", first=6),
}
DAYPARTS = {
    "morgen": "morning",
    "früh": "morning",
    "vormittag": "morning",
    "mittag": "noon",
    "nachmittag": "afternoon",
    "abend": "evening",
    "nacht": "night",
}
NUMBERS = numbered(
    "ein/eine/einem/einer/einen zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "
    "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig"
)
TENS = [
    "zwanziger",
    "dreißiger",
    "vierziger",
    "fünfziger",
    "sechziger",
    "siebziger",
    "achtziger",
    "neunziger",
]
DECADES: dict[str, Value] = {
    **{f"{n}0er Jahre{end}": 1900 + 10 * n for n in range(2, 10) for end in ("", "n")},
    **{f"{n}0er-Jahre{end}": 1900 + 10 * n for n in range(2, 10) for end in ("", "n")},
    **{
        f"{word}{sep}{end}": 1900 + 10 * n
        for n, word in enumerate(TENS, start=2)
        for sep in (" Jahre", "jahre")
        for end in ("", "n")
    },
    **{
        f"{year}er{end}": year
        for year in range(1800, 2030, 10)
        for end in ("", " Jahre", " Jahren", "-Jahre", "-Jahren")
    },
}
ADJECTIVE = ("e", "en", "er", "es", "em")

HOLIDAYS: dict[str, Value] = {
    **each("good_friday", "Karfreitag"),
    **each("easter_monday", "Ostermontag"),
    **each("easter", "Ostersonntag"),
    **each("ash_wednesday", "Aschermittwoch"),
    **each("palm_sunday", "Palmsonntag"),
    **each("pentecost", "Pfingstsonntag"),
    **each("christmas_eve", "Heiligabend"),
    **each("christmas", "Weihnachtstag"),
    **each("new_years_eve", "Silvester"),
    **each("new_year", "Neujahr, Neujahrstag"),
}

WORDS: dict[str, dict[str, Value]] = {
    "month_name": {name: n for name, n in MONTHS.items() if name not in ALSO_NAMES}
    | {f"{name}s": n for name, n in MONTHS.items()},
    "month_or_word": {name: MONTHS[name] for name in ALSO_NAMES},
    "month_short": SHORT_MONTHS,
    "weekday_name": inflected(WEEKDAYS, ("", "s")),
    "weekday_short": numbered("Mo. Di. Mi. Do. Fr. Sa. So."),
    "season_name": numbered("Frühling/Frühjahr Sommer Herbst Winter")
    | numbered("Frühlings/Frühjahrs Sommers Herbsts/Herbstes Winters"),
    "day_ordinal": {
        **{f"{n}.": n for n in range(1, 32)},
        **{f"0{n}.": n for n in range(1, 10)},
    },
    "ordinal_word": {
        **inflected({"erst": 1, "zweit": 2, "dritt": 3, "viert": 4}, ADJECTIVE),
    },
    "number_word": {**NUMBERS, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100},
    "vague": each(0, "einige, einigen, mehrere, mehreren, wenige, wenigen, ein paar"),
    "approx": each(
        0, "etwa, rund, ungefähr, knapp, fast, gut, mehr als, weniger als, über, circa, ca."
    ),
    "part_noun": {
        "anfang": "early",
        "beginn": "early",
        "zu beginn": "early",
        "mitte": "mid",
        "ende": "end",
    },
    "part_comparative": each("earlier", "zuvor, vorher, davor, früher"),
    "later": each(1, "später, danach, darauf"),
    "daypart_word": {
        **{name: part for name, part in DAYPARTS.items() if name not in ("mittag", "morgen")},
        **{f"{name}s": part for name, part in DAYPARTS.items() if name != "früh"},
        "frühen morgen": "morning",
        "am frühen Morgen": "morning",
        "am frühen Abend": "evening",
        "am späten Abend": "evening",
        "spätabends": "evening",
    },
    "hour_name": {**each("noon", "Mittag, Mittags"), **each("midnight", "Mitternacht")},
    "deictic_word": {
        "heute": "today",
        "gestern": "yesterday",
        "morgen": "tomorrow",
        "vorgestern": "before_yesterday",
        "übermorgen": "after_tomorrow",
        "heute nacht": "tonight",
        "heute Nacht": "tonight",
    },
    "daypart_noun": {"morgen": "morning"},
    "weekday_morning": {
        f"{day}{part}": number for day, number in WEEKDAYS.items() for part in ("morgen", "früh")
    },
    "now": each(0, "jetzt, derzeit, momentan"),
    "this": inflected({"dies": 0, "laufend": 0}, ADJECTIVE) | {"heurigen": 0},
    "before_christ": each(0, "v. Chr."),
    "eve": each(-1, "Vorabend"),
    "last": inflected({"letzt": -1, "vergangen": -1, "vorig": -1, "vorletzt": -2}, ADJECTIVE),
    "next": inflected({"nächst": 1, "kommend": 1}, ADJECTIVE),
    "previous": inflected({"vorherig": -1, "vorangegangen": -1, "vorangehend": -1}, ADJECTIVE),
    "following": inflected({"folgend": 1, "darauffolgend": 1, "nachfolgend": 1}, ADJECTIVE),
    "same": inflected({"selb": 0, "gleich": 0, "derselb": 0, "demselb": 0}, ADJECTIVE)
    | each(0, "denselben, dieselbe"),
    "that": inflected({"jen": 0}, ADJECTIVE),
    "plural_unit": {
        **each("day", "Tage, Tagen"),
        **each("week", "Wochen"),
        **each("month", "Monate, Monaten"),
        **each("year", "Jahre, Jahren"),
        **each("decade", "Jahrzehnte, Jahrzehnten"),
        **each("century", "Jahrhunderte, Jahrhunderten"),
    },
    "every": inflected({"jed": 0, "all": 0}, ADJECTIVE),
    "holiday_name": HOLIDAYS,
    "ago": each(-1, "vor"),
    "from_now": each(1, "in, binnen"),
    "ahead": each(1, "nach"),
    "clock_unit": {**each("hour", "Stunde, Stunden"), **each("minute", "Minute, Minuten")},
    "day_unit": each("day", "Tag, Tages, Tags"),
    "week_unit": {"Woche": "week"},
    "weekend_unit": each("weekend", "Wochenende, Wochenenden, Wochenendes"),
    "month_unit": each("month", "Monat, Monats"),
    "quarter_unit": each("quarter", "Quartal, Quartals"),
    "half_unit": each("half", "Halbjahr, Halbjahres, Hälfte"),
    "year_unit": each("year", "Jahr, Jahres"),
    "decade_unit": each("decade", "Jahrzehnt, Jahrzehnts"),
    "century_unit": each("century", "Jahrhundert, Jahrhunderts"),
    "the": each(0, "der, die, das, dem, den, des"),
    "of": each(0, "von"),
    "on": each(0, "am"),
    "in_the": each(0, "im"),
    "and": each(0, "und"),
    "until": each(0, "bis, bis zum"),
    "from": each(0, "vom"),
    "between": each(0, "zwischen"),
    "since": each(0, "seit, ab"),
    "during": each(0, "während"),
    "slash": each(0, "/"),
    "decade_word": DECADES,
    "same_word": each(0, "am selben tag, am gleichen tag"),
    "beside_word": {
        **each(1, "tags darauf, am Tag darauf, Tag darauf, am nächsten Tag, anderntags"),
        **each(-1, "am Vortag, tags zuvor, am Vorabend, am Tag zuvor, Tag zuvor"),
    },
    "decoy": each(0, "Bild am Sonntag, Welt am Sonntag, Sonntag aktuell"),
}

RULES = (
    *EUROPEAN,
    Rule(
        name="weekday",
        kind="weekday",
        template="weekday_morning",
        implied=(("daypart", "morning"),),
    ),
    Rule(
        name="month_after_preposition", kind="month", template="month", after="in_the since until"
    ),
    Rule(name="season", kind="season", template="season", after="in_the"),
    Rule(name="year", kind="year", template="year", after="since until from_now"),
)

GERMAN = Language(
    code="de",
    words=word_classes(WORDS),
    capital=frozenset({"month_name", "month_or_word", "month_short", "daypart_noun"}),
    abbreviations=(),
    rules=RULES,
    cues=GERMAN_CUES,
    not_counted=words_of(
        "Menschen Euro Dollar Millionen Soldaten Tote Toten Meter Metern Kilometer Kilometern "
        "Tonnen Wohnungen Fälle Stimmen Personen Mann Frauen Kinder Kindern Hektar",
        fold_of(),
    ),
    fold=fold_of(),
    proclitics=tuple(WEEKDAYS),
    day_first=True,
    spoken_hours=(
        r"\b(?:um|gegen|ab|nach|vor|bis) (?:halb )?(?:eins?|zwei|drei|vier|funf|sechs|sieben|"
        r"acht|neun|zehn|elf|zwolf)(?: Uhr)?\b(?! (?:Tag|Woche|Monat|Jahr|Stunde|Minute))",
    ),
    clocks=(r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3])(?:[.:](?P<minute>[0-5][0-9]))? Uhr\b",),
)
