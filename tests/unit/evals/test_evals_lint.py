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
    """Findings as they are shown, without the remedy that each has to have."""
    found = lint(folder)
    assert all(str(finding).endswith(f" ({finding.remedy})") for finding in found)
    assert all(finding.remedy for finding in found)
    return [str(finding).removesuffix(f" ({finding.remedy})") for finding in found]


def remedies(folder: Path) -> list[str]:
    return [finding.remedy for finding in lint(folder)]


def test_nothing_to_find(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, sha256=sha256_of(TEXT))
    write_labels(tmp_path / "b.yaml", None, MINERS, sha256="0" * 64)
    both = [{"article": "a", "event": 0}, {"article": "b", "event": 0}]
    story = {"articles": ["a", "b"], "events": [both]}
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "s.yaml").write_text(str(story), encoding="utf-8")
    assert messages(tmp_path) == []


def test_a_name_or_a_date_may_be_part_of_a_word(tmp_path: Path) -> None:
    text = "Takım Velga'ya 8 Şubat'ta vardı."
    event = {
        "title": "Takım Velga'ya vardı",
        "when": {"text": "8 Şubat", "edtf": "2020-02-08"},
        "where": [{"name": "Velga"}],
        "evidence": [{"quote": text}],
    }
    write_labels(tmp_path / "a.yaml", text, event, sha256=sha256_of(text))
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
        ({"when": {"edtf": "2024-12-09/2024-12-02"}}, "when.edtf: Value error"),
        ({"when": {"edtf": "2024", "also": ["2025", "2025~"]}}, "when.also '2025~' stands twice"),
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
    other = {**MINERS, "title": "Workers meet", "kind": "other", **changes}
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, other)
    found = messages(tmp_path)
    assert len(found) == 1
    assert found[0].startswith("a.yaml: event 1: ")
    assert message in found[0]


def test_an_event_without_when(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, {key: MINERS[key] for key in MINERS if key != "when"})
    assert messages(tmp_path) == ["a.yaml: event 0: no `when`"]


@pytest.mark.parametrize("when", [{"edtf": None}, {}])
def test_an_undated_event_is_no_finding(tmp_path: Path, when: dict[str, Any]) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, {**MINERS, "when": when})
    assert messages(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"kind": "protests"}, "did you mean 'protest'?"),
        ({"titel": "Miners"}, "did you mean 'title'?"),
        ({"evidence": [{"quote": "Rain fell on Velga."}]}, "it stands at 0-19, 51-70"),
        (
            {"evidence": [{"quote": "Miners met", "start": 0, "end": 10}]},
            "it stands at 20-30",
        ),
        ({"when": {"edtf": "Monday"}}, "write EDTF, as 2024-12-06"),
    ],
)
def test_remedies(tmp_path: Path, changes: dict[str, Any], remedy: str) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, {**MINERS, **changes})
    (found,) = remedies(tmp_path)
    assert found.startswith(remedy)


class TestArticle:
    @pytest.mark.parametrize(
        ("article", "message"),
        [
            ({"published_given": True}, "published_given without a date"),
            (
                {"published": "2024-12-06", "retrieved": "2024-12-05"},
                "retrieved 2024-12-05 is before published 2024-12-06",
            ),
            (
                {"published": "2024-12-06", "modified": "2024-11"},
                "modified 2024-11 is before published 2024-12-06",
            ),
            ({"tags": ["clean", "clean"]}, "the tag 'clean' stands 2 times"),
        ],
    )
    def test_findings(self, tmp_path: Path, article: dict[str, Any], message: str) -> None:
        write_labels(tmp_path / "a.yaml", TEXT, MINERS, **article)
        assert messages(tmp_path) == [f"a.yaml: {message}"]

    def test_the_same_day_or_month_is_not_before(self, tmp_path: Path) -> None:
        dates = {"published": "2024-12-06", "retrieved": "2024-12", "modified": "2024-12-06"}
        write_labels(tmp_path / "a.yaml", TEXT, MINERS, **dates, published_given=True)
        assert messages(tmp_path) == []


class TestTags:
    @pytest.mark.parametrize(
        ("tag", "meant"),
        [("no-year", "no_year"), ("masthaed_date", "masthead_date"), ("No_year", None)],
    )
    def test_a_slip_from_a_common_tag(self, tmp_path: Path, tag: str, meant: str | None) -> None:
        for name in ("a", "b"):
            write_labels(tmp_path / f"{name}.yaml", TEXT, tags=["no_year", "masthead_date"])
        write_labels(tmp_path / "c.yaml", TEXT, tags=[tag])
        assert messages(tmp_path) == [f"c.yaml: the tag {tag!r} stands here only"]
        assert remedies(tmp_path) == [f"did you mean {meant or 'no_year'!r}?"]

    @pytest.mark.parametrize("tag", ["dateline", "year_2", "range"])
    def test_other_tags_are_no_slips(self, tmp_path: Path, tag: str) -> None:
        for name in ("a", "b"):
            write_labels(tmp_path / f"{name}.yaml", TEXT, tags=["no_dateline", "year_1"])
        write_labels(tmp_path / "c.yaml", TEXT, tags=[tag])
        assert messages(tmp_path) == []


class TestFiles:
    def test_labels_that_are_not_read(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "a.yaml", TEXT, MINERS)
        write_labels(tmp_path / "b.yaml", TEXT, MINERS)
        (tmp_path / "b.yaml").rename(tmp_path / "b.yml")
        assert messages(tmp_path) == ["b.yml: is not read"]
        assert remedies(tmp_path) == ["rename it to b.yaml"]

    def test_only_labels_that_are_not_read(self, tmp_path: Path) -> None:
        (tmp_path / "b.yml").write_text("article: {id: b}\nevents: []\n", encoding="utf-8")
        assert messages(tmp_path) == ["b.yml: is not read"]

    def test_a_text_without_labels(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "a.yaml", TEXT, MINERS)
        (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "README.txt").write_text("Invented articles.", encoding="utf-8")
        assert messages(tmp_path) == ["b.txt: a text without labels"]

    def test_a_label_without_its_text(self, tmp_path: Path) -> None:
        texts = tmp_path / "texts"
        texts.mkdir()
        write_labels(tmp_path / "corpus" / "a.yaml", None, MINERS, sha256="0" * 64)
        assert lint(tmp_path / "corpus") == []  # the texts may be with somebody else
        (found,) = lint(tmp_path / "corpus", texts=texts)
        assert found.message == f"its text is not in {texts} either"


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
        "a.yaml: event 1: the same kind, date, places and evidence as event 0",
    ]


def test_the_same_title_date_and_names_twice(tmp_path: Path) -> None:
    again = {**MINERS, "evidence": [{"quote": "Miners met in Ostin"}]}
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, again)
    assert messages(tmp_path) == ["a.yaml: event 1: the same title, date and names as event 0"]


def test_the_same_headline_of_another_place_is_another_event(tmp_path: Path) -> None:
    again = {**MINERS, "where": [{"name": "Velga"}], "evidence": [{"quote": "Miners met"}]}
    write_labels(tmp_path / "a.yaml", TEXT, MINERS, again)
    assert messages(tmp_path) == []


def test_an_id_twice(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, id="x")
    write_labels(tmp_path / "b.yaml", TEXT, id="x")
    assert messages(tmp_path) == ["b.yaml: the id 'x' is that of a.yaml"]


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
