"""Articles from files, folders and standard input, one at a time.

What cannot be read becomes an `UnreadableArticle` in its place: the others go on. Nothing is
fetched, and no label file is ever opened.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from extractor.errors import ConfigurationError, InputError, NoInputError
from extractor.schema import Article
from extractor.schema.article import writable
from extractor.schema.base import first_problem
from extractor.text.decode import decode

TEXT_SUFFIXES = (".txt", ".md")
JSON_SUFFIXES = (".jsonl", ".json")
RUN_MARK = "state.sqlite"
"""A folder with this file is a run: what it holds was written by this tool and is no input."""


@dataclass(frozen=True, slots=True)
class UnreadableArticle:
    """An input that should have been an article, and why it is none."""

    id: str
    error: InputError


Input = Article | UnreadableArticle


def article_id(article: Article) -> str:
    """The article's own id, else a hash of its text, url, publication date and title."""
    if article.id is not None:
        return article.id
    identity = [article.text, article.url, article.published, article.title]
    return "a-" + hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:16]


def read_inputs(inputs: Sequence[str], *, published: str | None = None) -> Iterator[Input]:
    """Articles of files, folders (read recursively, in name order) and `-` (standard input).

    An article file in a folder has its path below that folder, without suffix, as its id; one
    named by itself has its stem, or its whole path where another one has the same stem.
    `published` (EDTF) is given to the articles that do not have a publication date of their own.
    Raises NoInputError at once where nothing matches.
    """
    if "" in inputs:
        raise ConfigurationError("an input is empty", hint="is a variable of the shell not set?")
    missing = [name for name in inputs if name != "-" and not _exists(Path(name))]
    if len(missing) == len(inputs):
        raise NoInputError(f"no such file or folder: {', '.join(missing)}")
    stems = Counter(Path(name).stem for name in inputs)
    items = (
        _with_published(item, published)
        for name in inputs
        for item in _read_named(name, unique=stems[Path(name).stem] == 1)
    )
    first = next(items, None)
    if first is None:
        raise NoInputError(
            f"no article in {', '.join(inputs)}",
            hint=f"files that are read: {' '.join(TEXT_SUFFIXES + JSON_SUFFIXES)}",
        )
    return chain([first], items)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False


def _with_published(item: Input, published: str | None) -> Input:
    if isinstance(item, UnreadableArticle) or published is None or item.published is not None:
        return item
    return item.model_copy(update={"published": published})


def _read_named(name: str, *, unique: bool) -> Iterator[Input]:
    path = Path(name)
    own_id = _name(path.stem if unique else path.with_suffix("").as_posix())
    if name == "-":
        yield from _read_stdin(sys.stdin.buffer.read())
    elif path.is_dir():
        for file in _article_files(path):
            below = file.relative_to(path).with_suffix("").as_posix()
            yield from _read_file(file, _name(below))
    elif _exists(path):
        yield from _read_file(path, own_id)
    else:
        yield UnreadableArticle(own_id, InputError(f"no such file: {name}"))


def _name(name: str) -> str:
    r"""A file's name as text; bytes of it that are no UTF-8 are written as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _article_files(folder: Path) -> list[Path]:
    """Article files below a folder in name order, without hidden files and without runs."""
    files = []
    for name, below, names in os.walk(folder):
        if RUN_MARK in names:
            below.clear()
            continue
        below[:] = [entry for entry in below if not entry.startswith(".")]
        files += [Path(name) / entry for entry in names if _is_article_file(entry)]
    return sorted(files)


def _is_article_file(name: str) -> bool:
    return not name.startswith(".") and name.lower().endswith(TEXT_SUFFIXES + JSON_SUFFIXES)


def _read_file(path: Path, name: str) -> Iterator[Input]:
    suffix = path.suffix.lower()
    try:
        if suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from _read_jsonl(lines, name, path.parent)
        elif suffix == ".json":
            yield from _read_json(path.read_bytes(), name, path.parent)
        elif suffix in TEXT_SUFFIXES:
            yield _read_text(path.read_bytes(), name, own_id=name)
        else:
            known = " ".join(TEXT_SUFFIXES + JSON_SUFFIXES)
            yield UnreadableArticle(name, InputError(f"{path.name}: only {known} are read"))
    except OSError as error:
        yield UnreadableArticle(name, InputError(f"{path}: {error.strerror}"))


def _read_text(raw: bytes, name: str, *, own_id: str | None) -> Input:
    try:
        return _article({"id": own_id, "text": decode(raw)}, name)
    except InputError as error:
        return UnreadableArticle(name, error)


def _read_stdin(raw: bytes) -> Iterator[Input]:
    """JSON, or JSONL where the first line is a JSON object, else one plain text."""
    try:
        text = decode(raw).lstrip()
    except InputError as error:
        yield UnreadableArticle("stdin", error)
        return
    lines = text.splitlines()
    if isinstance(_json_or_none(text), dict | list):
        yield from _read_json(text.encode(), "stdin", Path())
    elif lines and isinstance(_json_or_none(lines[0]), dict):
        yield from _read_jsonl((line.encode() for line in text.split("\n")), "stdin", Path())
    elif text:
        yield _read_text(raw, "stdin", own_id=None)


def _json_or_none(text: str) -> Any:
    if not text.startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _read_jsonl(lines: Iterable[bytes], name: str, folder: Path) -> Iterator[Input]:
    """One record a line; a line that is none is named `file:line`."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from _read_json(line, f"{name}:{number}", folder)


def _read_json(raw: bytes, name: str, folder: Path) -> Iterator[Input]:
    """One record, or an array of records."""
    try:
        data = json.loads(decode(raw))
    except (ValueError, RecursionError) as error:
        yield UnreadableArticle(name, InputError(f"{name} is not JSON: {error}"))
        return
    except InputError as error:
        yield UnreadableArticle(name, error)
        return
    if isinstance(data, list):
        for number, record in enumerate(data, start=1):
            yield _record(record, f"{name}:{number}", folder)
    else:
        yield _record(data, name, folder)


def _record(record: Any, name: str, folder: Path) -> Input:
    """An article record: `text`, or `path` to a text beside the file that names it."""
    if not isinstance(record, dict):
        return UnreadableArticle(name, InputError(f"{name} is no article record: not an object"))
    if record.get("id") not in (None, ""):
        name = writable(str(record["id"]))
    data = {key: value for key, value in record.items() if key != "path"}
    try:
        if data.get("text") is None and record.get("path"):
            data["text"] = decode((folder / str(record["path"])).read_bytes())
    except OSError as error:
        reason = f"{writable(str(record['path']))}: {error.strerror}"
        return UnreadableArticle(name, InputError(reason))
    except ValueError as error:  # a NUL in the path, or half a character
        return UnreadableArticle(name, InputError(f"record {name}: its path is none: {error}"))
    except InputError as error:
        return UnreadableArticle(name, error)
    if not isinstance(data.get("text"), str):
        reason = "HTML is not read by this version" if data.get("html") else "no text"
        return UnreadableArticle(name, InputError(f"record {name}: {reason}"))
    return _article(data, name)


def _article(data: dict[str, Any], name: str) -> Input:
    try:
        return Article.model_validate(data)
    except ValidationError as error:
        return UnreadableArticle(name, InputError(f"record {name}: {first_problem(error)}"))
    except InputError as error:
        return UnreadableArticle(name, error)
