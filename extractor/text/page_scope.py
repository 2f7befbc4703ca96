"""Which part of a web page is its article's head, and which belongs to the site or other stories.

Looks at element names, classes and order only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from extractor.text.shapes import squash

_OTHERS = re.compile(
    r"related|comment|recommend|sidebar|side-bar|widget|promo|teaser|trending|popular|most-read"
    r"|latest|more-|newsletter|share|social|breadcrumb|footer|advert|sponsor",
    re.I,
)
_OTHER_TAGS = frozenset({"aside", "footer", "nav", "form", "button", "select"})
_NOT_SHOWN = frozenset({"script", "style", "noscript", "template", "svg", "head"})
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 12, 300  # characters of one that no heading marks
_PROSE = 140  # characters of a paragraph with which the article's body has begun
_ABOVE = 4  # elements above the headline that still stand in its own header
_MOST_ELEMENTS = 20_000
_MOST_HEAD = 400
_MOST_LEVELS = 40  # ancestors that are asked whether they hold other stories


@dataclass(frozen=True, slots=True)
class Scope:
    """A page's tree, its headline element, the elements of its head, and those above the article.

    `head`: from the headline's own header to the first paragraph of the body, in order.
    """

    tree: HtmlElement
    headline: HtmlElement | None
    head: tuple[HtmlElement, ...]
    above: tuple[HtmlElement, ...]


def folded(words: str) -> str:
    """Words with single spaces between them."""
    return " ".join(words.split())


def classes(element: HtmlElement) -> str:
    """Class and id of an element, as one text."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def scope_of(tree: HtmlElement, *, titles: tuple[str, ...]) -> Scope:
    """The parts of a page. `titles`: what its metadata calls the article, the best first."""
    headline = _headline(tree, titles)
    elements = list(_shown(tree))
    article = _article_of(headline) if headline is not None else _only_article(tree)
    position = _position(elements, headline, above=_ABOVE if article is not None else 0)
    inside = set(article.iter()) if article is not None else None
    head: list[HtmlElement] = []
    for element in elements[position:]:
        if len(head) >= _MOST_HEAD or _begins_body(element):
            break
        outside = inside is not None and element not in inside
        if not outside and not belongs_to_others(element, headline):
            head.append(element)
    above = [e for e in elements[:position] if inside is None or e not in inside]
    return Scope(tree, headline, tuple(head), tuple(above[:_MOST_HEAD]))


def belongs_to_others(element: HtmlElement, headline: HtmlElement | None = None) -> bool:
    """Whether an element stands in a part of the page that is for other stories or for readers.

    An `article` that does not hold the headline is another story; so is what a link holds, unless
    the link is the article's own (`rel=bookmark`).
    """
    around = set() if headline is None else {headline, *headline.iterancestors()}
    for level, each in enumerate((element, *element.iterancestors())):
        if each in around or level > _MOST_LEVELS:
            return False
        if names_others(each):
            return True
        if each.tag == "article" and headline is not None:
            return True
        if each.tag == "a" and "bookmark" not in (each.get("rel") or "") and each is not element:
            return True
    return False


def names_others(element: HtmlElement) -> bool:
    """Whether an element's own name or classes say that it is for other stories or for readers."""
    return element.tag in _OTHER_TAGS or _OTHERS.search(classes(element)) is not None


def _shown(tree: HtmlElement) -> Iterator[HtmlElement]:
    body = tree.find("body")
    for count, element in enumerate((tree if body is None else body).iter()):
        if count >= _MOST_ELEMENTS:
            return
        if isinstance(element.tag, str) and element.tag not in _NOT_SHOWN:
            yield element


def _begins_body(element: HtmlElement) -> bool:
    """A long paragraph, or a long piece of text in anything else."""
    words = element.text_content() if element.tag == "p" else element.text or ""
    return len(folded(words)) >= _PROSE


def _headline(tree: HtmlElement, titles: tuple[str, ...]) -> HtmlElement | None:
    """The heading that is one of the titles, else the first `h1` of an article, else the first."""
    headings = [h for h in tree.iter("h1", "h2") if folded(h.text_content())][:200]
    wanted = [squash(title) for title in titles if title]
    for letters in wanted:
        for heading in headings:
            own = squash(folded(heading.text_content()))
            if len(own) >= 6 and (own in letters or (len(letters) >= 6 and letters in own)):
                return heading
    first = [h for h in headings if h.tag == "h1"]
    inside = [h for h in first if any(a.tag in ("article", "main") for a in h.iterancestors())]
    chosen = inside or first
    return chosen[0] if chosen else _unmarked_headline(tree, wanted)


def _unmarked_headline(tree: HtmlElement, wanted: list[str]) -> HtmlElement | None:
    """The element whose own words are most of a title, on a page that marks no heading."""
    for element in _shown(tree) if wanted else ():
        words = folded(element.text or "")
        if not _SHORTEST_HEADLINE <= len(words) <= _LONGEST_HEADLINE or element.tag == "a":
            continue
        own = squash(words)
        if any(own in letters and 2 * len(own) > len(letters) for letters in wanted):
            return element
    return None


def _article_of(headline: HtmlElement) -> HtmlElement | None:
    """The article or main part that holds the headline."""
    around = list(headline.iterancestors())
    return next((a for a in around if a.tag in ("article", "main")), None)


def _only_article(tree: HtmlElement) -> HtmlElement | None:
    articles = tree.findall(".//article")
    return articles[0] if len(articles) == 1 else None


def _position(elements: list[HtmlElement], headline: HtmlElement | None, *, above: int) -> int:
    """Index at which the article's head begins: a little above the headline, in the same parent.

    Kickers and dates stand there, in a page that marks its article; in others the page's own date.
    Without a headline the whole page is searched.
    """
    if headline is None:
        return 0
    index = next((i for i, element in enumerate(elements) if element is headline), 0)
    parent = headline.getparent()
    begin = index
    while begin > 0 and index - begin < above and parent in elements[begin - 1].iterancestors():
        begin -= 1
    return begin
