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

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the identity: with an article's content hash, the key of a recorded answer."""
        return hashlib.sha256(json.dumps(self.model_dump(), sort_keys=True).encode()).hexdigest()

    def differences(self, other: RunIdentity) -> list[str]:
        """Which fields differ, as `field: own value, not the other's`."""
        mine, theirs = self.model_dump(), other.model_dump()
        return [
            f"{key}: {mine[key]}, not {theirs[key]}" for key in mine if mine[key] != theirs[key]
        ]


def input_hash(article: Article) -> str:
    """Whether an article has changed since an earlier start: of all that is known about it."""
    return hashlib.sha256(article.model_dump_json(exclude={"id"}).encode()).hexdigest()


def content_hash(text: str, title: str | None, published: str | None) -> str:
    """Articles with the same text, title and publication date are read once."""
    return hashlib.sha256(json.dumps([text, title, published]).encode()).hexdigest()
