"""What the commands share: loading them when they are called, and errors as exit codes.

A command's module is imported only when that command runs, so that `--help` stays cheap.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from extractor.errors import ExtractorError, StopError
from extractor.text.visible import visible

NOTHING_DONE = 2
"""Exit code of a command that could not begin: a setting, a key, a model or an address is wrong."""

INTERRUPTED = 130
"""Exit code of a command that the user stopped."""

PIPE_CLOSED = 141
"""Exit code of a command whose reader went away, as shells give it: 128 and SIGPIPE."""


def report_error(error: ExtractorError) -> None:
    """What happened and what to do about it, a line each on standard error."""
    click.echo(visible(f"error: {error.message}"), err=True)
    if error.hint:
        click.echo(visible(f"hint: {error.hint}"), err=True)


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
            report_error(error)
            ctx.exit(NOTHING_DONE if isinstance(error, StopError) else error.exit_code)
        except BrokenPipeError:  # the reader (`| head`) has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
