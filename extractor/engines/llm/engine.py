"""The engine `provider/model`: one language model, asked about one article at a time.

Renders the prompt, holds the conversation, counts what it takes. Never cuts quotes nor settles
dates; never keeps an article.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.engines.base import Answer
from extractor.engines.llm.completion import AnswerForm, Completer, Ledger, Message, wire_hash
from extractor.engines.llm.conversation import Conversation
from extractor.engines.llm.pricing import Pricer
from extractor.errors import EngineError
from extractor.prompts import Profile
from extractor.prompts.probing import check_prompt
from extractor.prompts.rendering import render
from extractor.request import Request

VERSION = "llm/1"
"""Changes when the same model would be asked in another way."""


class LlmEngine:
    """Asks a completer about articles; one for hosted models, servers, models in this process.

    `parameters`: what the answers depend on beside the article and the profile.
    """

    def __init__(
        self,
        name: str,
        completer: Completer,
        *,
        parameters: Mapping[str, object],
        max_tokens: int,
        price: Pricer,
    ) -> None:
        self.name = name
        self._completer = completer
        self._max_tokens = max_tokens
        self._price = price
        self._parameters = parameters
        self._forms: dict[str, AnswerForm] = {}

    @property
    def fingerprint(self) -> str:
        """Version, model, parameters and wire schema; neither the key nor the address."""
        parts = {**self.parameters, "wire": wire_hash()}
        words = (
            f"{key}={value:g}" if isinstance(value, float) else f"{key}={value}"
            for key, value in parts.items()
        )
        return " ".join([VERSION, *words])

    @property
    def parameters(self) -> Mapping[str, object]:
        """Model, mode, temperature and the like, as they are in the fingerprint."""
        return {**self._parameters, "max_tokens": self._max_tokens}

    def check(self, profile: Profile) -> None:
        """Raises ProfileError for templates that fail, or that leave lines of an article out."""
        check_prompt(profile)

    @property
    def mode(self) -> str:
        """How the model is held to the form, after what its server has rejected so far."""
        return self._completer.mode

    async def answer(self, request: Request) -> Answer:
        """Read one article. Raises EngineError; its `spent` says what was paid for nothing."""
        ledger = Ledger()
        conversation = Conversation(
            request=request,
            messages=_messages(request),
            form=self._form(request.profile),
            completer=self._completer,
            max_tokens=self._max_tokens,
            ledger=ledger,
        )
        try:
            heard = await conversation.answer()
        except EngineError as error:
            error.spent = {**error.spent, **self._spent(ledger)}
            raise
        return Answer(
            wire=heard.wire,
            partial=heard.partial,
            dropped=heard.dropped,
            **self._spent(ledger),
        )

    def _form(self, profile: Profile) -> AnswerForm:
        form = self._forms.get(profile.content_hash)
        if form is None:
            form = self._forms[profile.content_hash] = AnswerForm.of(profile)
        return form

    def _spent(self, ledger: Ledger) -> dict[str, Any]:
        cost = self._price(ledger.usage) if ledger.counted else None
        return {"attempts": ledger.calls, "usage": ledger.usage, "cost_usd": cost}

    async def aclose(self) -> None:
        """Close the connections of the running loop; the engine can be used again."""
        await self._completer.aclose()


def _messages(request: Request) -> list[Message]:
    told = render(
        request.profile,
        article=request.article,
        lines=request.lines,
        published=request.published,
    )
    return [{"role": "system", "content": told.system}, {"role": "user", "content": told.user}]
