"""What all commands share: errors become a message and an exit code. Computes nothing."""

from __future__ import annotations

from typing import Any

import click

from extractor.errors import ExtractorError

CHECK_FAILED = 10
"""Exit code of a gate, lint or check that did not pass."""

INTERRUPTED = 130


class Program(click.Group):
    """A group of commands that reports the errors raised on purpose; others are bugs.

    A bug keeps its traceback and ends with 1, as Python does it.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ExtractorError as error:
            click.echo(f"error: {error.message}", err=True)
            if error.hint:
                click.echo(f"hint: {error.hint}", err=True)
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(INTERRUPTED)
