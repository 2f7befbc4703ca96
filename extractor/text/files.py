"""Which files are read, and under which names: no two of them share one.

Reads names of files only, never what is in them.
"""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.text.records import HTML_SUFFIXES
from extractor.text.tables import CSV_SUFFIXES, PARQUET_SUFFIX

TEXT_SUFFIXES = (".txt", ".md")
JSON_SUFFIXES = (".jsonl", ".json")
SUFFIXES = (*TEXT_SUFFIXES, *JSON_SUFFIXES, *HTML_SUFFIXES, *CSV_SUFFIXES, PARQUET_SUFFIX)
"""Ends of the names of the files that are read."""

RUN_MARK = "state.sqlite"
"""A folder with this file is a run: what it holds was written by this tool and is no input."""

STDIN = "-"
_SAVED_WITH_PAGE = "_files"  # browsers put the pictures and frames of X.html into X_files


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to read, or `-`, and the name that its articles go by."""

    path: Path
    name: str


def expanded(name: str) -> list[str]:
    """What a pattern such as `pages/**/*.html` matches, in name order; any other name itself."""
    if name == STDIN or not glob.has_magic(name) or exists(Path(name)):
        return [name]
    return sorted(glob.glob(name, recursive=True)) or [name]  # noqa: PTH207  # Path has no `**` with a root


def exists(path: Path) -> bool:
    """Whether there is such a file or folder."""
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def named_files(names: Sequence[str]) -> list[NamedFile]:
    """The files of these names and of the folders among them, in order.

    A file is named by its path below the folder, or its stem where it was named itself; where
    another file would have the same name, with its suffix, else with its whole path.
    """
    found = [
        (file, base) for name in names for file, base in _below(Path(name), is_stdin=name == STDIN)
    ]
    chosen = _unlike({path: _names_of(path, base) for path, base in reversed(found)})
    return [NamedFile(path, chosen[path]) for path, _ in found]


def _below(path: Path, *, is_stdin: bool) -> list[tuple[Path, Path]]:
    """Files of one name, each with the folder that its own name starts from."""
    if not is_stdin and exists(path) and path.is_dir():
        return [(file, path) for file in _article_files(path)]
    if not is_stdin and str(path) == STDIN:  # `./-` is a file
        path = path.absolute()
    return [(path, path.parent)]


def _names_of(path: Path, base: Path) -> tuple[str, ...]:
    """What a file may be called, the shortest first, the last one surely its own."""
    below = path.relative_to(base)
    names = (below.with_suffix(""), below, path.with_suffix(""), path) if path.name else (path,)
    return tuple(_file_name(name.as_posix()) for name in names)


def _unlike(names: dict[Path, tuple[str, ...]]) -> dict[Path, str]:
    """The first name of each file; for all that share it, the next one, until none is shared."""
    level = dict.fromkeys(names, 0)
    while True:
        sharing: dict[str, list[Path]] = defaultdict(list)
        for path, place in level.items():
            sharing[names[path][place]].append(path)
        clashing = [path for paths in sharing.values() if len(paths) > 1 for path in paths]
        movable = [path for path in clashing if level[path] + 1 < len(names[path])]
        if not movable:
            return {path: names[path][place] for path, place in level.items()}
        for path in movable:
            level[path] += 1


def _file_name(name: str) -> str:
    r"""A file's name as text; bytes of it that are no UTF-8 are written as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _article_files(folder: Path) -> list[Path]:
    """Article files below a folder in name order, without hidden files and without runs."""
    files = []
    for name, below, names in os.walk(folder):
        if RUN_MARK in names:
            below.clear()
            continue
        below[:] = [entry for entry in below if not _is_left_out(entry, names)]
        files += [Path(name) / entry for entry in names if _is_article_file(entry, names)]
    return sorted(files)


def _is_left_out(folder: str, beside: Sequence[str]) -> bool:
    """Hidden folders, and those in which a browser keeps the parts of a page."""
    page = folder.removesuffix(_SAVED_WITH_PAGE)
    saved = page != folder and any(page + suffix in beside for suffix in HTML_SUFFIXES)
    return folder.startswith(".") or saved


def _is_article_file(name: str, beside: Sequence[str]) -> bool:
    """A text beside a page of the same name is that page's text: the page is read."""
    if name.startswith(".") or not name.lower().endswith(SUFFIXES):
        return False
    is_text = name.lower().endswith(TEXT_SUFFIXES)
    stem = name.rsplit(".", 1)[0]
    return not (is_text and any(stem + suffix in beside for suffix in HTML_SUFFIXES))
