"""The texts, labels and answers behind a score file, where they are still those that were scored.

Never guesses: what is missing or has changed since is left out, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from evals.cases import Case, build_cases
from evals.corpus import Corpus, LabelledArticle, load_corpus
from evals.predictions import Predictions, read_predictions
from evals.report.words import count
from evals.score import article_score
from evals.scorefile import ArticleScore, Score
from extractor.errors import ExtractorError


@dataclass(frozen=True, slots=True)
class Source:
    """One article as it was scored. `text` is the one that the spans of both sides lie in."""

    labelled: LabelledArticle
    case: Case
    text: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found, by article id, and what was not, in words."""

    articles: dict[str, Source] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def without_texts(self) -> Sources:
        """Labels and answers only."""
        bare = {id_: replace(source, text=None) for id_, source in self.articles.items()}
        return replace(self, articles=bare)


def find_sources(
    score: Score,
    *,
    beside: Path | None = None,
    run: Path | None = None,
    corpus: Path | None = None,
    texts: Path | None = None,
    read: Callable[[Path], Predictions] = read_predictions,
) -> Sources:
    """Look where the score file says, then relative to the folder `beside`; or where one is told.

    `read`: how the run is read, as it was for the score.

    Raises no error for what is not there. The corpus has to have the hash of the score file, and
    an article has to come out as it did then.
    """
    if score.corpus is None:
        return Sources()
    try:
        labelled = load_corpus(_path(score.corpus.path, corpus, beside), texts=texts)
        if labelled.sha256 != score.corpus.sha256:
            return _nothing(f"the corpus at {labelled.path} has changed since it was scored")
        found = read(_path(score.run.path, run, beside))
    except ExtractorError as error:
        return _nothing(error.message)
    return _matching(score, labelled, found)


def _path(written: str, told: Path | None, beside: Path | None) -> Path:
    if told is not None:
        return told
    path = Path(written)
    if not path.exists() and beside is not None and (beside / path).exists():
        return beside / path
    return path


def _nothing(why: str) -> Sources:
    return Sources(notes=(f"Texts, names and dates are not shown: {why}.",))


def _matching(score: Score, corpus: Corpus, found: Predictions) -> Sources:
    cases, _ = build_cases(corpus, found, all_required=score.scorer.all_required)
    scored = {article.id: article for article in score.articles}
    pairs = zip(corpus.articles, cases, strict=True)
    sources = {
        one.id: Source(one, case, one.text if case.read_text is None else case.read_text)
        for one, case in pairs
        if one.id in scored and _outcome(article_score(case)) == _outcome(scored[one.id])
    }
    return Sources(sources, tuple(_gaps(sources, score.articles)))


def _outcome(article: ArticleScore) -> object:
    """What two scorings of one article have in common where nothing has changed."""
    return (
        article.status,
        [(pair.gold, pair.pred, pair.gold_title, pair.pred_title) for pair in article.pairs],
        [(lost.event, lost.title) for lost in (*article.missed, *article.extra)],
    )


def _gaps(sources: dict[str, Source], articles: Iterable[ArticleScore]) -> Iterator[str]:
    changed = sum(article.id not in sources for article in articles)
    if changed:
        yield (
            f"{count(changed, 'article')} would be scored otherwise today: the run or the scorer "
            "has changed; texts, names and dates of these are not shown."
        )
    bare = sum(source.text is None for source in sources.values())
    if bare:
        yield f"{count(bare, 'article')} without text: --texts says where texts are."
