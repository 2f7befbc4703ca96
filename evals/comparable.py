"""An event as the scorer sees it, the same from either side: folded words, spans, possible dates.

Knows labels and predictions; holds no measure of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.utils import default_process

from evals.predictions import PredictedEvent, PredictedName
from evals.spans import Spans
from extractor.edtf import Bounds, bounds_of
from extractor.grounding import fold
from extractor.schema import GoldEvent
from extractor.schema.gold import GoldActor, GoldPlace

Names = tuple[frozenset[str], ...]
"""Actors or places: for each, all folded forms of its name that count as right."""

_REMEMBERED = 65_536
"""The same few names and dates stand in most events of an article."""

_ARTICLES = frozenset(
    {"the", "a", "an"}
    | {"el", "la", "los", "las", "un", "una", "unos", "unas", "le", "les", "une", "des"}
    | {"der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer"}
)
"""English, Spanish, French, German: `the old pier` and `old pier` are one name."""

_ELIDED = re.compile(r"[ld]['’](?=\w)", re.IGNORECASE)

_bounds = lru_cache(maxsize=_REMEMBERED)(bounds_of)


class ComparableEvent(NamedTuple):
    """One gold or predicted event. A tuple: made in half the time of a frozen dataclass.

    `key` names it in the score file: a gold event by its position in the label file, a predicted
    one by its id, else by its position. None for `who`, `where`, `kind` or `status` of gold means
    that the label says nothing of it, which is not the same as saying that there is none; a
    prediction that leaves names out has none, so that leaving out gains nothing. `date` is the
    first and the last possible day, `also` are other dates that count as right.
    """

    key: int | str
    title: str
    wording: str
    spans: Spans
    who: Names | None
    where: Names | None
    date: Bounds
    kind: str | None
    status: str | None
    also: tuple[Bounds, ...] = ()
    optional: bool = False

    @property
    def dates(self) -> tuple[Bounds, ...]:
        """All that count as right, the date itself first."""
        return (self.date, *self.also)

    @property
    def names(self) -> Names | None:
        """Actors and places together; None where the side tells neither."""
        if self.who is None and self.where is None:
            return None
        return tuple(dict.fromkeys((self.who or ()) + (self.where or ())))

    @property
    def canonical_order(self) -> bytes:
        """A sort key made of all that is told, so that no list order matters.

        First comes what both sides tell in the same form, so that the same event has nearly the
        same key on both; alternatives only part what is alike in that. Hashed, because the key
        decides ties of the alignment: sorted by their dates, events that are alike in all else
        would pair by the field that they are graded on.
        """
        names = [sorted(sorted(forms) for forms in part or ()) for part in (self.who, self.where)]
        told = (self.wording, self.spans, self.date, self.kind, self.status)
        return _digest(told) + _digest((names, self.dates, self.optional))


def _digest(told: object) -> bytes:
    return hashlib.blake2b(repr(told).encode(), digest_size=16).digest()


def from_gold(
    event: GoldEvent, position: int, *, spans: Spans, kind: str | None
) -> ComparableEvent:
    """A labelled event; `kind` is its kind in the general profile."""
    told = event.model_fields_set
    date, *also = dict.fromkeys(map(_bounds, (event.when.edtf, *event.when.also)))
    return ComparableEvent(
        key=position,
        title=event.title,
        wording=_wording(event.title),
        spans=spans,
        who=_gold_names(event.who) if "who" in told else None,
        where=_gold_names(event.where) if "where" in told else None,
        date=date,
        also=tuple(also),
        kind=kind,
        status=event.status,
        optional=event.optional,
    )


def from_prediction(
    event: PredictedEvent, position: int, *, spans: Spans, kind: str | None
) -> ComparableEvent:
    """A predicted event; `kind` is its kind in the general profile."""
    return ComparableEvent(
        key=position if event.id is None else event.id,
        title=event.title,
        wording=_wording(event.title),
        spans=spans,
        who=_predicted_names(event.who),
        where=_predicted_names(event.where),
        date=_bounds(event.when.edtf),
        kind=kind,
        status=event.status,
    )


def _wording(title: str) -> str:
    """Folded, and without punctuation: a comma is no part of a word."""
    return default_process(fold(title))


def _gold_names(named: Sequence[GoldActor | GoldPlace]) -> Names:
    return _distinct([_forms((item.name, *item.also)) for item in named])


def _predicted_names(named: Sequence[PredictedName]) -> Names:
    return _distinct([_forms((item.name,)) for item in named])


@lru_cache(maxsize=_REMEMBERED)
def _forms(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_folded_name, names)) - {""}


def _folded_name(name: str) -> str:
    """A name folded, without the article that it begins with where more words follow."""
    elided = _ELIDED.match(name)
    folded = fold(name[elided.end() :] if elided else name)
    first, _, rest = folded.partition(" ")
    return rest if rest and first in _ARTICLES else folded


def _distinct(named: list[frozenset[str]]) -> Names:
    return tuple(dict.fromkeys(filter(None, named)))


def all_forms(names: Names) -> frozenset[str]:
    """Every form of every name."""
    return frozenset().union(*names)


def with_counterpart(left: Names, right: Names) -> int:
    """How many names of `left` are, in one of their forms, also a name of `right`."""
    forms = all_forms(right)
    return sum(not name.isdisjoint(forms) for name in left)


def same_names(left: Names, right: Names) -> bool:
    """Whether every name of either side has a counterpart on the other."""
    if left == right:
        return True
    both = with_counterpart(left, right), with_counterpart(right, left)
    return both == (len(left), len(right))
