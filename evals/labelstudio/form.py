"""An event as the fields of a labelling form, and back: each field a few lines of plain text.

What a form cannot say without loss stands as JSON in the field `other`. Knows no offsets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Fields = dict[str, list[str]]
"""Lines of each field."""

NOTHING = "-"
"""A line that says: there is none. No line says: not told."""

OPTIONAL = "optional"
OTHER = "other"
FREE_TEXT = ("title", "summary", "attribution", "notes")
CHOICES = ("kind", "status", OPTIONAL)
DATES = {"date": "edtf", "date_text": "text"}
NAMES = ("who", "where")
FIELDS = (*FREE_TEXT, *DATES, "date_also", *NAMES, *CHOICES, OTHER)

_ROLES = ("agent", "target", "other")


def to_fields(event: Mapping[str, Any]) -> Fields:
    """The fields of an event, given as what its label file sets, without its evidence.

    `who` is a name a line, `role: name | other name | …`; `where` is `name < within | other name`;
    `date_also` a date a line.
    """
    rest = dict(event)
    fields: Fields = {}
    when = dict(rest.pop("when", {}))
    for field, key in DATES.items():
        _move(when, key, fields, field)
    _move(when, "also", fields, "date_also")
    for field in (*FREE_TEXT, *NAMES, *CHOICES):
        _move(rest, field, fields, field)
    if when or event.get("when") == {}:
        rest["when"] = when
    if rest:
        fields[OTHER] = [json.dumps(rest, ensure_ascii=False)]
    return fields


def from_fields(fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The event of a filled form, as a label file has it; a field overrides what `other` says.

    Raises ValueError where `other` is no JSON object, or has a `when` that is none.
    """
    event = _other(fields)
    if not isinstance(event.get("when") or {}, dict):
        raise ValueError(f"`when` in {OTHER} is no JSON object")
    when = dict(event.get("when") or {})
    for field, lines in fields.items():
        if field in _READERS and any(line.strip() for line in lines):
            target = when if field in _WHEN else event
            target[_WHEN.get(field, field)] = _READERS[field](lines)
    return event | ({"when": when} if when or "when" in event else {})


def _move(source: dict[str, Any], key: str, fields: Fields, field: str) -> None:
    """Move a value into a field, if reading the field gives the same value."""
    if key not in source:
        return
    lines = _WRITERS[field](source[key])
    if any(line.strip() for line in lines) and _READERS[field](lines) == source[key]:
        fields[field] = lines
        del source[key]


def _other(fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    text = "\n".join(fields.get(OTHER, ())).strip()
    if not text:
        return {}
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError(f"{OTHER} is no JSON object")
    return found


def _write_text(value: Any) -> list[str]:
    return [NOTHING if value is None else str(value)]


def _read_text(lines: Sequence[str]) -> str | None:
    text = "\n".join(lines).strip()
    return None if text == NOTHING else text


def _write_lines(values: Any) -> list[str]:
    return [NOTHING if value is None else str(value) for value in values] or ["[]"]


def _read_lines(lines: Sequence[str]) -> list[str | None]:
    found = _lines(lines)
    return [] if found == ["[]"] else [None if line == NOTHING else line for line in found]


def _lines(lines: Sequence[str]) -> list[str]:
    """What an annotator entered line by line, or entry by entry."""
    return [line.strip() for entry in lines for line in entry.split("\n") if line.strip()]


def _write_optional(value: Any) -> list[str]:
    return [OPTIONAL] if value is True else []


def _read_optional(lines: Sequence[str]) -> bool:
    return OPTIONAL in lines


def _write_actors(actors: Any) -> list[str]:
    return [_write_name(a, f"{a['role']}: " if "role" in a else "") for a in actors] or [NOTHING]


def _write_places(places: Any) -> list[str]:
    return [_write_name(place) for place in places] or [NOTHING]


def _write_name(named: Mapping[str, Any], role: str = "") -> str:
    within = f" < {named['within']}" if named.get("within") else ""
    return role + " | ".join([f"{named['name']}{within}", *named.get("also", ())])


def _read_actors(lines: Sequence[str]) -> list[dict[str, Any]]:
    return [_read_actor(line) for line in _named_lines(lines)]


def _read_actor(line: str) -> dict[str, Any]:
    role, colon, rest = line.partition(":")
    if colon and role.strip().lower() in _ROLES:
        name, also = _forms(rest)
        return {"name": name, "role": role.strip().lower()} | also
    name, also = _forms(line)
    return {"name": name} | also


def _read_places(lines: Sequence[str]) -> list[dict[str, Any]]:
    places = []
    for line in _named_lines(lines):
        first, also = _forms(line)
        name, _, within = first.partition(" < ")
        places.append(
            {"name": name.strip()} | ({"within": within.strip()} if within.strip() else {}) | also
        )
    return places


def _named_lines(lines: Sequence[str]) -> list[str]:
    return [line for line in _lines(lines) if line != NOTHING]


def _forms(line: str) -> tuple[str, dict[str, list[str]]]:
    name, *also = (form.strip() for form in line.split("|"))
    return name, ({"also": [form for form in also if form]} if any(also) else {})


_WHEN = {**DATES, "date_also": "also"}
_WRITERS: Mapping[str, Callable[[Any], list[str]]] = {
    **dict.fromkeys((*FREE_TEXT, *DATES, "kind", "status"), _write_text),
    "date_also": _write_lines,
    OPTIONAL: _write_optional,
    "who": _write_actors,
    "where": _write_places,
}
_READERS: Mapping[str, Callable[[Sequence[str]], Any]] = {
    **dict.fromkeys((*FREE_TEXT, *DATES, "kind", "status"), _read_text),
    "date_also": _read_lines,
    OPTIONAL: _read_optional,
    "who": _read_actors,
    "where": _read_places,
}
