"""A web page as an article: its text, what its metadata says, and the dates that it tells.

Reads what it is given; fetches nothing. The date search of other libraries is not asked: on pages
with a date in their header it answers the day of the page view.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml.html import HtmlElement

from extractor.errors import InputError
from extractor.schema import LineLabel, Page
from extractor.text.blocks import split_blocks
from extractor.text.json_ld import article_record, names_of, text_of
from extractor.text.labels import label_blocks, without_site
from extractor.text.markup import parse_page
from extractor.text.page_dates import page_dates
from extractor.text.page_hidden import drop_hidden
from extractor.text.page_pieces import words_of
from extractor.text.page_scope import folded, scope_of
from extractor.text.page_text import PageText, page_text

_SEPARATORS = " |-–—·:"
_HINT = "is it made by a script, behind a paywall, or empty? save it as a browser shows it"


class PageContent(NamedTuple):
    """What a page gives: fields of an article record, and what stays beside the article."""

    fields: dict[str, Any]
    page: Page


def read_page(page: bytes | str) -> PageContent:
    """A page's text, title, address, site, language and authors, and the dates that it tells.

    `page`: the file's bytes, or its text where that is decoded already. Raises InputError for a
    page without a text of its own.
    """
    tree = parse_page(page)
    metas = _metas(tree)
    url = _address(tree, metas)
    record = article_record(tree, title=metas.get("og:title") or _title(tree), url=url)
    titles = tuple(
        filter(None, (text_of(record.get("headline")), metas.get("og:title"), _title(tree)))
    )
    drop_hidden(tree)
    scope = scope_of(tree, titles=titles)
    headline = None if scope.headline is None else words_of(scope.headline)
    dates = page_dates(scope, record)
    text, labels = _text(tree, scope.headline)
    title = headline or next(iter(titles), None)
    if not _has_body(text, title, labels):
        raise InputError("no text in the page", hint=_HINT)
    fields = {
        "text": text,
        "title": title,
        "url": url,
        "source": metas.get("og:site_name") or text_of(record.get("publisher")),
        "language": _language(tree, metas, record),
        "authors": _authors(metas, record),
    }
    present = {key: value for key, value in fields.items() if value}
    shown = {words: label for words, label in labels.items() if words in text}
    return PageContent(present, Page(dates=dates, labels=shown))


def _has_body(text: str, title: str | None, labels: dict[str, LineLabel]) -> bool:
    """Whether the page has a line of its own beside its title: no menu, notice, or sign to pay."""
    blocks = [folded(text[block.start : block.end]) for block in split_blocks(text)]
    found = zip(blocks, label_blocks(blocks, title=title, proven=labels), strict=True)
    return any(label in ("body", "caption") and words != title for words, label in found)


def _text(tree: HtmlElement, headline: HtmlElement | None) -> PageText:
    """The text, whatever the page is made of: a bug met in a page is that page's error."""
    try:
        return page_text(tree, headline)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError) as error:
        reason = f"the page cannot be read ({type(error).__name__})"
        raise InputError(reason, hint="convert it to text first") from None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The page's `meta` elements by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        words = folded(meta.get("content") or "")
        if key and words:
            found.setdefault(key.lower(), words)
    return found


def _address(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The address that the page gives itself."""
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower() and href.startswith("http"):
            return str(href)
    own = metas.get("og:url")
    return own if own and own.startswith("http") else None


def _title(tree: HtmlElement) -> str | None:
    element = tree.find(".//title")
    words = folded(element.text_content()) if element is not None else ""
    title = without_site(words)
    if 2 * len(title) < len(words):  # `The Courier - Dam breaks`: the site stands first
        title = words[len(title) :].lstrip(_SEPARATORS)
    return title or None


def _language(tree: HtmlElement, metas: dict[str, str], record: dict[str, Any]) -> str | None:
    """BCP 47 tag of the page: as its root element says, else its metadata."""
    said = (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        tree.get("xml:lang"),
        metas.get("og:locale"),
        metas.get("content-language"),
        text_of(record.get("inLanguage")),
    )
    for tag in said:
        first = (tag or "").split(",")[0].strip().replace("_", "-")
        if 2 <= len(first) <= 20 and first.split("-")[0].isalpha():
            return first
    return None


def _authors(metas: dict[str, str], record: dict[str, Any]) -> list[str]:
    names = names_of(record.get("author"))
    if not names:
        names = [metas[key] for key in ("author", "article:author", "byl") if key in metas][:1]
    return [name for name in dict.fromkeys(names) if not name.startswith("http")]
