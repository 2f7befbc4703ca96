from __future__ import annotations

from pathlib import Path

import pytest

from evals.agreement import agreement
from evals.corpus import load_corpus
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import corpus, event, labelled

TEXT = "The dam broke on Monday. Crews left on Tuesday. The council met on Friday."
DAM = event("Dam breaks", "The dam broke on Monday.", when="2024-06-03", who=["dam"])
CREWS = event("Crews leave", "Crews left on Tuesday.", when="2024-06-04", who=["Crews"])
COUNCIL = event("Council meets", "The council met on Friday.", when="2024-06-07")


def test_the_same_labels_agree_wholly() -> None:
    one = corpus(labelled("a", TEXT, DAM, CREWS), labelled("b", TEXT, COUNCIL))
    metrics = agreement(one, one).metrics
    assert metrics.event is not None
    assert metrics.event_date is not None
    assert (metrics.event.tp, metrics.event.f1, metrics.event_date.f1) == (3, 1.0, 1.0)


def test_optional_events_count_like_any_other() -> None:
    one = corpus(labelled("a", TEXT, DAM, CREWS | {"optional": True}))
    metrics = agreement(one, corpus(labelled("a", TEXT, DAM))).metrics
    assert metrics.event is not None
    assert (metrics.event.tp, metrics.event.fn) == (1, 1)


def test_changing_the_sides_changes_precision_and_recall_alone() -> None:
    wrong = CREWS | {"when": {"edtf": "2024-06-05"}}
    one, other = (
        corpus(labelled("a", TEXT, DAM, CREWS, COUNCIL), labelled("b", TEXT, COUNCIL)),
        corpus(labelled("a", TEXT, DAM, wrong), labelled("b", TEXT, COUNCIL)),
    )
    there, back = agreement(one, other).metrics, agreement(other, one).metrics
    for measure in ("event", "event_date"):
        first, second = getattr(there, measure), getattr(back, measure)
        assert (first.precision, first.recall, first.f1) == pytest.approx(
            (second.recall, second.precision, second.f1)
        )
    assert there.event_date is not None
    assert there.event_date.tp == 2


@pytest.mark.parametrize("side", [0, 1])
def test_the_alternatives_of_either_side_count(side: int) -> None:
    labels = [DAM | {"when": {"edtf": "2024-06-02"}}, DAM]
    labels[side] = DAM | {
        "when": {"edtf": labels[side]["when"]["edtf"], "also": ["2024-06-02", "2024-06-03"]},
        "who": [{"name": "dam", "also": ["the wall"]}],
    }
    labels[1 - side] = labels[1 - side] | {"who": [{"name": "the wall"}]}
    score = agreement(
        corpus(labelled("a", TEXT, labels[0])), corpus(labelled("a", TEXT, labels[1]))
    )
    assert score.metrics.event_date is not None
    assert score.metrics.event_date.tp == 1
    assert score.metrics.fields is not None
    assert score.metrics.fields["who"].cor == 1


def test_articles_of_one_side_alone_count_nowhere_and_are_told() -> None:
    one = corpus(labelled("a", TEXT, DAM), labelled("only-here", TEXT, DAM))
    other = corpus(labelled("a", TEXT, DAM), labelled("only-there", TEXT, DAM, CREWS))
    score = agreement(one, other)
    assert [article.id for article in score.articles] == ["a"]
    assert (score.run.outside_articles, score.run.outside_events) == (1, 2)


def test_nothing_in_common_and_other_texts_are_errors() -> None:
    one = corpus(labelled("a", TEXT, DAM))
    with pytest.raises(CorpusError, match="no article in common"):
        agreement(one, corpus(labelled("b", TEXT, DAM)))
    with pytest.raises(CorpusError, match="different texts"):
        agreement(one, corpus(labelled("a", TEXT + " More.", DAM)))


def test_the_bundled_corpus_agrees_with_itself() -> None:
    dev = load_corpus(Path("evals/corpus/dev"))
    metrics = agreement(dev, dev).metrics
    assert metrics.event is not None
    assert (metrics.event.fp, metrics.event.fn) == (0, 0)
    assert metrics.grounding.verbatim == metrics.grounding.n == metrics.event.tp
