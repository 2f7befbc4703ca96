"""Which day an event belongs to: our attachment beside simple rules, on MEANTIME event mentions.

`python tests/benchmarks/attachment.py DIR`: DIR holds list_instances.csv and
intra_cross-doc_annotation/. The gold day of a mention is the TIME of its instance. Documents
are sorted by file name: errors of those with an even index may be looked at (--errors), the odd
half is only counted.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

from lxml import etree

from extractor.dates.attachment import DatedLine, Story, read_dates
from extractor.edtf import Edtf, EdtfInterval
from extractor.schema import PublicationDate

NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "?", "!", ")", "%", "'s", "n't", "'", "”", "’"})
NO_SPACE_AFTER = frozenset({"(", "$", "£", "“"})
UNKNOWN = "XXXX"
Element: TypeAlias = Any  # lxml types every lookup as maybe absent; a wrong file may fail loudly


@dataclass(frozen=True)
class Mention:
    """An event mention: its line, where it starts in it, its words, and its gold day (or None)."""

    line: int
    start: int
    text: str
    gold: str | None


@dataclass(frozen=True)
class Document:
    """One article: its lines (without the line of its date), its mentions, its day."""

    name: str
    published: date
    lines: tuple[DatedLine, ...]
    mentions: tuple[Mention, ...]


Answer = Callable[[Document, Story, Mention], set[str | None]]


def read_instances(folder: Path) -> dict[str, str]:
    """Instance ids with their gold TIME, where they have one."""
    path = folder / "list_instances.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["#ID"]: row["TIME"] for row in rows if row["TIME"]}


def read_documents(folder: Path) -> Iterator[Document]:
    """The documents that tell their own day, sorted by file name."""
    times = read_instances(folder)
    paths = sorted((folder / "intra_cross-doc_annotation").rglob("*.xml"), key=lambda p: p.name)
    for path in paths:
        root: Element = etree.parse(path).getroot()
        marks = {mark.get("m_id"): mark for mark in root.find("Markables")}
        days = [
            m.get("value") for m in marks.values() if m.get("functionInDocument") == "CREATION_TIME"
        ]
        if days:
            yield _document(path.stem, root, marks, date.fromisoformat(days[0][:10]), times)
        else:
            yield Document(path.stem, date.min, (), ())


def _document(
    name: str,
    root: Element,
    marks: dict[str, Element],
    published: date,
    times: dict[str, str],
) -> Document:
    sentences: dict[int, list[str]] = {}
    places: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        words = sentences.setdefault(int(token.get("sentence")), [])
        places[token.get("t_id")] = (int(token.get("sentence")), len(words))
        words.append(token.text)
    known = PublicationDate(
        edtf=published.isoformat(),
        earliest=published,
        latest=published,
        source="given",
        trusted=True,
    )
    joined = {number: _join(words) for number, words in sentences.items()}
    numbers = [number for number in sorted(joined) if number != 1]  # 1 is the line of the date
    lines = tuple(read_dates(joined[n][0], known, headline=n == 0, language="en") for n in numbers)
    mentions = []
    for mark, gold in _gold_days(root, marks, times):
        anchors = [places[anchor.get("t_id")] for anchor in mark.findall("token_anchor")]
        (number, first), (_, last) = anchors[0], anchors[-1]
        starts = joined[number][1]
        end = starts[last] + len(sentences[number][last])
        text = joined[number][0][starts[first] : end]
        mentions.append(Mention(numbers.index(number), starts[first], text, gold))
    return Document(
        name, published, lines, tuple(sorted(mentions, key=lambda m: (m.line, m.start)))
    )


def _gold_days(
    root: Element, marks: dict[str, Element], times: dict[str, str]
) -> Iterator[tuple[Element, str | None]]:
    for relation in root.find("Relations").iter("REFERS_TO"):
        event = marks.get(relation.find("target").get("m_id"))
        time = times.get(event.get("instance_id") or "") if event is not None else None
        if time is None:
            continue
        for source in relation.findall("source"):
            mark = marks[source.get("m_id")]
            if mark.tag == "EVENT_MENTION":
                yield mark, None if time.startswith(UNKNOWN) else time.replace("-XX", "")


def _join(words: list[str]) -> tuple[str, list[int]]:
    """The text of a tokenised sentence, and where each of its words starts."""
    text, starts = "", []
    for raw in words:
        word = '"' if raw in {"``", "''"} else raw
        if text and word not in NO_SPACE_BEFORE and text[-1] not in NO_SPACE_AFTER:
            text += " "
        starts.append(len(text))
        text += word
    return text, starts


def value(edtf: Edtf | None) -> str | None:
    """A date as MEANTIME writes it: an interval open at one end is told by the other."""
    if isinstance(edtf, EdtfInterval) and (edtf.start is None or edtf.end is None):
        edtf = edtf.start or edtf.end
    return re.sub("[?~%]", "", str(edtf)) if edtf else None


def always_published(document: Document, story: Story, mention: Mention) -> set[str | None]:
    """The day of publication."""
    return {document.published.isoformat()}


def first_in_sentence(document: Document, story: Story, mention: Mention) -> set[str | None]:
    """The first date of the sentence, else the day of publication."""
    dates = document.lines[mention.line].dates
    return {value(dates[0].edtf)} if dates else always_published(document, story, mention)


def nearest_in_sentence(document: Document, story: Story, mention: Mention) -> set[str | None]:
    """The date of the sentence with the fewest characters between, else the day of publication."""
    dates = document.lines[mention.line].dates
    if not dates:
        return always_published(document, story, mention)
    nearest = min(dates, key=lambda d: max(d.start - mention.start, mention.start - d.end))
    return {value(nearest.edtf)}


def ours(document: Document, story: Story, mention: Mention) -> set[str | None]:
    """What `extractor.dates.attachment` says."""
    return {value(story.attach(mention.line, mention.start).edtf)}


def oracle(document: Document, story: Story, mention: Mention) -> set[str | None]:
    """Any date of the sentence, or the day of publication: whichever is right."""
    dates = document.lines[mention.line].dates
    return {value(d.edtf) for d in dates} | {document.published.isoformat()}


ANSWERS: tuple[Answer, ...] = (
    always_published, first_in_sentence, nearest_in_sentence, oracle, ours,
)  # fmt: skip


def main() -> None:
    """Print the share of mentions with the right day, for each rule and half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print our errors of the even half")
    options = parser.parse_args()
    started = perf_counter()
    documents = [d for d in enumerate(read_documents(options.folder)) if d[1].lines]
    print(f"{len(documents)} dated documents, read in {perf_counter() - started:.1f} s")
    right: Counter[tuple[str, int, bool]] = Counter()
    total: Counter[tuple[int, bool]] = Counter()
    started = perf_counter()
    for index, document in documents:
        story = Story(document.lines, document.published)
        for mention in document.mentions:
            key = (index % 2, mention.gold is not None)
            total[key] += 1
            for answer in ANSWERS:
                right[(answer.__name__, *key)] += mention.gold in answer(document, story, mention)
            if options.errors and not index % 2:
                _print_error(document, story, mention)
    print(f"all rules asked in {perf_counter() - started:.2f} s\n")
    _print_table(right, total)


def _print_error(document: Document, story: Story, mention: Mention) -> None:
    found = story.attach(mention.line, mention.start)
    if value(found.edtf) != mention.gold:
        text = document.lines[mention.line].text
        around = text[max(0, mention.start - 70) : mention.start + 70]
        print(f"{mention.gold} not {value(found.edtf)} ({found.basis}): [{mention.text}] {around}")


def _print_table(right: Counter[tuple[str, int, bool]], total: Counter[tuple[int, bool]]) -> None:
    """Shares in percent; `all`: gold without any known date counts, and to say none is right."""
    print(f"{'':22}{'even half':>18}{'odd half':>18}{'both':>18}")
    print(f"{'':22}" + f"{'all':>9}{'dated':>9}" * 3)
    for answer in ANSWERS:
        cells = []
        for halves in ((0,), (1,), (0, 1)):
            for known in ((True, False), (True,)):
                keys = [(half, flag) for half in halves for flag in known]
                n = sum(total[key] for key in keys)
                share = sum(right[(answer.__name__, *key)] for key in keys) / max(n, 1)
                cells.append(f"{100 * share:9.1f}")
        print(f"{answer.__name__:22}" + "".join(cells))
    print(f"{'n':22}" + "".join(
        f"{sum(total[(h, k)] for h in halves for k in known):9}"
        for halves in ((0,), (1,), (0, 1)) for known in ((True, False), (True,))
    ))  # fmt: skip


if __name__ == "__main__":
    main()
