"""One article in, proven events out: numbered lines, publication date, engine, proof."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace

from extractor.checks import with_told_date
from extractor.dates.anchor import publication_date
from extractor.engines.base import Answer, Engine
from extractor.errors import InputError
from extractor.prompts import Profile
from extractor.prove import prove
from extractor.request import Request
from extractor.schema import (
    Article,
    ArticleRecord,
    Dropped,
    ErrorRecord,
    Event,
    LineEntry,
    PublicationDate,
    Usage,
    WireAnswer,
)
from extractor.text.inputs import article_id
from extractor.text.lines import Line, number_lines


@dataclass(frozen=True, slots=True)
class Extraction:
    """What became of one article: its record, its events, and the engine's own answer."""

    record: ArticleRecord
    events: tuple[Event, ...] = ()
    answer: Answer | None = None

    @property
    def wire(self) -> WireAnswer | None:
        """What the engine answered, before any check."""
        return self.answer.wire if self.answer else None

    @property
    def published(self) -> PublicationDate:
        """When the article was published, as far as that is known."""
        return self.record.published

    @property
    def usage(self) -> Usage:
        """Tokens that the article took."""
        return self.record.usage

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        """Events of the answer that could not be proven, with the reasons."""
        return self.record.dropped


def prepare(article: Article, profile: Profile) -> Request:
    """What an engine is given for an article: numbered lines and the publication date.

    Raises InputError for a text without a word.
    """
    if not article.text.strip():
        raise InputError(f"article {article_id(article)}: the text is empty")
    lines = number_lines(
        article.text,
        title=article.title,
        language=article.language,
        proven=article.page.labels if article.page else None,
    )
    published = publication_date(article, article.text, [line.entry for line in lines])
    return Request(article=article, lines=lines, published=published, profile=profile)


async def extract_article(article: Article, *, engine: Engine, profile: Profile) -> Extraction:
    """Read one article. Raises InputError or EngineError where that cannot be done."""
    started = time.perf_counter()
    request = prepare(article, profile)
    answer = await engine.answer(request)
    request = _against(request, answer.lines)
    published = with_told_date(request, answer.wire.published)
    if published.bounds != request.published.bounds:
        request = replace(request, published=published)
    events, dropped = prove(request, answer.wire, engine_name=answer.engine or engine.name)
    record = article_record(article).model_copy(
        update={
            **_status(answer),
            "lines": tuple(line.entry for line in request.lines),
            "published": published,
            "events": len(events),
            "dropped": (*dropped, *answer.dropped),
            **_spent(answer),
            "seconds": round(time.perf_counter() - started, 6),
        }
    )
    return Extraction(record, events, answer)


def _against(request: Request, table: tuple[LineEntry, ...] | None) -> Request:
    """The request with the line table that its answer was given against, where it has its own.

    A recorded answer's numbers mean nothing in another table: splitters and labels change.
    """
    if table is None or table == tuple(line.entry for line in request.lines):
        return request
    lines = tuple(Line(number, *entry) for number, entry in enumerate(table, start=1))
    published = publication_date(request.article, request.article.text, table)
    return replace(request, lines=lines, published=published)


def article_record(article: Article) -> ArticleRecord:
    """The record of an article before anything is known of it."""
    return ArticleRecord(
        article_id=article_id(article),
        status="ok",
        title=article.title,
        url=article.url,
        source=article.source,
        language=article.language,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
        text=article.text,
    )


def failed(record: ArticleRecord, *, kind: str, message: str) -> Extraction:
    """The record of an article that could not be read, with the reason."""
    error = ErrorRecord(kind=kind, message=message)
    return Extraction(record.model_copy(update={"status": "failed", "error": error}))


def _status(answer: Answer) -> dict[str, object]:
    """An answer that is not whole leaves the article partial, with the reason."""
    if answer.partial is None:
        return {}
    return {"status": "partial", "error": ErrorRecord(kind="partial", message=answer.partial)}


def _spent(answer: Answer) -> dict[str, object]:
    return {"attempts": answer.attempts, "usage": answer.usage, "cost_usd": answer.cost_usd}
