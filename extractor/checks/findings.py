"""What a check finds wrong in one event of an answer. Says it; never repairs or drops anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.schema import Issue
from extractor.schema.event import IssueCode

DropCode = Literal["no_evidence", "unknown_kind", "no_title", "repeated"]
"""Why an event is not kept. Such a word begins the reason in `dropped` of its article."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that could not be proven, and what the engine could do about it.

    `message` says what is wrong, to people and to a model. `other` is the value that disagrees.
    `remedy` tells a model what to give instead; None where asking again can mend nothing.
    """

    code: IssueCode
    message: str
    other: str | None = None
    remedy: str | None = None

    @property
    def issue(self) -> Issue:
        """The finding as it stands in an event."""
        return Issue(code=self.code, message=self.message, other=self.other)


@dataclass(frozen=True, slots=True)
class DropFinding:
    """Why an event cannot be kept at all."""

    code: DropCode
    message: str
    remedy: str | None = None

    @property
    def reason(self) -> str:
        """The finding as it stands in `dropped`."""
        return f"{self.code}: {self.message}"
