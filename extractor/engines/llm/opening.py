"""From `provider/model` and the user's options to an engine."""

from __future__ import annotations

from extractor.engines.llm.anthropic import AnthropicSpeaker
from extractor.engines.llm.chat import ChatCompleter
from extractor.engines.llm.completion import Completer
from extractor.engines.llm.dialect import Dialect
from extractor.engines.llm.endpoints import Endpoint, find_endpoint
from extractor.engines.llm.engine import LlmEngine
from extractor.engines.llm.faults import Server
from extractor.engines.llm.google import GoogleSpeaker
from extractor.engines.llm.native import NativeCompleter
from extractor.engines.llm.pricing import price_by
from extractor.engines.llm.transport import OpenAITransport
from extractor.engines.options import TIMEOUT, EngineOptions

TEMPERATURE = 0.0
"""The same article should give the same events; servers that refuse it are left their own."""


def open_llm(provider: str, model: str, options: EngineOptions) -> LlmEngine:
    """The engine of a provider's model. Raises ConfigurationError or BadKeyError; calls nothing."""
    endpoint = find_endpoint(provider, model, options)
    return LlmEngine(
        f"{provider}/{model}",
        _completer(endpoint, options),
        parameters={
            "model": f"{provider}/{model}",
            "mode": options.mode,
            "temperature": TEMPERATURE,
        },
        max_tokens=options.max_tokens,
        price=price_by(
            provider=endpoint.provider.priced_as if endpoint.own else None,
            model=model,
            price=options.price,
        ),
    )


def _completer(endpoint: Endpoint, options: EngineOptions) -> Completer:
    server = Server(
        place=endpoint.place,
        model=endpoint.model,
        key_variable=endpoint.key_variable,
        timeout=TIMEOUT if options.timeout is None else options.timeout,
    )
    if endpoint.provider.client != "openai":
        return _native(endpoint, server, options)
    return ChatCompleter(
        OpenAITransport(base_url=endpoint.base_url, key=endpoint.key, server=server),
        server=server,
        dialect=_dialect(endpoint, options),
        retries=options.retries,
    )


def _native(endpoint: Endpoint, server: Server, options: EngineOptions) -> NativeCompleter:
    """A provider that is spoken to in its own way; JSON is asked for by name or by tool."""
    make = AnthropicSpeaker if endpoint.provider.client == "anthropic" else GoogleSpeaker
    return NativeCompleter(
        make(endpoint, server),
        model=endpoint.model,
        mode="tools" if options.mode in ("auto", "tools") else "json",
        retries=options.retries,
        temperature=TEMPERATURE,
    )


def _dialect(endpoint: Endpoint, options: EngineOptions) -> Dialect:
    provider = endpoint.provider
    return Dialect(
        mode=provider.mode if options.mode == "auto" else options.mode,
        fixed_mode=options.mode != "auto",
        limit_key=provider.limit_key if endpoint.own else "max_tokens",
        temperature=TEMPERATURE,
    )
