"""Events as a Markdown timeline, every entry with the words that prove it."""

from __future__ import annotations

import re
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

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#|!~&])")


def write(events: Iterable[AnyEvent], out: TextIO) -> None:
    """A heading, then one item an event in order of time."""
    ordered = in_timeline_order(events)
    articles = len({event.article_id for event in ordered})
    out.write(f"# Timeline\n\n{len(ordered)} events from {articles} articles\n")
    for event in ordered:
        out.write("\n" + "\n".join(_item(event)) + "\n")


def _item(event: AnyEvent) -> list[str]:
    kind = kind_words(event)
    facts = [kind] if kind else []
    if event.who:
        facts.append("who: " + actor_words(event))
    if event.where:
        facts.append("where: " + ", ".join(place_words(place) for place in event.where))
    if event.attribution:
        facts.append("according to " + event.attribution)
    if event.details:
        facts.append(detail_words(event.details))
    lines = [f"- **{date_words(event.when)}** {_escape(event.title)}  "]
    if facts:
        lines.append("  " + _escape("; ".join(facts)))
    for quote in event.evidence:
        source = f"  > — {_escape(source_words(event, quote))}"
        words = [f"  > {_escape(quote.quote)}", "  >"] if quote.quote else []
        lines += ["", *words, source]
    return lines


def _escape(words: str) -> str:
    """Words of an article are data: no character of theirs is markup."""
    return _MARKUP.sub(r"\\\1", one_line(words))
