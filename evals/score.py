"""From a corpus and a run to the score file: a pure function, without a clock and without chance.

Reads no file and calls no model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from evals.align import Pair
from evals.cases import UNREAD, Case, Outside, build_cases, text_hash
from evals.comparable import ComparableEvent
from evals.corpus import Corpus
from evals.metrics.dates import date_scores, signed_days_off
from evals.metrics.empty import empty_articles
from evals.metrics.errors import LostEvent, error_counts, lost_gold, lost_predictions
from evals.metrics.events import event_counts, event_date_counts
from evals.metrics.fields import field_scores
from evals.metrics.grounding import grounding_scores, read_in_cases, read_in_run
from evals.metrics.order import order_scores
from evals.metrics.published import published_scores
from evals.metrics.ratios import Counts, f1_of, rates
from evals.metrics.usage import usage_totals
from evals.predictions import Predictions
from evals.scorefile import (
    F1,
    ArticleScore,
    CorpusInfo,
    Lost,
    Metrics,
    RunInfo,
    Score,
    ScoredPair,
    ScorerInfo,
    Slice,
)
from evals.similarity import (
    EVIDENCE_WEIGHT,
    GATE,
    GATE_WITHOUT_SPANS,
    NAMES_WEIGHT,
    SIDE_GATE,
    WORDING_WEIGHT,
    Events,
)
from evals.statistics.intervals import DRAWS, SEED, f1_intervals
from evals.verdicts import Verdicts, verdicts
from extractor import __version__

SCORER_VERSION = 3
"""Raised whenever the same run on the same corpus would get another number."""

GATES = (0.25, 0.35, 0.45)


def score(corpus: Corpus, predictions: Predictions, *, all_required: bool = False) -> Score:
    """Score a run against a corpus. `all_required`: optional gold counts like any other."""
    cases, outside = build_cases(corpus, predictions, all_required=all_required)
    run = _run_info(predictions, outside, cases, _changed_texts(corpus, cases))
    return score_cases(corpus, cases, run, all_required=all_required)


def score_cases(
    corpus: Corpus, cases: Sequence[Case], run: RunInfo, *, all_required: bool
) -> Score:
    """The score of cases that have been joined already."""
    judged = [_Judged.of(case) for case in cases]
    return Score(
        corpus=CorpusInfo(
            path=corpus.path,
            sha256=corpus.sha256,
            articles=len(cases),
            gold_events=sum(not event.optional for case in cases for event in case.gold),
        ),
        run=run,
        scorer=_scorer_info(all_required=all_required),
        metrics=_metrics(judged),
        slices=_slices(judged),
        articles=tuple(_article_score(one) for one in judged),
    )


def score_without_corpus(predictions: Predictions) -> Score:
    """What can be told of a run without gold: its grounding and its usage."""
    return Score(
        run=_run_info(predictions, Outside(0, 0), (), changed_texts=0),
        scorer=_scorer_info(all_required=False),
        metrics=Metrics(
            grounding=grounding_scores(read_in_run(predictions)),
            usage=usage_totals(list((predictions.records or {}).values())),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A case with what headline, slices, errors and the article's own record share."""

    case: Case
    event: Counts
    event_date: Counts
    lost_gold: list[LostEvent]
    lost_pred: list[LostEvent]

    @classmethod
    def of(cls, case: Case) -> _Judged:
        return cls(
            case,
            event_counts(case.alignment),
            event_date_counts(case),
            lost_gold(case),
            lost_predictions(case),
        )


def _metrics(judged: Sequence[_Judged]) -> Metrics:
    cases = [one.case for one in judged]
    lost = (lost for one in judged for lost in (*one.lost_gold, *one.lost_pred))
    event, event_date = _pooled(judged)
    return Metrics(
        event=event,
        event_date=event_date,
        fields=field_scores(cases),
        dates=date_scores(cases),
        grounding=grounding_scores(read_in_cases(cases)),
        order=order_scores(cases),
        published=published_scores(cases),
        errors=error_counts(lost),
        empty_articles=empty_articles(cases),
        usage=usage_totals([case.record for case in cases if case.record]),
        gates={f"{gate:.2f}": _f1_at(gate, cases) for gate in GATES},
    )


def _pooled(judged: Sequence[_Judged]) -> tuple[F1, F1]:
    """Micro F1 of events and of events with their dates, with the intervals of both."""
    rows = [one.event for one in judged], [one.event_date for one in judged]
    tables = [np.array(table, dtype=np.int64).reshape(-1, 3) for table in rows]
    first, second = map(rates, map(_total, rows), f1_intervals(tables))
    return first, second


def _total(rows: Iterable[Counts]) -> Counts:
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return Counts(*(sum(column) for column in columns))


def _f1_at(gate: float, cases: Sequence[Case]) -> float | None:
    alignments = [case.alignment if gate == GATE else case.aligner.align(gate) for case in cases]
    return f1_of(_total(event_counts(alignment) for alignment in alignments))


def _slices(judged: Sequence[_Judged]) -> dict[str, Slice]:
    """Scores of the articles that carry a tag, in the order of the tags."""
    tagged: dict[str, list[_Judged]] = {}
    for one in judged:
        for tag in set(one.case.article.tags):
            tagged.setdefault(tag, []).append(one)
    return {tag: _slice(tagged[tag]) for tag in sorted(tagged)}


def _slice(judged: Sequence[_Judged]) -> Slice:
    event, event_date = _pooled(judged)
    return Slice(n=len(judged), event=event, event_date=event_date)


def article_score(case: Case) -> ArticleScore:
    """What the score file says of one case."""
    return _article_score(_Judged.of(case))


def _article_score(judged: _Judged) -> ArticleScore:
    case = judged.case
    gold, pred = case.gold, case.pred
    return ArticleScore(
        id=case.article.id,
        status=case.status,
        tags=case.article.tags,
        tp=judged.event.tp,
        fp=judged.event.fp,
        fn=judged.event.fn,
        pairs=tuple(
            _scored_pair(gold[pair.gold], pred[pair.pred], pair, found)
            for pair, found in zip(case.alignment.pairs, case.verdicts, strict=True)
        ),
        missed=tuple(_lost(gold, pred, lost) for lost in judged.lost_gold),
        extra=tuple(_lost(pred, gold, lost) for lost in judged.lost_pred),
        optional=tuple(
            _scored_pair(gold[p.gold], pred[p.pred], p, verdicts(gold[p.gold], pred[p.pred]))
            for p in case.alignment.optional
        ),
    )


def _scored_pair(
    gold: ComparableEvent, pred: ComparableEvent, pair: Pair, found: Verdicts
) -> ScoredPair:
    return ScoredPair(
        gold=gold.key,
        pred=pred.key,
        similarity=pair.similarity,
        fields=found,
        gold_title=gold.title,
        pred_title=pred.title,
        days_off=signed_days_off(gold, pred),
    )


def _lost(side: Events, other_side: Events, lost: LostEvent) -> Lost:
    return Lost(
        event=side[lost.position].key,
        title=side[lost.position].title,
        error=lost.error,
        nearest=None if lost.nearest is None else other_side[lost.nearest].key,
    )


def _changed_texts(corpus: Corpus, cases: Sequence[Case]) -> int:
    """Articles that were read in another text than the labelled one, as far as hashes can tell.

    Of an article with a web page the page is read, whose text is another one by right.
    """
    read = (
        (labelled.text_sha256, text_hash(case.record))
        for labelled, case in zip(corpus.articles, cases, strict=True)
        if case.record and case.status not in UNREAD and labelled.page is None
    )
    return sum(None not in hashes and hashes[0] != hashes[1] for hashes in read)


def _run_info(
    predictions: Predictions, outside: Outside, cases: Sequence[Case], changed_texts: int
) -> RunInfo:
    records = predictions.records
    compared = [case for case in cases if case.gold and case.pred]
    return RunInfo(
        path=predictions.path,
        engine=predictions.run.engine,
        profile=predictions.run.profile,
        complete=predictions.run.complete,
        articles=len(predictions.events if records is None else records),
        events=sum(len(events) for events in predictions.events.values()),
        outside_articles=outside.articles,
        outside_events=outside.events,
        changed_texts=changed_texts,
        unplaced_events=sum(not event.spans for case in compared for event in case.pred),
        unplaced_gold=sum(not event.spans for case in compared for event in case.gold),
    )


def _scorer_info(*, all_required: bool) -> ScorerInfo:
    return ScorerInfo(
        version=SCORER_VERSION,
        package=__version__,
        gate=GATE,
        gate_without_spans=GATE_WITHOUT_SPANS,
        side_gate=SIDE_GATE,
        weights={
            "evidence": EVIDENCE_WEIGHT,
            "wording": WORDING_WEIGHT,
            "names": NAMES_WEIGHT,
        },
        draws=DRAWS,
        seed=SEED,
        all_required=all_required,
    )
