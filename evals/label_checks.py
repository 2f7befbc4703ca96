"""What may be wrong with one labelled article or event: problems and what to do about them.

Judges form, not truth; reads no file. `evals.lint` says in which file and event they stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from evals.spans import occurrences
from extractor.edtf import Bounds, bounds_of
from extractor.grounding import contains, fold
from extractor.prompts.yamlfile import nearest
from extractor.schema import GoldArticle, GoldEvent
from extractor.schema.gold import GoldActor, GoldEvidence, GoldPlace, Label

_COPY_NAME = "copy the name from the text; other forms go to `also`"
_LEAVE_OUT = "leave it out of `also`"
_COPY_QUOTE = "copy the words of the text letter by letter"


class Problem(NamedTuple):
    """What is wrong, and what to do about it. A warning may be meant so."""

    message: str
    remedy: str
    is_warning: bool = False


def check_article(article: GoldArticle) -> Iterator[Problem]:
    """Problems of what is known of an article."""
    yield from check_keys(article)
    if article.published_given and article.published is None:
        yield Problem(
            "published_given without a date",
            "give `published`, or leave `published_given` out",
        )
    for name in ("retrieved", "modified"):
        if _is_wholly_before(getattr(article, name), article.published):
            told = f"{name} {getattr(article, name)} is before published {article.published}"
            yield Problem(told, "correct the one that is wrong")
    for tag, times in Counter(article.tags).items():
        if times > 1:
            yield Problem(f"the tag {tag!r} stands {times} times", "keep one of them")


def _is_wholly_before(first: str | None, second: str | None) -> bool:
    latest, earliest = bounds_of(first).latest, bounds_of(second).earliest
    return latest is not None and earliest is not None and latest < earliest


def check_event(
    event: GoldEvent, kinds: Collection[str] | None, text: str | None, folded: str | None
) -> Iterator[Problem]:
    """Problems of one event.

    Args:
        event: the labelled event.
        kinds: kinds of the article's profile; None where the profile cannot be read.
        text: the stored text; None where it is not at hand: then no words are looked up.
        folded: the same text, folded as names are.
    """
    yield from check_keys(event)
    if kinds is not None and event.kind is not None and event.kind not in kinds:
        remedy = nearest(event.kind, kinds) or f"one of {', '.join(sorted(kinds))}"
        yield Problem(f"kind {event.kind!r} is not in the profile", remedy)
    if "when" not in event.model_fields_set:
        yield Problem("no `when`", "write `when: {edtf: null}` where the text tells no date")
    yield from _check_alternatives(event)
    if not event.evidence:
        yield Problem("no evidence", "quote the words that state the event")
    if text is None or folded is None:
        return
    for piece in event.evidence:
        yield from _check_evidence(piece, text)
    if event.when.text and not _stands(event.when.text, text, folded):
        yield Problem(
            f"when.text {event.when.text!r} is not in the text", "copy the date words of the text"
        )
    for name in _names(event):
        if not _stands(name, text, folded):
            yield Problem(f"name {name!r} is not in the text", _COPY_NAME)


def _stands(words: str, text: str, folded: str) -> bool:
    """Whether the text has the words; letter by letter also within a word (`Kars'ta`, `Карсе`)."""
    return words in text or contains(folded, words)


def _names(event: GoldEvent) -> Iterator[str]:
    yield from (actor.name for actor in event.who)
    for place in event.where:
        yield place.name
        if place.within:
            yield place.within


def _check_evidence(piece: GoldEvidence, text: str) -> Iterator[Problem]:
    start, end, quote = piece.start, piece.end, piece.quote
    if start is not None and end is not None:
        if end > len(text):
            told = f"evidence {start}-{end} goes beyond the text ({len(text)} characters)"
            yield Problem(told, "count code points of the stored text, from 0")
        elif quote is not None and text[start:end] != quote:
            told = f"quote does not stand at {start}-{end}: {_short(quote)}"
            yield Problem(told, _where_it_stands(quote, text))
    elif quote is not None:
        found = list(occurrences(text, quote))
        if not found:
            yield Problem(f"quote is not in the text: {_short(quote)}", _COPY_QUOTE)
        elif len(found) > 1:
            told = f"quote stands {len(found)} times in the text, give start and end"
            yield Problem(f"{told}: {_short(quote)}", _where_it_stands(quote, text))


def check_page(event: GoldEvent, text: str | None, page_text: str) -> Iterator[Problem]:
    """Evidence whose words the text of the web page does not hold; `text`: the labelled one."""
    for piece in event.evidence:
        words = piece.quote
        if words is None and text is not None:
            words = text[piece.start : piece.end]
        if words and words not in page_text:
            told = f"quote is not in the page as it is read today: {_short(words)}"
            yield Problem(told, "see what is read with `extractor inspect`; quote words of both")


def _where_it_stands(quote: str, text: str) -> str:
    """Up to three places, ready to be copied into a label."""
    found = [f"{start}-{start + len(quote)}" for start in occurrences(text, quote)]
    if not found:
        return _COPY_QUOTE
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return f"it stands at {', '.join(found[:3])}{more}"


def _short(quote: str) -> str:
    return repr(quote if len(quote) <= 60 else quote[:57] + "...")


def _check_alternatives(event: GoldEvent) -> Iterator[Problem]:
    """Alternatives that say nothing new, and names that could be two of the list."""
    said: set[Bounds] = {bounds_of(event.when.edtf)}
    for other in event.when.also:
        if bounds_of(other) == bounds_of(event.when.edtf):
            yield Problem(f"when.also {other!r} is the date itself", _LEAVE_OUT)
        elif bounds_of(other) in said:
            yield Problem(f"when.also {other!r} stands twice", "keep one of them")
        said.add(bounds_of(other))
    for field, items in (("who", event.who), ("where", event.where)):
        for item in items:
            if item.name in item.also:
                yield Problem(f"{field}: also {item.name!r} is the name itself", _LEAVE_OUT)
        yield from _shared_names(field, items)


def _shared_names(field: str, items: Sequence[GoldActor | GoldPlace]) -> Iterator[Problem]:
    """A name that stands for two items would count as having found both."""
    forms = [{fold(name) for name in (item.name, *item.also)} for item in items]
    count = Counter(form for item_forms in forms for form in item_forms)
    for form in sorted(form for form, times in count.items() if times > 1):
        yield Problem(f"{field}: {form!r} stands for {count[form]} items", "keep it with one")


def check_keys(label: Label) -> Iterator[Problem]:
    """Keys that the schema does not have, in any part of a label."""
    yield from (
        Problem(
            f"unknown key {key!r}",
            nearest(key.rpartition(".")[2], known) or f"known are {', '.join(known)}",
        )
        for key, known in _unknown_keys(label, "")
    )


def _unknown_keys(label: Label, prefix: str) -> Iterator[tuple[str, list[str]]]:
    """Keys that the schema does not have, down to the smallest part, and those that it has."""
    known = list(type(label).model_fields)
    for key in sorted(label.model_extra or {}):
        yield prefix + key, known
    for name in known:
        value = getattr(label, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Label):
                yield from _unknown_keys(part, f"{prefix}{name}.")
