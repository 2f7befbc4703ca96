from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Cli

PAGE = """Thursday, April 3, 2025

Storm hits Corva

A storm hit Corva on Monday, the coastguard said.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def tokens(out: str) -> list[int]:
    (line,) = re.findall(r"^tokens     (.*)$", out, re.M)
    return [int(number.replace(",", "")) for number in re.findall(r"[0-9][0-9,]*\b", line)]


def test_inspect_shows_dates_lines_and_tokens(cli: Cli, page: Path) -> None:
    outcome = cli("inspect", page)
    assert outcome.code == 0
    assert "published  ../2025-04-03 (masthead, not trusted)\n" in outcome.out
    assert "\n- furniture[1] Thursday, April 3, 2025\n" in outcome.out
    assert "\n  body     [3] A storm hit Corva on Monday, the coastguard said.\n" in outcome.out
    assert "price" not in outcome.out
    total, article, instructions, schema = tokens(outcome.out)
    assert 40 < article < 100
    assert abs(total - article - instructions - schema) < 100  # each is told with two figures


def test_another_profile_has_other_instructions(cli: Cli, page: Path) -> None:
    general = tokens(cli("inspect", page).out)
    conflict = tokens(cli("inspect", page, "-p", "conflict").out)
    assert conflict[1] == general[1]
    assert conflict[2] > general[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--price", "2,8"], r"about \$0\.00[5-9]\d+ sent, and \$0\.00800 for every 1,000 tokens"),
        (["-m", "vllm/mine", "--price", "0,1"], r"about \$0\.00000 sent, and \$0\.00100"),
        (["-m", "openai/gpt-4o-mini"], r"about \$0\.000\d+ sent, and \$0\.00060 for every"),
        (["-m", "openai/no-such-model"], r"not known for openai/no-such-model: give --price"),
        (["-m", "vllm/mine"], "not known for vllm/mine"),
        (["-m", "rules"], "nothing: rules calls no server"),
    ],
)
def test_the_price_is_told_where_it_is_known(
    cli: Cli, page: Path, arguments: list[str], words: str
) -> None:
    outcome = cli("inspect", page, *arguments)
    assert outcome.code == 0
    assert re.search(rf"^price      {words}", outcome.out, re.M), outcome.out


@pytest.mark.parametrize("price", ["2", "2,x", "-1,2", "nan,1", "1,2,3", ""])
def test_a_price_that_is_none_is_a_usage_error(cli: Cli, page: Path, price: str) -> None:
    outcome = cli("inspect", page, "--price", price)
    assert (outcome.code, outcome.out) == (2, "")


def test_an_article_that_cannot_be_read_is_an_error(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert cli("inspect", tmp_path / "empty.txt").code == 3
    assert cli("inspect", tmp_path / "none.txt").code in (2, 5)
    assert "did you mean" in cli("inspect", tmp_path / "empty.txt", "-p", "generl").err


def test_a_bad_record_is_named_and_the_others_are_shown(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"id": "one", "published": "then", "text": "T."}\n{broken\n{"id": "empty", "text": " "}\n'
        '{"id": "good", "text": "A storm hit Corva."}\n',
        encoding="utf-8",
    )
    outcome = cli("inspect", file)
    assert outcome.code == 3
    assert re.findall(r"^article +(.*)$", outcome.out, re.M) == ["good"]
    assert re.findall(r"^failed: (\S+): input: ", outcome.err, re.M) == ["one", "a:2", "empty"]
