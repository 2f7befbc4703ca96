"""The offline engine: finds events by a profile's vocabulary and the grammar of news English."""

from extractor.engines.rules.engine import RulesEngine

__all__ = ["RulesEngine"]
