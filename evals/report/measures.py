"""The measures beside F1 as rows of name and value, the same in every form of the report."""

from __future__ import annotations

from collections.abc import Iterator

from evals.report.words import number
from evals.scorefile import DateScores, Metrics, UsageTotals

MeasureRow = tuple[str, str]


def date_rows(dates: DateScores) -> Iterator[MeasureRow]:
    """How dates of paired events are right and wrong."""
    yield ("dates exact, of pairs dated on both sides", f"{dates.exact} of {dates.n}")
    yield ("dates narrower or wider than right", str(dates.contained))
    yield ("dates right but for the year", str(dates.wrong_year))
    yield ("dates invented, missing", f"{dates.invented}, {dates.missing}")
    yield ("dates taken from the page view", str(dates.page_date_trap))
    yield ("median days off", "–" if dates.median_abs_days is None else f"{dates.median_abs_days}")


def text_rows(metrics: Metrics) -> Iterator[MeasureRow]:
    """Grounding, order, publication dates, empty articles, and how much the gate matters."""
    grounding = metrics.grounding
    yield ("evidence verbatim", f"{grounding.verbatim} of {grounding.n}")
    yield ("all names and date words in the text", f"{grounding.supported} of {grounding.n}")
    yield ("names that are not in the text", str(grounding.unsupported_names))
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


def usage_rows(usage: UsageTotals) -> Iterator[MeasureRow]:
    """Tokens, money and seconds of the whole run."""
    yield ("tokens", f"{usage.input_tokens:,} in, {usage.output_tokens:,} out")
    if usage.cached_tokens:
        yield ("tokens from the provider's cache", f"{usage.cached_tokens:,}")
    yield ("cost", "–" if usage.cost_usd is None else f"{usage.cost_usd:.4f} USD")
    yield ("seconds, summed over articles", f"{usage.seconds:.1f}")
    yield ("attempts", str(usage.attempts))
    yield ("articles failed", str(usage.failed))
