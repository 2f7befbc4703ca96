"""Do predicted events stand on the words of the article? Needs no gold, only the article's text.

`n`: events whose article's text is at hand. `verbatim`: every piece of evidence is in the text
where it says (`text[start:end] == quote`; a quote without a place: anywhere). `supported`: every
name and the date words stand in the text. `unsupported_names`: names that do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from evals.cases import UNREAD, Case
from evals.predictions import PredictedEvent, PredictedEvidence, Predictions
from evals.scorefile import GroundingScores
from extractor.grounding import contains, fold

Read = tuple[str | None, tuple[PredictedEvent, ...]]
"""The text that a run read, and the events that it found there."""


def read_in_cases(cases: Iterable[Case]) -> Iterator[Read]:
    """Texts and events of the articles of a corpus."""
    return ((case.read_text, case.raw) for case in cases)


def read_in_run(predictions: Predictions) -> Iterator[Read]:
    """Texts and events of all articles of a run."""
    records = predictions.records or {}
    for article_id, events in predictions.events.items():
        record = records.get(article_id)
        if record is None or record.status not in UNREAD:
            yield record.text if record else None, events


def grounding_scores(read: Iterable[Read]) -> GroundingScores:
    """Count over all events whose text is at hand."""
    n = verbatim = supported = unsupported_names = 0
    for text, events in read:
        if text is None or not events:
            continue
        stands = _Standing(text)
        for event in events:
            missing = [name for name in _names(event) if not stands[name]]
            dated = not event.when.text or stands[event.when.text]
            n += 1
            verbatim += is_verbatim(event, text)
            supported += dated and not missing
            unsupported_names += len(missing)
    return GroundingScores(
        n=n, verbatim=verbatim, supported=supported, unsupported_names=unsupported_names
    )


class _Standing(dict[str, bool]):
    """Whether words stand in one text, looked up once.

    The text is folded only when a name does not stand there letter by letter: folding would be
    the most of the time that scoring takes.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, words: str) -> bool:
        self[words] = found = self._is_word(words) or contains(self._folded, words)
        return found

    def _is_word(self, words: str) -> bool:
        """Whether the first occurrence stands between spaces or punctuation."""
        text, start = self._text, self._text.find(words)
        if start < 0 or not words.strip():
            return False
        if start and text[start - 1].isalnum():
            return False
        end = start + len(words)
        return not text[end : end + 1].isalnum()

    @cached_property
    def _folded(self) -> str:
        return fold(self._text)


def _names(event: PredictedEvent) -> list[str]:
    names = [named.name for named in (*event.who, *event.where)]
    return names + [place.within for place in event.where if place.within]


def is_verbatim(event: PredictedEvent, text: str) -> bool:
    """Whether the event has evidence, and all of it stands in the text as it says."""
    return bool(event.evidence) and all(_stands(piece, text) for piece in event.evidence)


def _stands(piece: PredictedEvidence, text: str) -> bool:
    start, end = piece.start, piece.end
    if start is None or end is None:
        return bool(piece.quote and piece.quote.strip()) and str(piece.quote) in text
    inside = 0 <= start < end <= len(text) and not text[start:end].isspace()
    return inside and (piece.quote is None or text[start:end] == piece.quote)
