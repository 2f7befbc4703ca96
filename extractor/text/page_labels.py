"""What the markup of a page proves of its lines: captions, links, the times of a live page.

Says nothing of a line that could be something else; the words themselves are judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from lxml.html import HtmlElement

from extractor.schema import LineLabel
from extractor.text.page_choice import FEWEST_CLOCKS, is_clock, is_told
from extractor.text.page_pieces import Piece
from extractor.text.shapes import ends_in_stop, ends_sentence, word_count

_FEWEST_LINK_WORDS = 4  # shorter links are names that an article may list
_LONGEST_LINK = 200
_LONGEST_HEADING = 60
_FEWEST_LINKS = 2  # of a box of links


def proven_labels(pieces: Sequence[Piece], headline: HtmlElement | None) -> dict[str, LineLabel]:
    """Labels of lines by their words: `pieces` are the lines of the article."""
    labels: dict[str, LineLabel] = dict.fromkeys(_above(pieces, headline), "furniture")
    for piece in pieces:
        if piece.caption:
            labels[piece.words] = "caption"
        elif _is_link(piece):
            labels[piece.words] = "link"
    for _, box in groupby(pieces, key=lambda piece: piece.group[0]):
        labels.update(_of_box(list(box)))
    clocks = [piece.words for piece in pieces if is_clock(piece.words)]
    if len(clocks) >= FEWEST_CLOCKS:  # else it would be furniture, as a time beside a menu is
        labels.update(dict.fromkeys(clocks, "body"))
    return labels


def _above(pieces: Sequence[Piece], headline: HtmlElement | None) -> list[str]:
    """What stands above the headline: menus, the page's day. Nothing where prose stands there."""
    words = [piece.words for piece in takewhile(lambda piece: piece.owner is not headline, pieces)]
    return [] if any(map(is_told, words)) or len(words) == len(pieces) else words


def _is_link(piece: Piece) -> bool:
    """Nothing but links, which are no jump within the page and no whole sentence."""
    if not piece.is_link_alone or len(piece.words) > _LONGEST_LINK:
        return False
    return word_count(piece.words) >= _FEWEST_LINK_WORDS and not ends_sentence(piece.words)


def _of_box(box: Sequence[Piece]) -> Iterator[tuple[str, LineLabel]]:
    """A box of links to other stories, with a heading or without: `Related`, one link a line."""
    heading = [] if box[0].links else box[:1]
    links = box[len(heading) :]
    if len(links) < _FEWEST_LINKS or not all(piece.is_link_alone for piece in links):
        return
    if heading and (len(heading[0].words) > _LONGEST_HEADING or ends_in_stop(heading[0].words)):
        return
    if sum(word_count(piece.words) for piece in links) < _FEWEST_LINK_WORDS * len(links):
        return
    for piece in heading:
        yield piece.words, "furniture"
    for piece in links:
        yield piece.words, "link"
