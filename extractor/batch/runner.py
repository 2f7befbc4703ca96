"""A batch: many articles into a run folder; started again, it goes on where it stopped."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from extractor.batch.item import extract_or_fail
from extractor.batch.pool import work_through
from extractor.batch.recording import recorded_answer
from extractor.engines.base import Engine
from extractor.errors import ProfileError, StopError
from extractor.prompts import Profile
from extractor.runs.identity import RunIdentity
from extractor.runs.outputs import mark_incomplete, write_outputs
from extractor.runs.registration import Registration, register
from extractor.runs.store import RunStore
from extractor.schema import Article, RunRecord
from extractor.text.inputs import Input, article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch runs: `concurrency` articles in flight, at most `limit` articles of the input.

    `keep_text` false leaves article texts and line tables out of the run's records.
    """

    concurrency: int = 8
    limit: int | None = None
    retry_failed: bool = False
    keep_text: bool = True


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What run.json says after the batch, and whether the user or an error ended it.

    `stopped`: the error that no article would have fared better with. `answered`: whether the
    engine had answered for any article of this start before.
    """

    run: RunRecord
    interrupted: bool
    stopped: StopError | ProfileError | None = None
    answered: bool = False


def run_into(
    folder: Path,
    inputs: Iterable[Input],
    *,
    engine: Engine,
    profile: Profile,
    options: BatchOptions,
    fresh: bool = False,
    command: Sequence[str] = (),
    on_progress: Callable[[str], None] = lambda status: None,
) -> BatchResult:
    """Read articles into a run folder; what an earlier start has read is not read again.

    `command` is the command line that goes on with the run. `on_progress` is told the status of
    each article as it is finished. Raises RunError where the folder cannot be used, and
    ProfileError, before anything is read or removed, where the engine cannot use the profile.
    """
    engine.check(profile)
    with RunStore(folder, run_identity(engine, profile), fresh=fresh) as store:
        store.put("command", list(command))
        batch = _Batch(store, engine, profile, options, on_progress)
        return asyncio.run(batch.run(iter(inputs)))


@dataclass(slots=True)
class _Feed:
    """The articles still to be read, pulled one by one; knows whether the input was used up."""

    store: RunStore
    inputs: Iterator[Input]
    options: BatchOptions
    used_up: bool = False
    limit_reached: bool = False

    def __iter__(self) -> Iterator[tuple[Registration, Input]]:
        for item in islice(self.inputs, self.options.limit):
            article = item if isinstance(item, Article) else None
            own_id = article_id(item) if isinstance(item, Article) else item.id
            entry = register(self.store, own_id, article, retry_failed=self.options.retry_failed)
            if entry.to_do:
                yield entry, item
        self.used_up = next(self.inputs, None) is None
        self.limit_reached = not self.used_up


def run_identity(engine: Engine, profile: Profile) -> RunIdentity:
    """What a run folder is tied to."""
    return RunIdentity(
        engine=engine.name,
        engine_fingerprint=engine.fingerprint,
        profile=profile.tag,
        profile_hash=profile.content_hash,
        parameters=dict(engine.parameters),
    )


@dataclass(slots=True)
class _Ending:
    """Whether the batch has to end: a signal or an error sets `stop`, what is in flight ends."""

    stop: asyncio.Event = field(default_factory=asyncio.Event)
    error: StopError | ProfileError | None = None
    answered: bool = False


@dataclass(frozen=True, slots=True)
class _Batch:
    """One start of a run: what it reads with, and where it keeps what it read."""

    store: RunStore
    engine: Engine
    profile: Profile
    options: BatchOptions
    on_progress: Callable[[str], None]
    ending: _Ending = field(default_factory=_Ending)

    async def run(self, inputs: Iterator[Input]) -> BatchResult:
        """Read the articles that the run does not have yet, and write its files.

        SIGINT and SIGTERM let what is in flight finish and then stop, and so does an error that
        no article would fare better with: the articles that met it stay to be read.
        """
        stop = self.ending.stop
        feed = _Feed(self.store, inputs, self.options)
        kinds = {kind: self.profile.general_kind(kind) for kind in self.profile.kinds}
        self.store.begin(kinds=kinds)
        if not self.options.keep_text:
            self.store.forget_texts()
        mark_incomplete(self.store)
        try:
            with _signals_set(stop):
                await work_through(
                    iter(feed), self._read, concurrency=self.options.concurrency, stop=stop
                )
        finally:
            await self.engine.aclose()
        complete = self.store.end(used_up=feed.used_up, limit_reached=feed.limit_reached)
        run = write_outputs(self.store, complete=complete)
        return BatchResult(
            run,
            interrupted=stop.is_set() and not complete and self.ending.error is None,
            stopped=self.ending.error,
            answered=self.ending.answered,
        )

    async def _read(self, entry_and_item: tuple[Registration, Input]) -> None:
        entry, item = entry_and_item
        item = _under_id(item, entry)
        try:
            result = await extract_or_fail(item, engine=self.engine, profile=self.profile)
        except (StopError, ProfileError) as error:
            self.ending.error = self.ending.error or error
            self.ending.stop.set()
            return
        record = result.record
        self.ending.answered |= result.wire is not None
        answer = recorded_answer(
            result, content_hash=entry.content_hash, identity=self.store.identity
        )
        if answer is not None:
            self.store.record_answer(answer.content_hash, answer.model_dump_json())
        if not self.options.keep_text:
            record = record.model_copy(update={"text": None, "lines": None})
        self.store.save(entry.position, record, result.events)
        self.on_progress(record.status)


def _under_id(item: Input, entry: Registration) -> Input:
    """The article under the id that it has in the run."""
    if isinstance(item, Article):
        return item.model_copy(update={"id": entry.article_id})
    return item


class _signals_set:  # noqa: N801  # reads as the statement that it is
    """While entered, the first SIGINT or SIGTERM sets an event instead of ending the process."""

    def __init__(self, stop: asyncio.Event) -> None:
        self._stop = stop
        self._handled: list[signal.Signals] = []

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self._on_signal)
            except (NotImplementedError, RuntimeError, ValueError):
                continue  # Windows, or not the main thread: the default handling stays
            self._handled.append(number)

    def _on_signal(self) -> None:
        self._stop.set()
        self._release()  # a second signal ends the process at once

    def _release(self) -> None:
        loop = asyncio.get_running_loop()
        for number in self._handled:
            loop.remove_signal_handler(number)
        self._handled.clear()

    def __exit__(self, *_: object) -> None:
        self._release()
