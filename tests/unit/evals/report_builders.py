"""A small corpus and two runs over it, on disk, for the tests of reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from evals.corpus import load_corpus, sha256_of
from evals.predictions import read_predictions
from evals.score import score
from evals.scorefile import Score
from tests.unit.evals.evals_builders import EventData, event, write_labels

TEXT = "Rain fell on Velga on 3 May.\nMiners met in Ostin.\nA bridge broke near Torun.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga on 3 May.", when="2024-05-03",
             where=["Velga"])  # fmt: skip
MINERS = event("Miners meet in Ostin", "Miners met in Ostin.", who=["Miners"], where=["Ostin"])
BRIDGE = event("Bridge breaks near Torun", "A bridge broke near Torun.", where=["Torun"])
LATE_RAIN = {**RAIN, "when": {"edtf": "2024-05-05"}}


@dataclass(frozen=True)
class Files:
    """Where everything of a scored run is."""

    corpus: Path
    run: Path
    score_file: Path
    score: Score


def write_run(folder: Path, engine: str, found: dict[str, list[EventData]], text: str) -> None:
    """A run folder; every article has the same text, each takes a second more than the last."""
    folder.mkdir(parents=True, exist_ok=True)
    events = [
        {"article_id": id_, "id": f"{id_}-{position}", **one}
        for id_, listed in found.items()
        for position, one in enumerate(listed)
    ]
    articles = [
        {"article_id": id_, "status": "ok", "text": text, "sha256": sha256_of(text),
         "seconds": 1.5 + position, "cost_usd": 0.25,
         "usage": {"input_tokens": 1200, "output_tokens": 34}}
        for position, id_ in enumerate(found)
    ]  # fmt: skip
    _write_lines(folder / "events.jsonl", events)
    _write_lines(folder / "articles.jsonl", articles)
    described = {"engine": engine, "profile": "general@1", "complete": True}
    (folder / "run.json").write_text(json.dumps(described), encoding="utf-8")


def _write_lines(path: Path, records: list[EventData]) -> None:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    path.write_text(lines, encoding="utf-8")


def scored(
    folder: Path,
    gold: dict[str, list[EventData]],
    found: dict[str, list[EventData]],
    *,
    engine: str = "demo/model",
    text: str = TEXT,
    name: str = "run",
    **article: object,
) -> Files:
    """Write a corpus and a run into `folder`, score, write the score file."""
    corpus, run, file = folder / "corpus", folder / name, folder / f"{name}.json"
    for id_, events in gold.items():
        write_labels(corpus / f"{id_}.yaml", text, *events, **article)
    write_run(run, engine, found, text)
    result = score(load_corpus(corpus), read_predictions(run))
    file.write_text(result.to_json(), encoding="utf-8")
    return Files(corpus, run, file, result)


def two_articles(folder: Path) -> Files:
    """`calm`: all right. `sore`: one date wrong, one event missed, one told twice."""
    gold = {"calm": [RAIN, MINERS], "sore": [RAIN, MINERS, BRIDGE]}
    found = {"calm": [RAIN, MINERS], "sore": [LATE_RAIN, MINERS, MINERS]}
    return scored(folder, gold, found, tags=["sea side"])


def the_floor(folder: Path) -> Files:
    """The rules engine on the same corpus: it finds the rain in both articles, rightly dated."""
    gold = {"calm": [RAIN, MINERS], "sore": [RAIN, MINERS, BRIDGE]}
    found = {"calm": [RAIN], "sore": [RAIN, MINERS]}
    return scored(folder, gold, found, engine="rules", name="floor", tags=["sea side"])


def as_agreement(files: Files) -> Path:
    """The score as if the run were a second person's labels."""
    path = files.score_file.with_name("agreement.json")
    scorer = files.score.scorer.model_copy(update={"all_required": True})
    path.write_text(files.score.model_copy(update={"scorer": scorer}).to_json(), encoding="utf-8")
    return path
