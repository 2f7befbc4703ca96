"""Mends single values of an answer that have another form than was asked for.

Mends what leaves no doubt (one line number for a list of one, a bare name for an actor). What a
profile's field or list of kinds does not admit stays in the answer as it is, for the checks to say
so. Never guesses what happened, where it stands, or whether it did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, TypeAlias, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from extractor.schema import WireAnswer
from extractor.schema.article import writable

Json: TypeAlias = Any
"""What json.loads returns."""

_MAX_ROUNDS = 6  # each round may uncover the faults of the next level
_NULLABLE = frozenset({"date_text", "date", "attribution", "within"})
_WHEN_ABSENT: Mapping[str, Any] = {"role": "other", "summary": ""}
"""What an absent value means, where it means neither null nor nothing."""
_ITEMS: Mapping[str, Mapping[str, Any]] = {"who": {"role": "other"}, "where": {"within": None}}
"""What a bare name in one of these lists lacks."""
_LONGEST_VALUE = 200
"""Characters of a detail of another type that are kept: enough to see what it was."""
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Mended:
    """An answer, or the first fault that nothing mends: its field and what is wrong with it."""

    answer: WireAnswer | None
    fault: str | None = None


def mend(value: dict[str, Json], model: type[WireAnswer], *, last: bool = False) -> Mended:
    """The value as an answer. It is mended in place, so it is of no use afterwards.

    `last`: nobody will be asked again. Then what may be null and has no form is null, and what is
    no actor or place is left out, so that the rest of the event is kept.
    """
    mender = _Mender(value, model, last)
    for _ in range(_MAX_ROUNDS):
        try:
            return Mended(mender.with_kept(model.model_validate(value)))
        except ValidationError as error:
            problems = error.errors(include_url=False, include_context=False)
        # From the end, so that what is left out of a list moves no other fault.
        unmended = [each for each in reversed(problems) if not mender.mend(each)]
        if unmended:
            return Mended(None, _fault(unmended[-1]))
    return Mended(None, _fault(problems[0]))


def _fault(problem: ErrorDetails) -> str:
    """Field and reason of a fault in an event, without the value: that may be article text."""
    steps = problem["loc"]
    steps = steps[2:] if steps[:1] == ("events",) else steps
    return f"{'.'.join(map(str, steps)) or 'event'}: {problem['msg']}"


@dataclass(slots=True)
class _Mender:
    """Mends one value; remembers what the model does not admit and the checks shall see."""

    value: dict[str, Json]
    model: type[WireAnswer]
    last: bool
    details: dict[int, dict[str, Json]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)

    def with_kept(self, answer: WireAnswer) -> WireAnswer:
        """The answer with the details and kinds that the profile does not admit."""
        if not self.details and not self.kinds:
            return answer
        events = list(answer.events)
        for index, kept in self.details.items():
            update = {"details": {**events[index].details, **kept}}
            events[index] = events[index].model_copy(update=update)
        for index, kind in self.kinds.items():
            events[index] = events[index].model_copy(update={"kind": kind})
        return answer.model_copy(update={"events": tuple(events)})

    def mend(self, problem: ErrorDetails) -> bool:
        """Mend one fault in place; whether that was done."""
        steps = problem["loc"]
        if steps[:1] == ("events",) and steps[2:3] == ("details",):
            return self._mend_detail(steps, problem["type"])
        if self._mend_field(steps, problem["type"]):
            return True
        return self.last and self._give_up_item(steps)

    def _mend_field(self, steps: tuple[int | str, ...], kind: str) -> bool:
        *path, name = steps
        holder = _at(self.value, path)
        if isinstance(holder, list) and isinstance(name, int):
            return self._mend_item(holder, name, path)
        if not isinstance(holder, dict) or not isinstance(name, str):
            return False
        if kind == "extra_forbidden":
            return holder.pop(name, _ABSENT) is not _ABSENT
        if holder.get(name) is None:
            return _fill(holder, name)
        return self._mend_value(holder, name, steps)

    def _mend_value(self, holder: dict[str, Json], name: str, steps: tuple[int | str, ...]) -> bool:
        """A value of another type than asked for, or a word that is not in its list."""
        value = holder[name]
        mended = _ABSENT
        if name in ("kind", "role", "status"):
            return self._mend_word(holder, name, steps)
        if name == "lines":
            mended = [value] if _is_number(value) else _ABSENT
        elif name in _ITEMS:
            mended = [value] if isinstance(value, str | dict) else _ABSENT
        else:
            mended = _as_text(value)
            if mended is _ABSENT and self.last and name in _NULLABLE:
                mended = None
        if mended is _ABSENT:
            return False
        holder[name] = mended
        return True

    def _mend_word(self, holder: dict[str, Json], name: str, steps: tuple[int | str, ...]) -> bool:
        word = holder[name]
        if not isinstance(word, str):
            if name == "role":
                holder[name] = "other"
            return name == "role"
        holder[name] = "_".join(word.split()).casefold()
        if holder[name] != word:
            return True
        if name == "role":
            holder[name] = "other"
        elif name == "kind" and len(steps) == 3 and isinstance(steps[1], int):
            self.kinds[steps[1]] = writable(word)
            holder[name] = _any_kind(self.model)
        else:
            return False
        return True

    def _mend_item(self, holder: list[Json], index: int, path: list[int | str]) -> bool:
        """An actor or a place that is only a name."""
        name = path[-1] if path else None
        if name not in _ITEMS or not isinstance(holder[index], str):
            return False
        holder[index] = {"name": holder[index], **_ITEMS[str(name)]}
        return True

    def _give_up_item(self, steps: tuple[int | str, ...]) -> bool:
        """Take what is no actor or place out of its list; null first, for others to be counted."""
        if len(steps) < 4 or steps[2] not in _ITEMS or not isinstance(steps[3], int):
            return False
        items = _at(self.value, list(steps[:3]))
        if items[steps[3]] is None and len(steps) == 4:
            del items[steps[3]]
        else:
            items[steps[3]] = None
        return True

    def _mend_detail(self, steps: tuple[int | str, ...], kind: str) -> bool:
        """Null for a detail that the profile does not admit; the checks get what it was."""
        event, name = steps[1], str(steps[3]) if len(steps) > 3 else ""
        holder = _at(self.value, [*steps[:2]])
        if not isinstance(holder, dict) or not isinstance(event, int):
            return False
        details = holder.get("details")
        if not name:
            if details:
                self.details.setdefault(event, {})["details"] = []
            holder["details"] = {}
        elif kind in ("missing", "extra_forbidden"):
            inner = _at(details, [*steps[3:-1]])
            if isinstance(inner, dict) and kind == "missing":
                inner[str(steps[-1])] = None
            elif isinstance(inner, dict):
                inner.pop(str(steps[-1]), None)
        elif isinstance(details, dict) and details.get(name) is not None:
            self.details.setdefault(event, {})[name] = _kept(details[name])
            details[name] = None
        return True


def _fill(holder: dict[str, Json], name: str) -> bool:
    """Put what an absent value means, where it means anything."""
    if name in _NULLABLE or name == "published":
        meant: Json = None
    elif name in _ITEMS:
        meant = []
    elif name in _WHEN_ABSENT:
        meant = _WHEN_ABSENT[name]
    else:
        return False
    holder[name] = meant
    return True


def _as_text(value: Json) -> Json:
    """The one text that a value is: a number in figures, a list of one, an object's name."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, str):
        return writable(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _ABSENT


def _is_number(value: Json) -> bool:
    return isinstance(value, int | str) and not isinstance(value, bool) and str(value).isdecimal()


def _kept(value: Json) -> Json:
    """A detail of another type, small enough to be recorded and still of another type."""
    if isinstance(value, str):
        value = value.strip()
        return int(value) if value.isdecimal() and len(value) < 10 else _cut(value)
    if isinstance(value, float) and not isfinite(value):
        return _cut(str(value))
    if isinstance(value, dict):
        ends = {key: value[key] for key in ("min", "max") if key in value}
        return {key: _kept(end) for key, end in ends.items() if not isinstance(end, dict | list)}
    return [] if isinstance(value, list) else value


def _cut(value: str) -> str:
    return writable(value[:_LONGEST_VALUE])


def _any_kind(model: type[WireAnswer]) -> str:
    """A kind that the model admits, while the rest of an event is read."""
    event = get_args(model.model_fields["events"].annotation)[0]
    kinds = get_args(event.model_fields["kind"].annotation)
    return str(kinds[0]) if kinds else ""


def _at(value: Json, path: list[int | str]) -> Json:
    """The part of a value where a fault stands, or None."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value
