"""Events as a Markdown timeline, every entry with the words that prove it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from extractor.export.wording import (
    actor_words,
    date_words,
    in_timeline_order,
    one_line,
    place_words,
)
from extractor.schema import Event

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#|!~&])")


def write(events: Iterable[Event], out: TextIO) -> None:
    """A heading, then one item an event in order of time."""
    ordered = in_timeline_order(events)
    articles = len({event.article_id for event in ordered})
    out.write(f"# Timeline\n\n{len(ordered)} events from {articles} articles\n")
    for event in ordered:
        out.write("\n" + "\n".join(_item(event)) + "\n")


def _item(event: Event) -> list[str]:
    status = "" if event.status == "occurred" else f", {event.status}"
    facts = [f"{event.kind}{status}"]
    if event.who:
        facts.append("who: " + actor_words(event))
    if event.where:
        facts.append("where: " + ", ".join(place_words(place) for place in event.where))
    if event.attribution:
        facts.append("according to " + event.attribution)
    lines = [f"- **{date_words(event.when)}** {_escape(event.title)}  "]
    lines.append("  " + _escape("; ".join(facts)))
    for quote in event.evidence:
        source = _escape(f"{event.article_id}, line {quote.line}")
        lines += ["", f"  > {_escape(quote.quote)}", "  >", f"  > — {source}"]
    return lines


def _escape(words: str) -> str:
    """Words of an article are data: no character of theirs is markup."""
    return _MARKUP.sub(r"\\\1", one_line(words))
