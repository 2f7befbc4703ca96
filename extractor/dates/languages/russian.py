"""The date words of Russian, in the cases that dates have."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.european import EUROPEAN, word_classes
from extractor.dates.languages.russian_cues import RUSSIAN_CUES, RUSSIAN_FOLD
from extractor.dates.languages.shared import each, numbered, words_of

GENITIVES = numbered(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
OTHER_CASES = numbered(
    "январь/январе/январю/январем февраль/феврале/февралю/февралем март/марте/марту/мартом "
    "апрель/апреле/апрелю/апрелем май/мае/маю июнь/июне/июню/июнем июль/июле/июлю/июлем "
    "август/августе/августу/августом сентябрь/сентябре/сентябрю/сентябрем "
    "октябрь/октябре/октябрю/октябрем ноябрь/ноябре/ноябрю/ноябрем "
    "декабрь/декабре/декабрю/декабрем"
)
SHORT_MONTHS: dict[str, Value] = {
    **numbered("янв. февр./фев. мар. апр."),
    **numbered("авг. сент./сен. окт. нояб./ноя. дек.", first=8),
}
WEEKDAYS: dict[str, Value] = {
    **numbered("понедельник вторник"),
    **numbered("понедельника вторника"),
    **numbered("понедельнику вторнику"),
    **numbered("четверг/четверга/четвергу пятница/пятницу/пятницы/пятнице", first=4),
    **numbered("суббота/субботу/субботы/субботе воскресенье/воскресенья/воскресенью", first=6),
}
NUMBERS: dict[str, Value] = {
    **numbered(
        "один/одну/одного/одной/одна два/две/двух три/трех четыре/четырех пять/пяти шесть/шести "
        "семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати "
        "двенадцать/двенадцати тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
        "восемнадцать девятнадцать двадцать/двадцати"
    ),
    "тридцать": 30,
    "сорок": 40,
    "пятьдесят": 50,
    "сто": 100,
}
NUMBERS |= {
    f"{tens} {word}": 10 * n + number
    for n, tens in enumerate(["двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят"], start=2)
    for word, number in tuple(NUMBERS.items())
    if isinstance(number, int) and number < 10
}
YEAR_FORMS = ("год", "года", "году", "годом", "годы", "годов", "годах", "годам", "г.", "гг.", "лет")
OF_DECADE = ("-е", "-х", "-е годы", "-х годов", "-х годах", "-е гг.", "-х гг.")
DECADES: dict[str, Value] = {
    **{
        f"{n}0{end}": 1900 + 10 * n
        for n in range(2, 10)
        for end in OF_DECADE
        if n > 3 or " " in end
    },
    **{f"{year}{end}": year for year in range(1800, 2030, 10) for end in OF_DECADE},
}
ADJECTIVE = "ый ого ому ом ая ую ой ое ым"
SOFT_ADJECTIVE = "ий его ему ем яя юю ей ее им"
HISSING_ADJECTIVE = "ий его ему ем ая ую ей ее им"


def adjective(stem: str, value: Value, endings: str = ADJECTIVE) -> dict[str, Value]:
    """All forms of an adjective."""
    return {stem + ending: value for ending in endings.split()}


WORDS: dict[str, dict[str, Value]] = {
    "month_name": OTHER_CASES,
    "month_or_word": GENITIVES,
    "month_short": SHORT_MONTHS,
    "weekday_name": WEEKDAYS,
    "weekday_or_word": each(3, "среда, среду, среды, среде"),
    "season_name": {
        **each(1, "весна, весну, весны, весне"),
        **each(2, "лето, лета"),
        **each(3, "осень, осени"),
        **each(4, "зима, зиму, зимы, зиме"),
    },
    "in_season": {"весной": 1, "летом": 2, "осенью": 3, "зимой": 4},
    "day_ordinal": {f"{n}{end}": n for n in range(1, 32) for end in ("-го", "-е", "-му")},
    "ordinal_word": {
        **adjective("перв", 1),
        **adjective("втор", 2) | {"второй": 2},
        **{f"трет{end}": 3 for end in ("ий", "ьего", "ьем", "ьей", "ья", "ью", "ье")},
        **adjective("четверт", 4),
    },
    "number_word": NUMBERS,
    "vague": each(0, "несколько, нескольких, пару"),
    "approx": each(0, "около, примерно, почти, более, менее, более чем, порядка"),
    "part_noun": {
        **each("early", "начало, в начале, начале, начала, начала"),
        **each("mid", "середина, в середине, середине, середины"),
        **each("end", "конец, в конце, конце, конца, концу"),
    },
    "part_comparative": each("earlier", "до этого, ранее, раньше"),
    "later": each(1, "спустя, позже, после этого, позднее"),
    "daypart_word": {
        **each("morning", "утром, утро, утра"),
        **each("afternoon", "днем"),
        **each("evening", "вечером, вечер, вечера"),
        **each("night", "ночью, ночь, в ночь, ночи"),
    },
    "hour_name": {**each("noon", "полдень"), **each("midnight", "полночь")},
    "deictic_word": {
        "сегодня": "today",
        "вчера": "yesterday",
        "завтра": "tomorrow",
        "позавчера": "before_yesterday",
        "послезавтра": "after_tomorrow",
        "сегодня ночью": "tonight",
    },
    "now": each(0, "сейчас, в настоящее время"),
    "this": {
        **each(0, "этот, эту, этой, этом, этого, этим, эти"),
        **adjective("нынешн", 0, SOFT_ADJECTIVE),
        **adjective("текущ", 0, HISSING_ADJECTIVE),
    },
    "after": each(1, "после"),
    "before_christ": each(0, "до нашей эры, до н. э."),
    "last": {
        **adjective("прошл", -1),
        **adjective("позапрошл", -2),
        **adjective("минувш", -1, HISSING_ADJECTIVE),
    },
    "next": {
        **adjective("следующ", 1, HISSING_ADJECTIVE),
        **adjective("будущ", 1, HISSING_ADJECTIVE),
    },
    "latest": each(-1, "последние, последних, прошлые, прошлых, минувшие, минувших")
    | each(1, "ближайшие, ближайших, следующие, следующих"),
    "previous": adjective("предыдущ", -1, HISSING_ADJECTIVE),
    "unit_ago": {
        **each("year", "год назад, год тому назад"),
        "месяц назад": "month",
        "неделю назад": "week",
        "день назад": "day",
        "час назад": "hour",
        "минуту назад": "minute",
    },
    "unit_ahead": {
        "через год": "year",
        "через месяц": "month",
        "через неделю": "week",
        "через день": "day",
        "через час": "hour",
        "через сутки": "day",
    },
    "same": each(0, "тот же, ту же, той же, том же, того же, то же"),
    "that": each(0, "тот, ту, той, том, того"),
    "ago_after": each(-1, "назад, тому назад"),
    "ahead": each(1, "через, по прошествии"),
    "clock_unit": {
        **each("hour", "час, часа, часов"),
        **each("minute", "минуту, минуты, минут, минута"),
    },
    "day_unit": each("day", "день, дня, дней, дню, дни, сутки, суток"),
    "week_unit": each("week", "неделя, неделю, недели, неделе, недель, неделей"),
    "weekend_unit": each("weekend", "выходные, выходных"),
    "month_unit": each("month", "месяц, месяца, месяцев, месяце, месяцу"),
    "quarter_unit": each("quarter", "квартал, квартала, квартале, кварталу"),
    "half_unit": each("half", "полугодие, полугодия, полугодии, половина, половине, половины"),
    "year_unit": each("year", *YEAR_FORMS),
    "decade_unit": each("decade", "десятилетие, десятилетия, десятилетии"),
    "century_unit": each("century", "век, века, веке, столетие, столетия"),
    "of": {},
    "on": each(0, "в, во"),
    "in": {},
    "and": each(0, "и"),
    "to": each(0, "по"),
    "until": each(0, "до"),
    "from": each(0, "с, со"),
    "between": each(0, "между"),
    "ordinal_day": each(0, "число, числа, числу"),
    "slash": each(0, "/"),
    "every": each(0, "каждый, каждую, каждое, каждые"),
    "holiday_name": {
        **each("new_year", "Новый год"),
        **each("new_years_eve", "канун Нового года"),
        **each("womens_day", "Международный женский день"),
    },
    "decade_word": DECADES,
    "weekend_word": each(0, "на выходных, в выходные"),
    "beside_word": {
        **each(1, "на следующий день, следующим утром, на следующее утро, наутро"),
        **each(-1, "накануне, днем ранее, днём ранее, за день до этого"),
    },
    "same_word": each(0, "в тот же день, в этот же день, в тот день"),
    "decoy": each(
        0,
        "Великий четверг, Чистый четверг, Страстная пятница",
        "окружающую среду, окружающей среды, окружающей среде, окружающая среда",
    ),
}

RULES = (
    *EUROPEAN,
    Rule(name="month_after_preposition", kind="month", template="month", after="on until"),
    Rule(name="season", kind="season", template="in_season_word"),
    Rule(name="season_year", kind="season", template="in_season_word year year_unit?"),
    Rule(name="season_year", kind="season", template="in_season_word shift year_unit"),
    Rule(name="shifted_season", kind="shifted_season", template="shift in_season_word"),
    Rule(
        name="year", kind="year", template="recent_year", after="from until between", noun="counted"
    ),
    Rule(name="day_in_month", kind="day_in_month", template="day ordinal_day"),
    Rule(name="unit", kind="unit", template="latest weekend"),
    Rule(name="weekend", kind="weekend", template="weekend_word"),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="day ordinal_day shift month_unit",
    ),
)

RUSSIAN = Language(
    code="ru",
    words=word_classes(WORDS),
    capital=frozenset(),
    abbreviations=(),
    rules=RULES,
    cues=RUSSIAN_CUES,
    not_counted=words_of(
        "человек человека людей рублей рубля долларов евро тонн км метров раз военных солдат домов",
        RUSSIAN_FOLD,
    ),
    fold=RUSSIAN_FOLD,
    day_first=True,
    clocks=(
        r"(?:\A|(?<=\bв ))(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])(?![0-9.])",
        r"(?:\A|(?<=\bв ))(?P<hour>[01]?[0-9]|2[0-3]) час(?:ов|а)?"
        r"(?: (?:утра|(?P<late>вечера|дня)|ночи))?",
    ),
)
