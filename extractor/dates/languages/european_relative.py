"""The forms of date words that count from a day, in languages that are written as in Europe.

Holds no word of any language, as the rules of `european` do.
"""

from __future__ import annotations

from extractor.dates.language import Kind, Rule

ONE = (("amount", 1),)
TWO = (("amount", 2),)
DAYPART_BEFORE = "(the? (daypart|clock) of? on? the?)?"
COUNT = "approx? count"
OF_SHIFTED = "of? the? (shift unit | unit shift)"


def ranges(name: str, kind: Kind, start: str, end: str) -> tuple[Rule, ...]:
    """`from START to END`, `between START and END`; plain `START and END` only in quoted words."""
    return (
        Rule(name=name, kind=kind, template=f"((from|of) the?)? {start} (to|dash|until) {end}"),
        Rule(name=name, kind=kind, template=f"between {start} and {end}"),
        Rule(name=name, kind=kind, template=f"{start} and {end}", quoted_only=True),
    )


FROM_PUBLICATION = (
    Rule(
        name="day_word",
        kind="deictic",
        template="(the? daypart of?)? deictic (comma? weekday)? daypart? clock?",
    ),
    Rule(name="this_daypart", kind="this_daypart", template="the? (this|last) daypart"),
    Rule(name="this_daypart", kind="this_daypart", template="the? daypart (this|last)"),
    Rule(
        name="weekday",
        kind="weekday",
        template=f"{DAYPART_BEFORE} the? shift? sure_weekday shift? daypart? clock?",
    ),
    Rule(name="weekday", kind="weekday", template="shift? weekday shift? daypart?", after="on"),
    Rule(name="weekday", kind="weekday", template="shift? weekday day_unit clock?"),
    Rule(name="weekday", kind="weekday", template="shift? weekday daypart clock?"),
    Rule(name="weekday", kind="weekday", template="day_noun weekday shift? daypart?"),
    Rule(
        name="weekday_quoted",
        kind="weekday",
        template="shift? weekday shift? daypart?",
        quoted_only=True,
    ),
    Rule(
        name="weekday_of_week",
        kind="weekday_of_week",
        template="sure_weekday of? the? (shift week_unit | week_unit shift)",
    ),
    *ranges("weekdays", "weekday_range", "the? sure_weekday", "the? sure_weekday2"),
    Rule(
        name="weekdays",
        kind="weekday_range",
        template="the? daypart of? the? sure_weekday (to|until|dash) the? sure_weekday2",
    ),
    Rule(name="unit", kind="unit", template="the? (part_adjective of?)? (shift unit | unit shift)"),
    Rule(name="unit", kind="unit", template=f"part_noun {OF_SHIFTED}"),
    Rule(name="unit", kind="unit", template="part_noun of? the? unit", not_ahead="of"),
    Rule(name="unit", kind="unit", template="shift? unit part_noun"),
    Rule(name="weekend", kind="weekend", template="the weekend_unit"),
    Rule(name="weekend", kind="weekend", template="weekend_unit", after="on"),
    Rule(
        name="ago",
        kind="ago",
        template=f"{COUNT} any_unit ago_after",
        not_after="from_suffix ablative",
    ),
    Rule(name="ago", kind="ago", template=f"ago {COUNT} any_unit", not_ahead="of"),
    Rule(name="ago", kind="ago", template=f"{COUNT} any_unit", after="since"),
    Rule(name="ago", kind="ago", template="unit_ago", implied=ONE),
    Rule(name="ago", kind="ago", template="two_units_ago", implied=TWO),
    Rule(name="ago_vague", kind="ago_vague", template="vague of? any_unit ago_after"),
    Rule(name="ago_vague", kind="ago_vague", template="ago any_unit"),
    Rule(name="ago_vague", kind="ago_vague", template="vague_ago"),
    Rule(name="ago_vague", kind="ago_vague", template="ago vague of? any_unit"),
    Rule(name="from_now", kind="from_now", template=f"from_now {COUNT} any_unit"),
    Rule(name="ahead", kind="ahead", template=f"ahead {COUNT} any_unit"),
    Rule(name="ahead", kind="ahead", template="unit_ahead", implied=ONE),
    Rule(name="ahead", kind="ahead", template="two_units_ahead", implied=TWO),
    Rule(
        name="ahead",
        kind="ahead",
        template=f"{COUNT} any_unit ahead_after",
        not_after="from_suffix ablative",
    ),
    Rule(name="span", kind="span", template="the? (latest|last|next) count any_unit"),
    Rule(name="span", kind="span", template="the? count (latest|last|next) any_unit"),
    Rule(name="span", kind="span", template="count any_unit (latest|last|next)"),
    Rule(name="span", kind="span", template="any_unit count (latest|last|next)"),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="the? day_noun? day of? the? (shift month_unit | month_unit shift)",
    ),
    Rule(
        name="shifted_day",
        kind="shifted_day",
        template="the? day of? month (slash month close?)? (last|next)",
    ),
    Rule(name="shifted_day", kind="shifted_day", template="the? (last|next) day of? month"),
    Rule(name="day_in_month", kind="day_in_month", template="the day", quoted_only=True),
    Rule(name="now", kind="now", template="now", quoted_only=True),
)

FROM_EARLIER_EVENT = (
    Rule(name="offset", kind="offset", template=f"{COUNT} any_unit direction", not_ahead="of the"),
    Rule(name="offset", kind="offset", template=f"direction {COUNT} any_unit"),
    Rule(name="beside_known", kind="beside_known", template="the? beside daypart?"),
    Rule(
        name="beside_known",
        kind="beside_known",
        template="the? (following|previous) (any_unit|daypart)",
    ),
    Rule(
        name="beside_known",
        kind="beside_known",
        template="the? (any_unit|daypart) (following|previous)",
    ),
    Rule(
        name="weekday_beside_known",
        kind="weekday_beside_known",
        template="the? (following|previous) sure_weekday",
    ),
    Rule(
        name="weekday_beside_known",
        kind="weekday_beside_known",
        template="the? sure_weekday (following|previous)",
    ),
    Rule(name="same", kind="same", template="(the|that)? same (any_unit|daypart)"),
    Rule(name="same", kind="same", template="that (any_unit|daypart)"),
    Rule(name="same", kind="same", template="(any_unit|daypart) (same|that)"),
    Rule(name="same", kind="same", template="same_word daypart?"),
    Rule(name="time_only", kind="time_only", template="hour_name"),
    Rule(name="time_quoted", kind="time_only", template="the? daypart", quoted_only=True),
    Rule(name="time_quoted", kind="time_only", template="clock", quoted_only=True),
    Rule(name="clock", kind="time_only", template="clock", thorough=True),
)

REPEATED = (
    Rule(name="every_weekday", kind="set_weekday", template="every the? weekday daypart?"),
    Rule(name="every_unit", kind="set", template="every the? any_unit"),
)
"""They tell no day, and are read so that nothing reads `Monday` in `every Monday`."""
