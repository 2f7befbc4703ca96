"""An engine's answer turned into events, each with the article's own words as evidence.

Cuts the quotes out of the stored text, resolves the date words, looks every name up. What cannot
be proven is dropped with its reason or flagged with an issue; nothing is silently lost, nothing
silently invented.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from extractor import edtf
from extractor.dates.resolve import resolve
from extractor.grounding import contains, find_phrase, fold
from extractor.request import Request
from extractor.schema import (
    Actor,
    Dropped,
    Event,
    Evidence,
    Issue,
    Place,
    When,
    WireAnswer,
    WireEvent,
    event_id,
)
from extractor.text.inputs import article_id
from extractor.text.lines import Line


def prove(
    request: Request, wire: WireAnswer, *, engine_name: str
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """Turn an engine's answer into events with evidence, in text order; and what was dropped."""
    prover = _Prover(request, engine_name)
    cited = [(prover.evidence(event), event) for event in wire.events]
    in_text_order = sorted(cited, key=lambda item: [quote.start for quote in item[0]] or [0])
    events: list[Event] = []
    dropped: list[Dropped] = []
    for evidence, wire_event in in_text_order:
        reason = prover.reason_to_drop(evidence, wire_event, events)
        if reason:
            dropped.append(Dropped(reason=reason, title=wire_event.title, lines=wire_event.lines))
        else:
            events.append(prover.event(evidence, wire_event, events))
    return tuple(events), tuple(dropped)


class _Prover:
    """Checks the events of one answer against one article."""

    def __init__(self, request: Request, engine_name: str) -> None:
        self.request = request
        self.engine_name = engine_name
        self.text = request.article.text
        self.article_id = article_id(request.article)
        self.lines = {line.number: line for line in request.lines if line.shown}
        self.folded_text = fold(self.text)

    def evidence(self, wire: WireEvent) -> tuple[Evidence, ...]:
        """The quotes of the cited lines; numbers that no shown line has are left out."""
        numbers = sorted(set(wire.lines) & self.lines.keys())
        return tuple(self._quote(self.lines[number]) for number in numbers)

    def _quote(self, line: Line) -> Evidence:
        quote = self.text[line.start : line.end]
        return Evidence(quote=quote, start=line.start, end=line.end, line=line.number)

    def reason_to_drop(
        self, evidence: tuple[Evidence, ...], wire: WireEvent, before: list[Event]
    ) -> str | None:
        if not evidence:
            return "no_evidence: none of the cited lines is a line of the article's own text"
        if wire.kind not in self.request.profile.kinds:
            return f"unknown_kind: the profile has no kind {wire.kind!r}"
        if not wire.title.strip():
            return "no_title: the answer does not say what happened"
        if any(_repeats(event, evidence, wire) for event in before):
            return "repeated: the answer names the same happening twice"
        return None

    def event(self, evidence: tuple[Evidence, ...], wire: WireEvent, before: list[Event]) -> Event:
        cited = fold(" ".join(quote.quote for quote in evidence))
        when, date_issues = self._when(evidence, wire, before)
        who, who_issues = self._known_names([actor.name for actor in wire.who], cited)
        where, where_issues = self._known_names([place.name for place in wire.where], cited)
        return Event(
            id=event_id(self.article_id, evidence, _ordinal(evidence, before)),
            article_id=self.article_id,
            title=wire.title.strip(),
            summary=wire.summary,
            kind=wire.kind,
            status=wire.status,
            when=when,
            who=tuple(Actor(name=a.name, role=a.role) for a in wire.who if a.name in who),
            where=tuple(
                Place(name=place.name, within=self._within(place.within))
                for place in wire.where
                if place.name in where
            ),
            attribution=self._within(wire.attribution),
            evidence=evidence,
            issues=(*date_issues, *who_issues, *where_issues),
            engine=self.engine_name,
            profile=self.request.profile.tag,
        )

    def _known_names(self, names: list[str], cited: str) -> tuple[set[str], list[Issue]]:
        """Names that stand in the article; one that does not is left out and becomes an issue."""
        known: set[str] = set()
        issues: list[Issue] = []
        for name in dict.fromkeys(names):
            if not contains(self.folded_text, name):
                message = "a name of the answer does not stand in the article"
                issues.append(Issue(code="name_not_in_text", message=message, other=name))
                continue
            known.add(name)
            if not contains(cited, name):
                message = f"{name!r} does not stand in the cited lines"
                issues.append(Issue(code="not_in_evidence", message=message))
        return known, issues

    def _within(self, name: str | None) -> str | None:
        return name if name and contains(self.folded_text, name) else None

    def _when(
        self, evidence: tuple[Evidence, ...], wire: WireEvent, before: list[Event]
    ) -> tuple[When, list[Issue]]:
        """The date words as a date. The resolver's stands where its rule is exact."""
        if not wire.date_text:
            return self._model_date(None, wire.date, [])
        quoted, sentence, issues = self._date_words(evidence, wire.date_text)
        if quoted is None:
            return self._model_date(None, wire.date, issues)
        known, doubt = _last_day(before)
        resolution = resolve(
            quoted, self.request.published, sentence=sentence, known=known, doubt=doubt
        )
        when = resolution.when(quoted)
        if wire.date is None or wire.date == when.edtf:
            if when.edtf is None:
                message = resolution.reason or "the date words could not be resolved"
                issues.append(Issue(code="date_unresolved", message=message))
            return when, issues
        return self._weigh_dates(when, wire.date, resolution.exact, issues)

    def _date_words(
        self, evidence: tuple[Evidence, ...], words: str
    ) -> tuple[str | None, str, list[Issue]]:
        """The date words as the article writes them, the line they stand in, and issues."""
        for quote in evidence:
            span = find_phrase(quote.quote, words)
            if span:
                return quote.quote[slice(*span)], quote.quote, []
        for line in self.lines.values():
            sentence = self.text[line.start : line.end]
            span = find_phrase(sentence, words)
            if span:
                message = f"the date words {words!r} do not stand in the cited lines"
                return (
                    sentence[slice(*span)],
                    sentence,
                    [Issue(code="not_in_evidence", message=message)],
                )
        message = "the date words of the answer do not stand in the article"
        return None, "", [Issue(code="date_unresolved", message=message, other=words)]

    def _weigh_dates(
        self, resolved: When, model_date: str, exact: bool, issues: list[Issue]
    ) -> tuple[When, list[Issue]]:
        if resolved.edtf is None:
            return self._model_date(resolved.text, model_date, issues)
        kept = resolved if exact else _dated(resolved.text, model_date) or resolved
        other = model_date if kept is resolved else resolved.edtf
        message = "the engine and the resolver read the date words differently"
        return kept, [*issues, Issue(code="date_conflict", message=message, other=other)]

    def _model_date(
        self, words: str | None, model_date: str | None, issues: list[Issue]
    ) -> tuple[When, list[Issue]]:
        """The engine's own date, where there is nothing that could check it."""
        when = _dated(words, model_date) if model_date else None
        if when is None and model_date:
            message = "the engine's date is not a date"
            issues = [*issues, Issue(code="date_unresolved", message=message, other=model_date)]
        return when or When(text=words), issues


def _dated(words: str | None, model_date: str) -> When | None:
    try:
        return When(text=words, edtf=str(edtf.parse(model_date)), basis="context")
    except edtf.EdtfError:
        return None


def _repeats(event: Event, evidence: tuple[Evidence, ...], wire: WireEvent) -> bool:
    """Same lines, kind, words for the date, actors and places: told twice."""
    return (
        event.evidence == evidence
        and event.kind == wire.kind
        and event.title == wire.title.strip()
        and fold(event.when.text or "") == fold(wire.date_text or "")
    )


def _ordinal(evidence: tuple[Evidence, ...], before: list[Event]) -> int:
    """How many of the events before cite the very same spans."""
    return sum(event.evidence == evidence for event in before)


class _KnownDay(NamedTuple):
    """A day that `the next day` may count from, with its qualifier."""

    day: date | None = None
    doubt: edtf.Qualifier = ""


def _last_day(events: list[Event]) -> _KnownDay:
    """The day of the event right before, if it took place and is known to the day.

    `The next day` never counts from a plan, nor past an event whose day is not known.
    """
    if not events or events[-1].status not in ("occurred", "ongoing"):
        return _KnownDay()
    when = edtf.parse(events[-1].when.edtf) if events[-1].when.edtf else None
    if not isinstance(when, edtf.EdtfDate) or when.day is None:
        return _KnownDay()
    return _KnownDay(when.bounds.earliest, when.qualifier)
