"""The date words of an event: where they stand, what they mean, and what the engine takes them for.

Code reads the words again. Where its rule is exact its date stands, else the engine's may; what
neither can know stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from extractor import edtf
from extractor.checks.findings import Finding
from extractor.checks.seen_from import heading_before, latest_told, stands_among_far_days
from extractor.checks.told_days import REACH, day_told_before
from extractor.dates.expressions import find_expressions
from extractor.dates.placing import (
    NO_EARLIER_EVENT,
    NO_PUBLICATION,
    NO_SUCH_DAY,
    NO_YEAR,
    TELLS_NO_DAY,
)
from extractor.dates.resolve import OUT_OF_CALENDAR, Resolution
from extractor.edtf import Bounds, Edtf, EdtfDate, EdtfInterval
from extractor.grounding import Standing, own_words, visible
from extractor.request import Request
from extractor.schema import When, WireEvent
from extractor.schema.event import Status
from extractor.text.lines import Line

_COPY = "copy date_text letter by letter from the lines, or give null where they do not date it"
_WORDS_FIRST = (
    "give in date_text the words of the lines that date it; without any, date is null too"
)
_FORM = "write date as 2024-12-06, 2024-12, 2024, 2024-12-02/2024-12-04 or ../2024-11-30, or null"
_CITE = "cite the line that dates it as well, or correct date_text"
_ENDINGS = ("st", "nd", "rd", "th", "er", "º", "ª")
"""What an article may write after the number of a day where an answer does not."""

UNDATED = When()

GUESSED_YEAR = "no year is told anywhere: a date with one is a guess"

_NO_DAY = (NO_SUCH_DAY, OUT_OF_CALENDAR, TELLS_NO_DAY)
"""Why words that a rule reads name no day at all."""

BARE_WEEKDAYS = frozenset({"weekday", "weekday_quoted", "weekdays"})


class DateWords(NamedTuple):
    """Date words as the article has them, in which line, and how often they stand elsewhere."""

    words: str
    line: Line
    standing: Standing


def find_date_words(request: Request, wire: WireEvent, cited: Sequence[Line]) -> DateWords | None:
    """The date words in the cited lines, else in the nearest line before them; None if nowhere."""
    if not wire.date_text:
        return None
    standing = _standing(request, wire.date_text)
    if standing is None or not standing.lines:
        return None
    lines = [request.shown[number] for number in sorted(standing.lines)]
    line = _nearest(lines, cited, request.article.text, wire.date_text)
    text = request.article.text[line.start : line.end]
    return DateWords(own_words(text, standing.words) or standing.words, line, standing)


def _standing(request: Request, words: str) -> Standing | None:
    found = request.words.find(words)
    if found is None and words[-1].isdigit():
        endings = (request.words.find(words + ending) for ending in _ENDINGS)
        return next(filter(None, endings), None)
    return found


def _nearest(lines: Sequence[Line], cited: Sequence[Line], text: str, words: str) -> Line:
    """A cited line that has the words as they are written, a cited line, the last one before."""
    numbers = {line.number for line in cited}
    own = [line for line in lines if line.number in numbers]
    if own:
        return next((line for line in own if words in text[line.start : line.end]), own[0])
    before = [line for line in lines if cited and line.number < cited[0].number]
    return before[-1] if before else lines[0]


def check_date(
    request: Request, wire: WireEvent, found: DateWords | None, cited: Sequence[Line]
) -> tuple[When, list[Finding]]:
    """When the event took place, and what was found wrong.

    `found`: its date words, see `find_date_words`; `cited`: the lines that prove it.
    """
    if not wire.date_text or not wire.date_text.strip():
        return UNDATED, _without_words(wire.date)
    if found is None:
        message = "the date words of the answer do not stand in the article"
        finding = Finding("date_unresolved", message, wire.date_text, _COPY)
        return UNDATED, [finding, *_without_words(wire.date)]
    findings = []
    if found.line not in cited and not _carries_over(request, found.line, cited):
        message = f"the date words {found.words!r} do not stand in the cited lines"
        findings.append(Finding("not_in_evidence", message, None, _CITE))
    when, weighed = _weigh(request, wire, found.words, _resolve(request, wire, found))
    if when.edtf and wire.lines and found.line.number < wire.lines[0]:
        when = when.model_copy(update={"basis": "context"})  # carried from an earlier line
    return when, [*findings, *weighed]


def _carries_over(request: Request, line: Line, cited: Sequence[Line]) -> bool:
    """Whether the cited lines refer to the date of an earlier line: no other is told since."""
    if not cited or line.number > cited[0].number:
        return False
    since = [
        each
        for each in request.shown.values()
        if line.number < each.number < cited[0].number or each in cited
    ]
    text = request.article.text
    return len(since) <= REACH and not any(
        find_expressions(text[each.start : each.end], language=request.language) for each in since
    )


def _resolve(request: Request, wire: WireEvent, found: DateWords) -> Resolution:
    """What date words mean in their line; `two days later` counts from the last day told before.

    That an event is a plan is the engine's reading: it knows future tense in any language.
    """
    stored = request.article.text[found.line.start : found.line.end]
    sentence, words = visible(stored), visible(found.words)
    plan = {"planned": True, "occurred": False}.get(wire.status)
    resolution = request.resolve(words, sentence=sentence, plan=plan)
    if resolution.basis == "relative":
        resolution = _seen_from_its_day(request, found, resolution, plan=plan)
    if resolution.edtf is None and resolution.reason == NO_EARLIER_EVENT:
        offset = found.line.start + max(stored.find(found.words), 0)
        known = day_told_before(request, offset)
        if known:
            counted = request.resolve(words, sentence=sentence, known=known.day, doubt=known.doubt)
            if _is_possible(request, wire, edtf.bounds_of(counted.edtf)):
                return counted
    return resolution


def _seen_from_its_day(
    request: Request, found: DateWords, resolution: Resolution, *, plan: bool | None
) -> Resolution:
    """Relative words under a heading that is a day count from it; beside far days none is exact."""
    heading = heading_before(request, found.line)
    if heading is not None:
        sentence = visible(request.article.text[found.line.start : found.line.end])
        words = visible(found.words)
        seen = request.resolve(words, sentence=sentence, plan=plan, published=heading)
        return seen if seen.edtf == resolution.edtf else replace(seen, exact=False)
    if resolution.exact and resolution.rule in BARE_WEEKDAYS:
        return replace(resolution, exact=not stands_among_far_days(request, found.line))
    return resolution


def _without_words(model_date: str | None) -> list[Finding]:
    """A date that no words of the article tell is a guess: it is told, never kept."""
    if not model_date:
        return []
    message = "the engine gives a date that no words of the article tell"
    return [Finding("date_unresolved", message, model_date, _WORDS_FIRST)]


def _weigh(
    request: Request, wire: WireEvent, words: str, resolution: Resolution
) -> tuple[When, list[Finding]]:
    """The resolver's date, or the engine's where that may stand (CONTRACT: `when.edtf`)."""
    resolved = resolution.when(words)
    if not wire.date:
        return resolved, _unresolved(resolution)
    try:
        model = edtf.parse(wire.date)
    except edtf.EdtfError:
        message = "the engine's date is not a date"
        finding = Finding("date_unresolved", message, wire.date, _FORM)
        return resolved, [*_unresolved(resolution), finding]
    possible = _is_possible(request, wire, model.bounds)
    if resolution.edtf is None:
        return _unchecked(request, words, resolution, model, possible=possible)
    if model.bounds == resolved.bounds:
        return resolved, []
    message = "the engine and the resolver read the date words differently"
    kept = _of_engine(resolved, resolution, model, request, wire.status) if possible else None
    other = str(model) if kept is None else resolved.edtf
    return kept or resolved, [Finding("date_conflict", message, other)]


def _unresolved(resolution: Resolution) -> list[Finding]:
    if resolution.edtf is not None:
        return []
    return [Finding("date_unresolved", resolution.reason or "the date words tell no date")]


def _unchecked(
    request: Request, words: str, resolution: Resolution, model: Edtf, *, possible: bool
) -> tuple[When, list[Finding]]:
    """Words that no rule reads: the engine's date stands, flagged; a guess never does.

    Where a rule read them and found that they name no day (31 June), the engine has none either.
    What only publication could tell is uncertain.
    """
    if not possible or resolution.reason in _NO_DAY:
        message = resolution.reason or "the date words tell no date"
        return resolution.when(words), [Finding("date_unresolved", message, str(model))]
    if not request.tells_year:
        return resolution.when(words), [Finding("date_unresolved", GUESSED_YEAR, str(model))]
    if resolution.reason in (NO_PUBLICATION, NO_YEAR):
        model = _doubtful(model)
    message = "no rule reads the date words: the date is the engine's own"
    return _dated(resolution, words, model), [Finding("date_unresolved", message)]


def _of_engine(
    resolved: When, resolution: Resolution, model: Edtf, request: Request, status: Status
) -> When | None:
    """The engine's date where it may stand against the resolver's; None where it may not.

    Never against an exact rule, nor where it says more than the words: a day for `early this
    week` is a guess.
    """
    if resolution.exact:
        return None
    relation = edtf.compare(model.bounds, resolved.bounds)
    if relation == "wider":
        return None if resolution.whole else _dated(resolution, resolved.text, model)
    if relation != "narrower":
        return _dated(resolution, resolved.text, model)
    trusted = request.published.trusted
    if _is_within_publication(resolved, model, trusted=trusted):
        return _dated(resolution, resolved.text, _doubtful(model))
    if _closes(resolved, model, status):
        return _dated(resolution, resolved.text, model)
    return None


def _is_within_publication(resolved: When, model: Edtf, *, trusted: bool) -> bool:
    """Whether a date lies in what only the bounds of publication limit: it may, as uncertain.

    The upper bound itself is the day on which the page was viewed.
    """
    if trusted or resolved.basis != "relative" or model.bounds.latest == resolved.latest:
        return False
    return resolved.precision == "unknown" or not isinstance(model, EdtfDate)


def _closes(resolved: When, model: Edtf, status: Status) -> bool:
    """Whether a date closes an open interval, at the same end.

    What took place `since Monday` or `began on Monday` and is told as over may be of that day.
    """
    if None not in resolved.bounds or None in model.bounds:
        return False
    if isinstance(model, EdtfDate):
        begins = model.bounds.earliest == resolved.earliest
        return status == "occurred" and begins and resolved.precision != "unknown"
    return _shares_end(model.bounds, resolved.bounds)


def _doubtful(model: Edtf) -> Edtf:
    """The same date as uncertain, at each end that it has."""
    if isinstance(model, EdtfDate):
        return replace(model, qualifier=model.qualifier or "?")
    start, end = model.start, model.end
    return EdtfInterval(
        replace(start, qualifier=start.qualifier or "?") if start else None,
        replace(end, qualifier=end.qualifier or "?") if end else None,
    )


def _shares_end(closed: Bounds, half_open: Bounds) -> bool:
    return closed.earliest == half_open.earliest or closed.latest == half_open.latest


def _is_possible(request: Request, wire: WireEvent, bounds: Bounds) -> bool:
    """Whether the event can be of these days: what is no plan did not begin after publication."""
    latest = latest_told(request)
    if wire.status == "planned" or latest is None:
        return True
    return bounds.earliest is None or bounds.earliest <= latest


def _dated(resolution: Resolution, words: str | None, model: Edtf) -> When:
    return When(
        text=words,
        edtf=str(model),
        basis="context",
        time_of_day=resolution.time_of_day,
        time=resolution.time,
        zone=resolution.zone,
    )
