"""The border of a batch item: whatever goes wrong with one article becomes its record."""

from __future__ import annotations

import logging

from extractor.engines.base import Engine
from extractor.errors import EngineError, ExtractorError, ProfileError, StopError
from extractor.extract import Extraction, article_record, extract_article, failed
from extractor.prompts import Profile
from extractor.schema import Article, ArticleRecord
from extractor.text.inputs import Input, UnreadableArticle
from extractor.text.visible import visible

logger = logging.getLogger(__name__)


async def extract_or_fail(item: Input, *, engine: Engine, profile: Profile) -> Extraction:
    """The article's extraction, or its record as failed with the reason.

    Raises StopError and ProfileError only: what is wrong then is not wrong with the article.
    """
    if isinstance(item, UnreadableArticle):
        record = ArticleRecord(article_id=item.id, status="failed")
        return failed(record, kind=item.error.kind, message=str(item.error))
    try:
        return await extract_article(item, engine=engine, profile=profile)
    except (StopError, ProfileError):
        raise
    except ExtractorError as error:
        return failed(_paid(item, error), kind=error.kind, message=str(error))
    except Exception as error:
        return _unexpected(item, error)


def _paid(article: Article, error: ExtractorError) -> ArticleRecord:
    """The article's record, with what its failure took of calls, tokens and money."""
    record = article_record(article)
    spent = error.spent if isinstance(error, EngineError) else {}
    return record.model_copy(update=dict(spent))


def _unexpected(article: Article, error: Exception) -> Extraction:
    """A bug met on one article: the others go on. The message may hold article text: not logged."""
    record = article_record(article)
    logger.error("article %s: unexpected %s", visible(record.article_id), type(error).__name__)
    return failed(record, kind="unexpected", message=f"{type(error).__name__}: {error}"[:500])
