"""The whole page: one file with its style and script inside, and a policy that forbids the network.

Fills templates with what was scored; every word of articles and labels is escaped on the way.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import jinja2

from evals.compare import Comparison, verdict
from evals.report.comparison import difference_words
from evals.report.contents import Report
from evals.report.html.article import ArticleView, article_view
from evals.report.html.plots import date_histogram, interval_plot
from evals.report.html.sources import Sources
from evals.report.measures import MeasureRow, date_rows, text_rows, usage_rows
from evals.report.words import (
    FEW_ARTICLES,
    FLOOR_MISSING,
    WORST_ARTICLES,
    count,
    headline,
    interval,
    notes,
    number,
    outside,
)
from evals.scorefile import F1, Metrics

ERROR_MEANINGS = {
    "missed": "gold that no prediction tells of",
    "merged": "gold told by a prediction that has a better partner",
    "extra": "a prediction that no gold tells of",
    "hallucinated": "a prediction whose evidence does not stand in the text",
    "duplicate": "a prediction of gold that has a better partner",
    "split": "as duplicate, with a part that the partner leaves out",
    "date": "a pair whose date is wrong",
}


@dataclass(frozen=True, slots=True)
class F1Row:
    """A line of the table of F1s. `role`: the system, what it is compared with, or agreement."""

    label: str
    role: str
    score: F1


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """An error class, how often it came, and the articles in which it did, worst first."""

    name: str
    meaning: str
    count: int
    articles: tuple[ArticleView, ...]


def html_report(report: Report, sources: Sources | None = None) -> str:
    """The page as text. `sources`: the texts and answers behind the score, as far as found."""
    found = sources or Sources()
    style, script = _read("style.css"), _read("script.js")
    views = _article_views(report, found)
    return _environment().get_template("page.html.j2").render(
        report=report,
        score=report.score,
        metrics=report.score.metrics,
        style=style,
        script=script,
        policy=_policy(style, script),
        headline=headline(report.score),
        notes=_notes(report, found),
        f1_tables=_f1_tables(report),
        comparison=report.baseline.comparison if report.baseline else None,
        errors=_errors(report.score.metrics, views),
        bins=date_histogram(report.score.articles),
        dates=_rows(date_rows(report.score.metrics.dates) if report.score.metrics.dates else ()),
        details=_rows(text_rows(report.score.metrics)),
        usage=_rows((*usage_rows(report.score.metrics.usage), *_latency(found))),
        views=views,
        worst=[view for view in views if view.lost][:WORST_ARTICLES],
        worse=_movers(views, worse=True),
        better=_movers(views, worse=False),
        tags=sorted({tag for view in views for tag in view.score.tags}),
    )  # fmt: skip


def _policy(style: str, script: str) -> str:
    """Only the style and the script of the page itself, by their hashes; no network at all."""
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _read(name: str) -> str:
    return files("evals.report.html").joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> jinja2.Environment:
    """The templates of this package, with escaping always on."""
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "number": number,
        "interval": interval,
        "interval_plot": interval_plot,
        "difference_words": difference_words,
        "verdict_words": verdict,
        "signed": _signed,
        "json": _json,
    }
    environment.globals |= {"FEW_ARTICLES": FEW_ARTICLES, "count": count}
    return environment


def _signed(value: float) -> str:
    """`+2`, `-0.5`."""
    return f"{value:+g}"


def _json(values: Sequence[str]) -> str:
    """A list for an attribute; a tag may hold any character."""
    return json.dumps(list(values), ensure_ascii=False)


def _notes(report: Report, found: Sources) -> list[str]:
    """What has to be known before the numbers are believed."""
    said = [*notes(report.score), outside(report.score) or "", *found.notes]
    said += [f"{one.name} is not compared: {one.reason}" for one in report.others if one.reason]
    if report.lacks_floor:
        said.append(FLOOR_MISSING)
    return [note for note in said if note]


def _f1_tables(report: Report) -> list[tuple[str, list[F1Row]]]:
    """Both measures, each for the system, what it is compared with, and annotators' agreement."""
    tables = (
        ("Event and date", [*_f1_rows(report, "event_date")]),
        ("Event", [*_f1_rows(report, "event")]),
    )
    return [(title, rows) for title, rows in tables if rows]


def _f1_rows(report: Report, measure: str) -> Iterator[F1Row]:
    listed = [(report.label(report.name, report.score), "system", report.score)]
    listed += [(report.label(one.name, one.score), "other", one.score) for one in report.others]
    if report.agreement:
        listed.append(("annotators' agreement", "agreement", report.agreement[1]))
    for label, role, score in listed:
        found = getattr(score.metrics, measure)
        if found is not None:
            yield F1Row(label, role, found)


def _rows(rows: Iterator[MeasureRow] | Sequence[MeasureRow]) -> list[MeasureRow]:
    return list(rows)


def _latency(found: Sources) -> Iterator[MeasureRow]:
    """Seconds per article, where the run's own records were found."""
    seconds = sorted(
        source.case.record.seconds for source in found.articles.values() if source.case.record
    )
    if seconds:
        middle, late = (seconds[_rank(len(seconds), share)] for share in (0.5, 0.95))
        yield ("seconds an article, median and 95th percentile", f"{middle:.2f}, {late:.2f}")


def _rank(amount: int, share: float) -> int:
    """Position of a percentile by nearest rank: the smallest with that share at or below it."""
    return max(0, -int(-amount * share // 1) - 1)


def _article_views(report: Report, found: Sources) -> list[ArticleView]:
    """All articles, those that lost most first."""
    changes = _changes(report.baseline.comparison if report.baseline else None)
    views = [
        article_view(
            position, article, found.articles.get(article.id), change=changes.get(article.id, 0.0)
        )
        for position, article in enumerate(report.score.articles, start=1)
    ]
    return sorted(views, key=lambda view: (-view.lost, view.score.id))


def _changes(comparison: Comparison | None) -> Mapping[str, float]:
    return {mover.id: mover.change for mover in comparison.movers} if comparison else {}


def _movers(views: Sequence[ArticleView], *, worse: bool) -> list[ArticleView]:
    """Articles that moved most against the baseline in one direction."""
    moved = [view for view in views if view.change and (view.change > 0) == worse]
    return sorted(moved, key=lambda view: (-abs(view.change), view.score.id))[:WORST_ARTICLES]


def _errors(metrics: Metrics, views: Sequence[ArticleView]) -> list[ErrorRow]:
    if metrics.errors is None:
        return []
    counts = {**metrics.errors.model_dump(), "date": sum(view.wrong_dates for view in views)}
    return [
        ErrorRow(
            name, meaning, counts[name], tuple(view for view in views if name in view.errors)
        )
        for name, meaning in ERROR_MEANINGS.items()
    ]  # fmt: skip
