"""Anthropic and Google over their own interfaces; needs the extras, else it is skipped."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor import Article, Extractor
from extractor.engines.llm.endpoints import PROVIDERS
from extractor.errors import (
    BadAnswerError,
    BadKeyError,
    EngineError,
    FilteredError,
    RefusedError,
    ServerError,
    UnknownModelError,
)
from tests.server.fault_server import event
from tests.server.native_server import NativeServer, serving

pytestmark = pytest.mark.filterwarnings("ignore:Inheritance class:DeprecationWarning")
# google-genai derives a class from one of aiohttp's that is not meant for it

ARTICLE = Article(
    text="Rebels captured the town of Aster on 3 May 2024. {{ 7 * 7 }}", published="2024-05-05"
)
GOOD: dict[str, Any] = {"published": None, "events": [event(1)]}
BAD: dict[str, Any] = {"published": None, "events": [{"lines": [1]}]}


@pytest.fixture(params=["anthropic", "google"])
def provider(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name: str = request.param
    pytest.importorskip({"anthropic": "anthropic", "google": "google.genai"}[name])
    monkeypatch.setenv(PROVIDERS[name].key_variable, "sk-words-that-nobody-may-see")
    return name


def extractor(provider: str, server: NativeServer) -> Extractor:
    return Extractor(f"{provider}/m", base_url=server.base_url, retries=1, price=(1.0, 2.0))


@pytest.mark.parametrize(
    ("answers", "calls", "completions"),
    [([GOOD], 1, 1), ([500, GOOD], 2, 1), ([429, GOOD], 2, 1), ([BAD, GOOD], 2, 2)],
)
def test_an_article_is_read(
    provider: str, answers: list[Any], calls: int, completions: int
) -> None:
    with serving(NativeServer(answers)) as server:
        result = extractor(provider, server).extract(ARTICLE)
    assert [e.title for e in result.events] == ["Rebels captured Aster1"]
    assert len(server.requests) == result.record.attempts == calls
    assert (result.usage.input_tokens, result.usage.output_tokens, result.usage.cached_tokens) == (
        100 * completions,
        20 * completions,
        40 * completions,
    )
    assert result.record.cost_usd == pytest.approx(0.00014 * completions)
    assert all("{{ 7 * 7 }}" in json.dumps(request) for request in server.requests)


@pytest.mark.parametrize(
    ("answer", "error", "calls"),
    [
        (401, BadKeyError, 1),
        (404, UnknownModelError, 1),
        (400, ServerError, 1),
        (500, ServerError, 2),
        (BAD, BadAnswerError, 2),
    ],
)
def test_what_goes_wrong_is_its_own_error(
    provider: str, answer: Any, error: type[EngineError], calls: int
) -> None:
    with serving(NativeServer([answer])) as server, pytest.raises(error):
        extractor(provider, server).extract(ARTICLE)
    assert len(server.requests) == calls


def test_a_refusal_and_a_filter_are_told(provider: str) -> None:
    expected = {"anthropic": RefusedError, "google": FilteredError}[provider]
    server = NativeServer([GOOD], finish="refused")
    with serving(server), pytest.raises(expected):
        extractor(provider, server).extract(ARTICLE)


def test_an_answer_that_broke_off_keeps_its_whole_events(provider: str) -> None:
    with serving(NativeServer([GOOD], finish="cut")) as server:
        result = extractor(provider, server).extract(ARTICLE)
    assert (len(result.events), result.record.attempts) == (1, 2)
    assert result.answer is not None
    assert result.answer.partial is not None
