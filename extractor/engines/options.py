"""How engines that call a model reach it. Nothing here depends on a client library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["auto", "json_schema", "tools", "json", "md_json"]
"""How the answer's shape is asked for; `auto` chooses by endpoint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineOptions:
    """Settings of engines that call a model; `rules` and `replay` need none of them.

    `base_url`: of an OpenAI-compatible server, else OPENAI_BASE_URL. `api_key_env`: name of the
    variable that holds the key, else OPENAI_API_KEY. `timeout`: seconds for one call. `retries`:
    how often a call is repeated after a failure of transport. `price`: USD per million tokens,
    in and out; else from the price tables, else unknown.
    """

    base_url: str | None = None
    api_key_env: str | None = None
    mode: Mode = "auto"
    timeout: float = 120.0
    retries: int = 4
    price: tuple[float, float] | None = None
