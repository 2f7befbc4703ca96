"""A report in Markdown: for a pull request, a terminal or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evals.compare import Comparison
from evals.report.comparison import difference_words
from evals.report.contents import Compared, Report
from evals.report.measures import date_rows, text_rows, usage_rows
from evals.report.words import (
    FEW_ARTICLES,
    FLOOR_MISSING,
    WORST_ARTICLES,
    headline,
    interval,
    notes,
    number,
    outside,
)
from evals.scorefile import F1, ArticleScore, Metrics, Score
from extractor.text.visible import visible

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#&~$"})
"""`&` would begin an entity, `~` strikes through, `$` is a formula in pull requests."""

_MENTION = "@\u200b"
"""A name after an at sign is no call for a person: a character of no width parts them."""


def report(contents: Report) -> str:
    """A report on one score, with those that it is compared with."""
    return "\n".join(_report(contents)) + "\n"


def _report(contents: Report) -> Iterator[str]:
    score = contents.score
    yield from (f"# {_plain(contents.name)}", "", _plain(headline(score)), "")
    for note in (*notes(score), outside(score), FLOOR_MISSING if contents.lacks_floor else None):
        if note:
            yield from (f"> {_plain(note)}", "")
    yield from _compared(contents)
    yield from _metrics(score.metrics)
    if score.slices:
        yield from ("## By tag", "", *_slices(score), "")
    yield from _worst_articles(score.articles)
    yield from ("## What was scored", "", *_provenance(score), "")


def _compared(contents: Report) -> Iterator[str]:
    """The system beside the others and the annotators, then the paired differences."""
    if not contents.others and not contents.agreement:
        return
    named = [(contents.name, contents.score)]
    named += [(other.name, other.score) for other in contents.others]
    rows = [_side_row(contents.label(name, score), score) for name, score in named]
    if contents.agreement:
        rows.append(_side_row("annotators' agreement", contents.agreement[1]))
    head = ("", "event and date F1", "95 %", "event F1", "95 %")
    yield from ("## Compared", "", *_table(head, rows), "")
    for other in contents.others:
        yield from _against(other)


def _side_row(name: str, score: Score) -> tuple[object, ...]:
    cells: list[object] = [_plain(name)]
    for found in (score.metrics.event_date, score.metrics.event):
        cells += [number(found.f1), interval(found)] if found else ["–", "–"]
    return tuple(cells)


def _against(other: Compared) -> Iterator[str]:
    name = _plain(other.score.run.engine or other.name)
    if other.comparison is None:
        yield from (f"> Not compared with {name}: {_plain(other.reason)}", "")
        return
    yield from (f"Against {name} ({_plain(other.name)}):", "")
    for measure, found in other.comparison.measures.items():
        yield f"- {measure.replace('_', ' and ')} F1 {difference_words(found)}"
    yield ""
    yield from _movers(other.comparison)


def _movers(comparison: Comparison) -> Iterator[str]:
    """Articles that moved most, those that got worse first."""
    worse = [mover for mover in comparison.movers if mover.change > 0][:WORST_ARTICLES]
    better = [mover for mover in reversed(comparison.movers) if mover.change < 0]
    moved = [*worse, *better[:WORST_ARTICLES]]
    if moved:
        rows = [(_plain(mover.id), f"{mover.change:+g}") for mover in moved]
        yield from (*_table(("article", "wrong events, change"), rows), "")


def _metrics(metrics: Metrics) -> Iterator[str]:
    if metrics.event and metrics.event_date:
        rows = [_f1_row("event and date", metrics.event_date), _f1_row("event", metrics.event)]
        head = ("", "TP", "FP", "FN", "precision", "recall", "F1", "95 %")
        yield from ("## Events", "", *_table(head, rows), "")
    if metrics.fields:
        field_head = ("field", "COR", "PAR", "INC", "MIS", "SPU", "precision", "recall", "F1")
        scores = [
            (name, s.cor, s.par, s.inc, s.mis, s.spu, *map(number, (s.precision, s.recall, s.f1)))
            for name, s in metrics.fields.items()
        ]
        yield from ("## Fields", "", *_table(field_head, scores), "")
    if metrics.errors:
        counted = metrics.errors.model_dump()
        yield from ("## Errors", "", *_table(tuple(counted), [tuple(counted.values())]), "")
    yield from ("## More", "", *_table(("measure", "value"), _details(metrics)), "")


def _f1_row(name: str, score: F1) -> tuple[object, ...]:
    numbers = map(number, (score.precision, score.recall, score.f1))
    return (name, score.tp, score.fp, score.fn, *numbers, interval(score))


def _details(metrics: Metrics) -> Iterator[tuple[object, ...]]:
    if metrics.dates:
        yield from date_rows(metrics.dates)
    yield from text_rows(metrics)
    yield from usage_rows(metrics.usage)


def _slices(score: Score) -> Iterable[str]:
    rows = [
        (
            _plain(tag) + (" (few)" if part.n < FEW_ARTICLES else ""),
            part.n,
            number(part.event_date.f1),
            interval(part.event_date),
            number(part.event.f1),
        )
        for tag, part in score.slices.items()
    ]
    return _table(("tag", "articles", "event and date F1", "95 %", "event F1"), rows)


def _worst_articles(articles: Iterable[ArticleScore]) -> Iterator[str]:
    """Those that lost most events, with the events."""
    lossy = [article for article in articles if article.fp + article.fn]
    lossy.sort(key=lambda article: (-(article.fp + article.fn), article.id))
    if not lossy:
        return
    yield from ("## Articles that lost most", "")
    for article in lossy[:WORST_ARTICLES]:
        counts = f"{article.tp} found, {article.fn} missed, {article.fp} too many"
        yield from (f"### {_plain(article.id)} ({article.status}): {counts}", "")
        for lost in (*article.missed, *article.extra):
            yield f"- {lost.error}: {_plain(lost.title)}"
        yield ""


def _provenance(score: Score) -> Iterator[str]:
    run, corpus, scorer = score.run, score.corpus, score.scorer
    rows: list[tuple[object, ...]] = [
        ("run", _plain(run.path)),
        ("engine", _plain(run.engine or "–")),
    ]
    rows.append(("profile", _plain(run.profile or "–")))
    if corpus:
        rows.append(("corpus", f"{_plain(corpus.path)}, sha256 {corpus.sha256}"))
    gates = f"gate {scorer.gate}, without spans {scorer.gate_without_spans}"
    rows.append(("scorer", f"version {scorer.version} (package {scorer.package}), {gates}"))
    yield from _table(("", ""), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield _row(head)
    yield _row(["---"] * len(head))
    for row in rows:
        yield _row(row)


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _plain(text: str) -> str:
    """Text of articles and file names as it is: no markup, no control of a terminal, one line."""
    return visible(" ".join(text.split())).translate(_SPECIAL).replace("@", _MENTION)
