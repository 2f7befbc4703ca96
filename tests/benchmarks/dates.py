"""Date expressions measured: TempEval-3 scores beside other tools, the resolver as checker, speed.

Usage: python -m tests.benchmarks.dates --corpora DIR [--sample N]   (the peers in the same Python)

Developed on the first half of TBAQ and on MEANTIME; of the report half only figures are shown.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from evals.adapters.timeml import Document, Timex
from evals.benchmarks.tempeval import Score, score, total
from extractor.dates import annotate, find_expressions, resolve
from extractor.schema import PublicationDate
from tests.benchmarks.checking import check
from tests.benchmarks.timeml import meantime, tempeval_halves
from tests.benchmarks.timex_peers import System, installed, missing, ours

WORDS_OF_DOCUMENT = 600
SLOW = ("HeidelTime",)
"""Peers that are asked about the sample only."""

HOSTILE = {
    "months": "June ",
    "numbers": "1 ",
    "decimals": "1.1.",
    "unfinished ranges": "between 1 and ",
    "ranges": "3 May 2024 to 5 June, ",
    "hours": "9:30 ",
    "early": "early ",
    "tens": "twenty ",
    "years": "2019 ",
    "blank lines": "\n \n",
    "sentence ends": "Monday. ",
    "quotation marks": '." ',
}


def run(system: System, documents: Sequence[Document]) -> tuple[Score, float]:
    """The score of a system and its CPU seconds, those of processes that it starts too."""
    started = sum(os.times()[:4])
    answers = [system(document) for document in documents]
    seconds = sum(os.times()[:4]) - started
    pairs = zip(documents, answers, strict=True)
    return total(score(d.gold, _scored(d, found)) for d, found in pairs), seconds


def _scored(document: Document, found: list[Timex]) -> list[Timex]:
    """Without what lies on the text's own day of writing, which is not annotated."""
    start, end = document.created
    return [timex for timex in found if timex.end <= start or timex.start >= end]


def print_row(name: str, part: str, documents: Sequence[Document], system: System) -> None:
    result, seconds = run(system, documents)
    words = sum(len(document.text.split()) for document in documents)
    speed = words / WORDS_OF_DOCUMENT / seconds if seconds else 0
    print(
        f"{name:<18}{part:<22}{len(documents):>5}{result.gold:>6}{result.f1(result.strict):>8.1f}"
        f"{result.f1(result.relaxed):>9.1f}{result.f1(result.types):>7.1f}"
        f"{result.value_f1:>7.1f}{speed:>9.0f}",
        flush=True,
    )


def compare(parts: dict[str, list[Document]], sample: int) -> None:
    print(
        f"{'':<18}{'part':<22}{'docs':>5}{'gold':>6}{'strict':>8}{'relaxed':>9}{'type':>7}"
        f"{'value':>7}{'docs/s':>9}"
    )
    if sample:
        parts = parts | {
            f"{name}, sample": documents[:: max(1, len(documents) // sample)][:sample]
            for name, documents in parts.items()
            if name != "development half"
        }
    for name, system in {"this project": ours, **installed()}.items():
        for part, documents in parts.items():
            if name not in SLOW or part.endswith("sample") or not (sample or "dev" in part):
                print_row(name, part, documents, system)
    if missing():
        print(f"not installed here: {', '.join(missing())}")


def print_checks(parts: dict[str, list[Document]]) -> None:
    print(
        f"\n{'resolver as checker':<40}{'n':>6}{'right':>8}{'inside':>8}{'silent':>8}{'wrong':>8}"
    )
    for part, documents in parts.items():
        for rule, counts in check(documents).items():
            n = counts.total()
            shares = "".join(
                f"{100 * counts[word] / n if n else 0:>7.1f}%"
                for word in ("right", "inside", "silent", "wrong")
            )
            print(f"{part + ', ' + rule:<40}{n:>6}{shares}")


def print_speed() -> None:
    """CPU of one text of 50 kB and of one of 100 kB: twice the time is linear."""
    day = date(2024, 12, 6)
    published = PublicationDate(edtf=day.isoformat(), earliest=day, latest=day, trusted=True)
    tasks: dict[str, Callable[[str], object]] = {
        "annotate": lambda text: annotate(text, published, language="en"),
        "find": lambda text: find_expressions(text, language="en"),
    }
    print(
        f"\n{'hostile text of 100 kB':<28}"
        + "".join(f"{n + ' ms':>14}{'x 50 kB':>9}" for n in tasks)
    )
    for name, piece in HOSTILE.items():
        row = f"{name:<28}"
        for task in tasks.values():
            half, whole = (_cpu(task, (piece * size)[:size]) for size in (50_000, 100_000))
            row += f"{1000 * whole:>14.0f}{whole / half if half else 0:>9.1f}"
        print(row)
    phrases = ("27 November 2024", "on Tuesday", "last week", "early March", "two days later")
    started = time.process_time()
    for _ in range(400):
        for phrase in phrases:
            resolve(phrase, published, sentence=f"They met {phrase} in the town.", language="en")
    each = (time.process_time() - started) / (400 * len(phrases))
    print(f"\nresolve, one phrase with its sentence: {1e6 * each:.0f} microseconds")


def _cpu(task: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(3):
        started = time.process_time()
        task(text)
        times.append(time.process_time() - started)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument(
        "--sample", type=int, default=20, help="documents for slow peers; 0: all of them"
    )
    options = parser.parse_args()
    development, report = tempeval_halves(options.corpora)
    parts = {
        "development half": development,
        "report half": report,
        "MEANTIME": meantime(options.corpora),
    }
    compare(parts, options.sample)
    print_checks(parts)
    print_speed()


if __name__ == "__main__":
    main()
