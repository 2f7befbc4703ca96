"""A model that is asked in OpenAI's chat form, wherever it runs.

Learns how the server wants to be asked, repeats what may succeed, counts what it takes. What the
article says or what an answer means is not known here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from extractor.engines.llm.completion import AnswerForm, Completion, Ledger, Message
from extractor.engines.llm.dialect import Dialect
from extractor.engines.llm.faults import Fault, Server
from extractor.engines.llm.instructing import through_instructor
from extractor.engines.llm.retrying import with_retries
from extractor.errors import RefusedError
from extractor.schema import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion

_SHOWN_AGAIN = 1500  # characters of a bad answer that a re-ask shows beside what is wrong in it
_ERROR_ADDRESS = re.compile(r"\n +For further information visit \S+")


class Transport(Protocol):
    """Sends one request in OpenAI's chat form and returns its completion. Raises Fault."""

    async def create(self, **body: Any) -> ChatCompletion:
        """Send the request."""

    async def aclose(self) -> None:
        """Give back what it holds. Safe to call twice."""


class ChatCompleter:
    """Completes conversations with one model over one transport."""

    def __init__(
        self, transport: Transport, *, server: Server, dialect: Dialect, retries: int
    ) -> None:
        self.dialect = dialect
        self._transport = transport
        self._server = server
        self._retries = retries

    @property
    def mode(self) -> str:
        """How the model is held to the form, after what its server has rejected so far."""
        return self.dialect.mode

    async def complete(
        self, messages: Sequence[Message], *, form: AnswerForm, max_tokens: int, ledger: Ledger
    ) -> Completion:
        """Ask once. Raises EngineError where the model cannot or will not answer."""
        return await self._ask(messages, [], form, max_tokens, ledger)

    async def complete_again(
        self,
        messages: Sequence[Message],
        bad: Completion,
        *,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Ask once more by instructor's re-ask: it tells each mode's model what is wrong.

        instructor is handed the bad answer as if it had just asked for it. Of its own request
        only the last two messages are sent (the answer, cut, and the fault), so that a re-ask
        stays about as large as the first call.
        """

        async def ask(request: dict[str, Any]) -> Completion:
            added = [_cut(message) for message in request["messages"][-2:]]
            return await self._ask(messages, added, form, max_tokens, ledger)

        return await through_instructor(
            {"messages": [{"role": "user", "content": ""}]},
            ask,
            form=form,
            mode=self.dialect.mode,
            bad=bad,
        )

    async def _ask(
        self,
        messages: Sequence[Message],
        added: list[dict[str, Any]],
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Send the messages, in the dialect that the server accepts."""
        while True:
            dialect = self.dialect
            body = dialect.body(self._server.model, messages, form, max_tokens)
            body["messages"] += added

            async def call(body: dict[str, Any] = body) -> ChatCompletion:
                ledger.calls += 1
                return await self._transport.create(**body)

            try:
                return self._completion(await with_retries(call, retries=self._retries), ledger)
            except Fault as fault:
                if not self._learns(dialect, fault):
                    raise fault.error from None

    def _learns(self, asked_in: Dialect, fault: Fault) -> bool:
        """Whether there is another dialect to ask in; others may have learned it meanwhile."""
        if fault.rejection is None:
            return False
        if self.dialect == asked_in:
            self.dialect = asked_in.learn(fault.rejection) or asked_in
        return self.dialect != asked_in

    def _completion(self, answer: ChatCompletion, ledger: Ledger) -> Completion:
        """The answer's text, and how it ended. Raises RefusedError or FilteredError."""
        _count(answer, ledger)
        choice = answer.choices[0]
        message = choice.message
        if choice.finish_reason == "content_filter":
            raise self._server.filtered()
        calls = message.tool_calls or []
        called = getattr(calls[0], "function", None) if calls else None
        text = called.arguments if called is not None else message.content or ""
        if getattr(message, "refusal", None) and not text:
            hint = "ask another model, or reword the profile"
            raise RefusedError(f"{self._server.model} refused to answer", hint=hint)
        cut = choice.finish_reason == "length"
        return Completion(text, "length" if cut else "stop", raw=answer)

    async def aclose(self) -> None:
        """Give back the transport's connections."""
        await self._transport.aclose()


def _count(answer: ChatCompletion, ledger: Ledger) -> None:
    """Add the answer's tokens to the ledger, before instructor changes them in place."""
    usage = answer.usage
    if usage is None:
        ledger.counted = False
        return
    cached = getattr(usage.prompt_tokens_details, "cached_tokens", None) or 0
    ledger.usage += Usage(
        input_tokens=usage.prompt_tokens or 0,
        output_tokens=usage.completion_tokens or 0,
        cached_tokens=cached,
    )


def _cut(message: dict[str, Any]) -> dict[str, Any]:
    """A message of the re-ask without what costs tokens and tells nothing."""
    cut = dict(message)
    if isinstance(cut.get("content"), str):
        limit = _SHOWN_AGAIN if cut["role"] == "assistant" else 2 * _SHOWN_AGAIN
        cut["content"] = _ERROR_ADDRESS.sub("", cut["content"])[:limit]
    if cut.get("tool_calls"):
        cut["tool_calls"] = [_readable_call(call) for call in cut["tool_calls"]]
    return cut


def _readable_call(call: dict[str, Any]) -> dict[str, Any]:
    """A tool call whose arguments are JSON: some servers read them again, and fail."""
    arguments = call["function"]["arguments"]
    try:
        json.loads(arguments)
    except ValueError:
        arguments = "{}"
    if len(arguments) > _SHOWN_AGAIN:
        arguments = "{}"
    return {**call, "function": {**call["function"], "arguments": arguments}}
