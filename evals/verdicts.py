"""The verdict on each field of a pair, in MUC's words. Judges one pair; counts nothing."""

from __future__ import annotations

from evals.comparable import ComparableEvent, Names, same_names, with_counterpart
from evals.scorefile import FieldName, Verdict
from extractor.edtf import UNBOUNDED, compare

Verdicts = dict[FieldName, Verdict]
"""Fields that count nowhere are left out."""


def same_date(gold: ComparableEvent, pred: ComparableEvent) -> bool:
    """Whether first and last possible day are the same, for one of the answers that count.

    Bounds only: how sure a date is (`?`, `~`, `%`) is not compared. Undated equals undated.
    """
    if gold.date == pred.date:
        return True
    return any(date in gold.dates for date in pred.dates)


def verdicts(gold: ComparableEvent, pred: ComparableEvent) -> Verdicts:
    """Verdicts of a pair; fields that count nowhere are left out."""
    found: dict[FieldName, Verdict | None] = {
        "date": _date_verdict(gold, pred),
        "who": _names_verdict(gold.who, pred.who),
        "where": _names_verdict(gold.where, pred.where),
        "kind": _word_verdict(gold.kind, pred.kind),
        "status": _word_verdict(gold.status, pred.status),
    }
    return {name: verdict for name, verdict in found.items() if verdict is not None}


def right_date(found: Verdicts) -> bool:
    """Whether the date of a pair is right; undated on both sides is right, without a verdict."""
    return found.get("date", "cor") == "cor"


def _date_verdict(gold: ComparableEvent, pred: ComparableEvent) -> Verdict | None:
    """PAR where the date is narrower or wider than gold or one of its alternatives."""
    if gold.date == pred.date:
        return None if gold.date == UNBOUNDED else "cor"
    if same_date(gold, pred):
        return "cor"
    if pred.date == UNBOUNDED:
        return "mis"
    if gold.date == UNBOUNDED:
        return "spu"
    relations = {compare(pred.date, date) for date in gold.dates}
    return "par" if relations & {"narrower", "wider"} else "inc"


def _names_verdict(gold: Names | None, pred: Names | None) -> Verdict | None:
    """COR where every name has a counterpart on the other side, PAR where some have."""
    if gold is None or not (gold or pred):
        return None
    if not pred:
        return "mis"
    if not gold:
        return "spu"
    if same_names(gold, pred):
        return "cor"
    return "par" if with_counterpart(gold, pred) else "inc"


def _word_verdict(gold: str | None, pred: str | None) -> Verdict | None:
    if gold is None:
        return None
    if pred is None:
        return "mis"
    return "cor" if gold == pred else "inc"
