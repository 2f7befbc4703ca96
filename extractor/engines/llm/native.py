"""Providers with an interface of their own, through instructor: Anthropic and Google.

Their client libraries are extras, imported only when one of them is asked for. What an answer
means is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any, Protocol

from extractor.engines.llm.completion import AnswerForm, Completion, Ledger, Message
from extractor.engines.llm.faults import Fault
from extractor.engines.llm.instructing import through_instructor
from extractor.engines.llm.retrying import with_retries
from extractor.errors import ConfigurationError


class Speaker(Protocol):
    """One provider's interface: how to send, what came back, what went wrong."""

    provider: str
    """instructor's name of the provider."""

    async def send(self, body: Mapping[str, Any]) -> Any:
        """Send a request in the provider's words. Raises Fault."""

    def read(self, answer: Any, ledger: Ledger) -> Completion:
        """The answer's text and how it ended, its tokens counted. Raises EngineError."""

    async def aclose(self) -> None:
        """Close the running loop's connections."""


class NativeCompleter:
    """Completes conversations with one model over one provider's own interface."""

    def __init__(
        self,
        speaker: Speaker,
        *,
        model: str,
        mode: str,
        retries: int,
        temperature: float | None,
    ) -> None:
        self._speaker = speaker
        self._model = model
        self._mode = mode
        self._retries = retries
        self._temperature = temperature

    @property
    def mode(self) -> str:
        """How the model is held to the form."""
        return self._mode

    async def complete(
        self, messages: Sequence[Message], *, form: AnswerForm, max_tokens: int, ledger: Ledger
    ) -> Completion:
        """Ask once. Raises EngineError where the model cannot or will not answer."""
        return await self._ask(messages, None, form, max_tokens, ledger)

    async def complete_again(
        self,
        messages: Sequence[Message],
        bad: Completion,
        *,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Ask once more by instructor's re-ask after an answer that does not have the form."""
        return await self._ask(messages, bad, form, max_tokens, ledger)

    async def _ask(
        self,
        messages: Sequence[Message],
        bad: Completion | None,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Ask; where the model has a temperature of its own, without one from then on."""
        temperature = self._temperature
        try:
            return await self._ask_at(temperature, messages, bad, form, max_tokens, ledger)
        except Fault as fault:
            said = (fault.rejection or "").casefold()
            if temperature is None or "temperature" not in said:
                raise fault.error from None
            self._temperature = None
        try:
            return await self._ask_at(None, messages, bad, form, max_tokens, ledger)
        except Fault as fault:
            raise fault.error from None

    async def _ask_at(
        self,
        temperature: float | None,
        messages: Sequence[Message],
        bad: Completion | None,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        async def ask(body: dict[str, Any]) -> Completion:
            async def call() -> Any:
                ledger.calls += 1
                return await self._speaker.send(body)

            answer = await with_retries(call, retries=self._retries)
            return self._speaker.read(answer, ledger)

        request: dict[str, Any] = {
            "model": self._model,
            "messages": [dict(message) for message in messages],
            "max_tokens": max_tokens,
        }
        if temperature is not None:
            request["temperature"] = temperature
        return await through_instructor(
            request, ask, form=form, mode=self._mode, provider=self._speaker.provider, bad=bad
        )

    async def aclose(self) -> None:
        """Close the running loop's connections."""
        await self._speaker.aclose()


def require_extra(extra: str, *modules: str) -> None:
    """Raise ConfigurationError with the command that installs what is missing."""
    if not all(_is_installed(module) for module in modules):
        raise ConfigurationError(
            f"models of {extra}/… need the extra {extra!r}",
            hint=f"pip install 'timeline-extractor[{extra}]'",
        )


def _is_installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package that the module is in
        return False
