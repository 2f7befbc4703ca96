"""Settings that must not be kept or repeated, names of engines, and what a run says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.batch.runner import BatchOptions, run_identity, run_into
from extractor.engines.llm.endpoints import find_endpoint
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.errors import ConfigurationError
from extractor.prompts import load_profile
from extractor.runs.identity import RunIdentity
from extractor.runs.reading import read_progress
from extractor.runs.store import RunStore
from extractor.schema import ArticleRecord
from tests.unit.cli.conftest import Cli

SECRET = "sk-Ab3-xyz"  # noqa: S105  # nobody's


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text("A storm hit Corva on 3 May 2024.", encoding="utf-8")
    return path


@pytest.mark.parametrize("engine", ["rules", "vllm/m"])
@pytest.mark.parametrize(
    "given",
    [
        ("--base-url", f"http://127.0.0.1:9/v1?key={SECRET}"),
        ("--base-url", f"http://127.0.0.1:9/v1#{SECRET}"),
        ("--base-url", f"http://me:{SECRET}@127.0.0.1:9/v1"),
        ("--api-key-env", SECRET),
        ("--api-key-env", f"1{SECRET}"),
        ("--api-key-env", f"KEY={SECRET}"),
        ("--api-key-env", ""),
    ],
)
def test_a_secret_in_the_settings_is_refused_and_neither_kept_nor_repeated(
    cli: Cli, article: Path, tmp_path: Path, engine: str, given: tuple[str, str]
) -> None:
    run = tmp_path / "run"
    outcome = cli("batch", article, "--run", run, "-m", engine, *given)
    assert outcome.code == 2
    assert SECRET not in outcome.out + outcome.err
    assert not run.exists()


@pytest.mark.parametrize(
    "options",
    [
        EngineOptions(base_url=f"https://host/v1?key={SECRET}"),
        EngineOptions(api_key_env=SECRET),
    ],
)
def test_from_python_too(options: EngineOptions) -> None:
    with pytest.raises(ConfigurationError) as raised:
        find_endpoint("vllm", "m", options)
    assert SECRET not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("nonsense", "hint: write rules, gguf:PATH"),
        ("opnai/gpt-x", "hint: did you mean openai/gpt-x?"),
        ("openai/", "hint: write openai/MODEL"),
        ("ruls", "hint: did you mean rules?"),
    ],
)
def test_no_price_is_told_for_an_engine_that_does_not_exist(
    cli: Cli, article: Path, name: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    outcome = cli("inspect", article, "-m", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert hint in outcome.err
    assert cli("extract", article, "-m", name).err == outcome.err
    monkeypatch.setenv("EXTRACTOR_MODEL", name)
    assert cli("inspect", article).code == 2


@pytest.mark.parametrize("name", ["rules", "gguf:none.gguf", "replay:none", "openai/gpt-4o-mini"])
def test_inspect_wants_neither_a_key_nor_a_file(
    cli: Cli, article: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert cli("inspect", article, "-m", name).code == 0


IDENTITY = RunIdentity(
    engine="vllm/m", engine_fingerprint="1", profile="general@aaaaaa", profile_hash="aaaaaa"
)


@pytest.mark.parametrize(
    ("records", "known", "said"),
    [
        ([(1, 0.25), (2, 0.5)], 0.75, "cost      0.7500 USD"),
        ([(1, 0.25), (0, None)], 0.25, "cost      0.2500 USD"),
        ([(1, 0.25), (1, None)], None, "cost      not known"),
        ([(1, None)], None, "cost      not known"),
    ],
)
def test_a_cost_that_is_not_known_is_not_said_to_be_nothing(
    cli: Cli,
    tmp_path: Path,
    records: list[tuple[int, float | None]],
    known: float | None,
    said: str,
) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        store.begin(kinds={})
        for number, (attempts, cost) in enumerate(records):
            position = store.add(f"a{number}", f"{number}", f"{number}")
            record = ArticleRecord(
                article_id=f"a{number}", status="ok", attempts=attempts, cost_usd=cost
            )
            store.save(position, record)
    assert read_progress(tmp_path).cost_usd == known
    assert f"{said}\n" in cli("status", tmp_path).out


def test_a_run_says_with_which_parameters_a_model_was_asked(tmp_path: Path) -> None:
    options = EngineOptions(
        base_url="http://127.0.0.1:9/v1", mode="tools", max_tokens=99, price=(1.0, 2.0)
    )
    profile = load_profile("general")
    engine = open_engine("vllm/m", options)
    expected = {"model": "vllm/m", "mode": "tools", "temperature": 0.0, "max_tokens": 99}
    assert run_identity(engine, profile).parameters == expected
    assert " temperature=0 max_tokens=99 " in engine.fingerprint
    run_into(tmp_path / "r", [], engine=engine, profile=profile, options=BatchOptions())
    assert json.loads((tmp_path / "r" / "run.json").read_text())["parameters"] == expected
