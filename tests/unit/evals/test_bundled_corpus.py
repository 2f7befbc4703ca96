"""The corpus that comes with the project holds what its README says of it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from evals.corpus import Corpus, load_corpus, load_stories
from evals.lint import lint

EVALS = Path(__file__).parents[3] / "evals"
CORPUS = EVALS / "corpus"


def halves() -> tuple[Corpus, Corpus]:
    return load_corpus(CORPUS / "dev"), load_corpus(CORPUS / "test")


def test_nothing_is_wrong_with_any_label() -> None:
    assert [str(finding) for finding in lint(CORPUS)] == []


def test_how_much_there_is() -> None:
    dev, test = halves()
    assert (len(dev.articles), dev.gold_events) == (45, 522)
    assert (len(test.articles), test.gold_events) == (21, 282)
    stories = load_stories(CORPUS / "stories")
    assert len(stories) == 4
    assert sum(len(story.articles) for story in stories.values()) == 20
    assert sum(len(story.events) for story in stories.values()) == 199


@pytest.mark.parametrize(
    ("tag", "least"),
    [
        *(("html", 15), ("scraped", 12), ("empty", 6), ("live_blog", 5), ("hostile", 6)),
        *(("correction", 4), ("wire", 4), ("long", 3), ("machine_translated", 2)),
        *(("upper_case", 1), ("table", 1), ("quotes_in_quotes", 1)),
    ],
)
def test_every_trap_is_there(tag: str, least: int) -> None:
    tags = Counter(tag for half in halves() for each in half.articles for tag in each.article.tags)
    assert tags[tag] >= least


def test_languages_lengths_and_pages() -> None:
    articles = [each for half in halves() for each in half.articles]
    languages = {each.article.language for each in articles}
    assert languages == {"en", "es", "fr", "de", "tr", "ru", "ar", "zh"}
    assert sum(each.article.language != "en" for each in articles) >= 12
    assert sum(each.page is not None for each in articles) >= 15
    long = [each for each in articles if each.text and len(each.text.split()) > 4000]
    assert len(long) >= 3
    empty = [each for each in articles if "empty" in each.article.tags]
    assert all(not each.events for each in empty)


@pytest.mark.parametrize("half", ["dev", "test"])
def test_both_annotators_and_the_recorded_model_have_every_article(half: str) -> None:
    ids = {each.id for each in load_corpus(CORPUS / half).articles}
    for annotator in ("first", "second"):
        labels = load_corpus(EVALS / "annotators" / annotator / half, texts=CORPUS / half)
        assert {each.id for each in labels.articles} == ids
    recorded = (EVALS / "recorded" / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["article_id"] for line in recorded} == ids


def test_the_sample_is_labelled_without_its_text() -> None:
    (sample,) = load_corpus(CORPUS / "sample").articles
    assert (sample.id, sample.text) == ("homs", None)
    assert all(piece.quote is None for event in sample.events for piece in event.evidence)
