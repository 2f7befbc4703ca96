"""The language of a text, told by its script and, in Latin letters, by its commonest words.

Tells only the languages that this project reads; never more than a guess for a line or two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

DEFAULT = "en"
_LOOKED_AT = 1_500
"""Characters at the start of a text that tell its language: some two paragraphs of news."""

_FEWEST = 2
"""A single function word may be a name or a loan: `Die Hard`, `El Paso`."""

_SCRIPTS = (
    ("zh", re.compile("[\u3400-\u9fff]"), re.compile("[\u3040-\u30ff]")),
    ("ar", re.compile("[\u0620-\u064a]"), re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc]")),
    ("ru", re.compile("[\u0400-\u04ff]"), re.compile("[\u0404\u0406\u0407\u0454\u0456\u0457]")),
)
"""Code, a letter of its script, and a letter that only other languages of the script have."""

_OTHER_SCRIPT = re.compile("[\u0400-\u06ff\u3040-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_HOUR_IN_ENGLISH = re.compile(r"\b[ap]\.m\b\.?(?: [A-Z]{2,4}\b)?")
"""`10:15 a.m. ET`: letters that are words of other languages."""

_FUNCTION_WORDS: Mapping[str, str] = {
    "en": (
        "the and of to in that was were is are with from for on by has have at a an as it its he "
        "she they said after since until be been will this not or who which but his her their"
    ),
    "es": (
        "el la los las de del en y a que un una con por para se su sus no al lo más fue este esta "
        "como desde hasta según pero ha han tras"
    ),
    "fr": (
        "l d n s c qu le la les de du des et en à un une dans est sont avec pour sur qui que par "
        "au aux ont été il elle ils se sa son ses ne pas plus ce cette selon y a"
    ),
    "de": (
        "der die das und ist nicht den dem des ein eine einer mit von auf für im in zu am an "
        "wurde nach bei bis sich als auch es er sie sind hat war wird zum zur vom vor um"
    ),
    "tr": (
        "ve bir bu için ile da de olarak olan çok daha sonra kadar göre en ancak gibi yeni her "
        "ise geçen üç iki"
    ),
}
_CALENDAR_WORDS: Mapping[str, str] = {
    "en": (
        "january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday yesterday today days years ago"
    ),
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
        "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana anoche hace día "
        "días año años semana semanas mes meses"
    ),
    "fr": (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "lundi mardi mercredi jeudi vendredi samedi dimanche hier demain jour jours mois semaine "
        "semaines début fin depuis ans lendemain"
    ),
    "de": (
        "januar februar märz april mai juni juli oktober dezember montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag gestern heute vorgestern uhr tag tagen jahr jahren "
        "woche wochen anfang ende seit"
    ),
    "tr": (
        "ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı "
        "çarşamba perşembe cuma cumartesi pazar dün bugün yarın saat gün günü önce hafta ay "
        "ayında yıl yılında"
    ),
}
"""Words of dates: each tells as much as two function words, so that date words alone are told."""

_OTHER_LATIN = (
    "o a os as de do da dos das em e que um uma para com não no na por mais foi ao pela são se seu "
    "sua também como mas ele ela segundo janeiro março maio outubro",
    "il lo la i gli le di del della dei delle che e un una per con non in da dal alla nel è ha "
    "sono si su anche come più al ed nella gennaio marzo maggio ottobre",
    "de het een van en in dat niet op zijn voor met aan is bij ook te naar werd wordt die er maar "
    "om als uit door maart mei oktober",
)
"""Portuguese, Italian, Dutch: no tables here, and many words like those of the others."""


def _other(index: int) -> str:
    return f"other {index}"


def _codes_of_words() -> Mapping[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    others = {_other(index): words for index, words in enumerate(_OTHER_LATIN)}
    for weight, table in ((1, _FUNCTION_WORDS), (2, _CALENDAR_WORDS), (1, others)):
        for code, words in table.items():
            for word in set(words.split()):
                codes[word] = (*codes.get(word, ()), *[code] * weight)
    return codes


_CODES_OF_WORD = _codes_of_words()
"""Function word -> the languages that have it."""


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language that a text is written in, as far as it is known here.

    By its script, and in Latin letters by its function words and words of dates. What is not told,
    and every language that is not known here, is `en`. Raises nothing.
    """
    text = text[:_LOOKED_AT]
    if not text.isascii() and _OTHER_SCRIPT.search(text):
        letters = sum(map(str.isalpha, text))
        for code, script, foreign in _SCRIPTS:
            count = len(script.findall(text))
            if 2 * count > letters:
                return DEFAULT if len(foreign.findall(text)) * 20 > count else code
    words = _WORD.findall(_HOUR_IN_ENGLISH.sub(" ", text).lower())
    counts = Counter(code for word in words for code in _CODES_OF_WORD.get(word, ()))
    best = max(_FUNCTION_WORDS, key=lambda code: counts[code])
    others = max(counts[_other(index)] for index in range(len(_OTHER_LATIN)))
    enough = counts[best] >= _FEWEST and counts[best] >= others
    return best if enough else DEFAULT
