"""A text cut into pieces, each with the events whose evidence it is. Knows no markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from evals.spans import Spans


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text. `gold`, `pred`: numbers of the rows that cite them.

    `starts_gold`, `starts_pred`: of these, the rows whose evidence begins here.
    """

    text: str
    gold: tuple[int, ...] = ()
    pred: tuple[int, ...] = ()
    starts_gold: tuple[int, ...] = ()
    starts_pred: tuple[int, ...] = ()


def pieces(text: str, gold: Mapping[int, Spans], pred: Mapping[int, Spans]) -> list[Piece]:
    """All of the text, cut wherever the evidence of either side begins or ends.

    `gold` and `pred`: spans (code points) by the number of the row. Spans beyond the text are cut.
    """
    end = len(text)
    borders = {0, end}
    for spans in (*gold.values(), *pred.values()):
        borders.update(min(border, end) for span in spans for border in span)
    cuts = sorted(borders)
    return [
        Piece(
            text[start:stop],
            _citing(gold, start),
            _citing(pred, start),
            _starting(gold, start),
            _starting(pred, start),
        )
        for start, stop in pairwise(cuts)
    ]


def _citing(rows: Mapping[int, Spans], at: int) -> tuple[int, ...]:
    return tuple(row for row, spans in rows.items() if any(s <= at < e for s, e in spans))


def _starting(rows: Mapping[int, Spans], at: int) -> tuple[int, ...]:
    return tuple(row for row, spans in rows.items() if any(s == at for s, _ in spans))
