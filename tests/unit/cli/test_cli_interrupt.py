"""A batch that is stopped or killed in the middle goes on where it was; nothing is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.runs.reading import read_articles, read_events, read_progress

ARTICLES = 400


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(ARTICLES):
            text = f"Rebels captured the town of Aster{number} on 3 May 2024.\n" * 5
            file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
    return path


def batch(articles: Path, run: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "extractor", "batch", str(articles), "--run", str(run)]
    return subprocess.Popen(
        [*command, "-m", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_until_some_are_read(run: Path) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if (run / "state.sqlite").exists():
            read = read_progress_or_none(run)
            if read > 20:
                return read
        time.sleep(0.01)
    raise AssertionError("nothing was read within a minute")


def read_progress_or_none(run: Path) -> int:
    try:
        return read_progress(run).statuses.get("ok", 0)
    except Exception:  # the store may be just being made
        return 0


def assert_complete(articles: Path, run: Path) -> None:
    done = batch(articles, run)
    _, said = done.communicate(timeout=120)
    assert done.returncode == 0, said
    records = list(read_articles(run))
    assert [record.article_id for record in records] == [f"a{n}" for n in range(ARTICLES)]
    assert {record.status for record in records} == {"ok"}
    events = list(read_events(run))
    assert len({event.id for event in events}) == len(events) == sum(r.events for r in records)
    assert json.loads((run / "run.json").read_text(encoding="utf-8"))["complete"] is True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_batch_with_its_records_written(
    articles: Path, tmp_path: Path, number: signal.Signals
) -> None:
    run = tmp_path / "run"
    process = batch(articles, run)
    wait_until_some_are_read(run)
    process.send_signal(number)
    out, said = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, "")
    assert said.splitlines()[-1].startswith("interrupted; go on with: extractor batch ")
    before = list(read_articles(run))
    assert 20 < len(before) < ARTICLES
    assert json.loads((run / "run.json").read_text(encoding="utf-8"))["complete"] is False
    assert_complete(articles, run)
    after = list(read_articles(run))[: len(before)]
    assert [r.seconds for r in after] == [r.seconds for r in before], "read once only"


def test_a_killed_batch_keeps_what_it_had_read(articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    process = batch(articles, run)
    read = wait_until_some_are_read(run)
    process.kill()
    process.communicate(timeout=60)
    assert not (run / "articles.jsonl").exists()
    assert read_progress(run).statuses["ok"] >= read
    assert_complete(articles, run)
