"""Which language's date words to read a text with: as the caller says, else as the text tells."""

from __future__ import annotations

from extractor.dates.languages import MODULES
from extractor.text.language import DEFAULT, language_of

__all__ = ["DEFAULT", "choose_language"]


def choose_language(language: str | None, text: str) -> str:
    """The code of the tables to read `text` with.

    `language` is a BCP 47 tag, whose first part counts; without one, the text tells. A language
    without tables is read as English, whose figures are everybody's. Raises nothing.
    """
    if language and language.strip():
        code = language.strip().replace("_", "-").split("-")[0].lower()
        return code if code in MODULES else DEFAULT
    return language_of(text)
