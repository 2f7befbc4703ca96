from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from extractor.batch.pool import stream_results, work_through


def test_never_more_than_n_in_flight_and_never_fewer_while_there_is_work() -> None:
    in_flight, seen = 0, []

    async def work(item: int) -> None:
        nonlocal in_flight
        in_flight += 1
        seen.append(in_flight)
        await asyncio.sleep(0.001)
        in_flight -= 1

    asyncio.run(work_through(range(20), work, concurrency=4))
    assert len(seen) == 20
    assert max(seen) == 4


def test_items_are_pulled_only_when_there_is_room() -> None:
    pulled: list[int] = []
    finished: list[int] = []

    def items() -> Iterator[int]:
        for item in range(50):
            assert item - len(finished) <= 3, "pulled far ahead of the work"
            pulled.append(item)
            yield item

    async def work(item: int) -> None:
        await asyncio.sleep(0)
        finished.append(item)

    asyncio.run(work_through(items(), work, concurrency=3))
    assert sorted(finished) == list(range(50))


def test_stop_finishes_what_is_in_flight_and_pulls_no_more() -> None:
    started: list[int] = []
    finished: list[int] = []

    async def run() -> None:
        stop = asyncio.Event()

        async def work(item: int) -> None:
            started.append(item)
            if item == 4:
                stop.set()
            await asyncio.sleep(0.001)
            finished.append(item)

        await work_through(range(100), work, concurrency=2, stop=stop)

    asyncio.run(run())
    assert sorted(started) == sorted(finished)
    assert 5 <= len(finished) <= 7


def test_the_first_error_ends_the_rest() -> None:
    finished: list[int] = []

    async def work(item: int) -> None:
        if item == 3:
            raise ValueError("broken item")
        await asyncio.sleep(0.001)
        finished.append(item)

    with pytest.raises(ValueError, match="broken item"):
        asyncio.run(work_through(range(100), work, concurrency=2))
    assert len(finished) < 10


def test_an_error_of_the_items_is_raised() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("unreadable")

    async def work(item: int) -> None:
        await asyncio.sleep(0)

    with pytest.raises(OSError, match="unreadable"):
        asyncio.run(work_through(items(), work, concurrency=2))


def test_results_stream_as_they_complete() -> None:
    async def work(item: float) -> float:
        await asyncio.sleep(item)
        return item

    async def collect() -> list[float]:
        return [x async for x in stream_results([0.05, 0.001, 0.02], work, concurrency=3)]

    assert asyncio.run(collect()) == [0.001, 0.02, 0.05]


def test_a_slow_reader_holds_the_work_back() -> None:
    done: list[int] = []

    async def work(item: int) -> int:
        done.append(item)
        return item

    async def read_slowly() -> None:
        read = 0
        async for _ in stream_results(range(100), work, concurrency=4):
            read += 1
            await asyncio.sleep(0.001)
            assert len(done) <= read + 2 * 4
            if read == 30:
                break

    asyncio.run(read_slowly())
    assert len(done) < 50


def test_an_error_reaches_the_reader_of_the_stream() -> None:
    async def work(item: int) -> int:
        if item == 2:
            raise ValueError("broken item")
        return item

    async def collect() -> list[int]:
        return [x async for x in stream_results(range(5), work, concurrency=1)]

    with pytest.raises(ValueError, match="broken item"):
        asyncio.run(collect())
