"""Lines that only tell when and where a text was written, and datelines before a first sentence.

Finds them; what day they mean is the business of `extractor.dates`.
"""

from __future__ import annotations

import re

_LONGEST_DATE_LINE = 80
_LONGEST_DATELINE = 120

_MONTHS_AND_DAYS = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    lunes martes miércoles jueves viernes sábado domingo
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    januar februar märz juni juli oktober dezember
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    pazartesi salı çarşamba perşembe cuma cumartesi pazar
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
    segunda terça quarta quinta sexta feira
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    понедельник вторник среда четверг пятница суббота воскресенье
    يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
    إبريل مايس أغسطس تموز غشت شتنبر نونبر دجنبر
    كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين
    الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
"""
_FILLERS = """
    at on of the de del du le den der um uhr a p m am pm h hrs gmt utc bst est edt cet cest pst
    pdt ist pkt hkt msk ist г года الأول الثاني
"""
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th|h\d\d|º|er)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NUMERIC_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
_EAST_ASIAN_DATE = re.compile(
    r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?(?:\s?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?"
)
_WORD = re.compile(r"[^\W_]+")

_DASH = re.compile(r"\s?(?:--+|[–—])(?:\s|\Z)|\s-\s")
_DASHES = ("--", "–", "—", " -", "\u00a0-", "\n-", "\t-")
_PREFIX = re.compile(
    r"""
    (?P<place>[^\W\d_][\w.'’-]*(?:[\s/]+[^\W\d_][\w.'’-]*){0,4}
        (?:,\s[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2}){0,2}?)
    (?:\s\([^()\d]{3,40}\))??                                 # the country
    (?P<date>,\s(?:NO\sDATE
        | (?:[^\W\d_]{3,9}\.?,?\s)?(?:\d{1,2}\s[^\W\d_]{3,9}|[^\W\d_]{3,9}\.?\s\d{1,2})\.?
          (?:,?\s(?:\d{4}|\d{2}))?))?
    (?:\s?[(\[](?P<agency>[^()\[\]\d]{2,60})[)\]])?
    """,
    re.X | re.I,
)
_COLON = re.compile(r"[^\W\d_]{4,20}(?:\s[^\W\d_]{2,20}){0,2}:\s")
_STAMP_OPENING = re.compile(
    r"""(?:(?:
        (?:this\s(?:(?:web)?site|story|content|entry|post|document|file|version|copy)
            |(?:(?:this|the)\s)?(?:(?:web\s?)?page|article))?
        (?:\s?(?:was|is|has\sbeen)\s)? \s?(?:last|most\srecently)?\s?
        (?:updated?|modified|edited|revised|reviewed|accessed|retrieved|archived|downloaded
            |printed|cached|crawled|viewed|generated)
        (?:\s(?:from|via|through|by|at)\s(?:(?:[^\s\d]+\s){0,3}\S+(?=\s(?:on|at)\s)|[^\s\d]+))?
        | last\s(?:changed|visited|checked|seen|saved)
        | date\s(?:accessed|retrieved|printed|downloaded|viewed) | access\sdate
        | (?:current|local|server)\s(?:date|time) | today(?:['’]s\sdate|\sis) | time\snow
        | (?:view(?:ed)?\s|data\s|page\s)?as\sof
    )(?:\s?:)? (?:\s(?:on|at|as\sof)\b)? (?:\s|$) | (?:copyright|©|\(c\))\s)""",
    re.X | re.I,
)
_AGENCIES = """
    afp ap app ani ansa apa bbc bernama bloomberg cnn cp dpa efe ians interfax irna kuna kyodo
    lusa maan pa petra pti qna reuters ria rfe/rl sana spa tass tt unb upi voa wafa wam
    wikinews xinhua yonhap
"""
_NO_PLACE = "after at before between by from in it on since the this until"
_PARTICLES = "al and d'ivoire da de del di do dos el la las le los of the upon y"

_NAMES, _FILLER_WORDS, _AGENCY_NAMES, _NO_PLACES, _PARTICLE_WORDS = (
    frozenset(words.split())
    for words in (_MONTHS_AND_DAYS, _FILLERS, _AGENCIES, _NO_PLACE, _PARTICLES)
)


def is_date_line(text: str) -> bool:
    """Whether a line tells a date, or the day of a week or a year, and nothing else."""
    if len(text) > _LONGEST_DATE_LINE or not _begins_as_date(text):
        return False
    if _YEAR.fullmatch(text):
        return True
    rest, dates = _NUMERIC_DATE.subn(" ", text)
    rest, east_asian_dates = _EAST_ASIAN_DATE.subn(" ", rest)
    words = _WORD.findall(rest.casefold())
    names = sum(word in _NAMES for word in words)
    known = all(
        word in _NAMES or word in _FILLER_WORDS or _NUMBER.fullmatch(word) for word in words
    )
    return known and dates + east_asian_dates + names > 0 and not _is_plain_word(words)


def _begins_as_date(text: str) -> bool:
    """Spares nearly all lines the rest."""
    first = _WORD.search(text)
    if first is None:
        return False
    word = first[0].casefold()
    return word[0].isdecimal() or word in _NAMES or word in _FILLER_WORDS


def _is_plain_word(words: list[str]) -> bool:
    """Such as May, March and Sat: alone they are no date."""
    return len(words) == 1 and not words[0].endswith("day")


def begins_with_date(text: str) -> bool:
    """Whether the first word is a number, a month, or a day of the week."""
    first = _WORD.search(text.casefold())
    return first is not None and (first[0][0].isdecimal() or first[0] in _NAMES)


def is_page_stamp(text: str) -> bool:
    """Whether a line only tells when the page was seen, stored or changed: `Accessed 3 May 2024`.

    Such a day is never before publication. After `Copyright` a name may follow the date.
    """
    opening = opens_page_stamp(text)
    if not opening or len(text) > _LONGEST_DATELINE:
        return False
    rest = text[opening:].strip(" .")
    owned = opening == len("copyright ") and begins_with_date(rest)
    return is_date_line(rest) or (owned and not text.endswith("."))


def opens_page_stamp(text: str) -> int:
    """Code points of the words that a page stamp begins with; 0 where a line has none."""
    match = _STAMP_OPENING.match(text)
    return match.end() if match else 0


def is_dateline(text: str) -> bool:
    """Whether a whole line is a dateline: a place, a date and an agency in brackets."""
    if len(text) > _LONGEST_DATELINE:
        return False
    prefix = _PREFIX.fullmatch(text)
    return prefix is not None and bool(prefix["date"] and prefix["agency"])


def dateline_length(text: str, *, first: bool = False) -> int:
    """Code points of the dateline that a paragraph begins with, its dash included; 0 without.

    `first`: the paragraph is the article's first, where a place in capitals and a colon do too.
    """
    head = text[:_LONGEST_DATELINE]
    if any(mark in head for mark in _DASHES):
        dash = _DASH.search(head)
        if dash and _is_prefix(
            head[: dash.start()], head[dash.end() :].lstrip(), _is_shouting(text)
        ):
            return dash.end()
    colon = _COLON.match(head) if first else None
    return colon.end() if colon and colon[0].isupper() and not _is_shouting(text) else 0


def _is_shouting(text: str) -> bool:
    return text[: 4 * _LONGEST_DATELINE].isupper()


def _is_prefix(text: str, following: str, shouting: bool) -> bool:
    """A place with a date or an agency, or in capitals, before the beginning of a sentence."""
    prefix = _PREFIX.fullmatch(text)
    if not prefix or (following and following[0].islower()):
        return False
    words = prefix["place"].replace("/", " ").split()
    if words[0].casefold() in _NO_PLACES:
        return False
    if any(word[0].islower() and word.casefold() not in _PARTICLE_WORDS for word in words):
        return False
    if prefix["date"] or (prefix["agency"] or "").casefold() in _AGENCY_NAMES:
        return True
    return not shouting and prefix["place"].isupper() and len(prefix["place"]) >= 4
