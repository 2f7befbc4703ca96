"""`extractor inspect`: what an engine would see of an article, and what that would cost."""

from __future__ import annotations

import json
import os

import click

from extractor.cli.model_options import check_price
from extractor.cli.options import MODEL_VARIABLE, check_date, map_option
from extractor.cli.outcome import FAILED_ARTICLES
from extractor.cli.output import report_unreadable
from extractor.engines.opening import check_engine_name
from extractor.errors import InputError
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.request import Request
from extractor.schema import PublicationDate, Usage
from extractor.text.inputs import UnreadableArticle, article_id, read_inputs
from extractor.text.lines import render_line
from extractor.text.visible import visible

OUTPUT_TOKENS = 1000
"""The answer's price is told for so many tokens: how long it gets, no one knows before."""


@click.command()
@click.argument("source", metavar="ARTICLE")
@click.option("-m", "--model", metavar="ENGINE", help="Model whose price is told.")
@click.option("-p", "--profile", default="general", show_default=True, help="A name or a folder.")
@click.option("--published", callback=check_date, metavar="DATE", help="Publication date.")
@click.option("--price", callback=check_price, metavar="IN,OUT", help="USD per million tokens.")
@map_option
@click.pass_context
def command(
    context: click.Context,
    source: str,
    model: str | None,
    profile: str,
    published: str | None,
    price: tuple[float, float] | None,
    columns: dict[str, str],
) -> None:
    """Print an article's publication-date candidates and its numbered lines with their labels.

    Lines marked - are not shown to the engine. Tokens are an estimate by bytes. No model is
    called; `extractor prompts render` prints the messages word for word.
    """
    model = model or os.environ.get(MODEL_VARIABLE)
    if model is not None:
        check_engine_name(model)
    loaded = load_profile(profile)
    failed = 0
    for item in read_inputs([source], published=published, columns=columns):
        try:
            if isinstance(item, UnreadableArticle):
                raise item.error
            request = prepare(item, loaded)
        except InputError as error:
            failed += 1
            name = item.id if isinstance(item, UnreadableArticle) else article_id(item)
            report_unreadable(name, error)
            continue
        click.echo(visible(f"article    {article_id(item)}"))
        _print_published(request.published)
        tokens = _print_tokens(request)
        _print_price(tokens, model, price)
        for line in request.lines:
            mark = " " if line.shown else "-"
            click.echo(visible(f"{mark} {line.label:<9}{render_line(item.text, line)}"))
    context.exit(FAILED_ARTICLES if failed else 0)


def _print_published(published: PublicationDate) -> None:
    trust = "trusted" if published.trusted else "not trusted"
    source = f" ({published.source}, {trust})" if published.source else ""
    click.echo(f"published  {published.edtf or 'unknown'}{source}")
    for candidate in published.candidates:
        trust = "trusted" if candidate.trusted else "not trusted"
        click.echo(f"candidate  {candidate.edtf} ({candidate.source}, {trust})")


def _print_tokens(request: Request) -> int:
    """Print about how many tokens a model would be sent; also returned."""
    from extractor.prompts.rendering import render
    from extractor.prompts.tokens import about, estimate_tokens

    profile = request.profile
    sent = render(
        profile, article=request.article, lines=request.lines, published=request.published
    )
    schema = json.dumps(profile.wire_model().model_json_schema(), separators=(",", ":"))
    system, user, shape = map(estimate_tokens, (sent.system, sent.user, schema))
    total = system + user + shape
    click.echo(
        f"tokens     about {about(total)}: article {about(user)},"
        f" instructions {about(system)}, the answer's schema {about(shape)}"
    )
    return total


def _print_price(tokens: int, model: str | None, price: tuple[float, float] | None) -> None:
    """Print what so many tokens cost, where a model or a price is named."""
    if model is None and price is None:
        return
    if price is None and "/" not in (model or ""):
        click.echo(f"price      nothing: {model} calls no server")
        return
    into, out = (_cost(model, price, usage) for usage in _usages(tokens))
    if into is None or out is None:
        click.echo(f"price      not known for {model}: give --price IN,OUT")
        return
    click.echo(
        f"price      about ${into:.5f} sent, and ${out:.5f} for every"
        f" {OUTPUT_TOKENS:,} tokens of the answer"
    )


def _usages(tokens: int) -> tuple[Usage, Usage]:
    return Usage(input_tokens=tokens), Usage(output_tokens=OUTPUT_TOKENS)


def _cost(model: str | None, price: tuple[float, float] | None, usage: Usage) -> float | None:
    from extractor.engines.llm.endpoints import PROVIDERS
    from extractor.engines.llm.pricing import price_by

    provider, _, name = (model or "").partition("/")
    known = PROVIDERS.get(provider)
    priced_as = known.priced_as if known else None
    return price_by(provider=priced_as, model=name, price=price)(usage)
