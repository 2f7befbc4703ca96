"""One article as the page shows it: what became of it, its rows, its text with the evidence.

Gathers what the template prints; holds no markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from evals.cases import UNREAD, Case
from evals.report.html.highlight import Piece, pieces
from evals.report.html.rows import Located, Row, rows_of
from evals.report.html.sources import Source
from evals.scorefile import ArticleScore
from evals.tables import counts_of


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article for the template. `change`: wrong events more (above 0) or fewer than baseline."""

    anchor: str
    score: ArticleScore
    title: str
    link: str | None
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    pieces: tuple[Piece, ...]
    wrong_dates: int
    change: float

    @property
    def lost(self) -> int:
        """Events missed, too many, or wrongly dated."""
        return self.score.fp + self.score.fn + self.wrong_dates

    @property
    def is_failing(self) -> bool:
        """Whether anything of it is wrong, or it could not be read."""
        return self.lost > 0 or self.score.status in UNREAD

    @property
    def errors(self) -> list[str]:
        """Its error classes, each once."""
        lost = (*self.score.missed, *self.score.extra)
        return sorted({one.error for one in lost} | ({"date"} if self.wrong_dates else set()))


def article_view(
    position: int, article: ArticleScore, source: Source | None, *, change: float
) -> ArticleView:
    """The view of one article; `position` gives its anchor on the page."""
    located = rows_of(article, source)
    gold = source.labelled.article if source else None
    return ArticleView(
        anchor=f"open=a{position}",
        score=article,
        title=(gold.title if gold else None) or "",
        link=safe_link(gold.url) if gold else None,
        facts=_facts(source) if source else (),
        rows=tuple(one.row for one in located),
        pieces=_pieces(source, located),
        wrong_dates=counts_of(article, "event_date").fp - article.fp,
        change=change,
    )


def safe_link(url: str | None) -> str | None:
    """The address where it is one of the web, else None: `javascript:` and `data:` are no links."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _pieces(source: Source | None, located: Sequence[Located]) -> tuple[Piece, ...]:
    if source is None or source.text is None:
        return ()
    case = source.case
    gold = {one.row.number: case.gold[one.gold].spans for one in located if one.gold is not None}
    pred = {one.row.number: case.pred[one.pred].spans for one in located if one.pred is not None}
    return tuple(pieces(source.text, gold, pred))


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    gold = source.labelled.article
    told = " (told to the engine)" if gold.published_given else ""
    facts = [
        ("published", f"{gold.published}{told}" if gold.published else None),
        ("retrieved", gold.retrieved),
        ("source", gold.source),
        ("language", gold.language),
        *_usage(source.case),
    ]
    return tuple((name, value) for name, value in facts if value)


def _usage(case: Case) -> list[tuple[str, str | None]]:
    record = case.record
    if record is None:
        return []
    published = record.published.edtf if record.published else None
    tokens = f"{record.usage.input_tokens:,} in, {record.usage.output_tokens:,} out"
    return [
        ("published, by the run", published),
        ("tokens", tokens if record.usage.input_tokens else None),
        ("cost", None if record.cost_usd is None else f"{record.cost_usd:.4f} USD"),
        ("seconds", f"{record.seconds:.1f}"),
    ]
