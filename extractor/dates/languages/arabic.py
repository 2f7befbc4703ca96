"""The date words of Arabic: Gregorian, Levantine and Maghrebi months; small words are prefixes."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.arabic_cues import ARABIC_CUES, ARABIC_FOLD
from extractor.dates.languages.european import EUROPEAN, YEAR, word_classes
from extractor.dates.languages.shared import each, numbered, words_of

MONTHS: dict[str, Value] = {
    **each(1, "يناير, كانون الثاني, جانفي"),
    **each(2, "فبراير, شباط, فيفري"),
    **each(3, "آذار, أذار"),
    **each(4, "أبريل, إبريل, نيسان, أفريل"),
    **each(5, "مايو, أيار"),
    **each(6, "يونيو, يونيه, حزيران"),
    **each(7, "يوليو, يوليه, تموز, جويلية, يوليوز"),
    **each(8, "أغسطس, غشت"),
    **each(9, "سبتمبر, أيلول, شتنبر"),
    **each(10, "أكتوبر, تشرين الأول"),
    **each(11, "نوفمبر, تشرين الثاني, نونبر"),
    **each(12, "ديسمبر, كانون الأول, دجنبر"),
}
ALSO_WORDS: dict[str, Value] = {"مارس": 3, "ماي": 5, "جوان": 6, "آب": 8, "أوت": 8}
WEEKDAYS: dict[str, Value] = {
    "الاثنين": 1,
    "الإثنين": 1,
    "الثلاثاء": 2,
    "الأربعاء": 3,
    "الخميس": 4,
    "الجمعة": 5,
    "السبت": 6,
    "الأحد": 7,
}
NUMBERS = numbered(
    "واحد/واحدة اثنين/اثنان ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني "
    "تسعة/تسع عشرة/عشر"
)
OF_TEN = (
    "العشرينيات/العشرينات الثلاثينيات/الثلاثينات الأربعينيات/الأربعينات الخمسينيات/الخمسينات "
    "الستينيات/الستينات السبعينيات/السبعينات الثمانينيات/الثمانينات التسعينيات/التسعينات"
)
DECADES: dict[str, Value] = {
    form: 1900 + 10 * n
    for n, forms in enumerate(OF_TEN.split(), start=2)
    for whole in forms.split("/")
    for form in (whole, f"{whole} من القرن الماضي", f"{whole.removeprefix('ال')} القرن الماضي")
}
ORDINALS = numbered("الأول/الأولى الثاني/الثانية الثالث/الثالثة الرابع/الرابعة")
ORDINALS_OF_UNITS = "الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع"
LATER_ORDINALS = numbered("الخامس السادس السابع الثامن التاسع العاشر", first=5)
UNITS = ["الحادي", *ORDINALS_OF_UNITS.split()]
HIGHER_ORDINALS: dict[str, Value] = {
    **{f"{unit} عشر": 10 + n for n, unit in enumerate(UNITS, start=1)},
    **{
        f"{unit} و{tens}": 10 * n + number
        for n, forms in ((2, "العشرين العشرون"), (3, "الثلاثين الثلاثون"))
        for tens in forms.split()
        for number, unit in enumerate(UNITS, start=1)
    },
    **each(20, "العشرين, العشرون"),
    **each(30, "الثلاثين, الثلاثون"),
}
ABOUT = ("", "نحو ", "حوالي ")
ONE_UNIT: dict[str, Value] = {
    "يوم": "day",
    "أسبوع": "week",
    "شهر": "month",
    "عام": "year",
    "سنة": "year",
    "ساعة": "hour",
}
TWO_UNITS: dict[str, Value] = {
    "يومين": "day",
    "أسبوعين": "week",
    "شهرين": "month",
    "عامين": "year",
    "سنتين": "year",
    "ساعتين": "hour",
}

WORDS: dict[str, dict[str, Value]] = {
    "month_name": MONTHS,
    "month_or_word": ALSO_WORDS,
    "weekday_name": WEEKDAYS,
    "season_name": {
        **each(1, "الربيع, ربيع"),
        **each(2, "الصيف, صيف"),
        **each(3, "الخريف, خريف"),
        **each(4, "الشتاء, شتاء"),
    },
    "ordinal_word": ORDINALS | LATER_ORDINALS | HIGHER_ORDINALS,
    "number_word": {
        **NUMBERS,
        **{f"ال{word}": number for word, number in NUMBERS.items() if number != 2},
        "عشرين": 20,
        "ثلاثين": 30,
        "أربعين": 40,
        "خمسين": 50,
        "مئة": 100,
    },
    "vague": each(0, "عدة, بضعة, بضع"),
    "approx": each(0, "نحو, حوالي, قرابة, أكثر من, أقل من, زهاء"),
    "part_noun": {
        **each("early", "مطلع, بداية, أوائل, مستهل, بدايات"),
        **each("mid", "منتصف, أواسط"),
        **each("end", "نهاية, أواخر, ختام"),
    },
    "daypart_word": {
        **each("morning", "صباح, صباحا, الصباح, فجر, فجرا, الفجر"),
        **each("afternoon", "عصر, عصرا, بعد ظهر"),
        **each("evening", "مساء, المساء"),
        **each("night", "ليل, ليلا, ليلة"),
    },
    "hour_name": {**each("noon", "ظهر, ظهرا, الظهر"), **each("midnight", "منتصف الليل")},
    "deictic_word": {
        "اليوم": "today",
        **each("yesterday", "أمس, الأمس, البارحة"),
        **each("tomorrow", "غدا, غد, الغد"),
        **each("before_yesterday", "أول أمس, أول من أمس"),
        **each("after_tomorrow", "بعد غد"),
        "الليلة": "tonight",
        "الليلة الماضية": "last_night",
    },
    "now": each(0, "الآن, حاليا"),
    "this": each(0, "هذا, هذه, الجاري, الجارية, الحالي, الحالية"),
    "last": each(
        -1, "الماضي, الماضية, الفائت, الفائتة, المنصرم, المنصرمة, الأخير, الأخيرة, الماضيين"
    ),
    "next": each(1, "المقبل, المقبلة, القادم, القادمة, المقبلين, القادمين"),
    "previous": each(-1, "السابق, السابقة"),
    "following": each(1, "التالي, التالية"),
    "same": each(0, "نفسه, نفسها, ذاته, ذاتها"),
    "that": each(0, "ذلك, تلك"),
    "plural_unit": {
        **each("day", "أيام, الأيام"),
        **each("week", "أسابيع, الأسابيع"),
        **each("month", "أشهر, شهور, الأشهر, الشهور"),
        **each("year", "أعوام, سنوات, الأعوام, السنوات"),
        **each("decade", "عقود"),
        **each("century", "قرون"),
    },
    "every": each(0, "كل"),
    "holiday_name": {"الجمعة العظيمة": "good_friday", "أحد الشعانين": "palm_sunday"},
    "ago": each(-1, "قبل"),
    "unit_ago": {
        f"قبل {about}{unit}": value for about in ABOUT for unit, value in ONE_UNIT.items()
    },
    "two_units_ago": {
        f"قبل {about}{unit}": value for about in ABOUT for unit, value in TWO_UNITS.items()
    },
    "ahead": each(1, "بعد"),
    "unit_ahead": {f"بعد {unit}": value for unit, value in ONE_UNIT.items()},
    "two_units_ahead": {f"بعد {unit}": value for unit, value in TWO_UNITS.items()},
    "clock_unit": {**each("hour", "ساعة, ساعات, الساعات"), **each("minute", "دقيقة, دقائق")},
    "day_noun": {"يوم": "day"},
    "day_unit": each("day", "يوما, بيوم"),
    "week_unit": each("week", "أسبوع, أسبوعا, الأسبوع"),
    "month_unit": each("month", "شهر, شهرا, الشهر"),
    "quarter_unit": each("quarter", "الربع"),
    "half_unit": each("half", "النصف"),
    "year_unit": each("year", "عام, عامي, عاما, العام") | each("year", "سنة, السنة"),
    "decade_unit": each("decade", "عقد, العقد"),
    "century_unit": each("century", "قرن, القرن"),
    "of": each(0, "من"),
    "in": each(0, "في, بحلول"),
    "and": each(0, "و"),
    "to": each(0, "إلى, الى"),
    "until": each(0, "حتى, لغاية"),
    "between": each(0, "بين"),
    "since": each(0, "منذ"),
    "during": each(0, "خلال"),
    "slash": each(0, "/, ("),
    "close": {")": 0},
    "decade_word": DECADES,
    "beside_word": {
        **each(1, "اليوم التالي, صباح اليوم التالي, غداة"),
        **each(-1, "اليوم السابق, عشية"),
    },
    "same_word": each(0, "اليوم نفسه, اليوم ذاته, ذات اليوم, ذلك اليوم, نفس اليوم"),
    "decoy": each(
        0,
        "صلاة الجمعة, خطبة الجمعة, اليوم العالمي, اليوم الدولي, اليوم الوطني, اليوم الأول",
        "اليوم الثاني, اليوم الواحد, القوات الجوية",
    ),
}

RULES = (
    *EUROPEAN,
    Rule(name="quarter", kind="quarter", template=f"quarter_unit ordinal {YEAR}?"),
    Rule(name="half", kind="half", template=f"half_unit ordinal {YEAR}"),
    Rule(
        name="half_of_month", kind="half_of_month", template=f"half_unit ordinal of month {YEAR}?"
    ),
    Rule(name="day_in_month", kind="day_in_month", template="day_noun day", not_ahead="of"),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="ordinal of (month_unit shift | shift month_unit)",
    ),
)

ARABIC = Language(
    code="ar",
    words=word_classes(WORDS),
    capital=frozenset(),
    abbreviations=(),
    rules=RULES,
    cues=ARABIC_CUES,
    not_counted=words_of("شخص قتيل جندي دولار يورو ليرة طن متر كيلومتر مقاتل", ARABIC_FOLD),
    fold=ARABIC_FOLD,
    proclitics=("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "لل", "ولل", "فل"),
    not_followed=dict.fromkeys(
        (f"{before} {unit}" for before in ("قبل", "بعد") for unit in ("عام", "سنة", "يوم", "شهر")),
        " (?:[0-9]|ال)",
    ),
    day_first=True,
    clocks=(
        r"الساعه (?P<hour>[01]?[0-9]|2[0-3])(?::(?P<minute>[0-5][0-9]))?"
        r"(?: (?:صباحا|(?P<late>مساء|عصرا|ليلا|ظهرا)))?",
    ),
)
