"""An article as it comes in, its numbered lines, and what is known of its publication date."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Literal

from pydantic import Field, PrivateAttr, field_validator, model_validator

from extractor.edtf import Bounds
from extractor.errors import InputError
from extractor.schema.base import EdtfText, Record

_SURROGATE = re.compile(r"[\ud800-\udfff]")

LineLabel = Literal["headline", "dateline", "body", "caption", "link", "furniture"]
"""What a line is: only headline, dateline, body and caption are shown to an engine."""

LineEntry = tuple[int, int, LineLabel]
"""A line of the stored text: start and end (code points, end exclusive) and its label."""

PublicationSource = Literal[
    "given",
    "json_ld",
    "meta",
    "time_element",
    "byline",
    "dateline",
    "url",
    "text",
    "masthead",
    "model",
]


def stored_text(text: str) -> str:
    """Text without NUL and leading BOM, CRLF as LF, nothing else changed.

    Raises InputError for a lone surrogate: UTF-8 cannot hold it, so it has no hash and no file.
    """
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise InputError(
            f"the text holds a lone surrogate (U+{ord(surrogate[0]):04X})"
            f" at offset {surrogate.start()}",
            hint="write the character itself, or both halves of it in JSON",
        )
    return text.replace("\0", "").lstrip("\ufeff").replace("\r\n", "\n")


def writable(words: str) -> str:
    r"""Words that UTF-8 can hold: a lone surrogate is written as `\udXXX`."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


PageDateRole = Literal["published", "modified", "viewed"]


class PageDate(Record):
    """A date as a web page gives it: unread words, where they stand, what the page calls them."""

    source: PublicationSource
    role: PageDateRole
    words: str


class Page(Record):
    """What a web page's markup tells about the text that was cut out of it.

    `labels`: lines of the text (white space folded) whose label the markup proves.
    """

    dates: tuple[PageDate, ...] = ()
    labels: dict[str, LineLabel] = Field(default_factory=dict)


class Article(Record):
    """One news text with what is known about it.

    `text` becomes the stored text (see `stored_text`): all offsets are code points into it.
    `published`, `modified` and `retrieved` are EDTF; an ISO 8601 date with a time is read as its
    day. Keys that are not fields are kept under `extra`. Raises InputError for a text that cannot
    be stored.
    """

    text: str
    id: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: EdtfText | None = None
    modified: EdtfText | None = None
    retrieved: EdtfText | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    extra: dict[str, Any] = Field(default_factory=dict)
    _page: Page | None = PrivateAttr(default=None)

    @property
    def page(self) -> Page | None:
        """The web page that the text was cut out of; never written with the article."""
        return self._page

    def from_page(self, page: Page) -> Article:
        """The same article, cut out of this page."""
        article = self.model_copy()
        article._page = page
        return article

    @model_validator(mode="before")
    @classmethod
    def _keep_unknown_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        unknown = {key: value for key, value in data.items() if key not in cls.model_fields}
        if not unknown:
            return data
        known = {key: value for key, value in data.items() if key in cls.model_fields}
        own = known.get("extra") or {}
        return {**known, "extra": {**unknown, **(own if isinstance(own, dict) else {"extra": own})}}

    @field_validator("text")
    @classmethod
    def _stored(cls, value: str) -> str:
        return stored_text(value)

    @field_validator("published", "modified", "retrieved", mode="before")
    @classmethod
    def _day_of_timestamp(cls, value: Any) -> Any:
        """`2024-12-06T09:41:00+05:00` and `2024-12-06 09:41` are the day that they name."""
        if isinstance(value, date):
            return value.isoformat()[:10]
        if isinstance(value, int) and 1000 <= value <= 9999:
            return str(value)
        if isinstance(value, str) and len(value) > 10 and value[10] in "T " and value[4] == "-":
            return value[:10]
        return value or None

    @field_validator("id", "title", "url", "source", "language", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        """Numbers are text, nothing is None, and what UTF-8 cannot hold is written out."""
        if isinstance(value, str):
            return writable(value) or None
        return str(value) if isinstance(value, int | float) else value

    @field_validator("tags", mode="before")
    @classmethod
    def _tags(cls, value: Any) -> Any:
        if isinstance(value, str):
            return (value,)
        return value if value is not None else ()

    @field_validator("extra", mode="before")
    @classmethod
    def _extra(cls, value: Any) -> Any:
        if value is None:
            return {}
        return value if isinstance(value, dict) else {"extra": value}


class PublicationCandidate(Record):
    """One place in the article or its metadata that may tell the publication date."""

    edtf: EdtfText
    source: PublicationSource
    trusted: bool
    text: str | None = None


class PublicationDate(Record):
    """When the article was published, as far as that is known.

    A trusted date comes from the user, from metadata or from the article's own byline. A
    page-view date is never trusted: it only bounds from above. Both null: nothing is known.
    """

    edtf: EdtfText | None = None
    earliest: date | None = None
    latest: date | None = None
    source: PublicationSource | None = None
    trusted: bool = False
    candidates: tuple[PublicationCandidate, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """First and last possible day of publication."""
        return Bounds(self.earliest, self.latest)

    @property
    def day(self) -> date | None:
        """The day of publication where it is trusted and known for sure to the day, else None."""
        sure = self.trusted and self.edtf is not None and self.edtf[-1] not in "?~%"
        return self.earliest if sure and self.earliest == self.latest else None
