"""A page's tree as the lines that a browser would show, in document order, with their markup.

Leaves nothing out but what is never shown (scripts, forms); which lines are the article's is
decided in `page_choice`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from extractor.text.page_scope import classes, folded, names_others

_BLOCKS_TEXT = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section
    summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_NOT_SHOWN_TEXT = """
    script style noscript template svg head title iframe object embed video audio canvas select
    option button textarea input datalist math map
"""
_NOT_SHOWN = frozenset(_NOT_SHOWN_TEXT.split())
_GROUPS = frozenset({"p", "ul", "ol", "dl", "blockquote", "pre", "figcaption"})
_PARTS_OF_COLUMN = frozenset({"p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SMALL = frozenset({"small", "font", "i", "em", "cite"})
_LONGEST_CAPTION = 300  # characters; longer text in small print below an image is a paragraph
_CAPTION = re.compile(r"(?:^|[-_ ])(?:caption|cutline|cap)(?:-text)?(?:$| )", re.I)
_ALL_BUT_MARKS = 0.9  # of the characters of a line of links; bars and stops stand between them
_LONGEST_CELL = 400  # characters; a longer cell is a column of the page, no datum
BAR = " | "


@dataclass(slots=True)
class Piece:
    """One line: a paragraph or a part of it between breaks, a heading, a list item, a row of data.

    `owner`: the element that holds it; pieces with the same `group` belong together, as the items
    of a list do. `links`, `linked`: links to other pages, and the characters in them, without
    white space; `longest`: the longest unbroken text; `others`: it stands among other stories or
    what is for readers.
    """

    owner: HtmlElement
    group: tuple[HtmlElement, int]
    words: str
    longest: str
    linked: int
    links: int
    others: bool
    caption: bool = False

    @property
    def is_link(self) -> bool:
        """Whether nearly all its words are links' to other pages."""
        return self.links > 0 and self.linked >= _ALL_BUT_MARKS * _letters(self.words)

    @property
    def is_link_alone(self) -> bool:
        """Whether there is no letter beside its links."""
        return self.links > 0 and self.linked >= _letters(self.words)


def _letters(words: str) -> int:
    """Characters that are no white space."""
    return len("".join(words.split()))


class _Walk:
    """What is known at one place of the tree while its lines are collected."""

    def __init__(self, around: Set[HtmlElement]) -> None:
        self.around = around
        self.texts: list[str] = []
        self.owners: list[tuple[HtmlElement, HtmlElement, bool]] = []
        self.links = self.linked = self.breaks = self.paragraph = 0
        self.in_link: list[HtmlElement] = []
        self.in_small = self.plain = 0
        self.after_image = False

    @property
    def in_heading(self) -> bool:
        """Whether a heading is read, which is one line even where it is broken."""
        return bool(self.owners) and self.owners[-1][0].tag in _HEADINGS

    def add(self, text: str | None) -> None:
        """Take the text that stands here."""
        if not text:
            return
        self.texts.append(text)
        if text.isspace():
            return
        if self.breaks > 1:  # an empty line parts paragraphs
            self.paragraph += 1
        self.breaks = 0
        length = _letters(text)
        self.linked += length if self.in_link else 0
        self.plain += 0 if self.in_small else length

    def enter(self, element: HtmlElement) -> None:
        """Begin a block; what it holds belongs to the list or paragraph around it."""
        above = self.owners[-1] if self.owners else None
        others = element not in self.around and (names_others(element) or bool(above and above[2]))
        keeps = above is not None and element.tag not in _GROUPS and above[1].tag in _GROUPS
        nested = above is not None and element.tag in ("ul", "ol", "p") and _in_list(above[1])
        group = above[1] if above and (keeps or nested) else element
        self.after_image = self.after_image and element.tag not in ("p", *_HEADINGS)
        self.owners.append((element, group, others))

    def cut(self) -> Iterator[Piece]:
        """End a line; nothing where no words stand."""
        if not self.texts:
            return
        words = folded("".join(self.texts))
        if words and self.owners:
            owner, group, others = self.owners[-1]
            yield Piece(
                owner=owner,
                group=(group, self.paragraph),
                words=words,
                longest=max(self.texts, key=len),
                linked=self.linked,
                links=self.links,
                others=others,
                caption=_is_caption(owner) or self._is_below_image(words),
            )
            self.after_image = False
        self.texts = []
        self.linked = self.plain = 0
        self.links = len(self.in_link)

    def _is_below_image(self, words: str) -> bool:
        """Whether a line in small print or italics follows an image, as captions without markup."""
        return self.after_image and not self.plain and len(words) <= _LONGEST_CAPTION


def pieces_of(tree: HtmlElement, headline: HtmlElement | None) -> list[Piece]:
    """All lines of a page in document order."""
    body = tree.find("body")
    top = tree if body is None else body
    around = {top} if headline is None else {top, headline, *headline.iterancestors()}
    return list(_pieces(top, around))


def _pieces(body: HtmlElement, around: Set[HtmlElement]) -> Iterator[Piece]:
    walk = _Walk(around)
    walker = iterwalk(body, events=("start", "end"))
    whole: HtmlElement | None = None
    for event, element in walker:
        if event == "start" and (_is_unseen(element) or _is_data(element)):
            walker.skip_subtree()
            whole = element
            yield from () if _is_unseen(element) else _rows(element, walk)
        elif event == "start":
            yield from _open(walk, element)
        else:
            if element is not whole:
                yield from _close(walk, element)
            if element is not body:
                walk.add(element.tail)


def _open(walk: _Walk, element: HtmlElement) -> Iterator[Piece]:
    """Enter an element, with the text that it begins with."""
    if element.tag == "br" and walk.in_heading:
        walk.texts.append(" ")
    elif element.tag == "br":
        yield from walk.cut()
        walk.breaks += 1
    elif element.tag in _BLOCKS:
        yield from walk.cut()
        walk.breaks = 0
        walk.enter(element)
    elif element.tag == "a" and _leads_elsewhere(element):
        walk.in_link.append(element)
        walk.links += 1
    elif element.tag in _SMALL:
        walk.in_small += 1
    elif element.tag in ("img", "amp-img", "picture"):
        walk.after_image = True
    walk.add(element.text)


def _close(walk: _Walk, element: HtmlElement) -> Iterator[Piece]:
    if element.tag in _BLOCKS:
        yield from walk.cut()
        walk.owners.pop()
    elif walk.in_link and walk.in_link[-1] is element:
        walk.in_link.pop()
    elif element.tag in _SMALL:
        walk.in_small -= 1


def _is_unseen(element: HtmlElement) -> bool:
    return not isinstance(element.tag, str) or element.tag in _NOT_SHOWN


def _leads_elsewhere(link: HtmlElement) -> bool:
    """Whether a link leaves the text; `#` alone is a script's, `#name` a jump within the page."""
    href = (link.get("href") or "").strip()
    return bool(href) and (href == "#" or not href.startswith("#"))


def _in_list(element: HtmlElement) -> bool:
    return element.tag in ("ul", "ol", "dl")


def _is_caption(owner: HtmlElement) -> bool:
    """Whether a line stands in the caption of a figure."""
    for level, each in enumerate((owner, *owner.iterancestors())):
        if each.tag == "figcaption" or (level < 2 and _CAPTION.search(classes(each))):
            return True
        if level > 2:
            return False
    return False


def _is_data(table: HtmlElement) -> bool:
    """Whether it is a table of data; another lays out the page, and its cells are columns."""
    if table.tag != "table" or table.find(".//table") is not None:
        return False
    if not any(len(row) > 1 for row in table.iter("tr")):
        return False
    for cell in table.iter("td", "th"):
        parts = sum(part.tag in _PARTS_OF_COLUMN for part in cell.iter())
        if parts > 1 or len(folded(cell.text_content())) > _LONGEST_CELL:
            return False
    return True


def _rows(table: HtmlElement, walk: _Walk) -> Iterator[Piece]:
    """Each row of a table of data as one line, its cells parted by `|`."""
    yield from walk.cut()
    walk.enter(table)
    owner, group, others = walk.owners.pop()
    for row in table.iter("tr", "caption"):
        cells = [row] if row.tag == "caption" else list(row.iter("td", "th"))
        texts = [text for text in map(words_of, cells) if text]
        if texts:
            links = [link.text_content() for link in row.iter("a") if _leads_elsewhere(link)]
            yield Piece(
                owner=owner,
                group=(group, 0),
                words=BAR.join(texts),
                longest=max(texts, key=len),
                linked=sum(map(_letters, links)),
                links=len(links),
                others=others,
            )


def words_of(element: HtmlElement) -> str:
    """The words of an element as one line, parted by a space where a browser breaks them."""
    words = []
    for event, each in iterwalk(element, events=("start", "end")):
        parted = each.tag in _BLOCKS or each.tag == "br"
        words.append(" " if parted else "")
        if event == "end":
            words.append("" if each is element else each.tail or "")
        elif isinstance(each.tag, str) and each.tag not in _NOT_SHOWN:
            words.append(each.text or "")
    return folded("".join(words))
