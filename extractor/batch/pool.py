"""Bounded concurrency: never more than N pieces of work in flight, never one task per item."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import TypeVar

from extractor.errors import StopError

Item = TypeVar("Item")
Result = TypeVar("Result")


async def work_through(
    items: Iterable[Item],
    work: Callable[[Item], Awaitable[None]],
    *,
    concurrency: int,
    stop: asyncio.Event | None = None,
) -> None:
    """Do the work for each item; an item is pulled only when there is room for it.

    Once `stop` is set no further item is pulled, and what is in flight is finished. The first
    error of `work` or of `items` cancels the rest and is raised.
    """
    source = iter(items)

    async def worker() -> None:
        while stop is None or not stop.is_set():
            try:
                item = next(source)
            except StopIteration:
                return
            await work(item)
            await asyncio.sleep(0)  # work that never waits must not keep the loop for itself

    try:
        async with asyncio.TaskGroup() as group:
            for _ in range(concurrency):
                group.create_task(worker())
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


async def stream_results(
    items: Iterable[Item], work: Callable[[Item], Awaitable[Result]], *, concurrency: int
) -> AsyncIterator[Result]:
    """Results in the order of completion.

    At most `concurrency` results wait for a slow reader; then no further item is pulled. A
    StopError of `work` is raised once what was in flight is finished and handed over.
    """
    results: asyncio.Queue[Result | None] = asyncio.Queue()
    room = asyncio.Semaphore(concurrency)
    stop = asyncio.Event()
    stopped: list[StopError] = []

    async def work_and_hand_over(item: Item) -> None:
        try:
            result = await work(item)
        except StopError as error:
            stopped.append(error)
            stop.set()
            return
        await room.acquire()
        results.put_nowait(result)

    workers = asyncio.create_task(
        work_through(items, work_and_hand_over, concurrency=concurrency, stop=stop)
    )
    workers.add_done_callback(lambda _: results.put_nowait(None))
    try:
        while (result := await results.get()) is not None:
            room.release()
            yield result
        await workers
        if stopped:
            raise stopped[0]
    finally:
        workers.cancel()
