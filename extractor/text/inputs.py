"""Articles from files, folders, patterns and standard input, one at a time.

What cannot be read becomes an `UnreadableArticle` in its place: the others go on. Nothing is
fetched, no label file is ever opened, and no file is held in memory that holds many articles.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from extractor.errors import ConfigurationError, InputError, NoInputError
from extractor.text.decode import decode
from extractor.text.files import (
    RUN_MARK,
    STDIN,
    SUFFIXES,
    TEXT_SUFFIXES,
    NamedFile,
    exists,
    expanded,
    named_files,
)
from extractor.text.records import (
    HTML_SUFFIXES,
    Columns,
    Input,
    UnreadableArticle,
    article_id,
    article_of,
    file_article,
)
from extractor.text.stdin import form_of, is_record, opening
from extractor.text.tables import CSV_SUFFIXES, PARQUET_SUFFIX, Row, csv_rows, parquet_rows

__all__ = ["RUN_MARK", "SUFFIXES", "Input", "UnreadableArticle", "article_id", "read_inputs"]


def read_inputs(
    inputs: Sequence[str], *, published: str | None = None, columns: Columns | None = None
) -> Iterator[Input]:
    """Articles of files, folders (recursively, in name order), patterns and `-` (standard input).

    An article file in a folder has its path below that folder, without suffix, as its id; one
    named by itself has its stem. Files that would share an id have their suffix in it, else
    their whole path. A hint, such as which columns there are, is given once a file.
    `published` (EDTF) is given to the articles that do not have a publication date of their own.
    `columns` says under which key or column a record holds a field (see `records.FIELDS`).
    Raises NoInputError at once where nothing matches.
    """
    if "" in inputs:
        raise ConfigurationError("an input is empty", hint="is a variable of the shell not set?")
    names = [name for given in inputs for name in expanded(given)]
    missing = [name for name in names if name != STDIN and not exists(Path(name))]
    if len(missing) == len(names):
        raise NoInputError(f"no such file or folder: {', '.join(missing)}")
    reader = _Reader(columns or {})
    items = (
        _with_published(item, published)
        for file in named_files(names)
        for item in _hints_once(reader.articles(file))
    )
    first = next(items, None)
    if first is None:
        raise NoInputError(
            f"no article in {', '.join(inputs)}", hint=f"files that are read: {' '.join(SUFFIXES)}"
        )
    return chain([first], items)


def _with_published(item: Input, published: str | None) -> Input:
    if isinstance(item, UnreadableArticle) or published is None or item.published is not None:
        return item
    return item.model_copy(update={"published": published})


def _hints_once(items: Iterable[Input]) -> Iterator[Input]:
    """The same items; what one hint has said, the errors after it do not say again."""
    told = set()
    for item in items:
        if isinstance(item, UnreadableArticle) and item.error.hint is not None:
            if item.error.hint in told:
                yield UnreadableArticle(item.id, InputError(item.error.message))
                continue
            told.add(item.error.hint)
        yield item


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads named inputs; `columns` as in `read_inputs`."""

    columns: Columns

    def articles(self, file: NamedFile) -> Iterator[Input]:
        """The articles of one file, or of standard input."""
        if str(file.path) == STDIN:
            yield from self._stdin()
        elif exists(file.path):
            yield from self._file(file.path, file.name)
        else:
            yield UnreadableArticle(file.name, InputError(f"no such file: {file.path}"))

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
            yield from self._table(csv_rows(path, self.columns), name, path.parent)
        elif suffix == PARQUET_SUFFIX:
            yield from self._table(parquet_rows(path, self.columns), name, path.parent)
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
        """JSONL line by line where the first line is a record; anything else as a whole."""
        first, rest = opening(sys.stdin.buffer)
        if first and is_record(first[-1]):
            yield from self._jsonl(chain(first, rest), "stdin", Path())
            return
        raw = b"".join([*first, *rest])
        try:
            form = form_of(raw)
        except InputError as error:
            yield UnreadableArticle("stdin", error)
            return
        if form == "jsonl":
            yield from self._jsonl(raw.split(b"\n"), "stdin", Path())
        elif form == "json":
            yield from self._json(raw, "stdin", Path())
        elif raw.strip():
            yield file_article(raw, "stdin", own_id=None, is_page=form == "page")
