from __future__ import annotations

from datetime import date

import pytest

from extractor.dates.holidays import easter, holiday, is_approximate


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("christmas", 2024, "2024-12-25", "2024-12-25"),
        ("good_friday", 2024, "2024-03-29", "2024-03-29"),
        ("thanksgiving", 1999, "1999-11-25", "1999-11-25"),
        ("memorial_day", 2021, "2021-05-31", "2021-05-31"),
        ("labor_day", 2024, "2024-09-02", "2024-09-02"),
        ("election_day", 2016, "2016-11-08", "2016-11-08"),
        ("ramadan", 2024, "2024-03-11", "2024-04-08"),
        ("eid_al_fitr", 2024, "2024-04-10", "2024-04-10"),
        ("eid_al_adha", 2023, "2023-06-29", "2023-06-29"),
    ],
)
def test_days_of_a_holiday(name: str, year: int, first: str, last: str) -> None:
    period = holiday(name, year)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("year", [1, 600, 9999])
def test_years_far_away_have_no_islamic_months_or_right_ones(year: int) -> None:
    period = holiday("ramadan", year)
    assert period is None or period.first.year == year


def test_only_the_moon_is_approximate() -> None:
    assert [name for name in ("christmas", "easter", "ramadan") if is_approximate(name)] == [
        "ramadan"
    ]
    assert holiday("nothing", 2024) is None
