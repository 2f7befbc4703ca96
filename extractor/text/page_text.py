"""The article's text of a web page: its paragraphs, list items and table rows, a line each.

The words are the page's own, white space folded; menus, comments and scripts are left out. Which
lines the markup proves to be links or captions is told beside the text.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement

from extractor.schema import LineLabel
from extractor.text.page_scope import belongs_to_others, folded
from extractor.text.shapes import ends_sentence, squash, word_count

_FEWEST_LINK_WORDS = 4
_LONGEST_LINK = 200
_HEADLINE_SEARCH = 5  # lines at the beginning in which the headline may stand already
_MOST_PARAGRAPHS = 20_000
_LARGE = 20_000  # elements; of 100,000 paragraphs trafilatura makes a text in 45 seconds
_PARTS = ("h1", "h2", "h3", "p", "li", "blockquote", "pre", "td")
_PARAGRAPHS = frozenset({"p", "head", "list", "table", "quote"})
_BREAKS = frozenset({"lb", "p", "item", "head", "row", "list"})


def page_text(tree: HtmlElement, headline: str | None) -> str:
    """The article's text, its headline as the first line; empty where the page has none.

    Paragraphs are parted by an empty line, items of a list and rows of a table by a line break.
    """
    if sum(1 for _ in tree.iter()) > _LARGE:
        blocks = [[words] for words in _plain_parts(tree)]
    else:
        body = _extract(tree)
        blocks = [] if body is None else [block for block in _blocks(body) if block]
        blocks = _unglued(blocks, tree)
    first_lines = [squash(line) for block in blocks[:_HEADLINE_SEARCH] for line in block[:1]]
    if headline and blocks and squash(headline) not in first_lines:
        blocks.insert(0, [headline])
    return "\n\n".join("\n".join(block) for block in blocks)


def _unglued(blocks: list[list[str]], tree: HtmlElement) -> list[list[str]]:
    """A whole page in one block, as trafilatura gives it in its last resort, cut into its parts."""
    if len(blocks) != 1:
        return blocks
    parts = list(_plain_parts(tree))
    glued = squash("".join(parts)) == squash("".join(blocks[0]))
    return [[words] for words in parts] if glued else blocks


def _plain_parts(tree: HtmlElement) -> Iterator[str]:
    """The paragraphs of a page too large to be weighed, without those of other stories."""
    for element in tree.iter(*_PARTS):
        words = folded(element.text_content())
        nested = any(True for _ in element.iter("p", "li", "div")) and element.tag not in (
            "p",
            "li",
        )
        if words and not nested and not belongs_to_others(element):
            yield words


def proven_labels(tree: HtmlElement) -> dict[str, LineLabel]:
    """Lines that are nothing but a link to another page, and captions of figures."""
    labels: dict[str, LineLabel] = {}
    for count, element in enumerate(tree.iter("p", "li", "h2", "h3", "h4", "div", "figcaption")):
        if count >= _MOST_PARAGRAPHS:
            break
        if element.tag == "figcaption":
            words = folded(element.text_content())
            if words:
                labels[words] = "caption"
        elif _is_link_alone(element):
            labels[folded(element.text_content())] = "link"
    return labels


def _is_link_alone(element: HtmlElement) -> bool:
    """All its words are one link's, which is no jump within the page and no whole sentence."""
    links = list(element.iterfind(".//a"))
    if len(links) != 1 or (links[0].get("href") or "#").startswith("#"):
        return False
    words = folded(links[0].text_content())
    if not words or len(words) > _LONGEST_LINK or words != folded(element.text_content()):
        return False
    return word_count(words) >= _FEWEST_LINK_WORDS and not ends_sentence(words)


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
