"""A model's server on 127.0.0.1 that does what a test's script says, one step a request.

Steps: `ok`, a status (`500`), or one of the names in `_STEPS`; `name=argument` where a step takes
one. The last step repeats.
"""

from __future__ import annotations

import asyncio
import email.utils
import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from aiohttp import web

USAGE = {
    "prompt_tokens": 100,
    "completion_tokens": 20,
    "total_tokens": 120,
    "prompt_tokens_details": {"cached_tokens": 40},
}


def event(line: int, **changes: Any) -> dict[str, Any]:
    """An event in the wire form, for an article that tells of Aster."""
    return {
        "lines": [line],
        "date_text": None,
        "date": None,
        "title": f"Rebels captured Aster{line}",
        "summary": "",
        "kind": "territory",
        "status": "occurred",
        "who": [{"name": "Rebels", "role": "agent"}],
        "where": [],
        "attribution": None,
        "details": {"killed": None, "injured": None},
        **changes,
    }


def answer(*events: dict[str, Any]) -> str:
    return json.dumps({"published": None, "events": list(events)})


class FaultServer:
    """What was asked, and what is answered. `script` and `reply` may be changed by a test."""

    def __init__(self) -> None:
        self.script = ["ok"]
        self.reply: Callable[[dict[str, Any]], str] = lambda body: answer(event(_first_line(body)))
        self.delay = 0.0
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.in_flight = 0
        self.most_in_flight = 0
        self.port = 0
        self.loop: asyncio.AbstractEventLoop | None = None

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def calls(self) -> int:
        return len(self.requests)

    def plays(self, *script: str) -> None:
        self.script = list(script)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        step = self.script[min(self.calls, len(self.script) - 1)]
        self.requests.append(body)
        self.headers.append(dict(request.headers))
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            if self.delay:
                await asyncio.sleep(self.delay)
            return await self._play(request, body, step)
        finally:
            self.in_flight -= 1

    async def _play(
        self, request: web.Request, body: dict[str, Any], step: str
    ) -> web.StreamResponse:
        name, _, argument = step.partition("=")
        if name == "slow":
            await asyncio.sleep(float(argument))
        if name == "drop":
            assert request.transport is not None
            request.transport.close()
        if name in _PAGES:
            text, content_type = _PAGES[name]
            return web.Response(text=text, content_type=content_type)
        error = _error_of(name, argument) or _rejection(name, body)
        return error or web.json_response(self._completion(body, name, argument))

    def _completion(self, body: dict[str, Any], name: str, argument: str) -> dict[str, Any]:
        text = self.reply(body)
        finish, refusal = "stop", None
        if name == "text":
            text = argument
        elif name == "fenced":
            text = f"Here it is:\n```json\n{text}\n```\nAnything else?"
        elif name == "cut":
            text, finish = text[: int(argument)], "length"
        elif name == "refusal":
            text, refusal = "", "I cannot help with that."
        elif name == "filtered":
            finish = "content_filter"
        message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": refusal}
        if body.get("tools") and not refusal:
            function = {"name": body["tools"][0]["function"]["name"], "arguments": text}
            call = {"id": "call_1", "type": "function", "function": function}
            message = {"role": "assistant", "content": None, "tool_calls": [call]}
        choice = {"index": 0, "message": message, "finish_reason": finish}
        return {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": body["model"],
            "choices": [] if name == "no_choices" else [choice],
            "usage": None if name == "no_usage" else USAGE,
        }


_ERRORS: dict[str, tuple[Any, ...]] = {
    "quota": (429, {"message": "quota exceeded", "code": "insufficient_quota"}),
    "no_model": (404, {"message": "The model does not exist", "code": "model_not_found"}),
    "too_long": (
        400,
        {
            "message": "This model's maximum context length is 4096 tokens",
            "code": "context_length_exceeded",
        },
    ),
    "limit_too_large": (
        400,
        {
            "message": "maximum context length is 4096 tokens. However, you requested 8292 tokens"
            " (100 in the messages, 8192 in the completion)"
        },
    ),
    "prompt_filtered": (400, {"message": "filtered", "code": "content_filter"}),
}
_REJECTIONS: dict[str, tuple[str, str | None]] = {
    "no_json_schema": ("response_format", "json_schema"),
    "no_response_format": ("response_format", None),
    "no_tools": ("tools", None),
    "no_temperature": ("temperature", None),
    "no_max_tokens": ("max_tokens", None),
}


_PAGES = {
    "html": ("<html>Bad gateway</html>", "text/html"),
    "broken_json": ('{"choices": [', "application/json"),
    "hidden_500": (  # as OpenRouter tells it: with status 200
        '{"error": {"message": "upstream", "code": 500}}',
        "application/json",
    ),
    "drop": ("", "text/plain"),
}


def _error_of(name: str, argument: str) -> web.Response | None:
    """The step's error, where it is one."""
    if name in _ERRORS:
        return _error(*_ERRORS[name])
    if name == "echo":
        return _error(400, {"message": f"cannot read {argument!r}"})
    if name.isdigit():
        return _error(int(name), {"message": f"this is status {name}"}, _pause(argument))
    return None


def _rejection(name: str, body: dict[str, Any]) -> web.Response | None:
    """Status 400 where the request has what this step's server does not take."""
    parameter, value = _REJECTIONS.get(name, (None, None))
    if parameter not in body or (value and value not in json.dumps(body[parameter])):
        return None
    return _error(400, {"message": f"{parameter} is not supported", "param": parameter})


def _pause(argument: str) -> dict[str, str]:
    """`0.2` seconds, `200ms`, or `date0.2`: an HTTP date that far ahead."""
    if argument.endswith("ms"):
        return {"retry-after-ms": argument[:-2]}
    if argument.startswith("date"):
        moment = time.time() + float(argument[4:])
        return {"Retry-After": email.utils.formatdate(moment, usegmt=True)}
    return {"Retry-After": argument} if argument else {}


def _error(
    status: int, error: dict[str, Any], headers: dict[str, str] | None = None
) -> web.Response:
    return web.json_response({"error": error}, status=status, headers=headers)


def _first_line(body: dict[str, Any]) -> int:
    """The number of the first line of the article in the request (not of a worked example)."""
    numbers = re.findall(r"^\[([0-9]+)\] ", body["messages"][1]["content"], re.MULTILINE)
    return int(numbers[0]) if numbers else 1


@contextmanager
def running() -> Iterator[FaultServer]:
    """A server in a thread of its own."""
    server = FaultServer()
    started = threading.Event()
    ended = asyncio.Event()

    async def serve() -> None:
        app = web.Application()
        app.add_routes([web.post("/v1/chat/completions", server.handle)])
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        server.port = runner.addresses[0][1]
        server.loop = asyncio.get_running_loop()
        started.set()
        await ended.wait()
        await runner.cleanup()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert started.wait(10)
    try:
        yield server
    finally:
        assert server.loop is not None
        server.loop.call_soon_threadsafe(ended.set)
        thread.join(10)
