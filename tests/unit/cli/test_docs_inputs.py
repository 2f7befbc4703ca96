"""The example of docs/inputs.md prints what it says, and its tables are those of the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from extractor.text.inputs import SUFFIXES
from extractor.text.records import ALIASES
from tests.unit.cli.conftest import Cli

DOCUMENT = (Path(__file__).parents[3] / "docs" / "inputs.md").read_text(encoding="utf-8")


def test_the_example_prints_what_it_shows(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (block,) = re.findall(r"```console\n(.*?)```", DOCUMENT, re.DOTALL)
    content, command, output = re.fullmatch(
        r"\$ cat news\.csv\n(.*?)\$ (extractor [^\n]*)\n(.*)", block, re.DOTALL
    ).groups()  # type: ignore[union-attr]  # a document of another shape fails the test
    (tmp_path / "news.csv").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli(*shlex.split(command)[1:]).out == output


def test_all_suffixes_and_names_are_told() -> None:
    for name in (*SUFFIXES, *(alias for names in ALIASES.values() for alias in names)):
        assert f"`{name}`" in DOCUMENT


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("text", "is not FIELD=COLUMN"),
        ("words=body", "no field 'words'"),
        ("text=a,text=b", "named twice"),
        ("text=", "is not FIELD=COLUMN"),
        ("", "is not FIELD=COLUMN"),
    ],
)
@pytest.mark.parametrize("command", [["extract"], ["batch", "--run", "r"], ["inspect"]])
def test_a_wrong_map_is_a_usage_error(cli: Cli, command: list[str], given: str, words: str) -> None:
    outcome = cli(*command, "a.csv", "--map", given)
    assert outcome.code == 2
    assert words in " ".join(outcome.err.split())
