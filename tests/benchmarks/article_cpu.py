"""Own CPU of an article from text to checked events, by stage: no model, no network.

The answer has ten events, made at run time out of the article's own lines, names and date words.
Every round works on a fresh request, so that nothing is kept from one article to the next.

Usage: python tests/benchmarks/article_cpu.py [ARTICLE.txt] [--published DATE] [--rounds N]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from extractor.checks import find_problems
from extractor.dates.anchor import publication_date
from extractor.dates.expressions import find_expressions
from extractor.extract import article_record, prepare
from extractor.prompts import load_profile
from extractor.prompts.rendering import render
from extractor.prove import prove
from extractor.request import Request
from extractor.schema import Article
from extractor.text.lines import number_lines

DEFAULT = Path(__file__).parents[2] / "evals" / "corpus" / "dev" / "mirzad-road-towns.txt"
EVENTS = 10
TARGET = 1.0
"""Milliseconds in all for an article of some 370 words with ten events (issue 3)."""
_NAME = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")


def made_answer(request: Request) -> dict[str, Any]:
    """Ten events in the article's words: a line each, its date words, its names."""
    text = request.article.text
    body = [line for line in request.lines if line.label == "body"]
    kinds = cycle(request.profile.kinds)
    lines = islice(cycle(body), EVENTS)
    events = [_event(line.number, text[line.start : line.end], next(kinds)) for line in lines]
    details = dict.fromkeys(request.profile.fields)
    return {"published": None, "events": [{**event, "details": details} for event in events]}


def _event(number: int, sentence: str, kind: str) -> dict[str, Any]:
    names = _NAME.findall(sentence) or [sentence.split()[0]]
    words = sentence.split()
    return {
        "lines": [number],
        "date_text": next((found.text for found in find_expressions(sentence)), None),
        "date": None,
        "title": " ".join(words[:8]),
        "summary": " ".join(words[:20]),
        "kind": kind,
        "status": "occurred",
        "who": [{"name": names[0], "role": "agent"}, {"name": names[-1], "role": "target"}],
        "where": [{"name": names[len(names) // 2], "within": names[-1]}],
        "attribution": None,
    }


def stages(article: Article) -> dict[str, Callable[[], object]]:
    """The work of each stage, to be called again and again."""
    profile = load_profile("general")
    model = profile.wire_model()
    request = prepare(article, profile)
    entries = [line.entry for line in request.lines]
    raw = json.dumps(made_answer(request), ensure_ascii=False)
    wire = model.model_validate_json(raw)
    events, dropped = prove(request, wire, engine_name="made")
    record = article_record(article).model_copy(update={"lines": tuple(entries)})
    print(f"{len(article.text.split())} words; {len(events)} events kept, {len(dropped)} dropped")

    def check_and_prove() -> None:
        fresh = replace(request)
        find_problems(fresh, wire)
        prove(fresh, wire, engine_name="made")

    def serialise() -> None:
        record.model_dump_json()
        for event in events:
            event.model_dump_json()

    return {
        "number the lines": lambda: number_lines(article.text, title=article.title),
        "publication date": lambda: publication_date(article, article.text, entries),
        "render the prompt": lambda: render(
            profile, article=article, lines=request.lines, published=request.published
        ),
        "parse the answer": lambda: model.model_validate_json(raw),
        "find problems and prove": check_and_prove,
        "record and hash": lambda: article_record(article),
        "serialise": serialise,
        "(prove alone)": lambda: prove(replace(request), wire, engine_name="made"),
        "(resolve its dates alone)": lambda: _resolve_all(replace(request), wire.events),
    }


def _resolve_all(request: Request, events: Any) -> None:
    for event in events:
        line = request.shown[event.lines[0]]
        if event.date_text:
            sentence = request.article.text[line.start : line.end]
            request.resolve(event.date_text, sentence=sentence)


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """CPU time of one call in the quietest of seven groups of calls."""
    work()
    times = []
    for _ in range(7):
        started = time.process_time()
        for _ in range(rounds):
            work()
        times.append((time.process_time() - started) / rounds * 1000)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--published", default="2024-12-06")
    parser.add_argument("--rounds", type=int, default=100)
    chosen = parser.parse_args()
    text = chosen.article.read_text(encoding="utf-8")
    work = stages(Article(text=text, published=chosen.published))
    times = {name: milliseconds(stage, chosen.rounds) for name, stage in work.items()}
    for name, taken in times.items():
        print(f"{name:<28}{taken:>8.3f} ms")
    total = sum(taken for name, taken in times.items() if not name.startswith("("))
    print(f"{'in all':<28}{total:>8.3f} ms (target {TARGET})")


if __name__ == "__main__":
    main()
