"""Rows of CSV and Parquet files, one at a time, each as a record or as the reason why it is none.

Holds one row (CSV) or one batch of rows (Parquet) in memory, never the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from extractor.errors import ConfigurationError, InputError
from extractor.text.decode import decode, text_encoding
from extractor.text.records import ALIASES, FIELDS, Columns, check_columns

CSV_SUFFIXES = (".csv", ".tsv")
PARQUET_SUFFIX = ".parquet"

LONGEST_CELL = 50_000_000
"""Characters of a cell; beyond it a quote was never closed, or the file is no table."""

_DELIMITERS = ",;\t|"
_ROWS_AT_ONCE = 64
_SAMPLE = 65_536  # bytes that tell the encoding
_LIST_MARK = ";"  # between tags in one cell

Row = tuple[int, "dict[str, Any] | InputError"]
"""Where a row begins (line of the file, or number of the row, from 1), and what it holds."""


def csv_rows(path: Path, columns: Columns) -> Iterator[Row]:
    """Rows of a table with a header, by the names in it; empty cells are None.

    The delimiter (comma, semicolon, tab, bar) is the one that cuts the header into most names.
    Raises OSError where the file cannot be read, InputError where it has rows but lacks a column
    that holds their text or that `columns` names.
    """
    with path.open("rb") as raw:
        encoding = text_encoding(raw.read(_SAMPLE))
        raw.seek(0)
        lines = io.TextIOWrapper(raw, encoding, errors="surrogateescape", newline="")
        yield from _csv_rows(lines, columns, tabs=path.suffix.lower() == ".tsv")


def _csv_rows(lines: IO[str], columns: Columns, *, tabs: bool) -> Iterator[Row]:
    header_line = lines.readline().replace("\0", "")
    delimiter = "\t" if tabs else _delimiter(header_line)
    header = [
        _repaired_name(name.strip().lstrip("\ufeff"))
        for name in next(csv.reader([header_line], delimiter=delimiter), [])
    ]
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: the module has no other
    reader = csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)
    checked = False  # a header alone is no error: there is no article
    while True:
        number = reader.line_num + 2  # the header is a line, and the row begins on the next
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, InputError(f"line {number} is no row of a table: {error}")
            continue
        if any(cells):
            if not checked:
                check_columns([name for name in header if name], columns)
                checked = True
            yield number, _record(header, cells, number)


def _delimiter(header: str) -> str:
    """The delimiter that gives most known names, else most names."""
    known = {*FIELDS, *(name for names in ALIASES.values() for name in names)}

    def names(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip(' "\r\n\ufeff') for cell in header.split(delimiter)]
        return (sum(cell in known for cell in cells) if len(cells) > 1 else 0, len(cells))

    return max(_DELIMITERS, key=names)


def _record(
    header: Sequence[str], cells: Sequence[str], number: int
) -> dict[str, Any] | InputError:
    if len(cells) > len(header):
        return InputError(
            f"line {number} has {len(cells)} cells, the header has {len(header)}",
            hint="put cells that hold the delimiter or line breaks in quotation marks",
        )
    record: dict[str, Any] = {}
    for name, cell in zip(header, cells, strict=False):
        if cell and name and name not in record:
            record[name] = _repaired(cell)
    if isinstance(record.get("tags"), str):
        record["tags"] = [tag.strip() for tag in record["tags"].split(_LIST_MARK) if tag.strip()]
    return record


def _repaired(cell: str) -> str:
    """A cell whose bytes were not in the file's encoding, read by itself."""
    if cell.isascii() or not any("\udc80" <= character <= "\udcff" for character in cell):
        return cell
    return decode(cell.encode("utf-8", "surrogateescape"))


def _repaired_name(name: str) -> str:
    """A name of the header whose bytes are no UTF-8: too short to be told but as Western."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return name


def parquet_rows(path: Path, columns: Columns) -> Iterator[Row]:
    """Rows of a Parquet file, batch by batch.

    Raises ConfigurationError where pyarrow is not installed, InputError where the file is no
    Parquet file, is damaged, or lacks a column that holds the text or that `columns` names.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ConfigurationError(
            f"{path.name}: reading Parquet needs pyarrow",
            hint="pip install 'timeline-extractor[parquet]'",
        ) from None
    number = 0
    try:
        with ParquetFile(path) as file:
            if file.metadata.num_rows:
                check_columns(file.schema_arrow.names, columns)
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE):
                for place in range(batch.num_rows):
                    number += 1
                    yield number, _row(batch, place, number)
    except (ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.strerror:
            raise
        raise InputError(
            f"{path.name} is no Parquet file, or is damaged, after row {number}"
        ) from None


def _row(batch: Any, place: int, number: int) -> dict[str, Any] | InputError:
    """One row of a batch of pyarrow; its values may be of any kind."""
    try:
        return {
            name: column[place].as_py()
            for name, column in zip(batch.schema.names, batch.columns, strict=True)
        }
    except (ValueError, OverflowError) as error:  # a day that Python's calendar does not have
        return InputError(f"row {number} holds what cannot be read: {error}")
