"""Extra fields of a profile: what an event of a domain has beside the fields of every event.

Makes the closed record that an engine fills in, and checks what it has filled in. Never reads
an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Field, create_model, model_validator

from extractor.schema.base import Record
from extractor.schema.wire import WireRange, WireRecord

FieldType = Literal["integer", "number", "text", "boolean", "choice", "range"]
"""`choice` is one word of a closed list; `range` has `min` and `max`, integers from 0 or null."""

_WIRE_TYPES: dict[FieldType, Any] = {
    "integer": int,
    "number": float,
    "text": str,
    "boolean": bool,
    "range": WireRange,
}

_SHAPES: dict[FieldType, str] = {
    "integer": "whole number",
    "number": "number",
    "text": "text",
    "boolean": "true or false",
    "range": "min and max",
}


class ExtraField(Record):
    """A typed field of a profile; `definition` is what an engine is told about it."""

    type: FieldType
    definition: Annotated[str, Field(min_length=1)]
    choices: tuple[Annotated[str, Field(min_length=1)], ...] = ()

    @model_validator(mode="after")
    def _choices_fit(self) -> Self:
        if (self.type == "choice") != bool(self.choices):
            raise ValueError(
                "`choices` is the closed list of a field of type choice, and only then"
            )
        if len(set(self.choices)) < len(self.choices):
            raise ValueError("a word stands twice in `choices`")
        return self

    @property
    def wire_type(self) -> Any:
        """The type of the field in an answer, without null."""
        return Literal[self.choices] if self.type == "choice" else _WIRE_TYPES[self.type]

    @property
    def for_prompt(self) -> dict[str, str]:
        """The field as a template words it: its type, the shape of its values, its definition."""
        shape = "one of " + ", ".join(self.choices) if self.choices else _SHAPES[self.type]
        return {"type": self.type, "shape": shape, "definition": self.definition}


class CleanDetails(NamedTuple):
    """`values`: what is told and well formed. `problems`: what was left out, and why."""

    values: dict[str, Any]
    problems: tuple[str, ...]


def details_model(fields: Mapping[str, ExtraField]) -> type[WireRecord]:
    """The record of a profile's fields: all of them required, each of them nullable."""
    types: dict[str, Any] = {
        name: (field.wire_type | None, Field()) for name, field in fields.items()
    }
    model: type[WireRecord] = create_model("WireDetails", __base__=WireRecord, **types)
    return model


def clean_details(fields: Mapping[str, ExtraField], details: Mapping[str, Any]) -> CleanDetails:
    """Keep what the fields admit and the article tells: nulls are left out without a word.

    A bare number in a range is both its ends; a whole number written `3.0` is 3. Everything
    else that does not fit is left out, with a problem that begins with the field's name.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in details.items():
        if value is None:
            continue
        if name not in fields:
            problems.append(f"{name}: the profile has no such field")
            continue
        try:
            clean = _clean(fields[name], value)
        except ValueError as error:
            problems.append(f"{name}: {error}")
            continue
        if clean is not None:
            values[name] = clean
    return CleanDetails(values, tuple(problems))


def _clean(field: ExtraField, value: Any) -> Any:
    """The value as the field admits it, None where it says nothing. Raises ValueError."""
    if field.type == "range":
        return _clean_range(value)
    if field.type == "integer":
        return _whole(value)
    if field.type == "number":
        return _number(value)
    if field.type == "boolean":
        if not isinstance(value, bool):
            raise ValueError("is neither true nor false")
        return value
    if not isinstance(value, str):
        raise ValueError("is no text")
    if field.type == "choice" and value not in field.choices:
        raise ValueError(f"is none of {', '.join(field.choices)}")
    return value.strip() or None


def _number(value: Any) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("is no number")
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("is no finite number")
    return value


def _whole(value: Any) -> int:
    number = _number(value)
    if number != int(number):
        raise ValueError("is no whole number")
    return int(number)


def _clean_range(value: Any) -> dict[str, int | None] | None:
    if not isinstance(value, Mapping):
        value = {"min": value, "max": value}
    if set(value) - {"min", "max"}:
        raise ValueError("has other keys than min and max")
    ends = [value.get("min"), value.get("max")]
    low, high = (_whole(end) if end is not None else None for end in ends)
    if low is None and high is None:
        return None
    if min(end for end in (low, high) if end is not None) < 0:
        raise ValueError("is below 0")
    if low is not None and high is not None and low > high:
        raise ValueError(f"min {low} is greater than max {high}")
    return {"min": low, "max": high}
