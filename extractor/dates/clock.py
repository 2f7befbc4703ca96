"""The hour and the zone in date words: `at 9:30 p.m. GMT`. Never more than the words say."""

from __future__ import annotations

import re
from typing import NamedTuple

_TWELVE = re.compile(r"\b(1[0-2]|0?[1-9])(?:[:.]([0-5][0-9]))? ?([ap])\.?m\b", re.IGNORECASE)
_TWENTY_FOUR = re.compile(r"\b([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9])?(?![0-9])")
_ISO_HOUR = re.compile(r"[0-9]T([01][0-9]|2[0-3]):([0-5][0-9])")
_ZONE = re.compile(
    r"\b(GMT|UTC|CET|CEST|EET|EEST|MSK|BST|[ECMP][SD]?T|local time)\b"
    r"|(?<=[0-9])(Z|[+-][0-9]{2}:[0-9]{2})\b"
)


class Clock(NamedTuple):
    """`HH:MM` and the zone as written."""

    time: str | None = None
    zone: str | None = None


def read_clock(text: str) -> Clock:
    """The first hour in the text; a zone counts only with an hour."""
    text = text[:200]
    time = _time(text)
    zone = _ZONE.search(text) if time else None
    return Clock(time, zone[0] if zone else None)


def _time(text: str) -> str | None:
    if match := _TWELVE.search(text):
        hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
        return f"{hour:02d}:{match[2] or '00'}"
    match = _ISO_HOUR.search(text) or _TWENTY_FOUR.search(text)
    return f"{int(match[1]):02d}:{match[2]}" if match else None
