"""MEANTIME (Minard et al., LREC 2016) as a corpus: its events, and stories across its articles.

One event of an article is what its annotators found several mentions to refer to. Titles and
evidence are derived from the marked words, and say so in `notes`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.adapters.base import ADAPTERS, Converted
from evals.adapters.cat_files import CatFile, Link, read_cat
from evals.adapters.mentions import edtf_of, evidence, named, title, when
from evals.adapters.stories import stories_of
from evals.corpus import LabelledArticle, sha256_of
from evals.spans import Span
from extractor.errors import CorpusError
from extractor.schema import GoldArticle, GoldEvent

ANNOTATED_SENTENCES = 6
"""Headline, day and the first four sentences: the part in which everything is marked. Later ones
have only mentions of what the cross-document annotation was about, so the text ends here."""

NOTES = "title and evidence are derived from the marked words"
FOLDER = "intra_cross-doc_annotation"
INSTANCES = "list_instances.csv"

_EVENT_WITHIN = frozenset({"SIMULTANEOUS", "IDENTITY", "IS_INCLUDED"})
_EVENT_WITHIN_REVERSED = frozenset({"SIMULTANEOUS", "IDENTITY", "INCLUDES"})
_ROLES = {"Arg0": "agent", "Arg1": "target"}
_PLACE = "Argm-LOC"
_UNNAMED = ("PRO", "")


@dataclass(frozen=True, slots=True)
class Instance:
    """An event across articles: when it was, as its annotators say (TIMEX3 values)."""

    time: str
    begin: str
    end: str

    def edtf(self) -> str | None:
        """Its day, or an interval that is open where an end is not known."""
        if known := edtf_of(self.time):
            return known
        begin, end = (edtf_of(part) for part in (self.begin, self.end))
        if not (begin or end) or any("/" in part for part in (begin, end) if part):
            return None
        return f"{begin or '..'}/{end or '..'}"


def convert(source: Path, *, split: str | None = None) -> Converted:
    """The articles of a topic; the day under the headline is given as the publication date."""
    splits = ADAPTERS["meantime"].splits
    topic = "*" if split in (None, splits[0]) else f"corpus_{split}"
    files = sorted((source / FOLDER).glob(f"{topic}/*.xml"))
    if not files:
        raise CorpusError(f"no MEANTIME at {source}: {FOLDER}/{topic} has no .xml files")
    instances = read_instances(source / INSTANCES)
    articles = tuple(labelled_article(path, instances) for path in files)
    return Converted(articles, stories_of(articles))


def read_instances(path: Path) -> dict[str, Instance]:
    """Event instances by id."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read: {error}") from None
    return {
        row["#ID"]: Instance(row["TIME"] or "", row["BEGINTERVAL"] or "", row["ENDINTERVAL"] or "")
        for row in rows
        if row["TYPE"] == "EVENT"
    }


def labelled_article(path: Path, instances: Mapping[str, Instance]) -> LabelledArticle:
    """One article. Tags: its topic, and `no_date` where no publication day is marked."""
    cat = read_cat(path, sentences=ANNOTATED_SENTENCES)
    day = _published(cat)
    topic = path.parent.name.removeprefix("corpus_")
    sha256 = sha256_of(cat.text)
    about: dict[str, Any] = {
        "id": cat.about.get("doc_id") or path.stem.partition("_")[0],
        "title": cat.text.split("\n", 1)[0],
        "language": "en",
        "source": "MEANTIME",
        "tags": [topic] if day else [topic, "no_date"],
        "sha256": sha256,
    }
    if cat.about.get("url"):
        about["url"] = cat.about["url"]
    if day:
        about |= {"published": day, "published_given": True}
    events = tuple(GoldEvent.model_validate(event) for event in _events(cat, instances))
    return LabelledArticle(GoldArticle.model_validate(about), events, cat.text, sha256)


def _published(cat: CatFile) -> str | None:
    for _, timex in cat.of("TIMEX3"):
        if timex.get("functionInDocument") == "CREATION_TIME":
            return edtf_of(timex.get("value", ""))
    return None


def _events(cat: CatFile, instances: Mapping[str, Instance]) -> Iterator[dict[str, Any]]:
    """Events in text order.

    Required are those that a timeline would tell: stated as facts, with a participant and a date,
    and more than that somebody said something. The others are optional.
    """
    for thing, mentions in sorted(_clusters(cat), key=lambda c: cat.spans[c[1][0]]):
        about = cat.marks.get(thing, {})
        participants = _participants(cat, mentions)
        dates = _dates(cat, mentions, instances.get(about.get("instance_id", "")))
        who, where = _actors(cat, participants), _places(cat, participants)
        told = (who or where) and dates["edtf"] and _is_fact(cat, mentions)
        spans = [cat.spans[mention] for mention in mentions]
        details: dict[str, Any] = {"triggers": [list(span) for span in spans]}
        if about.get("instance_id"):
            details["instance"] = about["instance_id"]
        speech = about.get("class") == "SPEECH_COGNITIVE"
        event: dict[str, Any] = {
            "title": _title(cat, mentions[0]),
            "when": dates,
            "who": who,
            "where": where,
            "evidence": evidence(cat.text, cat.sentences, spans),
            "optional": not told or speech or about.get("class") == "GRAMMATICAL",
            "details": details,
            "notes": NOTES,
        }
        yield event | ({"kind": "statement"} if speech else {})


def _clusters(cat: CatFile) -> Iterator[tuple[str, list[str]]]:
    """Each event with its mentions in text order; a mention that refers to none is one alone."""
    refers = {link.source: link.target for link in cat.links if link.name == "REFERS_TO"}
    clusters: dict[str, list[str]] = {}
    for mention, _ in cat.of("EVENT_MENTION"):
        if mention in cat.spans:
            clusters.setdefault(refers.get(mention, mention), []).append(mention)
    for thing, mentions in clusters.items():
        yield thing, sorted(mentions, key=cat.spans.__getitem__)


def _is_fact(cat: CatFile, mentions: Sequence[str]) -> bool:
    """Whether one mention is certain, not denied, and neither general nor conditional."""
    return any(
        mark.get("certainty", "") in ("CERTAIN", "")
        and mark.get("polarity", "") in ("POS", "")
        and mark.get("special_cases", "") in ("NONE", "")
        for mark in (cat.marks[mention] for mention in mentions)
    )


def _participants(cat: CatFile, mentions: Sequence[str]) -> list[tuple[str, str]]:
    """(role, entity mention) of the event, in text order, pronouns too."""
    found = {
        (link.attributes.get("sem_role", ""), link.target)
        for link in cat.links
        if link.name == "HAS_PARTICIPANT" and link.source in mentions
    }
    entities = {id_ for id_, _ in cat.of("ENTITY_MENTION") if id_ in cat.spans}
    return sorted(
        ((role, id_) for role, id_ in found if id_ in entities),
        key=lambda p: (cat.spans[p[1]], p),
    )


def _title(cat: CatFile, mention: str) -> str:
    participants = [cat.spans[id_] for _, id_ in _participants(cat, [mention])]
    return title(cat.text, cat.spans[mention], participants)


def _dates(cat: CatFile, mentions: Sequence[str], instance: Instance | None) -> dict[str, Any]:
    """What the cross-document annotators say; then the dates that time links tie mentions to."""
    linked = [
        edtf_of(cat.marks[timex].get("value", ""))
        for link in cat.links
        if link.name == "TLINK" and (timex := _same_time(link, mentions, cat))
    ]
    return when([instance.edtf() if instance else None, *linked])


def _same_time(link: Link, mentions: Sequence[str], cat: CatFile) -> str | None:
    """The time expression in which, or at which, an event of these mentions was."""
    relation = link.attributes.get("reltype")
    if link.source in mentions:
        timex, within = link.target, relation in _EVENT_WITHIN
    else:
        timex, within = link.source, link.target in mentions and relation in _EVENT_WITHIN_REVERSED
    return timex if within and cat.marks.get(timex, {}).get("element") == "TIMEX3" else None


def _actors(cat: CatFile, participants: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    return _names(cat, [p for p in participants if not _is_place(cat, *p)], roles=True)


def _places(cat: CatFile, participants: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    return _names(cat, [p for p in participants if _is_place(cat, *p)], roles=False)


def _is_place(cat: CatFile, role: str, mention: str) -> bool:
    """A place is where something happened; one that acts or is acted on is an actor."""
    kind = cat.marks.get(_entity(cat, mention), {}).get("ent_type")
    return role == _PLACE or (kind == "LOC" and role not in _ROLES)


def _entity(cat: CatFile, mention: str) -> str:
    links = (x.target for x in cat.links if x.name == "REFERS_TO" and x.source == mention)
    return next(links, mention)


def _names(
    cat: CatFile, participants: Sequence[tuple[str, str]], *, roles: bool
) -> list[dict[str, Any]]:
    """Each entity once, by its fullest name in the text; sums and numbers (FIN) are no names."""
    found: dict[str, dict[str, Any]] = {}
    for role, mention in participants:
        entity = _entity(cat, mention)
        if entity in found or cat.marks.get(entity, {}).get("ent_type") == "FIN":
            continue
        if name := named(_forms(cat, entity, mention)):
            found[entity] = name | ({"role": _ROLES.get(role, "other")} if roles else {})
    return list(found.values())


def _forms(cat: CatFile, entity: str, mention: str) -> list[str]:
    """Names of the entity, the longest first, then descriptions; a pronoun where all else lacks."""
    same = [x.source for x in cat.links if x.name == "REFERS_TO" and x.target == entity]
    mentions = {id_: cat.marks[id_].get("syntactic_type", "") for id_ in (*same, mention)}
    words = {id_: _words(cat, cat.spans[id_]) for id_ in mentions if id_ in cat.spans}
    names = sorted((w for i, w in words.items() if mentions[i] == "NAM"), key=len, reverse=True)
    others = [w for i, w in words.items() if mentions[i] not in ("NAM", *_UNNAMED)]
    return [*names, *others] or [words[mention]]


def _words(cat: CatFile, span: Span) -> str:
    return cat.text[span[0] : span[1]]
