"""A running count on the terminal; nothing at all where there is none."""

from __future__ import annotations

import sys
import time
from collections import Counter

import click

_REDRAW_SECONDS = 0.1


class Progress:
    """Counts finished articles by status on one line of standard error."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._drawn = 0.0
        self._visible = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def add(self, status: str) -> None:
        """Count one finished article."""
        self._counts[status] += 1
        if self._visible and time.monotonic() - self._drawn >= _REDRAW_SECONDS:
            self._draw()

    def _draw(self) -> None:
        counts = ", ".join(f"{number} {status}" for status, number in self._counts.items())
        click.echo(f"\r\x1b[2K{self._counts.total()} read: {counts}", err=True, nl=False)
        self._drawn = time.monotonic()

    def __exit__(self, *_: object) -> None:
        if self._visible and self._drawn:
            click.echo("\r\x1b[2K", err=True, nl=False)
