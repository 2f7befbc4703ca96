"""Words, numbers and marks that all languages write alike, and how a text is cut into them."""

from __future__ import annotations

import re

from extractor.dates.language import Value

WORDS_AND_MARKS = r"""
    \b (?:{abbreviations}) \.
    | \b [AaPp]\.\ ?[Mm]\b \.?
    | \b [Oo]['’][Cc]lock \b
    | [0-9]{{4}}[-‐‑–][0-9]{{2}}[-‐‑–][0-9]{{2}} (?:T[0-9:.+Z-]{{4,24}})? (?![\w-])
    | [0-9]{{4}}-W[0-9]{{2}} (?:-[1-7])? (?![\w-])
    | [0-9]{{4}}[-–][0-9]{{2}} (?![\w-])
    | [0-9]{{1,2}} (?=,(?:19|20)[0-9]{{2}}(?![\w,.]|\.[0-9]))
    | [0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}} (?![\w-])
    | [0-9]+ (?:[.,:/][0-9]+)+ \w*
    | ['’][0-9]0s \b
    | ['’][0-9]{{2}} \b
    | \w+
    | \n [^\S\n]* \n
    | [^\w\s]+
"""
"""A pattern (verbose, with `abbreviations` to be filled in) whose matches are the tokens."""

COMPOSITES = (
    ("iso_date", re.compile(r"[0-9]{4}([-‐‑–])[0-9]{2}\1[0-9]{2}(?:T.*)?")),
    ("iso_week", re.compile(r"[0-9]{4}-W[0-9]{2}(?:-[1-7])?")),
    ("iso_month", re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")),
    ("years_in_short", re.compile(r"(?:1[5-9]|20)[0-9]{2}[-–/][0-9]{2}")),
    ("far_year", re.compile(r"[0-9]{5,6}")),
    ("numeric_date", re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}")),
    ("year_first_date", re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}")),
    ("short_numeric_date", re.compile(r"[0-9]{1,2}([/.])[0-9]{1,2}\1[0-9]{2}")),
    ("half_clock", re.compile(r"(?:0?[1-9]|1[0-2])(?:[:.][0-5][0-9])?[AaPp][Mm]")),
    ("clock", re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?")),
    ("dotted_clock", re.compile(r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]")),
    ("flight_clock", re.compile(r"(?:0[0-9]|2[2-3])[0-5][0-9]")),
)
"""Word classes of tokens that are told by their shape. `flight_clock`: hours that are no year."""

FIRST_SHORT_YEAR = 50
"""'50 to '99 are taken as 19xx, '00 to '49 as 20xx."""


def composite(word: str) -> str | None:
    """The word class of a token that is told by its shape, or None."""
    if len(word) < 3 or not word[0].isdigit():
        return None
    return next((name for name, pattern in COMPOSITES if pattern.fullmatch(word)), None)


def number_words() -> dict[str, dict[str, Value]]:
    """Numbers and marks: word class -> token -> value.

    A year of two digits counts only with an apostrophe.
    """
    short = {f"{n:02d}": (1900 if n >= FIRST_SHORT_YEAR else 2000) + n for n in range(100)}
    short_decades = {two[0] + "0s": year for two, year in short.items() if two[1] == "0"}
    return {
        "day_number": {**{str(n): n for n in range(1, 32)}, **{f"0{n}": n for n in range(1, 10)}},
        "number": {str(n): n for n in (0, *range(32, 1000))},
        "early_year": {str(n): n for n in (*range(1000, 1900), *range(2100, 2200))},
        "year_number": {str(n): n for n in range(1900, 2100)},
        "short_year": {mark + two: year for two, year in short.items() for mark in "'’"},
        "decade_number": {
            **{f"{n}s": n for n in range(1700, 2100, 10)},
            **{mark + two: year for two, year in short_decades.items() for mark in "'’"},
        },
        "comma": {",": 0, ".,": 0},
        "dash": {"-": 0, "–": 0},
    }
