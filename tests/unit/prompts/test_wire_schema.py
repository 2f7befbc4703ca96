from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from extractor.edtf import EdtfError, parse
from extractor.prompts import load_profile
from extractor.schema import WireAnswer
from extractor.schema.wire import EDTF_PATTERN

EVENT = {
    "lines": [1],
    "date_text": None,
    "date": None,
    "title": "t",
    "summary": "s",
    "kind": "attack",
    "status": "occurred",
    "who": [],
    "where": [],
    "attribution": None,
    "details": {"killed": {"min": 9, "max": 12}, "injured": None},
}

HONOURED = {"type", "enum", "items", "anyOf", "$ref", "pattern"}
"""Keywords that every constrained decoder honours, in a value's schema."""

OF_OBJECTS = {"type", "properties", "required", "additionalProperties"}


def values(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A value's schema and all that it is made of."""
    yield schema
    inner = [schema["items"]] if "items" in schema else schema.get("anyOf", [])
    for part in inner:
        yield from values(part)


@pytest.mark.parametrize("name", ["general", "conflict"])
def test_the_schema_holds_what_constrained_decoders_honour(name: str) -> None:
    """Nothing optional, nothing open, no construct that decoders leave out, no words to pay for."""
    schema = load_profile(name).wire_model().model_json_schema()
    objects = schema.pop("$defs")
    assert schema.pop("title") == "WireAnswer"
    for node in (schema, *objects.values()):
        assert set(node) == OF_OBJECTS
        assert node["additionalProperties"] is False
        assert node["required"] == list(node["properties"])
        for field in node["properties"].values():
            for value in values(field):
                assert set(value) <= HONOURED
                assert re.fullmatch(r"\^.*\$", value.get("pattern", "^$"))
                assert "\\" not in value.get("pattern", "")


@pytest.mark.parametrize("name", ["general", "conflict"])
def test_what_proves_an_event_comes_before_what_is_derived_from_it(name: str) -> None:
    profile = load_profile(name)
    events = profile.wire_model().model_json_schema()["$defs"]
    fields = list(events["WireEvent"]["properties"])
    assert fields[:4] == ["lines", "date_text", "date", "title"]
    assert fields[-1] == "details"
    assert events["WireEvent"]["properties"]["kind"]["enum"] == list(profile.kinds)
    assert list(events["WireDetails"]["properties"]) == list(profile.fields)


@pytest.mark.parametrize(
    "text",
    [
        "2024",
        "2024-12",
        "2024-12-05",
        "2024-12-05?",
        "../2024-12-05",
        "2024-12-05~/..",
        "2024-12-01/2024-12-05%",
        "../..",
        "..",
        "2024-1-5",
        "2024/",
        "December 5",
        "x2024",
        "2024 ",
    ],
)
def test_the_pattern_of_a_date_is_the_shape_that_we_read(text: str) -> None:
    try:
        read = bool(parse(text))
    except EdtfError:
        read = False
    assert bool(re.search(EDTF_PATTERN, text)) is read


def test_details_are_a_dict_also_where_they_are_closed() -> None:
    answer = (
        load_profile("general").wire_model().model_validate({"published": None, "events": [EVENT]})
    )
    assert answer.events[0].details == EVENT["details"]
    assert (
        WireAnswer.model_validate_json(answer.model_dump_json()).events[0].details
        == (EVENT["details"])
    )


def test_a_date_of_another_shape_is_still_read() -> None:
    model = load_profile("general").wire_model()
    answer = {"published": None, "events": [{**EVENT, "date": "December 5"}]}
    assert model.model_validate(answer).events[0].date == "December 5"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "gossip"},
        {"details": {}},
        {"details": {"killed": None, "injured": None, "x": 1}},
        {"details": {"killed": "nine", "injured": None}},
        {"mood": "grim"},
    ],
)
def test_what_the_profile_has_not_is_refused(change: dict[str, Any]) -> None:
    model = load_profile("general").wire_model()
    with pytest.raises(ValueError, match="WireAnswer"):
        model.model_validate({"published": None, "events": [{**EVENT, **change}]})
