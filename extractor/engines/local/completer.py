"""A model inside this process as a completer: worker threads, cancelling, errors with a hint.

The model is loaded when the first article asks for it, once. No message holds article text.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from extractor.engines.llm.completion import AnswerForm, Completion, Ledger, Message
from extractor.engines.local.llama import LlamaModel, Room, Streamed
from extractor.errors import EngineError, ServerError, TimedOutError
from extractor.schema import Usage

TEMPERATURE = 0.0
"""The same article should give the same events."""

_ONCE_MORE = (
    "Your last answer did not have the form that was asked for. Answer once more, with one JSON"
    " object of that form and nothing else."
)


class LocalCompleter:
    """Completes conversations with the model at `path`, as many at a time as it has slots.

    `timeout`: seconds for one answer, from when a slot is free; None waits as long as it takes.
    """

    mode = "json_schema"

    def __init__(self, path: Path, *, room: Room, timeout: float | None = None) -> None:
        self._path = path
        self._room = room
        self._timeout = timeout
        self._workers: _Workers | None = None

    async def complete(
        self, messages: Sequence[Message], *, form: AnswerForm, max_tokens: int, ledger: Ledger
    ) -> Completion:
        """Ask once. Raises EngineError; UnknownModelError where the model cannot be loaded."""
        if self._workers is None:
            self._workers = _Workers(self._path, self._room)
        given_up = threading.Event()
        ledger.calls += 1
        request = _request(messages, form, max_tokens)
        try:
            streamed = await self._workers.ask(request, given_up, timeout=self._timeout)
        finally:
            given_up.set()  # a cancelled caller: the thread ends with the next token
        usage = _usage(streamed)
        ledger.usage += usage
        text = self._text(streamed)
        if streamed.finish != "length":
            return Completion(text)
        return Completion(text, "length" if usage.output_tokens >= max_tokens else "context")

    async def complete_again(
        self,
        messages: Sequence[Message],
        bad: Completion,
        *,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Ask once more after an answer that does not have the form.

        The bad answer is not repeated: the form is forced on the model, and it costs context.
        """
        *before, last = messages  # one message of the user: some templates want roles to alternate
        again: list[Message] = [*before, {**last, "content": f"{last['content']}\n\n{_ONCE_MORE}"}]
        return await self.complete(again, form=form, max_tokens=max_tokens, ledger=ledger)

    async def aclose(self) -> None:
        """End what is being answered and give the model's memory back. Safe to call twice."""
        workers, self._workers = self._workers, None
        if workers is not None:
            await asyncio.to_thread(workers.close)

    def _text(self, streamed: Streamed) -> str:
        if streamed.error is not None:
            raise self._failure(streamed.error)
        if streamed.stopped and self._workers is None:
            raise EngineError(f"{self._path.name} was closed before it had answered")
        if streamed.stopped:
            raise TimedOutError(
                f"{self._path.name} did not answer within {self._timeout:g} s",
                hint="allow more with --timeout, or use a smaller model",
            )
        return streamed.text

    def _failure(self, error: dict[str, Any]) -> EngineError:
        if error.get("type") == "exceed_context_size_error":
            needed, held = error.get("n_prompt_tokens"), error.get("n_ctx")
            return ServerError(
                f"the article is too long for {self._path.name}: {needed} tokens to read, and"
                f" room for {held}",
                hint="allow more with --context if the model can, or split the article",
            )
        return ServerError(f"llama.cpp failed with {self._path.name} ({error.get('type')})")


class _Workers:
    """A thread for each slot of the model; the first one that is asked loads it."""

    def __init__(self, path: Path, room: Room) -> None:
        self._path = path
        self._room = room
        self._model: LlamaModel | None = None
        self._loading = threading.Lock()
        self._closed = threading.Event()
        self._threads = ThreadPoolExecutor(room.slots, thread_name_prefix="gguf")

    async def ask(
        self, request: dict[str, Any], given_up: threading.Event, *, timeout: float | None
    ) -> Streamed:
        """Wait for a free thread, and for the model's answer in it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._ask, request, given_up, timeout)

    def close(self) -> None:
        """End what is being answered, then free the model."""
        self._closed.set()
        self._threads.shutdown(cancel_futures=True)
        self._model = None

    def _ask(
        self, request: dict[str, Any], given_up: threading.Event, timeout: float | None
    ) -> Streamed:
        with self._loading:
            if self._model is None:
                self._model = LlamaModel(self._path, self._room)
        end = None if timeout is None else time.monotonic() + timeout

        def stop() -> bool:
            late = end is not None and time.monotonic() > end
            return late or given_up.is_set() or self._closed.is_set()

        try:
            return self._model.chat(request, stop=stop)
        except ValueError:
            raise ServerError(
                f"llama.cpp cannot put the question to {self._path.name}",
                hint="its chat template may be missing or broken: try another GGUF of the model",
            ) from None


def _request(messages: Sequence[Message], form: AnswerForm, max_tokens: int) -> dict[str, Any]:
    described = {"name": form.name, "strict": True, "schema": form.schema}
    return {
        "messages": list(messages),
        "max_tokens": max_tokens,
        "temperature": TEMPERATURE,
        "response_format": {"type": "json_schema", "json_schema": described},
    }


def _usage(streamed: Streamed) -> Usage:
    usage = streamed.usage
    cached = (usage.get("prompt_tokens_details") or {}).get("cached_tokens", 0)
    return Usage(
        input_tokens=usage.get("prompt_tokens", 0),
        output_tokens=usage.get("completion_tokens", 0),
        cached_tokens=cached,
    )
