"""What the commands share: loading them when they are called, and errors as exit codes.

A command's module is imported only when that command runs, so that `--help` stays cheap.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any, NoReturn

import click

from extractor.errors import ExtractorError

INTERRUPTED = 130
UNEXPECTED = 1


class CommandGroup(click.Group):
    """Subcommands by name: the module that holds each (as `command`) and a line of help."""

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


def run(group: click.Group) -> NoReturn:
    """Run the command line and leave with its exit code.

    Errors raised on purpose become one line and a hint on standard error.
    """
    try:
        sys.exit(group.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of the pipe has gone: nothing more to say
        sys.exit(UNEXPECTED)
    except ExtractorError as error:
        click.echo(f"error: {error.message}", err=True)
        if error.hint:
            click.echo(f"hint: {error.hint}", err=True)
        sys.exit(error.exit_code)
