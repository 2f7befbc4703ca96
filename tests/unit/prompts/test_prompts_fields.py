from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.prompts.fields import ExtraField, clean_details, details_model

FIELDS = {
    "killed": ExtraField(type="range", definition="d"),
    "floors": ExtraField(type="integer", definition="d"),
    "magnitude": ExtraField(type="number", definition="d"),
    "cause": ExtraField(type="text", definition="d"),
    "arson": ExtraField(type="boolean", definition="d"),
    "alarm": ExtraField(type="choice", choices=("low", "high"), definition="d"),
}

DETAILS = details_model(FIELDS)


@pytest.mark.parametrize(
    ("name", "value", "clean"),
    [
        ("killed", {"min": 12, "max": None}, {"min": 12, "max": None}),
        ("killed", {"max": 30}, {"min": None, "max": 30}),
        ("killed", {"min": 0, "max": 0}, {"min": 0, "max": 0}),
        ("killed", 12, {"min": 12, "max": 12}),
        ("floors", 3.0, 3),
        ("floors", -2, -2),
        ("magnitude", 6.1, 6.1),
        ("magnitude", 6, 6),
        ("cause", " a candle ", "a candle"),
        ("arson", False, False),
        ("alarm", "high", "high"),
    ],
)
def test_what_fits_is_kept(name: str, value: Any, clean: Any) -> None:
    values, problems = clean_details(FIELDS, {name: value})
    assert (values, problems) == ({name: clean}, ())
    assert type(values[name]) is type(clean)


@pytest.mark.parametrize(
    ("name", "value"),
    [("killed", None), ("killed", {"min": None, "max": None}), ("killed", {}), ("cause", "  ")],
)
def test_what_tells_nothing_is_left_out_without_a_word(name: str, value: Any) -> None:
    assert clean_details(FIELDS, {name: value}) == ({}, ())


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("killed", {"min": 5, "max": 3}, "killed: min 5 is greater than max 3"),
        ("killed", {"min": -1, "max": 3}, "killed: is below 0"),
        ("killed", {"low": 1}, "killed: has other keys than min and max"),
        ("killed", {"min": "many"}, "killed: is no number"),
        ("killed", [1, 2], "killed: is no number"),
        ("killed", True, "killed: is no number"),
        ("floors", 2.5, "floors: is no whole number"),
        ("floors", float("inf"), "floors: is no finite number"),
        ("magnitude", float("nan"), "magnitude: is no finite number"),
        ("magnitude", "6.1", "magnitude: is no number"),
        ("cause", 7, "cause: is no text"),
        ("arson", "yes", "arson: is neither true nor false"),
        ("alarm", "red", "alarm: is none of low, high"),
        ("colour", "red", "colour: the profile has no such field"),
    ],
)
def test_what_does_not_fit_is_left_out_and_told(name: str, value: Any, problem: str) -> None:
    assert clean_details(FIELDS, {name: value, "floors_": None}) == ({}, (problem,))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["min", "max", "x"]), inner),
    max_leaves=4,
)


@settings(deadline=None)  # a busy machine is no failure
@given(st.dictionaries(st.sampled_from([*FIELDS, "other"]), json_values))
def test_any_details_are_cleaned_to_what_an_answer_may_hold(details: dict[str, Any]) -> None:
    values, problems = clean_details(FIELDS, details)
    DETAILS.model_validate({**dict.fromkeys(FIELDS), **values}, strict=False)
    assert set(values) <= set(FIELDS)
    told = {problem.partition(":")[0] for problem in problems}
    assert told.isdisjoint(values)
    assert told <= set(details)
