"""Where the result of a command goes: JSON for programs, a summary for people, never both mixed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from extractor.cli.output import open_output


def write_result(content: str, output: Path | None, *, summarise: Callable[[], None]) -> None:
    """JSON into the file that is asked for (`-`: standard output), else into a pipe.

    The summary is shown where standard output is not taken by the JSON. Raises what `open_output`
    does.
    """
    in_pipe = output is None and not sys.stdout.isatty()
    if output is not None or in_pipe:
        with open_output(output) as out:
            out.write(content)
    if not in_pipe and str(output) != "-":
        summarise()
