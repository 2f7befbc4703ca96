"""`extractor dates`: all date expressions of articles, with what they mean. Needs no model."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Literal

import click

from extractor.cli.options import check_date, map_option
from extractor.cli.outcome import FAILED_ARTICLES
from extractor.dates import DatedExpression, annotate, publication_date
from extractor.errors import InputError
from extractor.runs.identity import content_hash
from extractor.schema import Article
from extractor.text.inputs import UnreadableArticle, article_id, read_inputs
from extractor.text.lines import number_lines
from extractor.text.visible import visible

Form = Literal["text", "jsonl"]


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--published",
    callback=check_date,
    metavar="DATE",
    help="Publication date of articles that do not tell their own (2024-12-06).",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("text", "jsonl")),
    help="Default: text on a terminal, jsonl in a pipe.",
)
@map_option
@click.pass_context
def command(
    context: click.Context,
    inputs: tuple[str, ...],
    published: str | None,
    form: Form | None,
    columns: dict[str, str],
) -> None:
    """Print every date expression of the whole text, one a line: TIMEX3 and EDTF.

    Words that tell no day (`for three days`, `every Friday`, `recently`) have no edtf.
    """
    form = form or ("text" if sys.stdout.isatty() else "jsonl")
    failed = 0
    seen: dict[str, str] = {}
    for item in read_inputs(inputs, published=published, columns=columns):
        try:
            _check_id(item, seen)
            found = _dates_of(item)
        except InputError as error:
            failed += 1
            name = item.id if isinstance(item, UnreadableArticle) else article_id(item)
            click.echo(visible(f"failed: {name}: {error.kind}: {error.message}"), err=True)
            continue
        if isinstance(item, Article):
            _print(article_id(item), found, form)
    context.exit(FAILED_ARTICLES if failed else 0)


def _check_id(item: Article | UnreadableArticle, seen: dict[str, str]) -> None:
    """Raises InputError for the id of an article before with another text, as a batch does."""
    if isinstance(item, UnreadableArticle):
        return
    name, content = article_id(item), content_hash(item)
    if seen.setdefault(name, content) != content:
        raise InputError(f"the id {name!r} was already used for an article with another text")


def _dates_of(item: Article | UnreadableArticle) -> tuple[DatedExpression, ...]:
    """The expressions of an article, seen from its publication date. Raises InputError."""
    if isinstance(item, UnreadableArticle):
        raise item.error
    if not item.text.strip():
        raise InputError("the text is empty")
    lines = number_lines(
        item.text,
        title=item.title,
        language=item.language,
        proven=item.page.labels if item.page else None,
    )
    published = publication_date(item, item.text, [line.entry for line in lines])
    return annotate(item.text, published, language=item.language)


def _print(name: str, found: Iterable[DatedExpression], form: Form) -> None:
    for expression in found:
        if form == "jsonl":
            click.echo(json.dumps(_record(name, expression), ensure_ascii=False))
        else:
            click.echo(_line(name, expression))


def _record(name: str, expression: DatedExpression) -> dict[str, object]:
    when = expression.resolution.when(expression.text)
    return {
        "article_id": name,
        "text": expression.text,
        "start": expression.start,
        "end": expression.end,
        "type": expression.type,
        "value": expression.value,
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "basis": when.basis,
        "rule": expression.resolution.rule,
    }


def _line(name: str, expression: DatedExpression) -> str:
    """Columns: where, the words on one line, TIMEX3 type and value, the days."""
    words = " ".join(expression.text.split())
    where = f"{name}:{expression.start}-{expression.end}"
    edtf = str(expression.resolution.edtf or "-")
    return visible(f"{where:<24} {edtf:<24} {expression.type:<8} {expression.value:<20} {words}")
