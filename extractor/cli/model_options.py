"""Options of every command that calls a model, gathered into one EngineOptions."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

import click

from extractor.engines.options import CONTEXT, MAX_TOKENS, MODES, RETRIES, EngineOptions

_FIELDS = tuple(field.name for field in dataclasses.fields(EngineOptions))


def check_price(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[float, float] | None:
    """`0.15,0.6`: USD per million tokens, in and out; or a usage error."""
    if value is None:
        return None
    try:
        per_input, per_output = (float(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter(f"{value!r} is not two numbers; write it as 0.15,0.6") from None
    if not (0 <= per_input < float("inf") and 0 <= per_output < float("inf")):
        raise click.BadParameter("a price is not below zero, and finite")
    return per_input, per_output


def _check_address(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Refused here for every engine: also a run of an engine that asks no server keeps it."""
    from extractor.engines.llm.endpoints import check_address

    if value:
        check_address(value)
    return value


def _check_variable(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    from extractor.engines.llm.endpoints import check_variable

    if value is not None:
        check_variable(value)
    return value


_OPTIONS = (
    click.option(
        "--base-url",
        callback=_check_address,
        metavar="URL",
        help="Address of an OpenAI-compatible server.",
    ),
    click.option(
        "--api-key-env",
        callback=_check_variable,
        metavar="NAME",
        help="Variable that holds the key, where not the usual.",
    ),
    click.option(
        "--mode",
        type=click.Choice(MODES),
        default="auto",
        show_default=True,
        help="How the model is held to the answer's form.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        help="Seconds for one call; default: 120 for a server, no limit for gguf.",
    ),
    click.option(
        "--retries",
        type=click.IntRange(min=0),
        default=RETRIES,
        show_default=True,
        help="How often a call that failed on the way is repeated.",
    ),
    click.option(
        "--price",
        callback=check_price,
        metavar="IN,OUT",
        help="USD per million tokens; default: public price tables.",
    ),
    click.option(
        "--max-tokens",
        type=click.IntRange(min=1),
        default=MAX_TOKENS,
        show_default=True,
        help="Length limit of an answer; one that reaches it is asked for again with more.",
    ),
    click.option(
        "--context",
        type=click.IntRange(min=1024),
        default=CONTEXT,
        show_default=True,
        help="Tokens that a gguf model holds for one article, prompt and answer.",
    ),
)


def model_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--base-url` and the other settings of a model; the command gets them as `settings`."""

    @functools.wraps(command)
    def with_settings(*arguments: Any, **values: Any) -> Any:
        given = {name: values.pop(name) for name in _FIELDS}
        return command(*arguments, settings=EngineOptions(**given), **values)

    for option in reversed(_OPTIONS):
        with_settings = option(with_settings)
    return with_settings
