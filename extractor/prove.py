"""An engine's answer turned into events, each with the article's own words as evidence.

Cuts the quotes out of the stored text and keeps what the checks say holds. What cannot be proven
is dropped with its reason or flagged with an issue; nothing is silently lost, nothing invented.
"""

from __future__ import annotations

from collections import Counter

from extractor.checks import CheckedEvent, check_event, find_repeats
from extractor.checks.problems import REPEATED
from extractor.request import Request
from extractor.schema import Dropped, Event, Evidence, WireAnswer, event_id
from extractor.text.inputs import article_id
from extractor.text.lines import Line


def prove(
    request: Request, wire: WireAnswer, *, engine_name: str
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """Turn an engine's answer into events with evidence, in text order; and what was dropped.

    Every event of the answer is in one of the two. Raises nothing for whatever the answer holds.
    """
    checked = sorted((check_event(request, event) for event in wire.events), key=_text_order)
    repeats = find_repeats(checked)
    told = Counter[tuple[Line, ...]]()
    writer = _Writer(request, engine_name)
    events: list[Event] = []
    dropped: list[Dropped] = []
    for index, event in enumerate(checked):
        drop = REPEATED if index in repeats else event.drop
        if drop is not None:
            wire_event = event.wire
            title = wire_event.title or None
            dropped.append(Dropped(reason=drop.reason, title=title, lines=wire_event.lines))
        else:
            events.append(writer.event(event, ordinal=told[event.lines]))
            told[event.lines] += 1
    return tuple(events), tuple(dropped)


def _text_order(event: CheckedEvent) -> list[int]:
    return [line.start for line in event.lines] or [0]


class _Writer:
    """Writes the events of one article."""

    def __init__(self, request: Request, engine_name: str) -> None:
        self._text = request.article.text
        self._article_id = article_id(request.article)
        self._engine = engine_name
        self._profile = request.profile.tag

    def event(self, checked: CheckedEvent, *, ordinal: int) -> Event:
        """The event that was checked. `ordinal`: how many before it have the same lines."""
        cited = tuple(self._quote(line) for line in checked.lines)
        context = tuple(self._quote(line, context=True) for line in checked.names.context)
        return Event(
            id=event_id(self._article_id, cited, ordinal),
            article_id=self._article_id,
            title=checked.wire.title.strip(),
            summary=checked.wire.summary,
            kind=checked.wire.kind,
            status=checked.wire.status,
            when=checked.when,
            who=checked.names.who,
            where=checked.names.where,
            attribution=checked.names.attribution,
            evidence=(*cited, *context),
            details=checked.details,
            issues=tuple(finding.issue for finding in checked.findings),
            engine=self._engine,
            profile=self._profile,
        )

    def _quote(self, line: Line, *, context: bool = False) -> Evidence:
        quote = self._text[line.start : line.end]
        return Evidence(
            quote=quote, start=line.start, end=line.end, line=line.number, context=context
        )
