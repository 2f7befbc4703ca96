"""Where results go: a file or standard output; failures to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from extractor.errors import ConfigurationError
from extractor.schema import ArticleRecord


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """The file to write to, in UTF-8 with LF, or standard output."""
    if path is None or str(path) == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        out = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be written: {error.strerror}") from None
    with out:
        yield out


def report_failures(records: Iterable[ArticleRecord]) -> None:
    """One line on standard error for every article that failed, or was read in part only."""
    for record in records:
        if record.error is not None:
            word = "partial" if record.status == "partial" else "failed"
            line = f"{word}: {record.article_id}: {record.error.kind}: {record.error.message}"
            click.echo(line, err=True)
