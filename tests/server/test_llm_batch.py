"""Many articles over one server: what stops a run, what does not, and that nothing leaks."""

from __future__ import annotations

import asyncio
import gc
import json
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extractor
from extractor.engines.llm import retrying
from extractor.errors import BadKeyError, UnreachableError
from extractor.runs.reading import read_articles
from tests.server.fault_server import FaultServer


@pytest.fixture(autouse=True)
def _short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "_FIRST_PAUSE", 0.01)


def articles(number: int) -> Iterable[Article]:
    for n in range(number):
        yield Article(id=f"a{n}", text=f"Rebels captured the town of Aster{n} on 3 May 2024.")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [json.dumps({"id": a.id, "text": a.text}) for a in articles(6)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def command(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "extractor", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(*arguments: object) -> tuple[int, str, str]:
    process = command(*arguments)
    out, said = process.communicate(timeout=60)
    return process.returncode, out, said


def batch(inputs: Path, folder: Path, server: FaultServer, *more: object) -> tuple[int, list[str]]:
    options = ("--run", folder, "-m", "openai/tiny", "--base-url", server.base_url, "-j", 1, *more)
    code, out, said = run("batch", inputs, *options)
    assert out == ""
    return code, said.splitlines()


def test_hundreds_in_flight_leave_nothing_open(server: FaultServer) -> None:
    server.delay = 0.05
    threads = threading.active_count()

    async def read() -> int:
        extractor = Extractor("openai/tiny", base_url=server.base_url)
        stream = extractor.stream(articles(400), concurrency=200)
        return sum([result.record.status == "ok" async for result in stream])

    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        assert asyncio.run(read()) == 400
        gc.collect()
    assert server.calls == 400
    assert 150 < server.most_in_flight <= 200
    assert server.in_flight == 0
    assert threading.active_count() <= threads + 1  # the server's own resolver may stay


def test_one_engine_serves_one_loop_after_another(server: FaultServer) -> None:
    extractor = Extractor("openai/tiny", base_url=server.base_url)
    for article in articles(3):
        assert extractor.extract(article).record.status == "ok"

    async def in_a_notebook() -> None:
        await extractor.extract_async(next(iter(articles(1))))
        extractor.extract(next(iter(articles(1))))
        await extractor.aclose()
        await extractor.extract_async(next(iter(articles(1))))

    asyncio.run(in_a_notebook())
    assert server.calls == 6


def test_a_bad_key_ends_a_stream_after_what_was_in_flight(server: FaultServer) -> None:
    server.plays("ok", "ok", "401")

    got: list[str] = []

    async def read() -> None:
        extractor = Extractor("openai/tiny", base_url=server.base_url)
        async for result in extractor.stream(articles(10), concurrency=2):
            got.append(result.record.article_id)  # noqa: PERF401  # what came before the error

    with pytest.raises(BadKeyError):
        asyncio.run(read())
    assert sorted(got) == ["a0", "a1"]
    assert server.calls <= 4


def test_a_bad_key_stops_a_run_that_can_be_resumed(
    server: FaultServer, inputs: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    server.plays("ok", "500", "ok", "401")
    code, said = batch(inputs, folder, server, "--retries", 0)
    assert code == 4
    assert said[-4:] == [
        f"error: 127.0.0.1:{server.port} refused the key (status 401)",
        "hint: check $OPENAI_API_KEY, or name another variable with --api-key-env",
        f"3 articles: 2 ok, 1 failed; 2 events in {folder}",
        f"stopped; go on with: extractor batch {inputs} --run {folder} -m openai/tiny"
        f" --base-url {server.base_url} -j 1 --retries 0",
    ]
    assert server.calls == 4
    server.requests.clear()
    server.plays("ok")
    code, said = batch(inputs, folder, server, "--retry-failed")
    assert (code, server.calls) == (0, 4)
    assert said[-1] == f"6 articles: 6 ok; 6 events in {folder}"


@pytest.mark.parametrize(
    ("step", "says"), [("401", "refused the key"), ("no_model", "no model"), ("quota", "quota")]
)
def test_before_the_first_answer_such_an_error_is_one_of_configuration(
    server: FaultServer, inputs: Path, tmp_path: Path, step: str, says: str
) -> None:
    server.plays(step)
    code, said = batch(inputs, tmp_path / "run", server)
    assert (code, server.calls) == (2, 1)
    assert says in said[-4]
    assert said[-2].startswith("0 articles: none read; 0 events")


def test_a_wrong_model_can_be_put_right_in_the_same_folder(
    server: FaultServer, inputs: Path, tmp_path: Path
) -> None:
    server.plays("no_model", "ok")
    folder = tmp_path / "run"
    assert batch(inputs, folder, server)[0] == 2
    options = ("-m", "openai/other", "--base-url", server.base_url)
    code, _, said = run("batch", inputs, "--run", folder, *options)
    assert (code, server.calls) == (0, 7)
    assert said.splitlines()[-1] == f"6 articles: 6 ok; 6 events in {folder}"
    code, said_then = batch(inputs, folder, server)
    assert code == 2
    assert "holds another run (engine: openai/other, not openai/tiny" in said_then[0]


def test_an_unreachable_server_is_told_at_once(inputs: Path, tmp_path: Path) -> None:
    nowhere = ("-m", "openai/tiny", "--base-url", "http://127.0.0.1:9/v1", "--retries", 0)
    code, out, said = run("extract", inputs, *nowhere)
    assert (code, out) == (2, "")
    assert said.splitlines() == [
        "error: cannot connect to 127.0.0.1:9",
        "hint: is the server running, and is --base-url right?",
        "0 articles: none read; 0 events; stopped, the output is partial",
    ]


def test_one_bad_article_among_many_does_not_stop_the_others(
    server: FaultServer, inputs: Path, tmp_path: Path
) -> None:
    server.plays("ok", "text=nonsense", "text=nonsense", "refusal", "too_long", "ok")
    code, said = batch(inputs, tmp_path / "run", server)
    assert code == 3
    assert said[-1].startswith("6 articles: 3 ok, 3 failed; 3 events")
    records = {record.article_id: record for record in read_articles(tmp_path / "run")}
    kinds = {name: record.error.kind for name, record in records.items() if record.error}
    assert kinds == {"a1": "bad_answer", "a2": "refused", "a3": "server"}
    assert (records["a1"].attempts, records["a1"].usage.input_tokens) == (2, 200)
    told = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert told["usage"]["input_tokens"] == 600


def test_a_partial_article_is_no_failure(server: FaultServer, inputs: Path, tmp_path: Path) -> None:
    server.plays("ok", "ok", "cut=400")
    code, said = batch(inputs, tmp_path / "run", server)
    assert code == 0
    assert said[-1].startswith("6 articles: 2 ok, 4 partial; 6 events")


def test_the_key_is_missing_where_the_provider_wants_one(inputs: Path) -> None:
    code, out, said = run("extract", inputs, "-m", "openai/gpt-x")
    assert (code, out) == (2, "")
    assert said.splitlines() == [
        "error: no key for api.openai.com: $OPENAI_API_KEY is not set",
        "hint: export OPENAI_API_KEY=…, or name another variable with --api-key-env",
    ]


def test_interrupted_it_finishes_what_is_in_flight(
    server: FaultServer, inputs: Path, tmp_path: Path
) -> None:
    server.plays("slow=0.6")
    address = ("-m", "openai/tiny", "--base-url", server.base_url)
    process = command("batch", inputs, "--run", tmp_path / "run", *address, "-j", 2)
    deadline = time.monotonic() + 30
    while server.calls < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=30)
    assert (process.returncode, out, server.calls) == (130, "", 2)
    assert said.splitlines()[-2].startswith("2 articles: 2 ok; 2 events")


def test_a_second_interrupt_ends_it_at_once(
    server: FaultServer, inputs: Path, tmp_path: Path
) -> None:
    server.plays("slow=30")
    address = ("-m", "openai/tiny", "--base-url", server.base_url)
    process = command("batch", inputs, "--run", tmp_path / "run", *address)
    deadline = time.monotonic() + 30
    while not server.calls and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_an_unreachable_server_ends_a_stream() -> None:
    extractor = Extractor("vllm/tiny", base_url="http://127.0.0.1:9/v1", retries=0)

    async def read() -> list[Any]:
        return [result async for result in extractor.stream(articles(3))]

    with pytest.raises(UnreachableError):
        asyncio.run(read())
