"""Options and settings that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


class NonEmptyPath(click.Path):
    """A path that is not empty: `""` is a variable that is not set, never the current folder."""

    def __init__(self, *, dir_okay: bool = True) -> None:
        super().__init__(path_type=Path, dir_okay=dir_okay)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a usage error."""
        if value == "":
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)


MODEL_VARIABLE = "EXTRACTOR_MODEL"


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`-m` and `-p`: which engine reads, with which profile."""
    command = click.option(
        "-p", "--profile", default="general", show_default=True, help="Profile: a name or a folder."
    )(command)
    return click.option(
        "-m", "--model", metavar="ENGINE", help=f"Engine; default: ${MODEL_VARIABLE}, else rules."
    )(command)


def chosen_engine(model: str | None) -> str:
    """The engine asked for, else the environment's, else the offline one (said on stderr)."""
    chosen = model or os.environ.get(MODEL_VARIABLE)
    if chosen:
        return chosen
    from extractor.engines.opening import DEFAULT_ENGINE  # engines, for those who use one

    click.echo(
        f"using the offline engine {DEFAULT_ENGINE!r} (choose another with -m or {MODEL_VARIABLE})",
        err=True,
    )
    return DEFAULT_ENGINE


def check_date(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date of the EDTF subset, or a usage error."""
    from extractor import edtf

    try:
        return str(edtf.parse(value)) if value is not None else None
    except edtf.EdtfError as error:
        raise click.BadParameter(f"{error}; write it as 2024-12-06, 2024-12 or 2024") from None


def map_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--map text=body,url=link`: which keys or columns of a record hold its fields."""
    return click.option(
        "--map",
        "columns",
        callback=_check_columns,
        metavar="FIELD=COLUMN,...",
        help="Keys or columns that hold an article's fields, such as text=body,url=link.",
    )(command)


def _check_columns(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> dict[str, str]:
    """Field -> column, or a usage error that names what is wrong."""
    from extractor.text.records import FIELDS

    columns: dict[str, str] = {}
    for pair in (value or "").split(",") if value is not None else ():
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column:
            raise click.BadParameter(f"{pair!r} is not FIELD=COLUMN; write text=body,url=link")
        if field not in FIELDS:
            raise click.BadParameter(
                f"an article has no field {field!r}; it has {', '.join(FIELDS)}"
            )
        if field in columns:
            raise click.BadParameter(f"{field!r} is named twice")
        columns[field] = column
    return columns
