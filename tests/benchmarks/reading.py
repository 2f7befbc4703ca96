"""CPU and precision of reading: lines and publication date of texts, whole web pages.

Usage: python tests/benchmarks/reading.py [--corpora DIR] [--article FILE]

`--corpora`: a folder with timeset, meantime, tempeval3 and muc4 as their authors pass them on; all
their sentences are body, so that every line that is hidden is printed as lost.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from extractor.dates.anchor import publication_date
from extractor.schema import Article
from extractor.text.lines import number_lines
from extractor.text.page import read_page

PAGES = Path(__file__).parents[1] / "unit" / "text" / "pages"


def best_ms(call: Callable[[], object], *, rounds: int = 30, calls: int = 5) -> float:
    """CPU milliseconds of a call, in the quickest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for _ in range(calls):
            call()
        times.append((time.process_time() - start) / calls)
    return 1000 * min(times)


def read_text(text: str) -> None:
    """What is done with a text before an engine is asked."""
    lines = number_lines(text)
    publication_date(Article(text=text), text, [line.entry for line in lines])


def texts(corpora: Path) -> Iterator[tuple[str, str]]:
    """The texts of the corpora that are there, with the name of each corpus."""
    for file in sorted(corpora.glob("timeset/**/*.txt")):
        yield "timeset", file.read_text(encoding="utf-8")
    for file in sorted(corpora.glob("tempeval3/TBAQ-cleaned/**/*.tml")):
        body = etree.parse(file).getroot().find("TEXT")
        assert body is not None
        yield "timebank", "".join(map(str, body.itertext()))
    for file in sorted(corpora.glob("meantime/intra_cross*/**/*.xml")):
        sentences: dict[int, list[str]] = {}
        for token in etree.parse(file).getroot().iter("token"):
            sentences.setdefault(int(token.get("sentence", 0)), []).append(token.text or "")
        yield "meantime", "\n".join(" ".join(words) for _, words in sorted(sentences.items()))
    for file in sorted(corpora.glob("muc4/processed/*.json")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield "muc4", json.loads(line)["doctext"]


def report_precision(corpora: Path) -> None:
    """Print every line of the corpora that is hidden, and how many there are of how many."""
    total, hidden = Counter[str](), Counter[str]()
    for name, text in texts(corpora):
        for line in number_lines(text):
            total[name] += 1
            if not line.shown:
                hidden[name] += 1
                print("hidden:", name, line.label, text[line.start : line.end][:100])
    for name, count in total.items():
        print(f"{name:<12}{count:>8} lines{hidden[name]:>6} hidden")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--article", type=Path)
    chosen = parser.parse_args()
    if chosen.article:
        text = chosen.article.read_text(encoding="utf-8")
        print(f"{len(text.split())} words: {best_ms(lambda: read_text(text)):.2f} ms")
    for file in sorted(PAGES.iterdir()):
        raw = file.read_bytes()
        print(f"{file.name:<26}{len(raw):>6} bytes{best_ms(lambda r=raw: read_page(r)):>8.2f} ms")  # type: ignore[misc]  # the default holds the page of this turn
    if chosen.corpora:
        report_precision(chosen.corpora)


if __name__ == "__main__":
    main()
