from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Cli


def sentence(number: int) -> str:
    return f"Rebels captured the town of Aster{number} on {number} November 2024."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    records = [{"id": f"a{n}", "text": sentence(n)} for n in range(1, 6)]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def records(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def run_json(folder: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    return loaded


def test_a_run_holds_events_articles_and_what_ran(cli: Cli, articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    outcome = cli("batch", articles, "--run", run, "-m", "rules", "-j", 3)
    assert (outcome.code, outcome.out) == (0, "")
    assert "5 articles: 5 ok; 5 events" in outcome.err
    assert [e["when"]["edtf"] for e in records(run / "events.jsonl")] == [
        f"2024-11-0{n}" for n in range(1, 6)
    ]
    first = records(run / "articles.jsonl")[0]
    assert (first["article_id"], first["status"], first["events"]) == ("a1", "ok", 1)
    assert first["text"] == sentence(1)
    assert first["lines"] == [[0, len(sentence(1)), "body"]]
    what_ran = run_json(run)
    assert (what_ran["engine"], what_ran["complete"], what_ran["cost_usd"]) == ("rules", True, 0)
    assert what_ran["profile"].startswith("general@")
    assert what_ran["profile_hash"].startswith(what_ran["profile"].removeprefix("general@"))
    assert what_ran["counts"] == {
        "total": 5, "ok": 5, "partial": 0, "failed": 0, "duplicate": 0, "events": 5
    }  # fmt: skip


def test_a_limit_stops_early_and_the_next_start_goes_on(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    assert "2 articles: 2 ok" in cli("batch", articles, "--run", run, "--limit", 2).err
    assert run_json(run)["complete"] is False
    status = cli("status", run).out
    assert f"go on with: extractor batch {articles} --run {run} -m rules\n" in status
    before = (run / "articles.jsonl").read_text(encoding="utf-8")
    assert "5 articles: 5 ok" in cli("batch", articles, "--run", run).err
    after = (run / "articles.jsonl").read_text(encoding="utf-8")
    assert after.startswith(before), "what was read before is not read again (its time is the same)"
    assert cli("status", run).out.splitlines()[-1] == "complete"


def test_the_same_start_twice_writes_the_same_files(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    before = [(run / name).read_bytes() for name in ("events.jsonl", "articles.jsonl")]
    cli("batch", articles, "--run", run)
    assert [(run / name).read_bytes() for name in ("events.jsonl", "articles.jsonl")] == before


def test_failures_keep_their_line_and_set_the_exit_code(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    with articles.open("a", encoding="utf-8") as file:
        file.write('{broken\n{"id": "a1", "text": "Another text."}\n{"id": "b", "text": ')
        file.write(json.dumps(sentence(1)) + "}\n")
    run = tmp_path / "run"
    outcome = cli("batch", articles, "--run", run)
    assert outcome.code == 3
    assert "8 articles: 5 ok, 2 failed, 1 duplicate; 6 events" in outcome.err
    last = records(run / "articles.jsonl")[5:]
    assert [(a["article_id"], a["status"], a["duplicate_of"]) for a in last] == [
        ("articles:6", "failed", None),
        ("a1#2", "failed", None),
        ("b", "duplicate", "a1"),
    ]
    assert "failed by input: 2" in cli("status", run).out
    assert cli("batch", articles, "--run", run).code == 3, "still failed"


def test_no_text_leaves_texts_out(cli: Cli, articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run, "--no-text")
    assert {(a["text"], a["lines"]) for a in records(run / "articles.jsonl")} == {(None, None)}
    assert len(records(run / "events.jsonl")) == 5


def test_another_profile_needs_another_folder_or_fresh(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    own = tmp_path / "own"
    own.mkdir()
    for file in (Path(__file__).parents[3] / "prompts" / "general").iterdir():
        text = file.read_text(encoding="utf-8").replace("name: general", "name: own")
        (own / file.name).write_text(text, encoding="utf-8")
    refused = cli("batch", articles, "--run", run, "-p", own)
    assert refused.code == 2
    assert "holds another run" in refused.err
    assert "--fresh" in refused.err
    assert cli("batch", articles, "--run", run, "-p", own, "--fresh").code == 0
    assert run_json(run)["profile"].startswith("own@")


def test_no_input_leaves_no_run_behind(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert cli("batch", tmp_path / "empty", "--run", tmp_path / "run").code == 5
    assert not (tmp_path / "run").exists()


def test_export_writes_a_run_in_another_format(cli: Cli, articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    text = cli("export", run, "-f", "text").out
    assert text.startswith("2024-11-01 ")
    assert cli("export", run / "events.jsonl", "-f", "text").out == text
    events = (run / "events.jsonl").read_text(encoding="utf-8")
    assert cli("export", run, "-f", "jsonl").out == events
    assert cli("export", tmp_path, "-f", "text").code == 2


def test_a_run_folder_that_cannot_be_one_is_said_to_be_so(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    refused = cli("batch", articles, "--run", articles)
    assert (refused.code, "cannot be used as a run folder" in refused.err) == (2, True)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "state.sqlite").write_text("no database " * 100, encoding="utf-8")
    refused = cli("batch", articles, "--run", tmp_path / "broken")
    assert (refused.code, "--fresh begins anew" in refused.err) == (2, True)
    assert cli("batch", articles, "--run", tmp_path / "broken", "--fresh").code == 0


def test_an_output_that_cannot_be_written_is_said_to_be_so(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    refused = cli("extract", articles, "-o", tmp_path)
    assert (refused.code, "cannot be written" in refused.err) == (2, True)


def test_a_run_beside_its_articles_is_not_read_as_articles(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    for _ in range(2):
        outcome = cli("batch", tmp_path, "--run", tmp_path / "run")
        assert "5 articles: 5 ok" in outcome.err


def order(run: Path) -> list[str]:
    return [article["article_id"] for article in records(run / "articles.jsonl")]


def test_outputs_follow_the_input_of_the_last_start(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    seconds = {a["article_id"]: a["seconds"] for a in records(run / "articles.jsonl")}
    lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    new = json.dumps({"id": "new", "text": sentence(9)}) + "\n"
    articles.write_text("".join([new, *reversed(lines[1:])]), encoding="utf-8")
    assert "5 articles: 5 ok; 5 events" in cli("batch", articles, "--run", run).err
    assert order(run) == ["new", "a5", "a4", "a3", "a2"]
    assert [e["article_id"] for e in records(run / "events.jsonl")] == order(run)
    kept = {a["article_id"]: a["seconds"] for a in records(run / "articles.jsonl")[1:]}
    assert kept.items() <= seconds.items(), "nothing was read again"
    assert "articles  5" in cli("status", run).out


def test_a_limit_hides_nothing_that_was_read(cli: Cli, articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    cli("batch", articles, "--run", run, "--limit", 2)
    assert sorted(order(run)) == ["a1", "a2", "a3", "a4", "a5"]


def test_new_metadata_is_read_again(cli: Cli, tmp_path: Path) -> None:
    file, run = tmp_path / "a.jsonl", tmp_path / "run"
    record = {"id": "a", "text": "Rebels captured the town of Aster this morning."}
    for url, edtf in [(None, None), ("https://news.example/2024/12/06/a", "2024-12-06")]:
        file.write_text(json.dumps({**record, "url": url}), encoding="utf-8")
        cli("batch", file, "--run", run)
        assert [e["when"]["edtf"] for e in records(run / "events.jsonl")] == [edtf]


def test_no_text_holds_for_what_was_read_before(cli: Cli, articles: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    cli("batch", articles, "--run", run, "--no-text")
    assert {(a["text"], a["lines"]) for a in records(run / "articles.jsonl")} == {(None, None)}


def test_the_command_that_goes_on_names_the_engine_and_nothing_twice(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    with articles.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    for _ in range(2):
        cli("batch", articles, "--run", run, "--retry-failed", "--fresh")
    last = cli("status", run).out.splitlines()[-1]
    assert last.endswith(f"extractor batch {articles} --run {run} -m rules --retry-failed")


def test_a_run_that_is_read_on_is_not_complete(cli: Cli, articles: Path, tmp_path: Path) -> None:
    from extractor.runs.identity import RunIdentity
    from extractor.runs.outputs import mark_incomplete
    from extractor.runs.store import RunStore

    run = tmp_path / "run"
    cli("batch", articles, "--run", run)
    with RunStore(run, RunIdentity.model_validate(identity_of(run))) as store:
        mark_incomplete(store)
    assert (run_json(run)["complete"], run_json(run)["finished"]) == (False, None)


def identity_of(run: Path) -> dict[str, Any]:
    with sqlite3.connect(run / "state.sqlite") as db:
        (value,) = db.execute("SELECT value FROM run WHERE key = 'identity'").fetchone()
    db.close()
    loaded: dict[str, Any] = json.loads(value)
    return loaded


def test_a_broken_state_is_said_to_be_so(cli: Cli, tmp_path: Path) -> None:
    for content in ("", "no database " * 100):
        (tmp_path / "state.sqlite").write_text(content, encoding="utf-8")
        outcome = cli("status", tmp_path)
        assert (outcome.code, "cannot be read" in outcome.err) == (2, True)
