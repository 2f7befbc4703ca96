"""Recorded answers: what an engine answered for an article, with the line table that it was shown.

Kept in a run's state and written as answers.jsonl, which can be kept beside a corpus. Holds no
article text beyond the words of the answer itself; never reads an answer against another table.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Literal, Protocol

from pydantic import SerializeAsAny, ValidationError

from extractor.errors import RunError
from extractor.runs.store import FORMAT, SHOWN, STATE_FILE
from extractor.schema import SCHEMA_VERSION, Dropped, LineEntry, Usage, WireAnswer
from extractor.schema.base import Record, first_problem

ANSWERS_FILE = "answers.jsonl"


class RecordedAnswer(Record):
    """One line of answers.jsonl.

    `content_hash`: of text, title and publication date, the key of the answer. `sha256`: of the
    text alone. `lines`: the line table that the engine was shown. `partial`: why the answer is
    not whole; `dropped`: its events that are not in `answer`. `attempts`, `usage` and `cost_usd`
    are what the answer took when it was recorded.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    content_hash: str
    article_id: str
    sha256: str
    engine: str
    engine_fingerprint: str
    profile: str
    lines: tuple[LineEntry, ...]
    answer: SerializeAsAny[WireAnswer]
    partial: str | None = None
    dropped: tuple[Dropped, ...] = ()
    attempts: int = 1
    usage: Usage = Usage()
    cost_usd: float | None = None


class Recording(Protocol):
    """A place that answers can be looked up in."""

    def find(self, content_hash: str) -> bytes | None:
        """The line recorded for an article's content, not yet checked."""

    def knows_text(self, sha256: str) -> bool:
        """Whether an answer was recorded for this text, under whatever title and date."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all its lines: equal for a run and for the file exported from it."""


def open_recording(path: Path) -> Recording:
    """The answers of a run folder, of a folder with an answers.jsonl, or of such a file.

    Raises RunError where there are none, or where a line cannot be read.
    """
    if (path / STATE_FILE).is_file():
        return _RunRecording(path / STATE_FILE)
    file = path / ANSWERS_FILE if path.is_dir() else path
    if file.is_file():
        return _FileRecording(file)
    raise RunError(
        f"no recorded answers at {path}",
        hint=f"give a run folder, or an {ANSWERS_FILE} of `extractor export RUN -f answers`",
    )


def recorded_lines(path: Path) -> Iterator[str]:
    """The lines of answers.jsonl for the articles that a run shows, in order of their hash.

    Raises RunError where the folder holds no run.
    """
    state = path / STATE_FILE
    if not state.is_file():
        raise RunError(f"{path} holds no run", hint=f"a run folder has a {STATE_FILE}")
    return _lines(state)


def _lines(state: Path) -> Iterator[str]:
    with closing(_read_only(state)) as db:
        yield from _shown_answers(db, state)


def parse_answer(line: bytes) -> RecordedAnswer:
    """One recorded answer. Raises ValueError that says what is wrong, without article words."""
    try:
        return RecordedAnswer.model_validate_json(line)
    except ValidationError as error:
        raise ValueError(first_problem(error)) from None


class _RunRecording:
    """Answers in the state of a run; read while they are asked for, nothing is held open."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self.fingerprint = self._digest()

    def _digest(self) -> str:
        digest = hashlib.sha256()
        for line in _lines(self._state):
            digest.update(line.encode() + b"\n")
        return digest.hexdigest()

    def find(self, content_hash: str) -> bytes | None:
        found = self._first("SELECT answer FROM answers WHERE content_hash = ?", content_hash)
        return str(found).encode() if found is not None else None

    def knows_text(self, sha256: str) -> bool:
        query = "SELECT 1 FROM answers WHERE json_extract(answer, '$.sha256') = ? LIMIT 1"
        return self._first(query, sha256) is not None

    def _first(self, query: str, value: str) -> object:
        try:
            with closing(_read_only(self._state)) as db:
                row = db.execute(query, (value,)).fetchone()
        except sqlite3.DatabaseError as error:
            raise RunError(f"{self._state} cannot be read: {error}") from None
        return row[0] if row else None


class _FileRecording:
    """Answers in a file of lines: where each begins is kept in memory, the lines are not."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._offsets: dict[str, int] = {}
        self._texts: set[str] = set()
        self.fingerprint = self._index()

    def _index(self) -> str:
        digest, offset = hashlib.sha256(), 0
        try:
            with self._file.open("rb") as lines:
                for number, line in enumerate(lines, start=1):
                    digest.update(line)
                    if line.strip():
                        self._enter(line, offset, number)
                    offset += len(line)
        except OSError as error:
            raise RunError(f"{self._file} cannot be read: {error.strerror}") from None
        return digest.hexdigest()

    def _enter(self, line: bytes, offset: int, number: int) -> None:
        try:
            record = json.loads(line)
            content_hash, sha256 = record["content_hash"], record["sha256"]
        except (ValueError, KeyError, TypeError):
            raise RunError(
                f"{self._file}:{number}: not a recorded answer",
                hint="write the file with `extractor export RUN -f answers`",
            ) from None
        if content_hash in self._offsets:
            raise RunError(f"{self._file}:{number}: a second answer for the same article")
        self._offsets[content_hash] = offset
        self._texts.add(sha256)

    def find(self, content_hash: str) -> bytes | None:
        offset = self._offsets.get(content_hash)
        if offset is None:
            return None
        with self._file.open("rb") as lines:
            lines.seek(offset)
            return lines.readline()

    def knows_text(self, sha256: str) -> bool:
        return sha256 in self._texts


_SHOWN_ANSWERS = f"""
SELECT answer FROM answers
WHERE content_hash IN (SELECT a.content_hash FROM articles AS a WHERE {SHOWN})
ORDER BY content_hash
"""  # noqa: S608  # made of this package's own text


def _shown_answers(db: sqlite3.Connection, state: Path) -> Iterator[str]:
    try:
        about = {key: json.loads(value) for key, value in db.execute("SELECT * FROM run")}
        if about.get("format") != FORMAT:
            raise RunError(f"{state} holds a run of another version of this program")
        for (line,) in db.execute(_SHOWN_ANSWERS, {"shown": about.get("shown_pass")}):
            yield line
    except sqlite3.DatabaseError as error:
        raise RunError(f"{state} cannot be read: {error}") from None


def _read_only(state: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{state.resolve().as_uri()}?mode=ro", uri=True)
