"""Google's own interface (Gemini): sending, reading, and what goes wrong there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from extractor.engines.llm.clients import ClientPerLoop
from extractor.engines.llm.completion import Completion, Ledger
from extractor.engines.llm.endpoints import Endpoint
from extractor.engines.llm.faults import Fault, Server
from extractor.engines.llm.native import require_extra
from extractor.engines.llm.transport import connection_fault, silence_clients
from extractor.schema import Usage

_FILTERED = frozenset({"SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII", "RECITATION"})


class GoogleSpeaker:
    """Sends to the Gemini API. Raises ConfigurationError without the extra."""

    provider = "genai"

    def __init__(self, endpoint: Endpoint, server: Server) -> None:
        require_extra("google", "google.genai", "jsonref")  # instructor needs both
        self._endpoint = endpoint
        self._server = server
        self._clients = ClientPerLoop(self._make)

    def _make(self) -> _Client:
        silence_clients()
        return _Client(self._endpoint, self._server)

    async def send(self, body: Mapping[str, Any]) -> Any:
        """Send a request. Raises Fault."""
        from google.genai.errors import APIError  # type: ignore[import-not-found,unused-ignore]

        client = await self._clients.get()
        try:
            answer = await client.generate(**body)
        except APIError as error:
            raise self._status_fault(error, body) from None
        except (OSError, TimeoutError) as error:
            raise connection_fault(error, self._server) from None
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in ("httpx", "httpx2", "aiohttp"):
                raise
            raise connection_fault(error, self._server) from None
        return answer

    def _status_fault(self, error: Any, body: Mapping[str, Any]) -> Fault:
        said = {"error": {"message": error.message or "", "code": error.status}}
        if error.code == 400 and "API key" in (error.message or ""):
            return self._server.status_fault(401, said)
        return self._server.status_fault(
            error.code,
            said,
            headers=getattr(error.response, "headers", None) or {},
            article=str(body.get("contents")),
            key=self._endpoint.key,
        )

    def read(self, answer: Any, ledger: Ledger) -> Completion:
        """The function call's arguments, else the text. Raises FilteredError."""
        _count(answer.usage_metadata, ledger)
        candidate = answer.candidates[0] if answer.candidates else None
        finish = getattr(candidate.finish_reason, "name", "") if candidate else ""
        if candidate is None or finish in _FILTERED:
            raise self._server.filtered()
        parts = (candidate.content.parts if candidate.content else None) or []
        calls = [part.function_call.args for part in parts if part.function_call]
        texts = [part.text for part in parts if part.text and not part.thought]
        text = json.dumps(calls[0], ensure_ascii=False) if calls else "".join(texts)
        return Completion(text, "length" if finish == "MAX_TOKENS" else "stop", answer)

    async def aclose(self) -> None:
        """Close the running loop's connections."""
        await self._clients.aclose()


class _Client:
    """The library's client, with a `close` of the common form."""

    def __init__(self, endpoint: Endpoint, server: Server) -> None:
        from google import genai  # type: ignore[import-not-found,unused-ignore]  # an extra

        options = genai.types.HttpOptions(
            base_url=endpoint.base_url, timeout=round(server.timeout * 1000)
        )
        self._client = genai.Client(api_key=endpoint.key, http_options=options)

    async def generate(self, **body: Any) -> Any:
        return await self._client.aio.models.generate_content(**body)

    async def close(self) -> None:
        await self._client.aio.aclose()


def _count(usage: Any, ledger: Ledger) -> None:
    if usage is None:
        ledger.counted = False
        return
    ledger.usage += Usage(
        input_tokens=usage.prompt_token_count or 0,
        output_tokens=(usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0),
        cached_tokens=usage.cached_content_token_count or 0,
    )
