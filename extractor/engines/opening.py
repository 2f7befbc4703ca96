"""From an engine's name to the engine."""

from __future__ import annotations

import difflib

from extractor.engines.base import Engine
from extractor.engines.options import EngineOptions
from extractor.engines.rules.engine import RulesEngine
from extractor.errors import UnknownEngineError

DEFAULT_ENGINE = "rules"


def open_engine(name: str, options: EngineOptions = EngineOptions()) -> Engine:  # noqa: B008  # frozen
    """The engine that the user names; nothing is connected to yet.

    Raises UnknownEngineError, ConfigurationError for options that lead nowhere, BadKeyError where
    a key is needed and there is none.
    """
    if name == "rules":
        return RulesEngine()
    kind, _, place = name.partition(":")
    if kind == "replay":
        from extractor.engines.replay import open_replay

        return open_replay(place)
    if kind == "gguf":
        from extractor.engines.local.opening import open_local

        return open_local(place, options)
    provider, slash, model = name.partition("/")
    if slash:
        from extractor.engines.llm.endpoints import PROVIDERS
        from extractor.engines.llm.opening import open_llm

        if provider in PROVIDERS and model:
            return open_llm(provider, model, options)
    raise _unknown(name)


def check_engine_name(name: str) -> None:
    """Raise UnknownEngineError where no engine has such a name; opens nothing, needs no key."""
    from extractor.engines.llm.endpoints import PROVIDERS

    kind, _, place = name.partition(":")
    provider, _, model = name.partition("/")
    in_a_file = kind in ("gguf", "replay") and place
    if name != "rules" and not in_a_file and not (provider in PROVIDERS and model):
        raise _unknown(name)


def _unknown(name: str) -> UnknownEngineError:
    from extractor.engines.llm.endpoints import PROVIDERS

    provider, slash, model = name.partition("/")
    if provider in PROVIDERS:
        return UnknownEngineError(f"no model named in {name!r}", hint=f"write {provider}/MODEL")
    known = [DEFAULT_ENGINE, *PROVIDERS]
    nearest = difflib.get_close_matches(provider, known, n=1)
    if nearest:
        meant = f"{nearest[0]}/{model}" if slash and nearest[0] in PROVIDERS else nearest[0]
        hint = f"did you mean {meant}?"
    else:
        providers = ", ".join(PROVIDERS)
        hint = (
            f"write {DEFAULT_ENGINE}, gguf:PATH, replay:RUN, or PROVIDER/MODEL with one of"
            f" {providers}"
        )
    return UnknownEngineError(f"no engine {name!r}", hint=hint)
