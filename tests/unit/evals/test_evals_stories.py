from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from evals.corpus import load_corpus, load_stories
from evals.findings import Finding
from evals.lint import lint
from extractor.errors import CorpusError
from extractor.schema import Story
from tests.unit.evals.evals_builders import event, write_labels
from tests.unit.evals.test_evals_run import evals

TEXT = "Miners met in Ostin on Monday. Rain fell on Velga.\n"
MINERS = event("Miners meet", "Miners met in Ostin on Monday.", kind="protest", when="2024-12-02")
RAIN = event("Rain falls", "Rain fell on Velga.", kind="disaster", when={"edtf": None})
TOLD = [[{"article": "a", "event": 0}], [{"article": "a", "event": 1}]]


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content), encoding="utf-8")


def ids(folder: Path) -> list[str]:
    return [labelled.id for labelled in load_corpus(folder).articles]


def found_in(folder: Path, story: object) -> list[Finding]:
    """What lint says of a story over one article of two events."""
    write_labels(folder / "a.yaml", TEXT, MINERS, RAIN)
    write(folder / "stories" / "s.yaml", story)
    return lint(folder)


class TestLayouts:
    def test_articles_anywhere_in_the_corpus(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "dev" / "a.yaml", TEXT, MINERS, RAIN)
        write_labels(tmp_path / "b.yaml", TEXT)
        write(tmp_path / "stories" / "s.yaml", {"articles": ["a", "b"], "events": TOLD})
        assert ids(tmp_path) == ["a", "b"]
        assert list(load_stories(tmp_path)) == ["stories/s"]
        assert lint(tmp_path) == []

    def test_articles_below_their_story(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "dev" / "other.yaml", TEXT)
        write_labels(tmp_path / "stories" / "s" / "a.yaml", TEXT, MINERS, RAIN)
        write_labels(tmp_path / "stories" / "s" / "b.yaml", TEXT)
        write(tmp_path / "stories" / "s.yaml", {"articles": ["a", "b"], "events": TOLD})
        assert ids(tmp_path) == ["a", "b", "other"]
        assert lint(tmp_path) == []

    def test_the_folder_of_stories_is_a_corpus_itself(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write_labels(tmp_path / "stories" / "s" / "a.yaml", TEXT, MINERS, RAIN)
        write(tmp_path / "stories" / "s.yaml", {"articles": ["a"], "events": TOLD})
        monkeypatch.chdir(tmp_path / "stories")
        for folder in (tmp_path / "stories", Path()):
            assert ids(folder) == ["a"]
            assert list(load_stories(folder)) == ["s"]
            assert lint(folder) == []

    def test_the_articles_of_one_story_are_a_corpus(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "stories" / "s" / "a.yaml", TEXT, MINERS)
        assert ids(tmp_path / "stories" / "s") == ["a"]

    def test_labels_right_in_the_folder_of_stories(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "stories" / "a.yaml", TEXT, MINERS, RAIN)
        write(tmp_path / "stories" / "s.yaml", {"articles": ["a"], "events": TOLD})
        assert ids(tmp_path) == ["a"]
        assert lint(tmp_path) == []

    def test_a_story_deeper_in_the_folder_of_stories(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "a.yaml", TEXT)
        write(tmp_path / "stories" / "of-2024" / "s.yaml", {"articles": ["a"]})
        assert list(load_stories(tmp_path)) == ["stories/of-2024/s"]

    def test_a_slip_makes_no_story_of_labels(self, tmp_path: Path) -> None:
        """Elsewhere `articles` is a slip, and below a story it would have to be a list."""
        for file in ("a.yaml", "stories/s/a.yaml"):
            write(tmp_path / file, {"articles": {"id": "a"}, "events": []})
            with pytest.raises(CorpusError, match=r"a\.yaml: article: Field required"):
                load_corpus(tmp_path)
            assert [finding.message for finding in lint(tmp_path)] == ["no `article:` with an id"]
            (tmp_path / file).unlink()

    @pytest.mark.parametrize(
        ("file", "is_label"), [("stories/s.yaml", False), ("stories/s/a.yaml", True)]
    )
    def test_what_cannot_be_read_is_what_its_place_says(
        self, tmp_path: Path, file: str, is_label: bool
    ) -> None:
        write_labels(tmp_path / "b.yaml", TEXT)
        write(tmp_path / file, {})
        (tmp_path / file).write_text("article: [", encoding="utf-8")
        with pytest.raises(CorpusError, match="is not YAML"):
            (load_corpus if is_label else load_stories)(tmp_path)
        if is_label:
            assert load_stories(tmp_path) == {}
        else:
            assert ids(tmp_path) == ["b"]
        assert ["is not YAML" in finding.message for finding in lint(tmp_path)] == [True]

    def test_a_text_below_a_story_has_labels(self, tmp_path: Path) -> None:
        write(tmp_path / "stories" / "s.yaml", {"articles": []})
        (tmp_path / "stories" / "s").mkdir()
        (tmp_path / "stories" / "s" / "a.txt").write_text(TEXT, encoding="utf-8")
        (found,) = lint(tmp_path)
        assert (found.file, found.message) == ("stories/s/a.txt", "a text without labels")


def test_load_stories(tmp_path: Path) -> None:
    write(tmp_path / "stories" / "s.yaml", {"articles": ["a"], "events": TOLD})
    assert load_stories(tmp_path) == {
        "stories/s": Story.model_validate({"articles": ["a"], "events": TOLD})
    }


def test_a_wrong_story_cannot_be_loaded(tmp_path: Path) -> None:
    write(tmp_path / "stories" / "s.yaml", {"articles": ["a"], "events": 1})
    with pytest.raises(CorpusError, match=r"s\.yaml: events: Input should be"):
        load_stories(tmp_path)


@pytest.mark.parametrize(
    ("story", "message"),
    [
        ({"articles": ["a", "z"], "events": TOLD}, "no article 'z'"),
        ({"articles": ["a", "a"], "events": TOLD}, "the article 'a' stands 2 times"),
        (
            {"articles": ["a"], "events": [*TOLD, [{"article": "a", "event": 2}]]},
            "'a' has no event 2",
        ),
        ({"articles": [], "events": TOLD[:1]}, "an event of 'a', which is not among its articles"),
        ({"articles": ["a"], "events": [*TOLD, TOLD[0]]}, "event 0 of 'a' is in 2 happenings"),
        (
            {"articles": ["a"], "events": [TOLD[0] * 2, TOLD[1]]},
            "event 0 of 'a' stands 2 times in a happening",
        ),
        ({"articles": ["a"], "events": [*TOLD, []]}, "happening 2 has no event"),
        ({"articles": ["a"], "events": TOLD, "evnets": []}, "unknown key 'evnets'"),
        ({"events": []}, "articles: Field required"),
        ({"articles": ["a"], "events": [[{"article": "a", "event": -1}]]}, "events.0.0.event: "),
    ],
)
def test_findings_of_a_story(tmp_path: Path, story: dict[str, Any], message: str) -> None:
    (found,) = found_in(tmp_path, story)
    assert found.file == "stories/s.yaml"
    assert found.message.startswith(message)
    assert found.remedy
    assert not found.is_warning


@pytest.mark.parametrize(
    ("told", "message"),
    [(TOLD[:1], "event 1 of 'a' is in no happening"), ([], "events 0, 1 of 'a' are in no")],
)
def test_an_event_in_no_happening_is_a_warning(
    tmp_path: Path, told: list[Any], message: str
) -> None:
    (found,) = found_in(tmp_path, {"articles": ["a"], "events": told})
    assert found.message.startswith(message)
    assert found.is_warning
    assert str(found).startswith(f"stories/s.yaml: warning: {message}")
    result = evals("lint", tmp_path)
    assert (result.exit_code, result.stdout) == (0, f"{found}\n")
    assert result.stderr == "1 finding, a warning, in 1 file\n"


def test_optional_gold_need_not_be_told(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", TEXT, {**MINERS, "optional": True})
    write(tmp_path / "stories" / "s.yaml", {"articles": ["a"], "events": []})
    assert lint(tmp_path) == []


def test_warnings_beside_errors_fail(tmp_path: Path) -> None:
    found_in(tmp_path, {"articles": ["a", "z"], "events": []})
    result = evals("lint", tmp_path)
    assert result.exit_code == 10
    assert result.stderr == "2 findings, 1 of them a warning, in 1 file\n"
