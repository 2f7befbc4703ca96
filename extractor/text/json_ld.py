"""The schema.org record of an article in a page's JSON-LD, also where that JSON is broken.

Gives the record as it stands; what its dates are worth is judged elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from extractor.text.shapes import squash

_ARTICLE_TYPES_TEXT = """
    newsarticle article reportagenewsarticle analysisnewsarticle backgroundnewsarticle
    opinionnewsarticle reviewnewsarticle askpublicnewsarticle liveblogposting blogposting report
    scholarlyarticle techarticle satiricalarticle
    """
_ARTICLE_TYPES = frozenset(_ARTICLE_TYPES_TEXT.split())
_PAGE_TYPES = frozenset({"webpage", "itempage"})
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
_MOST_RECORDS = 500  # a page of lists has a hundred; more is made to hurt
_LONGEST_SCRIPT = 2_000_000  # characters

_WRAPPING = re.compile(
    r"<!--|-->|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_STRING_FIELD = re.compile(
    r'"(datePublished|dateModified|headline)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"'
)
_DATED = ("datePublished", "dateCreated", "uploadDate")


def article_record(tree: HtmlElement, *, title: str | None, url: str | None) -> dict[str, Any]:
    """The article's own record; empty where the page has none.

    Of several, the one with the page's address or title; else the first article, else the page.
    """
    records = list(_records(tree))[:_MOST_RECORDS]
    articles = [record for record in records if _types(record) & _ARTICLE_TYPES]
    own = [record for record in articles if _is_about(record, title, url)]
    pages = [r for r in records if _types(r) & _PAGE_TYPES and _dated(r)]
    dated = [record for record in own if _dated(record)]
    chosen: Sequence[dict[str, Any]] = dated or own or articles[:1] or pages
    return chosen[0] if chosen else {}


def text_of(value: Any) -> str | None:
    """The words of a field: a text, an object's name, or the first of several."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), None)
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("@id"))
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return None
    return " ".join(unescape(str(value)).split()) or None


def names_of(value: Any) -> list[str]:
    """All names of a field that may hold one or several."""
    values = value if isinstance(value, list) else [value]
    return [name for name in map(text_of, values) if name]


def _dated(record: dict[str, Any]) -> bool:
    return any(record.get(key) for key in _DATED)


def _records(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from _walk(_load(script.text[:_LONGEST_SCRIPT]))


def _walk(data: Any) -> Iterator[dict[str, Any]]:
    """Records in the order in which they stand; nested ones only where a page nests its article."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value[:_MOST_RECORDS]))
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[key] for key in reversed(_HOLDERS) if key in value)


def _load(script: str) -> Any:
    """The JSON of a script; of JSON beyond repair the fields that can still be told."""
    for repaired in (script, _TRAILING_COMMA.sub("", _WRAPPING.sub("", script)), unescape(script)):
        try:
            return json.loads(repaired.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    fields: dict[str, Any] = {}
    for key, value in _STRING_FIELD.findall(script):
        fields.setdefault(key, value)
    return {"@type": "Article", **fields} if fields else None


def _types(record: dict[str, Any]) -> set[str]:
    value = record.get("@type")
    names = value if isinstance(value, list) else [value]
    return {str(name).rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for name in names}


def _is_about(record: dict[str, Any], title: str | None, url: str | None) -> bool:
    page = record.get("mainEntityOfPage")
    addresses = {text_of(page), text_of(record.get("url")), text_of(record.get("@id"))}
    if isinstance(page, dict):
        addresses.add(text_of(page.get("@id")))
    if url and any(_same_address(url, address) for address in addresses if address):
        return True
    headline = squash(text_of(record.get("headline")) or "")
    return bool(title and headline) and headline[:60] == squash(title or "")[:60]


def _same_address(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?", "", url.split("#")[0]).rstrip("/")
