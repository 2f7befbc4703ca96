from __future__ import annotations

import pytest

from extractor.dates import find_expressions


def found(text: str) -> list[str]:
    return [expression.text for expression in find_expressions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on 27 November.", ["27 November"]),
        ("The bridge fell on November 27th.", ["November 27th"]),
        ("It fell Nov. 27.", ["Nov. 27"]),
        ("By 27 November 2024, it had", ["27 November 2024"]),
        ("since November 27, 2024, the", ["November 27, 2024"]),
        ("on Wednesday, 27 November, he", ["Wednesday, 27 November"]),
        ("Wed, 27 Nov 2024", ["Wed, 27 Nov 2024"]),
        ("dated 2024-11-27 and 27/11/2024", ["2024-11-27", "27/11/2024"]),
        ("at 2024-11-27T09:30:00Z", ["2024-11-27T09:30:00Z"]),
        ("the 3rd of May", ["the 3rd of May"]),
        ("on 13 January this year", ["13 January this year"]),
        ("in November 2024 and May of last year", ["November 2024", "May of last year"]),
        ("in 2019 the mine", ["2019"]),
        ("the 2019 floods", ["2019"]),
        ("the floods of 2019.", ["2019"]),
        ("in the early 1990s", ["the early 1990s"]),
        ("He spoke today, not yesterday.", ["today", "yesterday"]),
        ("tonight and overnight and tomorrow", ["tonight", "overnight", "tomorrow"]),
        ("Rain fell this morning, or last night,", ["this morning", "last night"]),
        ("on Tuesday morning", ["Tuesday morning"]),
        ("on the evening of 3 May", ["the evening of 3 May"]),
        ("this week, last month, next year", ["this week", "last month", "next year"]),
        ("last weekend or this spring", ["last weekend", "this spring"]),
        ("early this week, later this year", ["early this week", "later this year"]),
        ("two weeks ago", ["two weeks ago"]),
        ("Three days later the", ["Three days later"]),
        ("The following day, on the same day", ["The following day", "the same day"]),
        ("in early March, by mid-June, late 2019", ["early March", "mid-June", "late 2019"]),
        ("3-5 May", ["3-5 May"]),
        ("From 3 to 5 May, engineers", ["From 3 to 5 May"]),
        ("between 3 and 5 May 2024", ["between 3 and 5 May 2024"]),
        ("between June 2020 and February 2022", ["between June 2020 and February 2022"]),
        ("Between Sunday and Tuesday, soldiers", ["Between Sunday and Tuesday"]),
        ("28 December to 3 January", ["28 December to 3 January"]),
        ("the third quarter of 2024", ["the third quarter of 2024"]),
        ("third-quarter profit", ["third-quarter"]),
        ("in the first half of 2025", ["the first half of 2025"]),
        ("in the summer of 2026", ["the summer of 2026"]),
        ("in spring", ["spring"]),
        ("Thursday’s march", ["Thursday"]),
        ("ON TUESDAY, 5 MARCH 2024", ["TUESDAY, 5 MARCH 2024"]),
        ("İstanbul, 5 May 2024", ["5 May 2024"]),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "24.3 C",
        "the M5 highway",
        "size 300/600",
        "They may go, and they march on.",
        "May I ask why the March was short?",
        "the Sun reported, and Sat down",
        "a second time, the third man",
        "about 1,400 of 9,000 people",
        "2019 people lived there, 2500 in all",
        "of 2000 soldiers",
        "the 2000 troops",
        "a 12-year-old girl",
        "for three days, three kilometers",
        "a quarter of the town",
        "to fall and to spring up",
        "version 1.2.3, call 555-1234",
    ],
)
def test_finds_nothing(text: str) -> None:
    assert found(text) == []


def test_a_blank_line_parts_what_a_line_break_joins() -> None:
    assert found("on 27\nNovember 2024") == ["27\nNovember 2024"]
    assert found("on Tuesday\n\nMarch 5, 2024") == ["Tuesday", "March 5, 2024"]


def test_extents_are_code_points() -> None:
    text = "💥 Ağrı: the blast of 3 May 2024 𝒾𝓈"
    (expression,) = find_expressions(text)
    assert (expression.start, expression.end) == (text.index("3 May"), text.index(" 𝒾"))
    assert text[expression.start : expression.end] == expression.text


def test_expressions_far_apart_do_not_touch() -> None:
    """Words between two dates are skipped while reading, however many there are."""
    assert found("on 3 " + "word " * 200 + "May 2024") == ["May 2024"]
    assert found("3 May " + "word " * 200 + "2024") == ["3 May"]
