"""Many phrases looked up at once: by their first letters, so that most text costs one look.

Knows no phrase itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONG, _SHORT = 4, 2  # letters that a phrase is looked up by, if so many of it are plain
_LEADING_MARKS = " •·*|>»›▶►→-–—[(“\"'«#"
_PLAIN = re.compile(r"(?:[^\W_]|\s(?=[^\W_]))+(?![?*{])|(?:[^\W_]|\s)+?(?=.[?*{])")


class PhraseBook:
    """Phrases that a text may begin with, or be.

    A phrase is a regular expression that begins with two plain letters or figures; `{a|b} c` at its
    beginning stands for `a c` and `b c`, `{a|} c` for `a c` and `c`. Case does not matter, nor do
    marks such as arrows before the text.
    """

    def __init__(
        self, phrases: str | Iterable[str], *, after: str = "", whole: bool = False
    ) -> None:
        """Make a book of phrases, one a line.

        `after`: what must follow each. `whole`: the text must be the phrase, no more.
        """
        self._whole = whole
        sources: dict[str, list[str]] = {}
        lines = phrases.strip().splitlines() if isinstance(phrases, str) else phrases
        for line in lines:
            for phrase in _expanded(line.strip()):
                sources.setdefault(phrase_key(phrase), []).append(phrase)
        self._patterns = {
            key: re.compile(f"(?:{'|'.join(each)}){after}", re.IGNORECASE)
            for key, each in sources.items()
        }

    @property
    def keys(self) -> frozenset[str]:
        """What its phrases begin with (see `may_begin`)."""
        return frozenset(self._patterns)

    def find(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of a text, after leading marks; None where there is none."""
        start = text[:_LONG].casefold()
        for key in (start[:_LONG], start[:_SHORT]):
            pattern = self._patterns.get(key)
            found = pattern and (pattern.fullmatch(text) if self._whole else pattern.match(text))
            if found:
                return found
        if not text or text[0].isalnum():
            return None
        bare = text.lstrip(_LEADING_MARKS)
        return self.find(bare) if bare and bare[0].isalnum() else None


def may_begin(text: str, keys: frozenset[str]) -> bool:
    """Whether a text begins with one of the keys of some phrases."""
    start = text[:_LONG].casefold()
    return start[:_LONG] in keys or start[:_SHORT] in keys


def phrase_key(phrase: str) -> str:
    """What a phrase (a regular expression) is looked up by: its first plain letters, 4 or 2."""
    found = _PLAIN.match(phrase)
    plain = found[0].casefold() if found else ""
    return plain[:_LONG] if len(plain) >= _LONG else phrase[:_SHORT].casefold()[:_SHORT]


def _expanded(phrase: str) -> list[str]:
    """A phrase for each choice at its beginning."""
    if not phrase.startswith("{"):
        return [phrase]
    choices, rest = [""], ""
    depth = 0
    for place, letter in enumerate(phrase[1:], start=1):
        depth += (letter in "({") - (letter in ")}")
        if depth < 0:
            rest = phrase[place + 1 :]
            break
        if letter == "|" and not depth:
            choices.append("")
        else:
            choices[-1] += letter
    return [whole for first in choices for whole in _expanded((first + rest).lstrip())]
