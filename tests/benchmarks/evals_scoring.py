"""How long scoring takes, and how often different events are paired with and without spans.

    python tests/benchmarks/evals_scoring.py [ARTICLES]

Invented articles of twelve events; for the last table the labelled articles in evals/corpus/dev.
Prints three tables; checks nothing.
"""

from __future__ import annotations

import random
import string
import sys
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.align import Aligner
from evals.cli.collector import paused_collector
from evals.comparable import ComparableEvent, from_gold, from_prediction
from evals.corpus import Corpus, LabelledArticle, load_corpus, sha256_of
from evals.predictions import PredictedArticle, PredictedEvent, Predictions
from evals.score import score
from evals.similarity import GATE, GATE_WITHOUT_SPANS, TOLD_ELSEWHERE, similarity
from evals.spans import Spans, place_all
from extractor.schema import GoldArticle, GoldEvent

EVENTS = 12


def invented_run(articles: int) -> tuple[Corpus, Predictions]:
    """Articles of random words, and a run that finds most of their events, partly wrong."""
    chance = random.Random(0)
    words = ["".join(chance.choices(string.ascii_lowercase, k=6)) for _ in range(3_000)]
    labelled, records, events = [], [], []
    for number in range(articles):
        sentences = [" ".join(chance.choices(words, k=20)) + "." for _ in range(30)]
        text, id_ = "\n".join(sentences), f"a{number:06d}"
        gold = [_event(sentence, chance) for sentence in chance.sample(sentences, EVENTS)]
        article = GoldArticle(id=id_, tags=tuple(chance.sample("abcdef", 2)))
        validated = tuple(GoldEvent.model_validate(event) for event in gold)
        labelled.append(LabelledArticle(article, validated, text, sha256_of(text)))
        records.append(PredictedArticle(article_id=id_, text=text, sha256=sha256_of(text)))
        found = [_worsened(event, words, chance) for event in gold if chance.random() < 0.85]
        chance.shuffle(found)
        for position, event in enumerate(found):
            about = {"article_id": id_, "id": f"{id_}-{position}", "profile": "general@000000"}
            events.append(PredictedEvent.model_validate({**event, **about}))
    return Corpus("invented", tuple(labelled)), Predictions.of(events, records)


def _event(sentence: str, chance: random.Random) -> dict[str, Any]:
    words = sentence.rstrip(".").split()
    first, second, third, fourth = chance.sample(words, 4)
    return {
        "title": " ".join(chance.sample(words, 8)),
        "kind": chance.choice(["attack", "clash"]),
        "status": "occurred",
        "when": {"edtf": f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"},
        "who": [{"name": first}, {"name": second, "role": "target"}],
        "where": [{"name": third}, {"name": fourth}],
        "evidence": [{"quote": sentence}],
    }


def _worsened(event: dict[str, Any], words: list[str], chance: random.Random) -> dict[str, Any]:
    changed = dict(event)
    if chance.random() < 0.3:
        changed["title"] = " ".join(chance.choices(words, k=8))
    if chance.random() < 0.3:
        changed["when"] = {"edtf": f"2024-{chance.randint(1, 12):02d}"}
    return changed


def measure_time(articles: int) -> None:
    corpus, predictions = invented_run(articles)
    print(f"{articles} articles, {corpus.gold_events} gold events, one core")
    _timed("corpus hash", articles, lambda: corpus.sha256)
    with paused_collector():  # as the command does it
        _timed("scored, with intervals", articles, lambda: score(corpus, predictions))
    result = score(corpus, predictions)
    _timed("JSON", articles, result.to_json)
    print(f"event {result.metrics.event}")


def _timed(name: str, articles: int, work: Callable[[], object]) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"  {name:24s} {wall:7.2f} s, CPU {1_000 * cpu / articles:7.3f} ms per article")


# Twenty invented towns; an article tells of ten of them in nearly the same words.
TOWNS = (
    "Rastovo",
    "Talbin",
    "Ter Maelis",
    "Dar Kabir",
    "Elguno",
    "Zaferen",
    "Mecdal",
    "Deyrfol",
    "Asiil",
    "Abu Humam",
    "Vazeya",
    "Izzedin",
    "Saen",
    "Granad",
    "Alepo",
    "Hamma",
    "Idlin",
    "Tel Rifat",
    "Homis",
    "Selimya",
)
GOLD_TITLES = (
    "Rebels captured {}",
    "Rebels took control of {}",
    "Opposition forces seized the town of {}",
    "Anti-regime groups advanced on {}",
)
PREDICTED_TITLES = (
    "{} was captured by the rebels",
    "Rebels gained control of {}",
    "The town of {} was seized by opposition forces",
    "Anti-regime groups moved towards {}",
    "Forces took {}",
)
Told = tuple[str, ComparableEvent]
"""A town, and the event that tells of it."""


def near_identical(chance: random.Random, *, actors: bool, spans: bool) -> list[list[Told]]:
    """Gold and predictions of an article: 80 % found, 10 % with the wrong place, two too many."""
    gold: list[Told] = []
    pred: list[Told] = []
    position = 0

    def tell(title: str, place: str) -> dict[str, Any]:
        who = [{"name": "rebels"}] if actors else []
        return {"title": title.format(place), "who": who, "where": [{"name": place}]}

    def add_prediction(town: str, place: str, start: int, end: int) -> None:
        title = chance.choice(PREDICTED_TITLES).format(town)
        event = PredictedEvent.model_validate({"article_id": "a", **tell(title, place)})
        placed: Spans = ((start, end),) if spans else ()
        pred.append((town, from_prediction(event, len(pred), spans=placed, kind=None)))

    for town in chance.sample(TOWNS, 10):
        position += chance.randint(20, 200)
        event = GoldEvent.model_validate(tell(chance.choice(GOLD_TITLES), town))
        placed: Spans = ((position, position + 80),) if spans else ()
        gold.append((town, from_gold(event, len(gold), spans=placed, kind=None)))
        if chance.random() >= 0.2:
            start, end = position + chance.randint(-15, 15), position + 80 + chance.randint(-30, 30)
            add_prediction(town, town if chance.random() < 0.9 else "Syrena", max(start, 0), end)
        position += 80
    for _ in range(2):
        start = chance.randint(0, 2_500)
        add_prediction("Damask", "Damask", start, start + 80)
    return [gold, pred]


def measure_pairing(articles: int = 1_500) -> None:
    print(f"\nPairs of near-identical events ({articles} articles): share of them that is right")
    print("  actors    spans    gate  precision  recall")
    for actors in (False, True):
        for spans in (True, False):
            chance = random.Random(1)
            cases = [near_identical(chance, actors=actors, spans=spans) for _ in range(articles)]
            for gate in (0.35,) if spans else (0.35, 0.5, 0.55, 0.6, 0.61, 0.62, 0.63, 0.65):
                precision, recall = _pairing(
                    cases, gate if spans else gate - GATE_WITHOUT_SPANS + GATE
                )
                told = "shared" if actors else "none"
                print(f"  {told:8s} {spans!s:7s} {gate:5.2f} {precision:9.3f} {recall:8.3f}")


def _pairing(cases: list[list[list[Told]]] | list[Any], gate: float) -> tuple[float, float]:
    right = found = there = 0
    for gold, pred in cases:
        aligner = Aligner([event for _, event in gold], [event for _, event in pred])
        pairs = aligner.align(gate).pairs
        found += len(pairs)
        right += sum(gold[pair.gold][0] == pred[pair.pred][0] for pair in pairs)
        there += sum(town != "Damask" for town, _ in pred)
    return right / found, right / there


LABELLED = Path(__file__).parents[2] / "evals" / "corpus" / "dev"


def measure_false_pairs() -> None:
    """Two events of one article's labels are different events: no two of them should pair."""
    print("\nPairs of different labelled events of an article that pass the gate")
    articles = [
        [
            from_gold(event, position, spans=place_all(event.evidence, labelled.text), kind=None)
            for position, event in enumerate(labelled.events)
        ]
        for labelled in load_corpus(LABELLED).articles
    ]
    for spans in (True, False):
        pairs = passing = told_elsewhere = 0
        for placed in articles:
            events = placed if spans else [event._replace(spans=()) for event in placed]
            total, above_gate = similarity(events, events)
            for i, j in combinations(range(len(events)), 2):
                pairs += 1
                passing += bool(above_gate[i, j] >= 0)
                told_elsewhere += bool(above_gate[i, j] >= 0 and total[i, j] >= TOLD_ELSEWHERE)
        told = "with spans" if spans else "without"
        print(f"  {told:10s} {passing:3d} of {pairs}; {told_elsewhere} reach {TOLD_ELSEWHERE:.2f}")


if __name__ == "__main__":
    measure_time(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
    measure_pairing()
    measure_false_pairs()
