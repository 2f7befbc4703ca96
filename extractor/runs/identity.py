"""What makes two starts the same run: engine, profile, schema and parameters."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import Field

from extractor.schema import SCHEMA_VERSION, Article
from extractor.schema.base import Record


class RunIdentity(Record):
    """A run folder belongs to one identity: its articles are all read in the same way."""

    engine: str
    engine_fingerprint: str
    profile: str
    profile_hash: str
    parameters: dict[str, Any] = Field(default_factory=dict)
    schema_version: int = SCHEMA_VERSION

    def differences(self, other: RunIdentity) -> list[str]:
        """Which fields differ, as `field: own value, not the other's`."""
        mine, theirs = self.model_dump(), other.model_dump()
        return [
            f"{key}: {mine[key]}, not {theirs[key]}" for key in mine if mine[key] != theirs[key]
        ]


def input_hash(article: Article) -> str:
    """Whether an article has changed since an earlier start: of all that is known about it."""
    known = article.model_dump_json(exclude={"id"})
    page = article.page.model_dump_json() if article.page else ""
    return hashlib.sha256((known + page).encode()).hexdigest()


def content_hash(article: Article) -> str:
    """Articles with the same text, title and publication date are read once.

    The key of a recorded answer.
    """
    content = [article.text, article.title, published_as_told(article)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def published_as_told(article: Article) -> str | None:
    """The given publication date, else all that the article's page tells of it, unread."""
    if article.published or article.page is None or not article.page.dates:
        return article.published
    return json.dumps([[date.source, date.role, date.words] for date in article.page.dates])
