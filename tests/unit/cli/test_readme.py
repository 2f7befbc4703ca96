"""The README's examples print what it says that they print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Cli

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples() -> list[tuple[str, str]]:
    """Commands of `extractor` that the README shows with their output."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    found = [
        (command, output)
        for block in blocks
        for command, output in re.findall(
            r"^\$ (extractor [^\n]*)\n((?:(?!\$ ).*\n)*)", block, re.M
        )
    ]
    return [(command, output) for command, output in found if output]


def test_the_readme_has_examples() -> None:
    assert len(examples()) == 5


@pytest.mark.parametrize(("command", "output"), examples())
def test_an_example_prints_what_the_readme_shows(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str, output: str
) -> None:
    monkeypatch.chdir(ROOT)
    assert cli(*shlex.split(command)[1:]).out == output


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code.split("async for")[0], {})  # noqa: S102  # the README's own words
    assert capsys.readouterr().out == (
        "2024-12-06 Rebels captured Aster ['Rebels captured Aster this morning.']\n"
    )
