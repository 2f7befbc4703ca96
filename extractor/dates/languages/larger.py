"""Forms of date words that name a day through another: for languages written as in Europe.

Holds no word of any language, as the rules of `european` do.
"""

from __future__ import annotations

from extractor.dates.language import Rule

_DAY_MONTH = "the? day of? month ((comma|of)? year)?"
_MONTH_DAY = "month the? day (comma? year)?"
_YEAR = "((comma|of)? of? the? year)?"
_HOLIDAY = f"holiday {_YEAR}"
_OWN_COUNT = "approx? count dash?"

LARGER = (
    Rule(
        name="weekday_of_month",
        kind="weekday_of_month",
        template=f"the? (ordinal|last) sure_weekday (of|in)? the? month {_YEAR}",
    ),
    Rule(
        name="unit_of_month",
        kind="unit_of_month",
        template=f"the? (ordinal|last) (week_unit|weekend|day_unit) (of|in) the? month {_YEAR}",
    ),
    *(
        Rule(
            name="week_of_day",
            kind="week_of_day",
            template=f"the? (week_unit|weekend) of the? {day}",
        )
        for day in (_DAY_MONTH, _MONTH_DAY)
    ),
    *(
        Rule(
            name="days_beside_date",
            kind="beside_date",
            template=f"{_OWN_COUNT} any_unit (before|after|direction|ahead) of? {day}",
        )
        for day in (_DAY_MONTH, _MONTH_DAY, _HOLIDAY)
    ),
    *(
        Rule(
            name="days_beside_date",
            kind="beside_date",
            template=f"the (day_unit|week_unit) (before|after) {day}",
        )
        for day in (_DAY_MONTH, _MONTH_DAY, _HOLIDAY)
    ),
    *(
        Rule(
            name="eve_of_date",
            kind="beside_date",
            template=f"the? eve of? {day}",
            implied=(("unit", "day"),),
        )
        for day in (_DAY_MONTH, _MONTH_DAY)
    ),
    Rule(
        name="days_listed",
        kind="day_range",
        template=f"the? day and the? day2 of? month {_YEAR}",
    ),
    Rule(
        name="months_listed",
        kind="month_range",
        template="month and month2 comma? of? the? year2",
    ),
    Rule(
        name="before_christ",
        kind="impossible",
        template="((the? day of?)? month comma?)? count before_christ",
    ),
    Rule(
        name="far_year",
        kind="impossible",
        template="(the? day of? month | month the? day) comma? far_year",
        noun="refused",
    ),
    Rule(name="years_in_short", kind="numeric", template="years_in_short"),
)
"""What lies beside or in a day that is told, and two days or months of one year."""
