"""From a record (a JSON object, a row of a table) to an article, whatever its keys are called.

What cannot be read becomes an `UnreadableArticle` with the reason; the reason never holds the
article's words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.errors import InputError
from extractor.schema import Article
from extractor.schema.article import writable
from extractor.schema.base import first_problem
from extractor.text.decode import decode
from extractor.text.plain import plain

HTML_SUFFIXES = (".html", ".htm", ".xhtml")

FIELDS = (
    *("id", "text", "html", "path", "title", "url", "source"),
    *("published", "modified", "retrieved", "language", "tags"),
)
"""Keys of an article record; `--map` may take each from a key or column of another name."""

_DATES = ("published", "modified", "retrieved")
_CONTENT = ("text", "html")  # decoded as a file would be
_SOURCES = (*_CONTENT, "path")
_MOST_KEYS = 30  # named in an error
_LONGEST_VALUE = 40  # characters of a date that is none, in an error

ALIASES: Mapping[str, tuple[str, ...]] = {
    "text": ("maintext", "articleBody", "article_text", "body", "content"),
    "title": ("headline",),
    "url": ("link", "canonical_url"),
    "source": ("source_domain", "source-hostname", "sitename", "site_name", "publisher"),
    "published": (
        *("date_publish", "datePublished", "published_at", "publishedAt", "published_date"),
        *("publication_date", "publish_date", "pub_date", "pubDate", "date"),
    ),
    "modified": ("date_modify", "dateModified", "modified_at", "updated_at", "updated"),
    "retrieved": ("date_download", "retrieved_at", "scraped_at", "crawled_at", "filedate"),
    "language": ("lang",),
}
"""Other names of a field, as crawlers and feeds write them; used where the field itself is not."""

Columns = Mapping[str, str]
"""Field of an article record -> key or column that holds it."""


@dataclass(frozen=True, slots=True)
class UnreadableArticle:
    """An input that should have been an article, and why it is none."""

    id: str
    error: InputError


Input = Article | UnreadableArticle


def article_id(article: Article) -> str:
    """The article's own id, else a hash of its text, url, publication date and title."""
    if article.id is not None:
        return article.id
    identity = [article.text, article.url, article.published, article.title]
    return "a-" + hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:16]


def article_of(record: Any, name: str, folder: Path, *, columns: Columns | None = None) -> Input:
    """An article record: with `text`, with `html`, or with `path` to a file beside its own.

    `name` says where the record stands; its own id comes first. `folder` is what `path` starts
    from. `columns` names the keys that hold a field; other names in common use are known.
    """
    if not isinstance(record, dict):
        return UnreadableArticle(name, InputError(f"{name} is no article record: not an object"))
    fields = _named(record, columns or {})
    if fields.get("id") not in (None, ""):
        name = writable(str(fields["id"]))
    try:
        fields = _plain_fields(fields, name)
        for key in _DATES:
            fields[key] = _date(fields.get(key))
        return _article(fields, name, folder, keys=tuple(map(str, record)))
    except InputError as error:
        return UnreadableArticle(name, error)


def file_article(raw: bytes, name: str, *, own_id: str | None, is_page: bool) -> Input:
    """An article that is a whole file: a web page, or a text."""
    try:
        if is_page:
            return _from_page({"id": own_id}, raw, name)
        return _validated({"id": own_id, "text": decode(raw)}, name)
    except InputError as error:
        return UnreadableArticle(name, error)


def _named(record: Mapping[str, Any], columns: Columns) -> dict[str, Any]:
    """The record under the names of its fields; what is no field keeps its own name."""
    taken = set(columns.values())
    fields = {str(key): value for key, value in record.items() if key not in taken}
    fields.update({field: record.get(column) for field, column in columns.items()})
    if _is_trafilatura(fields):
        fields = _from_trafilatura(fields)
    for field, others in ALIASES.items():
        if field not in columns and _is_empty(fields.get(field)):
            other = next((key for key in others if not _is_empty(fields.get(key))), None)
            if other is not None:
                fields[field] = fields.pop(other)
    return fields


def _plain_fields(fields: Mapping[str, Any], name: str) -> dict[str, Any]:
    """All that is kept beside the text, as what a record can hold. Raises InputError."""
    fields_of_record = {}
    for key, value in fields.items():
        try:
            fields_of_record[writable(key)] = _kept(key, value)
        except InputError as error:
            raise InputError(f"record {name}: {writable(key)}: {error.message}") from None
    return fields_of_record


def _kept(key: str, value: Any) -> Any:
    """A field's value: text and page may be bytes, and a path is taken letter by letter."""
    return value if key in _CONTENT or (key == "path" and isinstance(value, str)) else plain(value)


def _is_empty(value: Any) -> bool:
    return value is None or value == ""


def _is_trafilatura(fields: Mapping[str, Any]) -> bool:
    return "source-hostname" in fields and "fingerprint" in fields


def _from_trafilatura(fields: dict[str, Any]) -> dict[str, Any]:
    """JSON of trafilatura: `source` is the address, and its `date` may be the day of the page view.

    That date stays under `extra`; the text tells what is known of the publication.
    """
    kept = {
        key: value
        for key, value in fields.items()
        if key not in ("source", "date", "source-hostname")
    }
    return {
        **kept,
        "url": fields.get("url") or fields.get("source"),
        "source": fields.get("source-hostname"),
        "extra": {"date_by_trafilatura": fields.get("date")},
    }


def _date(value: Any) -> Any:
    """Dates of feeds (`Fri, 06 Dec 2024 09:41:00 +0500`) as the day that they name."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and "," in value[:6]:
        try:
            return parsedate_to_datetime(value).date()
        except (ValueError, IndexError, OverflowError):
            return value
    return value.strip() if isinstance(value, str) else value


def _article(fields: dict[str, Any], name: str, folder: Path, *, keys: Sequence[str]) -> Article:
    path, html = fields.pop("path", None), fields.pop("html", None)
    if isinstance(fields.get("text"), bytes):
        fields["text"] = decode(fields["text"])
    if isinstance(fields.get("text"), str):
        return _validated(fields, name)
    if not _is_empty(html):
        if not isinstance(html, str | bytes):
            raise InputError(f"record {name}: its html is no text")
        return _from_page(fields, html, name)
    if fields.get("text") is None and not _is_empty(path):
        raw = _read(folder, str(path), name)
        if str(path).lower().endswith(HTML_SUFFIXES):
            return _from_page(fields, raw, name)
        return _validated({**fields, "text": decode(raw)}, name)
    hint = None if any(key in fields for key in _CONTENT) else _which_column(keys)
    raise InputError(f"record {name}: no text", hint=hint)


def check_columns(names: Sequence[str], columns: Columns) -> None:
    """Raise InputError where a table has no column of texts, or none that `columns` names."""
    for field, column in columns.items():
        if column not in names:
            raise InputError(
                f"no column {column!r} (--map {field}={column})", hint=_names_there(names)
            )
    known = {columns.get(field, field) for field in _SOURCES}
    if "text" not in columns:
        known.update(ALIASES["text"])
    if known.isdisjoint(names):
        raise InputError("no column holds the text", hint=_which_column(names))


def _which_column(names: Sequence[str]) -> str:
    return f"{_names_there(names)}; name the one with the text: --map text=NAME"


def _names_there(names: Sequence[str]) -> str:
    shown = ", ".join(writable(name) for name in names[:_MOST_KEYS]) or "none"
    return f"there are: {shown}{', …' if len(names) > _MOST_KEYS else ''}"


def _read(folder: Path, path: str, name: str) -> bytes:
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        raise InputError(f"{writable(path)}: {error.strerror}") from None
    except ValueError as error:  # a NUL in the path, or half a character
        raise InputError(f"record {name}: its path is none: {error}") from None


def _from_page(fields: dict[str, Any], html: bytes | str, name: str) -> Article:
    """The page's text and metadata; what the record says itself comes first."""
    from extractor.text.page import read_page  # lxml and trafilatura: for pages alone

    try:
        content = read_page(html)
    except InputError as error:
        raise InputError(f"{name}: {error.message}", hint=error.hint) from None
    said = {key: value for key, value in fields.items() if not _is_empty(value)}
    return _validated({**content.fields, **said, "text": content.fields["text"]}, name).from_page(
        content.page
    )


def _validated(fields: dict[str, Any], name: str) -> Article:
    try:
        return Article.model_validate(fields)
    except ValidationError as error:
        field = str((*error.errors(include_url=False)[0]["loc"], "")[0])
        if field in _DATES:
            raise _no_date(fields[field], field, name) from None
        raise InputError(f"record {name}: {first_problem(error)}") from None


def _no_date(value: Any, field: str, name: str) -> InputError:
    shown = repr(value)
    if len(shown) > _LONGEST_VALUE:
        shown = shown[:_LONGEST_VALUE] + "…"
    return InputError(
        f"record {name}: {field} is {shown}, which is no date",
        hint="write it as 2024-12-06, 2024-12 or 2024",
    )
