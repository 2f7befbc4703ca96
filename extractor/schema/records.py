"""What a run writes beside its events: one record per article, and one for the run."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from extractor.schema.article import LineEntry, PublicationDate
from extractor.schema.base import SCHEMA_VERSION, Record

ArticleStatus = Literal["ok", "partial", "failed", "duplicate"]


class Usage(Record):
    """Tokens, as the model's server counted them; zero for an engine without a model."""

    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cached_tokens: int = Field(default=0, ge=0)

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
        )


class Dropped(Record):
    """An event that an engine named and that could not be proven: kept here, with the reason."""

    reason: str
    title: str | None = None
    lines: tuple[int, ...] = ()
    quote: str | None = None


class ErrorRecord(Record):
    """Why an article failed. `kind` is one word for programs, `message` a sentence for people."""

    kind: str
    message: str


class ArticleRecord(Record):
    """One line of articles.jsonl: what became of one input article.

    `text` and `lines` are null where the run was told to leave them out. `seconds` is the time
    spent on the article, `cost_usd` is null where the price is not known.
    """

    article_id: str
    status: ArticleStatus
    duplicate_of: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    sha256: str | None = None
    text: str | None = None
    lines: tuple[LineEntry, ...] | None = None
    published: PublicationDate = PublicationDate()
    events: int = 0
    dropped: tuple[Dropped, ...] = ()
    attempts: int = 0
    usage: Usage = Usage()
    cost_usd: float | None = None
    seconds: float = 0.0
    error: ErrorRecord | None = None


class Counts(Record):
    """How many articles ended how, and how many events they gave."""

    total: int = 0
    ok: int = 0
    partial: int = 0
    failed: int = 0
    duplicate: int = 0
    events: int = 0


class RunRecord(Record):
    """run.json: what ran, on what, with which result. Never a key or a header.

    `kinds` maps each kind of the profile to one of the general profile.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    versions: dict[str, str]
    engine: str
    profile: str
    profile_hash: str
    kinds: dict[str, str] = Field(default_factory=dict)
    parameters: dict[str, Any] = Field(default_factory=dict)
    counts: Counts
    usage: Usage = Usage()
    cost_usd: float | None = None
    started: datetime
    finished: datetime | None = None
    complete: bool
