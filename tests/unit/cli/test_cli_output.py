"""Writes that fail: one line and exit code 1, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Cli

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="a device of Linux that is always full")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "aster.txt"
    path.write_text("Rebels captured the town of Aster on 27 November 2024.", encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", [["-o", "/dev/full"], []])
def test_a_full_disk_is_one_line(article: Path, arguments: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "extractor", "extract", article, "-m", "rules", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    where = "/dev/full" if arguments else "standard output"
    assert done.stderr == f"error: {where} cannot be written: No space left on device\n"
    assert done.returncode == 1


def test_a_name_of_no_format_is_a_usage_error_before_anything_is_read(
    cli: Cli, article: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.xyz"
    outcome = cli("extract", article, "-m", "rules", "-o", target)
    assert outcome.code == 2
    assert ".txt .jsonl .json .csv .md" in outcome.err
    assert not target.exists()
    assert cli("extract", article, "-m", "rules", "-o", target, "-f", "jsonl").code == 0
