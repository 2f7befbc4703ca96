"""Whether the names of an event stand in the article, and how the article spells them.

A name keeps the answer's form where the article has it so, else it takes the article's; a name
that the article does not have is left out, with a finding. No name is ever completed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractor.checks.evidence import lines_referred_to
from extractor.checks.findings import Finding
from extractor.grounding import Standing
from extractor.request import Request
from extractor.schema import Actor, Place, WireEvent
from extractor.text.lines import Line

_SHORTEST_PART = 4
"""Letters of a word that can stand for the name it is part of; shorter ones are `al` and `the`."""
_REMEDY = "copy it letter by letter from the lines, in its fullest form there, or leave it out"
_CITE = "cite the line that says so as well, or correct the name"


@dataclass(slots=True)
class CheckedNames:
    """Actors, places and source in the article's spelling, and what was found wrong.

    `context`: for each actor and place that no cited line names, the line before them that does.
    """

    who: tuple[Actor, ...] = ()
    where: tuple[Place, ...] = ()
    attribution: str | None = None
    context: tuple[Line, ...] = ()
    findings: list[Finding] = field(default_factory=list)


def names_of(wire: WireEvent) -> Iterator[str]:
    """The actors and places that an event names."""
    yield from (actor.name for actor in wire.who)
    yield from (place.name for place in wire.where)


def check_names(request: Request, wire: WireEvent, cited: Sequence[Line]) -> CheckedNames:
    """Look all names of an event up. `cited`: the lines that prove it."""
    look = _Look(request, cited)
    checked = CheckedNames(findings=look.findings)
    actors = dict.fromkeys((look.up(actor.name), actor.role) for actor in wire.who)
    places = dict.fromkeys(
        (look.up(place.name), look.up(place.within, lean=False)) for place in wire.where
    )
    checked.who = tuple(Actor(name=name, role=role) for name, role in actors if name)
    checked.where = tuple(Place(name=name, within=within) for name, within in places if name)
    checked.attribution = look.up(wire.attribution, lean=False)
    checked.context = look.context()
    look.note_what_is_not_cited(checked.context)
    return checked


class _Look:
    """Looks names up, and notes once what does not stand where it should."""

    def __init__(self, request: Request, cited: Sequence[Line]) -> None:
        self._request = request
        self._cited = {line.number for line in cited}
        self._support = lines_referred_to(request, cited)
        self._named_elsewhere: list[Standing] = []
        self.findings: list[Finding] = []

    def up(self, name: str | None, *, lean: bool = True) -> str | None:
        """The article's spelling of a name. `lean`: it has to stand in the evidence."""
        if not name or not name.strip():
            return None
        standing = self._request.words.find(name)
        if standing is None:
            message = "a name of the answer does not stand in the article"
            self._note(Finding("name_not_in_text", message, name, _REMEDY))
            return None
        if lean and not self._is_cited(standing):
            self._named_elsewhere.append(standing)
        return standing.words

    def context(self) -> tuple[Line, ...]:
        """The lines before the cited ones that name what these only refer to.

        The line that names most of it first, of equal ones the nearest. A name that stands after
        the cited lines alone, or in none that is shown, has no such line.
        """
        first = min(self._cited, default=0)
        before = (
            {number for number in standing.lines if number < first}
            for standing in self._named_elsewhere
        )
        open_, taken = [numbers for numbers in before if numbers], set[int]()
        while open_:
            named = Counter(number for numbers in open_ for number in numbers)
            best = max(named.items(), key=lambda item: (item[1], item[0]))[0]
            taken.add(best)
            open_ = [numbers for numbers in open_ if best not in numbers]
        return tuple(self._request.shown[number] for number in sorted(taken))

    def note_what_is_not_cited(self, context: Sequence[Line]) -> None:
        """Note the names that stand neither there nor in a line that every line refers to."""
        for standing in self._named_elsewhere:
            if standing.lines.isdisjoint(self._support):
                message = f"{standing.words!r} does not stand in the cited lines"
                line = next(
                    (each.number for each in context if each.number in standing.lines), None
                )
                where = f" but in line {line}" if line else ""
                self._note(Finding("not_in_evidence", message + where, None, _CITE))

    def _is_cited(self, standing: Standing) -> bool:
        """Whether a name stands in the cited lines, or a word of it: `Velik` for `Tomas Velik`."""
        if not standing.lines.isdisjoint(self._cited):
            return True
        words = (word for word in standing.words.split() if len(word) >= _SHORTEST_PART)
        parts = (self._request.words.find(word) for word in words)
        return any(part and part.lines & self._cited for part in parts)

    def _note(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)
