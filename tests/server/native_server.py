"""Servers on 127.0.0.1 with the interfaces of Anthropic and Google, as far as tests need them."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class NativeServer:
    """`answers`: what the model gives, one a request (a status, an object, or words)."""

    answers: list[int | dict[str, Any] | str]
    finish: str = "whole"
    requests: list[dict[str, Any]] = field(default_factory=list)
    port: int = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def handle(self, request: web.Request) -> web.Response:
        body = await request.json()
        told = self.answers[min(len(self.requests), len(self.answers) - 1)]
        self.requests.append(body)
        if isinstance(told, int):
            error = {"type": "some_error", "message": f"this is {told}", "code": told}
            headers = {"retry-after": "0.01"}
            return web.json_response({"error": error}, status=told, headers=headers)
        google = "generateContent" in request.path
        return web.json_response(self._google(told) if google else self._anthropic(body, told))

    def _anthropic(self, body: dict[str, Any], told: dict[str, Any] | str) -> dict[str, Any]:
        block: dict[str, Any] = {"type": "text", "text": json.dumps(told)}
        if isinstance(told, dict) and "tools" in body:
            name = body["tools"][0]["name"]
            block = {"type": "tool_use", "id": "t1", "name": name, "input": told}
        reasons = {"whole": "end_turn", "cut": "max_tokens", "refused": "refusal"}
        return {
            "id": "m1",
            "type": "message",
            "role": "assistant",
            "model": "m",
            "content": [block],
            "stop_reason": reasons[self.finish],
            "stop_sequence": None,
            "usage": {
                "input_tokens": 60,
                "output_tokens": 20,
                "cache_read_input_tokens": 40,
                "cache_creation_input_tokens": 0,
            },
        }

    def _google(self, told: dict[str, Any] | str) -> dict[str, Any]:
        part: dict[str, Any] = {"text": told}
        if isinstance(told, dict):
            part = {"functionCall": {"name": "WireAnswer", "args": told}}
        reasons = {"whole": "STOP", "cut": "MAX_TOKENS", "refused": "SAFETY"}
        content = {"role": "model", "parts": [part]}
        return {
            "candidates": [{"content": content, "finishReason": reasons[self.finish]}],
            "usageMetadata": {
                "promptTokenCount": 100,
                "candidatesTokenCount": 15,
                "thoughtsTokenCount": 5,
                "cachedContentTokenCount": 40,
                "totalTokenCount": 120,
            },
        }


@contextmanager
def serving(server: NativeServer) -> Iterator[NativeServer]:
    """The server in a thread of its own."""
    started = threading.Event()
    ended = asyncio.Event()
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        app = web.Application()
        app.add_routes([web.post("/{path:.*}", server.handle)])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        server.port = runner.addresses[0][1]
        loops.append(asyncio.get_running_loop())
        started.set()
        await ended.wait()
        await runner.cleanup()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield server
    finally:
        loops[0].call_soon_threadsafe(ended.set)
        thread.join(10)
