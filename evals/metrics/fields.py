"""A verdict for each field of each event, in MUC's words, and precision, recall and F1 from them.

precision = (COR + PAR/2) / (COR + PAR + INC + SPU), recall with MIS in place of SPU (MUC-3 to
MUC-5; SemEval-2013 task 9). A field that both sides leave empty counts nowhere, nor does one that
the label does not speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias, get_args

from evals.cases import Case
from evals.comparable import ComparableEvent
from evals.metrics.ratios import ratio
from evals.scorefile import FieldName, FieldScore, Verdict
from extractor.edtf import UNBOUNDED

FIELDS: tuple[FieldName, ...] = get_args(FieldName)

_Found: TypeAlias = tuple[FieldName, Verdict]


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
    of_corpus = _labelled(event for case in cases for event in case.gold)
    found: Counter[_Found] = Counter()
    for case in cases:
        found.update(chain.from_iterable(verdicts.items() for verdicts in case.verdicts))
        found.update(_of_unpaired(case, of_corpus))
    return {name: _score(name, found) for name in FIELDS}


def _labelled(gold: Iterable[ComparableEvent]) -> set[FieldName]:
    """Fields that one of these labels speaks of."""
    labelled: set[FieldName] = {"date"}
    for event in gold:
        labelled |= filled(event)
        labelled |= {"who"} if event.who is not None else set()
        labelled |= {"where"} if event.where is not None else set()
        if len(labelled) == len(FIELDS):
            break
    return labelled


def _of_unpaired(case: Case, of_corpus: set[FieldName]) -> Iterator[_Found]:
    for missed in case.alignment.missed:
        yield from ((name, "mis") for name in filled(case.gold[missed]))
    if case.alignment.extra:
        labelled = _labelled(case.gold) if case.gold else of_corpus
        for extra in case.alignment.extra:
            yield from ((name, "spu") for name in filled(case.pred[extra]) & labelled)


def _score(name: FieldName, found: Counter[_Found]) -> FieldScore:
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
