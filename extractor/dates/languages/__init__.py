"""The languages whose date words are known. A language is a module of tables beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from extractor.dates.language import Language

MODULES: Mapping[str, str] = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "tr": "turkish",
    "ru": "russian",
    "ar": "arabic",
    "zh": "chinese",
}
"""Language code (ISO 639-1) -> module, which holds the tables under its name in capitals."""


@cache
def load_language(code: str) -> Language:
    """The tables of a language, read when they are first needed; KeyError for other codes."""
    name = MODULES[code]
    language: Language = getattr(import_module(f"{__name__}.{name}"), name.upper())
    return language
