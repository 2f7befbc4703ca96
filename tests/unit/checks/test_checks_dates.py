from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.checks import with_told_date
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.prove import prove
from extractor.request import Request
from extractor.schema import Article, Event, LineLabel, WireAnswer
from tests.unit.checks.checks_builders import answer_of, request_of, wire_event

NO_YEAR: list[tuple[str, LineLabel]] = [("The dam broke on 5 August in the morning hours.", "body")]
BACKGROUND: tuple[str, LineLabel] = ("The dam had been built in 1998.", "body")
LIVE: list[tuple[str, LineLabel]] = [
    ("Saturday 7 December", "dateline"),
    ("The bridge was lost this morning.", "body"),
    ("Friday 6 December", "dateline"),
    ("The river rose this morning.", "body"),
]


def dated(request: Request, **fields: Any) -> Event:
    event = wire_event(**{"lines": [1], "who": [], "where": [], **fields})
    (proved,), _ = prove(request, answer_of(event), engine_name="test")
    return proved


def issues(event: Event) -> list[tuple[str, str | None]]:
    return [(issue.code, issue.other) for issue in event.issues]


@pytest.mark.parametrize(
    ("sentence", "words", "model", "expected"),
    [
        ("Aster fell on the Friday before the strike.", "the Friday before the strike",
         "2024-10-25", "2024-10-25"),
        ("It fell three Mondays before that day.", "three Mondays before that day",
         "2024-10-07", "2024-10-07"),
        ("Aster fell on 31 June.", "31 June", "2024-07-01", None),
        ("It meets every Friday there.", "every Friday", "2024-12-06", None),
    ],
)  # fmt: skip
def test_only_words_that_name_no_day_refuse_the_engine_s_date(
    sentence: str, words: str, model: str, expected: str | None
) -> None:
    event = dated(request_of([(sentence, "body")]), date_text=words, date=model)
    assert event.when.edtf == expected
    assert issues(event) == [("date_unresolved", None if expected else model)]


@pytest.mark.parametrize("words", ["on 5 August", "in the morning hours"])
def test_where_no_year_is_told_a_date_with_one_is_a_guess(words: str) -> None:
    event = dated(request_of(NO_YEAR, published=None), date_text=words, date="2024-08-05")
    assert (event.when.text, event.when.edtf) == (words, None)
    assert issues(event) == [("date_unresolved", "2024-08-05")]


@pytest.mark.parametrize(
    ("words", "expected"), [("on 5 August", "2024-08-05?"), ("in the morning hours", "2024-08-05")]
)
def test_where_some_year_is_told_the_engine_s_date_stands(words: str, expected: str) -> None:
    request = request_of([*NO_YEAR, BACKGROUND], published=None)
    event = dated(request, date_text=words, date="2024-08-05")
    assert event.when.edtf == expected
    assert issues(event) == [("date_unresolved", None)]


@pytest.mark.parametrize(
    ("lines", "expected"), [(NO_YEAR, None), ([*NO_YEAR, BACKGROUND], "2024-08-06?")]
)
def test_a_publication_date_whose_year_nobody_tells_is_only_shown(
    lines: list[tuple[str, LineLabel]], expected: str | None
) -> None:
    told = WireAnswer.model_validate({"events": [], "published": {"line": 1, "date": "2024-08-06"}})
    published = with_told_date(request_of(lines, published=None), told.published)
    assert published.edtf == expected
    assert [each.edtf for each in published.candidates] == ["2024-08-06"]


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("../2024-12-07", "../2024-12-07?"),  # it counts from what the text tells
        ("2024-12-07", "../2025-03-15"),  # `by` names no day
        ("../2025-03-15", "../2025-03-15"),
        ("../2025-04-05", "../2025-03-15"),
    ],
)
def test_within_the_bounds_of_a_page_view_a_narrower_interval_stands(
    model: str, expected: str
) -> None:
    request = request_of([("They are to decide by Saturday.", "body")], upper=date(2025, 3, 10))
    event = dated(request, date_text="by Saturday", date=model, status="planned")
    assert event.when.edtf == expected


@pytest.mark.parametrize(
    ("status", "expected"), [("occurred", "2024-12-02"), ("ongoing", "2024-12-02/..")]
)
def test_what_is_over_may_be_of_the_day_that_it_began_on(status: str, expected: str) -> None:
    request = request_of([("The line has been cut since Monday.", "body")])
    event = dated(request, date_text="since Monday", date="2024-12-02", status=status)
    assert event.when.edtf == expected


@pytest.mark.parametrize(
    ("line", "model", "expected"),
    [(2, None, "2024-12-07"), (2, "2024-12-07", "2024-12-07"), (4, None, "2024-12-06")],
)
def test_under_headings_that_are_days_relative_words_count_from_them(
    line: int, model: str | None, expected: str
) -> None:
    event = dated(request_of(LIVE), lines=[line], date_text="this morning", date=model)
    assert (event.when.edtf, issues(event)) == (expected, [])


def test_one_line_that_is_a_day_heads_nothing() -> None:
    event = dated(request_of(LIVE[:2]), lines=[2], date_text="this morning", date="2024-12-07")
    assert event.when.edtf == "2024-12-06"


@pytest.mark.parametrize(
    ("day", "expected"), [("On 8 May", "2024-05-10"), ("On 4 December", "2024-12-06")]
)
def test_beside_days_of_months_ago_a_weekday_is_not_exact(day: str, expected: str) -> None:
    request = request_of([(f"{day} the hill fell.", "body"), ("On Friday he left.", "body")])
    event = dated(request, lines=[2], date_text="On Friday", date="2024-05-10")
    assert event.when.edtf == expected


def test_what_the_engine_takes_for_over_is_not_looked_for_ahead() -> None:
    sentence = "The plant will close; its owner left on Wednesday to find money."
    request = request_of([(sentence, "body")])
    assert dated(request, date_text="on Wednesday").when.edtf == "2024-12-04"


def test_an_event_may_be_of_the_last_day_that_heads_the_article() -> None:
    lines: list[tuple[str, LineLabel]] = [*LIVE, ("It came back at first light.", "body")]
    request = request_of([*lines[2:4], *lines[:1], *lines[4:]])
    event = dated(request, lines=[4], date_text="at first light", date="2024-12-07")
    assert event.when.edtf == "2024-12-07"


def test_relative_words_are_seen_from_the_dateline_of_the_day_before() -> None:
    article = Article(text="KORVIK, Dec. 5 - The dam broke this morning.", published="2024-12-06")
    request = prepare(article, load_profile("general"))
    assert str(request.resolve("this morning", sentence=article.text).edtf) == "2024-12-05"
