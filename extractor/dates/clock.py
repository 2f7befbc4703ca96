"""The hour and the zone in date words: `at 9:30 p.m. GMT`. Never more than the words say."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.dates.languages import load_language

_TWELVE = re.compile(r"\b(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))? ?([ap])\.?m\b", re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"\b([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?(?![0-9])")
_FOUR_FIGURES = re.compile(
    r"\b([01][0-9]|2[0-3])([0-5][0-9]) ?(?=GMT|UTC|hours|local|[ECMP][SD]T)", re.IGNORECASE
)
_OCLOCK = re.compile(r"\b(1[0-2]|[1-9]) ?o['’]clock", re.IGNORECASE)
_ISO_HOUR = re.compile(r"[0-9]T([01][0-9]|2[0-3]):([0-5][0-9])")
_ZONE = re.compile(
    r"\b(GMT|UTC|CET|CEST|EET|EEST|MSK|BST|IST|JST|[ECMP][SD]?T|local time)\b"
    r"|(?<=[0-9])(Z|[+-][0-9]{2}:[0-9]{2})\b"
)


class Clock(NamedTuple):
    """`HH:MM` and the zone as written."""

    time: str | None = None
    zone: str | None = None


def read_clock(text: str, *, code: str = "en") -> Clock:
    """The first hour in the text; a zone counts only with an hour.

    `code`: the language whose forms of an hour are tried first (see `Language.clocks`).
    """
    text = text[:200]
    time = _time_of_language(text, code) or _time(text)
    zone = _ZONE.search(text) if time else None
    return Clock(time, zone[0] if zone else None)


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(clock, re.IGNORECASE) for clock in load_language(code).clocks)


def _time_of_language(text: str, code: str) -> str | None:
    forms = _forms(code)
    if not forms:
        return None
    text = text.translate(load_language(code).fold)
    for form in forms:
        if match := form.search(text):
            found = match.groupdict()
            hour, minute = int(found["hour"]), int(found.get("minute") or 0)
            if found.get("late") is not None and hour < 12:
                hour += 12
            if found.get("early") is not None and hour == 12:
                hour = 0
            if hour < 24 and minute < 60:
                return f"{hour:02d}:{minute:02d}"
    return None


def _time(text: str) -> str | None:
    if match := _TWELVE.search(text):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        return f"{hour:02d}:{match[2] or '00'}"
    if match := _OCLOCK.search(text):
        return f"{int(match[1]):02d}:00"
    match = _ISO_HOUR.search(text) or _TWENTY_FOUR.search(text) or _FOUR_FIGURES.search(text)
    return f"{int(match[1]):02d}:{match[2]}" if match else None
