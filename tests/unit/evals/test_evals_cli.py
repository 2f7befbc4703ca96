from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.cli.main import main
from evals.scorefile import read_score
from tests.unit.evals.evals_builders import event, write_labels

TEXT = "Rain fell on Velga. Miners met in Ostin.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga.", when="2024-12-06", where=["Velga"])
MINERS = event("Miners meet in Ostin", "Miners met in Ostin.", when={"edtf": None}, who=["Miners"])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_labels(tmp_path / "corpus" / "a.yaml", TEXT, RAIN, MINERS, tags=["sea_side"])
    return tmp_path / "corpus"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    events = [{**RAIN, "article_id": "a", "id": "e-1"}, {**RAIN, "article_id": "elsewhere"}]
    (folder / "events.jsonl").write_text("\n".join(map(json.dumps, events)), encoding="utf-8")
    (folder / "articles.jsonl").write_text(
        json.dumps({"article_id": "a", "status": "ok", "text": TEXT}), encoding="utf-8"
    )
    (folder / "run.json").write_text('{"engine": "rules", "complete": true}', encoding="utf-8")
    return folder


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_score_in_a_pipe_is_json(corpus: Path, run: Path) -> None:
    result = evals("score", run, "--corpus", corpus)
    assert result.exit_code == 0
    score = json.loads(result.stdout)
    assert score["schema_version"] == 1
    assert (score["metrics"]["event"]["tp"], score["metrics"]["event"]["fn"]) == (1, 1)
    assert score["run"]["engine"] == "rules"
    assert result.stderr == "note: Ignored: 1 event of 1 article outside the corpus.\n"


def test_score_into_a_file_shows_a_summary(corpus: Path, run: Path, tmp_path: Path) -> None:
    file = tmp_path / "score.json"
    result = evals("score", run, "--corpus", corpus, "-o", file)
    assert result.exit_code == 0
    assert "event and date F1 0.667" in result.stdout
    assert "date                1.000   1.000  1.000" in result.stdout
    assert file.read_text(encoding="utf-8") == evals("score", run, "--corpus", corpus).stdout


def test_score_of_an_events_file(corpus: Path, run: Path) -> None:
    result = evals("score", run / "events.jsonl", "--corpus", corpus)
    assert json.loads(result.stdout)["articles"][0]["status"] == "ok"


def test_score_without_a_corpus_tells_grounding(run: Path) -> None:
    result = evals("score", run)
    assert result.exit_code == 0
    score = json.loads(result.stdout)
    assert score["corpus"] is None
    assert score["metrics"]["grounding"]["verbatim"] == 1


def test_score_with_texts_elsewhere(corpus: Path, run: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (corpus / "a.txt").rename(tmp_path / "texts" / "a.txt")
    arguments = ("score", run / "events.jsonl", "--corpus", corpus)
    assert json.loads(evals(*arguments).stdout)["metrics"]["grounding"]["n"] == 0
    with_texts = evals(*arguments, "--texts", tmp_path / "texts")
    assert json.loads(with_texts.stdout)["metrics"]["grounding"]["n"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("score", "nowhere"), "error: no events at nowhere\nhint: give a run folder"),
        (("score", "RUN", "--corpus", "nowhere"), "error: no corpus folder at nowhere"),
        (("score", "RUN", "--texts", "RUN"), "--texts goes with --corpus"),
        (("score", "RUN", "--corpus", "CORPUS", "-o", "RUN/run.json/score"), "cannot be written"),
        (("score",), "Missing argument 'RUN'"),
        (("lint", "nowhere"), "error: no corpus folder at nowhere"),
        (("report",), "Missing argument 'SCORES...'"),
        (("report", "nowhere"), "error: nowhere cannot be read"),
        (("report", "RUN/run.json"), "is no score file of this version"),
        (("report", "RUN/run.json", "-o", "x.pdf"), "no report of this form"),
        (("nothing",), "No such command 'nothing'"),
    ],
)
def test_usage_and_configuration_errors_end_with_2(
    corpus: Path, run: Path, arguments: tuple[str, ...], message: str
) -> None:
    filled = (a.replace("RUN", str(run)).replace("CORPUS", str(corpus)) for a in arguments)
    result = evals(*filled)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""


def test_lint(corpus: Path) -> None:
    clean = evals("lint", corpus)
    assert (clean.exit_code, clean.stdout, clean.stderr) == (0, "", "no findings\n")
    write_labels(corpus / "b.yaml", TEXT, {**RAIN, "kind": "riot"}, id="a")
    found = evals("lint", corpus)
    assert found.exit_code == 10
    first, second = found.stdout.splitlines()
    assert first == "b.yaml: the id 'a' is that of a.yaml (give each article an id of its own)"
    assert second.startswith("b.yaml: event 0: kind 'riot' is not in the profile (one of accident,")
    assert found.stderr == "2 findings in 1 file\n"


class TestReport:
    @pytest.fixture
    def score(self, corpus: Path, run: Path, tmp_path: Path) -> Path:
        file = tmp_path / "score.json"
        assert evals("score", run, "--corpus", corpus, "-o", file).exit_code == 0
        return file

    def test_markdown(self, score: Path, tmp_path: Path) -> None:
        shown = evals("report", score)
        assert shown.exit_code == 0
        for line in (
            "rules: event and date F1 0.667, event F1 0.667, on 1 article with 2 gold events.",
            "> Ignored: 1 event of 1 article outside the corpus.",
            "| event and date | 1 | 0 | 1 | 1.000 | 0.500 | 0.667 | – |",
            "| sea\\_side (few) | 1 | 0.667 | – | 0.667 |",
            "### a (ok): 1 found, 1 missed, 0 too many",
            "- missed: Miners meet in Ostin",
        ):
            assert line in shown.stdout.splitlines()
        assert evals("report", score, "-o", tmp_path / "r.md").stdout == ""
        assert (tmp_path / "r.md").read_text(encoding="utf-8") == shown.stdout

    def test_titles_are_no_markup(self, corpus: Path, run: Path, tmp_path: Path) -> None:
        nasty = event("<b>Rain</b> | [x](http://x.example)\n# Velga", "Rain fell on Velga.")
        write_labels(corpus / "a.yaml", TEXT, nasty, event("Miners *meet*", "Miners met in Ostin."))
        file = tmp_path / "score.json"
        evals("score", run, "--corpus", corpus, "-o", file)
        shown = evals("report", file).stdout
        assert "- missed: Miners \\*meet\\*" in shown
        assert "<b>" not in shown.replace("\\<b\\>", "")
        assert "\n# Velga" not in shown

    def test_json_of_several(self, score: Path, tmp_path: Path) -> None:
        assert evals("report", score, score, "-o", tmp_path / "r.json").exit_code == 0
        listed = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
        assert [one["score"] for one in listed] == [str(score)] * 2
        assert listed[0]["metrics"] == read_score(score).model_dump(mode="json")["metrics"]

    def test_of_a_run_without_a_corpus(self, run: Path, tmp_path: Path) -> None:
        evals("score", run, "-o", tmp_path / "s.json")
        shown = evals("report", tmp_path / "s.json")
        assert shown.exit_code == 0
        assert "1 of 1 events are verbatim in their article" in shown.stdout


def test_an_interrupt_ends_with_130(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("evals.cli.langextract.read_predictions", interrupt)
    assert evals("score", run).exit_code == 130


def test_help_is_quick() -> None:
    code = (
        "import sys\n"
        "from evals.cli.main import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "slow = {'numpy', 'pydantic', 'rapidfuzz', 'yaml', 'rich'} & set(sys.modules)\n"
        "assert not slow, slow"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "lint" in done.stdout
