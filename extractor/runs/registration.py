"""Whether an input article is new to the run, done, a duplicate, or in conflict with another."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.runs.identity import content_hash
from extractor.runs.store import ArticleRow, RunStore
from extractor.schema import Article, ArticleRecord, ErrorRecord


@dataclass(frozen=True, slots=True)
class Registration:
    """Where an article stands in the run, under which id, and whether it is still to be read."""

    position: int
    article_id: str
    content_hash: str
    to_do: bool


def register(
    store: RunStore, article_id: str, article: Article | None, *, retry_failed: bool = False
) -> Registration:
    """Enter an input into the run. `article` is None for one that could not be read.

    The same content under another id is a duplicate; the same id with the same content again gets
    the id with `#2`, `#3` …; the same id with another content is a failed article of its own.
    What an earlier start finished is not to be done again, but for failures with `retry_failed`.
    """
    content = _content(article)
    row = store.find(article_id, content)
    if row is not None:
        occurrence = store.touch(row)
        if occurrence > 1:
            return register(store, f"{article_id}#{occurrence}", article, retry_failed=retry_failed)
        return _known(store, row, article, retry_failed=retry_failed)
    same_id = store.find(article_id)
    if same_id is None:
        return _enter(store, store.add(article_id, content), article_id, article)
    if same_id.seen_in_pass == store.pass_number:
        return _conflict(store, article_id, content)
    store.reset(same_id.position, content)
    return _enter(store, same_id.position, article_id, article)


def _content(article: Article | None) -> str:
    return content_hash(article.text, article.title, article.published) if article else ""


def _known(
    store: RunStore, row: ArticleRow, article: Article | None, *, retry_failed: bool
) -> Registration:
    """An article that an earlier start has entered."""
    if row.duplicate_of is not None:
        original = store.at(row.duplicate_of)
        if original is None or original.content_hash != row.content_hash:
            store.reset(row.position, row.content_hash)  # what it repeated has changed
            return _enter(store, row.position, row.article_id, article)
        return Registration(row.position, row.article_id, row.content_hash, to_do=False)
    again = row.status == "pending" or (row.status == "failed" and retry_failed)
    to_do = again or article is None
    return Registration(row.position, row.article_id, row.content_hash, to_do=to_do)


def _enter(
    store: RunStore, position: int, article_id: str, article: Article | None
) -> Registration:
    """A new article: to be read, unless its content is in the run already."""
    content = _content(article)
    original = store.find_original(content) if article is not None else None
    if article is None or original is None or original.position == position:
        return Registration(position, article_id, content, to_do=True)
    record = ArticleRecord(
        article_id=article_id,
        status="duplicate",
        duplicate_of=original.article_id,
        title=article.title,
        url=article.url,
        source=article.source,
        language=article.language,
    )
    store.save(position, record, duplicate_of=original.position)
    return Registration(position, article_id, content, to_do=False)


def _conflict(store: RunStore, article_id: str, content: str) -> Registration:
    position = store.add(article_id, content)
    message = f"the id {article_id!r} was already used for an article with another text"
    error = ErrorRecord(kind="input", message=message)
    store.save(position, ArticleRecord(article_id=article_id, status="failed", error=error))
    return Registration(position, article_id, content, to_do=False)
