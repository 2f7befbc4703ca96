"""A batch with engines that do what a test needs."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from extractor.batch.runner import BatchOptions, run_into
from extractor.engines.base import Answer
from extractor.errors import EngineError
from extractor.prompts import Profile, load_profile
from extractor.request import Request
from extractor.runs.reading import read_articles
from extractor.schema import Article, RunRecord, WireAnswer

CONFIDENTIAL = "words of a confidential article"


@dataclass(frozen=True)
class ScriptedEngine:
    """An engine that runs a function for each article and finds no events."""

    script: Callable[[Request], None]
    name: str = "scripted"
    fingerprint: str = "scripted/1"

    @property
    def parameters(self) -> Mapping[str, object]:
        return {}

    def check(self, profile: Profile) -> None:
        pass

    async def aclose(self) -> None:
        pass

    async def answer(self, request: Request) -> Answer:
        self.script(request)
        return Answer(wire=WireAnswer(events=()))


def articles(number: int) -> list[Article]:
    return [Article(id=f"a{n}", text=f"{CONFIDENTIAL} {n}.") for n in range(number)]


def read_all(folder: Path, script: Callable[[Request], None], inputs: list[Article]) -> RunRecord:
    return run_into(
        folder,
        inputs,
        engine=ScriptedEngine(script),
        profile=load_profile("general"),
        options=BatchOptions(concurrency=2),
    ).run


def test_what_goes_wrong_with_one_article_becomes_its_record(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def script(request: Request) -> None:
        if request.article.id == "a1":
            raise EngineError("the server is down", hint="start it")
        if request.article.id == "a2":
            raise RuntimeError(f"a bug that tells {request.article.text}")

    with caplog.at_level(logging.DEBUG):
        run = read_all(tmp_path, script, articles(4))
    assert (run.counts.ok, run.counts.failed) == (2, 2)
    errors = {r.article_id: r.error for r in read_articles(tmp_path) if r.error}
    assert [(name, error.kind) for name, error in errors.items()] == [
        ("a1", "engine"),
        ("a2", "unexpected"),
    ]
    assert errors["a1"].message == "the server is down (start it)"
    assert CONFIDENTIAL not in caplog.text
    assert "a2" in caplog.text


def test_while_it_is_read_on_a_run_is_not_complete(tmp_path: Path) -> None:
    told: list[bool] = []

    def script(request: Request) -> None:
        file = tmp_path / "run.json"
        if file.exists():
            told.append(json.loads(file.read_text(encoding="utf-8"))["complete"])

    assert read_all(tmp_path, script, articles(1)).complete
    assert read_all(tmp_path, script, articles(2)).complete
    assert told == [False]


def test_what_is_in_the_run_is_not_asked_again(tmp_path: Path) -> None:
    asked: list[str | None] = []
    for number in (2, 3, 3):
        read_all(tmp_path, lambda request: asked.append(request.article.id), articles(number))
    assert asked == ["a0", "a1", "a2"]
