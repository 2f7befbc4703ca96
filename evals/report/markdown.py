"""A report in Markdown: for a pull request, a terminal or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evals.report.words import (
    FEW_ARTICLES,
    WORST_ARTICLES,
    headline,
    interval,
    notes,
    number,
    outside,
)
from evals.scorefile import F1, ArticleScore, Metrics, Score

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#"})


def report(scores: Sequence[tuple[str, Score]]) -> str:
    """A report over score files, given with their names."""
    return "\n".join(line for name, score in scores for line in _report(name, score)) + "\n"


def _report(name: str, score: Score) -> Iterator[str]:
    yield from (f"# {_plain(name)}", "", _plain(headline(score)), "")
    for note in (*notes(score), outside(score)):
        if note:
            yield from (f"> {_plain(note)}", "")
    yield from _metrics(score.metrics)
    if score.slices:
        yield from ("## By tag", "", *_slices(score), "")
    yield from _worst_articles(score.articles)
    yield from ("## What was scored", "", *_provenance(score), "")


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
    grounding, usage = metrics.grounding, metrics.usage
    if dates := metrics.dates:
        yield ("dates exact, of pairs dated on both sides", f"{dates.exact} of {dates.n}")
        yield ("dates narrower or wider than right", dates.contained)
        yield ("dates right but for the year", dates.wrong_year)
        yield ("dates invented, missing", f"{dates.invented}, {dates.missing}")
        yield ("dates taken from the page view", dates.page_date_trap)
        yield ("median days off", "–" if dates.median_abs_days is None else dates.median_abs_days)
    yield ("evidence verbatim", f"{grounding.verbatim} of {grounding.n}")
    yield ("all names and date words in the text", f"{grounding.supported} of {grounding.n}")
    yield ("names that are not in the text", grounding.unsupported_names)
    if order := metrics.order:
        yield ("order (Kendall's tau-b)", f"{number(order.kendall_tau_b)} over {order.pairs} pairs")
    if published := metrics.published:
        found = f"{published.right}, {published.unknown}, {published.wrong} of {published.n}"
        yield ("publication date right, unknown, wrong", found)
    if empty := metrics.empty_articles:
        yield ("articles without events left empty", f"{empty.clean} of {empty.n}")
    if metrics.gates:
        gates = ", ".join(f"{number(f1)} at {gate}" for gate, f1 in metrics.gates.items())
        yield ("event F1 by gate of the alignment", gates)
    tokens = f"{usage.input_tokens:,} in, {usage.output_tokens:,} out"
    yield ("tokens", tokens)
    yield ("cost", "–" if usage.cost_usd is None else f"{usage.cost_usd:.4f} USD")


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
    """Text of articles and file names as it is: no markup, on one line."""
    return " ".join(text.split()).translate(_SPECIAL)
