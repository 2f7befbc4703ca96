"""Where results go: a file or standard output; failures to standard error."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from extractor.errors import ConfigurationError, InputError, OutputError
from extractor.schema import ArticleRecord
from extractor.text.visible import visible

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """The file to write to, in UTF-8 with LF, or standard output.

    Raises ConfigurationError where the file cannot be opened, OutputError where a write fails.
    """
    if path is None or str(path) == "-":
        with _standard_output() as out:
            yield out
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = _File(path, "w")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}") from None
    with io.TextIOWrapper(io.BufferedWriter(file), encoding="utf-8", newline="\n") as out:
        yield out


class _File(io.FileIO):
    """A file whose failing writes are told from failures of what is written into it."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            raise OutputError(f"{self.name!s} cannot be written: {error.strerror}") from None


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EDQUOT):
            raise  # a reader that left early is click's to handle
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is left is not tried again at exit
        message = f"standard output cannot be written: {error.strerror}"
        raise OutputError(message) from None


def report_unreadable(name: str, error: InputError) -> None:
    """One line on standard error for an input that is no article."""
    click.echo(visible(f"failed: {name}: {error.kind}: {error}"), err=True)


def report_failures(records: Iterable[ArticleRecord]) -> None:
    """One line on standard error for every article that failed, or was read in part only."""
    for record in records:
        if record.error is not None:
            word = "partial" if record.status == "partial" else "failed"
            line = f"{word}: {record.article_id}: {record.error.kind}: {record.error.message}"
            click.echo(visible(line), err=True)
