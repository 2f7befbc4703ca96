"""Articles from files, folders, patterns and standard input, one at a time.

What cannot be read becomes an `UnreadableArticle` in its place: the others go on. Nothing is
fetched, no label file is ever opened, and no file is held in memory that holds many articles.
"""

from __future__ import annotations

import glob
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from extractor.errors import ConfigurationError, InputError, NoInputError
from extractor.text.decode import decode
from extractor.text.records import (
    HTML_SUFFIXES,
    Columns,
    Input,
    UnreadableArticle,
    article_id,
    article_of,
    file_article,
)
from extractor.text.tables import CSV_SUFFIXES, PARQUET_SUFFIX, Row, csv_rows, parquet_rows

__all__ = ["RUN_MARK", "Input", "UnreadableArticle", "article_id", "read_inputs"]

TEXT_SUFFIXES = (".txt", ".md")
JSON_SUFFIXES = (".jsonl", ".json")
SUFFIXES = (*TEXT_SUFFIXES, *JSON_SUFFIXES, *HTML_SUFFIXES, *CSV_SUFFIXES, PARQUET_SUFFIX)
"""Ends of the names of the files that are read."""

RUN_MARK = "state.sqlite"
"""A folder with this file is a run: what it holds was written by this tool and is no input."""

_SAVED_WITH_PAGE = "_files"  # browsers put the pictures and frames of X.html into X_files
_PAGE_OPENINGS = ("<!doctype html", "<html", "<?xml")


def read_inputs(
    inputs: Sequence[str], *, published: str | None = None, columns: Columns | None = None
) -> Iterator[Input]:
    """Articles of files, folders (recursively, in name order), patterns and `-` (standard input).

    An article file in a folder has its path below that folder, without suffix, as its id; one
    named by itself has its stem, or its whole path where another one has the same stem.
    `published` (EDTF) is given to the articles that do not have a publication date of their own.
    `columns` says under which key or column a record holds a field (see `records.FIELDS`).
    Raises NoInputError at once where nothing matches.
    """
    if "" in inputs:
        raise ConfigurationError("an input is empty", hint="is a variable of the shell not set?")
    names = [name for given in inputs for name in _expanded(given)]
    missing = [name for name in names if name != "-" and not _exists(Path(name))]
    if len(missing) == len(names):
        raise NoInputError(f"no such file or folder: {', '.join(missing)}")
    reader = _Reader(columns or {})
    stems = Counter(Path(name).stem for name in names)
    items = (
        _with_published(item, published)
        for name in names
        for item in reader.named(name, unique=stems[Path(name).stem] == 1)
    )
    first = next(items, None)
    if first is None:
        raise NoInputError(
            f"no article in {', '.join(inputs)}", hint=f"files that are read: {' '.join(SUFFIXES)}"
        )
    return chain([first], items)


def _expanded(name: str) -> list[str]:
    """What a pattern such as `pages/**/*.html` matches, in name order; any other name itself."""
    if name == "-" or not glob.has_magic(name) or _exists(Path(name)):
        return [name]
    return sorted(glob.glob(name, recursive=True)) or [name]  # noqa: PTH207  # Path has no `**` with a root


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _with_published(item: Input, published: str | None) -> Input:
    if isinstance(item, UnreadableArticle) or published is None or item.published is not None:
        return item
    return item.model_copy(update={"published": published})


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


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads named inputs; `columns` as in `read_inputs`."""

    columns: Columns

    def named(self, name: str, *, unique: bool) -> Iterator[Input]:
        """The articles of one input."""
        path = Path(name)
        own_id = _file_name(path.stem if unique else path.with_suffix("").as_posix())
        if name == "-":
            yield from self._stdin()
        elif path.is_dir():
            for file in _article_files(path):
                below = file.relative_to(path).with_suffix("").as_posix()
                yield from self._file(file, _file_name(below))
        elif _exists(path):
            yield from self._file(path, own_id)
        else:
            yield UnreadableArticle(own_id, InputError(f"no such file: {name}"))

    def _file(self, path: Path, name: str) -> Iterator[Input]:
        try:
            yield from self._by_suffix(path, name, path.suffix.lower())
        except InputError as error:
            yield UnreadableArticle(name, error)
        except OSError as error:
            yield UnreadableArticle(name, InputError(f"{path}: {error.strerror}"))

    def _by_suffix(self, path: Path, name: str, suffix: str) -> Iterator[Input]:
        if suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from self._jsonl(lines, name, path.parent)
        elif suffix == ".json":
            yield from self._json(path.read_bytes(), name, path.parent)
        elif suffix in CSV_SUFFIXES:
            yield from self._table(csv_rows(path), name, path.parent)
        elif suffix == PARQUET_SUFFIX:
            yield from self._table(parquet_rows(path), name, path.parent)
        elif suffix in HTML_SUFFIXES or suffix in TEXT_SUFFIXES:
            is_page = suffix in HTML_SUFFIXES
            yield file_article(path.read_bytes(), name, own_id=name, is_page=is_page)
        else:
            yield UnreadableArticle(
                name, InputError(f"{path.name}: only {' '.join(SUFFIXES)} are read")
            )

    def _table(self, rows: Iterator[Row], name: str, folder: Path) -> Iterator[Input]:
        """One record a row; a row that is none is named `file:line`."""
        for number, row in rows:
            if isinstance(row, InputError):
                yield UnreadableArticle(f"{name}:{number}", row)
            else:
                yield article_of(row, f"{name}:{number}", folder, columns=self.columns)

    def _jsonl(self, lines: Iterable[bytes], name: str, folder: Path) -> Iterator[Input]:
        """One record a line; a line that is none is named `file:line`."""
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield from self._json(line, f"{name}:{number}", folder)

    def _json(self, raw: bytes, name: str, folder: Path) -> Iterator[Input]:
        """One record, an array of records, or an object with an array under `articles`."""
        try:
            data = json.loads(decode(raw))
        except (ValueError, RecursionError) as error:
            yield UnreadableArticle(name, InputError(f"{name} is not JSON: {error}"))
            return
        except InputError as error:
            yield UnreadableArticle(name, error)
            return
        if isinstance(data, dict) and isinstance(data.get("articles"), list) and "text" not in data:
            data = data["articles"]
        if not isinstance(data, list):
            yield article_of(data, name, folder, columns=self.columns)
            return
        for number, record in enumerate(data, start=1):
            yield article_of(record, f"{name}:{number}", folder, columns=self.columns)

    def _stdin(self) -> Iterator[Input]:
        """JSONL where the first line is a JSON object; else JSON, a web page, or a plain text."""
        first, rest = _first_line(sys.stdin.buffer)
        if isinstance(_json_or_none(first), dict):
            yield from self._jsonl(chain([first], rest), "stdin", Path())
            return
        raw = first + b"".join(rest)
        try:
            text = decode(raw).lstrip()
        except InputError as error:
            yield UnreadableArticle("stdin", error)
            return
        if isinstance(_json_or_none(raw), dict | list):
            yield from self._json(raw, "stdin", Path())
        elif text:
            is_page = text[:100].lower().startswith(_PAGE_OPENINGS)
            yield file_article(raw, "stdin", own_id=None, is_page=is_page)


def _first_line(stream: Iterable[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first line that is not blank, with the blank ones before it, and the lines after it."""
    lines = iter(stream)
    first = b""
    for line in lines:
        first += line
        if line.strip():
            break
    return first, lines


def _json_or_none(raw: bytes) -> Any:
    try:
        text = decode(raw).strip()
        return json.loads(text) if text.startswith(("{", "[")) else None
    except (ValueError, RecursionError, InputError):
        return None
