"""Lines that tell who wrote, edited or published an article, and when.

Tells such lines apart; what day they name is the business of `extractor.dates`.
"""

from __future__ import annotations

import re

from extractor.text.dateline import begins_with_date
from extractor.text.phrases import may_begin, phrase_key
from extractor.text.shapes import ends_sentence

_LONGEST = 200
_STAMP_WORDS = """
    first last originally web published updated posted modified created publicado última ultima
    actualizado publié mis veröffentlicht aktualisiert stand yayınlanma güncelleme опубликовано
    обновлено نشر نُشر تاريخ تحديث آخر 发布 更新
"""
_BYLINE_WORDS = """
    by words story written posted published compiled edited por par von haber автор
"""
_NAME_PARTICLES = "al and bin da de del den der di el for in la of the van von y"
_PARTICLES = frozenset(_NAME_PARTICLES.split())
_STAMP_KEYS = frozenset(map(phrase_key, _STAMP_WORDS.split()))
_NAME_KEYS = frozenset(map(phrase_key, _BYLINE_WORDS.split()))
_DESK_KEYS = frozenset({"(a", "(r", "(w", "addi", "repo", "writ"})
BYLINE_KEYS = _STAMP_KEYS | _NAME_KEYS | _DESK_KEYS
"""What bylines begin with (see `phrases.may_begin`)."""

_BYLINE = re.compile(
    r"(?:(?:(?:words|story|written|posted|published|compiled|edited)\s)?by:?|por|par|von|haber:"
    r"|автор:?)\s([^|•·–—\d]{2,80}?)"
    r"(?:\s?[|•·–—]\s?.{0,60}|\s\d.{0,60})?",
    re.I,
)
_DESK = re.compile(
    r"\(?(?:(?:additional\s)?(?:reporting|writing))\sby\s.{2,200}(?:[;)]|editing\sby).{0,120}", re.I
)
_STAMPED = re.compile(
    r"(?:(?:(?:first|last|originally|web)\s)?(?:published|updated|posted|modified|created)"
    r"|publicado|(?:última\s)?actualiza(?:do|ción)|publié|mis\sà\sjour|veröffentlicht|aktualisiert"
    r"|stand|yayınlanma|yayınlandı|güncelleme|опубликовано|обновлено|نشر|نُشر|تاريخ\sالنشر|تحديث"
    r"|آخر\sتحديث|发布时间|发布于|更新时间|更新于)"
    r"(?:\s?(?:on|at|el|le|am|في)\b|\sby\b)?\s?[:：]?\s?(.{1,80})",
    re.I,
)


def is_byline(text: str) -> bool:
    """Whether a line is a byline, a stamp of publication or change, or the desk's credit."""
    if len(text) > _LONGEST:
        return False
    if is_desk(text):
        return True
    may_be_stamp = may_begin(text, _STAMP_KEYS)
    if not may_be_stamp and not may_begin(text, _NAME_KEYS):
        return False
    if ends_sentence(text) and not text.casefold().endswith(("a.m.", "p.m.")):
        return False
    stamp = _STAMPED.fullmatch(text) if may_be_stamp else None
    if stamp and begins_with_date(stamp[1]):
        return True
    byline = _BYLINE.fullmatch(text)
    return byline is not None and _are_names(byline[1])


def is_desk(text: str) -> bool:
    """Whether a line names reporters and editors, as agencies do below an article."""
    return may_begin(text, _DESK_KEYS) and _DESK.fullmatch(text) is not None


def _are_names(text: str) -> bool:
    """Two to eight words in capitals, as names are; "by" before a day is no byline."""
    words = [w for w in text.replace(",", " ").split() if w.casefold() not in _PARTICLES]
    if not 2 <= len(words) <= (5 if text.isupper() else 8) or not text[0].isupper():
        return False
    return all(word[0].isupper() for word in words) and not begins_with_date(text)
