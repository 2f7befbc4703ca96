"""Events as a timeline to be read in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import TextIO

from extractor.export.given import AnyEvent
from extractor.export.wording import (
    actor_words,
    date_words,
    detail_words,
    in_timeline_order,
    kind_words,
    one_line,
    place_words,
    source_words,
)
from extractor.text.visible import visible

_MARGIN = 26
"""Width of the date column: the longest common form, `2024-12-02 to 2024-12-04`, and two spaces."""
_WIDTH = 100


def write(events: Iterable[AnyEvent], out: TextIO) -> None:
    """One entry an event, in order of time: date, title, names, details, evidence, issues."""
    entries = ["\n".join(_entry(event)) for event in in_timeline_order(events)]
    out.write("\n\n".join(entries) + "\n" if entries else "no events\n")


def _entry(event: AnyEvent) -> list[str]:
    kind = kind_words(event)
    title = one_line(event.title) + (f" [{kind}]" if kind else "")
    dated = date_words(event.when)
    if len(dated) + 2 > _MARGIN:
        lines = [visible(dated), *_wrap(title)]
    else:
        lines = _wrap(title, first=visible(f"{dated:<{_MARGIN}}"))
    if event.who:
        lines += _wrap(f"who: {actor_words(event)}")
    if event.where:
        lines += _wrap("where: " + ", ".join(place_words(place) for place in event.where))
    if event.attribution:
        lines += _wrap(f"according to {event.attribution}")
    if event.details:
        lines += _wrap(detail_words(event.details))
    for quote in event.evidence:
        words = f"“{one_line(quote.quote)}” " if quote.quote else ""
        lines += _wrap(f"{words}({source_words(event, quote)})")
    for issue in event.issues:
        other = f": {issue.other}" if issue.other else ""
        lines += _wrap(f"! {issue.code}: {issue.message}{other}")
    return lines


def _wrap(words: str, *, first: str = " " * _MARGIN) -> list[str]:
    return textwrap.wrap(
        visible(one_line(words)),
        width=_WIDTH,
        initial_indent=first,
        subsequent_indent=" " * _MARGIN,
        break_long_words=False,
        break_on_hyphens=False,
    )
