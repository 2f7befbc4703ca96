"""What one report is about: a system's score, those it is compared with, annotators' agreement.

The same for every form; computes nothing beyond the comparisons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evals.compare import Comparison, compare
from evals.scorefile import Score
from extractor.errors import ConfigurationError

FLOOR = "rules"
"""The engine without a model: what any model has to be better than."""

NamedScore = tuple[str, Score]
"""A score and the file that it was read from."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A further score. `comparison` goes from it to the system; without one, `reason` says why."""

    name: str
    score: Score
    comparison: Comparison | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The first of `others` is the baseline: what articles are called better or worse than."""

    name: str
    score: Score
    others: tuple[Compared, ...] = ()
    agreement: NamedScore | None = None

    @property
    def baseline(self) -> Compared | None:
        """The first further score that can be compared."""
        return next((other for other in self.others if other.comparison), None)

    def label(self, name: str, score: Score) -> str:
        """What one of the scores is called: its engine, and its file where others have that too."""
        engine = score.run.engine
        if engine is None:
            return name
        engines = [one.run.engine for one in (self.score, *(o.score for o in self.others))]
        return engine if engines.count(engine) == 1 else f"{engine} ({name})"

    @property
    def lacks_floor(self) -> bool:
        """Whether no score of the offline engine stands beside that of a model."""
        engines = [self.score.run.engine, *(other.score.run.engine for other in self.others)]
        return self.score.corpus is not None and FLOOR not in engines


def report_of(scores: Sequence[NamedScore], *, agreement: NamedScore | None = None) -> Report:
    """A report on the first score, compared with the others; the first of these is the baseline.

    What cannot be compared (another corpus, another scorer) is kept, with the reason.
    """
    (name, score), *others = scores
    compared = tuple(_compared(other, (name, score)) for other in others)
    return Report(name, score, compared, agreement)


def _compared(other: NamedScore, system: NamedScore) -> Compared:
    names = (other[0], system[0])
    try:
        return Compared(*other, compare([other[1]], [system[1]], names=names))
    except ConfigurationError as error:
        return Compared(*other, None, str(error))
