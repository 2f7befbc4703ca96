"""How alike a gold and a predicted event are: evidence, wording, names; never the date.

Works on all events of an article at once; knows nothing of pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from evals.comparable import ComparableEvent, Names, all_forms

EVIDENCE_WEIGHT, WORDING_WEIGHT, NAMES_WEIGHT = 0.40, 0.35, 0.25
"""The mix that paired best (precision .990, recall .998) of those tried on simulated articles that
list near-identical events with a place each."""

GATE = 0.35
"""The least similarity of a pair."""

GATE_WITHOUT_SPANS = 0.63
"""The least similarity of a pair where either side has no span: the gate at which different events
pair about as rarely as with spans. Of 287 pairs of different events in five labelled articles 10
pass it, with spans 9. Of the pairs found in simulated lists of near-identical events by the same
actors .926 are right (recall .853), with spans .956 (.993); higher gates lose recall and gain
nothing. Measured with `tests/benchmarks/evals_scoring.py`."""

TOLD_ELSEWHERE = 0.45
"""Similarity at which events are taken to tell of the same though they share no evidence. Of 287
pairs of different events in five labelled articles none reaches it, while 9 pass the gate of the
alignment, all by having the same actors or places."""

CHANCE_WORDING = 0.20
"""Token sort ratio that says nothing: any two titles share letters. Beside evidence only what is
above counts. Of 0.10 to 0.35 in steps of 0.05 the highest at which no right pair of the rules
engine's run on the five labelled articles is lost. Without spans wording is most of what there is:
the same rule lost more right pairs than wrong ones, so there the ratio counts as it is. What it
changed: docs/scoring.md."""

SIDE_GATE = 0.30
"""What a pair needs in wording or in names, whatever its evidence: one sentence may tell of two
events."""

Matrix: TypeAlias = NDArray[np.float64]
"""Gold events by predicted events."""

Events: TypeAlias = Sequence[ComparableEvent]


def similarity(gold: Events, pred: Events) -> tuple[Matrix, Matrix]:
    """Similarity (0 to 1) of every gold to every predicted event, and how far it is above its gate.

    Similarity is the weighted mean of evidence overlap (shared characters over covered
    characters), wording (token sort ratio of the folded titles; beside evidence its share above
    CHANCE_WORDING) and names (set F1). Where a part cannot be compared, its weight goes to the
    others: evidence where either side has no span, names where either side does not tell them or
    both have none. A pair that fails the side gate, in the ratio itself and in names, is
    infinitely below its gate.
    """
    if not gold or not pred:
        nothing = np.zeros((len(gold), len(pred)))
        return nothing, nothing
    evidence, has_spans = _evidence(gold, pred)
    ratio = title_ratio(gold, pred)
    wording = _counted(ratio, has_spans)
    names, has_names = _names(gold, pred)
    evidence_weight = EVIDENCE_WEIGHT * has_spans
    names_weight = NAMES_WEIGHT * has_names
    total = evidence_weight * evidence + WORDING_WEIGHT * wording + names_weight * names
    total = np.round(total / (evidence_weight + WORDING_WEIGHT + names_weight), 6)
    above = np.round(total - np.where(has_spans, GATE, GATE_WITHOUT_SPANS), 6)
    above[np.maximum(ratio, names) < SIDE_GATE] = -np.inf
    return total, above


def similarity_parts(gold: Events, pred: Events) -> dict[str, Matrix]:
    """The parts of each similarity by name, as they count; NaN where one cannot be compared."""
    evidence, has_spans = _evidence(gold, pred)
    names, has_names = _names(gold, pred)
    return {
        "evidence": np.where(has_spans, evidence, np.nan),
        "wording": _counted(title_ratio(gold, pred), has_spans),
        "names": np.where(has_names, names, np.nan),
    }


def title_ratio(gold: Events, pred: Events) -> Matrix:
    """Token sort ratio of the titles, 0 to 1, before it is brought to what counts as wording.

    Titles only: a summary is three times as long, which the ratio punishes.
    """
    left, right = [event.wording for event in gold], [event.wording for event in pred]
    ratios = process.cdist(left, right, scorer=fuzz.token_sort_ratio, dtype=np.float64)
    return np.asarray(ratios / 100)


def _counted(ratio: Matrix, has_spans: NDArray[np.bool_]) -> Matrix:
    """Wording as it counts: 0 at CHANCE_WORDING and below, 1 for the same words."""
    above_chance = np.maximum(ratio - CHANCE_WORDING, 0.0) / (1 - CHANCE_WORDING)
    return np.where(has_spans, above_chance, ratio)


def _evidence(gold: Events, pred: Events) -> tuple[Matrix, NDArray[np.bool_]]:
    """Characters that both cover over characters that either covers; and where both have spans."""
    left, left_first = _flat(gold)
    right, right_first = _flat(pred)
    ends = np.minimum(left[:, 1, None], right[None, :, 1])
    starts = np.maximum(left[:, 0, None], right[None, :, 0])
    common = np.maximum(ends - starts, 0)
    left_length, right_length = left[:, 1] - left[:, 0], right[:, 1] - right[:, 0]
    if len(left) > len(gold):
        common = np.add.reduceat(common, left_first, axis=0)
        left_length = np.add.reduceat(left_length, left_first)
    if len(right) > len(pred):
        common = np.add.reduceat(common, right_first, axis=1)
        right_length = np.add.reduceat(right_length, right_first)
    covered = left_length[:, None] + right_length - common
    return common / np.maximum(covered, 1), (left_length[:, None] > 0) & (right_length > 0)


def _flat(events: Events) -> tuple[NDArray[np.int64], list[int]]:
    """All spans in one table, and where the spans of each event begin in it.

    An event without a span has an empty one, so that every event has its place.
    """
    spans: list[tuple[int, int]] = []
    first = []
    for event in events:
        first.append(len(spans))
        spans.extend(event.spans or ((0, 0),))
    return np.array(spans, dtype=np.int64), first


def _names(gold: Events, pred: Events) -> tuple[Matrix, NDArray[np.bool_]]:
    """Set F1 of actors and places together; and where it can be told."""
    rows, columns = [event.names for event in gold], [event.names for event in pred]
    row_forms = [all_forms(names or ()) for names in rows]
    column_forms = [all_forms(names or ()) for names in columns]
    scores = np.zeros((len(gold), len(pred)))
    for i, forms in enumerate(row_forms):
        for j, others in enumerate(column_forms):
            if not forms.isdisjoint(others):
                scores[i, j] = _set_f1(rows[i] or (), forms, columns[j] or (), others)
    told = np.logical_and.outer([n is not None for n in rows], [n is not None for n in columns])
    some = np.logical_or.outer([bool(n) for n in rows], [bool(n) for n in columns])
    return scores, np.asarray(told & some)


def _set_f1(
    left: Names, left_forms: frozenset[str], right: Names, right_forms: frozenset[str]
) -> float:
    """Harmonic mean of the shares of names that have a counterpart; some have."""
    recall = sum(not name.isdisjoint(right_forms) for name in left) / len(left)
    precision = sum(not name.isdisjoint(left_forms) for name in right) / len(right)
    return 2 * precision * recall / (precision + recall)
