"""A verdict for each field of each event, in MUC's words, and precision, recall and F1 from them.

precision = (COR + PAR/2) / (COR + PAR + INC + SPU), recall with MIS in place of SPU (MUC-3 to
MUC-5; SemEval-2013 task 9). A field that both sides leave empty counts nowhere, nor does one that
the label does not speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from evals.cases import Case
from evals.comparable import ComparableEvent
from evals.metrics.ratios import ratio
from evals.scorefile import FieldName, FieldScore, Verdict
from extractor.edtf import UNBOUNDED

FIELDS: tuple[FieldName, ...] = get_args(FieldName)


def filled(event: ComparableEvent) -> set[FieldName]:
    """Fields of which the event says something."""
    has: dict[FieldName, bool] = {
        "date": event.date != UNBOUNDED,
        "who": bool(event.who),
        "where": bool(event.where),
        "kind": event.kind is not None,
        "status": event.status is not None,
    }
    return {name for name, told in has.items() if told}


def field_scores(cases: Sequence[Case]) -> dict[FieldName, FieldScore]:
    """Scores of all fields over pairs (all five verdicts) and unpaired events (MIS, SPU).

    In a field that no label of an article speaks of, its predictions are not spurious; in an
    article without gold that is told by the labels of the whole corpus.
    """
    of_corpus = _labelled(cases)
    found = Counter(
        verdict
        for case in cases
        for verdict in _all_verdicts(case, _labelled([case]) if case.gold else of_corpus)
    )
    return {name: _score(name, found) for name in FIELDS}


def _labelled(cases: Iterable[Case]) -> set[FieldName]:
    labelled: set[FieldName] = {"date"}
    for case in cases:
        for event in case.gold:
            labelled |= filled(event)
            labelled |= {"who"} if event.who is not None else set()
            labelled |= {"where"} if event.where is not None else set()
    return labelled


def _all_verdicts(case: Case, labelled: set[FieldName]) -> Iterator[tuple[FieldName, Verdict]]:
    for found in case.verdicts:
        yield from found.items()
    for missed in case.alignment.missed:
        yield from ((name, "mis") for name in filled(case.gold[missed]))
    for extra in case.alignment.extra:
        yield from ((name, "spu") for name in filled(case.pred[extra]) & labelled)


def _score(name: FieldName, found: Counter[tuple[FieldName, Verdict]]) -> FieldScore:
    count = {verdict: found[name, verdict] for verdict in get_args(Verdict)}
    earned = count["cor"] + count["par"] / 2
    answered = count["cor"] + count["par"] + count["inc"] + count["spu"]
    possible = count["cor"] + count["par"] + count["inc"] + count["mis"]
    return FieldScore(
        **count,
        precision=ratio(earned, answered),
        recall=ratio(earned, possible),
        f1=ratio(2 * earned, answered + possible),
    )
