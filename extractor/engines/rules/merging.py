"""The same happening told twice becomes one event that cites both lines.

Two events are the same where kind and status are equal, a place (or, without places, agent and
target) is shared, and the date words do not differ. Never looks at the wording beyond that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.engines.rules.events import Telling
from extractor.schema import WireActor, WireEvent, WirePlace


def merge_events(tellings: Iterable[Telling]) -> tuple[WireEvent, ...]:
    """Events in text order, each happening once. Takes time linear in the number of events."""
    merged: list[WireEvent] = []
    known: dict[tuple[str, ...], int] = {}
    previous = -1
    for telling in tellings:
        event = telling.event
        if telling.consequence and previous >= 0 and _follows(merged[previous], event):
            merged[previous] = _merge(merged[previous], event)
            continue
        keys = _keys(event)
        candidates = sorted({known[key] for key in keys if key in known})
        same = next((index for index in candidates if is_same(merged[index], event)), None)
        if same is None:
            same = len(merged)
            merged.append(event)
        else:
            merged[same] = _merge(merged[same], event)
        previous = same
        for key in (*keys, *_keys(merged[same])):
            known.setdefault(key, same)
    return tuple(merged)


def _follows(first: WireEvent, second: WireEvent) -> bool:
    """Whether the second event is told in the line right after the first."""
    return second.lines[0] - first.lines[-1] == 1 and first.status == second.status


def _keys(event: WireEvent) -> list[tuple[str, ...]]:
    """What a same event has one of: each place (or all actors) with the date and without it."""
    names = sorted(_names(event.where)) or [" + ".join(sorted(_names(event.who)))]
    dates = {_fold(event.date_text or ""), "any"}
    return [(event.kind, event.status, name, date) for name in names for date in dates]


def is_same(left: WireEvent, right: WireEvent) -> bool:
    """Whether two events of one kind and status tell of the same happening."""
    if left.date_text and right.date_text and _fold(left.date_text) != _fold(right.date_text):
        return False
    if left.where and right.where:
        return not _names(left.where).isdisjoint(_names(right.where))
    if left.where or right.where:
        return False
    pairs = [{role: _names([a]) for a in e.who for role in (a.role,)} for e in (left, right)]
    return all({"agent", "target"} <= pair.keys() for pair in pairs) and pairs[0] == pairs[1]


def _merge(first: WireEvent, second: WireEvent) -> WireEvent:
    """The first event with the lines, names and, where it had none, the date of the second."""
    dated = first if first.date_text or not second.date_text else second
    return first.model_copy(
        update={
            "lines": tuple(dict.fromkeys((*first.lines, *second.lines))),
            "date_text": dated.date_text,
            "title": _better_title(first, dated),
            "summary": dated.summary,
            "who": _union_of_actors(first.who, second.who),
            "where": _union_of_places(first.where, second.where),
            "attribution": first.attribution or second.attribution,
        }
    )


def _better_title(first: WireEvent, dated: WireEvent) -> str:
    """That of the dated event, unless only the first names who did it."""
    acts = any(actor.role == "agent" for actor in dated.who)
    return dated.title if acts or not first.who else first.title


def _union_of_actors(
    first: Sequence[WireActor], second: Sequence[WireActor]
) -> tuple[WireActor, ...]:
    actors = {_fold(actor.name): actor for actor in (*second, *first)}
    order = dict.fromkeys(_fold(actor.name) for actor in (*first, *second))
    return tuple(actors[name] for name in order)


def _union_of_places(
    first: Sequence[WirePlace], second: Sequence[WirePlace]
) -> tuple[WirePlace, ...]:
    places: dict[str, WirePlace] = {}
    for place in (*first, *second):
        known = places.setdefault(_fold(place.name), place)
        if known.within is None and place.within:
            places[_fold(place.name)] = place
    return tuple(places.values())


def _names(items: Iterable[WireActor | WirePlace]) -> frozenset[str]:
    return frozenset(_fold(item.name) for item in items)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split()).removeprefix("the ")
