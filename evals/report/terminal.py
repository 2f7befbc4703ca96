"""A score as a short table for the terminal."""

from __future__ import annotations

from rich.console import Group
from rich.markup import escape
from rich.table import Table

from evals.report.words import headline, interval, notes, number
from evals.scorefile import F1, FieldScore, Score
from extractor.text.visible import visible


def summary(score: Score) -> Group:
    """Headline, notes, events and fields; something that rich can print."""
    metrics = score.metrics
    parts: list[str | Table] = [escape(visible(headline(score))), *map(escape, notes(score))]
    if metrics.event and metrics.event_date and metrics.fields:
        table = Table(box=None, pad_edge=False)
        for column in ("", "precision", "recall", "F1", "95 %"):
            table.add_column(column, justify="left" if column == "" else "right")
        _add(table, "event and date", metrics.event_date)
        _add(table, "event", metrics.event)
        for name, field in metrics.fields.items():
            _add(table, name, field)
        parts.append(table)
    return Group(*parts)


def _add(table: Table, name: str, score: F1 | FieldScore) -> None:
    sure = interval(score) if isinstance(score, F1) else ""
    table.add_row(name, *map(number, (score.precision, score.recall, score.f1)), escape(sure))
