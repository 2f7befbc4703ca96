"""The Python interface: an engine and a profile, ready for articles."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor

from extractor.batch.item import extract_or_fail
from extractor.batch.pool import stream_results
from extractor.engines.opening import DEFAULT_ENGINE, open_engine
from extractor.extract import Extraction, extract_article
from extractor.prompts import load_profile
from extractor.schema import Article


class Extractor:
    """Reads articles with one engine and one profile.

    `engine` is an engine's name (`rules`), `profile` the name or the folder of a profile. Raises
    UnknownEngineError or ProfileError.
    """

    def __init__(self, engine: str = DEFAULT_ENGINE, *, profile: str = "general") -> None:
        self.engine = open_engine(engine)
        self.profile = load_profile(profile)

    def extract(self, article: Article) -> Extraction:
        """Read one article. Raises InputError or EngineError where that cannot be done.

        Works inside a running event loop too (a notebook), in a thread of its own.
        """
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            return asyncio.run(self.extract_async(article))
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(asyncio.run, self.extract_async(article)).result()

    async def extract_async(self, article: Article) -> Extraction:
        """As `extract`, for callers that have an event loop."""
        return await extract_article(article, engine=self.engine, profile=self.profile)

    async def stream(
        self, articles: Iterable[Article], *, concurrency: int = 8
    ) -> AsyncIterator[Extraction]:
        """Read many articles, `concurrency` at a time; results in the order of completion.

        An article that fails is a result with `record.status == "failed"`; the others go on.
        """

        async def read(article: Article) -> Extraction:
            return await extract_or_fail(article, engine=self.engine, profile=self.profile)

        async for result in stream_results(articles, read, concurrency=concurrency):
            yield result
