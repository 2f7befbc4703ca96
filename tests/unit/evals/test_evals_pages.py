"""NAME.html beside the labels: it is what the extractor is given; the labels refer to NAME.txt."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.cases import build_cases
from evals.corpus import Corpus, load_corpus
from evals.inputs import corpus_inputs
from evals.lint import lint
from evals.predictions import read_predictions
from extractor.schema import Article
from extractor.text.records import UnreadableArticle
from tests.unit.evals.evals_builders import EventData, event, write_labels
from tests.unit.evals.test_evals_run import evals

HEADLINE = "Rebels take Velga"
CAPTURE = "Rebels captured the town of Velga on Monday."
RAIN = "Rain fell on the hills around the town for the third day in a row."
CALM = "The mayor asked the townspeople to stay at home until the roads are open."
PAGE = f"""<!DOCTYPE html>
<html{{root}}><head><title>{HEADLINE}</title>{{head}}</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>{HEADLINE}</h1>
<p>{CAPTURE}</p>
<p>{RAIN}</p>
<p>{CALM}</p>
<p>{CAPTURE}</p>
<p>Nobody was hurt, a doctor at the hospital said by telephone in the evening.</p>
</article></body></html>
"""
LABELLED_TEXT = f"Home World Share this\n{HEADLINE}\n\n{CAPTURE}\n{RAIN}\n{CALM}\n"
GOLD = event("Rebels capture Velga", CAPTURE, kind="territory", where=["Velga"], when="2024-12-02")


def write_page(
    path: Path,
    *events: EventData,
    page: str = PAGE,
    text: str | None = LABELLED_TEXT,
    head: str = "",
    root: str = "",
    **article: Any,
) -> None:
    """NAME.yaml, NAME.txt and NAME.html."""
    write_labels(path.with_suffix(".yaml"), text, *events, **article)
    content = page.replace("{head}", head).replace("{root}", root)
    path.with_suffix(".html").write_text(content, encoding="utf-8")


def read(folder: Path) -> Article:
    (item,) = corpus_inputs(load_corpus(folder))
    assert isinstance(item, Article)
    return item


class TestInput:
    def test_the_page_is_read_not_the_text(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD)
        article = read(tmp_path)
        assert article.id == "velga"
        assert article.text.count(CAPTURE) == 2
        assert "Share this" not in article.text
        assert article.page is not None

    def test_labels_tell_what_the_page_does_not(self, tmp_path: Path) -> None:
        about = {"url": "http://paper.example/velga", "source": "The Paper", "language": "en"}
        dates = {"retrieved": "2025-03-10", "modified": "2024-12-03"}
        write_page(tmp_path / "velga", GOLD, **about, **dates, tags=["conflict"])
        article = read(tmp_path)
        assert {key: getattr(article, key) for key in (*about, *dates)} == about | dates
        assert article.tags == ("conflict",)

    def test_what_the_page_tells_itself_stands(self, tmp_path: Path) -> None:
        head = (
            '<link rel="canonical" href="http://own.example/1">'
            '<meta property="og:site_name" content="Own Site">'
        )
        about = {"url": "http://paper.example/velga", "source": "The Paper", "language": "en"}
        write_page(tmp_path / "velga", GOLD, head=head, root=' lang="fr"', title="Town", **about)
        article = read(tmp_path)
        assert (article.title, article.url, article.source, article.language) == (
            HEADLINE,
            "http://own.example/1",
            "Own Site",
            "fr",
        )

    def test_the_title_of_the_labels_where_the_page_has_none(self, tmp_path: Path) -> None:
        page = PAGE.replace(f"<title>{HEADLINE}</title>", "").replace(f"<h1>{HEADLINE}</h1>", "")
        write_page(tmp_path / "velga", GOLD, page=page, title="A town falls")
        assert read(tmp_path).title == "A town falls"

    @pytest.mark.parametrize(("given", "told"), [(True, "2024-12-06"), (False, None)])
    def test_the_date_only_where_it_is_given(
        self, tmp_path: Path, given: bool, told: str | None
    ) -> None:
        write_page(tmp_path / "velga", GOLD, published="2024-12-06", published_given=given)
        assert read(tmp_path).published == told

    @pytest.mark.parametrize("name", ["part/velga", "velga"])
    def test_the_page_may_be_in_the_folder_of_texts(self, tmp_path: Path, name: str) -> None:
        corpus, texts = tmp_path / "corpus", tmp_path / "texts"
        write_labels(corpus / "part" / "velga.yaml", LABELLED_TEXT, GOLD)
        (texts / name).parent.mkdir(parents=True)
        (texts / f"{name}.html").write_text(PAGE, encoding="utf-8")
        (item,) = corpus_inputs(load_corpus(corpus, texts=texts))
        assert isinstance(item, Article)
        assert item.text.count(CAPTURE) == 2

    def test_a_page_that_stands_beside_the_labels_comes_first(self, tmp_path: Path) -> None:
        write_page(tmp_path / "corpus" / "velga", GOLD)
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "velga.html").write_text("", encoding="utf-8")
        (item,) = corpus_inputs(load_corpus(tmp_path / "corpus", texts=tmp_path / "texts"))
        assert isinstance(item, Article)

    @pytest.mark.parametrize("page", ["", "<html><body></body></html>", "\0\0\0"])
    def test_an_unreadable_page_says_why_under_the_article_s_id(
        self, tmp_path: Path, page: str
    ) -> None:
        write_page(tmp_path / "file", GOLD, page=page, id="velga")
        (item,) = corpus_inputs(load_corpus(tmp_path))
        assert isinstance(item, UnreadableArticle)
        assert item.id == "velga"

    def test_a_page_that_is_gone_meanwhile(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD)
        corpus = load_corpus(tmp_path)
        (tmp_path / "velga.html").unlink()
        (item,) = corpus_inputs(corpus)
        assert isinstance(item, UnreadableArticle)

    def test_the_page_changes_no_hash_of_the_corpus(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD)
        with_page = load_corpus(tmp_path).sha256
        (tmp_path / "velga.html").unlink()
        assert load_corpus(tmp_path).sha256 == with_page


def run(folder: Path, *options: object) -> tuple[Any, Corpus]:
    """`evals run` with the rules engine: the score, and the corpus."""
    score = folder / "score.json"
    told = ("-m", "rules", "-o", score, *options)
    result = evals("run", folder / "corpus", "--run", folder / "run", *told)
    assert result.exit_code == 0, result.stderr
    return json.loads(score.read_text(encoding="utf-8")), load_corpus(folder / "corpus")


class TestRun:
    def test_gold_is_looked_up_in_the_text_of_the_page(self, tmp_path: Path) -> None:
        """CAPTURE stands once in NAME.txt and twice in the page: its place is before RAIN."""
        rain = event("Rain falls", RAIN, kind="disaster", where=["the hills"])
        placed = {**GOLD, "evidence": [{"start": 41, "end": 41 + len(CAPTURE)}]}
        assert LABELLED_TEXT[41:].startswith(CAPTURE)
        write_page(
            tmp_path / "corpus" / "velga",
            *(GOLD, placed, rain),
            published="2024-12-06",
            published_given=True,
        )
        score, corpus = run(tmp_path)
        found = read_predictions(tmp_path / "run")
        assert found.records is not None
        text = found.records["velga"].text
        assert text is not None
        assert text != LABELLED_TEXT
        ((case,), outside) = build_cases(corpus, found)
        quoted = [[text[start:end] for start, end in gold.spans] for gold in case.gold]
        assert quoted == [[CAPTURE], [CAPTURE], [RAIN]]
        first = text.index(CAPTURE)
        assert [gold.spans[0][0] for gold in case.gold] == [first, first, text.index(RAIN)]
        assert text.rindex(CAPTURE) > text.index(RAIN)
        assert outside == (0, 0)
        assert score["metrics"]["event"]["tp"] >= 1
        assert score["metrics"]["event_date"]["tp"] == 1
        assert score["run"]["changed_texts"] == 0
        grounding = score["metrics"]["grounding"]
        assert grounding["verbatim"] == grounding["n"]

    def test_a_quote_that_the_page_does_not_hold_has_no_place(self, tmp_path: Path) -> None:
        gold = event("People share", "Home World Share this")
        write_page(tmp_path / "corpus" / "velga", GOLD, gold)
        _, corpus = run(tmp_path)
        ((case,), _) = build_cases(corpus, read_predictions(tmp_path / "run"))
        assert [bool(one.spans) for one in case.gold] == [True, False]

    def test_without_the_labelled_text(self, tmp_path: Path) -> None:
        write_page(tmp_path / "corpus" / "velga", GOLD, text=None)
        score, _ = run(tmp_path)
        assert score["metrics"]["event"]["tp"] == 1

    def test_texts_of_another_folder(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "corpus" / "velga.yaml", None, GOLD)
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "velga.html").write_text(PAGE, encoding="utf-8")
        score, _ = run(tmp_path, "--texts", tmp_path / "texts")
        assert score["metrics"]["event"]["tp"] == 1

    def test_an_unreadable_page_is_a_failed_article(self, tmp_path: Path) -> None:
        write_page(tmp_path / "corpus" / "broken", GOLD, page="<html></html>")
        write_page(tmp_path / "corpus" / "velga", GOLD)
        result = evals("run", tmp_path / "corpus", "--run", tmp_path / "run", "-m", "rules")
        assert result.exit_code == 3
        first = (tmp_path / "run" / "articles.jsonl").read_text(encoding="utf-8").splitlines()[0]
        assert json.loads(first)["error"]["message"].startswith("broken: no text")
        score = json.loads(result.stdout)
        assert {a["id"]: (a["status"], a["fn"]) for a in score["articles"]} == {
            "broken": ("failed", 1),
            "velga": ("ok", 0),
        }


class TestLint:
    def test_nothing_to_find(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD)
        assert lint(tmp_path) == []

    def test_a_page_without_labels(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD)
        (tmp_path / "other.html").write_text(PAGE, encoding="utf-8")
        (tmp_path / "third.htm").write_text(PAGE, encoding="utf-8")
        assert [(f.file, f.message, f.remedy) for f in lint(tmp_path)] == [
            (
                "other.html",
                "a page without labels",
                "write other.yaml, with `events: []` where nothing happens in it",
            ),
            ("third.htm", "is not read", "rename it to third.html"),
        ]

    @pytest.mark.parametrize(
        "evidence", [{"quote": "Home World Share this"}, {"start": 0, "end": 21}]
    )
    def test_a_quote_that_the_page_does_not_hold(
        self, tmp_path: Path, evidence: dict[str, Any]
    ) -> None:
        other = {**GOLD, "title": "People share", "evidence": [evidence], "where": []}
        write_page(tmp_path / "velga", GOLD, other)
        (found,) = lint(tmp_path)
        assert (found.file, found.event) == ("velga.yaml", 1)
        assert found.message == (
            "quote is not in the page as it is read today: 'Home World Share this'"
        )

    def test_an_unreadable_page(self, tmp_path: Path) -> None:
        write_page(tmp_path / "velga", GOLD, page="<html></html>")
        (found,) = lint(tmp_path)
        assert found.file == "velga.yaml"
        assert found.message == "velga.html: velga: no text in the page"
