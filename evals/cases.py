"""One case an article: its labels and what a run found in it, brought to one text and one form.

Joins a corpus and a run; measures nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evals.align import Aligner, Alignment
from evals.comparable import ComparableEvent, from_gold, from_prediction
from evals.corpus import Corpus, LabelledArticle, sha256_of
from evals.kinds import KindMap
from evals.predictions import PredictedArticle, PredictedEvent, Predictions
from evals.scorefile import CaseStatus
from evals.spans import Spans, moved_offset, place, place_all, union
from evals.verdicts import Verdicts, verdicts
from extractor.schema import GoldArticle, GoldEvent
from extractor.schema.gold import GoldEvidence

UNREAD: frozenset[CaseStatus] = frozenset({"failed", "missing"})
"""Articles that gave nothing to judge: all their gold is missed, and they are never clean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An article of the corpus with both sides' events and how they pair.

    `raw` are the predictions as they were read. `read_text` is the text that the run read, as far
    as it is at hand: what a prediction has to stand on.
    """

    article: GoldArticle
    status: CaseStatus
    record: PredictedArticle | None
    read_text: str | None
    gold: tuple[ComparableEvent, ...]
    pred: tuple[ComparableEvent, ...]
    raw: tuple[PredictedEvent, ...]
    aligner: Aligner
    alignment: Alignment
    verdicts: tuple[Verdicts, ...]

    @classmethod
    def of(
        cls,
        article: GoldArticle,
        gold: tuple[ComparableEvent, ...],
        pred: tuple[ComparableEvent, ...],
        *,
        raw: tuple[PredictedEvent, ...],
        status: CaseStatus = "ok",
        record: PredictedArticle | None = None,
        read_text: str | None = None,
    ) -> Case:
        """Pair the events of both sides and judge the pairs."""
        aligner = Aligner(gold, pred)
        alignment = aligner.align()
        return cls(
            article=article,
            status=status,
            record=record,
            read_text=read_text,
            gold=gold,
            pred=pred,
            raw=raw,
            aligner=aligner,
            alignment=alignment,
            verdicts=tuple(verdicts(gold[p.gold], pred[p.pred]) for p in alignment.pairs),
        )


class Outside(NamedTuple):
    """What a run holds that is of no article of the corpus."""

    articles: int
    events: int


class _Found(NamedTuple):
    """What a run has of one article."""

    status: CaseStatus
    record: PredictedArticle | None
    events: tuple[PredictedEvent, ...]


def build_cases(
    corpus: Corpus, predictions: Predictions, *, all_required: bool = False
) -> tuple[list[Case], Outside]:
    """Cases in the order of article ids, and what the run has beside them.

    A run's article is found by its id and text, else by the sha256 of its text, else by its id.
    `all_required` counts optional gold like any other, as agreement of two label sets needs it.
    """
    joined = _join(corpus.articles, predictions)
    kinds, run_kinds = KindMap(), KindMap(predictions.run.kinds)
    cases = [
        _case(
            labelled, _found(joined.get(labelled.id), predictions), kinds, run_kinds, all_required
        )
        for labelled in corpus.articles
    ]
    return cases, _outside(predictions, set(joined.values()))


def _join(articles: Sequence[LabelledArticle], predictions: Predictions) -> dict[str, str]:
    """Id in the run of each article of the corpus that the run has.

    First by id and text together, then by the text alone, then by the id alone. The id alone does
    not do where the run read the text of another article under it: ids may have been swapped.
    """
    records = predictions.records or {}
    hash_of = {record.article_id: text_hash(record) for record in records.values()}
    known = {*records, *predictions.events}
    joined = {a.id: a.id for a in articles if a.id in known and _same_text(a, hash_of.get(a.id))}
    taken = set(joined.values())
    by_text: dict[str, str] = {}
    for record in sorted(records.values(), key=lambda r: (r.status == "failed", r.article_id)):
        if record.article_id not in taken and (sha256 := hash_of[record.article_id]):
            by_text.setdefault(sha256, record.article_id)
    for labelled in articles:
        if labelled.id not in joined and labelled.text_sha256 in by_text:
            joined[labelled.id] = by_text.pop(labelled.text_sha256)
    labelled_texts = {labelled.text_sha256 for labelled in articles}
    for labelled in articles:
        free = labelled.id in known and hash_of.get(labelled.id) not in labelled_texts
        if labelled.id not in joined and free:
            joined[labelled.id] = labelled.id
    return joined


def _same_text(labelled: LabelledArticle, run_hash: str | None) -> bool:
    """Also where it cannot be told, because either side does not name its text."""
    return None in (run_hash, labelled.text_sha256) or run_hash == labelled.text_sha256


def text_hash(record: PredictedArticle) -> str | None:
    """SHA-256 of the text that a run read; None where its record does not tell."""
    if record.sha256 is None and record.text is not None:
        return sha256_of(record.text)
    return record.sha256


def _found(run_id: str | None, predictions: Predictions) -> _Found:
    if run_id is None:
        return _Found("no_events" if predictions.records is None else "missing", None, ())
    record = (predictions.records or {}).get(run_id)
    status: CaseStatus = record.status if record else "ok"
    events = () if status in UNREAD else predictions.events.get(run_id, ())
    return _Found(status, record, events)


def _outside(predictions: Predictions, joined: Iterable[str]) -> Outside:
    known = set(joined)
    articles = {*predictions.events, *(predictions.records or {})} - known
    events = sum(len(found) for id_, found in predictions.events.items() if id_ not in known)
    return Outside(len(articles), events)


def _case(
    labelled: LabelledArticle,
    found: _Found,
    kinds: KindMap,
    run_kinds: KindMap,
    all_required: bool,
) -> Case:
    view = _TextView.of(labelled, found.record)
    gold = tuple(
        from_gold(
            event.model_copy(update={"optional": False}) if all_required else event,
            position,
            spans=view.gold_spans(event),
            kind=kinds.general(event.kind, labelled.article.profile),
        )
        for position, event in enumerate(labelled.events)
    )
    labelled_spans = union(span for event in gold for span in event.spans)
    pred = tuple(
        from_prediction(
            event,
            position,
            spans=view.predicted_spans(event, labelled_spans),
            kind=run_kinds.general(event.kind, event.profile or labelled.article.profile),
        )
        for position, event in enumerate(found.events)
    )
    return Case.of(
        labelled.article,
        gold,
        pred,
        raw=found.events,
        status=found.status,
        record=found.record,
        read_text=view.text if view.predicted_offsets_hold else None,
    )


@dataclass(frozen=True, slots=True)
class _TextView:
    """The one text to which the evidence of both sides is brought.

    That is the text of the run where the run has kept it, else the labelled one. The offsets of a
    side hold where they were made on that text, as far as the hashes can tell.
    """

    text: str | None
    labelled_text: str | None
    gold_offsets_hold: bool
    predicted_offsets_hold: bool

    @classmethod
    def of(cls, labelled: LabelledArticle, record: PredictedArticle | None) -> _TextView:
        run_hash = text_hash(record) if record else None
        run_text = record.text if record else None
        same = _same_text(labelled, run_hash)
        return cls(
            text=labelled.text if run_text is None else run_text,
            labelled_text=labelled.text,
            gold_offsets_hold=same or run_text is None,
            predicted_offsets_hold=same or run_text is not None,
        )

    def gold_spans(self, event: GoldEvent) -> Spans:
        evidence = event.evidence
        if not self.gold_offsets_hold:
            evidence = tuple(map(self._carried_over, evidence))
        return place_all(evidence, self.text, offsets_hold=self.gold_offsets_hold)

    def predicted_spans(self, event: PredictedEvent, labelled: Spans) -> Spans:
        """A quote that stands in the text several times is taken where gold has evidence.

        Lines that were added for context state nothing of the event and are left out.
        """
        return place_all(
            event.cited, self.text, offsets_hold=self.predicted_offsets_hold, beside=labelled
        )

    def _carried_over(self, piece: GoldEvidence) -> GoldEvidence:
        """The words that stand at the evidence's place in its own text, and about where in this.

        So words that stand often in the run's text, say in a teaser too, are taken where the
        lines around them are.
        """
        labelled, text = self.labelled_text, self.text
        span = None if labelled is None else place(piece, labelled)
        if labelled is None or text is None or span is None:
            return piece
        words = labelled[span[0] : span[1]]
        start = moved_offset(span[0], labelled, text)
        where = {"start": start, "end": start + len(words)}
        return piece.model_copy(update={"quote": words, **where}) if words else piece
