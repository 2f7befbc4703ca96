"""Annotated tasks of Label Studio as labelled articles.

Reads its JSON export ("JSON", not "JSON-MIN"). Whatever cannot be read is an error that names task
and region: nothing that an annotator marked is lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from evals.corpus import LabelledArticle, sha256_of
from evals.labelstudio.names import ARTICLE, ARTICLE_ID, TEXT
from evals.labelstudio.results import read_results
from extractor.errors import CorpusError
from extractor.schema import GoldArticle, GoldEvent
from extractor.schema.base import first_problem

UNKNOWN = "unknown"
"""The annotator of an annotation that does not say whose it is."""

_SHOWN = 10
"""Problems told at once."""

Annotation = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedTask:
    """A task with the annotations that count: cancelled ones are left out, drafts are none."""

    name: str
    data: Mapping[str, Any]
    annotations: tuple[Annotation, ...]


def read_tasks(raw: str, *, where: str) -> tuple[AnnotatedTask, ...]:
    """The tasks of an export. Raises CorpusError where it is none."""
    try:
        found = from_json(raw)  # refuses half characters and endless nesting, as json does not
    except ValueError as error:
        raise CorpusError(f"{where} is no JSON: {error}") from None
    tasks = found if isinstance(found, list) else [found]
    return tuple(_task(task, f"{where}, task {i}") for i, task in enumerate(tasks, start=1))


def annotators(tasks: Sequence[AnnotatedTask]) -> tuple[str, ...]:
    """Who annotated anything, sorted."""
    return tuple(sorted({annotator_of(a) for task in tasks for a in task.annotations}))


def annotator_of(annotation: Annotation) -> str:
    """Mail address or number of who completed it, whichever the export has."""
    by = annotation.get("completed_by")
    if isinstance(by, Mapping):
        by = by.get("email") or by.get("id")
    return UNKNOWN if by in (None, "") else str(by)


def labelled_articles(
    tasks: Sequence[AnnotatedTask], annotator: str
) -> tuple[LabelledArticle, ...]:
    """What one annotator labelled; tasks without an annotation of theirs are left out.

    Of several by the same person the last one counts. Raises CorpusError that lists what is wrong.
    """
    articles: dict[str, LabelledArticle] = {}
    problems: list[str] = []
    for task in tasks:
        mine = [a for a in task.annotations if annotator_of(a) == annotator]
        if not mine:
            continue
        try:
            labelled = _article(task, max(mine, key=_age))
        except CorpusError as error:
            problems.append(str(error))
            continue
        if labelled.id in articles:
            problems.append(f"{task.name}: the article {labelled.id!r} stands in two tasks")
        articles[labelled.id] = labelled
    if problems:
        more = f"\nand {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        raise CorpusError("\n".join(problems[:_SHOWN]) + more)
    return tuple(articles.values())


def _task(task: Any, name: str) -> AnnotatedTask:
    data = task.get("data") if isinstance(task, dict) else None
    if not isinstance(data, dict) or not isinstance(data.get(TEXT), str):
        raise CorpusError(f"{name} has no data.{TEXT}", hint="export as JSON, not as JSON-MIN")
    made = task.get("annotations") or ()
    kept = tuple(a for a in made if isinstance(a, dict) and not a.get("was_cancelled"))
    return AnnotatedTask(name, data, kept)


def _age(annotation: Annotation) -> tuple[str, str, int]:
    """When it was changed last; Label Studio writes times that sort as text."""
    id_ = annotation.get("id")
    changed, made = (str(annotation.get(key) or "") for key in ("updated_at", "created_at"))
    return changed, made, id_ if isinstance(id_, int) else 0


def _article(task: AnnotatedTask, annotation: Annotation) -> LabelledArticle:
    text = str(task.data[TEXT])
    about = task.data.get(ARTICLE)
    given = dict(about) if isinstance(about, Mapping) else {}
    given.setdefault("id", task.data.get(ARTICLE_ID) or task.name.rpartition(", ")[2])
    sha256 = sha256_of(text)
    if given.get("sha256") not in (None, sha256):
        raise CorpusError(f"{task.name}: its text is not the one that was exported")
    try:
        article = GoldArticle.model_validate(given)
        events = tuple(_events(text, annotation, task.name))
    except ValidationError as error:
        raise CorpusError(f"{task.name}: {first_problem(error)}") from None
    return LabelledArticle(article, events, text, sha256)


def _events(text: str, annotation: Annotation, name: str) -> Iterator[GoldEvent]:
    results = annotation.get("result") or ()
    if not all(isinstance(result, Mapping) for result in results):
        raise CorpusError(f"{name}: its annotation has a result that is no object")
    for event in read_results(text, results, where=name):
        try:
            yield GoldEvent.model_validate(event.data)
        except ValidationError as error:
            raise CorpusError(f"{name}, {event.region}: {first_problem(error)}") from None
