"""What the commands share: loading them when they are called, and errors as exit codes.

A command's module is imported only when that command runs, so that `--help` stays cheap.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from extractor.errors import ExtractorError, StopError

NOTHING_DONE = 2
"""Exit code of a command that could not begin: a setting, a key, a model or an address is wrong."""

INTERRUPTED = 130
"""Exit code of a command that the user stopped."""


class CommandGroup(click.Group):
    """Subcommands by name: the module that holds each (as `command`) and a line of help.

    Errors raised on purpose become a line and a hint on standard error, and their exit code. A
    bug keeps its traceback and ends with 1, as Python does it.
    """

    def __init__(self, *args: Any, homes: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._homes = homes

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the day's work."""
        return list(self._homes)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self._homes:
            return None
        command: click.Command = import_module(self._homes[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self._homes.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ExtractorError as error:
            click.echo(f"error: {error.message}", err=True)
            if error.hint:
                click.echo(f"hint: {error.hint}", err=True)
            ctx.exit(NOTHING_DONE if isinstance(error, StopError) else error.exit_code)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
