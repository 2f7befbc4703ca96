"""Scores time expressions as TempEval-3 does (its evaluate_entities.py; UzZaman et al. 2013).

Expressions of both sides are paired one to one where they overlap. Strict: the words are the
same. Value F1 counts pairs whose value attribute is the same, over all expressions of both sides.
The creation time of a document is not scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evals.adapters.timeml import Timex


@dataclass(frozen=True)
class Score:
    """Counts over all documents; the figures are in percent."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    types: int = 0
    values: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.relaxed + other.relaxed,
            self.strict + other.strict,
            self.types + other.types,
            self.values + other.values,
        )

    def f1(self, count: int) -> float:
        """2·count / (gold + found), in percent."""
        both = self.gold + self.found
        return 200 * count / both if both else 0.0

    @property
    def value_f1(self) -> float:
        """Relaxed F1 times the share of pairs with the right value."""
        return self.f1(self.values)

    @property
    def value_accuracy(self) -> float:
        """Share of pairs with the right value, in percent."""
        return 100 * self.values / self.relaxed if self.relaxed else 0.0


def pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Overlapping expressions, one to one: first those of the same extent, then in text order."""
    exact = {(f.start, f.end): f for f in found}
    result = [(g, exact[g.start, g.end]) for g in gold if (g.start, g.end) in exact]
    used_gold = {id(g) for g, _ in result}
    used = {id(f) for _, f in result}
    for g in gold:
        if id(g) in used_gold:
            continue
        for f in found:
            if id(f) not in used and f.start < g.end and g.start < f.end:
                result.append((g, f))
                used.add(id(f))
                break
    return result


def score(gold: Sequence[Timex], found: Sequence[Timex]) -> Score:
    """The score of one document."""
    paired = pairs(gold, found)
    return Score(
        gold=len(gold),
        found=len(found),
        relaxed=len(paired),
        strict=sum(g.text == f.text for g, f in paired),
        types=sum(g.type == f.type for g, f in paired),
        values=sum(g.value == f.value for g, f in paired),
    )


def total(scores: Iterable[Score]) -> Score:
    """Micro over documents."""
    return sum(scores, Score())
