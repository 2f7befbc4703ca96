"""How engines that call a model reach it. Nothing here depends on a client library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["auto", "json_schema", "tools", "json", "md_json"]
"""How the answer's form is asked for; `auto` chooses by endpoint."""

MODES: tuple[Mode, ...] = ("auto", "json_schema", "tools", "json", "md_json")


TIMEOUT = 120.0
"""Seconds for one call of a server. A model inside this process takes as long as it takes."""

RETRIES = 4
"""How often a call is repeated after a failure of transport."""

MAX_TOKENS = 8192
"""Length limit of an answer in tokens; what is longer is asked for once more with more room."""

CONTEXT = 16_384
"""Tokens: instructions, an article of some thousand words and its answer, with room left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """Settings of engines that call a model; `rules` and `replay` need none of them.

    `base_url`: of an OpenAI-compatible server, else the provider's variable or its own server.
    `api_key_env`: name of the variable that holds the key, else the provider's. `timeout`:
    seconds for one call, else 120 for a server and no limit for a model inside this process.
    `retries`: how often a call is repeated after a failure of transport.
    `price`: USD per million tokens, in and out; else from the price tables, else unknown.
    `max_tokens`: length of an answer; one that reaches it is asked for once more with four times
    as many. It is there to end an answer that would never end. `context`: tokens that a model
    inside this process holds for one article, prompt and answer, if it was made for so many.
    """

    base_url: str | None = None
    api_key_env: str | None = None
    mode: Mode = "auto"
    timeout: float | None = None
    retries: int = RETRIES
    price: tuple[float, float] | None = None
    max_tokens: int = MAX_TOKENS
    context: int = CONTEXT
