"""From a model's text to a wire answer, also where the text has small faults.

Repairs only what is certain: fences, prose around one JSON value, a bare list of events, keys
that nobody asked for, absent values that mean `null`. Never guesses what an event was meant to
say; what is not certain is for the re-ask.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from extractor.schema import WireAnswer

Json: TypeAlias = Any
"""What json.loads returns."""

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCED = re.compile(r"```[A-Za-z]*[ \t]*\n(.*?)```", re.DOTALL)
_EVENTS = re.compile(r'"events"\s*:\s*\[')
_LISTS = frozenset({"who", "where"})
_MAX_BRACKETS = 64  # prose has few; a text of brackets only must not take quadratic time
_MAX_REPAIRS = 4  # each round may uncover the faults of the next level
_NOT_JSON = object()


def read_answer(text: str, model: type[WireAnswer]) -> WireAnswer | None:
    """The answer that the text holds, or None where that is not certain."""
    try:
        return model.model_validate_json(text)
    except ValidationError:
        value = find_answer(text)
    return None if value is None else validate(value, model)


def find_answer(text: str) -> dict[str, Json] | None:
    """The one JSON value of the text that can be an answer, as an object with `events`."""
    text = _THOUGHTS.sub("", text).strip()
    fenced = _FENCED.findall(text)
    found = [_as_answer(_load(text))]
    if found == [None] and len(fenced) == 1:
        found = [_as_answer(_load(fenced[0]))]
    if found == [None]:
        found = [answer for value in _values(text) if (answer := _as_answer(value)) is not None]
    return found[0] if len(found) == 1 else None


def validate(value: dict[str, Json], model: type[WireAnswer]) -> WireAnswer | None:
    """The value as an answer, certain repairs made; None where faults remain."""
    for _ in range(_MAX_REPAIRS):
        try:
            return model.model_validate(value)
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False)
        if not all(_repair(value, problem) for problem in problems):
            return None
    return None


def whole_events(text: str, model: type[WireAnswer]) -> WireAnswer | None:
    """The events of an answer that broke off, up to the last whole one; None without any."""
    start = _EVENTS.search(_THOUGHTS.sub("", text))
    if start is None:
        return None
    head, tail = start.string[: start.start()], start.string[start.end() :]
    events = list(_leading_objects(tail))
    brace = head.find("{")
    before = _load(head[brace:].rstrip().removesuffix(",") + "}") if brace >= 0 else None
    published = before.get("published") if isinstance(before, dict) else None
    return valid_events({"published": published, "events": events}, model)


def valid_events(value: dict[str, Json], model: type[WireAnswer]) -> WireAnswer | None:
    """The answer with only those of its events that have the form; None without any."""
    events = [event for event in value["events"] if isinstance(event, dict)]
    kept = [event for event in events if validate({"published": None, "events": [event]}, model)]
    if not kept:
        return None
    published = value.get("published")
    for first in (published, None):
        answer = validate({"published": first, "events": kept}, model)
        if answer is not None:
            return answer
    return None


def _as_answer(value: Json) -> dict[str, Json] | None:
    """An object with a list of events: as it is, as a bare list, or one level down."""
    if isinstance(value, str):
        value = _load(value)
    if isinstance(value, list) and all(isinstance(event, dict) for event in value):
        return {"published": None, "events": value}
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("events"), list):
        return value
    inner = next(iter(value.values())) if len(value) == 1 else None
    return inner if isinstance(inner, dict) and isinstance(inner.get("events"), list) else None


def _values(text: str) -> Iterator[Json]:
    """The JSON objects and lists of a text that do not lie in one another."""
    decoder = json.JSONDecoder()
    position = 0
    for _ in range(_MAX_BRACKETS):
        bracket = re.compile(r"[{\[]").search(text, position)
        if bracket is None:
            return
        try:
            value, position = decoder.raw_decode(text, bracket.start())
        except (ValueError, RecursionError):
            position = bracket.end()
        else:
            if value not in ([], {}):
                yield value


def _leading_objects(text: str) -> Iterator[Json]:
    """The objects of a list whose end is missing."""
    decoder = json.JSONDecoder()
    position = 0
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        rest = text[position:]
        comma = rest.lstrip()
        if not comma.startswith(","):
            return
        position += len(rest) - len(comma[1:].lstrip())


def _load(text: str) -> Json:
    """The JSON value that is the whole text, or a value that no answer is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NOT_JSON


def _repair(value: Json, problem: ErrorDetails) -> bool:
    """Mend one fault in place where that is certain; whether it was done."""
    *path, last = problem["loc"]
    holder = _at(value, path)
    if not isinstance(holder, dict) or not isinstance(last, str):
        return False
    if problem["type"] == "extra_forbidden":
        return bool(holder.pop(last, _NOT_JSON) is not _NOT_JSON)
    if problem["type"] == "missing":
        holder[last] = [] if last in _LISTS else {} if last == "details" else None
        return True
    if problem["type"] == "literal_error" and isinstance(holder.get(last), str):
        word = holder[last]
        holder[last] = "_".join(word.split()).casefold()
        return bool(holder[last] != word)
    return False


def _at(value: Json, path: list[int | str]) -> Json:
    """The part of a value where a fault stands, or None."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
