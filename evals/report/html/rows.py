"""The events of one article as rows of a table: pairs, what was missed, what is too many.

Puts verdicts, values and reasons in words; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from evals.predictions import PredictedEvent, PredictedPlace
from evals.report.html.nearest import Candidate, Likeness
from evals.report.html.sources import Source
from evals.scorefile import ArticleScore, EventKey, FieldName, Lost, ScoredPair, Verdict
from extractor.schema import GoldEvent
from extractor.schema.gold import GoldPlace

FIELDS: tuple[FieldName, ...] = get_args(FieldName)
RowKind: TypeAlias = Literal["pair", "missed", "extra", "optional"]
Values: TypeAlias = dict[FieldName, str]

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Row:
    """One event of an article, or a pair of them, under one number.

    A side without title has no event. Values are there only where labels and answers were found.
    """

    number: int
    kind: RowKind
    error: str = ""
    gold_title: str | None = None
    pred_title: str | None = None
    gold_values: Values = field(default_factory=dict)
    pred_values: Values = field(default_factory=dict)
    verdicts: dict[FieldName, Verdict] = field(default_factory=dict)
    similarity: str = ""
    days_off: int | None = None
    why: str = ""
    nearest_title: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """A row with the positions of its events on either side; None without such an event."""

    row: Row
    gold: int | None = None
    pred: int | None = None


def rows_of(article: ArticleScore, source: Source | None) -> list[Located]:
    """All rows of an article, numbered from 1: pairs, missed, too many, optional pairs."""
    if source is None:
        return [Located(row) for row in _bare_rows(article)]
    return list(_Rows(source).of(article))


def _bare_rows(article: ArticleScore) -> Iterator[Row]:
    """What the score file alone can tell."""
    number = 0
    for kind, pairs in _pairs(article):
        for pair in pairs:
            number += 1
            yield _pair_row(number, kind, pair)
    for lost in article.missed:
        number += 1
        yield Row(number, "missed", error=lost.error, gold_title=lost.title)
    for lost in article.extra:
        number += 1
        yield Row(number, "extra", error=lost.error, pred_title=lost.title)


def _pairs(article: ArticleScore) -> Iterator[tuple[RowKind, Sequence[ScoredPair]]]:
    yield "pair", article.pairs
    yield "optional", article.optional


def _pair_row(
    number: int, kind: RowKind, pair: ScoredPair, gold: Values | None = None,
    pred: Values | None = None, parts: str = "",
) -> Row:  # fmt: skip
    return Row(
        number,
        kind,
        gold_title=pair.gold_title,
        pred_title=pair.pred_title,
        gold_values=gold or {},
        pred_values=pred or {},
        verdicts=pair.fields,
        similarity=f"similarity {pair.similarity:.2f}{parts}",
        days_off=pair.days_off,
    )


class _Rows:
    """Rows of an article whose labels and answers are at hand."""

    def __init__(self, source: Source) -> None:
        case = source.case
        self._source = source
        self._likeness = Likeness(case)
        self._gold_at = {event.key: position for position, event in enumerate(case.gold)}
        self._pred_at = {event.key: position for position, event in enumerate(case.pred)}
        self._number = 0

    def of(self, article: ArticleScore) -> Iterator[Located]:
        for kind, pairs in _pairs(article):
            for pair in pairs:
                yield self._pair(kind, pair)
        for lost in article.missed:
            yield self._missed(lost)
        for lost in article.extra:
            yield self._extra(lost)

    def _next(self) -> int:
        self._number += 1
        return self._number

    def _pair(self, kind: RowKind, pair: ScoredPair) -> Located:
        gold, pred = self._gold_at[pair.gold], self._pred_at[pair.pred]
        parts = _parts_words(self._likeness.parts(gold, pred))
        values = self._gold_values(gold), self._pred_values(pred)
        return Located(_pair_row(self._next(), kind, pair, *values, f" ({parts})"), gold, pred)

    def _missed(self, lost: Lost) -> Located:
        gold = self._gold_at[lost.event]
        nearest = self._likeness.of_gold(gold, _position(self._pred_at, lost.nearest))
        row = Row(
            self._next(),
            "missed",
            error=lost.error,
            gold_title=lost.title,
            gold_values=self._gold_values(gold),
            why=_why(nearest) or "the run found no event in this article",
            nearest_title=self._source.case.pred[nearest.position].title if nearest else "",
        )
        return Located(row, gold=gold)

    def _extra(self, lost: Lost) -> Located:
        pred = self._pred_at[lost.event]
        nearest = self._likeness.of_prediction(pred, _position(self._gold_at, lost.nearest))
        row = Row(
            self._next(),
            "extra",
            error=lost.error,
            pred_title=lost.title,
            pred_values=self._pred_values(pred),
            why=_why(nearest) or "the article has no gold event",
            nearest_title=self._source.case.gold[nearest.position].title if nearest else "",
        )
        return Located(row, pred=pred)

    def _gold_values(self, position: int) -> Values:
        return _values(self._source.labelled.events[position])

    def _pred_values(self, position: int) -> Values:
        return _values(self._source.case.raw[position])


def _position(positions: dict[EventKey, int], key: EventKey | None) -> int | None:
    return None if key is None else positions.get(key)


def _values(event: GoldEvent | PredictedEvent) -> Values:
    """What one side says of each field. Alternatives that count as right stand after `also`."""
    when, also = event.when, getattr(event.when, "also", ())
    date = when.edtf or UNDATED
    if also:
        date += f" (also {', '.join(other or UNDATED for other in also)})"
    if when.text:
        date += f" · “{when.text}”"
    return {
        "date": date,
        "who": ", ".join(actor.name for actor in event.who),
        "where": ", ".join(_place(place) for place in event.where),
        "kind": event.kind or "",
        "status": event.status or "",
    }


def _place(place: GoldPlace | PredictedPlace) -> str:
    return f"{place.name} ({place.within})" if place.within else place.name


def _parts_words(parts: dict[str, float | None]) -> str:
    return ", ".join(
        f"{name} {'–' if value is None else f'{value:.2f}'}" for name, value in parts.items()
    )


def _why(nearest: Candidate | None) -> str:
    if nearest is None:
        return ""
    parts = _parts_words(dict(nearest.parts))
    return f"similarity {nearest.similarity:.2f} ({parts}): {nearest.reason}"
