from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from extractor.prompts import load_profile, prompts_folder
from tests.unit.cli.conftest import Cli

ROOT = Path(__file__).parents[3]
DOCS = (ROOT / "docs" / "profiles.md").read_text(encoding="utf-8")
ARTICLE = "A storm hit Corva on Monday, the coastguard said.\n"


@pytest.fixture
def floods(tmp_path: Path) -> Path:
    return Path(shutil.copytree(prompts_folder() / "general", tmp_path / "floods"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_list_names_the_bundled_profiles_with_their_hash(cli: Cli) -> None:
    outcome = cli("prompts", "list")
    names = [line.split("  ")[0] for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert names == [load_profile(name).tag for name in ("conflict", "general")]


def test_show_tells_what_a_profile_is_and_what_a_model_is_told(cli: Cli) -> None:
    outcome = cli("prompts", "show", "conflict")
    assert outcome.code == 0
    assert "\nkind        grenade (as attack)\n" in outcome.out
    assert "\nfield       killed (min and max)\n" in outcome.out
    assert outcome.out.endswith(load_profile("conflict").prompt.system + "\n")


def test_render_prints_both_messages(cli: Cli, article: Path) -> None:
    outcome = cli("prompts", "render", article, "--published", "2024-12-06")
    assert outcome.code == 0
    system, _, user = outcome.out.partition("=== user: about ")
    assert load_profile("general").prompt.system in system
    assert "Published: Friday, 2024-12-06\n<article>\n[1] A storm hit Corva on Monday" in user


def test_render_prints_messages_for_programs(cli: Cli, article: Path, floods: Path) -> None:
    outcome = cli("prompts", "render", article, "-p", floods, "--json")
    messages = json.loads(outcome.out)["messages"]
    assert [message["role"] for message in messages] == ["system", "user"]
    assert "[1] A storm hit Corva" in messages[1]["content"]


def test_check_is_silent_on_stdout_where_all_is_well(cli: Cli, floods: Path) -> None:
    outcome = cli("prompts", "check", "general", floods)
    assert (outcome.code, outcome.out) == (0, "")
    assert "floods@" in outcome.err
    assert outcome.err.endswith("no findings\n")


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("profile.yaml", "description:", "descripton:", ", line 2: unknown key 'descripton'"),
        ("examples.yaml", "name: Pell,", "name: Paris,", "'Paris' does not stand in the example"),
        ("user.md.j2", "{{ title }}", "{{ titel }}", ", line 2: 'titel' is undefined"),
        ("lexicon.yaml", "kinds:", "kind:", "lexicon.yaml"),
    ],
)
def test_check_ends_with_10_and_the_place_of_each_finding(
    cli: Cli, floods: Path, file: str, old: str, new: str, finding: str
) -> None:
    text = (floods / file).read_text(encoding="utf-8")
    (floods / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    outcome = cli("prompts", "check", floods)
    assert outcome.code == 10
    assert str(floods / file) in outcome.out
    assert finding in outcome.out


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_profile_is_a_usage_error_with_the_nearest_name(cli: Cli, command: str) -> None:
    outcome = cli("prompts", command, "generel")
    assert (outcome.code, outcome.out) == (2, "")
    assert "did you mean 'general'?" in outcome.err


def test_a_wrong_profile_is_told_before_anything_is_read(cli: Cli, floods: Path) -> None:
    (floods / "profile.yaml").write_text("kinds: [", encoding="utf-8")
    outcome = cli("prompts", "show", floods)
    assert outcome.code == 2
    assert f"error: {floods / 'profile.yaml'}, line 1: is not YAML" in outcome.err


def test_list_tells_where_the_profiles_are(cli: Cli) -> None:
    assert cli("prompts", "list", "--folder").out == f"{prompts_folder()}\n"


def test_the_commands_of_the_docs_work(
    cli: Cli, floods: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "docs" / "example", floods.parent / "docs" / "example")
    monkeypatch.chdir(floods.parent)
    commands = re.findall(r"^\$ extractor (.*)$", DOCS, re.M)
    assert len(commands) == 7
    for command in commands:
        assert cli(*shlex.split(command)).code == 0, command


def test_the_finding_of_the_docs_is_what_is_found(
    cli: Cli, floods: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (floods / "profile.yaml").read_text(encoding="utf-8")
    text = text.replace("definition:", "defintion:", 1)
    (floods / "profile.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(floods.parent)
    assert cli("prompts", "check", "floods").out in DOCS


def test_the_profile_of_the_docs_is_good(cli: Cli, floods: Path) -> None:
    profile, example = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
    (floods / "profile.yaml").write_text(profile, encoding="utf-8")
    (floods / "examples.yaml").write_text(example, encoding="utf-8")
    (floods / "lexicon.yaml").unlink()
    outcome = cli("prompts", "check", floods)
    assert (outcome.out, outcome.code) == ("", 0)
