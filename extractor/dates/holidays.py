"""Days of the year that have names: fixed, or computed from the year. Knows no language's names.

Sources: Easter by the anonymous Gregorian algorithm (Nature, 1876); the Islamic months by the
tabular calendar, which sightings of the moon leave by a day or two: those are approximate.
"""

from __future__ import annotations

from datetime import date

from extractor.dates.periods import Period, add_days

FIXED = {
    "new_year": (1, 1),
    "epiphany": (1, 6),
    "valentine": (2, 14),
    "womens_day": (3, 8),
    "may_day": (5, 1),
    "bastille_day": (7, 14),
    "independence_day": (7, 4),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "armistice": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
    "new_years_eve": (12, 31),
}
"""Month and day."""

FROM_EASTER = {
    "ash_wednesday": -46,
    "palm_sunday": -7,
    "good_friday": -2,
    "easter": 0,
    "easter_monday": 1,
    "ascension": 39,
    "pentecost": 49,
}
"""Days after Easter Sunday of the western churches."""

WEEKDAY_OF_MONTH = {
    "king_day": (1, 1, 3),
    "presidents_day": (2, 1, 3),
    "memorial_day": (5, 1, -1),
    "labor_day": (9, 1, 1),
    "columbus_day": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
}
"""Month, weekday (1 is Monday), and which of the month; -1 is the last. In the United States."""

ISLAMIC = {"ramadan": (9, 1, 29), "eid_al_fitr": (10, 1, 1), "eid_al_adha": (12, 10, 1)}
"""Month, first day and length in days in the Islamic year."""

_ISLAMIC_EPOCH = 227_015
"""16 July 622 (Julian), as a number of days like `date.toordinal`: the first day of year 1."""


def holiday(name: str, year: int) -> Period | None:
    """The days of a holiday that begins in the year; None where it is not known or has none."""
    if name in FIXED:
        day = date(year, *FIXED[name])
        return Period(day, day)
    if name in FROM_EASTER:
        day = add_days(easter(year), FROM_EASTER[name])
        return Period(day, day)
    if name in WEEKDAY_OF_MONTH:
        day = _weekday_of_month(year, *WEEKDAY_OF_MONTH[name])
        return Period(day, day)
    if name == "election_day":
        day = add_days(_weekday_of_month(year, 11, 1, 1), 1)
        return Period(day, day)
    if name == "black_friday":
        day = add_days(_weekday_of_month(year, *WEEKDAY_OF_MONTH["thanksgiving"]), 1)
        return Period(day, day)
    return _islamic(year, *ISLAMIC[name]) if name in ISLAMIC else None


def is_approximate(name: str | None) -> bool:
    """Whether the day is computed only within a day or two."""
    return name in ISLAMIC


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian calendar."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        last = add_days(following, -1)
        return add_days(last, -((last.isoweekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _islamic(year: int, month: int, day: int, length: int) -> Period | None:
    near = (year - 622) * 33 // 32
    for islamic_year in range(near - 1, near + 3):
        if islamic_year < 1:
            continue
        days = (
            (islamic_year - 1) * 354
            + (3 + 11 * islamic_year) // 30
            + 29 * (month - 1)
            + month // 2
            + day
            - 1
        )
        last = _ISLAMIC_EPOCH + days + length - 1
        if last > date.max.toordinal():
            return None
        first = date.fromordinal(last - length + 1)
        if first.year == year:
            return Period(first, date.fromordinal(last))
    return None
