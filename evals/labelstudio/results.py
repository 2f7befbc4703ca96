"""The results of one annotation as events: regions with their fields, tied by relations.

Cuts every quote from the text itself; the words that an export repeats are only compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.labelstudio.form import FIELDS, from_fields
from evals.labelstudio.names import EVENT, EVIDENCE, SPAN, UNPLACED
from evals.labelstudio.offsets import Utf16Offsets
from evals.spans import Span, occurrences
from extractor.errors import CorpusError

Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """An event as a label file has it, and the region that it comes from."""

    region: str
    data: dict[str, Any]


def read_results(text: str, results: Sequence[Result], *, where: str) -> list[ReadEvent]:
    """The events of an annotation, in the order of their regions.

    Raises CorpusError that names the region: for a place that is not in the text, for words that
    do not stand there, and for evidence that is tied to no event.
    """
    regions = {str(r.get("id")): r for r in results if _label(r)}
    _check(results, regions, where)
    spans = {id_: _span(text, r, f"{where}, region {id_}") for id_, r in regions.items()}
    tied = _tied(results, regions, where)
    fields = _fields(results)
    events = []
    for id_, region in regions.items():
        if _label(region) == EVENT:
            mine = [spans[id_], *(spans[other] for other, owner in tied.items() if owner == id_)]
            data = _event(fields.get(id_, {}), mine, text, f"{where}, region {id_}")
            events.append(ReadEvent(f"region {id_}", data))
    for position, data in _unplaced(results, where):
        events.insert(position, ReadEvent(UNPLACED, data))
    return events


def _check(results: Sequence[Result], regions: Mapping[str, Result], where: str) -> None:
    """Refuse what would be lost: a region without a label, fields of what is no event."""
    for result in results:
        id_, name = str(result.get("id")), result.get("from_name")
        if name == SPAN and id_ not in regions:
            raise CorpusError(f"{where}, region {id_}: it is neither {EVENT} nor {EVIDENCE}")
        if name in FIELDS and _label(regions.get(id_, {})) != EVENT:
            raise CorpusError(f"{where}, region {id_}: {name} of a region that is no {EVENT}")


def _label(result: Result) -> str | None:
    """What kind of region a result is; None for all else."""
    if result.get("from_name") != SPAN:
        return None
    labels = _value(result).get("labels") or ()
    return next((label for label in labels if label in (EVENT, EVIDENCE)), None)


def _value(result: Result) -> Mapping[str, Any]:
    """What the annotator entered; empty where that is no object."""
    value = result.get("value")
    return value if isinstance(value, Mapping) else {}


def _lines(value: Mapping[str, Any], key: str) -> list[Any]:
    """What stands in a field; a single entry may be written without a list around it."""
    given = value.get(key)
    if given is None:
        return []
    return given if isinstance(given, list) else [given]


def _span(text: str, region: Result, where: str) -> Span:
    """The region in code points.

    Label Studio counts UTF-16 units. Tools that write its format from Python often count code
    points: they are believed where the words tell that they did.
    """
    value = _value(region)
    try:
        start, end = int(value["start"]), int(value["end"])
    except (KeyError, TypeError, ValueError, OverflowError):
        raise CorpusError(f"{where}: start and end are no numbers") from None
    words = value.get("text")
    span = Utf16Offsets(text).to_points((start, end))
    if span and (not isinstance(words, str) or _same(text[span[0] : span[1]], words)):
        return span
    if isinstance(words, str) and 0 <= start < end and _same(text[start:end], words):
        return start, end
    if span is None:
        raise CorpusError(f"{where}: {start} to {end} is not within the text")
    raise CorpusError(f"{where}: {words!r} is not what stands there: {text[span[0] : span[1]]!r}")


def _same(cut: str, words: str) -> bool:
    """Whether the words are those of the text, however the export writes white space."""
    return cut.split() == words.replace("\\n", "\n").split()


def _tied(results: Sequence[Result], regions: Mapping[str, Result], where: str) -> dict[str, str]:
    """The event of each evidence region; the relation may be drawn either way."""
    kinds = {id_: _label(region) for id_, region in regions.items()}
    relations = [r for r in results if r.get("type") == "relation"]
    ends = [(str(r.get("from_id")), str(r.get("to_id"))) for r in relations]
    tied = {
        evidence: event
        for event, evidence in (*ends, *((to, start) for start, to in ends))
        if kinds.get(event) == EVENT and kinds.get(evidence) == EVIDENCE
    }
    for id_, kind in kinds.items():
        if kind == EVIDENCE and id_ not in tied:
            raise CorpusError(f"{where}, region {id_}: evidence of no event; draw a relation")
    return tied


def _fields(results: Iterable[Result]) -> dict[str, dict[str, list[str]]]:
    """Lines of each field by region."""
    found: dict[str, dict[str, list[str]]] = {}
    for result in results:
        name, value = result.get("from_name"), _value(result)
        if name in FIELDS:
            entered = _lines(value, "choices" if "choices" in value else "text")
            found.setdefault(str(result.get("id")), {})[str(name)] = [*map(str, entered)]
    return found


def _event(
    fields: Mapping[str, Sequence[str]], spans: Iterable[Span], text: str, where: str
) -> dict[str, Any]:
    try:
        event = from_fields(fields)
    except ValueError as error:
        raise CorpusError(f"{where}: {error}") from None
    if not event.get("title"):
        raise CorpusError(f"{where}: the event has no title")
    return event | {"evidence": [*(_piece(s, text) for s in spans), *event.get("evidence", ())]}


def _piece(span: Span, text: str) -> dict[str, Any]:
    """The words, and where they stand if they stand in the text more than once."""
    start, end = span
    quote = text[start:end]
    once = len(occurrences(text, quote)) == 1
    return {"quote": quote} | ({} if once else {"start": start, "end": end})


def _unplaced(results: Iterable[Result], where: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Events without a region with their positions, the first position first."""
    entries = []
    for result in results:
        if result.get("from_name") == UNPLACED:
            for entry in _lines(_value(result), "text"):
                try:
                    read = json.loads(entry)
                    entries.append((int(read["position"]), dict(read["event"])))
                except (KeyError, TypeError, ValueError):
                    raise CorpusError(f"{where}: {UNPLACED} holds no event: {entry!r}") from None
    yield from sorted(entries, key=lambda entry: entry[0])
