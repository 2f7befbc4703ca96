"""A model inside this process: the same answers as over HTTP, no listener, no log, no leak."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xllamacpp

from extractor import Article, Extractor
from extractor.batch.runner import BatchOptions, run_into
from extractor.cli.main import main
from extractor.engines.local import llama
from extractor.engines.local.header import ModelHeader, model_parts, read_header
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.errors import (
    ConfigurationError,
    ServerError,
    TimedOutError,
    TruncatedError,
    UnknownEngineError,
    UnknownModelError,
)
from extractor.prompts import load_profile
from extractor.runs.reading import read_articles
from tests.server.llama import one_thread, serving
from tests.server.test_gguf_http import ARTICLE, TEXT, check
from tests.server.test_gguf_http import read as read_over_http

ROOMY = 8192  # tokens: all that the tiny model was made for


@pytest.fixture(autouse=True)
def one_thread_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = xllamacpp.CommonParams
    monkeypatch.setattr(xllamacpp, "CommonParams", lambda: one_thread(usual()))


@pytest.fixture(scope="module")
def extractor(tiny_model: Path, short_profile: str) -> Iterator[Extractor]:
    made = Extractor(f"gguf:{tiny_model}", context=ROOMY, profile=short_profile)
    yield made
    asyncio.run(made.aclose())


def listeners() -> set[str]:
    """Sockets of this process that wait for connections over a network."""
    own = set()
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            own.add(str(descriptor.readlink()).removeprefix("socket:[").removesuffix("]"))
        except FileNotFoundError:
            continue  # the folder's own descriptor
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path("/proc/net", table).read_text(encoding="ascii").splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in own:
                found.add(fields[1])
    return found


def test_the_model_answers_as_it_does_over_http(
    extractor: Extractor, tiny_model: Path, short_profile: str
) -> None:
    inside = extractor.extract(ARTICLE)
    with serving(tiny_model) as url:
        outside = read_over_http(url, short_profile)
    assert inside.wire is not None
    assert check(outside).model_dump() == inside.wire.model_dump()
    assert inside.record.attempts == outside.record.attempts
    assert inside.usage.output_tokens == outside.usage.output_tokens
    assert inside.usage.input_tokens == outside.usage.input_tokens
    assert inside.record.cost_usd == 0.0
    assert {event.engine for event in inside.events} <= {extractor.engine.name}


@pytest.mark.skipif(sys.platform != "linux", reason="sockets are counted through /proc")
def test_no_network_listener_is_opened(tiny_model: Path) -> None:
    before = listeners()
    with socket.create_server(("127.0.0.1", 0)):
        assert len(listeners()) == len(before) + 1, "the test would see one"
    model = llama.LlamaModel(tiny_model, llama.Room(context=1024, slots=1))
    try:
        assert listeners() == before
        unix = Path("/proc/net/unix").read_text(encoding="utf-8")
        paths = [line.split()[-1] for line in unix.splitlines() if line.endswith("llama.sock")]
        assert not any(Path(path).exists() for path in paths)
    finally:
        del model


def test_a_program_ends_quietly_without_closing(tiny_model: Path, short_profile: str) -> None:
    code = (
        "import xllamacpp\n"
        "from extractor import Article, Extractor\n"
        "from tests.server.llama import one_thread\n"
        "usual = xllamacpp.CommonParams\n"
        "xllamacpp.CommonParams = lambda: one_thread(usual())\n"
        f"extractor = Extractor('gguf:{tiny_model}', profile='{short_profile}')\n"
        f"print(extractor.extract(Article(text={TEXT!r})).record.status)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok\n", "")


def test_a_batch_frees_the_model(tiny_model: Path, tmp_path: Path, short_profile: str) -> None:
    before = set(threading.enumerate())
    engine = open_engine(f"gguf:{tiny_model}", EngineOptions(context=ROOMY))
    articles = [Article(id=f"a{n}", text=f"{TEXT} {n}.") for n in range(3)]
    profile = load_profile(short_profile)
    result = run_into(tmp_path, articles, engine=engine, profile=profile, options=BatchOptions())
    assert (result.run.counts.ok, result.run.cost_usd) == (3, 0.0)
    assert set(threading.enumerate()) == before


def test_an_article_beyond_the_context_fails_and_the_next_is_read(
    tiny_model: Path, tmp_path: Path, short_profile: str
) -> None:
    engine = open_engine(f"gguf:{tiny_model}", EngineOptions(context=4096))
    articles = [Article(id="long", text=TEXT * 10), Article(id="short", text=TEXT)]
    profile = load_profile(short_profile)
    run_into(tmp_path, articles, engine=engine, profile=profile, options=BatchOptions())
    long, short = read_articles(tmp_path)
    assert long.error is not None
    assert (long.article_id, long.error.kind, short.status) == ("long", "server", "ok")
    assert long.error.message.startswith("the article is too long for tiny.gguf: ")
    assert "--context" in long.error.message


def read(model: Path, profile: str, **options: Any) -> None:
    extractor = Extractor(f"gguf:{model}", profile=profile, **options)
    try:
        extractor.extract(ARTICLE)
    finally:
        asyncio.run(extractor.aclose())


def test_an_answer_that_breaks_off_is_given_more_room_once(
    tiny_model: Path, short_profile: str
) -> None:
    with pytest.raises(TruncatedError) as caught:
        read(tiny_model, short_profile, max_tokens=20)
    assert caught.value.spent["attempts"] == 2


def test_more_room_is_not_asked_for_where_the_context_is_full(
    tiny_model: Path, short_profile: str
) -> None:
    needed = open_and_count(tiny_model, short_profile)
    with pytest.raises(TruncatedError) as caught:
        read(tiny_model, short_profile, context=needed // 256 * 256)
    assert caught.value.spent["attempts"] == 1


def open_and_count(model: Path, profile: str) -> int:
    """Tokens of the prompt, up to the next whole block of 256: llama.cpp rounds a context up."""
    extractor = Extractor(f"gguf:{model}", profile=profile, max_tokens=1)
    with pytest.raises(TruncatedError) as caught:
        extractor.extract(ARTICLE)
    asyncio.run(extractor.aclose())
    tokens: int = caught.value.spent["usage"].input_tokens // 2
    return tokens + 255


def test_a_model_that_thinks_too_long_is_stopped(tiny_model: Path, short_profile: str) -> None:
    started = time.perf_counter()
    with pytest.raises(TimedOutError, match=r"tiny\.gguf did not answer within 0\.05 s"):
        read(tiny_model, short_profile, timeout=0.05)
    assert time.perf_counter() - started < 10


def test_a_cancelled_article_leaves_the_model_free(
    tiny_model: Path, short_profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def think(self: object, request: object, *, stop: Callable[[], bool]) -> llama.Streamed:
        begun.set()
        while not stop():
            time.sleep(0.001)
        ended.set()
        return llama.Streamed(stopped=True)

    async def cancel() -> None:
        extractor = Extractor(f"gguf:{tiny_model}", profile=short_profile)
        task = asyncio.create_task(extractor.extract_async(ARTICLE))
        await asyncio.to_thread(begun.wait)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        try:
            assert await asyncio.to_thread(ended.wait, 5), "the thread goes on for nobody"
        finally:
            await extractor.aclose()

    monkeypatch.setattr(llama.LlamaModel, "chat", think)
    asyncio.run(cancel())


def test_a_closed_engine_loads_its_model_again(tiny_model: Path, short_profile: str) -> None:
    extractor = Extractor(f"gguf:{tiny_model}", profile=short_profile)
    first = extractor.extract(ARTICLE)
    asyncio.run(extractor.aclose())
    asyncio.run(extractor.aclose())
    assert extractor.extract(ARTICLE).wire == first.wire
    asyncio.run(extractor.aclose())


def test_the_fingerprint_is_that_of_the_weights(tiny_model: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.gguf"
    copy.write_bytes(tiny_model.read_bytes())
    first = open_engine(f"gguf:{tiny_model}").fingerprint
    assert open_engine(f"gguf:{copy}").fingerprint == first
    with copy.open("ab") as file:
        file.write(b"\0")
    assert open_engine(f"gguf:{copy}").fingerprint != first
    assert open_engine(f"gguf:{tiny_model}", EngineOptions(context=2048)).fingerprint != first


GGUF = b"GGUF"
HEAD = GGUF + b"\x03\0\0\0" + bytes(8) + b"\x01" + bytes(7)  # version 3, no tensors, one entry
BAD_FILES = [
    (b"PK\x03\x04 an archive", "is not a GGUF file"),
    (b"", "is not a GGUF file"),
    (GGUF + b"\x03\0\0\0", "is damaged or not complete"),
    (GGUF + b"\x09\0\0\0" + bytes(16), "of a version that is not known"),
    (GGUF + b"\x03\0\0\0" + bytes(16), "holds no model"),
    (HEAD + b"\xff" * 8, "is damaged"),
    (HEAD + b"\x01" + bytes(7) + b"k" + b"\x63\0\0\0", "is damaged"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "message"), BAD_FILES)
def test_a_file_that_is_no_model_is_refused_at_once(
    tmp_path: Path, content: bytes, message: str
) -> None:
    file = tmp_path / "model.gguf"
    file.write_bytes(content)
    with pytest.raises(UnknownEngineError, match=message):
        open_engine(f"gguf:{file}")


def test_a_path_that_leads_nowhere_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UnknownEngineError, match="No such file"):
        open_engine(f"gguf:{tmp_path / 'none.gguf'}")
    with pytest.raises(UnknownEngineError, match="names no file"):
        open_engine("gguf:")


def test_the_context_is_never_beyond_what_the_model_was_made_for(tiny_model: Path) -> None:
    assert read_header(tiny_model) == ModelHeader("llama", ROOMY)
    engine = open_engine(f"gguf:{tiny_model}", EngineOptions(context=10 * ROOMY))
    assert f"context={ROOMY} " in engine.fingerprint


def test_a_split_model_needs_all_its_parts(tiny_model: Path, tmp_path: Path) -> None:
    first, second = (tmp_path / f"m-0000{n}-of-00002.gguf" for n in (1, 2))
    for part in (first, second):
        part.write_bytes(tiny_model.read_bytes())
    assert model_parts(first) == (first, second)
    with pytest.raises(UnknownEngineError, match="not part 1 but part 2"):
        open_engine(f"gguf:{second}")
    second.unlink()
    with pytest.raises(UnknownEngineError, match=r"without m-00002-of-00002\.gguf"):
        open_engine(f"gguf:{first}")


def test_a_damaged_model_stops_the_run(
    tiny_model: Path, tmp_path: Path, short_profile: str
) -> None:
    damaged = tmp_path / "damaged.gguf"
    damaged.write_bytes(tiny_model.read_bytes()[:100_000])
    with pytest.raises(UnknownModelError, match=r"cannot load .*damaged\.gguf .*memory"):
        read(damaged, short_profile)


def test_without_the_extra_the_command_that_installs_it_is_told(
    tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ConfigurationError, match="extra `local`") as caught:
        open_engine(f"gguf:{tiny_model}")
    assert caught.value.hint == "pip install 'timeline-extractor[local]'"


def test_a_broken_chat_template_is_told_without_its_words(
    tiny_model: Path, short_profile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object, request: object, *, stop: object) -> None:
        raise ValueError("a template that repeats the article: Aster")

    monkeypatch.setattr(llama.LlamaModel, "chat", refuse)
    with pytest.raises(ServerError, match="cannot put the question to tiny") as caught:
        read(tiny_model, short_profile)
    assert "Aster" not in str(caught.value)


def test_llama_cpp_writes_no_log(extractor: Extractor, capfd: pytest.CaptureFixture[str]) -> None:
    extractor.extract(ARTICLE)
    assert capfd.readouterr() == ("", "")


def test_the_doctor_loads_the_model_and_reads_a_short_article(
    tiny_model: Path,
    short_profile: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["doctor", "-m", f"gguf:{tiny_model}", "-p", short_profile]
    monkeypatch.setattr(sys, "argv", ["extractor", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith(f"model      gguf:{tiny_model}: answers in ")
    assert " s in mode json_schema with " in last
    assert left.value.code == 0
