"""Reads files of the CAT annotation tool, in which MEANTIME is published, in their own terms.

Knows nothing of gold events. The words are stored as tokens: the text is put together here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from evals.spans import Span
from extractor.errors import CorpusError

_CLINGS_LEFT = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "''", "”", "...", "n't"})
_CLINGS_RIGHT = frozenset({"(", "[", "``", "“", "$", "US$", "£", "€", "#"})
_QUOTES = {"``": '"', "''": '"', "`": "'"}
_APOSTROPHES = ("'", "’")

Mark = Mapping[str, str]
"""The attributes of a mark, by the names that the tool gives them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two marks."""

    name: str
    source: str
    target: str
    attributes: Mark


@dataclass(frozen=True, slots=True)
class CatFile:
    """A file up to the last sentence that is asked for.

    `marks` are the attributes of each mark, by its id, with its element's name as `element`;
    `spans` are where those with words in these sentences stand in `text`.
    """

    about: Mark
    text: str
    sentences: Sequence[Span]
    marks: Mapping[str, Mark]
    spans: Mapping[str, Span]
    links: Sequence[Link]

    def of(self, element: str) -> Iterator[tuple[str, Mark]]:
        """Marks of an element, in the file's order."""
        return ((id_, mark) for id_, mark in self.marks.items() if mark["element"] == element)


def read_cat(path: Path, *, sentences: int) -> CatFile:
    """Read the first `sentences` sentences. Raises CorpusError where it is no such file."""
    try:
        root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        raise CorpusError(f"{path} cannot be read: {error}") from None
    if root.tag != "Document":
        raise CorpusError(f"{path} is no file of CAT: its root is {root.tag}")
    text, found, tokens = _put_together(root, sentences)
    marks: dict[str, Mark] = {}
    spans: dict[str, Span] = {}
    for mark in root.iterfind("Markables/*"):
        id_ = mark.get("m_id", "")
        marks[id_] = {"element": str(mark.tag), **_attributes(mark)}
        ids = [anchor.get("t_id", "") for anchor in mark.iterfind("token_anchor")]
        anchors = [tokens[id_] for id_ in ids if id_ in tokens]
        if anchors and len(anchors) == len(ids):
            spans[id_] = (min(s for s, _ in anchors), max(e for _, e in anchors))
    return CatFile(_attributes(root), text, found, marks, spans, list(_links(root)))


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}


def _links(root: etree._Element) -> Iterator[Link]:
    """Every pair of source and target: several mentions may refer to one thing in one relation."""
    for relation in root.iterfind("Relations/*"):
        for source in relation.iterfind("source"):
            for target in relation.iterfind("target"):
                ends = source.get("m_id", ""), target.get("m_id", "")
                yield Link(str(relation.tag), *ends, _attributes(relation))


def _put_together(
    root: etree._Element, sentences: int
) -> tuple[str, Sequence[Span], Mapping[str, Span]]:
    """The text, a sentence a line, with its sentences and where each token stands.

    An empty line follows the first sentence, the headline, and the second, the day.
    """
    text = ""
    found: list[Span] = []
    tokens: dict[str, Span] = {}
    opened = False
    clings, number = True, -1
    for token in root.iterfind("token"):
        here = int(token.get("sentence", "0"))
        if here >= sentences:
            break
        if here != number:
            text += "\n\n" if 0 < here <= 2 else "\n" if here else ""
            found.append((len(text), len(text)))
            clings, opened, number = True, False, here
        word = _QUOTES.get(token.text or "", token.text or "")
        closes = word == '"' and opened
        if not (clings or closes or _clings_left(token.text or "")):
            text += " "
        opened = opened != (word == '"')
        clings = (token.text in _CLINGS_RIGHT) or (word == '"' and opened)
        tokens[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text += word
        found[-1] = (found[-1][0], len(text))
    return text + "\n", found, tokens


def _clings_left(word: str) -> bool:
    """Punctuation that ends something, and what English contracts: `'s`, `'ve`, `n't`."""
    contracted = len(word) < 4 and word.startswith(_APOSTROPHES) and word[1:].isalpha()
    return word in _CLINGS_LEFT or word in _APOSTROPHES or contracted
