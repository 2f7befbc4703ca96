"""One client for each event loop, closed when its loop ends.

A client's connections belong to the loop that opened them: shared between loops they hang, left
open they leak. Knows nothing of what the client talks to.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary


class Closable(Protocol):
    """What a client has to have."""

    async def close(self) -> None:
        """Close its connections."""


Client = TypeVar("Client", bound=Closable)


class ClientPerLoop(Generic[Client]):
    """Makes a client when a loop first asks for one, and keeps it for that loop."""

    def __init__(self, make: Callable[[], Client]) -> None:
        self._make = make
        self._held: WeakKeyDictionary[
            asyncio.AbstractEventLoop, tuple[Client, AsyncGenerator[Client, None]]
        ] = WeakKeyDictionary()

    async def get(self) -> Client:
        """The running loop's client."""
        loop = asyncio.get_running_loop()
        if loop not in self._held:
            holder = self._hold()
            self._held[loop] = (await anext(holder), holder)
        return self._held[loop][0]

    async def _hold(self) -> AsyncGenerator[Client, None]:
        """Holds a client open. A loop closes the generators begun in it before it ends."""
        client = self._make()
        try:
            yield client
        finally:
            await client.close()

    async def aclose(self) -> None:
        """Close the running loop's client; the next use makes another."""
        held = self._held.pop(asyncio.get_running_loop(), None)
        if held is not None:
            await held[1].aclose()
