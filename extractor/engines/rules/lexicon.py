"""The vocabulary of the rules engine: read from a profile's `lexicon.yaml`, checked, and indexed.

The index is by the first word of each entry, so that a text is searched in one pass.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import yaml
from pydantic import Field, ValidationError

from extractor.engines.rules.grammar import Form, inflect, plural
from extractor.errors import ProfileError
from extractor.prompts import Profile
from extractor.schema.base import Record

FILE = "lexicon.yaml"

_TELLING: frozenset[Form] = frozenset({"past", "participle", "gerund"})
"""Forms that can tell of an event by themselves; the base form needs a "will", "did" or "to"."""

Role: TypeAlias = Literal["kind", "happening", "support"]
ObjectType: TypeAlias = Literal["@place", "@actor", "@amount"]
Word = Annotated[str, Field(pattern=r"^\S+$")]
Phrase = Annotated[str, Field(pattern=r"^\S+( \S+)*$")]
Language = Annotated[str, Field(pattern="^[a-z]{2}$")]
Verb = Annotated[
    str, Field(pattern=r"^[^\s@]+( [^\s@]+)*( @(place|actor|amount))?( \.\.\. [^\s@]+)?$")
]


class KindWords(Record):
    """The verbs and nouns of one kind of event."""

    verbs: tuple[Verb, ...] = ()
    nouns: tuple[Phrase, ...] = ()


class AgentKind(Record):
    """The kind that another becomes where a word of the agent is one of these."""

    kind: str
    agents: tuple[Word, ...]


class LexiconFile(Record):
    """`lexicon.yaml` as it stands in the file; the comments there say what each list is for."""

    kinds: dict[str, KindWords]
    happening_verbs: tuple[Phrase, ...] = ()
    course_verbs: tuple[Phrase, ...] = ()
    support_verbs: tuple[Phrase, ...] = ()
    thing_nouns: tuple[Phrase, ...] = ()
    suffering_verbs: tuple[Phrase, ...] = ()
    harm_verbs: tuple[Phrase, ...] = ()
    agent_kinds: dict[str, AgentKind] = Field(default_factory=dict)
    reporting_verbs: tuple[Phrase, ...] = ()
    denial_verbs: tuple[Phrase, ...] = ()
    open_kind: str | None = None
    state_verbs: tuple[Word, ...] = ()
    sayings: dict[Language, tuple[str, ...]] = Field(default_factory=dict)
    stems: dict[Language, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    irregular: dict[Word, Annotated[tuple[Word, ...], Field(min_length=1, max_length=2)]] = Field(
        default_factory=dict
    )
    actor_heads: tuple[Word, ...] = ()
    place_heads: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """One form of a verb: the words that follow it, and what it wants beside them.

    `kind` is None for a verb that takes its kind from a noun; `role` says which noun. `harm`: a
    noun elsewhere in the sentence may overrule the kind. `suffering`: its subject is the target.
    `course`: it tells of the course of a happening ("began"), which a thing or person has not.
    """

    kind: str | None
    role: Role
    forms: frozenset[Form]
    further: tuple[str, ...]
    companions: frozenset[str]
    object: ObjectType | None
    harm: bool
    suffering: bool
    course: bool


@dataclass(frozen=True, slots=True)
class NounEntry:
    """A noun of a kind, by its words. `thing`: it does harm but does not happen ("bus")."""

    kind: str
    words: tuple[str, ...]
    thing: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The indexed vocabulary; keys are lower-case words, longest entries first.

    `telling`: verb forms that may tell of an event without an auxiliary. `finite`: past forms of
    any verb of the file. `reporting`, `denial`: finite forms of those verbs. `only_actors`,
    `only_places`: heads that are not of the other sort too. `agent_kinds`: by kind, the one that
    it becomes with such agents. `open_kind`: that of a dated verb outside the vocabulary, None
    where such verbs tell nothing. `states`: forms of verbs that never tell an event by a date.
    `irregular`: past forms and participles of irregular verbs; `opening`: those among them
    that may tell an event. `stems`: by language and kind,
    beginnings of words that tell the kind; `sayings`: by language, those of verbs of saying.
    """

    verbs: Mapping[str, tuple[VerbEntry, ...]]
    nouns: Mapping[str, tuple[NounEntry, ...]]
    reporting: frozenset[str]
    denial: frozenset[str]
    telling: frozenset[str]
    finite: frozenset[str] = field(repr=False)
    actor_heads: frozenset[str]
    place_heads: frozenset[str]
    plural_heads: frozenset[str]
    only_actors: frozenset[str]
    only_places: frozenset[str]
    agent_kinds: Mapping[str, tuple[str, frozenset[str]]]
    open_kind: str | None
    states: frozenset[str]
    irregular: Mapping[str, frozenset[Form]]
    opening: frozenset[str]
    sayings: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, Mapping[str, tuple[str, ...]]]


def load_lexicon(profile: Profile) -> Lexicon:
    """Read and index a profile's vocabulary.

    Raises ProfileError that names the file and the key where the file is missing or wrong.
    """
    path = profile.folder / FILE
    try:
        words = LexiconFile.model_validate(yaml.safe_load(profile.read(FILE)))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise ProfileError(f"{path}: {key or 'file'}: {first['msg']}") from None
    except (yaml.YAMLError, ValueError) as error:  # a date that is none is a ValueError
        raise ProfileError(f"{path}: {' '.join(str(error).split())}") from None
    named = {*words.kinds, *words.agent_kinds, *(a.kind for a in words.agent_kinds.values())}
    named |= {kind for of_language in words.stems.values() for kind in of_language}
    named |= {words.open_kind} if words.open_kind else set()
    unknown = sorted(named - set(profile.kinds))
    if unknown:
        raise ProfileError(
            f"{path}: kinds.{unknown[0]}: the profile has no such kind",
            hint=f"kinds of the profile: {', '.join(profile.kinds)}",
        )
    _check_marked_verbs(words, path)
    return _index(words)


def _check_marked_verbs(words: LexiconFile, path: Path) -> None:
    """A word that is marked as harm, thing and the like must stand among those that it marks."""
    known = {verb for kind in words.kinds.values() for verb in kind.verbs}
    known |= set(words.support_verbs) | set(words.happening_verbs)
    bare = known | {verb.partition(" @")[0] for verb in known}
    for key, marked, among in (
        ("harm_verbs", words.harm_verbs, known),
        ("suffering_verbs", words.suffering_verbs, bare),
        ("course_verbs", words.course_verbs, set(words.happening_verbs)),
        ("thing_nouns", words.thing_nouns, {n for k in words.kinds.values() for n in k.nouns}),
    ):
        for verb in marked:
            if verb not in among:
                raise ProfileError(
                    f"{path}: {key}: {verb!r} is no {key[-5:-1]} of a kind",
                    hint="write it as it stands in its kind",
                )


def _index(words: LexiconFile) -> Lexicon:
    verbs: dict[str, list[VerbEntry]] = defaultdict(list)
    for kind, entries in words.kinds.items():
        _add_verbs(verbs, words, entries.verbs, kind, "kind")
    _add_verbs(verbs, words, words.happening_verbs, None, "happening")
    _add_verbs(verbs, words, words.support_verbs, None, "support")
    nouns: dict[str, list[NounEntry]] = defaultdict(list)
    for kind, entries in words.kinds.items():
        for noun in entries.nouns:
            for form in (noun, plural(noun)):
                first, *_ = parts = tuple(form.split())
                nouns[first].append(NounEntry(kind, parts, noun in words.thing_nouns))
    plural_heads = frozenset(plural(head) for head in words.place_heads)
    place_heads = frozenset(words.place_heads) | plural_heads
    actor_heads = _with_plurals(words.actor_heads)
    states = _forms(
        (*words.state_verbs, *words.reporting_verbs, *words.denial_verbs),
        words,
        {"base", "third", "past", "participle", "gerund"},
    )
    irregular = _irregular_forms(words)
    return Lexicon(
        verbs={word: tuple(sorted(found, key=_specificity)) for word, found in verbs.items()},
        nouns={word: tuple(sorted(n, key=lambda e: -len(e.words))) for word, n in nouns.items()},
        reporting=_forms(words.reporting_verbs, words, {"past", "third"}),
        denial=_forms(words.denial_verbs, words, {"past", "third", "participle"}),
        telling=frozenset(
            word for word, found in verbs.items() if any(e.forms & _TELLING for e in found)
        ),
        finite=_forms(_all_verbs(words), words, {"past"}),
        actor_heads=actor_heads,
        place_heads=place_heads,
        plural_heads=plural_heads,
        only_actors=actor_heads - place_heads,
        only_places=place_heads - actor_heads,
        agent_kinds={
            kind: (other.kind, _with_plurals(other.agents))
            for kind, other in words.agent_kinds.items()
        },
        open_kind=words.open_kind,
        states=states,
        irregular=irregular,
        opening=frozenset(irregular) - states,
        sayings=words.sayings,
        stems=words.stems,
    )


def _irregular_forms(words: LexiconFile) -> dict[str, frozenset[Form]]:
    """Past forms and participles of the irregular verbs, with what each may be."""
    found: dict[str, frozenset[Form]] = {}
    for verb, irregular in words.irregular.items():
        for form, forms in inflect(verb, irregular).items():
            if forms & {"past", "participle"}:
                found[form] = found.get(form, frozenset()) | forms
    return found


def _specificity(entry: VerbEntry) -> tuple[bool, int, bool]:
    """Entries that want more come first; a verb that needs a noun to mean anything is last."""
    wants = bool(entry.companions) or entry.object is not None
    return (entry.kind is None, -len(entry.further) - wants, not wants)


def _add_verbs(
    index: dict[str, list[VerbEntry]],
    words: LexiconFile,
    entries: Iterable[str],
    kind: str | None,
    role: Role,
) -> None:
    for text in entries:
        verb_part, _, companion_part = text.partition(" ... ")
        first, *further = verb_part.split()
        wanted = next((w for w in further if w.startswith("@")), None)
        companions = [c for c in companion_part.split("/") if c]
        for form, forms in inflect(first, words.irregular.get(first, ())).items():
            index[form].append(
                VerbEntry(
                    kind=kind,
                    role=role,
                    forms=forms,
                    further=tuple(w for w in further if not w.startswith("@")),
                    companions=_with_plurals(companions),
                    object=wanted,  # type: ignore[arg-type]  # the pattern admits the three only
                    harm=text in words.harm_verbs,
                    suffering=text.partition(" @")[0] in words.suffering_verbs,
                    course=role == "happening" and text in words.course_verbs,
                )
            )


def _all_verbs(words: LexiconFile) -> Iterable[str]:
    for entries in words.kinds.values():
        yield from entries.verbs
    yield from (*words.happening_verbs, *words.support_verbs, *words.reporting_verbs)
    yield from words.irregular


def _forms(entries: Iterable[str], words: LexiconFile, wanted: set[Form]) -> frozenset[str]:
    """The wanted forms of the first word of each entry."""
    firsts = {entry.split()[0] for entry in entries}
    return frozenset(
        form
        for first in firsts
        for form, forms in inflect(first, words.irregular.get(first, ())).items()
        if forms & wanted
    )


def _with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    singular = frozenset(nouns)
    return singular | {plural(noun) for noun in singular}
