"""Which providers there are, where their servers are, and which variables hold their keys.

Knows names and addresses only; nothing is connected to here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from extractor.engines.llm.dialect import ChatMode, LimitKey
from extractor.engines.options import EngineOptions
from extractor.errors import BadKeyError, ConfigurationError

NO_KEY = "none"
"""What is sent to a server that wants no key: the client needs some text."""

_PLAIN_PORTS = {"http": 80, "https": 443}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A provider as a name before the first slash of `-m`.

    `base_url` None: it has to be given. `base_url_variable`: where it may also be given;
    `path` is then appended. `needs_key`: whether its own server wants a key. `priced_as`: its
    name in the price tables. `client`: who speaks to it.
    """

    base_url: str | None
    key_variable: str
    base_url_variable: str | None = None
    path: str = ""
    needs_key: bool = False
    mode: ChatMode = "json_schema"
    limit_key: LimitKey = "max_tokens"
    priced_as: str | None = None
    client: Literal["openai", "anthropic", "google"] = "openai"


PROVIDERS: Mapping[str, Provider] = {
    "openai": Provider(
        base_url="https://api.openai.com/v1",
        base_url_variable="OPENAI_BASE_URL",
        key_variable="OPENAI_API_KEY",
        needs_key=True,
        limit_key="max_completion_tokens",
        priced_as="openai",
    ),
    "azure": Provider(
        base_url=None,
        base_url_variable="AZURE_OPENAI_ENDPOINT",
        path="/openai/v1/",
        key_variable="AZURE_OPENAI_API_KEY",
        needs_key=True,
        limit_key="max_completion_tokens",
        priced_as="azure",
    ),
    "openrouter": Provider(
        base_url="https://openrouter.ai/api/v1",
        key_variable="OPENROUTER_API_KEY",
        needs_key=True,
        mode="tools",
        priced_as="openrouter",
    ),
    "ollama": Provider(base_url="http://127.0.0.1:11434/v1", key_variable="OLLAMA_API_KEY"),
    "vllm": Provider(base_url="http://127.0.0.1:8000/v1", key_variable="VLLM_API_KEY"),
    "llamacpp": Provider(base_url="http://127.0.0.1:8080/v1", key_variable="LLAMA_API_KEY"),
    "lmstudio": Provider(base_url="http://127.0.0.1:1234/v1", key_variable="LMSTUDIO_API_KEY"),
    "anthropic": Provider(
        base_url="https://api.anthropic.com",
        key_variable="ANTHROPIC_API_KEY",
        needs_key=True,
        mode="tools",
        priced_as="anthropic",
        client="anthropic",
    ),
    "google": Provider(
        base_url="https://generativelanguage.googleapis.com",
        key_variable="GEMINI_API_KEY",
        needs_key=True,
        mode="tools",
        priced_as="google",
        client="google",
    ),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is asked, with which key. `own`: the provider's own server."""

    provider: Provider
    model: str
    base_url: str
    key: str
    key_variable: str
    own: bool

    def __repr__(self) -> str:
        """Without the key: it must not reach any log or traceback."""
        return f"Endpoint({self.model!r} at {self.place})"

    @property
    def place(self) -> str:
        """`host:port` of the server."""
        address = urlsplit(self.base_url)
        return f"{address.hostname}:{address.port or _PLAIN_PORTS[address.scheme]}"


def find_endpoint(provider_name: str, model: str, options: EngineOptions) -> Endpoint:
    """The endpoint of `provider/model` under these options and the environment's variables.

    Raises ConfigurationError for an address that is none, BadKeyError where the provider's own
    server needs a key and there is none.
    """
    provider = PROVIDERS[provider_name]
    base_url = _base_url(provider_name, provider, options)
    if options.api_key_env is not None:
        check_variable(options.api_key_env)
    key_variable = options.api_key_env or provider.key_variable
    key = os.environ.get(key_variable, "").strip()
    own = provider.base_url is None or _host(base_url) == _host(provider.base_url)
    if not key and (options.api_key_env is not None or (provider.needs_key and own)):
        raise BadKeyError(
            f"no key for {_host(base_url)}: ${key_variable} is not set",
            hint=f"export {key_variable}=…, or name another variable with --api-key-env",
        )
    return Endpoint(provider, model, base_url, key or NO_KEY, key_variable, own)


def _base_url(name: str, provider: Provider, options: EngineOptions) -> str:
    variable = provider.base_url_variable
    from_environment = os.environ.get(variable, "").strip() if variable else ""
    if from_environment:
        from_environment = from_environment.rstrip("/") + provider.path
    base_url = options.base_url or from_environment or provider.base_url
    if not base_url:
        raise ConfigurationError(
            f"{name} has no address of its own", hint=f"set ${variable} or --base-url"
        )
    check_address(base_url)
    return base_url


def check_address(base_url: str) -> None:
    """Raise ConfigurationError for what is no http(s) address, or holds what may be a secret.

    A run keeps its command: what stands in the address would be kept with it. No client can
    append its paths to an address with a query anyway.
    """
    remedy = "put the key into a variable and name it with --api-key-env"
    if "?" in base_url or "#" in base_url:
        raise ConfigurationError("the address of the server holds a query", hint=remedy)
    try:
        address = urlsplit(base_url)
        sound = address.scheme in _PLAIN_PORTS and bool(address.hostname) and address.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise ConfigurationError(
            f"not the address of a server: {base_url!r}",
            hint="write it as https://host:port/v1",
        )
    if address.username or address.password:
        raise ConfigurationError(
            "the address of the server holds a user name or a password",
            hint=remedy,
        )


def check_variable(name: str) -> None:
    """Raise ConfigurationError for what is no variable's name, without repeating it."""
    if not _VARIABLE.fullmatch(name):
        raise ConfigurationError(
            "--api-key-env wants the name of a variable, and was given something else",
            hint="export MY_KEY=…, and give --api-key-env MY_KEY",
        )


def _host(base_url: str) -> str | None:
    return urlsplit(base_url).hostname
