"""Events as responses of MUC-4: which events are incidents, and how their fields fill slots.

The rules hold for every engine alike; nothing is looked up outside the event.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evals.adapters.muc4_incidents import incident_type
from evals.kinds import KindMap
from evals.predictions import PredictedEvent
from extractor.edtf import Bounds, bounds_of

INCIDENT_KINDS = frozenset({"attack", "crime"})
"""General kinds of which an event may be an incident. A clash of two armed sides is none ("purely
a guerrilla act", task documentation 1.0), nor is what only speaks of an incident (justice,
statement)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One response template, as far as an event tells its slots.

    `date` is None for the null fill. A place is its name and what it lies in, if that is told.
    """

    type: str
    stage: str
    date: Bounds | None
    places: tuple[tuple[str, str | None], ...]
    perpetrators: tuple[str, ...]
    targets: tuple[str, ...]


def responses(
    events: Iterable[PredictedEvent], *, dateline: date | None, kinds: KindMap
) -> list[Response]:
    """The response templates of a message, in the order of its events."""
    found = (_response(event, dateline, kinds) for event in events)
    return [response for response in found if response]


def _response(event: PredictedEvent, dateline: date | None, kinds: KindMap) -> Response | None:
    """None for an event that is no incident.

    The incident type is that of the words of the title and the evidence; a crime that has none
    (fraud, smuggling) is no incident. Planned is THREATENED, denied is no incident (task
    documentation 1.0, 5), anything else ACCOMPLISHED.
    """
    kind = kinds.general(event.kind, event.profile or "general")
    if kind not in INCIDENT_KINDS or event.status == "denied":
        return None
    words = " ".join([event.title, *(piece.quote or "" for piece in event.cited)])
    type_ = incident_type(words) or ("ATTACK" if kind == "attack" else None)
    if type_ is None:
        return None
    return Response(
        type=type_,
        stage="THREATENED" if event.status == "planned" else "ACCOMPLISHED",
        date=_date(event.when.edtf, dateline),
        places=tuple((place.name, place.within) for place in event.where),
        perpetrators=tuple(actor.name for actor in event.who if actor.role == "agent"),
        targets=tuple(actor.name for actor in event.who if actor.role == "target"),
    )


def _date(edtf: str | None, dateline: date | None) -> Bounds | None:
    """The event's days; the default fill `- DATELINE` where the event has none (7.3, note 3).

    An open end is closed by the dateline: no incident is later than its message. Without a
    dateline there is no form for it, and it is null.
    """
    bounds = bounds_of(edtf)
    if bounds.latest is not None:
        return bounds
    if dateline is None:
        return None
    told = bounds.earliest is not None and bounds.earliest <= dateline
    return Bounds(bounds.earliest if told else None, dateline)
