from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from evals.corpus import sha256_of
from evals.lint import lint
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import event, write_labels

TEXT = "Rain fell on Velga. Miners met in Ostin on Monday. Rain fell on Velga.\n"
MINERS = event(
    "Miners meet in Ostin",
    "Miners met in Ostin on Monday.",
    kind="protest",
    when={"text": "on Monday", "edtf": "2024-12-02", "also": ["2024-12"]},
    who=[{"name": "Miners", "role": "agent", "also": ["workers"]}],
    where=[{"name": "Ostin"}],
)


def messages(folder: Path) -> list[str]:
    return [str(finding) for finding in lint(folder)]


def test_nothing_to_find(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, sha256=sha256_of(TEXT))
    write_labels(tmp_path / "b.yaml", None, MINERS, sha256="0" * 64)
    story = {"articles": ["a", "b"], "events": [[{"article": "a", "event": 0}]]}
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "s.yaml").write_text(str(story), encoding="utf-8")
    assert messages(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"titel": "Miners"}, "unknown key 'titel'"),
        ({"who": [{"name": "Miners", "rolle": "agent"}]}, "unknown key 'who.rolle'"),
        ({"when": {"edtf": "2024-12-02", "dct": 1}}, "unknown key 'when.dct'"),
        ({"when": {"edtf": "2024-02-30"}}, "when.edtf: Value error, no such date"),
        ({"when": {"edtf": "2024-12-02", "also": ["2024-12-02~"]}}, "is the date itself"),
        ({"when": {"text": "on Tuesday"}}, "when.text 'on Tuesday' is not in the text"),
        ({"kind": "riot"}, "kind 'riot' is not in the profile"),
        ({"status": "happened"}, "status: Input should be"),
        ({"who": [{"name": "Miners", "role": "hero"}]}, "who.0.role: Input should be"),
        ({"who": [{"name": "Miners", "also": ["Miners"]}]}, "who: also 'Miners' is the name"),
        ({"who": ["Miners"]}, "who.0: Input should be"),
        ({"who": [{"name": "Divers"}]}, "name 'Divers' is not in the text"),
        ({"where": [{"name": "Ostin", "within": "Tarsinia"}]}, "name 'Tarsinia' is not in"),
        (
            {"where": [{"name": "Ostin"}, {"name": "Velga", "also": ["ostin"]}]},
            "where: 'ostin' stands for 2 items",
        ),
        ({"evidence": []}, "no evidence"),
        ({"evidence": [{"quote": "Snow fell."}]}, "quote is not in the text: 'Snow fell.'"),
        ({"evidence": [{"quote": "Rain fell on Velga."}]}, "quote stands 2 times in the text"),
        ({"evidence": [{"start": 60, "end": 90}]}, "60-90 goes beyond the text (71 characters)"),
        (
            {"evidence": [{"quote": "Rain fell on Velga.", "start": 1, "end": 20}]},
            "quote does not stand at 1-20",
        ),
        ({"evidence": [{"start": 9, "end": 9}]}, "start must come before end"),
    ],
)
def test_findings_of_an_event(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    other = {**MINERS, "kind": "other", **changes}
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, other)
    found = messages(tmp_path)
    assert len(found) == 1
    assert found[0].startswith("a.yaml: event 1: ")
    assert message in found[0]


LABELLED = "article: {id: a, sha256: " + "f" * 64


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("article: [", "is not YAML"),
        ("events: []", "no `article:`"),
        (LABELLED + "}", "`events:` is no list"),
        (LABELLED + "}\nevents: []\nevent: []", "unknown key 'event'"),
        ("article: {id: a}\nevents: []", "no text beside it, and no sha256"),
        ("article: {sha256: null}\nevents: []", "id: Field required"),
        ("article: {id: a, sha256: 0a}\nevents: []", "sha256: String should match"),
        (LABELLED + ", langauge: en}\nevents: []", "unknown key 'langauge'"),
        (LABELLED + ", profile: none}\nevents: []", "no profile 'none'"),
    ],
)
def test_findings_of_a_file(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    found = messages(tmp_path)
    assert len(found) == 1
    assert found[0].startswith("a.yaml: ")
    assert message in found[0]


def test_another_text_than_the_labelled_one(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, sha256="0" * 64)
    assert messages(tmp_path) == [f"a.yaml: sha256 is not that of the text ({sha256_of(TEXT)})"]


def test_the_same_event_twice(tmp_path: Path) -> None:
    again = {**MINERS, "title": "A meeting", "evidence": [{"start": 20, "end": 50}]}
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, again)
    assert messages(tmp_path) == [
        "a.yaml: event 1: the same kind, date and evidence as event 0",
    ]


def test_an_id_twice(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, id="x")
    write_labels(tmp_path / "b.yaml", TEXT, id="x")
    assert messages(tmp_path) == ["b.yaml: the id 'x' is that of a.yaml"]


@pytest.mark.parametrize(
    ("story", "message"),
    [
        ({"articles": ["a", "z"]}, "no article 'z'"),
        ({"articles": ["a"], "events": [[{"article": "a", "event": 1}]]}, "'a' has no event 1"),
        ({"articles": [], "events": [[{"article": "a", "event": 0}]]}, "not among its articles"),
        ({"articles": ["a"], "evnets": []}, "unknown key 'evnets'"),
        ({"events": []}, "articles: Field required"),
    ],
)
def test_findings_of_a_story(tmp_path: Path, story: dict[str, Any], message: str) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, MINERS)
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "s.yaml").write_text(str(story), encoding="utf-8")
    found = messages(tmp_path)
    assert len(found) == 1
    assert found[0].startswith("stories/s.yaml: ")
    assert message in found[0]


def test_it_never_stops_at_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("article: [", encoding="utf-8")
    wrong = {**MINERS, "status": "happened"}
    write_labels(tmp_path / "b.yaml", TEXT, wrong, {**MINERS, "kind": "riot"}, {**MINERS, "who": 1})
    assert [(finding.file, finding.event) for finding in lint(tmp_path)] == [
        ("a.yaml", None),
        ("b.yaml", 0),
        ("b.yaml", 1),
        ("b.yaml", 2),
    ]


def test_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no label file"):
        lint(tmp_path)
