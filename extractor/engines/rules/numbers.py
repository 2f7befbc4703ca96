"""Numbers of people as news tells them: "12", "twenty-one", "at least 1,200", "12 to 15".

Gives bounds and never a guess: vague words ("dozens", "several") give none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.dates.language import listed

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")
_RANGE = re.compile(r"(\d{1,9})[-–](\d{1,9})")
_UNIT_WORDS = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_UNITS = {word: value for value, word in enumerate(_UNIT_WORDS)}
_TEN_WORDS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_TENS = {word: 10 * value for value, word in enumerate(_TEN_WORDS, start=2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ARTICLES = frozenset({"a", "an"})

_FLOORS = (("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"))
_ABOVE = (("more", "than"), ("over",), ("above",), ("upwards", "of"))
_CEILINGS = (("up", "to"), ("as", "many", "as"), ("at", "most"), ("nearly",), ("almost",))
_BELOW = (("fewer", "than"), ("less", "than"), ("under",))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number told in words `first` up to but without `last`; None is an open end."""

    first: int
    last: int
    min: int | None
    max: int | None

    @property
    def bounds(self) -> dict[str, int | None]:
        """As it stands in the details of an event."""
        return {"min": self.min, "max": self.max}


def find_quantities(lower: Sequence[str]) -> list[Quantity]:
    """All numbers among words in small letters, in text order.

    A number told as about so many counts as it is told; "more than 12" begins at 13.
    """
    found: list[Quantity] = []
    index = 0
    while index < len(lower):
        quantity = _read_range(lower, index)
        if quantity:
            found.append(_with_modifier(lower, quantity))
        index = quantity.last if quantity else index + 1
    return found


def _read_range(lower: Sequence[str], index: int) -> Quantity | None:
    """One number, or two that "to" or "or" joins; a range backwards is no number."""
    joined = _RANGE.fullmatch(lower[index])
    if joined:
        low, high = int(joined[1]), int(joined[2])
        return Quantity(index, index + 1, low, high) if low < high else None
    number = _read_number(lower, index)
    if number is None:
        return None
    value, last = number
    if last < len(lower) and lower[last] in {"to", "or", "and"}:
        second = _read_number(lower, last + 1)
        between = lower[last] == "and" and lower[index - 1 : index] == ["between"]
        if second and value < second[0] and (between or lower[last] != "and"):
            return Quantity(index, second[1], value, second[0])
    return Quantity(index, last, value, value)


def _read_number(lower: Sequence[str], index: int) -> tuple[int, int] | None:
    """The number that begins at a word, and the word after it."""
    if index >= len(lower):
        return None
    word = lower[index]
    if _FIGURES.fullmatch(word):
        value, last = int(word.replace(",", "")), index + 1
    elif word in _ARTICLES and index + 1 < len(lower) and lower[index + 1] in _SCALES:
        value, last = 1, index + 1
    else:
        spelled = _spelled(word)
        if spelled is None:
            return None
        value, last = spelled, index + 1
    while last < len(lower) and lower[last] in _SCALES:
        value, last = value * _SCALES[lower[last]], last + 1
        rest = last + (lower[last : last + 1] == ["and"])
        small = _spelled(lower[rest]) if rest < len(lower) else None
        if small and value % 100 == 0 and lower[rest - 1 : rest + 1] != [lower[last - 1], "one"]:
            value, last = value + small, rest + 1
    return value, last


def _spelled(word: str) -> int | None:
    """The value of a word such as "seven", "forty", "twenty-one"."""
    if word in _UNITS:
        return _UNITS[word]
    tens, _, unit = word.partition("-")
    if tens not in _TENS:
        return None
    if not unit:
        return _TENS[tens]
    return _TENS[tens] + _UNITS[unit] if 0 < _UNITS.get(unit, 0) < 10 else None


def _with_modifier(lower: Sequence[str], quantity: Quantity) -> Quantity:
    """What stands before a number opens one of its ends."""
    first, last, low, high = quantity.first, quantity.last, quantity.min, quantity.max
    for modifiers, bounds in (
        (_FLOORS, (low, None)),
        (_ABOVE, ((low or 0) + 1, None)),
        (_CEILINGS, (None, high)),
        (_BELOW, (None, max(0, (high or 0) - 1))),
    ):
        for modifier in modifiers:
            start = first - len(modifier)
            if start >= 0 and tuple(lower[start:first]) == modifier:
                return Quantity(start, last, *bounds)
    return quantity
