"""`extractor schema`: the JSON Schemas of all records."""

from __future__ import annotations

import json
from typing import Any

import click
from pydantic import BaseModel

from extractor.prompts import load_profile
from extractor.schema import Article, ArticleRecord, Event, GoldFile, RunRecord, TimelineEntry

OUTPUT_RECORDS: dict[str, type[BaseModel]] = {
    "event": Event,
    "article": ArticleRecord,
    "run": RunRecord,
    "timeline": TimelineEntry,
}
NAMES = (*OUTPUT_RECORDS, "wire", "corpus", "input")


@click.command()
@click.argument("name", required=False, type=click.Choice(NAMES))
@click.option("-p", "--profile", default="general", show_default=True, help="Profile of `wire`.")
def command(name: str | None, profile: str) -> None:
    """Print the JSON Schema of one record, or of all as one object.

    event, article, run: lines of events.jsonl and articles.jsonl, and run.json. timeline: an
    entry of a timeline. wire: an engine's answer. corpus: a label file. input: an article record
    as it comes in.
    """
    schemas = json_schema(name, profile) if name else {n: json_schema(n, profile) for n in NAMES}
    click.echo(json.dumps(schemas, indent=2, ensure_ascii=False))


def json_schema(name: str, profile: str) -> dict[str, Any]:
    """The JSON Schema of one record."""
    if name == "wire":
        return load_profile(profile).wire_model().model_json_schema()
    if name in OUTPUT_RECORDS:
        return OUTPUT_RECORDS[name].model_json_schema(mode="serialization")
    return (GoldFile if name == "corpus" else Article).model_json_schema()
