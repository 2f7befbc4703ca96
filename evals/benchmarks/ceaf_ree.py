"""CEAF-REE: role-filler entities of a whole document, matched one to one (Du, Rush, Cardie 2021).

Blind to which incident an entity belongs to; knows nothing of how entities were found.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evals.assignment import best_assignment
from evals.metrics.ratios import ratio

Entity = Sequence[str]
"""The mentions of one entity, as strings."""

Roles = Mapping[str, Sequence[Entity]]
"""The entities of each role in one document."""

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class EntityCounts:
    """Entities that match, and all of gold and of the prediction."""

    matched: int = 0
    gold: int = 0
    pred: int = 0

    def __add__(self, other: EntityCounts) -> EntityCounts:
        return EntityCounts(
            self.matched + other.matched, self.gold + other.gold, self.pred + other.pred
        )

    @property
    def precision(self) -> float | None:
        """Matched over predicted entities."""
        return ratio(self.matched, self.pred)

    @property
    def recall(self) -> float | None:
        """Matched over gold entities."""
        return ratio(self.matched, self.gold)

    @property
    def f1(self) -> float | None:
        """2·matched / (gold + pred)."""
        return ratio(2 * self.matched, self.gold + self.pred)


@dataclass(frozen=True)
class CeafRee:
    """Counts by role, and over all roles."""

    roles: Mapping[str, EntityCounts] = field(default_factory=dict)

    @property
    def micro(self) -> EntityCounts:
        """All roles together."""
        return sum(self.roles.values(), EntityCounts())


def ceaf_ree(documents: Iterable[tuple[Roles, Roles]], roles: Sequence[str]) -> CeafRee:
    """The score of (gold, predicted) documents, micro over documents.

    In each document and role, entities are assigned one to one so that the greatest number
    matches; a predicted entity matches a gold one where all of its mentions are mentions of it
    (phi_strict). Mentions are compared in lower case, without punctuation, articles and
    surplus white space. An entity without a word is no entity.
    """
    counts = {role: EntityCounts() for role in roles}
    for gold, pred in documents:
        for role in roles:
            counts[role] += _document(_mentions(gold.get(role, ())), _mentions(pred.get(role, ())))
    return CeafRee(counts)


def normalized(mention: str) -> str:
    """The form in which mentions are compared."""
    plain = mention.lower().translate(_PUNCTUATION)
    return " ".join(_ARTICLES.sub(" ", plain).split())


def _mentions(entities: Iterable[Entity]) -> list[frozenset[str]]:
    sets = (frozenset(map(normalized, entity)) - {""} for entity in entities)
    return [mentions for mentions in sets if mentions]


def _document(gold: Sequence[frozenset[str]], pred: Sequence[frozenset[str]]) -> EntityCounts:
    gains = [[int(found <= entity) for found in pred] for entity in gold]
    return EntityCounts(len(best_assignment(gains)), len(gold), len(pred))
