"""Articles per second of a batch with the offline engine, and where the time goes.

Usage: python tests/benchmarks/batch.py [ARTICLES]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from extractor.batch.runner import BatchOptions, run_into
from extractor.engines.opening import open_engine
from extractor.engines.rules import RulesEngine
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.prove import prove
from extractor.schema import Article, WireAnswer
from extractor.text.inputs import read_inputs

CORPUS = Path(__file__).parents[2] / "evals" / "corpus" / "dev"


def articles(number: int) -> Iterator[Article]:
    """The articles of the corpus in turn, each with a line of its own, so that none repeats."""
    texts = [item.text for item in read_inputs([str(CORPUS)]) if isinstance(item, Article)]
    for n in range(number):
        text = f"{texts[n % len(texts)]}\nNumber {n}."
        yield Article(id=f"a{n}", text=text, published="2024-12-06")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    engine, profile = open_engine("rules"), load_profile("general")
    made = list(articles(number))
    words = sum(len(article.text.split()) for article in made) / number
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        run_into(Path(folder), made, engine=engine, profile=profile, options=BatchOptions())
        whole = (time.process_time() - started) / number
    stages = _stages(made)
    stages["run store and output files"] = whole - sum(stages.values())
    print(f"{number} articles of {words:.0f} words: {1 / whole:.0f} articles a CPU second")
    for stage, seconds in stages.items():
        print(f"  {stage:<30}{seconds * 1000:>8.2f} ms an article{seconds / whole:>8.0%}")


def _stages(made: list[Article]) -> dict[str, float]:
    """CPU seconds an article in each stage, measured by itself."""
    profile, engine = load_profile("general"), RulesEngine()
    started = time.process_time()
    requests = [prepare(article, profile) for article in made]
    prepared = time.process_time()
    answers = [engine.read(request) for request in requests]
    answered = time.process_time()
    for request, answer in zip(requests, answers, strict=True):
        prove(request, WireAnswer(events=answer), engine_name="rules")
    proven = time.process_time()
    return {
        "lines and publication date": (prepared - started) / len(made),
        "engine": (answered - prepared) / len(made),
        "proof (quotes, dates, names)": (proven - answered) / len(made),
    }


if __name__ == "__main__":
    main()
