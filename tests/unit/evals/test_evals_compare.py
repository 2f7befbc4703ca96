from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.cli.main import main
from evals.compare import compare, read_scores
from evals.corpus import Corpus
from evals.report.comparison import comparison_text
from evals.score import score
from evals.scorefile import Score
from evals.tables import counts_of
from extractor.errors import ConfigurationError
from tests.unit.evals.evals_builders import corpus, event, labelled, predicted, record, run

TEXT = "The dam broke on Monday. Crews left on Tuesday. The council met on Friday."
QUOTES = ("The dam broke on Monday.", "Crews left on Tuesday.", "The council met on Friday.")
TITLES = ("Dam breaks", "Crews leave", "Council meets")
DATES = ("2024-06-03", "2024-06-04", "2024-06-07")


def events(count: int, dates: tuple[str, ...] = DATES) -> list[dict[str, object]]:
    rows = list(zip(TITLES, QUOTES, dates, strict=True))[:count]
    return [event(title, quote, when=date) for title, quote, date in rows]


def articles(count: int = 6) -> Corpus:
    gold = events(3)
    return corpus(*(labelled(f"a{i}", TEXT, *gold, tags=("odd",) * (i % 2)) for i in range(count)))


def scored(found: list[int], dates: tuple[str, ...] = DATES) -> Score:
    """A run that finds so many of the three events of each article."""
    predictions = [
        one for i, number in enumerate(found) for one in predicted(f"a{i}", *events(number, dates))
    ]
    return score(
        articles(len(found)), run(predictions, *(record(f"a{i}", TEXT) for i in range(len(found))))
    )


def test_more_found_in_every_article_is_better() -> None:
    result = compare([scored([2] * 6)], [scored([3] * 6)])
    event_difference = result.measures["event"]
    assert event_difference.first == pytest.approx(0.8)
    assert event_difference.second == 1.0
    assert event_difference.p == 2 / 2**6
    assert "better" in comparison_text(result)
    assert len(result.movers) == 6
    assert result.movers[0].first == (2.0, 0.0, 1.0)
    assert result.movers[0].change == -1


def test_wrong_dates_change_event_date_alone() -> None:
    wrong = ("2024-06-03", "2024-06-04", "2025-06-07")
    result = compare([scored([3] * 6)], [scored([3] * 6, wrong)])
    assert result.measures["event"].difference == 0
    assert result.measures["event_date"].second == pytest.approx(2 / 3)
    assert {mover.second for mover in result.movers} == {(2.0, 1.0, 1.0)}
    assert [mover.change for mover in result.movers] == [2] * 6


def test_repeats_are_averaged_within_the_article() -> None:
    repeats = [scored([1, 3, 3, 3, 3, 3]), scored([3] * 6)]
    result = compare(repeats, [scored([3] * 6)])
    assert result.movers[0].first == (2.0, 0.0, 1.0)
    assert result.corpus.articles == 6
    assert result.measures["event"].first == pytest.approx(2 * 17 / (2 * 17 + 1))


def test_slices_name_their_articles() -> None:
    result = compare([scored([3, 1, 3, 3, 3, 3])], [scored([3] * 6)])
    assert result.slices["odd"].n == 3
    assert result.slices["odd"].event_date.difference == pytest.approx(1 - 14 / 16)
    assert "exploratory" in comparison_text(result)


def test_the_same_run_is_the_same_everywhere() -> None:
    one = scored([3, 2, 1, 0, 3, 3])
    result = compare([one], [one])
    assert result.movers == ()
    assert "the same in every article" in comparison_text(result)


def test_no_difference_shown_names_what_could_have_been_shown() -> None:
    text = comparison_text(compare([scored([3, 2, 3, 2, 3, 1])], [scored([2, 3, 3, 3, 2, 1])]))
    assert "no difference shown" in text
    assert "would have shown one of 0." in text


def test_other_corpora_and_scorers_are_refused() -> None:
    one = scored([3] * 6)
    with pytest.raises(ConfigurationError, match="different corpora"):
        compare([one], [scored([3] * 5)])
    newer = one.model_copy(update={"scorer": one.scorer.model_copy(update={"version": 99})})
    with pytest.raises(ConfigurationError, match="scored differently: version"):
        compare([one], [newer])
    bare = one.model_copy(update={"corpus": None})
    with pytest.raises(ConfigurationError, match="B was scored without a corpus"):
        compare([one], [bare])


def test_the_package_version_alone_does_not_part_two_scores() -> None:
    one = scored([3] * 6)
    other = one.model_copy(update={"scorer": one.scorer.model_copy(update={"package": "99"})})
    assert compare([one], [other]).measures["event"].difference == 0


def write(path: Path, value: Score) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(value.to_json(), encoding="utf-8")
    return path


def test_the_command_gives_json_in_a_pipe_and_text_with_a_file(tmp_path: Path) -> None:
    first = write(tmp_path / "a.json", scored([2] * 6))
    second = write(tmp_path / "b.json", scored([3] * 6))
    piped = CliRunner().invoke(main, ["compare", str(first), str(second)])
    assert json.loads(piped.output)["measures"]["event"]["second"] == 1.0
    target = tmp_path / "c.json"
    shown = CliRunner().invoke(main, ["compare", str(first), str(second), "-o", str(target)])
    assert "event F1      0.800 -> 1.000, +0.200" in shown.output
    assert json.loads(target.read_text(encoding="utf-8")) == json.loads(piped.output)


def test_folders_are_repeats(tmp_path: Path) -> None:
    write(tmp_path / "a" / "1.json", scored([2] * 6))
    write(tmp_path / "a" / "2.json", scored([3] * 6))
    assert len(read_scores(tmp_path / "a")) == 2
    write(tmp_path / "a" / "3.json", scored([3] * 5))
    with pytest.raises(ConfigurationError, match=r"1\.json and .*3\.json are scores of different"):
        read_scores(tmp_path / "a")
    (tmp_path / "none").mkdir()
    with pytest.raises(ConfigurationError, match="no score file in"):
        read_scores(tmp_path / "none")


def test_another_corpus_ends_the_command_with_2(tmp_path: Path) -> None:
    first = write(tmp_path / "a.json", scored([2] * 6))
    second = write(tmp_path / "b.json", scored([3] * 4))
    result = CliRunner().invoke(main, ["compare", str(first), str(second)])
    assert result.exit_code == 2


def test_pairs_undated_on_both_sides_are_right_in_the_table() -> None:
    undated = event(TITLES[0], QUOTES[0])
    gold = corpus(labelled("a", TEXT, undated), labelled("b", TEXT, *events(1)))
    found = run(
        [*predicted("a", undated), *predicted("b", *events(1))],
        record("a", TEXT),
        record("b", TEXT),
    )
    result = score(gold, found)
    assert result.metrics.event_date is not None
    assert [counts_of(article, "event_date") for article in result.articles] == [(1, 0, 0)] * 2
    assert result.metrics.event_date.tp == 2
