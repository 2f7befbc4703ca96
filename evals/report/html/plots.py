"""Two small drawings as inline SVG: an interval on the scale from 0 to 1, and a bar.

They hold no text and no style, so that they scale with the page and obey its colours; the numbers
stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from evals.scorefile import F1, ArticleScore

_TICKS = (0, 25, 50, 75, 100)


def interval_plot(score: F1) -> Markup:
    """The point of an F1 and the line of its 95 % interval; empty where it has no value."""
    if score.f1 is None:
        return Markup("")
    drawn = [f'<rect class="tick" x="{at - 0.1:.1f}" width=".2" height="16"/>' for at in _TICKS]
    if score.ci95:
        low, high = (100 * end for end in score.ci95)
        drawn.append(
            f'<rect class="line" x="{low:.2f}" y="7" width="{high - low:.2f}" height="2"/>'
        )
    drawn.append(
        f'<rect class="point" x="{100 * score.f1 - 0.6:.2f}" y="2" width="1.2" height="12"/>'
    )
    return _svg("interval", 16, drawn)


def bar(share: float, *, right: bool) -> Markup:
    """A bar of a share (0 to 1) of the full width; `right` colours it as a right answer."""
    colour = "right" if right else "wrong"
    return _svg("bar", 10, [f'<rect class="{colour}" width="{100 * share:.2f}" height="10"/>'])


def _svg(name: str, height: int, drawn: Iterable[str]) -> Markup:
    """All that is drawn is made of numbers; no word of an article comes here."""
    head = f'<svg class="{name}" viewBox="0 0 100 {height}" preserveAspectRatio="none"'
    return Markup(f'{head} aria-hidden="true">{"".join(drawn)}</svg>')  # noqa: S704 - numbers only


@dataclass(frozen=True, slots=True)
class Bin:
    """How many pairs have a predicted date that is so far off."""

    label: str
    count: int
    plot: Markup


RIGHT = "right"
_BINS: tuple[tuple[str, float, float], ...] = (
    ("more than a year too early", float("-inf"), -366),
    ("32 to 365 days too early", -365, -32),
    ("8 to 31 days too early", -31, -8),
    ("2 to 7 days too early", -7, -2),
    ("a day too early", -1, -1),
    (RIGHT, 0, 0),
    ("a day too late", 1, 1),
    ("2 to 7 days too late", 2, 7),
    ("8 to 31 days too late", 8, 31),
    ("32 to 365 days too late", 32, 365),
    ("more than a year too late", 366, float("inf")),
)


def date_histogram(articles: Sequence[ArticleScore]) -> list[Bin]:
    """Pairs dated on both sides by signed days off; empty where the score file does not tell.

    A date that lies within the right one or around it is not so many days off: it has its own bin.
    """
    pairs = [p for a in articles for p in a.pairs if p.days_off is not None]
    if not pairs:
        return []
    days = [p.days_off for p in pairs if p.days_off is not None and p.fields.get("date") != "par"]
    counted = [(label, sum(low <= day <= high for day in days)) for label, low, high in _BINS]
    counted.append(("within the right date, or around it", len(pairs) - len(days)))
    most = max(count for _, count in counted)
    return [Bin(label, count, bar(count / most, right=label == RIGHT)) for label, count in counted]
