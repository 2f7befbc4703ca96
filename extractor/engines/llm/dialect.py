"""How a server wants to be asked: the answer's form, the length limit, the temperature.

OpenAI-compatible servers differ in what they accept. What one of them rejects is learned from
its own words and left out from then on; nothing is learned from an error that names nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from extractor.engines.llm.completion import AnswerForm, Message

ChatMode = Literal["json_schema", "tools", "json", "md_json"]
LimitKey = Literal["max_tokens", "max_completion_tokens"]

FALLBACKS: dict[ChatMode, ChatMode] = {"json_schema": "tools", "tools": "json", "json": "md_json"}
"""What to try next where a server rejects a mode: from the surest form to the least sure."""

_FORM_WORDS = (
    "response_format",
    "json_schema",
    "json_object",
    "tool_choice",
    "tools",
    "function",
    "grammar",
    "schema",
    "structured output",
)
_WANTS_OTHER_LIMIT = "max_completion_tokens"
_LIMIT_WORDS = ("max_tokens", "max_completion_tokens", "in the completion", "output tokens")
_IN_WORDS = (
    "Answer with one JSON object and nothing else, in the form of this JSON Schema:\n{schema}"
)
_FENCED = "Put it between a line ```json and a line ```."


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What a request says beside its messages.

    `limit_key` None: the length is not limited by the request. `temperature` None: left to the
    server. `fixed_mode`: the user chose the mode, so that no other is tried.
    """

    mode: ChatMode
    fixed_mode: bool = False
    limit_key: LimitKey | None = "max_tokens"
    temperature: float | None = 0.0

    def body(
        self, model: str, messages: Sequence[Message], form: AnswerForm, max_tokens: int
    ) -> dict[str, Any]:
        """The request: model, messages, and what asks for the answer's form."""
        body: dict[str, Any] = {"model": model, "messages": list(messages)}
        if self.temperature is not None:
            body["temperature"] = self.temperature
        if self.limit_key is not None:
            body[self.limit_key] = max_tokens
        return self._ask_for(form, body)

    def _ask_for(self, form: AnswerForm, body: dict[str, Any]) -> dict[str, Any]:
        if self.mode == "json_schema":
            described = {"name": form.name, "strict": True, "schema": form.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": described}
        elif self.mode == "tools":
            described = {"name": form.name, "strict": True, "parameters": form.schema}
            body["tools"] = [{"type": "function", "function": described}]
            body["tool_choice"] = {"type": "function", "function": {"name": form.name}}
        else:
            body["messages"] = _told_in_words(body["messages"], form, fenced=self.mode != "json")
            if self.mode == "json":
                body["response_format"] = {"type": "json_object"}
        return body

    def learn(self, words: str) -> Dialect | None:
        """The dialect without what the server's words reject; None where they name nothing."""
        said = words.casefold()
        if self.temperature is not None and "temperature" in said:
            return replace(self, temperature=None)
        if self.limit_key == "max_tokens" and _WANTS_OTHER_LIMIT in said:
            return replace(self, limit_key="max_completion_tokens")
        if self.limit_key is not None and any(word in said for word in _LIMIT_WORDS):
            return replace(self, limit_key=None)
        if not self.fixed_mode and any(word in said for word in _FORM_WORDS):
            return replace(self, mode=FALLBACKS[self.mode]) if self.mode in FALLBACKS else None
        return None


def _told_in_words(messages: list[Message], form: AnswerForm, *, fenced: bool) -> list[Message]:
    """The messages with the schema at the end of the first, for servers that take no schema."""
    told = _IN_WORDS.format(schema=form.schema_text) + (f"\n{_FENCED}" if fenced else "")
    first, *rest = messages
    return [{**first, "content": f"{first['content']}\n\n{told}"}, *rest]
