"""How a batch ended: what is said on standard error, and the exit code."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from extractor.batch.runner import BatchResult
from extractor.cli.app import INTERRUPTED, NOTHING_DONE, report_error
from extractor.errors import ProfileError
from extractor.schema import Counts

FAILED_ARTICLES = 3
"""Exit code: done, but some articles failed."""

STOPPED = 4
"""Exit code: stopped where no article would have fared better; can be resumed."""


def exit_code(result: BatchResult) -> int:
    """0 done, 2 or 4 stopped before or after the first answer, 3 some failed, 130 interrupted."""
    if result.interrupted:
        return INTERRUPTED
    if isinstance(result.stopped, ProfileError):
        return NOTHING_DONE  # the profile has to change, and then it is another run
    if result.stopped is not None:
        return STOPPED if result.answered else NOTHING_DONE
    return FAILED_ARTICLES if result.run.counts.failed else 0


def resuming_command(program: str, *, engine: str) -> list[str]:
    """The command line that goes on with the run that this command line has begun.

    It names the engine, which may have come from the environment, and neither begins anew nor
    reads failures again.
    """
    dropped = ("--fresh", "--retry-failed")
    command = [program, *(argument for argument in sys.argv[1:] if argument not in dropped)]
    names_engine = any(a == "--model" or a.startswith(("-m", "--model=")) for a in command)
    return command if names_engine else [*command, "-m", engine]


def without_limit(command: Sequence[str]) -> list[str]:
    """The command line without `--limit N`: what goes on beyond a limit that was reached."""
    kept: list[str] = []
    for argument in command:
        if kept and kept[-1] == "--limit":
            kept.pop()
        elif not argument.startswith("--limit="):
            kept.append(argument)
    return kept


def report_batch(result: BatchResult, folder: Path, command: Sequence[str]) -> None:
    """Why it stopped, the counts and, where it is not done, the command that goes on."""
    report_stop(result)
    click.echo(f"{counts_line(result.run.counts)} in {folder}", err=True)
    if result.interrupted or result.stopped is not None:
        ended = "interrupted" if result.interrupted else "stopped"
        click.echo(f"{ended}; go on with: {shlex.join(command)}", err=True)


def report_stop(result: BatchResult) -> None:
    """The error that ended the batch, and what to do about it."""
    if result.stopped is not None:
        report_error(result.stopped)


def counts_line(counts: Counts) -> str:
    """`5 articles: 4 ok, 1 failed; 31 events`."""
    parts = [
        f"{number} {status}"
        for status in ("ok", "partial", "failed", "duplicate")
        if (number := getattr(counts, status))
    ]
    articles = f"{counts.total} article{'' if counts.total == 1 else 's'}"
    return f"{articles}: {', '.join(parts) or 'none read'}; {counts.events} events"
