from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates import DatedExpression, annotate
from extractor.edtf import parse
from extractor.schema import PublicationDate
from tests.unit.dates.test_dates_robust import HOSTILE, PHRASES, publications

FRIDAY = PublicationDate(
    edtf="2024-12-06", earliest=date(2024, 12, 6), latest=date(2024, 12, 6), trusted=True
)
NOTHING = PublicationDate()


def one(text: str, published: PublicationDate = FRIDAY) -> DatedExpression:
    (expression,) = annotate(text, published, language="en")
    return expression


def values(text: str, published: PublicationDate = FRIDAY) -> list[tuple[str, str]]:
    return [(e.text, e.value) for e in annotate(text, published, language="en")]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It fell on 27 November.", "27 November", "DATE", "2024-11-27"),
        ("in November '23", "November '23", "DATE", "2023-11"),
        ("It was lost in 1990.", "1990", "DATE", "1990"),
        ("after its 1990 invasion", "1990", "DATE", "1990"),
        ("in the early 1980s", "the early 1980s", "DATE", "198"),
        ("in the '60s", "the '60s", "DATE", "196"),
        ("in the seventies", "the seventies", "DATE", "197"),
        ("in the 20th century", "the 20th century", "DATE", "19"),
        ("in nineteen seventy-nine", "nineteen seventy-nine", "DATE", "1979"),
        ("in the third quarter of 2023", "the third quarter of 2023", "DATE", "2023-Q3"),
        ("its third-quarter profit", "third-quarter", "DATE", "2024-Q3"),
        ("the last half of 2022", "the last half of 2022", "DATE", "2022-H2"),
        ("in the summer of 2023", "the summer of 2023", "DATE", "2023-SU"),
        ("in the winter of 2023", "the winter of 2023", "DATE", "2023-WI"),
        ("They won last week.", "last week", "DATE", "2024-W48"),
        ("They won over the weekend.", "the weekend", "DATE", "2024-W48-WE"),
        ("in 2024-W48", "2024-W48", "DATE", "2024-W48"),
        ("They met on Tuesday.", "Tuesday", "DATE", "2024-12-03"),
        ("They will meet on Tuesday.", "Tuesday", "DATE", "2024-12-10"),
        ("last 23 October", "last 23 October", "DATE", "2024-10-23"),
        ("this coming Sunday", "this coming Sunday", "DATE", "2024-12-08"),
        ("It froze this morning.", "this morning", "TIME", "2024-12-06TMO"),
        ("It froze last night.", "last night", "TIME", "2024-12-05TNI"),
        ("It froze on Tuesday evening.", "Tuesday evening", "TIME", "2024-12-03TEV"),
        ("by mid-afternoon", "mid-afternoon", "TIME", "2024-12-06TAF"),
        ("at 10 p.m. Wednesday", "10 p.m. Wednesday", "TIME", "2024-12-04T22:00"),
        ("at 5 p.m. EST Nov. 9, it", "5 p.m. EST Nov. 9", "TIME", "2024-11-09T17:00"),
        ("at 1330 GMT", "1330 GMT", "TIME", "2024-12-06T13:30Z"),
        ("at 0600 GMT", "0600 GMT", "TIME", "2024-12-06T06:00Z"),
        ("at 9 o'clock", "9 o'clock", "TIME", "2024-12-06T09:00"),
        ("at midday", "midday", "TIME", "2024-12-06T12:00"),
        ("for three days", "three days", "DURATION", "P3D"),
        ("for twenty-four hours", "twenty-four hours", "DURATION", "PT24H"),
        ("for two hundred years", "two hundred years", "DURATION", "P200Y"),
        ("for two and a half years", "two and a half years", "DURATION", "P2.5Y"),
        ("for half a year", "half a year", "DURATION", "P6M"),
        ("for half an hour", "half an hour", "DURATION", "PT30M"),
        ("for two decades", "two decades", "DURATION", "P20Y"),
        ("for a fortnight", "a fortnight", "DURATION", "P2W"),
        ("a four-month siege", "four-month", "DURATION", "P4M"),
        ("an 8-month-old truce", "8-month-old", "DURATION", "P8M"),
        ("the day-long sitting", "day-long", "DURATION", "P1D"),
        ("for several years", "several years", "DURATION", "PXY"),
        ("for centuries", "centuries", "DURATION", "PXC"),
        ("in recent months", "recent months", "DURATION", "PXM"),
        ("over the past two months", "the past two months", "DURATION", "P2M"),
        ("every Friday", "every Friday", "SET", "XXXX-WXX-5"),
        ("open on Sundays", "Sundays", "SET", "XXXX-WXX-7"),
        ("every two weeks", "every two weeks", "SET", "P2W"),
        ("every other day", "every other day", "SET", "P2D"),
        ("each July", "each July", "SET", "XXXX-07"),
        ("every summer", "every summer", "SET", "XXXX-SU"),
        ("a daily count", "daily", "SET", "P1D"),
        ("It was recently sold.", "recently", "DATE", "PAST_REF"),
        ("Several years ago it closed.", "Several years ago", "DATE", "PAST_REF"),
        ("It is now shut.", "now", "DATE", "PRESENT_REF"),
        ("in the near future", "the near future", "DATE", "FUTURE_REF"),
        ("in the coming weeks", "the coming weeks", "DATE", "FUTURE_REF"),
        ("two weeks ago", "two weeks ago", "DATE", "2024-W47"),
        ("a week or so ago", "a week or so ago", "DATE", "2024-W48"),
        ("on Thanksgiving Day", "Thanksgiving Day", "DATE", "2024-11-28"),
        ("at Easter 2025", "Easter 2025", "DATE", "2025-04-20"),
        ("last Christmas", "last Christmas", "DATE", "2023-12-25"),
    ],
)
def test_timex3_of_one_expression(text: str, words: str, kind: str, value: str) -> None:
    expression = one(text)
    assert (expression.text, expression.type, expression.value) == (words, kind, value)


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("in early 2019", "START"),
        ("in mid-June 2023", "MID"),
        ("at the end of 2023", "END"),
        ("for about two weeks", "APPROX"),
        ("for more than a year", "MORE_THAN"),
        ("for at least 30 days", "EQUAL_OR_MORE"),
        ("for up to 180 days", "EQUAL_OR_LESS"),
        ("for nearly two months", "LESS_THAN"),
        ("on 3 May 2023", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    assert one(text).mod == mod


@pytest.mark.parametrize(
    "text",
    [
        "a 44-year-old woman",
        "She is 52 years old.",
        "three-quarters of it",
        "a quarter of the town",
        "of 2019 people",
        "The last-minute plan",
        "as soon as they came",
    ],
)
def test_what_only_looks_like_time_is_no_expression(text: str) -> None:
    assert annotate(text, FRIDAY, language="en") == ()


@pytest.mark.parametrize(
    "text", ["for three days", "every Friday", "daily", "recently", "in the past", "now"]
)
def test_words_that_tell_no_day_have_no_edtf(text: str) -> None:
    resolution = one(text).resolution
    assert resolution.edtf is None
    assert resolution.reason


def test_a_range_is_two_expressions_that_share_its_days() -> None:
    first, second = annotate("from 28 June to 3 July 2023", FRIDAY, language="en")
    assert (first.text, first.value) == ("28 June", "2023-06-28")
    assert (second.text, second.value) == ("3 July 2023", "2023-07-03")
    assert str(first.resolution.edtf) == str(second.resolution.edtf) == "2023-06-28/2023-07-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on April 24 and 25", [("April 24", "2024-04-24"), ("25", "2024-04-25")]),
        ("between 1994 and 1997", [("1994", "1994"), ("1997", "1997")]),
        ("from May to July 2023", [("May", "2023-05"), ("July 2023", "2023-07")]),
        ("between Sunday and Tuesday", [("Sunday", "2024-12-01"), ("Tuesday", "2024-12-03")]),
    ],
)
def test_both_ends_of_a_range(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "last", "edtf"),
    [
        ("They met on 3 May 2023. The following day it rained.", "2023-05-04", "2023-05-04"),
        ("It lasted from 3 to 5 May 2023. The next day it rained.", "2023-05-06", "2023-05-06"),
        ("It was 3 May 2023. Later that day it rained.", "2023-05-03", "2023-05-03"),
        ("It was 3 May 2023. In the same month it ended.", "2023-05", "2023-05"),
        ("In 2019 it grew. Later that year it fell.", "2019", "2019"),
        ("It was 3 May 2023. Two weeks later it fell.", "2023-W20", "2023-05-15~/2023-05-21~"),
        ("Sales in the third quarter of 2023 fell from a year earlier.", "2022-Q3", None),
        ("It gained in the third quarter of 2023. In the quarter it", "2023-Q3", "2023-07/2023-09"),
    ],
)
def test_words_that_count_from_what_the_text_has_told(
    text: str, last: str, edtf: str | None
) -> None:
    expression = annotate(text, FRIDAY, language="en")[-1]
    assert expression.value == last
    if edtf is not None:
        assert str(expression.resolution.edtf) == edtf
        assert expression.resolution.basis == "context"


def test_without_a_day_told_the_value_counts_from_publication_and_the_days_stay_open() -> None:
    expression = one("The following day it rained.")
    assert (expression.value, expression.resolution.edtf) == ("2024-12-07", None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met at noon on Sunday.", "2024-12-01"),
        ("They met on 3 May 2023, at 9:30 a.m.", "2023-05-03"),
        ("They met on 3 May 2023 in the old hall of the town at 9:30 a.m.", None),
    ],
)
def test_an_hour_has_a_day_only_where_the_day_stands_beside_it(text: str, edtf: str | None) -> None:
    hour = next(e for e in annotate(text, FRIDAY, language="en") if e.type == "TIME")
    assert (str(hour.resolution.edtf) if hour.resolution.edtf else None) == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 27 November", "XXXX-11-27"),
        ("on Friday", "XXXX-WXX-5"),
        ("in March", "XXXX-03"),
        ("last week", "XXXX-WXX"),
        ("last summer", "XXXX-SU"),
        ("third-quarter results", "XXXX-Q3"),
        ("last year", "XXXX"),
        ("yesterday", "XXXX-XX-XX"),
        ("31 June 2024", "XXXX-06-31"),
    ],
)
def test_what_cannot_be_known_is_written_with_x(text: str, value: str) -> None:
    expression = one(text, NOTHING)
    assert (expression.value, expression.resolution.edtf) == (value, None)


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("The prize will be paid on 2 January.", "2025-01-02", "2025-01-02"),
        ("The prize is due on 2 January.", "2025-01-02", "2025-01-02"),
        ("The prize of 2 January", "2025-01-02", "2025-01-02?"),
        ("They met on 12 January.", "2025-01-12", "2024-01-12"),
        ("They met on 12 June.", "2024-06-12", "2024-06-12"),
        ("They will meet on 20 November.", "2024-11-20", "2024-11-20"),
    ],
)
def test_a_missing_year_is_decided_by_tense_and_distance(text: str, value: str, edtf: str) -> None:
    expression = one(text)
    assert (expression.value, str(expression.resolution.edtf)) == (value, edtf)


def test_the_language_is_told_or_found() -> None:
    text = "El puerto cerró el 3 de mayo de 2023 por la huelga, según el alcalde."
    for language in ("es", None):
        (expression,) = annotate(text, FRIDAY, language=language)
        assert (expression.value, str(expression.resolution.edtf)) == ("2023-05-03",) * 2


@settings(max_examples=150, deadline=None)
@given(st.lists(PHRASES, max_size=6).map(". ".join), publications())
def test_any_text_has_expressions_in_order_with_valid_days(
    text: str, published: PublicationDate
) -> None:
    end = 0
    for expression in annotate(text, published):
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        assert expression.value
        resolution = expression.resolution
        assert (resolution.edtf is None) == (resolution.reason is not None)
        if resolution.edtf is not None:
            assert parse(str(resolution.edtf)) == resolution.edtf
        end = expression.end


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_end(text: str) -> None:
    for expression in annotate(text[:5_000], FRIDAY, language="en"):
        assert expression.end > expression.start
