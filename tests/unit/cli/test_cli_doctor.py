"""`extractor doctor` tells what works, by exit code too, and never a key."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from extractor.prompts import prompts_folder
from tests.unit.cli.conftest import Cli

KEY = "sk-a-key-that-nobody-may-see"


def topics(report: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in report.splitlines():
        topic, said = line.split(None, 1)
        found.setdefault(topic, []).append(said)
    return found


def test_it_reports_what_is_there_without_calling_a_model(cli: Cli) -> None:
    outcome = cli("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    report = topics(outcome.out)
    assert [line.split()[0] for line in report["package"]] == [
        "openai", "instructor", "pydantic", "trafilatura", "genai-prices", "numpy"
    ]  # fmt: skip
    assert report["profile"] == ["conflict: ok", "general: ok"]
    assert "OPENAI_API_KEY is not set" in report["key"]
    assert report["model"] == ["not asked; -m ENGINE reads one short article with it"]


def test_it_tells_which_keys_are_set_and_never_a_key(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "https://user:pass-word@llm.example:8443/v1?token=abc")
    outcome = cli("doctor")
    report = topics(outcome.out)
    assert "OPENAI_API_KEY is set" in report["key"]
    assert "OPENAI_BASE_URL is set, host llm.example" in report["address"]
    for secret in (KEY, "pass-word", "abc", "user"):
        assert secret not in outcome.out + outcome.err


def test_a_missing_extra_is_told_with_its_command(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.cli.doctor.EXTRAS", {"local": "no-such-package-1"})
    outcome = cli("doctor")
    assert outcome.code == 0
    expected = "local: not installed (pip install 'timeline-extractor[local]')"
    assert topics(outcome.out)["extra"] == [expected]


def test_a_missing_package_fails(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.cli.doctor.PACKAGES", ("no-such-package-1",))
    outcome = cli("doctor")
    assert outcome.code == 10
    assert topics(outcome.out)["package"] == ["FAILS: no-such-package-1 is missing"]


def test_a_broken_profile_fails_with_its_fault(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(prompts_folder() / "general", folder)
    content = (folder / "profile.yaml").read_text(encoding="utf-8")
    (folder / "profile.yaml").write_text(
        content.replace("kinds:", "kindz:"), encoding="utf-8", newline="\n"
    )
    outcome = cli("doctor", "-p", folder)
    assert outcome.code == 10
    (found,) = [line for line in topics(outcome.out)["profile"] if "FAILS" in line]
    assert found.startswith(f"FAILS: {folder}: ")
    assert "kindz" in found


def test_a_profile_that_is_not_there_fails(cli: Cli) -> None:
    outcome = cli("doctor", "-p", "nowhere")
    assert outcome.code == 10
    assert "FAILS: nowhere: no profile 'nowhere'" in outcome.out


def test_the_offline_engine_answers(cli: Cli) -> None:
    outcome = cli("doctor", "-m", "rules")
    assert outcome.code == 0
    (said,) = topics(outcome.out)["model"]
    assert said.startswith("rules: answers in ")
    assert "0 tokens read, 0 written" in said


@pytest.mark.parametrize(
    ("engine", "fault"),
    [
        ("ruless", "no engine 'ruless'"),
        ("openai/some-model", "no key for api.openai.com: $OPENAI_API_KEY is not set"),
        ("gguf:/nowhere/model.gguf", "no model can be read at /nowhere/model.gguf"),
        ("replay:/nowhere/run", "no recorded answers at /nowhere/run"),
    ],
)
def test_an_engine_that_does_not_work_fails_with_the_reason(
    cli: Cli, engine: str, fault: str
) -> None:
    outcome = cli("doctor", "-m", engine)
    assert outcome.code == 10
    assert f"FAILS: {engine}: {fault}" in outcome.out


def test_a_server_that_is_not_there_fails(cli: Cli) -> None:
    import socket

    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{unused.getsockname()[1]}"
    outcome = cli("doctor", "-m", "vllm/x", "--base-url", f"http://{address}/v1", "--retries", "0")
    assert outcome.code == 10
    assert f"FAILS: vllm/x: cannot connect to {address}" in outcome.out


def test_a_recording_is_opened_and_not_read(cli: Cli, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Rebels captured Aster on 3 May 2024.", encoding="utf-8")
    run = tmp_path / "run"
    assert cli("batch", text, "--run", run, "-m", "rules").code == 0
    outcome = cli("doctor", "-m", f"replay:{run}")
    assert outcome.code == 0
    assert topics(outcome.out)["model"] == [f"replay:{run}: its recorded answers can be read"]


def test_answers_are_exported_and_replayed_by_the_commands(cli: Cli, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Rebels captured Aster on 3 May 2024.", encoding="utf-8")
    run, file = tmp_path / "run", tmp_path / "answers.jsonl"
    assert cli("batch", text, "--run", run, "-m", "rules", "--no-text").code == 0
    assert cli("export", run, "-f", "answers", "-o", file).code == 0
    (line,) = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    assert (line["engine"], line["lines"]) == ("rules", [[0, 36, "body"]])
    first = cli("extract", text, "-m", "rules", "-f", "jsonl")
    again = cli("extract", text, "-m", f"replay:{file}", "-f", "jsonl")
    assert first.out
    assert again.out == first.out


def test_only_a_run_has_answers_to_export(cli: Cli, tmp_path: Path) -> None:
    out = tmp_path / "answers.jsonl"
    outcome = cli("export", tmp_path, "-f", "answers", "-o", out)
    assert outcome.code == 2
    assert f"error: {tmp_path} holds no run" in outcome.err
    assert not out.exists()
