"""What is wrong with an answer, told so that a model can mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.event import CheckedEvent, check_event
from extractor.checks.findings import DropCode, DropFinding
from extractor.checks.publication import check_published
from extractor.checks.repeats import find_repeats
from extractor.request import Request
from extractor.schema import WireAnswer
from extractor.schema.event import IssueCode

REPEATED = DropFinding("repeated", "the answer names the same happening twice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with an event of an answer, or with its `published`.

    `event`: index of the event from 0, None for `published`. `message`: what is wrong, and what
    to give instead. `costs_event`: it is dropped if nothing changes.
    """

    event: int | None
    code: IssueCode | DropCode
    message: str
    costs_event: bool = False


def find_problems(request: Request, wire: WireAnswer) -> tuple[Problem, ...]:
    """All that is wrong with an answer and that another answer could mend, event by event.

    What the article leaves open (a weekday without a publication date) is no problem of the
    answer's and stands only in the event's issues. Raises nothing.
    """
    checked = [check_event(request, event) for event in wire.events]
    repeats = find_repeats(checked)
    problems: list[Problem] = []
    published = check_published(request, wire.published)
    if published is not None and published.remedy:
        message = f"{published.message}: {published.remedy}"
        problems.append(Problem(event=None, code=published.code, message=message))
    for index, event in enumerate(checked):
        problems.extend(_problems_of(index, event, repeated=index in repeats))
    return tuple(problems)


def _problems_of(index: int, event: CheckedEvent, *, repeated: bool) -> Sequence[Problem]:
    drop = REPEATED if repeated else event.drop
    if drop is not None:
        message = f"{drop.message}: {drop.remedy}" if drop.remedy else drop.message
        return [Problem(event=index, code=drop.code, message=message, costs_event=True)]
    return [
        Problem(
            event=index,
            code=finding.code,
            message=_told(finding.message, finding.other) + f": {finding.remedy}",
        )
        for finding in event.findings
        if finding.remedy
    ]


def _told(message: str, other: str | None) -> str:
    return message if other is None else f"{message} ({other[:120]!r})"
