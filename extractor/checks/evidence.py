"""Which lines prove an event: those cited, those that they refer to, or the one that was meant.

Only shown lines of the article count; a number that names none of them proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.grounding import Standing
from extractor.request import Request
from extractor.text.lines import Line


def citable(request: Request, numbers: Iterable[int]) -> tuple[Line, ...]:
    """The cited lines that the engine was shown, in text order, each once."""
    return tuple(request.shown[number] for number in sorted(request.shown.keys() & set(numbers)))


def refused(request: Request, numbers: Iterable[int]) -> tuple[int, ...]:
    """The cited numbers that name furniture, another story's line, or no line at all."""
    return tuple(sorted(set(numbers) - request.shown.keys()))


def lines_referred_to(request: Request, cited: Sequence[Line]) -> frozenset[int]:
    """Numbers of the cited lines and of those that every line of an article refers to.

    These are headline, dateline and lead (the first body line): they name the story's place and
    chief actors, which later lines take up by "the town" and "they". On the labelled articles 97 %
    of the gold events' names stand in the cited lines or these (in the cited lines alone 77 %),
    99 % with the parts of names that `checks.names` accepts; of the names of the articles' other
    events, 13 %. With the line before each cited one it would be 100 % and 20 %.
    """
    return request.opening.union(line.number for line in cited)


def meant_line(
    request: Request, cited: Sequence[Line], date: Standing | None, names: Sequence[Standing]
) -> Line | None:
    """The one line that must have been meant where nothing of the event stands in those cited.

    Certain only where the date words and all the names stand together in exactly one line.
    """
    if date is None or not names:
        return None
    together = frozenset.intersection(date.lines, *(name.lines for name in names))
    anywhere = frozenset.union(date.lines, *(name.lines for name in names))
    if len(together) != 1 or any(line.number in anywhere for line in cited):
        return None
    (number,) = together
    return request.shown.get(number)
