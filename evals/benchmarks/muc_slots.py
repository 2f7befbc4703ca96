"""Slots of MUC-4 templates, scored by the guidelines of 1992 (version 7) where they are automatic.

What the guidelines leave to a person (nearly right dates, paraphrases) is counted as incorrect,
as they ask for in doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from evals.adapters.muc4_keys import Chain, Fill, KeyTemplate
from evals.assignment import best_assignment
from evals.benchmarks.ceaf_ree import normalized
from evals.benchmarks.muc_templates import Response
from evals.scorefile import Verdict
from extractor.edtf import Bounds, compare

Slot = Literal["template", "type", "stage", "date", "location"]
SLOTS: tuple[Slot, ...] = ("template", "type", "stage", "date", "location")

VerdictCounts: TypeAlias = "Counter[tuple[Slot, Verdict]]"

_CREDIT = {"cor": 2, "par": 1}
"""In halves, so that assignments are whole numbers."""


@dataclass(frozen=True, slots=True)
class SlotCase:
    """The key and the responses of one message."""

    key: Sequence[KeyTemplate]
    responses: Sequence[Response]
    dateline: date | None


def slot_verdicts(case: SlotCase) -> VerdictCounts:
    """How often each slot of one message has each verdict."""
    counts: VerdictCounts = Counter()
    pairs = align(case.key, case.responses)
    for key, response in pairs:
        counts.update(_pair_verdicts(case.key[key], case.responses[response], case.dateline))
    met, used = {key for key, _ in pairs}, {response for _, response in pairs}
    for position, template in enumerate(case.key):
        if position not in met and not template.optional:
            counts.update((slot, "mis") for slot in _filled(template))
    for position, answer in enumerate(case.responses):
        if position not in used:
            counts.update((slot, "spu") for slot in _answered(answer))
    return counts


def align(key: Sequence[KeyTemplate], responses: Sequence[Response]) -> list[tuple[int, int]]:
    """(key, response) pairs at the greatest total of type, perpetrators and targets.

    A pair needs the conditions of §3.2.1: at least a partial match of the type, and of one
    perpetrator or target. Neither date nor location decides: they are what is scored.
    """
    gains = [[_likeness(template, response) for response in responses] for template in key]
    return best_assignment(gains)


def _likeness(key: KeyTemplate, response: Response) -> int:
    type_ = _CREDIT.get(type_verdict(key, response), 0)
    fills = (*key.individuals, *key.organizations)
    targets = (*key.physical, *key.names, *key.descriptions)
    content = _matches(fills, response.perpetrators) + _matches(targets, response.targets)
    return type_ + content if type_ and content else 0


def _matches(fills: Sequence[Fill], names: Sequence[str]) -> int:
    return sum(max((_fill_credit(fill, name) for name in names), default=0) for fill in fills)


def _fill_credit(fill: Fill, name: str) -> int:
    """2 for an alternative of the fill, 1 where one has all the words of the other (§3.1.1.2)."""
    words = set(normalized(name).split())
    best = 0
    for form in fill.forms:
        wanted = set(normalized(form).split())
        if words and wanted and (words <= wanted or wanted <= words):
            best = max(best, 2 if words == wanted else 1)
    return best


def _pair_verdicts(
    key: KeyTemplate, response: Response, dateline: date | None
) -> list[tuple[Slot, Verdict]]:
    verdicts: dict[Slot, Verdict | None] = {
        "template": "cor",
        "type": type_verdict(key, response),
        "stage": "cor" if response.stage in key.stages else "inc",
        "date": date_verdict(key.dates, response.date, dateline),
        "location": location_verdict(key.locations, response.places),
    }
    return [(slot, verdict) for slot, verdict in verdicts.items() if verdict]


def _filled(key: KeyTemplate) -> list[Slot]:
    filled = {"date": bool(key.dates), "location": bool(key.locations)}
    return [slot for slot in SLOTS if filled.get(slot, True)]


def _answered(response: Response) -> list[Slot]:
    answered = {"date": response.date is not None, "location": bool(response.places)}
    return [slot for slot in SLOTS if answered.get(slot, True)]


def type_verdict(key: KeyTemplate, response: Response) -> Verdict:
    """PAR where the response is ATTACK and the key another type (§3.2.4)."""
    if response.type in key.types:
        return "cor"
    return "par" if response.type == "ATTACK" else "inc"


def date_verdict(
    key: Sequence[Bounds], response: Bounds | None, dateline: date | None
) -> Verdict | None:
    """The best verdict over the key's alternatives (§3.2.2); None where both are null."""
    if not key:
        return None if response is None else "spu"
    if response is None:
        return "mis"
    if response in key:
        return "cor"
    return "par" if any(_partly(answer, response, dateline) for answer in key) else "inc"


def _partly(key: Bounds, response: Bounds, dateline: date | None) -> bool:
    """Part of the key's days; or the default `- DATELINE` where the key ends on that day."""
    if response.earliest is None:
        return response.latest == dateline == key.latest
    return compare(response, key) == "narrower"


def location_verdict(
    key: Sequence[Sequence[Chain]], places: Sequence[tuple[str, str | None]]
) -> Verdict | None:
    """The best verdict over the key's alternatives (§3.2.3); None where both are null.

    COR where the most specific places are the same. The country is not asked for: events give the
    article's words, and it is mostly inferred. PAR for one end of a range, for places beside the
    right one, for a place that the key's lies in, and for another place in a place of the key's.
    """
    if not key:
        return "spu" if places else None
    if not places:
        return "mis"
    names = {normalized(name) for name, _ in places}
    around = {normalized(within) for _, within in places if within}
    verdicts = {_location(answer, names, around) for answer in key}
    return next(verdict for verdict in _BEST_FIRST if verdict in verdicts)


_BEST_FIRST: tuple[Verdict, ...] = ("cor", "par", "inc")


def _location(key: Sequence[Chain], names: set[str], around: set[str]) -> Verdict:
    specific = {normalized(chain[-1]) for chain in key}
    if names == specific:
        return "cor"
    levels = {normalized(level) for chain in key for level in chain}
    return "par" if names & levels or around & levels else "inc"
