"""How long this scorer and stickler-eval take for the same invented articles.

    python tests/benchmarks/evals_peers.py [ARTICLES] [--peer PYTHON]

PYTHON is an interpreter that has `stickler-eval`, where this one has not. Lists of twelve gold
events and about ten predictions. Both align the lists and count each field; this scorer also finds
the evidence in the text, judges grounding and order, and gives intervals. Prints CPU milliseconds
per article; checks nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

EVENTS = "events"


def stickler_seconds(documents: list[list[list[dict[str, Any]]]]) -> tuple[float, int]:
    """CPU seconds of stickler-eval, and the events it paired."""
    stickler, comparators = import_module("stickler"), import_module("stickler.comparators")
    field = stickler.ComparableField
    base: Any = stickler.StructuredModel
    words, exact = comparators.LevenshteinComparator(), comparators.ExactComparator()

    class Told(base):  # type: ignore[misc]  # the peer has no types here
        match_threshold = 0.5
        title: str = field(comparator=words, threshold=0.5, weight=2.0)
        when: str = field(comparator=exact, threshold=1.0, weight=1.5)
        who: list[str] = field(comparator=words, threshold=0.8, weight=1.0)
        where: list[str] = field(comparator=words, threshold=0.8, weight=1.0)

    class Article(base):  # type: ignore[misc]  # as above
        events: list[Told] = field(weight=1.0)

    start, right = time.process_time(), 0
    for gold, pred in documents:
        compared = Article(events=gold).compare_with(
            Article(events=pred), include_confusion_matrix=True
        )
        right += compared["confusion_matrix"]["fields"][EVENTS]["overall"]["tp"]
    return time.process_time() - start, right


def our_seconds(articles: int) -> tuple[float, int, list[list[list[dict[str, Any]]]]]:
    """CPU seconds of this scorer, the events it paired, and the same articles for the peer."""
    from evals.cli.collector import paused_collector
    from evals.score import score
    from tests.benchmarks.evals_scoring import invented_run

    corpus, predictions = invented_run(articles)
    documents = [
        [
            [_plain(event) for event in side]
            for side in (article.events, predictions.events[article.id])
        ]
        for article in corpus.articles
    ]
    with paused_collector():  # as the command does it
        start = time.process_time()
        event = score(corpus, predictions).metrics.event
        seconds = time.process_time() - start
    return seconds, event.tp if event else 0, documents


def _plain(event: Any) -> dict[str, Any]:
    """An event in the form that a peer compares: title, date, names."""
    return {
        "title": event.title,
        "when": event.when.edtf or "",
        "who": [actor.name for actor in event.who],
        "where": [place.name for place in event.where],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int, nargs="?", default=200)
    parser.add_argument("--peer", type=Path, default=Path(sys.executable))
    parser.add_argument("--as-peer", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.as_peer:
        print(json.dumps(stickler_seconds(json.load(sys.stdin))))
        return
    seconds, pairs, documents = our_seconds(arguments.articles)
    _row("evals", seconds, pairs, arguments.articles)
    command = [arguments.peer, __file__, "--as-peer"]
    told = subprocess.run(command, input=json.dumps(documents), text=True, capture_output=True)
    if told.returncode:
        print(f"stickler-eval: not measured ({told.stderr.strip().splitlines()[-1]})")
        return
    theirs, their_pairs = json.loads(told.stdout)
    _row("stickler-eval", theirs, their_pairs, arguments.articles)
    print(f"{theirs / seconds:.0f} times")


def _row(name: str, seconds: float, pairs: int, articles: int) -> None:
    print(f"{name:14s} {1_000 * seconds / articles:9.2f} ms per article, {pairs} events paired")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
