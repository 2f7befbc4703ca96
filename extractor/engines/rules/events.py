"""From one sentence to its events: chooses among the triggers, gives each date, names and title.

The normal case is one event a sentence; several dates, each with its own trigger, are several.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.dates.tense import SPEECH
from extractor.engines.rules import grammar
from extractor.engines.rules.actors import find_actors
from extractor.engines.rules.capitals import Capitals
from extractor.engines.rules.carrying import Cue, find_cue
from extractor.engines.rules.casualties import Casualties, details_of, find_casualties
from extractor.engines.rules.choosing import choose_events
from extractor.engines.rules.lexicon import Lexicon
from extractor.engines.rules.phrases import Phrase, find_phrases
from extractor.engines.rules.places import find_places
from extractor.engines.rules.sentences import BREAKS, Sentence
from extractor.engines.rules.sources import find_source
from extractor.engines.rules.subjects import find_subject, subject_span
from extractor.engines.rules.triggers import Trigger, find_triggers
from extractor.prompts import Profile
from extractor.schema import WireActor, WireEvent

_TITLE_WORDS = 12
_SUBJECT_WORDS = 9
_NEXT_SUBJECT = 5
"""Words of a subject that "and" opens a new clause with ("and the western airport has")."""
_CONTENT_WORDS = 2
"""Words beside function words without which a verb outside the vocabulary tells nothing."""
_HARMING = frozenset(
    {"territory", "clash", "attack", "protest", "disaster", "accident", "health", "crime", "other"}
)
"""Kinds of the general profile in which people are killed: an arrest after a raid kills nobody."""
_PARTICLES = frozenset({"down", "up", "out", "over", "off", "aside"})
_DANGLING = (
    grammar.PREPOSITIONS | grammar.DETERMINERS | grammar.CONJUNCTIONS | grammar.CLAUSE_MARKERS
    | grammar.NEGATIONS | grammar.AUXILIARIES | {"also"}
) - _PARTICLES  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's telling of an event.

    `consequence`: it only says who was hurt, without a date or a place ("Two passengers died"),
    and so belongs to what was told just before. `cue`: the words that name a known
    happening or go on with the line before. `again`: the line that tells
    the same happening, or the one before it in time, with its date. `assumed`: nothing in the line
    tells what did the harm, so that the kind is only the verb's usual one.
    """

    event: WireEvent
    consequence: bool
    cue: Cue | None = None
    again: int | None = None
    assumed: bool = False


def find_events(
    sentence: Sentence, lexicon: Lexicon, profile: Profile, capitals: Capitals
) -> list[Telling]:
    """The events that a sentence tells, in text order.

    A verb alone, without a date, an actor, a place or a noun that names the happening, is none.
    """
    phrases = find_phrases(sentence, lexicon, capitals)
    triggers = find_triggers(sentence, lexicon, phrases)
    chosen = choose_events(sentence, triggers, lexicon)
    casualties = _casualties(sentence, lexicon, profile) if chosen else []
    events = []
    for trigger, date in chosen:
        event = _build(sentence, trigger, date, phrases, lexicon, profile)
        if trigger.open and not _says_enough(event.title):
            continue
        if (
            casualties
            and profile.general_kind(event.kind) in _HARMING
            and event.status != "planned"
        ):
            details = details_of(trigger, [t for t, _ in chosen], casualties)
            event = event.model_copy(update={"details": {**event.details, **details}})
        named = trigger.noun is not None and event.status != "denied"
        counted = any(event.details.values())
        if event.date_text or event.who or event.where or named or counted:
            hurts = trigger.entry.harm and event.status == "occurred"
            consequence = hurts and not event.date_text and not event.where
            cue = find_cue(sentence, trigger, lexicon)
            events.append(Telling(event, consequence, cue, assumed=trigger.assumed))
    return events


def _says_enough(title: str) -> bool:
    """Whether a title without a known verb names what happened: "He went" and "Began" do not."""
    content = [w for w in title.lower().split() if w not in grammar.FUNCTION_WORDS]
    return len(content) >= _CONTENT_WORDS


def _casualties(sentence: Sentence, lexicon: Lexicon, profile: Profile) -> list[Casualties]:
    """Casualties of the harms that the profile has a field for."""
    if "killed" not in profile.fields and "injured" not in profile.fields:
        return []
    return [c for c in find_casualties(sentence, lexicon) if c.harm in profile.fields]


def _build(
    sentence: Sentence,
    trigger: Trigger,
    date: tuple[int, int] | None,
    phrases: Sequence[Phrase],
    lexicon: Lexicon,
    profile: Profile,
) -> WireEvent:
    subject = find_subject(sentence, trigger, phrases)
    where = find_places(sentence, trigger, phrases, lexicon, profile.general_kind(trigger.kind))
    places = frozenset(place.name for place in where)
    who = find_actors(sentence, trigger, phrases, subject, places)
    return WireEvent(
        lines=(sentence.line,),
        date_text=sentence.verbatim(*date) if date else None,
        date=None,
        title=_title(sentence, trigger, subject, phrases),
        summary=" ".join(sentence.text.split()),
        kind=_kind(trigger, who, lexicon),
        status=trigger.group.status,
        who=who,
        where=where,
        attribution=find_source(sentence, trigger, lexicon),
        details=dict.fromkeys(profile.fields),
    )


def _kind(trigger: Trigger, who: Sequence[WireActor], lexicon: Lexicon) -> str:
    """The trigger's kind, or the one that it is when done by such an agent."""
    if trigger.kind not in lexicon.agent_kinds:
        return trigger.kind
    kind, agents = lexicon.agent_kinds[trigger.kind]
    words = {w for actor in who if actor.role == "agent" for w in actor.name.lower().split()}
    return trigger.kind if agents.isdisjoint(words) else kind


def _title(
    sentence: Sentence, trigger: Trigger, subject: Sequence[Phrase], phrases: Sequence[Phrase]
) -> str:
    """Subject, verb and what follows it up to the end of the clause, at most twelve words."""
    first, last = _title_subject(sentence, trigger, subject)
    if first < last == trigger.group.first - 1 and sentence.lower[last] in grammar.CONJUNCTIONS:
        last += 1  # "Water broke into the shaft and drowned …": the second verb of the subject
    room = _TITLE_WORDS - (last - first)
    predicate = sentence.span(trigger.group.first, _title_end(sentence, trigger, room, phrases))
    title = f"{sentence.span(first, last)} {predicate}" if first < last else predicate
    return title[:1].upper() + title[1:]


def _title_subject(
    sentence: Sentence, trigger: Trigger, subject: Sequence[Phrase]
) -> tuple[int, int]:
    """The words of the subject: all of them where they are few, else its noun phrases."""
    if trigger.group.participial:
        return trigger.group.first, trigger.group.first
    first, last = _without_dates(sentence, *subject_span(sentence, trigger))
    noun = trigger.noun.index if trigger.noun else first
    if not first <= noun < last or last - first > _SUBJECT_WORDS:
        first, last = _without_dates(sentence, noun, trigger.group.first)
    if last - first <= _SUBJECT_WORDS and sentence.lower[first:last] != ["it"]:
        return first, last
    if subject and subject[-1].last <= trigger.group.first:
        return subject[0].first, min(subject[-1].last, subject[0].first + _SUBJECT_WORDS)
    return last, last


def _without_dates(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The span without date words at its ends, and without what only leads into it."""
    for index in range(first, last):
        if sentence.date[index] >= 0 and (index + 1 == last or sentence.date[index + 1] < 0):
            if index + 1 < last:
                first = index + 1
            else:
                last = sentence.dates[sentence.date[index]][0]
    while last > first and sentence.lower[last - 1] in _DANGLING:
        last -= 1
    leading = grammar.CONJUNCTIONS | grammar.CLAUSE_MARKERS | grammar.ADVERBS | BREAKS | SPEECH
    while first < last and sentence.lower[first] in leading:
        first += 1
    return first, max(first, last)


def _title_end(sentence: Sentence, trigger: Trigger, room: int, phrases: Sequence[Phrase]) -> int:
    end = trigger.end
    limit = min(len(sentence), max(trigger.end, trigger.group.first + room))
    while end < limit and sentence.words[end] not in BREAKS and sentence.date[end] < 0:
        if sentence.lower[end] in grammar.CLAUSE_MARKERS or _opens_next_clause(sentence, end):
            break
        end += 1
    if sentence.words[end : end + 1] == [":"] and sentence.words[end - 1].isdigit():
        end -= 1  # half of a clock time
    end = next((max(p.first, trigger.end) for p in phrases if p.first < end < p.last), end)
    while end > trigger.index + 1 and sentence.lower[end - 1] in _DANGLING:
        end -= 1
    return end


def _opens_next_clause(sentence: Sentence, index: int) -> bool:
    """As in "and the airport has been shut": an "and" with a subject and a verb of its own."""
    if sentence.lower[index] not in grammar.CONJUNCTIONS:
        return False
    following = sentence.lower[index + 2 : index + 2 + _NEXT_SUBJECT]
    return any(word in grammar.AUXILIARIES for word in following)
