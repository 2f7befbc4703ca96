"""From an engine's name to the engine."""

from __future__ import annotations

from extractor.engines.base import Engine
from extractor.engines.options import EngineOptions
from extractor.engines.rules.engine import RulesEngine
from extractor.errors import UnknownEngineError

DEFAULT_ENGINE = "rules"


def open_engine(name: str, options: EngineOptions = EngineOptions()) -> Engine:  # noqa: B008  # frozen
    """The engine that the user names. Raises UnknownEngineError."""
    if name == "rules":
        return RulesEngine()
    raise UnknownEngineError(
        f"no engine {name!r}",
        hint="this version has the offline engine `rules`; language models come with the next one",
    )
