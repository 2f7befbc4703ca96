"""The names that a rule's template may use, the same for all languages."""

from __future__ import annotations

from extractor.dates.language import listed

SLOTS: dict[str, tuple[str, ...]] = {
    "day": ("day_number", "day_ordinal"),
    "month": ("month_name", "month_or_word", "month_short"),
    "sure_month": ("month_name",),
    "year": ("year_number", "short_year"),
    "decade": ("decade_number",),
    "weekday": ("weekday_name", "weekday_short"),
    "sure_weekday": ("weekday_name",),
    "season": ("season_name",),
    "ordinal": ("ordinal_word", "day_ordinal"),
    "quarter_code": ("quarter_code",),
    "half_code": ("half_code",),
    "part": ("part_adjective", "part_comparative"),
    "part_adjective": ("part_adjective",),
    "part_noun": ("part_noun",),
    "daypart": ("daypart_word", "hour_name"),
    "hour_name": ("hour_name",),
    "deictic": ("deictic_word",),
    "shift": ("this", "last", "next"),
    "this": ("this",),
    "last": ("last",),
    "next": ("next",),
    "previous": ("previous",),
    "following": ("following",),
    "before": ("before",),
    "after": ("after",),
    "direction": ("part_comparative", "later"),
    "count": ("article", "number_word", "day_number", "number", "year_number"),
    "unit": (
        "week_unit",
        "weekend_unit",
        "month_unit",
        "quarter_unit",
        "year_unit",
        "decade_unit",
        "century_unit",
    ),
    "day_unit": ("day_unit",),
    "any_unit": (
        "clock_unit",
        "day_unit",
        "week_unit",
        "month_unit",
        "year_unit",
        "decade_unit",
        "century_unit",
    ),
    "approx": ("approx",),
    "more": ("more",),
    "iso_date": ("iso_date",),
    "iso_month": ("iso_month",),
    "numeric_date": ("numeric_date",),
    "clock": ("clock",),
}
"""Names that a template may use for a value, and the word classes that can fill them.

A name followed by `2` is the second of its sort. Any other name is a word class without value.
"""

FIELD_OF_SLOT = {
    "count": "amount",
    "sure_month": "month",
    "sure_weekday": "weekday",
    "part_adjective": "part",
    "part_noun": "part",
    "quarter_code": "ordinal",
    "half_code": "ordinal",
    "hour_name": "daypart",
    "this": "shift",
    "last": "shift",
    "next": "shift",
    "previous": "shift",
    "following": "shift",
    "before": "shift",
    "after": "shift",
    "day_unit": "unit",
    "any_unit": "unit",
    "more": "approx",
    "iso_date": "numeric",
    "iso_month": "numeric",
    "numeric_date": "numeric",
}
"""Where the value of a slot goes, if not into the field of its own name."""

CORE = frozenset(
    listed(
        "month_name month_or_word month_short weekday_name weekday_short season_name daypart_word "
        "hour_name deictic_word now clock_unit day_unit week_unit weekend_unit month_unit "
        "quarter_unit half_unit year_unit decade_unit century_unit quarter_code half_code "
        "year_number short_year decade_number iso_date iso_month numeric_date clock"
    )
)
"""Word classes of which every rule needs at least one: far from them, nothing is looked for."""
