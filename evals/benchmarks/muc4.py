"""MUC-4: CEAF-REE over perpetrators and targets, and the slots that this project's events tell.

An event has agents and targets, not the five string roles of the key: individuals and
organisations are one role here, things and people another. Never looks at an article's text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from evals.adapters.base import ADAPTERS
from evals.adapters.muc4 import labelled_article
from evals.adapters.muc4_keys import Fill, KeyTemplate, Message, read_split
from evals.benchmarks.base import Measure, Tally, Task, measure
from evals.benchmarks.ceaf_ree import CeafRee, Roles, ceaf_ree
from evals.benchmarks.muc_slots import SLOTS, Slot, SlotCase, VerdictCounts, slot_verdicts
from evals.benchmarks.muc_templates import Response, responses
from evals.kinds import KindMap
from evals.predictions import Predictions
from evals.scorefile import Verdict

ROLES = ("perpetrator", "target")


def open_task(source: Path, *, split: str | None, limit: int | None) -> Task:
    """The first `limit` messages of a split."""
    chosen = split or ADAPTERS["muc4"].splits[0]
    messages = read_split(source, chosen)[:limit]
    articles = tuple(labelled_article(message, chosen) for message in messages)
    return Task(articles, lambda predictions: measures(messages, predictions))


def measures(messages: Sequence[Message], predictions: Predictions) -> list[Measure]:
    """CEAF-REE by role and over both, then the slots over all templates.

    A message that the run has nothing of counts as one without a response.
    """
    kinds = KindMap(predictions.run.kinds)
    answers = [
        responses(predictions.events.get(m.id, ()), dateline=m.dateline, kinds=kinds)
        for m in messages
    ]
    pairs = list(zip(messages, answers, strict=True))
    entities = [ceaf_ree([(gold_roles(m.templates), _roles(a))], ROLES) for m, a in pairs]
    slots = [slot_verdicts(SlotCase(m.templates, a, m.dateline)) for m, a in pairs]
    return [*_entity_measures(entities), *(slot_measure(slot, slots) for slot in SLOTS)]


def gold_roles(templates: Sequence[KeyTemplate]) -> Roles:
    """The entities of all templates of a message, each once.

    Optional templates are among them, as in the data that CEAF-REE is published on; descriptions
    of unnamed people are, too, though that data has names only: an event's targets are both.
    """
    perpetrators = [f for t in templates for f in (*t.individuals, *t.organizations)]
    targets = [f for t in templates for f in (*t.physical, *t.names, *_unnamed(t))]
    return {"perpetrator": _entities(perpetrators), "target": _entities(targets)}


def _unnamed(template: KeyTemplate) -> list[Fill]:
    return [fill for fill in template.descriptions if not fill.refers_to]


def _entities(fills: Sequence[Fill]) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(fill.forms for fill in fills))


def _roles(answers: Sequence[Response]) -> Roles:
    """Every name that an incident has in a role, once a message."""
    perpetrators = dict.fromkeys(name for a in answers for name in a.perpetrators)
    targets = dict.fromkeys(name for a in answers for name in a.targets)
    return {
        "perpetrator": [(name,) for name in perpetrators],
        "target": [(name,) for name in targets],
    }


def _entity_measures(scores: Sequence[CeafRee]) -> list[Measure]:
    rows = []
    for name in ("both roles", *ROLES):
        counts = [score.micro if name == "both roles" else score.roles[name] for score in scores]
        tallies = [Tally(c.matched, c.pred, c.gold) for c in counts]
        total = {
            "matched": sum(c.matched for c in counts),
            "gold": sum(c.gold for c in counts),
            "pred": sum(c.pred for c in counts),
        }
        rows.append(measure(f"CEAF-REE, {name}", tallies, total))
    return rows


def slot_measure(slot: Slot, messages: Sequence[VerdictCounts]) -> Measure:
    """One slot over all templates of all messages.

    Recall = (COR + PAR/2) / possible, precision = (COR + PAR/2) / actual (MUC-4, "all templates"):
    a key template without a response is missing in all its slots, a response without a key
    template spurious in all of them. Optional key templates count only where they are met.
    """
    tallies: list[Tally] = []
    total: Counter[str] = Counter()
    for verdicts in messages:
        count = {verdict: verdicts[slot, verdict] for verdict in get_args(Verdict)}
        common = count["cor"] + count["par"] + count["inc"]
        earned = 2 * count["cor"] + count["par"]
        tallies.append(Tally(earned, 2 * (common + count["spu"]), 2 * (common + count["mis"])))
        total.update(count)
    return measure(f"slot {slot}", tallies, {v: total[v] for v in get_args(Verdict)})
