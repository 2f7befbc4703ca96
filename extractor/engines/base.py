"""What every engine is: it gets a request for one article and gives a wire answer.

An engine reads and cites; it never cuts quotes, resolves the final date or checks itself. That
is done for all engines alike in `extractor.extract`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from extractor.prompts import Profile
from extractor.request import Request
from extractor.schema import Dropped, LineEntry, Usage, WireAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an engine answered, and what that took. `cost_usd` is None where unknown.

    `lines` and `engine`: the line table that the answer's numbers refer to, and the engine that
    gave it, where these are not the request's and the asked engine's own (a recorded answer).
    `partial`: why the answer is not whole, None where it is. `dropped`: events that it told and
    that are not in `wire`, for they did not have the form of one.
    """

    wire: WireAnswer
    lines: tuple[LineEntry, ...] | None = None
    engine: str | None = None
    partial: str | None = None
    dropped: tuple[Dropped, ...] = ()
    attempts: int = 1
    usage: Usage = field(default_factory=Usage)
    cost_usd: float | None = None


class Engine(Protocol):
    """Turns a request into an answer; raises EngineError where it cannot."""

    @property
    def name(self) -> str:
        """How the user calls it, as it stands in every event: `rules`, `provider/model`."""

    @property
    def fingerprint(self) -> str:
        """All that its answers depend on beside the request: version, model, parameters."""

    @property
    def parameters(self) -> Mapping[str, object]:
        """What of that the user may set, for the run's record; never a key or an address."""

    def check(self, profile: Profile) -> None:
        """Look at all that it needs of a profile, before any article. Raises ProfileError."""

    async def answer(self, request: Request) -> Answer:
        """Read one article."""

    async def aclose(self) -> None:
        """Give back what it holds: connections, a model in memory. Safe to call twice."""
