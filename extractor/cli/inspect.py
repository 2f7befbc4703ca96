"""`extractor inspect`: what an engine would see of an article."""

from __future__ import annotations

import click

from extractor.cli.options import check_date
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.schema import PublicationDate
from extractor.text.inputs import UnreadableArticle, article_id, read_inputs
from extractor.text.lines import render_line


@click.command()
@click.argument("source", metavar="ARTICLE")
@click.option("--published", callback=check_date, metavar="DATE", help="Publication date.")
def command(source: str, published: str | None) -> None:
    """Print an article's publication-date candidates and its numbered lines with their labels.

    Lines marked - are not shown to the engine.
    """
    profile = load_profile("general")
    for item in read_inputs([source], published=published):
        if isinstance(item, UnreadableArticle):
            raise item.error
        request = prepare(item, profile)
        click.echo(f"article    {article_id(item)}")
        _print_published(request.published)
        for line in request.lines:
            mark = " " if line.shown else "-"
            click.echo(f"{mark} {line.label:<9}{render_line(item.text, line)}")


def _print_published(published: PublicationDate) -> None:
    trust = "trusted" if published.trusted else "not trusted"
    source = f" ({published.source}, {trust})" if published.source else ""
    click.echo(f"published  {published.edtf or 'unknown'}{source}")
    for candidate in published.candidates:
        trust = "trusted" if candidate.trusted else "not trusted"
        click.echo(f"candidate  {candidate.edtf} ({candidate.source}, {trust})")
