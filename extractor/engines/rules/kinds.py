"""The kind of a harm whose cause another line tells: "Three people died" after a crash or a raid.

Looks at the lines around only; what a line itself tells is never overruled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.prompts import Profile

if TYPE_CHECKING:
    from extractor.engines.rules.events import Telling

_HARMFUL = frozenset({"attack", "clash", "accident", "disaster", "crime"})
"""Kinds of the general profile that kill and injure."""
_BACK, _AHEAD = 4, 2
"""Lines in which the cause is looked for: what was told before comes first."""


def settle_kinds(tellings: Iterable[Telling], profile: Profile) -> list[Telling]:
    """The tellings with the kind of the nearest harmful one where a line tells no cause."""
    told = list(tellings)
    causes = [
        (telling.event.lines[0], telling.event.kind)
        for telling in told
        if not telling.assumed and profile.general_kind(telling.event.kind) in _HARMFUL
    ]
    return [_settled(telling, causes) if telling.assumed else telling for telling in told]


def _settled(telling: Telling, causes: Sequence[tuple[int, str]]) -> Telling:
    line = telling.event.lines[0]
    before = [kind for number, kind in causes if 0 <= line - number <= _BACK]
    after = [kind for number, kind in causes if 0 < number - line <= _AHEAD]
    kind = before[-1] if before else after[0] if after else telling.event.kind
    return replace(telling, event=telling.event.model_copy(update={"kind": kind}))
