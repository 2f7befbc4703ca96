"""The date words of Turkish. Dotted and dotless i are folded; suffixes follow an apostrophe."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.european import EUROPEAN, YEAR, word_classes
from extractor.dates.languages.shared import each, inflected, numbered
from extractor.dates.languages.turkish_cues import TURKISH_CUES, TURKISH_FOLD

MONTHS = numbered("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık")
IN_MONTH: dict[str, Value] = {
    **each(2, "şubatta"),
    **each(3, "martta"),
    **each(4, "nisanda"),
    **each(5, "mayısta"),
    **each(6, "haziranda"),
    **each(7, "temmuzda"),
    **each(8, "ağustosta"),
    **each(9, "eylülde"),
    **each(11, "kasımda"),
}
"""Not of January, October and December: `ocakta` is also on the stove, `aralıkta` in the gap."""

SURE_WEEKDAYS: dict[str, Value] = {"pazartesi": 1, "çarşamba": 3, "perşembe": 4, "cumartesi": 6}
UNITS = ["bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
TENS = ["yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
NUMBERS: dict[str, Value] = {
    **{word: n for n, word in enumerate(UNITS, start=1)},
    "on": 10,
    **{f"on {word}": 10 + n for n, word in enumerate(UNITS, start=1)},
    **{tens: 10 * n for n, tens in enumerate(TENS, start=2)},
    **{
        f"{tens} {word}": 10 * n + number
        for n, tens in enumerate(TENS, start=2)
        for number, word in enumerate(UNITS, start=1)
    },
    "yüz": 100,
}
OF_DECADE = ("'lar", "'ler", "'larda", "'lerde", "'ların", "'lerin", "'lı yıllar", "'li yıllar")
DECADES = inflected(
    {
        **{f"{n}0": 1900 + 10 * n for n in range(2, 10)},
        **{f"{y}": y for y in range(1800, 2030, 10)},
    },
    (*OF_DECADE, "'lı yıllarda", "'li yıllarda"),
)

WORDS: dict[str, dict[str, Value]] = {
    "month_name": IN_MONTH,
    "month_or_word": MONTHS,
    "weekday_name": SURE_WEEKDAYS,
    "weekday_or_word": {"salı": 2, "cuma": 5, "pazar": 7},
    "season_name": {
        **each(1, "ilkbahar, ilkbaharında, bahar, baharında"),
        **each(2, "yaz, yazında, yazından"),
        **each(3, "sonbahar, sonbaharında, güz"),
        **each(4, "kış, kışında, kışından"),
    },
    "ordinal_word": numbered("birinci/ilk ikinci üçüncü dördüncü")
    | {"1.": 1, "2.": 2, "3.": 3, "4.": 4},
    "number_word": NUMBERS,
    "vague": each(0, "birkaç"),
    "approx": each(0, "yaklaşık, yaklaşık olarak, en az, neredeyse"),
    "part_noun": {
        **each("early", "başı, başında, başından, başlarında, başlarından, başlangıcında"),
        **each("mid", "ortası, ortasında, ortalarında"),
        **each("end", "sonu, sonunda, sonuna, sonlarında, sonlarına"),
    },
    "daypart_word": {
        **each("morning", "sabah, sabahı, sabahleyin"),
        **each("afternoon", "öğleden sonra"),
        **each("evening", "akşam, akşamı"),
        **each("night", "gece, gecesi"),
    },
    "hour_name": {**each("noon", "öğle, öğlen"), "gece yarısı": "midnight"},
    "deictic_word": {
        "bugün": "today",
        "dün": "yesterday",
        "yarın": "tomorrow",
        **each("before_yesterday", "önceki gün, evvelsi gün"),
        **each("after_tomorrow", "öbür gün, yarından sonra"),
    },
    "now": each(0, "şimdi, şu anda, halen"),
    "this": each(0, "bu"),
    "last": each(-1, "geçen, geçtiğimiz"),
    "next": each(1, "önümüzdeki, gelecek"),
    "latest": each(-1, "son"),
    "previous": each(-1, "bir önceki, önceki"),
    "following": each(1, "ertesi, sonraki, bir sonraki, izleyen"),
    "same": each(0, "aynı"),
    "that": each(0, "o"),
    "ago_after": each(-1, "önce, evvel"),
    "ahead_after": each(1, "sonra"),
    "clock_unit": {**each("hour", "saat, saatte"), **each("minute", "dakika, dakikada")},
    "day_unit": each("day", "gün, günü, günde, gününde, gününe, gününden, günün"),
    "week_unit": each("week", "hafta, haftada, haftanın, haftası"),
    "weekend_unit": each("weekend", "hafta sonu, hafta sonunda"),
    "month_unit": each("month", "ay, ayı, ayda, ayında, ayının, ayından, ayına, ayın"),
    "quarter_unit": each("quarter", "çeyrek, çeyreği, çeyreğinde, çeyreğinin"),
    "half_unit": each("half", "yarı, yarısı, yarısında"),
    "year_unit": each("year", "yıl, yılı, yılın, yılda, yılında, yılının, yılından, yılına, sene"),
    "decade_unit": each("decade", "on yıl, onyıl"),
    "century_unit": each("century", "yüzyıl"),
    "of": each(0, "'in, 'ın, 'un, 'ün, 'nin, 'nın, 'nun, 'nün"),
    "and": each(0, "ve"),
    "to": each(0, "ila, ile"),
    "until": each(0, "kadar"),
    "in_suffix": each(0, "'da, 'de, 'ta, 'te"),
    "from_suffix": each(0, "'dan, 'den, 'tan, 'ten"),
    "to_suffix": each(0, "'a, 'e, 'ya, 'ye, 'na, 'ne"),
    "date_noun": each(0, "tarihinde, tarihleri arasında, tarihlerinde, arasında"),
    "slash": each(0, "/"),
    "every": each(0, "her"),
    "holiday_name": {"yılbaşı": "new_year", "yılbaşında": "new_year"},
    "decade_word": DECADES,
    "decoy": each(0, "ikinci el, son dakika"),
}

RULES = (
    *EUROPEAN,
    Rule(name="month", kind="month", template="month", ahead="in_suffix from_suffix to_suffix"),
    Rule(name="year", kind="year", template="year", ahead="in_suffix from_suffix to_suffix"),
    Rule(
        name="days_of_month",
        kind="day_range",
        template=f"day from_suffix day2 month {YEAR}? (to_suffix until)?",
    ),
    Rule(
        name="days_of_months",
        kind="day_range",
        template="day month year? from_suffix day2 month2 (year2 year_unit?)? (to_suffix until)?",
    ),
    Rule(
        name="months",
        kind="month_range",
        template="month year? from_suffix month2 (year2 year_unit?)? (to_suffix until)?",
    ),
    Rule(
        name="years",
        kind="year_range",
        template="year from_suffix year2 to_suffix until",
    ),
    Rule(name="years", kind="year_range", template="year to year2", ahead="date_noun"),
    Rule(name="years", kind="year_range", template="year to year2", quoted_only=True),
    Rule(name="month_year", kind="month", template="year year_unit? of? month month_unit?"),
    Rule(name="month_year", kind="month", template="shift year_unit month month_unit?"),
    Rule(name="part_of_month", kind="part_of_month", template="month of part_noun"),
    Rule(
        name="weekdays",
        kind="weekday_range",
        template="weekday day_unit? from_suffix? weekday2 day_unit? to_suffix? until",
    ),
    Rule(name="day_in_month", kind="day_in_month", template="month_unit day"),
)

TURKISH = Language(
    code="tr",
    words=word_classes(WORDS),
    capital=frozenset(),
    abbreviations=(),
    rules=RULES,
    cues=TURKISH_CUES,
    fold=TURKISH_FOLD,
    endings=tuple((ending, "ablative") for ending in ("den", "dan", "ten", "tan")),
    day_first=True,
    clocks=(
        r"[Ss]aat (?P<hour>[01]?[0-9]|2[0-3])(?:[.:](?P<minute>[0-5][0-9]))?(?![0-9])",
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3])[.:](?P<minute>[0-5][0-9])(?='[dt][ae])",
    ),
)
