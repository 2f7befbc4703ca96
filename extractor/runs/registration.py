"""Whether an input article is new to the run, done, a duplicate, or in conflict with another."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.runs.identity import content_hash, input_hash
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

    The same content under another id is a duplicate; the same id with the same content again is
    one too, with the id `ID#2`, `ID#3` …; the same id with another content is a failed article
    under such an id. What an earlier start finished is not to be done again, unless it has changed
    since; failures only with `retry_failed`.
    """
    row = store.find(article_id)
    if row is None:
        position = store.add(article_id, *_hashes(article))
        return _enter(store, position, article_id, article)
    if row.seen_in_pass == store.pass_number:
        return _met_again(store, row, article, retry_failed=retry_failed)
    store.touch(row)
    return _from_earlier(store, row, article, retry_failed=retry_failed)


def _hashes(article: Article | None) -> tuple[str, str]:
    """Content hash and input hash; both empty for what could not be read."""
    if article is None:
        return "", ""
    return content_hash(article), input_hash(article)


def _met_again(
    store: RunStore, row: ArticleRow, article: Article | None, *, retry_failed: bool
) -> Registration:
    """The same id twice in one input."""
    own_id = f"{row.article_id}#{store.touch(row)}"
    content, _ = _hashes(article)
    if article is None or content == row.content_hash:
        return register(store, own_id, article, retry_failed=retry_failed)
    return _conflict(store, row.article_id, own_id, article)


def _from_earlier(
    store: RunStore, row: ArticleRow, article: Article | None, *, retry_failed: bool
) -> Registration:
    """An article that an earlier start has entered."""
    content, whole = _hashes(article)
    if row.input_hash != whole or _lost_original(store, row):
        store.reset(row.position, content, whole)
        return _enter(store, row.position, row.article_id, article)
    again = row.status == "pending" or (row.status == "failed" and retry_failed)
    to_do = row.duplicate_of is None and (again or article is None)
    return Registration(row.position, row.article_id, content, to_do=to_do)


def _lost_original(store: RunStore, row: ArticleRow) -> bool:
    """Whether the article that this one repeats has changed, or has left the input."""
    if row.duplicate_of is None:
        return False
    original = store.at(row.duplicate_of)
    return (
        original is None
        or original.content_hash != row.content_hash
        or original.seen_in_pass != store.pass_number
    )


def _enter(
    store: RunStore, position: int, article_id: str, article: Article | None
) -> Registration:
    """A new or changed article: to be read, unless its content is in the run already."""
    content, _ = _hashes(article)
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


def _conflict(store: RunStore, article_id: str, own_id: str, article: Article) -> Registration:
    """The same id with another text: a failed article under an id of its own."""
    content, whole = _hashes(article)
    row = store.find(own_id)
    while row is not None and row.seen_in_pass == store.pass_number:
        own_id += "#2"
        row = store.find(own_id)
    if row is None:
        position = store.add(own_id, content, whole)
    else:
        store.touch(row)
        position = row.position
    message = f"the id {article_id!r} was already used for an article with another text"
    error = ErrorRecord(kind="input", message=message)
    store.save(position, ArticleRecord(article_id=own_id, status="failed", error=error))
    return Registration(position, own_id, content, to_do=False)
