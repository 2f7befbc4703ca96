"""Own CPU per article of the engine `llm`, beside instructor as usually called and openai alone.

A server in another process answers every request after 50 ms with ten events, so that what is
measured is this process alone. Each variant runs in a process of its own.

Usage: python tests/benchmarks/llm_overhead.py ARTICLE [ARTICLES [IN_FLIGHT]]
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from extractor.engines.llm.completion import AnswerForm
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.extract import extract_article, prepare
from extractor.prompts import load_profile
from extractor.prompts.rendering import render
from extractor.schema import Article

LATENCY = 0.05
EVENTS = 10
REPEATS = 3  # the least of them is told: what else runs on the machine only adds
VARIANTS = {
    "openai": "openai alone, the answer validated",
    "engine": "this engine: prompt, openai, validation, checks",
    "article": "this engine and all around it: lines, dates, proof",
    "instructor": "instructor as usually called",
    "wrapped": "instructor, the model wrapped once",
}
Call = Callable[[], Awaitable[Any]]


def ten_events(article: Article) -> str:
    """An answer whose events cite lines of the article that hold a name."""
    profile = load_profile("general")
    lines = [line for line in prepare(article, profile).lines if line.shown]
    events = []
    for n in range(EVENTS):
        line = lines[n % len(lines)]
        words = article.text[line.start : line.end].split()
        name = next((word for word in words if word[:1].isupper() and word.isalpha()), None)
        events.append(
            {
                "lines": [line.number],
                "date_text": None,
                "date": None,
                "title": " ".join(words[:8]),
                "summary": " ".join(words[:30]),
                "kind": "other",
                "status": "occurred",
                "who": [{"name": name, "role": "agent"}] if name else [],
                "where": [],
                "attribution": None,
                "details": {"killed": None, "injured": None},
            }
        )
    return json.dumps({"published": None, "events": events})


def serve(answer: str, port: Any) -> None:
    """Answer every request in the same way; tell the port once it is known."""
    from aiohttp import web

    def completion(body: dict[str, Any]) -> bytes:
        message: dict[str, Any] = {"role": "assistant", "content": answer}
        if "tools" in body:
            function = {"name": body["tools"][0]["function"]["name"], "arguments": answer}
            calls = [{"id": "c", "type": "function", "function": function}]
            message = {"role": "assistant", "content": None, "tool_calls": calls}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        told = {"id": "c", "object": "chat.completion", "created": 1, "model": "m"}
        return json.dumps({**told, "choices": [choice], "usage": usage}).encode()

    async def handle(request: web.Request) -> web.Response:
        body = await request.json()
        await asyncio.sleep(LATENCY)
        return web.Response(body=completion(body), content_type="application/json")

    async def run() -> None:
        app = web.Application()
        app.add_routes([web.post("/v1/chat/completions", handle)])
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        port.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


def make_call(variant: str, article: Article, base_url: str) -> Call:
    """One article read in the way that the variant names."""
    profile = load_profile("general")
    request = prepare(article, profile)
    if variant in ("engine", "article"):
        engine = open_engine("vllm/m", EngineOptions(base_url=base_url))
        if variant == "engine":
            return lambda: engine.answer(request)
        return lambda: extract_article(article, engine=engine, profile=profile)
    return _others(variant, base_url, AnswerForm.of(profile), _messages(request, profile))


def _messages(request: Any, profile: Any) -> list[Any]:
    told = render(
        profile, article=request.article, lines=request.lines, published=request.published
    )
    return [{"role": "system", "content": told.system}, {"role": "user", "content": told.user}]


def _others(variant: str, base_url: str, form: AnswerForm, messages: list[Any]) -> Call:
    import instructor
    import openai

    client = openai.AsyncOpenAI(base_url=base_url, api_key="none", max_retries=0)
    if variant == "openai":
        described = {"name": form.name, "strict": True, "schema": form.schema}
        shape: Any = {"type": "json_schema", "json_schema": described}

        async def ask() -> Any:
            answer = await client.chat.completions.create(
                model="m", messages=messages, response_format=shape
            )
            return form.model.model_validate_json(answer.choices[0].message.content or "")

        return ask
    asking = instructor.from_openai(client, mode=instructor.Mode.TOOLS)
    model = instructor.response_schema(form.model) if variant == "wrapped" else form.model

    async def ask_instructor() -> Any:
        return await asking.create(model="m", messages=messages, response_model=model)

    return ask_instructor


async def measure(call: Call, number: int, in_flight: int) -> float:
    """CPU seconds of this process for one call, once everything is warm."""
    await asyncio.gather(*(call() for _ in range(in_flight)))
    left = iter(range(number))
    started = time.process_time()

    async def work() -> None:
        for _ in left:
            await call()

    await asyncio.gather(*(work() for _ in range(in_flight)))
    return (time.process_time() - started) / number


def main() -> None:
    path = Path(sys.argv[1])
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    in_flight = int(sys.argv[3]) if len(sys.argv) > 3 else 64
    article = Article(text=path.read_text(encoding="utf-8"))
    port: Any = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(ten_events(article), port), daemon=True)
    server.start()
    base_url = f"http://127.0.0.1:{port.get()}/v1"
    found: dict[str, float] = {}
    for variant, told in VARIANTS.items():
        command = [sys.executable, __file__, "--one", variant, str(path), base_url]
        command += [str(number), str(in_flight)]
        found[variant] = min(_in_a_process(command) for _ in range(REPEATS))
        ratio = found[variant] / found["openai"]
        print(f"{told:<52}{found[variant] * 1000:>7.2f} ms an article{ratio:>6.1f} x openai")
    server.terminate()
    server.join()


def _in_a_process(command: list[str]) -> float:
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def measure_one() -> None:
    """Measure one variant in this process: the seconds, on standard output."""
    variant, path, base_url, number, in_flight = sys.argv[2:]
    article = Article(text=Path(path).read_text(encoding="utf-8"))

    async def run() -> float:
        return await measure(make_call(variant, article, base_url), int(number), int(in_flight))

    print(asyncio.run(run()), flush=True)
    os._exit(0)  # clients of the variants are not closed: nothing of that is measured


if __name__ == "__main__":
    measure_one() if sys.argv[1:2] == ["--one"] else main()
