"""What articles hold never commands the terminal of the one who reads about them."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.visible import visible, visible_lines
from tests.unit.cli.conftest import Cli

ESCAPE = "\x1b]0;mine\x07\x1b[2J"
OVERRIDE = "\u202egnp\u202c \u2066x\u2069"
EVIL = f"Rebels captured the town of Aster {ESCAPE} {OVERRIDE}\x9b2J on 27 November 2024."
FORBIDDEN = "\x1b\x07\x9b\x85\u2028\u202e\u202c\u2066\u2069\r\udc80"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    records = [
        {"id": "a\nfailed: x\x1b[2J", "text": EVIL, "title": f"Aster {ESCAPE}"},
        {"id": "b\nfailed: y\x1b[2J\u202e", "text": " "},
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def harmless(text: str) -> bool:
    return not any(sign in text for sign in FORBIDDEN)


def test_text_is_shown_by_signs_and_data_stays_exact(cli: Cli, articles: Path) -> None:
    shown = cli("extract", articles, "-m", "rules", "-f", "text")
    assert shown.code == 3
    assert harmless(shown.out)
    assert "␛]0;mine␇␛[2J" in shown.out
    assert harmless(shown.err)
    assert shown.err.count("\n") == 1
    assert shown.err.startswith("failed: b␊failed: y␛[2J\ufffd: input: ")
    lines = cli("extract", articles, "-m", "rules").out.split("\n")
    (event,) = (json.loads(line) for line in lines if line)
    assert event["evidence"][0]["quote"] == EVIL
    assert event["article_id"] == "a\nfailed: x\x1b[2J"


def test_the_dates_of_an_article_are_lines_of_their_own(cli: Cli, articles: Path) -> None:
    outcome = cli("dates", articles, "-f", "text")
    assert harmless(outcome.out)
    assert harmless(outcome.err)
    assert (outcome.out.count("\n"), outcome.err.count("\n")) == (1, 1)


def test_inspect_shows_signs(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "a\nb", "text": EVIL}) + "\n", encoding="utf-8")
    outcome = cli("inspect", path)
    assert outcome.code == 0
    assert harmless(outcome.out)
    assert "article    a␊b\n" in outcome.out
    assert "Aster ␛]0;mine␇␛[2J \ufffdgnp\ufffd" in outcome.out


def test_a_rendered_prompt_shows_signs_and_is_exact_as_json(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(EVIL, encoding="utf-8")
    assert harmless(cli("prompts", "render", path).out)
    sent = json.loads(cli("prompts", "render", path, "--json").out)
    assert OVERRIDE in sent["messages"][1]["content"]


def test_an_error_is_one_line(cli: Cli, tmp_path: Path) -> None:
    outcome = cli("status", tmp_path / "a\nhint: run me\x1b")
    assert outcome.code == 2
    error, hint, end = outcome.err.split("\n")
    assert "a␊hint: run me␛ holds no run" in error
    assert hint.startswith("hint: a run folder has")
    assert end == ""


def test_a_finding_in_a_profile_is_one_line(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[2J"
    folder.mkdir()
    (folder / "profile.yaml").write_text("kind: {}\n", encoding="utf-8")
    outcome = cli("prompts", "check", folder)
    assert outcome.code == 10
    assert "a␛[2J/profile.yaml, line 1: " in outcome.out
    assert harmless(outcome.out)


def test_texts_of_many_scripts_stay_as_they_are() -> None:
    words = "Čeština, العربية\u200f, हिन्दी\u200d, 日本語, 👩\u200d🚀, a\u00a0b\u00adc"
    assert visible(words) == visible_lines(words) == words


@given(st.text(st.characters(categories=["Cc", "Cs", "Zl", "Zp", "L", "Cf"])))
def test_no_control_is_left_and_no_character_is_lost(text: str) -> None:
    for shown, kept in ((visible(text), ""), (visible_lines(text), "\n")):
        assert len(shown) == len(text)
        left = [sign for sign in shown if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")]
        assert set(left) <= set(kept)
        assert not {c for c in shown if unicodedata.bidirectional(c) in BIDI}


BIDI = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
