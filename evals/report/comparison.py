"""A comparison of two runs as text: for a terminal and a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from evals.compare import Comparison, Difference, Mover, verdict
from evals.report.words import count, number
from evals.scorefile import RunInfo
from extractor.text.visible import visible

SHOWN_MOVERS = 10


def comparison_text(comparison: Comparison) -> str:
    """Headline, both measures, the articles that moved most, slices."""
    return "\n".join(map(visible, _lines(comparison))) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"A  {_runs(comparison.first)}"
    yield f"B  {_runs(comparison.second)}"
    corpus = comparison.corpus
    yield f"on {count(corpus.articles, 'article')} with {count(corpus.gold_events, 'gold event')}"
    yield ""
    for measure, difference in comparison.measures.items():
        yield f"{measure + ' F1':<14}{difference_words(difference)}"
    worse = [mover for mover in comparison.movers if mover.change > 0]
    better = [mover for mover in reversed(comparison.movers) if mover.change < 0]
    yield from _movers("worse in", worse)
    yield from _movers("better in", better)
    changed = {
        tag: part for tag, part in comparison.slices.items() if part.event_date.difference != 0
    }
    if changed:
        yield from ("", "by tag, event_date F1 (exploratory: one of twenty differs by chance)")
        for tag, part in changed.items():
            yield f"  {tag:<24}{part.n:>4}  {difference_words(part.event_date)}"


def difference_words(difference: Difference) -> str:
    """`.812 -> .833, +.021 (95 %: -.012 to +.055), p = .21: no difference shown …`."""
    parts = [f"{number(difference.first)} -> {number(difference.second)}"]
    if difference.difference is not None:
        parts.append(f"{difference.difference:+.3f}")
    if difference.ci95:
        low, high = difference.ci95
        parts[-1] += f" (95 %: {low:+.3f} to {high:+.3f})"
    if difference.p is not None:
        parts.append(f"p = {difference.p:.3f}" if difference.p >= 0.001 else "p < 0.001")
    return f"{', '.join(parts)}: {verdict(difference)}"


def _runs(runs: tuple[RunInfo, ...]) -> str:
    first = runs[0]
    name = f"{first.engine or 'a run'} ({first.profile or 'no profile'}), {first.path}"
    return name if len(runs) == 1 else f"{name}, mean of {len(runs)} repeats"


def _movers(head: str, movers: list[Mover]) -> Iterator[str]:
    if not movers:
        return
    yield from ("", f"{head} {count(len(movers), 'article')}")
    for mover in movers[:SHOWN_MOVERS]:
        yield f"  {mover.id:<32} {_counts(mover.first)} -> {_counts(mover.second)}"


def _counts(counts: tuple[float, float, float]) -> str:
    found, extra, missed = (f"{value:g}" for value in counts)
    return f"{found} found, {missed} missed, {extra} too many"
