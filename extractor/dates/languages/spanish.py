"""The date words of Spanish. Months and weekdays in capitals are names, too (Julio, Domingo)."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.european import EUROPEAN, word_classes
from extractor.dates.languages.shared import each, fold_of, numbered, words_of
from extractor.dates.languages.spanish_cues import SPANISH_CUES

MONTHS = numbered(
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
    "diciembre"
)
SHORT_MONTHS = numbered("ene feb mar abr may jun jul ago sep/sept oct nov dic")
WEEKDAYS = numbered("lunes martes miércoles jueves viernes sábado domingo")
NUMBERS = numbered(
    "un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte"
)
TENS = ["veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
DECADES: dict[str, Value] = {
    **{f"años {word}": 1900 + 10 * n for n, word in enumerate(TENS, start=2)},
    **{f"años {n}0": 1900 + 10 * n for n in range(2, 10)},
    **{f"{noun} {year}": year for noun in ("años", "década de") for year in range(1800, 2030, 10)},
    **{f"década de los {n}0": 1900 + 10 * n for n in range(2, 10)},
    **{f"década de los {word}": 1900 + 10 * n for n, word in enumerate(TENS, start=2)},
}

HOLIDAYS: dict[str, Value] = {
    **each("good_friday", "Viernes Santo"),
    **each("palm_sunday", "Domingo de Ramos"),
    **each("ash_wednesday", "Miércoles de Ceniza"),
    **each("christmas", "día de Navidad, Navidad"),
    **each("christmas_eve", "Nochebuena"),
    **each("new_years_eve", "Nochevieja"),
    **each("new_year", "Año Nuevo, día de Año Nuevo"),
}

WORDS: dict[str, dict[str, Value]] = {
    "month_name": MONTHS,
    "month_or_word": MONTHS,
    "month_short": {f"{name}.": number for name, number in SHORT_MONTHS.items()},
    "weekday_name": WEEKDAYS,
    "weekday_or_word": {"domingo": 7},
    "season_name": numbered("primavera verano otoño invierno"),
    "day_ordinal": each(1, "primero, 1º, 1.º, 1°"),
    "ordinal_word": numbered("primer/primera segundo/segunda tercer/tercera/tercero cuarto/cuarta"),
    "number_word": {**NUMBERS, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100},
    "vague": each(0, "varios, varias, unos, unas, pocos, pocas, algunos, algunas"),
    "approx": each(0, "casi, cerca de, alrededor de, aproximadamente, más de, menos de"),
    "part_noun": {
        **each("early", "a principios, principios, a comienzos, comienzos, a inicios, inicios"),
        **each("mid", "a mediados, mediados"),
        **each("end", "a finales, finales, a fines, fines"),
    },
    "part_comparative": each("earlier", "antes"),
    "later": each(1, "después, más tarde"),
    "daypart_word": {
        **each("morning", "por la mañana, en la mañana, de la mañana, mañana del, madrugada"),
        **each("morning", "de madrugada, por la madrugada, en la madrugada, de la madrugada"),
        **each("afternoon", "tarde, por la tarde, en la tarde, de la tarde"),
        **each("night", "noche, por la noche, en la noche, de la noche"),
    },
    "hour_name": {**each("noon", "mediodía, al mediodía"), "medianoche": "midnight"},
    "deictic_word": {
        "hoy": "today",
        "ayer": "yesterday",
        "mañana": "tomorrow",
        "anoche": "last_night",
        **each("before_yesterday", "anteayer, antes de ayer, antier"),
        "pasado mañana": "after_tomorrow",
        **each("this_morning", "esta mañana, esta madrugada"),
        "esta tarde": "this_afternoon",
        "esta noche": "tonight",
    },
    "now": each(0, "ahora, actualmente"),
    "this": each(0, "este, esta, presente, actual, corriente, en curso"),
    "before_christ": each(0, "a. C., a.C., antes de Cristo"),
    "eve": each(-1, "víspera"),
    "last": each(-1, "pasado, pasada, último, última"),
    "next": each(1, "próximo, próxima, próximos, próximas, que viene, entrante"),
    "latest": each(-1, "últimos, últimas"),
    "previous": each(-1, "anterior, previo, previa"),
    "following": each(1, "siguiente"),
    "same": each(0, "mismo, misma"),
    "that": each(0, "ese, esa, aquel, aquella"),
    "every": each(0, "cada, todos, todas"),
    "holiday_name": HOLIDAYS,
    "ago": each(-1, "hace"),
    "from_now": each(1, "dentro de"),
    "ahead": each(1, "al cabo de"),
    "clock_unit": {**each("hour", "hora, horas"), **each("minute", "minuto, minutos")},
    "day_noun": {"día": "day"},
    "day_unit": {"días": "day"},
    "plural_unit": {"semanas": "week", "meses": "month"},
    "week_unit": {"semana": "week"},
    "weekend_unit": each("weekend", "fin de semana"),
    "month_unit": {"mes": "month"},
    "quarter_unit": each("quarter", "trimestre"),
    "half_unit": each("half", "semestre, quincena"),
    "year_unit": each("year", "año, años"),
    "decade_unit": each("decade", "década, décadas"),
    "century_unit": each("century", "siglo, siglos"),
    "the": each(0, "el, la, los, las"),
    "of": each(0, "de, del"),
    "in": each(0, "en"),
    "and": each(0, "y"),
    "to": each(0, "a, al"),
    "until": each(0, "hasta"),
    "from": each(0, "desde"),
    "between": each(0, "entre"),
    "during": each(0, "durante"),
    "slash": each(0, "/"),
    "decade_word": DECADES,
    "decoy": each(0, "Jueves Santo, Sábado Santo, Viernes Negro"),
}

RULES = (
    *EUROPEAN,
    Rule(name="day_in_month", kind="day_in_month", template="the? day_noun day", not_ahead="of"),
)

SPANISH = Language(
    code="es",
    words=word_classes(WORDS),
    capital=frozenset({"month_or_word", "weekday_or_word"}),
    abbreviations=(),
    rules=RULES,
    cues=SPANISH_CUES,
    not_counted=words_of(
        "personas euros dólares pesos millones soldados muertos metros kilómetros toneladas "
        "viviendas casos votos efectivos hectáreas",
        fold_of(),
    ),
    fold=fold_of(),
    day_first=True,
    spoken_hours=(
        r"\b(?:a|hacia|sobre|desde|hasta|pasadas|cerca de) ?las? (?:una|dos|tres|cuatro|cinco|seis|"
        r"siete|ocho|nueve|diez|once|doce)(?: (?:y|menos) (?:media|cuarto|cinco|diez|veinte))?\b",
    ),
    clocks=(
        r"(?:\A|(?<=las ))(?P<hour>[01]?[0-9]|2[0-3])(?:[:.h](?P<minute>[0-5][0-9]))? "
        r"(?:horas|hs\b)",
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9]) ?(?:h|horas|hs)\b",
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))? de la "
        r"(?:manana|(?P<late>tarde|noche))",
    ),
)
