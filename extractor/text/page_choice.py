"""Which lines of a page are its article's: what trafilatura finds, and what it drops in the midst.

trafilatura leaves out headings, times, lists and captions between paragraphs and may turn the order
round; so its answer only tells which lines are meant. Never takes a line of another story.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from extractor.text.dateline import is_date_line
from extractor.text.page_pieces import Piece
from extractor.text.shapes import ends_in_stop, is_prose

_LONG = 20  # letters with which a line cannot stand in another by chance
_LONG_PART = 40  # letters of an unbroken text that prove the line it stands in
_FOUND = 0.7  # of trafilatura's letters must be in the lines; else it has rewritten the page
_MOST_OF_ARTICLE = 0.7  # of the found letters: the smallest element with so many is the article
_LONGEST_HEADING = 200  # characters
FEWEST_CLOCKS = 2  # a live page has several; a single time is when the article was published
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt", "summary"})
_CLOCK = re.compile(
    r"""\(?(?:[01]?\d|2[0-4])
    (?:\s?[:.h]\s?[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?\s?m\b\.?)? | \s?[ap]\.?m\b\.?)(?![\d.:])\)?""",
    re.I | re.X,
)
_ZONE = re.compile(r"\s?\(?(?:uhr|hrs|h|[a-z]{3,4})?\)?", re.I)


def key_of(words: str) -> str:
    """Words without white space, bars between cells, and what is never seen."""
    squeezed = "".join(words.replace("|", " ").split())
    return squeezed if squeezed.isprintable() else "".join(filter(str.isprintable, squeezed))


def is_clock(words: str) -> bool:
    """Whether a line is nothing but a time of the day, as above an entry of a live page."""
    clock = _CLOCK.match(words)
    return clock is not None and _ZONE.fullmatch(words, clock.end()) is not None


def is_told(words: str) -> bool:
    """Whether a line is running text; a long row of menu entries or notes has no end."""
    return is_prose(words) and ends_in_stop(words)


def _opens_with_clock(words: str) -> bool:
    return words[:2].strip("(")[:1].isdecimal() and _CLOCK.match(words) is not None


def choose(
    pieces: Sequence[Piece], found: Sequence[str], headline: HtmlElement | None
) -> list[bool] | None:
    """For each line of a page whether it is the article's; None where the words are others.

    `found`: the lines that trafilatura gives, in any order.
    """
    keys = [key_of(piece.words) for piece in pieces]
    wanted = [key_of(line) for line in found]
    chosen = _found(pieces, keys, wanted)
    letters = sum(len(key) for key, taken in zip(keys, chosen, strict=True) if taken)
    if letters < _FOUND * sum(map(len, wanted)):
        return None
    _drop_repeats(pieces, keys, wanted, chosen)
    _Recovery(pieces, chosen, headline).run()
    return chosen


def _found(pieces: Sequence[Piece], keys: Sequence[str], wanted: Sequence[str]) -> list[bool]:
    """The lines whose words trafilatura gives; short ones only where they are lines of its own."""
    lines, whole = frozenset(wanted), "\n".join(wanted)
    glued = "".join(wanted) if len(wanted) == 1 else ""  # its last resort: one line
    return [
        key in lines
        or (len(key) >= _LONG and not piece.is_link and key in whole)
        or (bool(glued) and not piece.others and key in glued)
        or (len(piece.longest) >= _LONG_PART and key_of(piece.longest) in whole)
        for piece, key in zip(pieces, keys, strict=True)
    ]


def _drop_repeats(
    pieces: Sequence[Piece], keys: Sequence[str], wanted: Sequence[str], chosen: list[bool]
) -> None:
    """Of a line that the page shows more often than trafilatura, leave out the likely furniture.

    That is what stands among other stories, then what stands before the article and after it.
    """
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if chosen[index]:
            places.setdefault(key, []).append(index)
    once = [at[0] for key, at in places.items() if len(at) == 1 and len(key) >= _LONG]
    sure = [index for index in once if not pieces[index].others] or [0, len(keys)]
    lines = Counter(wanted)
    for key, at in places.items():
        at.sort(key=lambda i: (pieces[i].others, not sure[0] <= i <= sure[-1], i))
        for index in at[max(1, lines[key]) :]:
            chosen[index] = False


class _Recovery:
    """Takes back what stands between the lines found and can only belong to them."""

    def __init__(
        self, pieces: Sequence[Piece], chosen: list[bool], headline: HtmlElement | None
    ) -> None:
        self.pieces = pieces
        self.chosen = chosen
        taken = [i for i, is_taken in enumerate(chosen) if is_taken]
        prose = (i for i in taken if is_told(pieces[i].words))
        self.first = next(prose, taken[0] if taken else len(pieces))
        self.last = taken[-1] if taken else -1
        self.article = _article_of([pieces[i] for i in taken])
        heads = (i for i in range(self.first) if pieces[i].owner is headline)
        self.first = next(heads, self.first)
        if self.first < len(pieces):
            chosen[self.first] = True
        clocks = sum(_opens_with_clock(piece.words) for piece in pieces)
        self.is_live = clocks >= FEWEST_CLOCKS

    def run(self) -> None:
        """Go through the lines from below: a heading belongs to what stands under it."""
        below: Piece | None = None  # the article's line that a heading would stand over
        for index in range(self.last, self.first, -1):
            piece = self.pieces[index]
            if not self.chosen[index] and not piece.is_link:
                self.chosen[index] = self._belongs(piece, below)
            if self.chosen[index]:
                below = piece
            elif not piece.others and not piece.caption:
                below = None

    def _belongs(self, piece: Piece, below: Piece | None) -> bool:
        if piece.caption:
            return piece.links == 0 and not piece.others
        if not self._is_inside(piece):
            return False
        if below is not None and (below.others or not piece.others) and self._is_heading(piece):
            return True
        return piece.links == 0 and not piece.others and self._is_item(piece)

    def _is_heading(self, piece: Piece) -> bool:
        """A heading, a day, or the time and title of an entry of a live page."""
        if len(piece.words) > _LONGEST_HEADING:
            return False
        if piece.owner.tag in _HEADINGS:
            return True
        return self.is_live and (_opens_with_clock(piece.words) or is_date_line(piece.words))

    def _is_item(self, piece: Piece) -> bool:
        """An item of a list without links, or a row of a table without links."""
        group = piece.group[0]
        if group.tag not in ("ul", "ol", "table"):
            return False
        return len(group) > 1 and group.find(".//a") is None

    def _is_inside(self, piece: Piece) -> bool:
        article = self.article
        return article is not None and any(
            each is article for each in (piece.owner, *piece.owner.iterancestors())
        )


def _article_of(pieces: Sequence[Piece]) -> HtmlElement | None:
    """The smallest element that holds most of the lines found."""
    letters: Counter[HtmlElement] = Counter()
    depth: dict[HtmlElement, int] = {}
    for piece in pieces:
        around = [piece.owner, *piece.owner.iterancestors()]
        for level, each in enumerate(reversed(around)):
            letters[each] += len(piece.words)
            depth[each] = level
    most = _MOST_OF_ARTICLE * sum(len(piece.words) for piece in pieces)
    holding = [each for each, count in letters.items() if count >= most]
    return max(holding, key=lambda each: depth[each], default=None)
