"""Number words of the languages whose figures are checked, as they stand in running text.

Tables only: small numbers, tens, scales, and words for so many that no figure is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractor.grounding import fold


@dataclass(frozen=True, slots=True)
class NumberWords:
    """One language. `values`: below 100, and hundreds of one word. `scales`: what multiplies.

    `vague`: least and greatest number that a word such as "dozens" can be taken for. `joiners`:
    words inside a number. `none`: words that tell 0; without any, 0 is not checked.
    """

    values: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    joiners: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()


def _table(start: int, step: int, words: str) -> dict[str, int]:
    """Numbers from `start` on, `step` apart; forms of one number are joined by a slash."""
    groups = words.split()
    return {
        fold(form): start + step * index
        for index, group in enumerate(groups)
        for form in group.split("/")
    }


def _vague(**words: str) -> dict[str, tuple[int, int]]:
    """Words by how many they tell."""
    reach = {
        "several": (2, 19),
        "tens": (10, 199),
        "dozens": (12, 199),
        "hundreds": (100, 9_999),
        "thousands": (1_000, 999_999),
    }
    return {fold(word): reach[name] for name, told in words.items() for word in told.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


_ENGLISH = NumberWords(
    values={
        **_table(
            0,
            1,
            "zero one two/both/couple/pair/twin three four five six seven eight nine ten "
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        ),
        **_table(20, 10, "twenty/score thirty forty/fourty fifty sixty seventy eighty ninety"),
    },
    scales={"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "m": 1_000_000},
    vague=_vague(
        several="several few some multiple handful various many",
        tens="scores",
        dozens="dozens",
        hundreds="hundreds",
        thousands="thousands",
    ),
    joiners=frozenset({"and"}),
    none=_words("no none nobody nothing without neither nor never not unhurt unharmed uninjured"),
)
_SPANISH = NumberWords(
    values={
        **_table(
            0,
            1,
            "cero un/uno/una dos/ambos/ambas/par tres cuatro cinco seis siete ocho nueve "
            "diez/decena once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
            "veinte/veintena veintiuno/veintiún/veintiuna veintidós veintitrés veinticuatro "
            "veinticinco veintiséis veintisiete veintiocho veintinueve",
        ),
        **_table(30, 10, "treinta/treintena cuarenta cincuenta sesenta setenta ochenta noventa"),
        **_table(
            100,
            100,
            "cien/ciento/centenar doscientos/doscientas trescientos/trescientas "
            "cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas "
            "setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
        ),
    },
    scales={"docena": 12, "mil": 1_000, "millon": 1_000_000, "millones": 1_000_000},
    vague=_vague(
        several="varios varias algunos algunas unos unas pocos pocas numerosos numerosas muchos",
        tens="decenas",
        dozens="docenas",
        hundreds="cientos centenares",
        thousands="miles millares",
    ),
    joiners=frozenset({"y"}),
    none=_words("no ningún ninguno ninguna nadie sin ni tampoco nunca ileso ilesos ilesas"),
)
_FRENCH = NumberWords(
    values={
        **_table(
            0,
            1,
            "zéro un/une deux/couple/paire trois quatre cinq six sept huit/huitaine neuf "
            "dix/dizaine onze douze treize quatorze quinze/quinzaine seize",
        ),
        **_table(
            20,
            10,
            "vingt/vingtaine trente/trentaine quarante/quarantaine cinquante/cinquantaine "
            "soixante/soixantaine septante quatrevingt/huitante nonante",
        ),
        "centaine": 100,
    },
    scales={
        **dict.fromkeys(("cent", "cents"), 100),
        **dict.fromkeys(("mille", "millier"), 1_000),
        **dict.fromkeys(("million", "millions"), 1_000_000),
        "douzaine": 12,
    },
    vague=_vague(
        several="plusieurs quelques certains nombreux nombreuses",
        tens="dizaines",
        dozens="douzaines",
        hundreds="centaines",
        thousands="milliers",
    ),
    joiners=frozenset({"et"}),
    none=_words("aucun aucune personne sans ne n ni pas jamais indemne indemnes"),
)
_GERMAN_UNITS = _table(
    0,
    1,
    "null ein/eins/eine/einen/einem/einer zwei/beide/beiden/zweien/paar/zwo drei vier fünf sechs "
    "sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn "
    "neunzehn",
)
_GERMAN_TENS = _table(20, 10, "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_GERMAN = NumberWords(
    values={
        **_GERMAN_UNITS,
        **_GERMAN_TENS,
        **{
            f"{unit}und{ten}": one + many
            for unit, one in _GERMAN_UNITS.items()
            for ten, many in _GERMAN_TENS.items()
            if 0 < one < 10
        },
    },
    scales={
        **dict.fromkeys(("million", "millionen"), 1_000_000),
        "dutzend": 12,
        "hundert": 100,
        "tausend": 1_000,
    },
    vague=_vague(
        several="mehrere mehreren mehrerer einige einigen wenige wenigen paar viele vielen etliche",
        dozens="dutzende dutzenden",
        hundreds="hunderte hunderten",
        thousands="tausende tausenden",
    ),
    joiners=frozenset({"und"}),
    none=_words("kein keine keinen keiner keinem niemand niemanden ohne nicht weder noch nie"),
)
_TURKISH = NumberWords(
    values={
        **_table(0, 1, "sıfır bir iki/çift üç dört/dördü beş altı yedi sekiz dokuz"),
        **_table(10, 10, "on yirmi otuz kırk elli altmış yetmiş seksen doksan"),
    },
    scales={"duzine": 12, "yuz": 100, "bin": 1_000, "milyon": 1_000_000},
    vague=_vague(
        several="birkaç bazı birçok çok kimi",
        tens="onlarca",
        hundreds="yüzlerce",
        thousands="binlerce",
    ),
)
_RUSSIAN = NumberWords(
    values={
        **_table(
            0,
            1,
            "ноль/нуль один/одна/одного/одной/одну/одним/одном/одно "
            "два/две/двух/двое/двоих/двумя/двум/пара/пары/пару/оба/обе/обоих "
            "три/трёх/трое/троих/тремя/трём четыре/четырёх/четверо/четверых/четырьмя/четырём "
            "пять/пяти/пятеро/пятерых/пятью шесть/шести/шестеро/шестерых/шестью "
            "семь/семи/семеро/семерых/семью восемь/восьми/восьмеро/восьмью девять/девяти/девятью "
            "десять/десяти/десяток/десятка/десятью одиннадцать/одиннадцати "
            "двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати "
            "пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати "
            "восемнадцать/восемнадцати девятнадцать/девятнадцати",
        ),
        **_table(
            20,
            10,
            "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти "
            "шестьдесят/шестидесяти семьдесят/семидесяти восемьдесят/восьмидесяти "
            "девяносто/девяноста",
        ),
        **_table(
            100,
            100,
            "сто/ста/сотня/сотни двести/двухсот триста/трёхсот четыреста/четырёхсот "
            "пятьсот/пятисот шестьсот/шестисот семьсот/семисот восемьсот/восьмисот "
            "девятьсот/девятисот",
        ),
    },
    scales=_table(1_000, 999_000, "тысяча/тысячи/тысяч/тыс миллион/миллиона/миллионов/млн"),
    vague=_vague(
        several="несколько нескольких некоторые многие много",
        tens="десятки десятков десятками",
        hundreds="сотни сотен сотнями",
        thousands="тысячи тысяч тысячами",
    ),
    none=_words("не нет ни никто никого никому без обошлось"),
)

NUMBER_WORDS: Mapping[str, NumberWords] = {
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "de": _GERMAN,
    "tr": _TURKISH,
    "ru": _RUSSIAN,
}
"""By ISO 639-1 code. A language that is not here has its figures not checked."""
