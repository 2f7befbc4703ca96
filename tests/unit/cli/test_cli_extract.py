from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Cli

TEXT = """Rebels take Aster

Rebels captured the town of Aster on 27 November 2024. Police arrested two men in Bram on
28 November 2024.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "aster.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_in_a_pipe_events_are_jsonl_and_only_data_is_on_stdout(cli: Cli, article: Path) -> None:
    outcome = cli("extract", article)
    events = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert [(e["article_id"], e["when"]["edtf"]) for e in events] == [
        ("aster", "2024-11-27"),
        ("aster", "2024-11-28"),
    ]
    for event in events:
        for quote in event["evidence"]:
            assert TEXT[quote["start"] : quote["end"]] == quote["quote"]
    assert outcome.err.count("\n") == 1
    assert "rules" in outcome.err


def test_no_line_about_the_engine_where_it_was_chosen(
    cli: Cli, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli("extract", article, "-m", "rules").err == ""
    monkeypatch.setenv("EXTRACTOR_MODEL", "rules")
    assert cli("extract", article).err == ""


@pytest.mark.parametrize(
    ("name", "start"), [("t.md", "# Timeline"), ("t.json", "["), ("t.jsonl", "{")]
)
def test_the_file_s_name_chooses_the_format(
    cli: Cli, article: Path, tmp_path: Path, name: str, start: str
) -> None:
    target = tmp_path / "out" / name
    outcome = cli("extract", article, "-m", "rules", "-o", target)
    assert (outcome.code, outcome.out) == (0, "")
    assert target.read_text(encoding="utf-8").startswith(start)


def test_a_given_date_resolves_relative_words(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rebels captured the town of Aster this morning.", encoding="utf-8")
    (event,) = map(json.loads, cli("extract", path, "--published", "2024-12-06").out.splitlines())
    assert event["when"]["edtf"] == "2024-12-06"
    (event,) = map(json.loads, cli("extract", path).out.splitlines())
    assert event["when"]["edtf"] is None


def test_a_failed_article_is_said_and_the_others_are_printed(cli: Cli, article: Path) -> None:
    empty = article.with_name("empty.txt")
    empty.write_text(" ", encoding="utf-8")
    outcome = cli("extract", empty, article, "-m", "rules")
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 2
    assert outcome.err == "failed: empty: input: article empty: the text is empty\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extract", "missing.txt"], 5, "no such file"),
        (["extract", "missing.txt", "-m", "nobody/nothing"], 2, "no engine 'nobody/nothing'"),
        (["extract", "missing.txt", "-p", "nowhere"], 2, "no profile 'nowhere'"),
        (["extract", "missing.txt", "--published", "yesterday"], 2, "2024-12-06"),
        (["extract", "missing.txt", "-f", "pdf"], 2, "pdf"),
        (["extract"], 2, "INPUT"),
        (["nonsense"], 2, "nonsense"),
    ],
)
def test_exit_codes_of_what_cannot_work(
    cli: Cli, arguments: list[str], code: int, words: str
) -> None:
    outcome = cli(*arguments)
    assert outcome.code == code
    assert outcome.out == ""
    assert words in outcome.err


@pytest.mark.parametrize("argument", ["--help", "-h", "--version"])
def test_help_and_version_go_to_stdout(cli: Cli, argument: str) -> None:
    outcome = cli(argument)
    assert outcome.code == 0
    assert "extractor" in outcome.out
    assert outcome.err == ""


@pytest.mark.parametrize("command", ["extract", "batch", "status", "export", "inspect", "schema"])
def test_every_command_has_help_and_is_listed(cli: Cli, command: str) -> None:
    assert f"  {command}" in cli("--help").out
    outcome = cli(command, "--help")
    assert (outcome.code, outcome.err) == (0, "")


def test_inspect_shows_what_an_engine_would_see(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Home\n\nRebels take Aster\n\nRebels took Aster. They left.\n", encoding="utf-8"
    )
    outcome = cli("inspect", path, "--published", "2024-12-06")
    lines = outcome.out.splitlines()
    assert outcome.code == 0
    assert "published  2024-12-06 (given, trusted)" in lines
    assert "- furniture[1] Home" in lines
    assert "  headline [2] Rebels take Aster" in lines
    assert lines[-2:] == ["  body     [3] Rebels took Aster.", "  body     [4] They left."]


def test_an_empty_argument_is_not_the_current_folder(cli: Cli) -> None:
    for arguments in (["extract", ""], ["batch", "x.txt", "--run", ""]):
        outcome = cli(*arguments)
        assert (outcome.code, "is empty" in outcome.err) == (2, True)


def test_inspecting_what_cannot_be_read_is_a_failed_article(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ", encoding="utf-8")
    outcome = cli("inspect", tmp_path / "a.txt")
    assert (outcome.code, outcome.err) == (3, "failed: a: input: article a: the text is empty\n")
