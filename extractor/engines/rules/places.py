"""Where an event happened: which words of its sentence lead to a place that belongs to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.phrases import Phrase
from extractor.engines.rules.place_lists import DIRECTIONS, after_such_as, read_list
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.triggers import Trigger
from extractor.schema import WirePlace

_PREPOSITIONS = frozenset(
    {"in", "at", "near", "into", "outside", "inside", "across", "through", "throughout"}
    | {"around", "off", "toward", "towards", "above", "over", "onto", "within", "along"}
)
_WAYS = frozenset({"from", "to", "on"})
"""Lead to a place only in events that have a scene to move in, or before a word for a place."""
_SCENE_KINDS = frozenset({"movement", "territory", "attack", "disaster"})
_SUBJECT_WORDS = 7
"""Words from an "and" to the verb of the sentence that it opens (", and spare parts had")."""


def find_places(
    sentence: Sentence, trigger: Trigger, phrases: Sequence[Phrase], lexicon: Lexicon, kind: str
) -> tuple[WirePlace, ...]:
    """The places of one event, in text order. `kind`: its kind in the general profile.

    What is taken or visited is the place; else the places of the verb's own clause; else those of
    the clauses that follow it.
    """
    by_start = {phrase.first: phrase for phrase in phrases}
    first, last = _segment(sentence, trigger, lexicon)
    clause = sentence.clause[trigger.index]
    own = [i for i in range(first, last) if sentence.clause[i] == clause]
    following = [i for i in range(trigger.end, last) if sentence.clause[i] != clause]
    for starts in (
        _object_starts(sentence, trigger, phrases, lexicon, kind),
        _starts(sentence, own, kind, lexicon, phrases),
        _starts(sentence, following, kind, lexicon, phrases),
    ):
        taken_at = trigger.end if _takes_place(trigger, kind) else -1
        places = _read_all(sentence, starts, by_start, lexicon, taken_at)
        if places:
            return places
    return ()


def _read_all(
    sentence: Sentence,
    starts: Iterable[int],
    by_start: Mapping[int, Phrase],
    lexicon: Lexicon,
    taken_at: int,
) -> tuple[WirePlace, ...]:
    places: dict[str, WirePlace] = {}
    for start in starts:
        for place in read_list(sentence, start, by_start, lexicon, start == taken_at):
            places.setdefault(place.name, place)
    larger = {place.within for place in places.values()}
    return tuple(place for place in places.values() if place.name not in larger)


def _segment(sentence: Sentence, trigger: Trigger, lexicon: Lexicon) -> tuple[int, int]:
    """The words between the nearest breaks that join whole sentences: ";" or ", and they have"."""
    first, last = 0, len(sentence)
    for index, word in enumerate(sentence.words):
        if word != ";" and not (word == "," and _opens_sentence(sentence, index + 1, lexicon)):
            continue
        if index < trigger.group.first:
            first = index + 1
        else:
            return first, index
    return first, last


def _opens_sentence(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether "and" at `index` is followed by a subject and its verb, not by a list item."""
    if sentence.lower[index : index + 1] not in (["and"], ["but"], ["while"], ["so"]):
        return False
    for word in sentence.lower[index + 1 : index + 1 + _SUBJECT_WORDS]:
        if word in BREAKS:
            return False
        if word in grammar.AUXILIARIES or word in lexicon.finite:
            return True
    return False


def _object_starts(
    sentence: Sentence,
    trigger: Trigger,
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
    kind: str,
) -> Iterator[int]:
    """Where the object of a verb that takes a place begins; in the passive, its subject."""
    if not _takes_place(trigger, kind):
        return
    if trigger.subject_suffers:
        yield from (p.first for p in phrases if p.last <= trigger.group.first)
        return
    yield trigger.end
    such_as = after_such_as(sentence, trigger.end, len(sentence))
    if such_as is not None and not lexicon.place_heads.isdisjoint(sentence.lower[trigger.end :]):
        yield such_as


def _takes_place(trigger: Trigger, kind: str) -> bool:
    """A verb of territory or visiting, or one that says where a storm or a blast struck."""
    struck = trigger.entry.role == "happening" and kind in {"disaster", "accident"}
    return kind == "territory" or trigger.entry.object == "@place" or struck


def _starts(
    sentence: Sentence,
    words: Iterable[int],
    kind: str,
    lexicon: Lexicon,
    phrases: Sequence[Phrase],
) -> Iterator[int]:
    """The words at which a place may begin: after a preposition, or after "the town of"."""
    for index in words:
        if sentence.quoted[index]:
            continue
        word = sentence.lower[index]
        following = sentence.lower[index + 1] if index + 1 < len(sentence) else ""
        if word in _PREPOSITIONS or (word in _WAYS and kind in _SCENE_KINDS):
            yield index + 1
        elif following in {"of", "like"} and (word in lexicon.place_heads or word in DIRECTIONS):
            yield index + 2
        elif word in _WAYS and following not in grammar.CALENDAR:
            yield from _place_word_ahead(sentence, index + 1, phrases)


def _place_word_ahead(sentence: Sentence, start: int, phrases: Sequence[Phrase]) -> Iterator[int]:
    """A start after "on", "to" or "from", where a word for a place follows ("on Unity Square")."""
    for phrase in phrases:
        if start <= phrase.first <= start + 1:
            last = sentence.lower[phrase.last - 1]
            if phrase.type == "place" or last in {"square", "street", "road", "avenue", "island"}:
                yield phrase.first
