"""Anthropic's own interface: sending, reading, and what goes wrong there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from extractor.engines.llm.clients import ClientPerLoop
from extractor.engines.llm.completion import Completion, Ledger
from extractor.engines.llm.endpoints import Endpoint
from extractor.engines.llm.faults import Fault, Server
from extractor.engines.llm.native import require_extra
from extractor.engines.llm.transport import CONNECT_TIMEOUT, connection_fault, silence_clients
from extractor.errors import RefusedError
from extractor.schema import Usage


class AnthropicSpeaker:
    """Sends to Anthropic's Messages API. Raises ConfigurationError without the extra."""

    provider = "anthropic"

    def __init__(self, endpoint: Endpoint, server: Server) -> None:
        require_extra("anthropic", "anthropic")
        self._endpoint = endpoint
        self._server = server
        self._clients = ClientPerLoop(self._make)

    def _make(self) -> Any:
        import anthropic  # type: ignore[import-not-found,unused-ignore]  # an extra

        silence_clients()
        return anthropic.AsyncAnthropic(
            base_url=self._endpoint.base_url,
            api_key=self._endpoint.key,
            max_retries=0,
            timeout=anthropic.Timeout(self._server.timeout, connect=CONNECT_TIMEOUT),
        )

    async def send(self, body: Mapping[str, Any]) -> Any:
        """Send a request. Raises Fault."""
        import anthropic

        client = await self._clients.get()
        try:
            answer = await client.messages.create(**body)
        except anthropic.APIStatusError as error:
            raise self._status_fault(error, body) from None
        except anthropic.APIConnectionError as error:
            raise connection_fault(error, self._server) from None
        except ValueError:  # a body that says it is JSON and is not
            raise self._server.not_json() from None
        if not hasattr(answer, "content"):
            raise self._server.not_json()
        return answer

    def _status_fault(self, error: Any, body: Mapping[str, Any]) -> Fault:
        return self._server.status_fault(
            error.status_code,
            error.body,
            headers=error.response.headers,
            article=json.dumps(body["messages"], ensure_ascii=False),
            key=self._endpoint.key,
        )

    def read(self, answer: Any, ledger: Ledger) -> Completion:
        """The tool's input, else the text. Raises RefusedError."""
        usage = answer.usage
        cached = usage.cache_read_input_tokens or 0
        ledger.usage += Usage(
            input_tokens=usage.input_tokens + cached + (usage.cache_creation_input_tokens or 0),
            output_tokens=usage.output_tokens,
            cached_tokens=cached,
        )
        if answer.stop_reason == "refusal":
            hint = "ask another model, or reword the profile"
            raise RefusedError(f"{self._server.model} refused to answer", hint=hint)
        tools = [block.input for block in answer.content if block.type == "tool_use"]
        texts = [block.text for block in answer.content if block.type == "text"]
        text = json.dumps(tools[0], ensure_ascii=False) if tools else "".join(texts)
        return Completion(text, "length" if answer.stop_reason == "max_tokens" else "stop", answer)

    async def aclose(self) -> None:
        """Close the running loop's connections."""
        await self._clients.aclose()
