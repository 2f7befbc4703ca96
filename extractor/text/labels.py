"""What each block of an article is: its headline, a dateline, body, a caption, a link, furniture.

Labels decide what an engine is shown, and a hidden sentence of the body costs its event. So a
block is hidden only for its own words (`boilerplate`), or for a place where no body can stand:
before the headline, or as a short line under a heading such as "Related News".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.schema import LineLabel
from extractor.text.boilerplate import ends_article, is_menu_row, opens_links, own_label
from extractor.text.dateline import dateline_length, is_date_line, is_dateline
from extractor.text.shapes import (
    ends_in_stop,
    ends_sentence,
    holds_two_sentences,
    is_prose,
    squash,
    word_count,
)

_LONGEST_HEADLINE = 200  # characters
_FEWEST_HEADLINE_WORDS = 4
_LONGEST_MENU_WORDS = 4  # of a section, a city, a menu entry above the headline
_LONGEST_SUFFIX = 40  # characters of a site's name after the headline
_SHORTEST_REPEAT = 12  # letters; a headline's end is no proof when it is shorter
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " :: ")
_LEAD = 3  # blocks of the body that tell whether a line above a date is the headline
_STEM = 5
_WORD = re.compile(r"[^\W\d_]+")
_SEARCHED_BLOCKS = 200  # above the body, for a headline that an earlier block ends with


@dataclass(frozen=True, slots=True)
class _Headline:
    """Where the headline stands, and its letters alone."""

    index: int
    letters: str


def label_blocks(
    texts: Sequence[str],
    *,
    title: str | None = None,
    proven: Mapping[str, LineLabel] | None = None,
) -> tuple[LineLabel, ...]:
    """The label of each block, given with its white space folded, in text order.

    `proven`: blocks whose label is known from elsewhere, such as the markup of their page.
    """
    known = proven or {}
    own = [known.get(text) or own_label(text) for text in texts]
    top = _top(texts, own)
    headline = _find_headline(texts, own, top, title)
    labels: list[LineLabel] = []
    under_links = False
    for index, text in enumerate(texts):
        above = index < top and (headline is None or index < headline.index)
        if headline and _repeats(text, headline):
            label: LineLabel = "headline" if index == headline.index else "furniture"
            under_links = under_links and index != headline.index
        elif opens_links(text):
            label, under_links = "furniture", True
        elif own[index]:
            label = own[index] or "body"
        elif under_links and _is_link(text, texts[top:index]):
            label = "link"
        else:
            under_links = False
            label = _above(text, headline) if above else _among_body(text)
        labels.append(label)
    return tuple(labels)


def _is_link(text: str, before: Sequence[str]) -> bool:
    """Under a heading of links: a title, or a teaser's one sentence where the article has ended."""
    if not is_prose(text):
        return True
    return not holds_two_sentences(text) and any(map(ends_article, before))


def _above(text: str, headline: _Headline | None) -> LineLabel:
    """The label of a block above the headline, or above the body where there is no headline."""
    if is_date_line(text):
        return "furniture"  # a page-view date
    if headline and (_holds(text, headline.letters) or _is_menu(text) or is_menu_row(text)):
        return "furniture"
    return _among_body(text)


def _among_body(text: str) -> LineLabel:
    if ends_in_stop(text) and not text.endswith(")"):
        return "body"
    return "dateline" if is_date_line(text) or is_dateline(text) else "body"


def _top(texts: Sequence[str], own: Sequence[LineLabel | None]) -> int:
    """Index of the first block that can only be body; all that stands above may be a menu."""
    for index, text in enumerate(texts):
        if own[index] is None and _is_body(text):
            return index
    return len(texts)


def _is_body(text: str) -> bool:
    return is_prose(text) or ends_in_stop(text) or text.endswith(":") or dateline_length(text) > 0


def _find_headline(
    texts: Sequence[str], own: Sequence[LineLabel | None], top: int, title: str | None
) -> _Headline | None:
    """The block that is the given title, else the first that looks like a headline.

    None where nothing else would be left to be body.
    """
    if sum(label is None for label in own) < 2:
        return None
    index = _find_title(texts, top, title) if title else None
    if index is None:
        index = _guess_headline(texts, own, top)
    return None if index is None else _Headline(index, squash(without_site(texts[index])))


def _find_title(texts: Sequence[str], top: int, title: str) -> int | None:
    """The block that is the title; else one above the body that ends with it."""
    wanted = {squash(title), squash(without_site(title))} - {""}
    for index, text in enumerate(texts):
        if len(text) <= 2 * len(title) and not wanted.isdisjoint(
            (squash(text), squash(without_site(text)))
        ):
            return index
    glued = (i for i in range(top) if any(_holds(texts[i], letters) for letters in wanted))
    return next(glued, None)


def _guess_headline(texts: Sequence[str], own: Sequence[LineLabel | None], top: int) -> int | None:
    """A headline-like block above the body, best one that an earlier block repeats.

    Else the first of the last group: taglines and teasers stand above, with dates or furniture
    between. Without any, a line of few words right above the body, a date line between them or not.
    """
    free = _free_of_links(texts, own, top)
    likely = [i for i in free if _is_headline_like(texts[i]) and not is_menu_row(texts[i])]
    searched = range(min(top, _SEARCHED_BLOCKS))
    for index in likely:
        letters = squash(texts[index])
        if any(_holds(texts[i], letters) for i in searched if i < index):
            return index
    if likely:
        return likely[0] if top == len(texts) else _opens_last_group(texts, own, likely)
    short = [
        i
        for i in free
        if word_count(texts[i]) > 1 and not is_date_line(texts[i]) and not is_dateline(texts[i])
    ]
    return short[-1] if short and top < len(texts) else None


def _opens_last_group(
    texts: Sequence[str], own: Sequence[LineLabel | None], likely: Sequence[int]
) -> int:
    """The first of the headline-like blocks below the last date line or piece of furniture.

    Between a headline and a crosshead only the article's own date stands, and the headline has
    words that the body begins with; a site's tagline has none.
    """
    group = likely[0]
    for previous, index in pairwise(likely):
        between = range(previous + 1, index)
        if any(own[i] == "furniture" or is_date_line(texts[i]) for i in between):
            only_dated = all(own[i] is None for i in between)
            lead = " ".join(texts[likely[-1] + 1 :][:_LEAD]) if only_dated else ""
            if not _words(texts[group]) & _words(lead):
                group = index
    return group


def _words(text: str) -> set[str]:
    """The longer words of a text, without their endings."""
    return {word[:_STEM].casefold() for word in _WORD.findall(text) if len(word) >= _STEM}


def _free_of_links(texts: Sequence[str], own: Sequence[LineLabel | None], top: int) -> list[int]:
    """Blocks above the body that are not under a heading such as "Trending"."""
    free = []
    for index in range(top):
        if opens_links(texts[index]):
            break
        if own[index] is None:
            free.append(index)
    return free


def _is_headline_like(text: str) -> bool:
    if len(text) > _LONGEST_HEADLINE or is_date_line(text) or text.startswith("Home "):
        return False
    if is_dateline(text):
        return False
    return word_count(text) >= _FEWEST_HEADLINE_WORDS


def _is_menu(text: str) -> bool:
    """A city, a section, a few menu words."""
    if ends_sentence(text):
        return False
    return word_count(text) <= _LONGEST_MENU_WORDS or text.startswith("Home ")


def _repeats(text: str, headline: _Headline) -> bool:
    if len(text) > 2 * len(headline.letters) + _LONGEST_SUFFIX:
        return False
    first = text[:1] if text[:1].isalnum() else next(filter(str.isalnum, text), "")
    first = first.lower() if first.isascii() else squash(first)
    if first != headline.letters[:1]:  # spares nearly all blocks the folding
        return False
    return headline.letters in (squash(text), squash(without_site(text)))


def _holds(text: str, letters: str) -> bool:
    """Whether a block is the headline with something glued before it."""
    if len(text) > 2 * _LONGEST_HEADLINE or len(letters) < _SHORTEST_REPEAT:
        return False
    return squash(text).endswith(letters)


def without_site(text: str) -> str:
    """A page's title without the site's name after its last separator."""
    cut = max(text.rfind(separator) for separator in _SEPARATORS)
    long_enough = cut >= _SHORTEST_REPEAT and len(text) - cut <= _LONGEST_SUFFIX
    return text[:cut] if long_enough else text
