"""MUC-4 as a corpus: each incident template becomes a gold event.

The key has no titles and no evidence spans: both are derived from its fills, and say so in
`notes`. Never changes a fill's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.adapters.base import ADAPTERS, Converted
from evals.adapters.muc4_incidents import tells
from evals.adapters.muc4_keys import Chain, Fill, KeyTemplate, Message, read_split
from evals.corpus import LabelledArticle, sha256_of
from extractor.edtf import Bounds, from_bounds
from extractor.errors import CorpusError
from extractor.grounding import contains, fold
from extractor.schema import GoldArticle, GoldEvent
from extractor.text.blocks import Block
from extractor.text.sentences import split_sentences

KINDS = {
    "ARSON": "attack",
    "ATTACK": "attack",
    "BOMBING": "attack",
    "FORCED WORK STOPPAGE": "protest",
    "HIJACKING": "crime",
    "KIDNAPPING": "crime",
    "ROBBERY": "crime",
}
"""Incident types as kinds of the general profile."""

STATUSES = {"ACCOMPLISHED": "occurred", "ATTEMPTED": "occurred", "THREATENED": "planned"}
"""An attempt did happen, as an attempt; its stage stands in `details`."""

_VERBS = {
    "ARSON": "burn",
    "ATTACK": "attack",
    "BOMBING": "bomb",
    "FORCED WORK STOPPAGE": "stop the work of",
    "HIJACKING": "hijack",
    "KIDNAPPING": "kidnap",
    "ROBBERY": "rob",
}
_SOMEBODY = "unidentified attackers"
NOTES = "title and evidence are derived from the fills of the key"
_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\s*\Z)", re.DOTALL)


def convert(source: Path, *, split: str | None = None) -> Converted:
    """The messages of a split with their templates as events; the dateline's day is given."""
    splits = ADAPTERS["muc4"].splits
    chosen = split or splits[0]
    if chosen not in splits:
        raise CorpusError(f"MUC-4 has no split {chosen!r}; it has {', '.join(splits)}")
    return Converted(tuple(labelled_article(m, chosen) for m in read_split(source, chosen)))


def labelled_article(message: Message, split: str) -> LabelledArticle:
    """One message. Tags: the split, and `no_date` where the dateline tells no full date."""
    tags = [split] if message.dateline else [split, "no_date"]
    about: dict[str, Any] = {"id": message.id, "language": "en", "source": "MUC-4", "tags": tags}
    if message.dateline:
        about |= {"published": message.dateline.isoformat(), "published_given": True}
    sha256 = sha256_of(message.text)
    events = tuple(GoldEvent.model_validate(event) for event in _events(message))
    article = GoldArticle.model_validate(about | {"sha256": sha256})
    return LabelledArticle(article, events, message.text, sha256)


def _events(message: Message) -> Iterator[dict[str, Any]]:
    sentences = list(_sentences(message.text))
    folded = fold(message.text)
    for template in message.templates:
        event = {
            "title": _title(template),
            "kind": KINDS.get(template.types[0]) if template.types else None,
            "status": _status(template.stages),
            "when": _when(template.dates, message),
            "who": _actors(template),
            "where": _places(template.locations, folded),
            "evidence": _evidence(template, message.text, sentences),
            "optional": template.optional,
            "details": {
                "incident_type": " / ".join(template.types),
                "stage": " / ".join(template.stages),
            },
            "notes": NOTES,
        }
        yield {key: value for key, value in event.items() if value is not None}


def _title(template: KeyTemplate) -> str:
    """Who did what to whom where, in the words of the key."""
    doers = [fill.forms[0] for fill in (*template.individuals, *template.organizations)]
    people = [fill.forms[0] for fill in _people(template)]
    targets = people or [fill.forms[0] for fill in template.physical]
    verb = _VERBS.get(template.types[0], "attack") if template.types else "attack"
    words = [doers[0] if doers else _SOMEBODY, verb, " and ".join(targets[:2])]
    if template.locations:
        words += ["in", template.locations[0][0][-1]]
    return " ".join(word for word in words if word)


def _status(stages: Sequence[str]) -> str | None:
    """None where the alternatives of the key are of different statuses."""
    statuses = {STATUSES[stage] for stage in stages if stage in STATUSES}
    return statuses.pop() if len(statuses) == 1 else None


def _when(dates: Sequence[Bounds], message: Message) -> dict[str, Any]:
    """The date and its alternatives.

    `- DD MMM YY` with the dateline's day is what the key says where the message tells no date
    (task documentation 7.3, note 3): no date is then right, too.
    """
    answers = [from_bounds(bounds) for bounds in dates]
    texts = [str(answer) for answer in answers if answer]
    also: list[str | None] = list(texts[1:])
    if message.dateline and Bounds(None, message.dateline) in dates:
        also.append(None)
    return {"edtf": texts[0] if texts else None} | ({"also": also} if also else {})


def _people(template: KeyTemplate) -> list[Fill]:
    """Human targets: names with their descriptions as alternatives, then the unnamed."""
    described: list[Fill] = []
    for name in template.names:
        roles = [d for d in template.descriptions if set(d.refers_to) & set(name.forms)]
        forms = (*name.forms, *(form for role in roles for form in role.forms))
        described.append(Fill(forms, optional=name.optional))
    return [*described, *(d for d in template.descriptions if not d.refers_to)]


def _actors(template: KeyTemplate) -> list[dict[str, Any]]:
    """Perpetrators are agents, targets are targets. A fill that may be left out is left out."""
    agents = [*template.individuals, *template.organizations]
    targets = [*_people(template), *template.physical]
    taken: set[str] = set()
    actors = []
    for role, fills in (("agent", agents), ("target", targets)):
        for fill in fills:
            forms = _new_forms(fill.forms, taken)
            if not forms or fill.optional:
                continue
            taken |= {fold(form) for form in forms}
            actors.append(_named(forms) | {"role": role})
    return actors


def _new_forms(forms: Iterable[str], taken: set[str]) -> list[str]:
    """Forms that differ in more than case or quotation marks, and that no other fill has."""
    found: dict[str, str] = {}
    for form in forms:
        folded = fold(form)
        if folded and folded not in taken:
            found.setdefault(folded, form)
    return list(found.values())


def _named(forms: Sequence[str]) -> dict[str, Any]:
    also = list(forms[1:])
    return {"name": forms[0]} | ({"also": also} if also else {})


def _places(locations: Sequence[tuple[Chain, ...]], text: str) -> list[dict[str, Any]] | None:
    """The most specific place of the first alternative, the others' as names that count, too.

    None, which is not judged, where only a country is told that the message does not name: it
    was inferred, and an extractor may only use the article's words.
    """
    if not locations:
        return []
    first, *others = locations
    if len(first) == 1 and len(first[0]) == 1 and not contains(text, first[0][0]):
        return None
    alternatives = [chain[-1] for other in others if len(other) == 1 for chain in other]
    taken: set[str] = set()
    places = []
    for chain in first:
        forms = _new_forms([chain[-1], *(alternatives if len(first) == 1 else [])], taken)
        if forms:
            taken |= {fold(form) for form in forms}
            within = {"within": chain[-2]} if len(chain) > 1 and contains(text, chain[-2]) else {}
            places.append(_named(forms) | within)
    return places


def _sentences(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and folded words of each sentence."""
    for paragraph in _PARAGRAPH.finditer(text):
        for sentence in split_sentences(text, Block(*paragraph.span()), language="en"):
            yield sentence.start, sentence.end, fold(text[sentence.start : sentence.end])


def _evidence(
    template: KeyTemplate, text: str, sentences: Sequence[tuple[int, int, str]]
) -> list[dict[str, Any]]:
    """The sentence with a word for the incident that names most fills, the first of equals.

    A target counts twice: a sentence about the perpetrators alone is mostly about their other
    deeds. None where no sentence has both such a word and a fill.
    """
    targets = [fill.forms for fill in (*_people(template), *template.physical)]
    others = list(_other_fills(template))
    best, most = None, 0
    for start, end, words in sentences:
        if not any(tells(words, incident) for incident in template.types):
            continue
        found = 2 * _named_in(words, targets) + _named_in(words, others)
        if found > most:
            best, most = (start, end), found
    if best is None:
        return []
    return [{"quote": text[best[0] : best[1]], "start": best[0], "end": best[1]}]


def _named_in(words: str, fills: Iterable[Sequence[str]]) -> int:
    return sum(any(contains(words, form) for form in forms) for forms in fills)


def _other_fills(template: KeyTemplate) -> Iterator[tuple[str, ...]]:
    """Who, with what, and where, as far as it is more than the country."""
    fills = (*template.individuals, *template.organizations, *template.instruments)
    yield from (fill.forms for fill in fills)
    yield from ((chain[-1],) for places in template.locations[:1] for chain in places if chain[1:])
