"""The score file: every number of an evaluation, as one record that other programs read.

Holds no time stamp: the same corpus and the same run give the same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from pydantic import Field, ValidationError

from extractor.errors import ConfigurationError
from extractor.schema.base import SCHEMA_VERSION, Record, first_problem

CaseStatus: TypeAlias = Literal["ok", "partial", "failed", "duplicate", "missing", "no_events"]
"""What the run made of an article. `missing`: the run does not know it. `no_events`: only an
events file was given and nothing in it is of this article, which may mean either."""

Verdict: TypeAlias = Literal["cor", "par", "inc", "mis", "spu"]
"""MUC's words for a field: correct, partial, incorrect, missing, spurious."""

FieldName: TypeAlias = Literal["date", "who", "where", "kind", "status"]
ErrorName: TypeAlias = Literal["missed", "extra", "hallucinated", "duplicate", "split", "merged"]
EventKey: TypeAlias = int | str
"""A gold event by its position in the label file, a predicted one by its id, else its position."""


class F1(Record):
    """Counted events and what follows from them.

    precision = tp/(tp+fp), recall = tp/(tp+fn), f1 = 2tp/(2tp+fp+fn). Null where there is
    nothing to divide by: no prediction to be right, no gold to be found, neither of them. That is
    not 0 (nothing was wrong) and not 1 (nothing was right). `ci95`: see
    `evals.statistics.intervals`.
    """

    tp: int
    fp: int
    fn: int
    precision: float | None
    recall: float | None
    f1: float | None
    ci95: tuple[float, float] | None = None


class FieldScore(Record):
    """MUC counts of one field; see `evals.metrics.fields`."""

    cor: int
    par: int
    inc: int
    mis: int
    spu: int
    precision: float | None
    recall: float | None
    f1: float | None


class DateScores(Record):
    """How dates of paired events are wrong; see `evals.metrics.dates`."""

    n: int
    exact: int
    contained: int
    median_abs_days: float | None
    wrong_year: int
    page_date_trap: int
    invented: int
    missing: int


class GroundingScores(Record):
    """Whether predicted events stand on the text; see `evals.metrics.grounding`."""

    n: int
    verbatim: int
    supported: int
    unsupported_names: int


class OrderScores(Record):
    """Whether events come in the right order; see `evals.metrics.order`."""

    kendall_tau_b: float | None
    pairs: int


class PublishedScores(Record):
    """Publication dates that the run had to find out; see `evals.metrics.published`."""

    n: int
    right: int
    unknown: int
    wrong: int


class ErrorCounts(Record):
    """Every lost event once: missed + merged = fn, and the other four = fp.

    See `evals.metrics.errors`.
    """

    missed: int = 0
    extra: int = 0
    hallucinated: int = 0
    duplicate: int = 0
    split: int = 0
    merged: int = 0


class EmptyArticles(Record):
    """Articles without required gold: `clean` are those in which no event was found."""

    n: int
    clean: int


class UsageTotals(Record):
    """What the run took for the articles of the corpus.

    `cost_usd` is null where it is not known for all of them; `seconds` is the sum over articles,
    also where they ran side by side.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0
    attempts: int = 0
    failed: int = 0


class Metrics(Record):
    """All numbers over the whole corpus. Without a corpus only `grounding` and `usage` are known.

    `gates`: event F1 at three gates of the alignment, to see how much depends on that choice.
    """

    event: F1 | None = None
    event_date: F1 | None = None
    fields: dict[FieldName, FieldScore] | None = None
    dates: DateScores | None = None
    grounding: GroundingScores
    order: OrderScores | None = None
    published: PublishedScores | None = None
    errors: ErrorCounts | None = None
    empty_articles: EmptyArticles | None = None
    usage: UsageTotals
    gates: dict[str, float | None] | None = None


class Slice(Record):
    """The articles that carry one tag."""

    n: int
    event: F1
    event_date: F1


class ScoredPair(Record):
    """A gold and a predicted event that were taken to be the same happening.

    `fields` holds a verdict for each field of which there is something to say. `days_off`: days
    from the right date to the predicted one, below 0 where it is too early; see
    `evals.metrics.dates`.
    """

    gold: EventKey
    pred: EventKey
    similarity: float
    fields: dict[FieldName, Verdict] = Field(default_factory=dict)
    gold_title: str
    pred_title: str
    days_off: int | None = None


class Lost(Record):
    """An event without a partner.

    `nearest` is the event of the other side that it could have been paired with, had that not had
    a better partner.
    """

    event: EventKey
    title: str
    error: ErrorName
    nearest: EventKey | None = None


class ArticleScore(Record):
    """One article of the corpus. `optional` are pairs with optional gold, which count nowhere."""

    id: str
    status: CaseStatus
    tags: tuple[str, ...] = ()
    tp: int
    fp: int
    fn: int
    pairs: tuple[ScoredPair, ...] = ()
    missed: tuple[Lost, ...] = ()
    extra: tuple[Lost, ...] = ()
    optional: tuple[ScoredPair, ...] = ()


class CorpusInfo(Record):
    """What was scored against."""

    path: str
    sha256: str
    articles: int
    gold_events: int


class RunInfo(Record):
    """What was scored. `outside_*`: what the run holds beside the corpus; it counts nowhere.

    `changed_texts`: articles without a web page that the run read in another text than the
    labelled one. `unplaced_*`:
    events of either side whose evidence has no place in the text, in articles where both sides
    have events: they are paired by wording and names alone.
    """

    path: str
    engine: str | None = None
    profile: str | None = None
    complete: bool | None = None
    articles: int
    events: int
    outside_articles: int = 0
    outside_events: int = 0
    changed_texts: int = 0
    unplaced_events: int = 0
    unplaced_gold: int = 0


class ScorerInfo(Record):
    """How it was scored. Scores of two versions or settings are not comparable."""

    version: int
    package: str
    gate: float
    gate_without_spans: float
    side_gate: float
    weights: dict[str, float]
    draws: int
    seed: int
    all_required: bool = False


class Score(Record):
    """The whole score file."""

    schema_version: Literal[1] = SCHEMA_VERSION
    corpus: CorpusInfo | None = None
    run: RunInfo
    scorer: ScorerInfo
    metrics: Metrics
    slices: dict[str, Slice] = Field(default_factory=dict)
    articles: tuple[ArticleScore, ...] = ()

    def to_json(self) -> str:
        """The file's content."""
        return self.model_dump_json(indent=2) + "\n"


def read_score(path: Path) -> Score:
    """Read a score file. Raises ConfigurationError where it is none."""
    try:
        return Score.model_validate_json(path.read_bytes())
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from None
    except ValidationError as error:
        raise ConfigurationError(
            f"{path} is no score file of this version: {first_problem(error, whole='the file')}",
            hint="write one with `evals score RUN --corpus CORPUS -o score.json`",
        ) from None
