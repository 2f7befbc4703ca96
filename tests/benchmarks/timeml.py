"""Readers of corpora with TIMEX3 annotation: TempEval-3 (.tml) and MEANTIME (CAT XML).

Texts and answers are read by path while a benchmark runs; nothing of them is kept.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from evals.adapters.timeml import Document, read_documents, tag_attributes, timex_of

MEANTIME_SENTENCES = 6
"""MEANTIME has time expressions annotated in the first six sentences only (0 is the title)."""

_TOKEN = re.compile(r'<token number="\d+" sentence="(\d+)" t_id="(\d+)">([^<]*)</token>')
_CAT_TIMEX = re.compile(r"<TIMEX3([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_ANCHOR = re.compile(r't_id="(\d+)"')
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]]|'s|n't|''")


def tempeval_halves(corpora: Path) -> tuple[list[Document], list[Document]]:
    """TBAQ sorted by file name over both folders: even places to develop on, odd to report."""
    documents = read_documents(corpora / "tempeval3" / "TBAQ-cleaned")
    return documents[0::2], documents[1::2]


def meantime(corpora: Path) -> list[Document]:
    """The articles of MEANTIME that have a day of writing, cut after the sixth sentence.

    Both of its folders hold the same articles: each is read once.
    """
    paths = {p.name: p for p in (corpora / "meantime").glob("intra*/*/*.xml")}
    documents = [_meantime(paths[name]) for name in sorted(paths)]
    return [document for document in documents if document is not None]


def _meantime(path: Path) -> Document | None:
    whole = path.read_text(encoding="utf-8")
    places: dict[str, tuple[int, int]] = {}
    text, sentence_before = "", "0"
    for sentence, token, word in _TOKEN.findall(whole):
        if int(sentence) >= MEANTIME_SENTENCES:
            break
        word = unescape(word)
        if sentence != sentence_before:
            text += "\n\n"
        elif text and not _NO_SPACE_BEFORE.fullmatch(word) and not text.endswith("("):
            text += " "
        places[token] = (len(text), len(text) + len(word))
        text, sentence_before = text + word, sentence
    written, created, gold = "", (0, 0), []
    for tag, inside in _CAT_TIMEX.findall(whole):
        attributes = tag_attributes(tag)
        anchors = [places[t] for t in _ANCHOR.findall(inside) if t in places]
        if attributes.get("functionInDocument") == "CREATION_TIME":
            written = attributes["value"][:10]
            created = (min(anchors)[0], max(anchors)[1]) if anchors else created
        elif anchors:
            start, end = min(anchors)[0], max(anchors)[1]
            gold.append(timex_of(start, text[start:end], attributes))
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", written):
        return None
    gold.sort(key=lambda timex: timex.start)
    return Document(path.stem, text, written, tuple(gold), created)
