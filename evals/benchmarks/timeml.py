"""TempEval-3, task A on any TimeML: time expressions found by `extractor dates`, and their values.

No engine takes part: dates are read the same way whatever engine reads the events.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evals.adapters.timeml import Document, Timex, read_documents
from evals.benchmarks.base import Measure, Tally, Task, measure
from evals.benchmarks.tempeval import Score, score, total
from extractor.dates import annotate
from extractor.errors import CorpusError
from extractor.schema import PublicationDate

_STEPS = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}


def open_task(source: Path, *, split: str | None, limit: int | None) -> Task:
    """Documents sorted by file name; `even` and `odd` are halves of them, counted from 0.

    Rules were developed on the even half of TBAQ, so its odd half is the one to report.
    """
    if (split or "all") not in _STEPS:
        raise CorpusError(f"no split {split!r}; there are {', '.join(_STEPS)}")
    documents = read_documents(source)[_STEPS[split or "all"]][:limit]
    return Task((), lambda predictions: measures(documents))


def measures(documents: Sequence[Document]) -> list[Measure]:
    """F1 of extents (strict, relaxed), of type and of value, over all expressions."""
    scores = [score(document.gold, find_timexes(document)) for document in documents]
    return [
        _measure("extent, strict", scores, [s.strict for s in scores]),
        _measure("extent, relaxed", scores, [s.relaxed for s in scores]),
        _measure("type", scores, [s.types for s in scores]),
        _measure("value", scores, [s.values for s in scores]),
    ]


def _measure(name: str, scores: Sequence[Score], earned: Sequence[int]) -> Measure:
    tallies = [Tally(e, s.found, s.gold) for e, s in zip(earned, scores, strict=True)]
    whole = total(scores)
    return measure(name, tallies, {"right": sum(earned), "gold": whole.gold, "pred": whole.found})


def find_timexes(document: Document, *, language: str = "en") -> list[Timex]:
    """What the date reader finds in a document, told its day of writing and its language."""
    day = date.fromisoformat(document.written)
    published = PublicationDate(edtf=document.written, earliest=day, latest=day, trusted=True)
    return [
        Timex(e.start, e.end, e.text, e.type, e.value, e.mod or "")
        for e in annotate(document.text, published, language=language)
    ]
