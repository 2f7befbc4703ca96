"""One-to-one assignment at the greatest total: the linear assignment problem, in integers.

Shortest augmenting paths with prices (Jonker and Volgenant 1987; Crouse 2016). Integers keep it
exact: no tie depends on rounding.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

_NOBODY = -1


def best_assignment(gains: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """(row, column) pairs, each row and each column at most once, with the greatest sum of gains.

    `gains` are 0 or more, in rows of one length. A pair that gains 0 is left out: it is as good
    as none. The same matrix always gives the same one of several best assignments. Takes time in
    the order of (shorter side)² x (longer side).
    """
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        columns = list(zip(*gains, strict=True))
        return sorted((row, column) for column, row in best_assignment(columns))
    owner = _assign_rows(gains)
    pairs = ((row, column) for column, row in enumerate(owner) if row != _NOBODY)
    return sorted((row, column) for row, column in pairs if gains[row][column] > 0)


def _assign_rows(gains: Sequence[Sequence[int]]) -> list[int]:
    """The row that owns each column, once every row has one; there are enough columns."""
    width = len(gains[0])
    row_price = [max(row) for row in gains]
    column_price = [0] * (width + 1)
    owner = [_NOBODY] * (width + 1)
    for row in range(len(gains)):
        _augment(row, gains, row_price, column_price, owner)
    return owner[:width]


def _augment(
    row: int,
    gains: Sequence[Sequence[int]],
    row_price: list[int],
    column_price: list[int],
    owner: list[int],
) -> None:
    """Give `row` a column along the cheapest chain of changes.

    Row and column price together are never below the gain of a pair, and equal it where the row
    owns the column: that is what proves the assignment best. The search starts at a column
    outside the matrix, the last of the lists, which `row` owns meanwhile.
    """
    start = column = len(gains[0])
    owner[start] = row
    slack = [sys.maxsize] * start
    came_from = [start] * start
    settled, waiting = [start], list(range(start))
    while owner[column] != _NOBODY:
        price, gain = row_price[owner[column]], gains[owner[column]]
        for candidate in waiting:
            above = price + column_price[candidate] - gain[candidate]
            if above < slack[candidate]:
                slack[candidate], came_from[candidate] = above, column
        column = min(waiting, key=slack.__getitem__)
        step = slack[column]
        for done in settled:
            row_price[owner[done]] -= step
            column_price[done] += step
        for candidate in waiting:
            slack[candidate] -= step
        waiting.remove(column)
        settled.append(column)
    while column != start:
        owner[column] = owner[came_from[column]]
        column = came_from[column]
    owner[start] = _NOBODY
