"""How the dates of paired events are wrong.

`n`: pairs that are dated on both sides. Of these `exact` have the right date, `contained` one that
lies within the right one or around it, and `wrong_year` is right but for the year.
`median_abs_days`: the median of how far the farther end is off; dates that are open at different
ends are left out. `invented`: dated where gold is not. `missing`: undated where gold is dated.
`page_date_trap`: wrongly dated on the day the page was retrieved (of all pairs).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from statistics import median

from evals.cases import Case
from evals.comparable import ComparableEvent
from evals.scorefile import DateScores
from evals.verdicts import right_date
from extractor.edtf import UNBOUNDED, Bounds, bounds_of, compare


def date_scores(cases: Iterable[Case]) -> DateScores:
    """Count over all pairs of all cases."""
    dated = exact = contained = wrong_year = trapped = invented = missing = 0
    distances: list[int] = []
    for case in cases:
        page_date = bounds_of(case.article.retrieved)
        for pair, found in zip(case.alignment.pairs, case.verdicts, strict=True):
            gold, pred = case.gold[pair.gold], case.pred[pair.pred]
            both_dated = gold.date != UNBOUNDED and pred.date != UNBOUNDED
            dated += both_dated
            if right_date(found):
                if both_dated:
                    exact += 1
                    distances.append(0)
                continue
            trapped += page_date != UNBOUNDED and pred.date == page_date
            invented += gold.date == UNBOUNDED
            missing += pred.date == UNBOUNDED
            if both_dated:
                distances += _distances(gold, pred)
                contained += _is_contained(gold, pred)
                wrong_year += _is_wrong_year(gold, pred)
    return DateScores(
        n=dated,
        exact=exact,
        contained=contained,
        median_abs_days=float(median(distances)) if distances else None,
        wrong_year=wrong_year,
        page_date_trap=trapped,
        invented=invented,
        missing=missing,
    )


def _dated(event: ComparableEvent) -> list[Bounds]:
    return [bounds for bounds in event.dates if bounds != UNBOUNDED]


def _is_contained(gold: ComparableEvent, pred: ComparableEvent) -> bool:
    return any(compare(pred.date, bounds) in ("narrower", "wider") for bounds in _dated(gold))


def _distances(gold: ComparableEvent, pred: ComparableEvent) -> list[int]:
    """Days to the nearest right answer that is open at the same ends; none where all differ."""
    days = (days_off(pred.date, bounds) for bounds in _dated(gold))
    return sorted(found for found in days if found is not None)[:1]


def days_off(left: Bounds, right: Bounds) -> int | None:
    """The greater of the days between the two starts and between the two ends.

    So a date that says nothing is not near. None where one is open at an end and the other not.
    """
    off = 0
    for one, other in zip(left, right, strict=True):
        if one is None or other is None:
            if one is not other:
                return None
            continue
        off = max(off, abs((one - other).days))
    return off


def signed_days_off(gold: ComparableEvent, pred: ComparableEvent) -> int | None:
    """Days from the nearest right answer to the predicted date, of the end that is farther off.

    Below 0 where it is too early; None unless both are dated and open at the same ends.
    """
    if pred.date in gold.dates:
        return None if pred.date == UNBOUNDED else 0
    found = [
        farther_end(pred.date, bounds)
        for bounds in _dated(gold)
        if days_off(pred.date, bounds) is not None
    ]
    return min(found, key=lambda days: (abs(days), days), default=None)


def farther_end(left: Bounds, right: Bounds) -> int:
    """Days from right to left at the end where that is more; of equals, at the start."""
    ends = [
        (one - other).days
        for one, other in zip(left, right, strict=True)
        if one is not None and other is not None
    ]
    return max(ends, key=abs, default=0)


def _is_wrong_year(gold: ComparableEvent, pred: ComparableEvent) -> bool:
    return any(_years_off(pred.date, bounds) for bounds in _dated(gold))


def _years_off(left: Bounds, right: Bounds) -> bool:
    """Whether the same days of another year: both ends moved by the same number of years."""
    moved = set()
    for one, other in zip(left, right, strict=True):
        if one is None or other is None:
            if one is not other:
                return False
            continue
        if (one.month, one.day) != (other.month, other.day) and not _both_end_february(one, other):
            return False
        moved.add(one.year - other.year)
    return len(moved) == 1 and moved != {0}


def _both_end_february(one: date, other: date) -> bool:
    return one.month == other.month == 2 and min(one.day, other.day) >= 28
