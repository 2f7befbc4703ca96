"""The article's text of a web page: its paragraphs, list items and table rows, a line each.

The words are the page's own, white space folded; menus, comments and scripts are left out. Which
lines the markup proves to be links or captions is told beside the text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement

from extractor.schema import LineLabel
from extractor.text.page_choice import choose
from extractor.text.page_labels import proven_labels
from extractor.text.page_pieces import Piece, pieces_of, words_of
from extractor.text.page_scope import folded
from extractor.text.shapes import squash

_HEADLINE_SEARCH = 5  # lines at the beginning in which the headline may stand already
_LARGE = 20_000  # elements; of 100,000 paragraphs trafilatura makes a text in 45 seconds
_TOGETHER = frozenset({"p", "ul", "ol", "dl", "blockquote", "pre", "figcaption", "table"})
_PARTS = frozenset({"h1", "h2", "h3", "p", "li", "blockquote", "pre", "td", "table"})
_PARAGRAPHS = frozenset({"p", "head", "list", "table", "quote"})
_BREAKS = frozenset({"lb", "p", "item", "head", "row", "list"})


class PageText(NamedTuple):
    """An article's text, and the labels that the markup proves of lines of it."""

    text: str
    labels: dict[str, LineLabel]


def page_text(tree: HtmlElement, headline: HtmlElement | None) -> PageText:
    """The article's text in the page's order; empty where the page has none.

    Paragraphs are parted by an empty line, items of a list and rows of a table by a line break.
    """
    pieces = pieces_of(tree, headline)
    chosen: list[bool] | None
    found: list[list[str]] = []
    if sum(1 for _ in tree.iter()) > _LARGE:
        chosen = [_is_plain_part(piece) for piece in pieces]
    else:
        body = _extract(tree)
        found = [] if body is None else [block for block in _blocks(body) if block]
        chosen = choose(pieces, [line for block in found for line in block], headline)
    own: list[Piece] = []
    blocks = found  # what it finds nowhere in the page, trafilatura has put together itself
    if chosen is not None:
        own = [piece for piece, taken in zip(pieces, chosen, strict=True) if taken]
        blocks = _joined(own)
    if not any(piece.owner is headline for piece in own):
        _put_headline(blocks, headline)
    text = "\n\n".join("\n".join(block) for block in blocks)
    return PageText(text, proven_labels(own or pieces, headline))


def _is_plain_part(piece: Piece) -> bool:
    """A paragraph of a page too large to be weighed, not of another story."""
    return piece.owner.tag in _PARTS and not piece.others and not piece.is_link


def _joined(pieces: Sequence[Piece]) -> list[list[str]]:
    """The lines of a text, those of a list, a table or a paragraph as one block."""
    blocks: list[list[str]] = []
    previous = None
    for piece in pieces:
        if piece.group == previous and piece.group[0].tag in _TOGETHER:
            blocks[-1].append(piece.words)
        else:
            blocks.append([piece.words])
        previous = piece.group
    return blocks


def _put_headline(blocks: list[list[str]], headline: HtmlElement | None) -> None:
    words = "" if headline is None else words_of(headline)
    first_lines = [squash(line) for block in blocks[:_HEADLINE_SEARCH] for line in block[:1]]
    if words and blocks and squash(words) not in first_lines:
        blocks.insert(0, [words])


def _extract(tree: HtmlElement) -> _Element | None:
    """The article's elements as trafilatura finds them; its date search is never asked."""
    from trafilatura import bare_extraction  # 0.3 s to import

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else it prints on stderr
    document = bare_extraction(
        tree, include_comments=False, include_tables=True, with_metadata=False
    )
    if document is None or isinstance(document, dict):
        return None
    return document.body


def _blocks(body: _Element) -> Iterator[list[str]]:
    """Lines that belong together, block by block."""
    for element in body:
        if element.tag == "table":
            yield from _table(element)
        elif element.tag == "list":
            yield [line for item in element for line in _lines(item)]
        elif element.tag == "quote" and len(element):
            yield _own_lines(element)
            yield from _blocks(element)
        else:
            yield _lines(element)
        if element.tail and element.tail.strip():
            yield [folded(element.tail)]


def _own_lines(element: _Element) -> list[str]:
    words = folded(element.text or "")
    return [words] if words else []


def _table(table: _Element) -> Iterator[list[str]]:
    """Rows of data as one block; the columns of a page laid out as a table by paragraphs."""
    rows: list[str] = []
    for row in table:
        if not any(map(_is_column, row)):
            rows += _row(row)
            continue
        yield rows
        rows = []
        for cell in row:
            yield from ([line] for line in _lines(cell))
    yield rows


def _is_column(cell: _Element) -> bool:
    """Whether a cell holds several paragraphs: a column of the page, no datum."""
    return sum(part.tag in _PARAGRAPHS for part in cell) > 1


def _row(row: _Element) -> list[str]:
    """A row of data as one line, its cells parted by `|`."""
    cells = [" ".join(_lines(cell)) for cell in row]
    words = " | ".join(cell for cell in cells if cell)
    return [words] if words else []


def _lines(element: _Element) -> list[str]:
    """The element's words, broken where the page breaks them."""
    pieces = [""]
    for event, words in _pieces(element):
        if event == "break":
            pieces.append("")
        pieces[-1] += words
    return [line for line in map(folded, pieces) if line]


def _pieces(element: _Element) -> Iterator[tuple[str, str]]:
    """Texts in order; a `break` begins a new line (a line break, a paragraph or an item inside)."""
    for event, part in iterwalk(element, events=("start", "end")):
        kind = "break" if part is not element and part.tag in _BREAKS else "text"
        if event == "start":
            yield kind, part.text or ""
        elif part is not element:
            yield kind, part.tail or ""
