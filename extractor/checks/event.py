"""One event of an answer read against its article: what holds of it, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extractor.checks.dates import DateWords, check_date, find_date_words
from extractor.checks.evidence import citable, meant_line, refused
from extractor.checks.figures import check_figures
from extractor.checks.findings import DropFinding, Finding
from extractor.checks.names import CheckedNames, check_names, names_of
from extractor.request import Request
from extractor.schema import When, WireEvent
from extractor.text.lines import Line

_CITE_LINES = "cite by their numbers the lines that state it; if none does, give it with lines []"
_LEAVE_OUT = "cite numbers of the lines above only"


@dataclass(frozen=True, slots=True)
class CheckedEvent:
    """What holds of an event. `drop`: why it cannot be kept, None where it can.

    `lines`: those that prove it. `names`, `details`: what is left of them, in the article's
    spelling. `findings`: what was left out, changed or not proven.
    """

    wire: WireEvent
    lines: tuple[Line, ...]
    when: When
    names: CheckedNames
    details: dict[str, Any]
    findings: tuple[Finding, ...]
    drop: DropFinding | None


def check_event(request: Request, wire: WireEvent) -> CheckedEvent:
    """Read one event against its article. Raises nothing for whatever an engine answers.

    The same event of an answer is read once: what was found wrong of it also serves its proof.
    """
    known = request.checked.get(id(wire))
    if not isinstance(known, CheckedEvent) or known.wire is not wire:
        known = request.checked[id(wire)] = _check(request, wire)
    return known


def _check(request: Request, wire: WireEvent) -> CheckedEvent:
    lines, findings = citable(request, wire.lines), []
    words = find_date_words(request, wire, lines)
    meant = _meant(request, wire, lines, words)
    if meant is not None:
        message = f"nothing of it stands in the cited lines, and all of it in line {meant.number}"
        other = ", ".join(map(str, wire.lines)) or None
        findings.append(Finding("invalid_line", message, other, _CITE_LINES))
        lines, words = (meant,), find_date_words(request, wire, (meant,))
    elif lines:
        findings.extend(_refused(request, wire))
    when, dated = check_date(request, wire, words, lines)
    names = check_names(request, wire, lines)
    details, undetailed = _details(request, wire, lines)
    return CheckedEvent(
        wire=wire,
        lines=lines,
        when=when,
        names=names,
        details=details,
        findings=(*findings, *dated, *names.findings, *undetailed),
        drop=_drop(request, wire, lines),
    )


def _meant(
    request: Request, wire: WireEvent, cited: tuple[Line, ...], words: DateWords | None
) -> Line | None:
    """The line that must have been meant instead of those cited, where that is certain."""
    if not wire.lines or words is None or words.line in cited:
        return None  # an event without any number is withdrawn: nothing was meant
    names = [request.words.find(name) for name in names_of(wire)]
    found = [standing for standing in names if standing is not None]
    return meant_line(request, cited, words.standing, found)


def _refused(request: Request, wire: WireEvent) -> list[Finding]:
    """Numbers that name no line of the article's own."""
    wrong = refused(request, wire.lines)
    if not wrong:
        return []
    message = "some of the cited lines are no lines of the article's own text"
    return [Finding("invalid_line", message, ", ".join(map(str, wrong)), _LEAVE_OUT)]


def _details(
    request: Request, wire: WireEvent, lines: tuple[Line, ...]
) -> tuple[dict[str, Any], list[Finding]]:
    if not wire.details:
        return {}, []
    clean = request.profile.clean_details(wire.details)
    remedy = "correct it or give null"
    findings = [Finding("invalid_details", problem, None, remedy) for problem in clean.problems]
    return clean.values, [*findings, *check_figures(request, clean.values, lines)]


def _drop(request: Request, wire: WireEvent, lines: tuple[Line, ...]) -> DropFinding | None:
    if not wire.lines and not lines:
        return DropFinding("no_evidence", "the answer cites no line for it", _CITE_LINES)
    if not lines:
        message = "none of the cited lines is a line of the article's own text"
        return DropFinding("no_evidence", message, _CITE_LINES)
    if wire.kind not in request.profile.kinds:
        remedy = f"use one of {', '.join(request.profile.kinds)}"
        return DropFinding("unknown_kind", f"the profile has no kind {wire.kind[:40]!r}", remedy)
    if not wire.title.strip():
        message = "the answer does not say what happened"
        return DropFinding("no_title", message, "say in title who did what")
    return None
