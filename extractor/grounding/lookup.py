"""The lines of one article, folded once, in which the names of its events are looked up.

Says where words stand and how the article spells them. What stands in no line is never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from extractor.grounding.folding import find_folded, fold, fold_letters, own_words

_BETWEEN = "\0"
"""Stands between lines while they are folded together; no stored text holds it."""
_ALPHABET_THAT_INFLECTS = re.compile(r"[\u0370-\u052f]")
"""Greek and Cyrillic: their languages decline names."""
_LANGUAGES_THAT_INFLECT = frozenset(
    "bs cs de et fi hr hu is lt lv pl ro sk sl sq tr az kk uz".split()  # noqa: SIM905  # a table
)
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
_CUT_FROM_STEM = 2
_OPENERS = frozenset(
    "the a an on in at el la los las le les der die das den dem am im".split()  # noqa: SIM905
)
"""Words that an answer may put before a name or a date, where the article has none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How words stand in an article: in its spelling, and in which lines (numbers).

    `lines` is empty where they stand in nothing but furniture.
    """

    words: str
    lines: frozenset[int]


class LineWords:
    """Looks words up in the lines of one article; the same words are looked up only once."""

    def __init__(
        self, lines: Sequence[tuple[int, str]], *, text: str, language: str | None = None
    ) -> None:
        """`lines`: number and words of each shown line, those first whose spelling counts most.

        `text`: the whole article, with its furniture. `language`: a BCP 47 tag, if it is known.
        """
        self._numbers = [number for number, _ in lines]
        self._texts = [words for _, words in lines]
        self._text = text
        code = (language or "")[:2].lower()
        self._declines = code in _LANGUAGES_THAT_INFLECT
        self._elides = code != "en"  # an English apostrophe is the possessive, which folding drops
        self._known: dict[str, Standing | None] = {}

    def find(self, words: str) -> Standing | None:
        """Where `words` stand, as whole words; None where the article does not have them."""
        if words not in self._known:
            self._known[words] = self._find(words)
        return self._known[words]

    def _find(self, words: str) -> Standing | None:
        wanted = fold(words)
        if not wanted:
            return None
        found = self._whole(words, wanted)
        opener, _, rest = wanted.partition(" ")
        if found is None and rest and opener in _OPENERS:
            found = self._whole(" ".join(words.split()[1:]), rest)
        inflected = self._inflected(wanted)
        if found and inflected:  # the cited line may have the name in another case
            return Standing(found.words, found.lines | inflected.lines)
        return found or inflected or self._anywhere(words, wanted)

    def _whole(self, words: str, wanted: str) -> Standing | None:
        found = self._folded.lines_with(wanted)
        if self._elides or not found:
            cut = self._cut_at_apostrophes.lines_with(wanted)
            found += [index for index in cut if index not in found]
        return self._standing(words, found) if found else None

    def _standing(self, words: str, indexes: Sequence[int]) -> Standing:
        """The words as they are, where a line has them so; else as the first line spells them."""
        spelt = words
        if not any(words in self._texts[index] for index in indexes):
            spelt = own_words(self._texts[indexes[0]], words) or words
        return Standing(" ".join(spelt.split()), frozenset(self._numbers[i] for i in indexes))

    def _inflected(self, wanted: str) -> Standing | None:
        """Words that differ in their endings only, where the language declines its names.

        In the spelling of the first of them, with the lines of all.
        """
        if not (self._declines or _ALPHABET_THAT_INFLECTS.search(wanted)):
            return None
        pattern = r"(?<!\w)" + " ".join(map(_stem, wanted.split()))
        forms = dict.fromkeys(re.findall(pattern, self._folded.text))
        standing = [found for form in forms if (found := self._whole(form, form))]
        if not standing:
            return None
        lines = frozenset[int]().union(*(each.lines for each in standing))
        return Standing(standing[0].words, lines)

    def _anywhere(self, words: str, wanted: str) -> Standing | None:
        """Across the end of a line, or in furniture."""
        start = find_folded(self._folded.text.replace("\n", " "), wanted)
        if start >= 0:
            own = own_words("\n".join(self._texts), words) or words
            ends = (start, start + len(wanted) - 1)
            lines = frozenset(self._numbers[self._folded.line_at(place)] for place in ends)
            return Standing(own, lines)
        if find_folded(self._folded_text, wanted) < 0:
            return None
        return Standing(own_words(self._text, words) or words, frozenset())

    @cached_property
    def _folded(self) -> _FoldedLines:
        return _FoldedLines(self._texts, apostrophe="")

    @cached_property
    def _cut_at_apostrophes(self) -> _FoldedLines:
        return _FoldedLines(self._texts, apostrophe=" ")

    @cached_property
    def _folded_text(self) -> str:
        return fold(self._text)


class _FoldedLines:
    """Lines folded in one pass, each ended by a line break, which no folded words hold."""

    def __init__(self, texts: Sequence[str], *, apostrophe: str) -> None:
        folded = fold_letters(_BETWEEN.join(texts), apostrophe=apostrophe)
        lines = [" ".join(line.split()) for line in folded.split(_BETWEEN)]
        self.text = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def line_at(self, place: int) -> int:
        """Index of the line that holds a place of the text."""
        return bisect_right(self._starts, place) - 1

    def lines_with(self, wanted: str) -> list[int]:
        """Indexes of the lines that hold the folded words."""
        found: list[int] = []
        start = find_folded(self.text, wanted)
        while start >= 0:
            found.append(self.line_at(start))
            start = find_folded(self.text, wanted, self._starts[found[-1] + 1])
        return found


def _stem(word: str) -> str:
    """A pattern for the word with another ending."""
    keep = max(len(word) - _CUT_FROM_STEM, _SHORTEST_STEM)
    if len(word) < _SHORTEST_STEM:
        return re.escape(word) + r"(?!\w)"
    ending = _LONGEST_ENDING + len(word) - min(keep, len(word))
    return re.escape(word[:keep]) + rf"\w{{0,{ending}}}(?!\w)"
