"""Where a web page tells dates of its article: metadata, time elements, bylines, its masthead.

Gives the words as they stand. What day they mean, and whether to believe them, is the business
of `extractor.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from extractor.schema import PageDate
from extractor.schema.article import PageDateRole
from extractor.text.bylines import is_byline
from extractor.text.dateline import begins_with_date, is_date_line
from extractor.text.json_ld import text_of
from extractor.text.page_scope import Scope, classes, folded

_LONGEST = 200  # characters of a byline
_LONGEST_MARKUP = 1_000  # with the white space between its elements
_LONGEST_NAME = 40
_LONGEST_DAY = 4  # words of a day: `Friday the 6 December`
_MOST_PARTS = 4  # elements in a byline that no class names
_MOST_DATES = 40

_PUBLISHED_KEYS_TEXT = """
    article:published_time article:published og:article:published_time og:published_time
    og:pubdate datepublished dc.date.issued dcterms.issued dc.issued pubdate publishdate
    publish-date publish_date publicationdate publication_date publication-date published
    published_time published-date date_published parsely-pub-date sailthru.date
    article_date_original article.published citation_publication_date citation_date
    cxenseparse:recs:publishtime originalpublicationdate sm4:pubdate bt:pubdate release_date
    rnews:datepublished shareaholic:article_published_time vr:published_time prism.publicationdate
    """
_PUBLISHED_KEYS = frozenset(_PUBLISHED_KEYS_TEXT.split())
_LOOSE_KEYS_TEXT = """date dc.date dcterms.date dc.date.created dcterms.created created"""
_LOOSE_KEYS = frozenset(_LOOSE_KEYS_TEXT.split())
"""Many templates write the day of publication here, some the day on which the page was made."""
_MODIFIED_KEYS_TEXT = """
    article:modified_time article:modified og:updated_time og:modified_time datemodified
    dc.date.modified dcterms.modified last-modified lastmod revised modified updated
    article.updated sm4:lastmod shareaholic:article_modified_time
    """
_MODIFIED_KEYS = frozenset(_MODIFIED_KEYS_TEXT.split())
_PUBLISHED_CLASS = re.compile(r"publish|entry-date|post-date|pub-?date|article-date|created", re.I)
_MODIFIED_CLASS = re.compile(r"updated|modified|revised|lastmod", re.I)
_BYLINE_CLASS = re.compile(
    r"by-?line|author|date|publish|posted|time-?stamp|(?:^|[-_ ])(?:time|meta|info|by)(?:$|[-_ ])",
    re.I,
)
_BETWEEN = re.compile(r"[|•·,–—]")
_YEAR = re.compile(r"[0-9]{4}|[٠-٩]{4}|['’][0-9]{2}|[0-9][./-][0-9]{2}(?![0-9])")


def page_dates(scope: Scope, record: Mapping[str, Any]) -> tuple[PageDate, ...]:
    """All dates that a page tells of its article; `record` is its JSON-LD.

    Dates of other stories and of comments are left out as far as the markup tells them apart.
    """
    found = [
        *_json_ld_dates(record),
        *_meta_dates(scope.tree),
        *_time_elements(scope),
        *_bylines(scope),
        *_mastheads(scope),
    ]
    return tuple(dict.fromkeys(found))[:_MOST_DATES]


def _json_ld_dates(record: Mapping[str, Any]) -> Iterator[PageDate]:
    published = text_of(record.get("datePublished")) or text_of(record.get("dateCreated"))
    modified = text_of(record.get("dateModified"))
    if published:
        yield PageDate(source="json_ld", role="published", words=published[:_LONGEST])
    if modified:
        yield PageDate(source="json_ld", role="modified", words=modified[:_LONGEST])


def _meta_dates(tree: HtmlElement) -> Iterator[PageDate]:
    """Dates of `meta` elements; the loose keys count only where no other tells the publication."""
    loose: list[PageDate] = []
    certain = False
    for meta in tree.iter("meta"):
        words = folded(meta.get("content") or meta.get("value") or "")[:_LONGEST]
        if not words or not any(map(str.isdigit, words)):
            continue
        keys = {(meta.get(name) or "").lower() for name in ("property", "name", "itemprop")}
        if keys & _PUBLISHED_KEYS:
            certain = True
            yield PageDate(source="meta", role="published", words=words)
        elif keys & _MODIFIED_KEYS:
            yield PageDate(source="meta", role="modified", words=words)
        elif keys & _LOOSE_KEYS:
            loose.append(PageDate(source="meta", role="published", words=words))
    if not certain:
        yield from loose[:1]


def _time_elements(scope: Scope) -> Iterator[PageDate]:
    """The first publication and the first change among the article's own time elements."""
    told: set[PageDateRole] = set()
    for element in scope.head:
        stamp = element.get("datetime") or element.get("content") or ""
        is_time = element.tag == "time" or "date" in (element.get("itemprop") or "").lower()
        if not is_time or not any(map(str.isdigit, stamp)):
            continue
        role = _role(element)
        if role not in told:
            told.add(role)
            yield PageDate(source="time_element", role=role, words=folded(stamp)[:_LONGEST])


def _role(element: HtmlElement) -> PageDateRole:
    """What an element's own names call its date, else those of what it stands in."""
    for each in (element, element.getparent()):
        if each is None:
            continue
        names = f"{classes(each)} {each.get('itemprop') or ''}"
        if _PUBLISHED_CLASS.search(names):
            return "published"
        if _MODIFIED_CLASS.search(names):
            return "modified"
        words = folded(each.text or "").lower()
        if words.startswith(("updated", "last updated", "modified", "last modified")):
            return "modified"
    return "published"


def _bylines(scope: Scope) -> Iterator[PageDate]:
    """Short elements beside the headline that hold a date and are named, or read, as bylines are.

    A date without its year is told only where the markup names the byline.
    """
    for element in scope.head if scope.headline is not None else ():
        is_time = element.tag == "time" and not element.get("datetime")
        named = is_time or _BYLINE_CLASS.search(
            f"{classes(element)} {element.get('itemprop') or ''} {element.get('rel') or ''}"
        )
        words = _spaced(element) if named or len(element) <= _MOST_PARTS else ""
        if not any(map(str.isdigit, words)):
            continue
        dated = _YEAR.search(words) is not None
        if (named and (dated or _tells_day(words))) or (dated and _reads_as_byline(words)):
            role: PageDateRole = "modified" if _role(element) == "modified" else "published"
            yield PageDate(source="byline", role=role, words=words)


def _spaced(element: HtmlElement) -> str:
    """The words of a short element, parted where only styles part them: `Jo</b><i>Monday`."""
    words = ""
    for part in element.itertext():
        if words and part and words[-1].isalnum() and part[0].isupper():
            words += " "
        words += part
        if len(words) > _LONGEST_MARKUP:
            return ""
    words = folded(words)
    return words if len(words) <= _LONGEST else ""


def _tells_day(words: str) -> bool:
    """Whether a part of a byline ends in a day and its month: `Jo Brandt, 16 July | Culture`."""
    for part in _BETWEEN.split(words):
        tokens = part.split()
        ends = (tokens[begin:] for begin in range(max(len(tokens) - _LONGEST_DAY, 0), len(tokens)))
        if any(len(end) > 1 and is_date_line(" ".join(end)) for end in ends):
            return True
    return False


def _reads_as_byline(words: str) -> bool:
    """`By Jo Brandt, 6 December 2024`; `The Courier, Friday 6 December 2024, 08:30`."""
    name, _, rest = words.partition(", ")
    return is_byline(words) or (
        len(name) <= _LONGEST_NAME and not begins_with_date(name) and is_date_line(rest)
    )


def _mastheads(scope: Scope) -> Iterator[PageDate]:
    """Bare dates above the article and beside none of its parts: the day of the page view."""
    for element in scope.above:
        words = folded(element.text or "")
        if _YEAR.search(words) and is_date_line(words):
            yield PageDate(source="masthead", role="viewed", words=words)
