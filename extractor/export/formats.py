"""The list of formats, and which one a file name asks for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TextIO, get_args

from extractor.errors import ConfigurationError
from extractor.export import jsonl, markdown, table, text
from extractor.export.given import AnyEvent

Format = Literal["text", "jsonl", "json", "csv", "md"]
FORMATS: tuple[Format, ...] = get_args(Format)

_SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
}


def format_of(path: Path) -> Format:
    """The format that a file's name asks for; JSONL where it has no suffix.

    Raises ConfigurationError for a suffix that is no format's.
    """
    suffix = path.suffix.lower()
    if suffix and suffix not in _SUFFIXES:
        raise ConfigurationError(
            f"{path}: no format is known by {suffix}; known are {' '.join(_SUFFIXES)}",
            hint="name the format with -f",
        )
    return _SUFFIXES.get(suffix, "jsonl")


def export(events: Iterable[AnyEvent], out: TextIO, *, form: Format) -> None:
    """Write events to an open text file."""
    match form:
        case "text":
            text.write(events, out)
        case "jsonl":
            jsonl.write(events, out)
        case "json":
            jsonl.write_array(events, out)
        case "csv":
            table.write(events, out)
        case "md":
            markdown.write(events, out)
