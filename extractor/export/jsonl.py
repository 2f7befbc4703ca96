"""Events as JSON: one record a line, or one array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from extractor.schema import Event


def write(events: Iterable[Event], out: TextIO) -> None:
    """One event a line, in the order given."""
    for event in events:
        out.write(event.model_dump_json() + "\n")


def write_array(events: Iterable[Event], out: TextIO) -> None:
    """One JSON array, an event a line."""
    out.write("[")
    separator = "\n"
    for event in events:
        out.write(separator + event.model_dump_json())
        separator = ",\n"
    out.write("\n]\n")
