from __future__ import annotations

import string
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.edtf import (
    UNBOUNDED,
    Bounds,
    EdtfDate,
    EdtfError,
    EdtfInterval,
    Qualifier,
    bounds_of,
    compare,
    from_bounds,
    from_day,
    parse,
    timeline_key,
)

QUALIFIERS: st.SearchStrategy[Qualifier] = st.sampled_from(get_args(Qualifier))
DAYS = st.dates()


@st.composite
def edtf_dates(draw: st.DrawFn) -> EdtfDate:
    day = draw(DAYS)
    length = draw(st.integers(1, 3))
    return EdtfDate(
        day.year,
        day.month if length > 1 else None,
        day.day if length > 2 else None,
        draw(QUALIFIERS),
    )


@st.composite
def all_bounds(draw: st.DrawFn) -> Bounds:
    first, last = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if first and last and first > last:
        first, last = last, first
    return Bounds(first, last)


@given(edtf_dates())
def test_a_date_survives_writing_and_reading(edtf: EdtfDate) -> None:
    assert parse(str(edtf)) == edtf


@given(st.none() | edtf_dates(), st.none() | edtf_dates())
def test_an_interval_survives_writing_and_reading(
    start: EdtfDate | None, end: EdtfDate | None
) -> None:
    try:
        interval = EdtfInterval(start, end)
    except EdtfError:
        return
    assert parse(str(interval)) == interval


@given(all_bounds(), QUALIFIERS)
def test_from_bounds_covers_exactly_these_days(bounds: Bounds, qualifier: Qualifier) -> None:
    edtf = from_bounds(bounds, qualifier)
    assert bounds_of(edtf) == bounds
    assert (edtf is None) == (bounds == UNBOUNDED)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-12-06", "2024-12-06", "2024-12-06", "day"),
        ("2024-12-06~", "2024-12-06", "2024-12-06", "day"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2023-02?", "2023-02-01", "2023-02-28", "month"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("0001", "0001-01-01", "0001-12-31", "year"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ("2024-12-02/2024-12-08", "2024-12-02", "2024-12-08", "week"),
        ("2024-12-03/2024-12-09", "2024-12-03", "2024-12-09", "range"),
        ("2024-12-02/2024-12-04", "2024-12-02", "2024-12-04", "range"),
        ("2024-06/2024-08", "2024-06-01", "2024-08-31", "season"),
        ("2024-12/2025-02", "2024-12-01", "2025-02-28", "season"),
        ("2024-07/2024-09", "2024-07-01", "2024-09-30", "range"),
        ("2024/2024-03", "2024-01-01", "2024-03-31", "range"),
    ],
)
def test_bounds_and_precision(text: str, earliest: str, latest: str, precision: str) -> None:
    edtf = parse(text)
    assert edtf.bounds == (date.fromisoformat(earliest), date.fromisoformat(latest))
    assert edtf.precision == precision


def test_open_intervals_are_open() -> None:
    assert parse("../2024-11").bounds == (None, date(2024, 11, 30))
    assert parse("2024-11/..").bounds == (date(2024, 11, 1), None)
    assert parse("../2024-11").precision == "range"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/",
        "2024/",
        "/2024",
        "2024-1-1",
        "2024-13",
        "2024-02-30",
        "2023-02-29",
        "0000",
        "24",
        "12024",
        "2024-12-06T10:00",
        "2024-12-06 ",
        " 2024",
        "2024-12-06??",
        "~2024",
        "2024-XX",
        "2024-21",
        "2024/2023",
        "2024-12-06/2024-12-05",
        "2024/2025/2026",
        "٢٠٢٤",
        "2024\n",
    ],
)
def test_what_is_outside_the_subset_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        parse(text)


@given(st.text(alphabet=string.digits + "-/.?~%T ") | st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        edtf = parse(text)
    except EdtfError:
        return
    assert str(edtf) == text


def test_a_day_needs_a_month() -> None:
    with pytest.raises(EdtfError, match="needs a month"):
        EdtfDate(2024, None, 6)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("2024-12-06", "2024-12-06", "equal"),
        ("2024-12-06?", "2024-12-06", "equal"),
        ("2024-12-06", "2024-12", "narrower"),
        ("2024", "2024-12", "wider"),
        ("2024-11", "2024-12", "before"),
        ("2024-12", "2024-11-30", "after"),
        ("2024-11-20/2024-12-05", "2024-12", "overlaps"),
        ("../2024-11", "2024-11", "wider"),
        ("2024-11/..", "2024", "overlaps"),
        ("../2023", "2024/..", "before"),
        ("../0001-01-01", "0001-01-01", "wider"),
        ("9999-12-31", "9999-12-31/..", "narrower"),
        ("../2024", "2024/..", "overlaps"),
        (None, "2024", "unknown"),
        (None, None, "equal"),
    ],
)
def test_compare(left: str | None, right: str | None, relation: str) -> None:
    assert compare(bounds_of(left), bounds_of(right)) == relation


@given(all_bounds(), all_bounds())
def test_compare_from_the_other_side(left: Bounds, right: Bounds) -> None:
    other = {"narrower": "wider", "wider": "narrower", "before": "after", "after": "before"}
    relation = compare(left, right)
    assert compare(right, left) == other.get(relation, relation)


@given(DAYS, st.integers(0, 3000))
def test_a_timeline_runs_forward_and_ends_with_the_undated(day: date, days: int) -> None:
    later = min(day.toordinal() + days, date.max.toordinal() - 1)
    dated = Bounds(day, date.fromordinal(later))
    assert timeline_key(dated) <= timeline_key(UNBOUNDED)
    assert timeline_key(Bounds(None, day)) <= timeline_key(Bounds(day, None))


def test_from_day_keeps_the_qualifier() -> None:
    assert str(from_day(date(812, 3, 4), "%")) == "0812-03-04%"
    assert str(from_bounds(Bounds(date(2024, 2, 1), date(2024, 2, 29)))) == "2024-02"
