"""Events as JSON: one record a line, or one array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from extractor.export.given import AnyEvent, GivenEvent


def write(events: Iterable[AnyEvent], out: TextIO) -> None:
    """One event a line, in the order given."""
    for event in events:
        out.write(_json(event) + "\n")


def write_array(events: Iterable[AnyEvent], out: TextIO) -> None:
    """One JSON array, an event a line."""
    out.write("[")
    separator = "\n"
    for event in events:
        out.write(separator + _json(event))
        separator = ",\n"
    out.write("\n]\n")


def _json(event: AnyEvent) -> str:
    """All fields of an own event; of one from elsewhere those that it came with."""
    return event.model_dump_json(exclude_unset=isinstance(event, GivenEvent))
