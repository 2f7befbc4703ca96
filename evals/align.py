"""Which predicted event is which gold event: one-to-one, at the greatest total similarity.

The result is the same for any order of either list. What similarity is, `evals.similarity` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from evals.assignment import best_assignment
from evals.similarity import GATE, TOLD_ELSEWHERE, Events, similarity
from evals.spans import share_evidence

_UNIT = 1_000_000
"""Similarities are rounded to millionths and assigned as integers, so that ties are exact."""

Cell = tuple[int, int]
"""A gold and a predicted event, by their positions in the lists."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted event (positions in the lists) that tell of the same happening."""

    gold: int
    pred: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Who goes with whom in one article; all numbers are positions in the two lists.

    `pairs`, `missed` (gold) and `extra` (predicted) are what counts. `optional` are predictions
    that tell of optional gold: they count nowhere. `alike` holds the similarity of every gold and
    predicted event that could have been paired.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]
    optional: tuple[Pair, ...] = ()
    alike: Mapping[Cell, float] = field(default_factory=dict)


class Aligner:
    """Pairs the events of one article; similarities are computed once for all gates."""

    def __init__(self, gold: Events, pred: Events) -> None:
        self.gold, self.pred = gold, pred
        self._similarity, self._above_gate = similarity(gold, pred)
        self._alignments: dict[int, Alignment] = {}

    def align(self, gate: float = GATE) -> Alignment:
        """Pair the events; with another gate, the gate without spans is moved by as much.

        What passes a gate passes every lower one: two gates that as many pass are the same.
        """
        cells = np.argwhere(self._above_gate >= round(gate - GATE, 6)).tolist()
        if len(cells) not in self._alignments:
            self._alignments[len(cells)] = self._align(cells)
        return self._alignments[len(cells)]

    def _align(self, cells: list[list[int]]) -> Alignment:
        """Pair events that passed the gate.

        Predictions are paired with required gold first. Those left over then each go with the
        optional gold that is most like them, several to one. As several may, and as they then
        count nowhere, more is asked of them: a word of evidence in common, or TOLD_ELSEWHERE.
        Else anything that has an actor of optional gold would be forgiven.
        """
        alike = {(i, j): float(self._similarity[i, j]) for i, j in cells}
        pairs = self._one_to_one(cell for cell in alike if not self.gold[cell[0]].optional)
        taken = {pair.pred for pair in pairs}
        optional = self._several_to_one(
            cell
            for cell, likeness in alike.items()
            if self.gold[cell[0]].optional
            and cell[1] not in taken
            and (likeness >= TOLD_ELSEWHERE or self._share_evidence(*cell))
        )
        found = {pair.gold for pair in pairs}
        taken.update(pair.pred for pair in optional)
        return Alignment(
            pairs=pairs,
            missed=tuple(
                i for i, event in enumerate(self.gold) if not event.optional and i not in found
            ),
            extra=tuple(j for j in range(len(self.pred)) if j not in taken),
            optional=optional,
            alike=alike,
        )

    def _share_evidence(self, i: int, j: int) -> bool:
        return share_evidence(self.gold[i].spans, self.pred[j].spans)

    def _one_to_one(self, cells: Iterable[Cell]) -> tuple[Pair, ...]:
        cells = sorted(cells)
        in_row, in_column = Counter(i for i, _ in cells), Counter(j for _, j in cells)
        chosen = [(i, j) for i, j in cells if in_row[i] == in_column[j] == 1]
        contested = [(i, j) for i, j in cells if in_row[i] > 1 or in_column[j] > 1]
        chosen += self._assign(contested)
        return self._pairs(chosen)

    def _assign(self, cells: list[Cell]) -> list[Cell]:
        """The best assignment among cells, laid out in an order that the lists do not decide.

        Nor does it matter which side is gold: where both have as many events, the keys say which
        side makes the rows.
        """
        rows = sorted({i for i, _ in cells}, key=self._gold_key)
        columns = sorted({j for _, j in cells}, key=self._pred_key)
        gains = np.zeros((len(rows), len(columns)), dtype=np.int64)
        row_of = {i: row for row, i in enumerate(rows)}
        column_of = {j: column for column, j in enumerate(columns)}
        for i, j in cells:
            gains[row_of[i], column_of[j]] = round(self._similarity[i, j] * _UNIT)
        if [*map(self._gold_key, rows)] > [*map(self._pred_key, columns)]:
            chosen = [(row, column) for column, row in best_assignment(gains.T.tolist())]
        else:
            chosen = best_assignment(gains.tolist())
        return [(rows[row], columns[column]) for row, column in chosen]

    def _several_to_one(self, cells: Iterable[Cell]) -> tuple[Pair, ...]:
        best: dict[int, Cell] = {}
        for cell in cells:
            rival = best.get(cell[1])
            if rival is None or self._rank(cell) > self._rank(rival):
                best[cell[1]] = cell
        return self._pairs(best.values())

    def _rank(self, cell: Cell) -> tuple[float, bytes]:
        return float(self._similarity[cell]), self._gold_key(cell[0])

    def _pairs(self, cells: Iterable[Cell]) -> tuple[Pair, ...]:
        return tuple(Pair(i, j, float(self._similarity[i, j])) for i, j in sorted(cells))

    def _gold_key(self, i: int) -> bytes:
        return self.gold[i].canonical_order

    def _pred_key(self, j: int) -> bytes:
        return self.pred[j].canonical_order
