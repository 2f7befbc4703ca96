"""A call repeated while it may still succeed: as long as the server asks, else ever longer.

Decides only when and how often; what a failure means is settled in `faults`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from extractor.engines.llm.faults import MAX_RETRY_AFTER, Fault

Result = TypeVar("Result")

_FIRST_PAUSE = 0.5  # seconds, as the openai client's own
_LONGEST_PAUSE = 30.0


async def with_retries(call: Callable[[], Awaitable[Result]], *, retries: int) -> Result:
    """The result of the call, repeated at most `retries` times. Raises its last Fault."""
    import tenacity  # here: only engines that call a model need it

    grow = tenacity.wait_exponential(multiplier=_FIRST_PAUSE, max=_LONGEST_PAUSE)
    spread = tenacity.wait_random(0, _FIRST_PAUSE)  # so that calls that failed together part

    def pause(state: tenacity.RetryCallState) -> float:
        fault = state.outcome.exception() if state.outcome else None
        asked = fault.wait if isinstance(fault, Fault) else None
        return min(asked, MAX_RETRY_AFTER) if asked is not None else (grow + spread)(state)

    attempts = tenacity.AsyncRetrying(
        stop=tenacity.stop_after_attempt(retries + 1),
        wait=pause,
        retry=tenacity.retry_if_exception(lambda e: isinstance(e, Fault) and e.retry),
        reraise=True,
    )
    return await attempts(call)
