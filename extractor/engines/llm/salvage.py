"""From a model's text to a wire answer, also where the text has small faults.

Finds the one JSON value of an answer, in fences, in prose, or broken off, and has its values
mended. Never guesses what an event was meant to say: what is not certain is for the re-ask, and
what is given up after that is told with its reason.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from extractor.engines.llm.mending import Json, mend
from extractor.schema import Dropped, WireAnswer, WireEvent
from extractor.schema.article import writable

_THOUGHTS = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_FENCED = re.compile(r"```[A-Za-z]*[ \t]*\n(.*?)```", re.DOTALL)
_EVENTS = re.compile(r'"events"\s*:\s*\[')
_MAX_BRACKETS = 64  # prose has few; a text of brackets only must not take quadratic time
_LONGEST_TITLE = 200
_NOT_JSON = object()
_BROKEN_OFF = Dropped(reason="broken_off: the answer ended inside it")


@dataclass(frozen=True, slots=True)
class Part:
    """What of an answer can be kept, None where no event of it can; and what of it cannot."""

    wire: WireAnswer | None
    dropped: tuple[Dropped, ...] = ()

    @property
    def told(self) -> int:
        """How many events the answer told, the broken-off one included."""
        return len(self.dropped) + (len(self.wire.events) if self.wire else 0)


def read_answer(text: str, model: type[WireAnswer]) -> WireAnswer | None:
    """The answer that the text holds, or None where that is not certain."""
    try:
        return model.model_validate_json(text)
    except ValidationError:
        value = find_answer(text)
    return None if value is None else mend(value, model).answer


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


def whole_events(text: str, model: type[WireAnswer]) -> Part:
    """The events of an answer that broke off, up to the last whole one."""
    start = _EVENTS.search(_THOUGHTS.sub("", text))
    if start is None:
        return Part(None)
    head, tail = start.string[: start.start()], start.string[start.end() :]
    events, rest = _leading_objects(tail)
    brace = head.find("{")
    before = _load(head[brace:].rstrip().removesuffix(",") + "}") if brace >= 0 else None
    published = before.get("published") if isinstance(before, dict) else None
    part = valid_events({"published": published, "events": events}, model)
    if not rest.lstrip().startswith("{"):
        return part
    return Part(part.wire, (*part.dropped, _BROKEN_OFF))


def valid_events(value: dict[str, Json], model: type[WireAnswer]) -> Part:
    """Those of an answer's events that have the form, once nobody can be asked again."""
    kept: list[WireEvent] = []
    dropped: list[Dropped] = []
    for event in value["events"]:
        mended = mend({"published": None, "events": [event]}, model, last=True)
        if mended.answer is not None:
            kept.extend(mended.answer.events)
        else:
            dropped.append(_dropped(event, mended.fault))
    if not kept:
        return Part(None, tuple(dropped))
    head = mend({"published": value.get("published"), "events": []}, model, last=True).answer
    answer = head or model.model_validate({"published": None, "events": []})
    return Part(answer.model_copy(update={"events": tuple(kept)}), tuple(dropped))


def _dropped(event: Json, fault: str | None) -> Dropped:
    """What is told of an event without the form: its title and its lines, where it has them."""
    fields = event if isinstance(event, dict) else {}
    title, lines = fields.get("title"), fields.get("lines")
    return Dropped(
        reason=f"bad_form: {fault}",
        title=writable(title.strip()[:_LONGEST_TITLE]) or None if isinstance(title, str) else None,
        lines=tuple(line for line in lines if type(line) is int) if isinstance(lines, list) else (),
    )


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


def _leading_objects(text: str) -> tuple[list[Json], str]:
    """The objects of a list whose end is missing, and the text after the last whole one."""
    decoder = json.JSONDecoder()
    values: list[Json] = []
    position = len(text) - len(text.lstrip())
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        values.append(value)
        rest = text[position:]
        comma = rest.lstrip()
        if not comma.startswith(","):
            return values, ""
        position += len(rest) - len(comma[1:].lstrip())
    return values, text[position:]


def _load(text: str) -> Json:
    """The JSON value that is the whole text, or a value that no answer is."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return _NOT_JSON
