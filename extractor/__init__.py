"""Timeline events from news articles, each proven by the article's own words.

The public names are loaded when they are first used, so that `import extractor` stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.api import Extractor
    from extractor.extract import Extraction
    from extractor.schema import Article, Event, PublicationDate

__version__ = "0.1.0"

_HOMES = {
    "Article": "extractor.schema",
    "Event": "extractor.schema",
    "Extraction": "extractor.extract",
    "Extractor": "extractor.api",
    "PublicationDate": "extractor.schema",
}

__all__ = ["Article", "Event", "Extraction", "Extractor", "PublicationDate", "__version__"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
