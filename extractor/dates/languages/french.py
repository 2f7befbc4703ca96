"""The date words of French. Months in capitals are other words, too (Mars, the planet)."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.european import EUROPEAN, YEAR, word_classes
from extractor.dates.languages.french_cues import FRENCH_CUES
from extractor.dates.languages.shared import each, fold_of, numbered, words_of

MONTHS = numbered(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
SHORT_MONTHS: dict[str, Value] = {
    **each(1, "janv."),
    **each(2, "févr., fév."),
    **each(4, "avr."),
    **each(7, "juill."),
    **each(9, "sept."),
    **each(10, "oct."),
    **each(11, "nov."),
    **each(12, "déc."),
}
NUMBERS = numbered(
    "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf vingt"
)
TENS = {"vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960}
TENS |= {"soixante-dix": 1970, "quatre-vingt": 1980, "quatre-vingt-dix": 1990}
DECADES: dict[str, Value] = {
    **{f"années {word}": year for word, year in TENS.items()},
    **{f"années {n}0": 1900 + 10 * n for n in range(2, 10)},
    **{f"années {year}": year for year in range(1800, 2030, 10)},
}

HOLIDAYS: dict[str, Value] = {
    **each("good_friday", "Vendredi saint, vendredi saint"),
    **each("palm_sunday", "dimanche des Rameaux"),
    **each("ash_wednesday", "mercredi des Cendres"),
    **each("easter_monday", "lundi de Pâques"),
    **each("christmas", "Noël, jour de Noël"),
    **each("christmas_eve", "réveillon de Noël"),
    **each("bastille_day", "14-Juillet"),
    **each("ascension", "jeudi de l'Ascension"),
}

WORDS: dict[str, dict[str, Value]] = {
    "month_name": MONTHS,
    "month_or_word": MONTHS,
    "month_short": SHORT_MONTHS,
    "weekday_name": numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "season_name": each(1, "printemps") | each(3, "automne") | each(4, "hiver"),
    "season_or_word": each(2, "été"),
    "day_ordinal": each(1, "1er, premier"),
    "ordinal_word": numbered("première deuxième/second/seconde troisième quatrième")
    | {"1re": 1, "2e": 2, "3e": 3, "4e": 4, "2ème": 2, "3ème": 3, "4ème": 4},
    "number_word": {**NUMBERS, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100},
    "vague": each(0, "quelques, plusieurs"),
    "approx": each(
        0, "environ, presque, près de, plus de, moins de, quelque, une dizaine de, à peu près"
    ),
    "part_noun": {
        **each("early", "début, au début, débuts"),
        **each("mid", "mi, milieu, au milieu, à la mi"),
        **each("end", "fin, à la fin"),
    },
    "part_comparative": each("earlier", "plus tôt, auparavant, avant"),
    "later": each(1, "plus tard, après"),
    "daypart_word": {
        **each("morning", "matin, matinée, au matin, dans la matinée, aube"),
        **each("afternoon", "après-midi, dans l'après-midi"),
        **each("evening", "soir, soirée, au soir, dans la soirée"),
        **each("night", "nuit, dans la nuit"),
    },
    "hour_name": {"midi": "noon", "minuit": "midnight"},
    "deictic_word": {
        "aujourd'hui": "today",
        "hier": "yesterday",
        "demain": "tomorrow",
        **each("before_yesterday", "avant-hier"),
        "après-demain": "after_tomorrow",
        "ce matin": "this_morning",
        "cet après-midi": "this_afternoon",
        "ce soir": "this_evening",
    },
    "now": each(0, "maintenant, actuellement"),
    "this": each(0, "ce, cet, cette, en cours, courant"),
    "before_christ": each(0, "av. J.-C., avant J.-C."),
    "eve": each(-1, "veille"),
    "last": each(-1, "dernier, dernière, passé, passée"),
    "next": each(1, "prochain, prochaine, à venir"),
    "latest": each(-1, "derniers, dernières"),
    "previous": each(-1, "précédent, précédente"),
    "following": each(1, "suivant, suivante"),
    "same": each(0, "même"),
    "plural_unit": {"semaines": "week", "décennies": "decade", "siècles": "century"},
    "every": each(0, "chaque, tous, toutes"),
    "holiday_name": HOLIDAYS,
    "ago": each(-1, "il y a, voici"),
    "from_now": each(1, "dans, d'ici"),
    "ahead": each(1, "au bout de"),
    "clock_unit": {**each("hour", "heure, heures"), **each("minute", "minute, minutes")},
    "day_unit": each("day", "jour, jours, journée"),
    "week_unit": {"semaine": "week"},
    "weekend_unit": each("weekend", "week-end, weekend"),
    "month_unit": each("month", "mois"),
    "quarter_unit": each("quarter", "trimestre"),
    "half_unit": each("half", "semestre, quinzaine, moitié"),
    "year_unit": each("year", "an, ans, année, années"),
    "decade_unit": {"décennie": "decade"},
    "century_unit": {"siècle": "century"},
    "the": each(0, "le, la, les, l'"),
    "of": each(0, "de, du, d', des, de l', de la"),
    "in": each(0, "en"),
    "and": each(0, "et"),
    "to": each(0, "au, à, jusqu'au, jusqu'à"),
    "since": each(0, "depuis"),
    "between": each(0, "entre"),
    "during": each(0, "durant, pendant"),
    "slash": each(0, "/"),
    "decade_word": DECADES,
    "decoy": each(0, "Mardi gras, mardi gras, jeudi saint"),
    "beside_word": {**each(1, "lendemain, au lendemain"), **each(-1, "la veille")},
    "same_word": each(0, "ce jour-là, le jour même"),
}

RULES = (
    *EUROPEAN,
    Rule(name="season_year", kind="season", template=f"the season_word {YEAR}"),
    Rule(name="season_year", kind="season", template="season_word year", after="in the this"),
    Rule(name="season", kind="season", template="the? season_word", after="in during"),
    Rule(name="shifted_season", kind="shifted_season", template="this season_word"),
    Rule(name="shifted_season", kind="shifted_season", template="the season_word (last|next)"),
    Rule(name="season_quoted", kind="season", template="the? season_word", quoted_only=True),
)

FRENCH = Language(
    code="fr",
    words=word_classes(WORDS),
    capital=frozenset({"month_or_word"}),
    abbreviations=(),
    rules=RULES,
    cues=FRENCH_CUES,
    not_counted=words_of(
        "personnes euros dollars millions soldats morts mètres kilomètres tonnes logements cas "
        "habitants voyageurs manifestants véhicules voix hommes femmes enfants emplois hectares",
        fold_of(),
    ),
    fold=fold_of(),
    proclitics=("l'", "d'", "L'", "D'"),
    day_first=True,
    spoken_hours=(
        r"\b(?:a|vers|des|avant|apres) (?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)"
        r" heures?(?: (?:et (?:demie|quart)|moins le quart))?\b",
    ),
    clocks=(
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3]) ?(?:h|heures?) ?(?P<minute>[0-5][0-9])\b",
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3]) ?h\b",
        r"(?:\A|(?<=\ba )|(?<=vers ))(?P<hour>[01]?[0-9]|2[0-3]) heures\b(?! d)",
        r"(?<![0-9:.,])(?P<hour>[01]?[0-9]|2[0-3]) heures "
        r"(?:du matin|(?P<late>du soir|de l'apres-midi))",
    ),
)
