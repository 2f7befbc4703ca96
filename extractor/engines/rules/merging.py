"""The same happening told twice becomes one event that cites both lines.

Two events are the same where kind and status are equal, a place (or, without places, agent and
target) is shared, and the date words do not differ. Never looks at the wording beyond that.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.engines.rules.events import Telling
from extractor.schema import ActorRole, WireActor, WireEvent, WirePlace

Key = tuple[str, ...]

_KNOWN_REACH = 3
"""Lines from a happening to the line that names it as known ("The explosion took place at …")."""


def merge_events(tellings: Iterable[Telling]) -> tuple[WireEvent, ...]:
    """Events in text order, each happening once. Takes time linear in the words of all events."""
    merged: list[_Growing] = []
    known: dict[Key, int] = {}
    told_in: dict[tuple[str, str, int], int] = {}
    previous: _Growing | None = None
    for telling in tellings:
        event = _Growing(telling.event)
        named = telling.cue is not None and telling.cue.known
        if previous and (
            (telling.consequence and previous.is_followed_by(event))
            or (named and previous.is_named_again(event))
        ):
            previous.add(event)
            continue
        keys = event.new_keys()
        candidates = sorted({known[key] for key in keys if key in known})
        same = next((index for index in candidates if merged[index].is_same(event)), None)
        if same is None and telling.again is not None:
            same = told_in.get((telling.event.kind, telling.event.status, telling.again))
        if same is None:
            same = len(merged)
            merged.append(event)
        else:
            merged[same].add(event)
            keys += merged[same].new_keys()
        previous = merged[same]
        told_in.setdefault((telling.event.kind, telling.event.status, telling.event.lines[0]), same)
        for key in keys:
            known.setdefault(key, same)
    return tuple(event.build() for event in merged)


class _Growing:
    """An event that takes in its later tellings; the event itself is built once, at the end."""

    def __init__(self, event: WireEvent) -> None:
        self._first = event
        self._telling = event
        """Whose title, summary and date hold."""
        self._title = event.title
        self._merged = False
        self._attribution = event.attribution
        self._lines = dict.fromkeys(event.lines)
        self._last_line = event.lines[0]  # its own; others only lend their date
        self._date = _fold(event.date_text or "")
        self._actors: dict[str, WireActor] = {}
        self._roles: dict[ActorRole, str] = {}
        self._places: dict[str, WirePlace] = {}
        self._new_places: list[str] = []
        self._details = dict(event.details)
        self._unkeyed = True
        """Whether the date or, without places, the actors changed since the last keys."""
        self._add_names(event)

    def is_followed_by(self, other: _Growing) -> bool:
        """Whether the other event is told in the line right after this one."""
        event = other._first
        return event.lines[0] - self._last_line == 1 and self._first.status == event.status

    def is_named_again(self, other: _Growing) -> bool:
        """Whether "the explosion", with no date or place of its own, is what was just told."""
        event = other._first
        return (
            0 < event.lines[0] - self._last_line <= _KNOWN_REACH
            and (self._first.kind, self._first.status) == (event.kind, event.status)
            and not event.date_text
            and not event.where
        )

    def is_same(self, other: _Growing) -> bool:
        """Whether an event of the same kind and status tells of the same happening."""
        if self._date and other._date and self._date != other._date:
            return False
        if self._places and other._places:
            return not other._places.keys().isdisjoint(self._places.keys())
        if self._places or other._places:
            return False
        return {"agent", "target"} <= self._roles.keys() and self._roles == other._roles

    def add(self, other: _Growing) -> None:
        """Take the lines, names and, where this one has none, the date of a later telling."""
        event = other._first
        if event.date_text and not self._telling.date_text:
            acts = any(actor.role == "agent" for actor in event.who)
            self._title = event.title if acts or not self._actors else self._title
            self._telling, self._date, self._unkeyed = event, other._date, True
        self._attribution = self._attribution or event.attribution
        self._lines.update(other._lines)
        self._last_line = event.lines[0]
        self._add_names(event)
        for name, value in event.details.items():
            if self._details.get(name) is None:
                self._details[name] = value
        self._merged = True

    def _add_names(self, event: WireEvent) -> None:
        for actor in event.who:
            name = _fold(actor.name)
            if name not in self._actors:
                self._actors[name], self._roles[actor.role] = actor, name
                self._unkeyed = self._unkeyed or not self._places
        for place in event.where:
            name = _fold(place.name)
            if name not in self._places:
                self._new_places.append(name)
            if name not in self._places or (place.within and not self._places[name].within):
                self._places[name] = place

    def new_keys(self) -> list[Key]:
        """What a same event has one of: each place (or all actors) with the date and without it.

        Only those that were not given before.
        """
        names = self._new_places
        if self._unkeyed:
            names = list(self._places) or [" + ".join(sorted(self._actors))]
        self._new_places, self._unkeyed = [], False
        kind, status = self._first.kind, self._first.status
        return [(kind, status, name, date) for name in names for date in {self._date, "any"}]

    def build(self) -> WireEvent:
        """The event, with all that was taken in."""
        if not self._merged:
            return self._first
        return self._first.model_copy(
            update={
                "lines": tuple(self._lines),
                "date_text": self._telling.date_text,
                "title": self._title,
                "summary": self._telling.summary,
                "who": tuple(self._actors.values()),
                "where": tuple(self._places.values()),
                "attribution": self._attribution,
                "details": self._details,
            }
        )


def _fold(text: str) -> str:
    return " ".join(text.casefold().split()).removeprefix("the ")
