"""What passes between an article's conversation and whatever completes it.

Knows no provider and no client library: a hosted model, a local server and a model inside this
process all look like this from above.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Protocol, TypedDict

from extractor.prompts import Profile
from extractor.schema import Usage, WireAnswer

Finish = Literal["stop", "length", "context"]
"""Why the model ended: it was done, its length limit was reached, or its whole context is full."""


class Message(TypedDict):
    """One message of the conversation. The article is in `content`, always as a value."""

    role: Literal["system", "user"]
    content: str


@dataclass(frozen=True)
class AnswerForm:
    """The form that an answer has to have: a profile's wire model and its JSON Schema.

    Made once per profile: to make a validator and a schema costs more than to read an answer.
    """

    model: type[WireAnswer]

    @classmethod
    def of(cls, profile: Profile) -> AnswerForm:
        """The form of a profile's answers."""
        return cls(profile.wire_model())

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema as it is sent: closed objects, everything required."""
        return self.model.model_json_schema()

    @cached_property
    def schema_text(self) -> str:
        """The schema as text, for servers that can only be told about it in words."""
        return json.dumps(self.schema, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def name(self) -> str:
        """What the form is called towards the server."""
        return self.model.__name__


@dataclass(slots=True)
class Ledger:
    """What one article has taken so far: calls over the wire, failed ones too, and tokens.

    `counted` is false once a server has answered without telling the tokens.
    """

    calls: int = 0
    counted: bool = True
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer of a model as it came. `raw` is the client's own object, for a re-ask."""

    text: str
    finish: Finish = "stop"
    raw: Any = None


class Completer(Protocol):
    """Completes a conversation. Raises EngineError where the model cannot or will not answer."""

    @property
    def mode(self) -> str:
        """How the model is held to the form, after what its server has rejected so far."""

    async def complete(
        self, messages: Sequence[Message], *, form: AnswerForm, max_tokens: int, ledger: Ledger
    ) -> Completion:
        """Ask once; transport is repeated as often as the options allow."""

    async def complete_again(
        self,
        messages: Sequence[Message],
        bad: Completion,
        *,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        """Ask once more after an answer that does not have the form, saying what is wrong."""

    async def aclose(self) -> None:
        """Give back what it holds. Safe to call twice."""


def wire_hash() -> str:
    """Short hash of the wire schema's fixed part: answers of another schema are other answers."""
    schema = json.dumps(WireAnswer.model_json_schema(), sort_keys=True)
    return hashlib.sha256(schema.encode()).hexdigest()[:12]
