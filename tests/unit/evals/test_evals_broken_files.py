"""Files that are cut, edited or made by others: a clear error or a clear number, never a crash."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evals.adapters.langextract import is_langextract
from evals.cli.main import main
from evals.compare import compare, verdict
from evals.corpus import load_corpus
from evals.gate import baseline_of, failures, write_baseline
from evals.lint import lint
from evals.predictions import read_predictions
from evals.report.words import notes
from evals.scorefile import Score, read_score
from extractor.errors import ConfigurationError, CorpusError
from tests.unit.evals.evals_builders import event, write_labels
from tests.unit.evals.report_builders import two_articles

TEXT = "Rain fell on Velga. Miners met in Ostin.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga.", when="2024-12-06", where=["Velga"])
MINERS = event("Miners meet in Ostin", "Miners met in Ostin.", when={"edtf": None}, who=["Miners"])
DEEP = "[" * 3000 + "]" * 3000


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_labels(tmp_path / "corpus" / "a.yaml", TEXT, RAIN)
    write_labels(tmp_path / "corpus" / "b.yaml", TEXT + "b", MINERS)
    return tmp_path / "corpus"


def score_of(corpus: Path, *events: dict[str, Any], prefix: bytes = b"") -> Score:
    """The score of an events file."""
    file, score = corpus.parent / "events.jsonl", corpus.parent / "score.json"
    file.write_bytes(prefix + b"".join(json.dumps(one).encode() + b"\n" for one in events))
    result = evals("score", file, "--corpus", corpus, "-o", score)
    assert result.exit_code == 0, result.output
    return read_score(score)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("? [a, b]\n: c\n", "unhashable key"),
        ("article: {id: a, [x]: y}\nevents: []\n", "unhashable key"),
        ("article: &x {id: a, more: *x}\nevents: []\n", "recursive"),
        ("article: &x [*x]\n", "recursive"),
        (f"article: {{id: a, more: {DEEP}}}\nevents: []\n", "nested too deeply"),
    ],
    ids=["list as key", "list as key inside", "mapping in itself", "list in itself", "deep"],
)
def test_yaml_that_is_no_label(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=reason):
        load_corpus(tmp_path)
    assert reason in lint(tmp_path)[0].message


def test_an_anchor_may_be_used_again(tmp_path: Path) -> None:
    content = "article: {id: a}\nevents:\n- &rain {title: Rain}\n- {<<: *rain, kind: disaster}\n"
    (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
    (labelled,) = load_corpus(tmp_path).articles
    assert [(e.title, e.kind) for e in labelled.events] == [("Rain", None), ("Rain", "disaster")]


@pytest.mark.parametrize(
    ("tags", "found"), [(("us", "uk"), 0), (("x", "y"), 0), (("coast", "cost"), 1)]
)
def test_short_tags_are_no_slips_of_each_other(
    tmp_path: Path, tags: tuple[str, str], found: int
) -> None:
    often, once = tags
    for name, tag in (("a", often), ("b", often), ("c", once)):
        write_labels(tmp_path / f"{name}.yaml", TEXT + name, RAIN, tags=[tag])
    assert len([f for f in lint(tmp_path) if "stands here only" in f.message]) == found


def test_a_mark_before_the_first_event_is_none_of_it(corpus: Path) -> None:
    result = score_of(corpus, {**RAIN, "article_id": "a"}, prefix=codecs.BOM_UTF8)
    assert [article.tp for article in result.articles] == [1, 0]


def test_a_mark_before_a_file_of_langextract(tmp_path: Path) -> None:
    file = tmp_path / "lx.jsonl"
    file.write_text('\ufeff{"document_id": "a", "extractions": []}\n', encoding="utf-8")
    assert is_langextract(file)


def test_an_id_that_stands_twice_names_the_first_event(corpus: Path) -> None:
    write_labels(corpus / "a.yaml", TEXT, RAIN, MINERS)
    same = [{**one, "article_id": "a", "id": "same"} for one in (RAIN, MINERS, RAIN)]
    (article, _) = score_of(corpus, *same).articles
    assert [(pair.gold, pair.pred) for pair in article.pairs] == [(0, "same"), (1, 1)]
    assert [lost.event for lost in article.extra] == [2]


def test_ids_of_different_articles_may_be_the_same(corpus: Path) -> None:
    found = [{**RAIN, "article_id": "a", "id": "1"}, {**MINERS, "article_id": "b", "id": "1"}]
    result = score_of(corpus, *found)
    assert [pair.pred for article in result.articles for pair in article.pairs] == ["1", "1"]


def test_an_events_file_that_names_nothing_is_told(corpus: Path) -> None:
    nothing = "The events file has no event of this corpus; all 2 events count as missed."
    assert notes(score_of(corpus)) == [nothing]
    assert notes(score_of(corpus, {**RAIN, "article_id": "z"})) == [nothing]
    some = "No event of 1 article is in the events file; 1 event of theirs count as missed."
    assert notes(score_of(corpus, {**RAIN, "article_id": "a"})) == [some]


@pytest.mark.parametrize(
    ("evidence", "unplaced"),
    [
        ([{"quote": "Rain fell on Velga."}], 0),
        ([{"start": 0, "end": 4}], 0),
        ([], 1),
        ([{"start": 4}], 1),
        ([{"start": -4, "end": 3}], 1),
        ([{"start": 4, "end": 4}], 1),
        ([{"quote": "Snow fell."}], 1),
    ],
)
def test_evidence_without_a_place_is_told(
    corpus: Path, evidence: list[dict[str, Any]], unplaced: int
) -> None:
    found = [{**RAIN, "article_id": "a", "evidence": evidence}, {**MINERS, "article_id": "b"}]
    result = score_of(corpus, *found)
    assert (result.run.unplaced_events, result.run.unplaced_gold) == (unplaced, 0)
    told = [note for note in notes(result) if note.startswith("Evidence without a place")]
    assert told == unplaced * [
        "Evidence without a place in the text: 0 gold events, 1 event of the run; these are paired "
        "by wording and names alone."
    ]


def test_another_text_than_the_labelled_one_is_told(corpus: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    events = [{**RAIN, "article_id": "a"}, {**MINERS, "article_id": "b"}]
    records = [
        {"article_id": "a", "text": "Rain came down.\n"},
        {"article_id": "b", "text": TEXT + "b"},
    ]
    for name, lines in (("events", events), ("articles", records)):
        (run / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    evals("score", run, "--corpus", corpus, "-o", tmp_path / "score.json")
    told = read_score(tmp_path / "score.json").run
    assert (told.changed_texts, told.unplaced_gold, told.unplaced_events) == (1, 1, 1)
    assert notes(read_score(tmp_path / "score.json"))[0] == (
        "Read in another text than the labelled one: 1 article."
    )


def test_a_cut_score_file_is_not_compared(tmp_path: Path) -> None:
    whole = two_articles(tmp_path).score
    cut = whole.model_copy(update={"articles": whole.articles[:1]})
    with pytest.raises(ConfigurationError, match="have not the same articles"):
        compare([whole], [cut])


def test_gain_and_loss_that_cancel_out_are_not_the_same(tmp_path: Path) -> None:
    score = two_articles(tmp_path).score
    calm, sore = score.articles
    swapped = (calm.model_copy(update={"pairs": sore.pairs, "tp": sore.tp, "fp": sore.fp,
                                       "fn": sore.fn}),
               sore.model_copy(update={"pairs": calm.pairs, "tp": calm.tp, "fp": calm.fp,
                                       "fn": calm.fn}))  # fmt: skip
    result = compare([score], [score.model_copy(update={"articles": swapped})])
    assert verdict(result.measures["event"]) == "not enough articles to tell"
    same = compare([score], [score]).measures["event"]
    assert verdict(same) == "the same in every article"


def test_a_baseline_that_lacks_an_article_is_told(tmp_path: Path) -> None:
    score = two_articles(tmp_path).score
    baseline = baseline_of(score)
    counts = {measure: {"calm": rows["calm"]} for measure, rows in baseline.counts.items()}
    with pytest.raises(ConfigurationError, match="event of 'sore'"):
        failures(score, baseline.model_copy(update={"counts": counts}))
    assert failures(score, baseline.model_copy(update={"counts": {}})) == []


def test_a_score_without_f1_makes_no_baseline(tmp_path: Path) -> None:
    score = two_articles(tmp_path).score
    metrics = score.metrics.model_copy(update={"event": None})
    with pytest.raises(ConfigurationError, match="nothing to hold"):
        baseline_of(score.model_copy(update={"metrics": metrics}))


def test_a_baseline_may_lie_in_a_new_folder(tmp_path: Path) -> None:
    files = two_articles(tmp_path)
    made = tmp_path / "new" / "folder" / "baseline.json"
    assert evals("gate", files.score_file, "--baseline", made, "--update").exit_code == 0
    assert evals("gate", files.score_file, "--baseline", made).exit_code == 0
    assert [path.name for path in made.parent.iterdir()] == ["baseline.json"]


def test_a_baseline_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    files = two_articles(tmp_path)
    with pytest.raises(ConfigurationError, match="cannot be written"):
        write_baseline(files.score_file / "baseline.json", baseline_of(files.score))


def test_a_score_of_a_run_is_no_agreement(tmp_path: Path) -> None:
    files = two_articles(tmp_path)
    result = evals("report", files.score_file, "--agreement", files.score_file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "scores a run, not labels" in result.stderr
    agreed = tmp_path / "agreed.json"
    evals("agreement", files.corpus, files.corpus, "-o", agreed)
    shown = evals("report", files.score_file, "--agreement", agreed)
    assert "| annotators' agreement | 1.000 |" in shown.stdout


@pytest.mark.parametrize("command", ["score", "compare"])
def test_a_dash_is_standard_output_and_holds_nothing_but_json(tmp_path: Path, command: str) -> None:
    files = two_articles(tmp_path)
    arguments = {
        "score": (files.run, "--corpus", files.corpus),
        "compare": (files.score_file, files.score_file),
    }
    result = evals(command, *arguments[command], "-o", "-")
    assert json.loads(result.stdout)["schema_version"] == 1
    assert json.loads(evals(command, *arguments[command]).stdout) == json.loads(result.stdout)


def test_a_benchmark_without_events_is_pointed_to(tmp_path: Path) -> None:
    result = evals("convert", "timeml", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "`evals benchmark timeml`" in result.stderr
    assert "benchmark nope" not in evals("convert", "nope", tmp_path, "-o", tmp_path).stderr


def test_read_predictions_keeps_events_as_they_are(tmp_path: Path) -> None:
    lines = [{**RAIN, "article_id": "a"}, {**RAIN, "article_id": "a"}]
    (tmp_path / "events.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (found,) = read_predictions(tmp_path).events.values()
    assert [one.id for one in found] == [None, None]


def test_the_name_of_an_engine_commands_no_terminal(corpus: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    (run / "events.jsonl").write_text("", encoding="utf-8")
    (run / "run.json").write_text(json.dumps({"engine": "\x1b[2Jx"}), encoding="utf-8")
    result = evals("score", run, "--corpus", corpus, "-o", tmp_path / "score.json")
    assert result.stdout.startswith("\u241b[2Jx: event and date F1")
