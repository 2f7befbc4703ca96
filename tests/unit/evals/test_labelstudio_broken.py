"""Exports that Label Studio would not write: an error that names the place, never a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from evals.labelstudio.exporting import tasks
from evals.labelstudio.importing import annotators, labelled_articles, read_tasks
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import event, labelled

TEXT = "Rain fell on Velga. \U0001f327 Miners met in Ostin.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga.", details={"depth": 3})
Change = Callable[[dict[str, Any]], None]


def exported() -> dict[str, Any]:
    (task,) = tasks([labelled("a", TEXT, RAIN, event("Nothing to see"))])
    copy: dict[str, Any] = json.loads(json.dumps(task))
    return copy


def imported(task: dict[str, Any]) -> list[str]:
    found = read_tasks(json.dumps([task]), where="project.json")
    (article,) = labelled_articles(found, annotators(found)[0])
    return [one.title for one in article.events]


def result(task: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        one for one in task["annotations"][0]["result"] if one.get("from_name") == name
    )
    return found


def test_as_it_was_exported() -> None:
    assert imported(exported()) == ["Rain falls on Velga", "Nothing to see"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda t: result(t, "span").update(value="words"), "neither Event nor Evidence"),
        (lambda t: result(t, "span").update(value=[1]), "neither Event nor Evidence"),
        (lambda t: result(t, "span")["value"].update(start=float("inf")), "are no numbers"),
        (lambda t: result(t, "span")["value"].update(start=None), "are no numbers"),
        (lambda t: result(t, "other")["value"].update(text='{"when": [1]}'), "`when` in other"),
        (lambda t: result(t, "other")["value"].update(text='{"when": "May"}'), "`when` in other"),
        (lambda t: result(t, "title").update(value="words"), "the event has no title"),
        (lambda t: result(t, "unplaced")["value"].update(text=["{}"]), "unplaced holds no event"),
        (lambda t: t["data"].update(text="\ud83d"), "is no JSON"),
    ],
)
def test_what_cannot_be_read_is_told(change: Change, reason: str) -> None:
    task = exported()
    change(task)
    with pytest.raises(CorpusError, match=reason):
        imported(task)


@pytest.mark.parametrize(
    ("change", "titles"),
    [
        (lambda t: result(t, "title")["value"].update(text=5), ["5", "Nothing to see"]),
        (lambda t: result(t, "title")["value"].update(text="Rain"), ["Rain", "Nothing to see"]),
        (
            lambda t: result(t, "unplaced")["value"].update(
                text=result(t, "unplaced")["value"]["text"][0]
            ),
            ["Rain falls on Velga", "Nothing to see"],
        ),
    ],
)
def test_a_single_entry_needs_no_list(change: Change, titles: list[str]) -> None:
    task = exported()
    change(task)
    assert imported(task) == titles


def test_endless_nesting_is_told() -> None:
    with pytest.raises(CorpusError, match="is no JSON"):
        read_tasks("[" * 100_000, where="project.json")
