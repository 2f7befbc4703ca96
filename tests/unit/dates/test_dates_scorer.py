from __future__ import annotations

import pytest

from evals.adapters.timeml import Timex
from evals.benchmarks.tempeval import Score, pairs, score
from extractor.edtf import Bounds, bounds_of
from tests.benchmarks.checking import bounds_of_value


def timex(start: int, end: int, value: str, kind: str = "DATE") -> Timex:
    return Timex(start, end, "x" * (end - start), kind, value)


def test_a_document_by_hand() -> None:
    """Three in gold, three found: one equal, one overlapping with another value, one of nothing."""
    gold = [timex(0, 4, "2024"), timex(10, 20, "P3D", "DURATION"), timex(30, 34, "1999")]
    found = [timex(0, 4, "2024"), timex(10, 25, "P4D"), timex(50, 54, "1999")]
    result = score(gold, found)
    assert result == Score(gold=3, found=3, relaxed=2, strict=1, types=1, values=1)
    assert round(result.f1(result.relaxed), 2) == 66.67
    assert round(result.f1(result.strict), 2) == 33.33
    assert round(result.value_f1, 2) == 33.33
    assert result.value_accuracy == 50


def test_pairs_are_one_to_one_and_equal_extents_come_first() -> None:
    gold = [timex(0, 4, "a"), timex(5, 9, "b")]
    found = [timex(0, 9, "both"), timex(5, 9, "second")]
    assert [(g.value, f.value) for g, f in pairs(gold, found)] == [("b", "second"), ("a", "both")]
    assert len(pairs(gold, found[:1])) == 1


def test_nothing_found_in_nothing() -> None:
    assert (Score().value_f1, Score().value_accuracy) == (0, 0)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-11-27", "2024-11-27"),
        ("2024-11-27T20:30", "2024-11-27"),
        ("2024-11", "2024-11"),
        ("2024", "2024"),
        ("199", "1990/1999"),
        ("2024-W48", "2024-11-25/2024-12-01"),
        ("2024-W48-WE", "2024-11-30/2024-12-01"),
        ("2024-Q4", "2024-10/2024-12"),
        ("2024-H1", "2024-01/2024-06"),
        ("2024-WI", "2024-12/2025-02"),
    ],
)
def test_days_of_a_value(value: str, edtf: str) -> None:
    assert bounds_of_value(value) == Bounds(*bounds_of(edtf))


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-11-27", "2024-02-30", "20", ""])
def test_other_values_have_no_days(value: str) -> None:
    assert bounds_of_value(value) is None
