"""A corpus as Label Studio's tasks: each event a region with its fields. Changes no label."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from evals.corpus import LabelledArticle
from evals.labelstudio.form import CHOICES, to_fields
from evals.labelstudio.names import (
    ARTICLE,
    ARTICLE_ID,
    EVENT,
    EVIDENCE,
    RELATION,
    SPAN,
    TEXT,
    UNPLACED,
)
from evals.labelstudio.offsets import Utf16Offsets
from evals.spans import Span, place
from extractor.errors import CorpusError
from extractor.schema import GoldEvent

As = Literal["annotations", "predictions"]
Task = dict[str, Any]

MODEL_VERSION = "labels"
"""What Label Studio shows as the source of labels that are exported as predictions."""


def tasks(articles: Iterable[LabelledArticle], *, labels_as: As = "annotations") -> Iterator[Task]:
    """A task an article. As predictions, labels are suggestions that an annotator starts from.

    Raises CorpusError for an article without its text.
    """
    for labelled in articles:
        if labelled.text is None:
            raise CorpusError(f"{labelled.id} has no text", hint="--texts DIR says where texts are")
        made: dict[str, Any] = {"result": list(_results(labelled.text, labelled.events))}
        if labels_as == "predictions":
            made = {"model_version": MODEL_VERSION, **made}
        about = labelled.article.model_dump(mode="json", exclude_unset=True)
        data = {ARTICLE_ID: labelled.id, TEXT: labelled.text, ARTICLE: about}
        yield {"data": data, labels_as: [made]}


def _results(text: str, events: Iterable[GoldEvent]) -> Iterator[dict[str, Any]]:
    offsets = Utf16Offsets(text)
    unplaced = []
    for position, event in enumerate(events):
        told, spans = _placed(event, text)
        if spans:
            yield from _event(f"event-{position}", text, offsets, spans, told)
        else:
            entry = {"position": position, "event": told}
            unplaced.append(json.dumps(entry, ensure_ascii=False))
    if unplaced:
        value = {"text": unplaced}
        yield {"id": UNPLACED, **_control(UNPLACED, "textarea"), "value": value}


def _placed(event: GoldEvent, text: str) -> tuple[dict[str, Any], list[Span]]:
    """What the label sets, and the spans of its evidence; what cannot be placed stays in the first.

    A span that several pieces name is marked once.
    """
    told = event.model_dump(mode="json", exclude_unset=True)
    pieces = told.pop("evidence", None)
    spans: dict[Span, None] = {}
    left = []
    for piece, written in zip(event.evidence, pieces or (), strict=True):
        span = place(piece, text)
        if span is None or span[1] > len(text):
            left.append(written)
        else:
            spans[span] = None
    if left or pieces == []:
        told["evidence"] = left
    return told, list(spans)


def _event(
    id_: str, text: str, offsets: Utf16Offsets, spans: list[Span], told: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    """The region with its fields, then further evidence, each tied to it."""
    where = _place(offsets, spans[0])
    words = text[spans[0][0] : spans[0][1]]
    yield _region(id_, where, words, EVENT)
    for field, lines in to_fields(told).items():
        kind, key = ("choices", "choices") if field in CHOICES else ("textarea", "text")
        yield {"id": id_, **_control(field, kind), "value": where | {key: lines}}
    for number, span in enumerate(spans[1:], start=1):
        other = f"{id_}-{number}"
        yield _region(other, _place(offsets, span), text[span[0] : span[1]], EVIDENCE)
        yield {
            "type": "relation",
            "from_id": id_,
            "to_id": other,
            "direction": "right",
            "labels": [RELATION],
        }


def _place(offsets: Utf16Offsets, span: Span) -> dict[str, int]:
    start, end = offsets.to_units(span)
    return {"start": start, "end": end}


def _region(id_: str, where: Mapping[str, int], words: str, label: str) -> dict[str, Any]:
    value = {**where, "text": words, "labels": [label]}
    return {"id": id_, **_control(SPAN, "labels"), "value": value}


def _control(name: str, kind: str) -> dict[str, str]:
    return {"from_name": name, "to_name": TEXT, "type": kind}
