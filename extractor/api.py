"""The Python interface: an engine and a profile, ready for articles."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor

from extractor.batch.item import extract_or_fail
from extractor.batch.pool import stream_results
from extractor.engines.opening import DEFAULT_ENGINE, open_engine
from extractor.engines.options import CONTEXT, MAX_TOKENS, RETRIES, EngineOptions, Mode
from extractor.extract import Extraction, extract_article
from extractor.prompts import load_profile
from extractor.schema import Article


class Extractor:
    """Reads articles with one engine and one profile.

    `engine` is an engine's name (`rules`, `provider/model`), `profile` the name or the folder of
    a profile. The other options are for engines that call a model: `base_url` of an
    OpenAI-compatible server, `api_key_env` the name of the variable that holds the key, `mode`
    how the answer's form is asked for, `timeout` in seconds for one call, `retries` after
    failures of transport, `price` in USD per million tokens in and out, `max_tokens` of an answer,
    `context` the tokens that a model inside the process (`gguf:PATH`) holds for an article.

    Raises UnknownEngineError, ProfileError, ConfigurationError or BadKeyError.
    """

    def __init__(
        self,
        engine: str = DEFAULT_ENGINE,
        *,
        profile: str = "general",
        base_url: str | None = None,
        api_key_env: str | None = None,
        mode: Mode = "auto",
        timeout: float | None = None,
        retries: int = RETRIES,
        price: tuple[float, float] | None = None,
        max_tokens: int = MAX_TOKENS,
        context: int = CONTEXT,
    ) -> None:
        options = EngineOptions(
            base_url=base_url,
            api_key_env=api_key_env,
            mode=mode,
            timeout=timeout,
            retries=retries,
            price=price,
            max_tokens=max_tokens,
            context=context,
        )
        self.engine = open_engine(engine, options)
        self.profile = load_profile(profile)
        self.engine.check(self.profile)

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
        """As `extract`, for callers that have an event loop.

        Connections are kept for the next article until the loop ends or `aclose` is called.
        """
        return await extract_article(article, engine=self.engine, profile=self.profile)

    async def stream(
        self, articles: Iterable[Article], *, concurrency: int = 64
    ) -> AsyncIterator[Extraction]:
        """Read many articles, `concurrency` at a time; results in the order of completion.

        An article that fails is a result with `record.status == "failed"`; the others go on.
        Raises StopError where no article would fare better (a bad key, an unknown model, no
        server), after the results of what was in flight.
        """

        async def read(article: Article) -> Extraction:
            return await extract_or_fail(article, engine=self.engine, profile=self.profile)

        async for result in stream_results(articles, read, concurrency=concurrency):
            yield result

    async def aclose(self) -> None:
        """Close the connections of the running loop. The extractor can be used again."""
        await self.engine.aclose()
