"""The engine of OpenAI-compatible servers against a real one: llama.cpp over HTTP.

Random weights answer: what is shown is the wire, the forced form, errors and accounts.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extraction, Extractor
from extractor.errors import ServerError, TimedOutError, TruncatedError, UnreachableError
from extractor.schema import WireAnswer
from tests.server.llama import serving, write_tiny_model

TEXT = " ".join(f"On {day} May 2024 a boat left the port of Aster." for day in range(1, 13))
ARTICLE = Article(id="boats", text=TEXT, published="2024-05-14")


def read(url: str, profile: str, article: Article = ARTICLE, **options: Any) -> Extraction:
    options = {"retries": 0, "timeout": 60.0, "profile": profile, **options}
    return Extractor("llamacpp/tiny", base_url=url, **options).extract(article)


def check(read: Extraction) -> WireAnswer:
    """What holds for every answer, whatever it says; returns the answer."""
    assert read.wire is not None
    assert (read.record.status, read.record.cost_usd) == ("ok", None)
    assert len(read.events) + len(read.dropped) == len(read.wire.events)
    for event in read.events:
        for quote in event.evidence:
            assert TEXT[quote.start : quote.end] == quote.quote
    return read.wire


@pytest.mark.parametrize("seed", range(10))
def test_ten_random_models_are_held_to_the_form(
    tmp_path: Path, short_profile: str, seed: int
) -> None:
    with serving(write_tiny_model(tmp_path / "tiny.gguf", seed=seed), slots=1) as url:
        extraction = read(url, short_profile)
    wire = check(extraction)
    assert len(wire.events) == 1
    assert extraction.record.attempts in (1, 2), "one call, and one for corrections"
    assert extraction.usage.input_tokens > 500 * extraction.record.attempts
    assert extraction.usage.output_tokens > 100


def test_many_at_a_time_are_counted_one_by_one(llama_url: str, short_profile: str) -> None:
    articles = [
        ARTICLE.model_copy(update={"id": f"a{n}", "text": f"{TEXT} {n}."}) for n in range(6)
    ]

    async def stream() -> list[Extraction]:
        extractor = Extractor("llamacpp/tiny", base_url=llama_url, profile=short_profile)
        try:
            return [result async for result in extractor.stream(articles, concurrency=6)]
        finally:
            await extractor.aclose()

    results = asyncio.run(stream())
    assert sorted(result.record.article_id for result in results) == [f"a{n}" for n in range(6)]
    for result in results:
        assert result.record.status == "ok"
        assert result.usage.output_tokens > 0


def test_tools_mode_is_rejected_by_none_and_the_price_is_counted(
    llama_url: str, short_profile: str
) -> None:
    extraction = read(llama_url, short_profile, price=(1.0, 2.0))
    usage = extraction.usage
    expected = (usage.input_tokens + 2 * usage.output_tokens) / 1_000_000
    assert extraction.record.cost_usd == pytest.approx(expected)


def test_an_answer_that_breaks_off_before_its_first_event_fails(
    llama_url: str, short_profile: str
) -> None:
    with pytest.raises(TruncatedError, match="before its first event") as caught:
        read(llama_url, short_profile, max_tokens=20)
    assert caught.value.spent["attempts"] == 2
    assert caught.value.spent["usage"].output_tokens == 20 + 80


def test_a_text_beyond_the_context_is_said_so(tiny_model: Path, short_profile: str) -> None:
    with serving(tiny_model, context=1024, slots=1) as url, pytest.raises(ServerError) as caught:
        read(url, short_profile)
    assert caught.value.message.startswith("the article is too long for the context of 'tiny'")
    assert "larger context" in (caught.value.hint or "")
    assert "Aster" not in str(caught.value)


def test_a_server_that_thinks_too_long_is_not_waited_for(
    llama_url: str, short_profile: str
) -> None:
    with pytest.raises(TimedOutError, match=r"did not answer within 0\.01 s"):
        read(llama_url, short_profile, timeout=0.01)


def test_a_server_that_has_gone_is_unreachable(tiny_model: Path, short_profile: str) -> None:
    with serving(tiny_model, context=1024, slots=1) as url:
        pass
    with pytest.raises(UnreachableError, match=r"cannot connect to 127\.0\.0\.1:"):
        read(url, short_profile)
