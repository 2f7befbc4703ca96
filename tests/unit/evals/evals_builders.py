"""Small corpora and runs for the tests of evals, made of a few words each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from evals.corpus import Corpus, LabelledArticle, sha256_of
from evals.predictions import PredictedArticle, PredictedEvent, Predictions
from extractor.schema import GoldArticle, GoldEvent

EventData = dict[str, Any]


def event(title: str, quote: str | None = None, **fields: Any) -> EventData:
    """An event of either side; names may be given as plain strings."""
    data: EventData = {"title": title, **fields}
    for key in ("who", "where"):
        if key in data:
            data[key] = [{"name": n} if isinstance(n, str) else n for n in data[key]]
    if isinstance(data.get("when"), str):
        data["when"] = {"edtf": data["when"]}
    if quote is not None:
        data["evidence"] = [{"quote": quote}]
    return data


def labelled(id_: str, text: str | None, *events: EventData, **article: Any) -> LabelledArticle:
    """An article of a corpus."""
    gold = GoldArticle.model_validate({"id": id_, **article})
    sha256 = gold.sha256 if text is None else sha256_of(text)
    return LabelledArticle(gold, tuple(map(GoldEvent.model_validate, events)), text, sha256)


def corpus(*articles: LabelledArticle) -> Corpus:
    """A corpus in memory."""
    return Corpus("corpus", tuple(sorted(articles, key=lambda article: article.id)))


def predicted(article_id: str, *events: EventData) -> list[PredictedEvent]:
    """Predicted events of one article."""
    return [PredictedEvent.model_validate({"article_id": article_id, **data}) for data in events]


def record(article_id: str, text: str | None = None, **fields: Any) -> PredictedArticle:
    """What became of an article in a run."""
    sha256 = None if text is None else sha256_of(text)
    data = {"article_id": article_id, "text": text, "sha256": sha256, **fields}
    return PredictedArticle.model_validate(data)


def run(events: Iterable[PredictedEvent], *records: PredictedArticle) -> Predictions:
    """A run folder in memory."""
    return Predictions.of(events, records, path="run")


def without_alternatives(data: EventData) -> EventData:
    """A gold event as a prediction: the right answers alone."""
    names = {
        key: [{"name": item["name"]} for item in data[key]]
        for key in ("who", "where")
        if key in data
    }
    when = {"when": {"edtf": data["when"].get("edtf")}} if "when" in data else {}
    return {key: value for key, value in data.items() if key != "optional"} | names | when


def perfect_run(articles: Sequence[tuple[str, str, Sequence[EventData]]]) -> Predictions:
    """The run that finds exactly what is labelled: (id, text, events) of each article."""
    found = [
        one
        for id_, _, events in articles
        for one in predicted(id_, *map(without_alternatives, events))
    ]
    return run(found, *(record(id_, text) for id_, text, _ in articles))


def write_labels(
    path: Path, text: str | None, *events: EventData, **article: Any
) -> dict[str, Any]:
    """NAME.yaml, and NAME.txt beside it; what was written."""
    data = {"article": {"id": path.stem, **article}, "events": list(events)}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    if text is not None:
        path.with_suffix(".txt").write_text(text, encoding="utf-8", newline="")
    return data
