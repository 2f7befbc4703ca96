from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import ProfileError
from extractor.prompts import load_profile
from extractor.prompts.checking import check_profile
from extractor.prompts.examples import EXAMPLES_FILE, load_examples
from tests.unit.prompts.conftest import CopyProfile

EXAMPLES = """\
- article:
    published: 2024-05-17
    text: |
      Storm hits Corva

      A storm hit Corva, in Orla province, on Wednesday, the coastguard said.

      Also Read: Cup Final Moved to Saturday

      It went on in Bram the next day.
  answer:
    events:
      - lines: [2]
        date_text: on Wednesday
        date: 2024-05-15
        title: Storm hits Corva
        summary: A storm hit Corva.
        kind: disaster
        status: occurred
        where: [{name: Corva, within: Orla province}]
        attribution: the coastguard
        details: {killed: {min: 1, max: 2}}
      - lines: [4]
        date_text: the next day
        date: 2024-05-16
        title: Storm goes on in Bram
        summary: It went on in Bram.
        kind: disaster
        status: occurred
"""


@pytest.fixture
def floods(copy_profile: CopyProfile) -> Path:
    folder = copy_profile()
    (folder / EXAMPLES_FILE).write_text(EXAMPLES, encoding="utf-8")
    return folder


def change(folder: Path, old: str, new: str) -> None:
    assert EXAMPLES.count(old) == 1
    (folder / EXAMPLES_FILE).write_text(EXAMPLES.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["general", "conflict"])
def test_the_bundled_profiles_show_what_is_hard_and_have_nothing_wrong(name: str) -> None:
    profile = load_profile(name)
    assert check_profile(profile.folder) == ()
    examples = load_examples(profile)
    first = examples[0]
    assert not first.published.trusted
    statuses = {event.status for example in examples for event in example.answer.events}
    assert statuses == {"occurred", "planned", "denied"}
    assert any(not line.shown for line in first.lines)
    ranges = [event.details["killed"] for event in first.answer.events]
    assert {"min": 9, "max": 12} in ranges


def test_an_example_is_read_as_an_article_is(floods: Path) -> None:
    (example,) = load_examples(load_profile(str(floods)))
    assert [line.label for line in example.lines] == ["headline", "body", "link", "body"]
    assert example.published.edtf == "2024-05-17"
    assert check_profile(floods) == ()


def test_what_an_answer_leaves_out_is_null_or_empty(floods: Path) -> None:
    (example,) = load_examples(load_profile(str(floods)))
    answer = json.loads(example.json)
    assert answer["published"] is None
    assert answer["events"][1] == {
        "lines": [4],
        "date_text": "the next day",
        "date": "2024-05-16",
        "title": "Storm goes on in Bram",
        "summary": "It went on in Bram.",
        "kind": "disaster",
        "status": "occurred",
        "who": [],
        "where": [],
        "attribution": None,
        "details": {"killed": None, "injured": None},
    }


def test_examples_are_part_of_the_system_message(floods: Path) -> None:
    system = load_profile(str(floods)).prompt.system
    assert system.count("# Example") == 1
    assert "Published: Friday, 2024-05-17\nHeadline: line 1\n<article>\n[1] Storm" in system
    (floods / EXAMPLES_FILE).unlink()
    assert "# Example" not in load_profile(str(floods)).prompt.system


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "remedy"),
    [
        ("[4]", "[3]", 23, "line 3 is not shown to an engine", "1, 2, 4"),
        ("[4]", "[9]", 23, "line 9 is not shown to an engine", "1, 2, 4"),
        ("[4]", "[]", 23, "the event cites no line", "1, 2, 4"),
        (
            "answer:\n",
            "answer:\n    published: {line: 3, date: 2024}\n",
            12,
            "published.date: 2024 is not text",
            "quotes",
        ),
        (
            "answer:\n",
            "answer:\n    published: {line: 3, date: 2024-05}\n",
            12,
            "line 3 is not shown",
            "1, 2, 4",
        ),
        ("kind: disaster\n        status: occurred\n        where", "kind: storm\n        where",
         18, "events.0.kind: 'storm' is none of", ""),
        ("within: Orla", "wihtin: Orla", 20, "unknown key 'wihtin'", "did you mean 'within'?"),
        ("    published:", "    pubished:", 2, "unknown key 'pubished' of an article", ""),
        ("{killed:", "{kiled:", 22, "unknown key 'kiled'", "did you mean 'killed'?"),
        ("2024-05-17", "17 May 2024", 2, "0.article.published", ""),
        ("  answer:", "  anser:", 11, "unknown key 'anser'", "did you mean 'answer'?"),
        ("    events:\n", "    events: none\n    notes:\n", 13, "unknown key 'notes'", ""),
    ],
)  # fmt: skip
def test_a_wrong_example_is_never_sent(
    floods: Path, old: str, new: str, line: int, message: str, remedy: str
) -> None:
    change(floods, old, new)
    first = check_profile(floods)[0]
    assert first.startswith(f"{floods / EXAMPLES_FILE}, line {line}: ")
    assert message in first
    assert remedy in first
    with pytest.raises(ProfileError, match=r"examples\.yaml, line"):
        _ = load_profile(str(floods)).prompt


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("name: Corva,", "name: Corvo,", 20, "'Corvo' does not stand in the example's text"),
        ("within: Orla province", "within: Saturday", 20, "'Saturday' does not stand"),
        ("attribution: the", "attribution: The navy", 21, "'The navy coastguard' does not"),
        ("on Wednesday\n", "on Thursday\n", 14, "'on Thursday' do not stand in the cited lines"),
        ("[4]", "[2]", 24, "do not stand in the cited lines (cite line 4)"),
        ("2024-05-15", "2024-05-14", 15, "'on Wednesday' is read as 2024-05-15, not as"),
        ("2024-05-15", "2024-05", 15, "'on Wednesday' is read as 2024-05-15, not as 2024-05"),
        ("2024-05-15", "15 May", 15, "'15 May' is no EDTF date"),
        ("2024-05-16", "2024-05-20", 25, "'the next day' is read as 2024-05-16"),
        ("        date_text: the next day\n", "", 24, "a date without date words"),
        ("{min: 1, max: 2}", "{min: 3, max: 2}", 22, "killed: min 3 is greater than max 2"),
    ],
)
def test_a_check_finds_what_does_not_hold(
    floods: Path, old: str, new: str, line: int, message: str
) -> None:
    change(floods, old, new)
    finding, *_ = check_profile(floods)
    assert finding.startswith(f"{floods / EXAMPLES_FILE}, line {line}: ")
    assert message in finding


def test_all_that_is_wrong_is_found_at_once(floods: Path) -> None:
    change(floods, "name: Corva,", "name: Corvo,")
    text = (floods / EXAMPLES_FILE).read_text(encoding="utf-8")
    text = text.replace("[4]", "[3]").replace("2024-05-15", "2024-05-14")
    (floods / EXAMPLES_FILE).write_text(text, encoding="utf-8")
    assert len(check_profile(floods)) == 4  # the words of line 4 stand in line 3 no more


@pytest.mark.parametrize("content", ["", "[]", "# nothing yet\n"])
def test_a_file_without_examples_is_no_error(floods: Path, content: str) -> None:
    (floods / EXAMPLES_FILE).write_text(content, encoding="utf-8")
    assert check_profile(floods) == ()


@pytest.mark.parametrize("content", ["7", "- 7", "- {article: 3, answer: {}}", "- [", "a: b"])
def test_what_is_no_list_of_examples_is_an_error(floods: Path, content: str) -> None:
    (floods / EXAMPLES_FILE).write_text(content, encoding="utf-8")
    assert all("examples.yaml, line" in finding for finding in check_profile(floods))
    assert check_profile(floods)
