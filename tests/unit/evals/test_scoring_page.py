"""docs/scoring.md says what the scorer does: its example is scored, its keys are the file's."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from evals.corpus import Corpus
from evals.metrics.fields import FIELDS
from evals.predictions import Predictions
from evals.score import GATES, score
from evals.scorefile import (
    F1,
    DateScores,
    EmptyArticles,
    ErrorCounts,
    FieldScore,
    GroundingScores,
    Metrics,
    OrderScores,
    PublishedScores,
    Score,
    UsageTotals,
)
from evals.similarity import (
    CHANCE_WORDING,
    EVIDENCE_WEIGHT,
    GATE,
    GATE_WITHOUT_SPANS,
    NAMES_WEIGHT,
    SIDE_GATE,
    TOLD_ELSEWHERE,
    WORDING_WEIGHT,
)
from tests.unit.evals.evals_builders import corpus, labelled, predicted, record, run

PAGE = (Path(__file__).parents[3] / "docs" / "scoring.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def example() -> Score:
    text = block("text")
    gold: Corpus = corpus(labelled("a", text, *yaml.safe_load(block("yaml"))["events"]))
    events = [json.loads(line) for line in block("jsonl").splitlines()]
    found: Predictions = run(
        [one for data in events for one in predicted(data.pop("article_id"), data)],
        record("a", text),
    )
    return score(gold, found)


ROWS = re.findall(r"^\| `([a-z_.]+)` \| ([a-z]+ \d.*) \|$", PAGE, re.MULTILINE)


def test_there_are_rows() -> None:
    assert [key for key, _ in ROWS] == [
        "event",
        "event_date",
        "fields.date",
        "fields.who",
        "fields.where",
        "errors",
    ]


@pytest.mark.parametrize(("key", "told"), ROWS)
def test_the_worked_example(example: Score, key: str, told: str) -> None:
    part: Any = example.metrics.model_dump()
    for step in key.split("."):
        part = part[step]
    for name, value in re.findall(r"(\w+) ([\d/]+)", told):
        assert part[name] == pytest.approx(float(Fraction(value))), name


def test_the_similarity_of_the_worked_example(example: Score) -> None:
    _, miners = example.articles[0].pairs
    assert f"= {miners.similarity:.3f}: a pair".replace("0.", ".") in PAGE


@pytest.mark.parametrize(
    "model",
    [
        F1,
        FieldScore,
        DateScores,
        GroundingScores,
        OrderScores,
        PublishedScores,
        ErrorCounts,
        EmptyArticles,
        UsageTotals,
        Metrics,
    ],
)
def test_every_number_is_explained(model: type[BaseModel]) -> None:
    words = set(re.findall(r"\w+", PAGE))
    assert set(model.model_fields) <= words


def test_every_constant_is_told() -> None:
    told = (EVIDENCE_WEIGHT, WORDING_WEIGHT, NAMES_WEIGHT, GATE, GATE_WITHOUT_SPANS, SIDE_GATE)
    for number in (*told, TOLD_ELSEWHERE, CHANCE_WORDING, *GATES):
        assert f" {number:.2f}"[2:] in PAGE
    assert f"fields.{'|'.join(FIELDS)}" in PAGE
