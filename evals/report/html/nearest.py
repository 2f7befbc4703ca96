"""Why an event has no partner: the nearest event of the other side, and what kept them apart.

Explains the alignment; decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import numpy as np

from evals.cases import Case
from evals.similarity import (
    CHANCE_WORDING,
    GATE,
    GATE_WITHOUT_SPANS,
    SIDE_GATE,
    TOLD_ELSEWHERE,
    Matrix,
    similarity,
    similarity_parts,
    title_ratio,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event of the other side (its position), how alike it is (0 to 1) and why that was not it.

    `parts`: the parts of the similarity, as they count; None where one cannot be compared.
    """

    position: int
    similarity: float
    parts: Mapping[str, float | None]
    reason: str


class Likeness:
    """The similarities of one article's events, computed once."""

    def __init__(self, case: Case) -> None:
        self._total, self._above = similarity(case.gold, case.pred)
        comparable = bool(case.gold and case.pred)
        self._parts = similarity_parts(case.gold, case.pred) if comparable else {}
        self._ratio = title_ratio(case.gold, case.pred) if comparable else self._total
        self._case = case

    def parts(self, gold: int, pred: int) -> dict[str, float | None]:
        """Evidence, wording and names of one gold and one predicted event."""
        return {name: _known(matrix, gold, pred) for name, matrix in self._parts.items()}

    def of_gold(self, gold: int, known: int | None = None) -> Candidate | None:
        """The prediction most like a gold event, or the one known to be; None without any."""
        if not self._case.pred:
            return None
        pred = int(np.argmax(self._total[gold])) if known is None else known
        return self._candidate(gold, pred, position=pred)

    def of_prediction(self, pred: int, known: int | None = None) -> Candidate | None:
        """The gold event most like a prediction, or the one known to be; None without any."""
        if not self._case.gold:
            return None
        gold = int(np.argmax(self._total[:, pred])) if known is None else known
        return self._candidate(gold, pred, position=gold)

    def _candidate(self, gold: int, pred: int, *, position: int) -> Candidate:
        return Candidate(
            position=position,
            similarity=float(self._total[gold, pred]),
            parts=self.parts(gold, pred),
            reason=self._reason(gold, pred),
        )

    def _reason(self, gold: int, pred: int) -> str:
        """The first of the scorer's conditions that the two did not meet."""
        spans = self.parts(gold, pred)["evidence"] is not None
        gate = GATE if spans else GATE_WITHOUT_SPANS
        ratio = f"the ratio of the titles, {self._ratio[gold, pred]:.2f},"
        if self._above[gold, pred] >= 0 and self._case.gold[gold].optional:
            return f"optional gold asks for shared evidence or {TOLD_ELSEWHERE:.2f}"
        if self._above[gold, pred] >= 0:
            return "it passes the gate, but the best pairing of all events gives it another partner"
        if self._total[gold, pred] < gate:
            counts = f"counts above {CHANCE_WORDING:.2f} only" if spans else "counts whole"
            beside = "beside" if spans else "without"
            return f"below the gate of {gate:.2f} ({beside} evidence spans {ratio} {counts})"
        return f"neither {ratio} nor names reach {SIDE_GATE:.2f}"


def _known(matrix: Matrix, gold: int, pred: int) -> float | None:
    value = float(matrix[gold, pred])
    return None if isnan(value) else value
