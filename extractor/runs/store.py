"""The state of a run in one SQLite file: which articles it has, and what became of each.

Every article is committed by itself: whatever ends the process, what was saved is kept. Knows
nothing of engines; does not print.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from extractor.errors import RunError
from extractor.runs.identity import RunIdentity
from extractor.schema import ArticleRecord, Event
from extractor.text.inputs import RUN_MARK

STATE_FILE = RUN_MARK
LOCK_FILE = "run.lock"
OUTPUT_FILES = ("events.jsonl", "articles.jsonl", "run.json")
FORMAT = 2
"""Of the state file; another version's is refused, never misread."""

_TABLES = """
CREATE TABLE IF NOT EXISTS run (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles (
    position INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,     -- of text, title and date; empty for what cannot be read
    input_hash TEXT NOT NULL,       -- of all that is known about it
    seen_in_pass INTEGER NOT NULL,  -- the last start that met it
    place INTEGER NOT NULL,         -- its place in the input of that start
    occurrences INTEGER NOT NULL,   -- how often that start met the same id with the same content
    status TEXT NOT NULL,           -- pending, or the status of its record
    duplicate_of INTEGER REFERENCES articles (position),
    record TEXT
);
CREATE INDEX IF NOT EXISTS articles_by_id ON articles (article_id, input_hash);
CREATE INDEX IF NOT EXISTS articles_by_content ON articles (content_hash, duplicate_of);
CREATE TABLE IF NOT EXISTS events (
    position INTEGER NOT NULL, ordinal INTEGER NOT NULL, event TEXT NOT NULL,
    PRIMARY KEY (position, ordinal)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    content_hash TEXT PRIMARY KEY,  -- a run has one identity, so one answer for each content
    answer TEXT NOT NULL            -- a line of answers.jsonl: with the line table that was shown
) WITHOUT ROWID;
"""

_SELECT_ROW = """
SELECT position, article_id, content_hash, input_hash, seen_in_pass, occurrences, status,
       duplicate_of
FROM articles """

SHOWN = "(:shown IS NULL OR a.seen_in_pass = :shown)"
"""Condition on an article `a`: part of the run; `:shown` is a pass, or NULL for all of them."""

_RESULTS = f"""
SELECT a.record, a.position, first.record, first.position
FROM articles AS a LEFT JOIN articles AS first ON first.position = a.duplicate_of
WHERE a.record IS NOT NULL AND {SHOWN}
ORDER BY a.seen_in_pass DESC, a.place
"""  # noqa: S608  # made of this module's own text

RowStatus = Literal["pending", "ok", "partial", "failed", "duplicate"]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the run knows of an article; `position` is its key, not its place in the input."""

    position: int
    article_id: str
    content_hash: str
    input_hash: str
    seen_in_pass: int
    occurrences: int
    status: RowStatus
    duplicate_of: int | None


class RunStore:
    """An open run folder, held by this process alone. Use it as a context manager."""

    def __init__(self, folder: Path, identity: RunIdentity, *, fresh: bool = False) -> None:
        """Open the folder's run, or begin one.

        `fresh` removes the run that the folder holds. Raises RunError where the folder holds
        another run or something else, or where another process is working on it.
        """
        self.folder = folder
        self.identity = identity
        self._lock = _locked(folder)
        try:
            if fresh:
                _remove_run(folder)
            _refuse_foreign_files(folder)
            self._db = _connect(folder)
            self._check_identity()
        except BaseException:
            self._lock.release()
            raise
        self.pass_number: int = self.get("passes", 0) + 1
        self.put("passes", self.pass_number)
        self._met = 0

    def _check_identity(self) -> None:
        stored = self.get("identity", None)
        if stored is None:
            self.put("format", FORMAT)
            self.put("identity", self.identity.model_dump())
            return
        if self.get("format", None) != FORMAT:
            self._db.close()
            raise RunError(
                f"{self.folder} holds a run of another version of this program",
                hint="choose another --run folder, or --fresh to begin anew",
            )
        differences = RunIdentity.model_validate(stored).differences(self.identity)
        if differences and self._has_read_nothing():  # a start that a wrong key or model ended
            self.put("identity", self.identity.model_dump())
        elif differences:
            self._db.close()
            raise RunError(
                f"{self.folder} holds another run ({'; '.join(differences)})",
                hint="choose another --run folder, or --fresh to begin anew",
            )

    def _has_read_nothing(self) -> bool:
        query = "SELECT 1 FROM articles WHERE record IS NOT NULL LIMIT 1"
        return self._db.execute(query).fetchone() is None

    def __enter__(self) -> RunStore:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()
        self._lock.release()

    def get(self, key: str, default: Any) -> Any:
        """A value that describes the run as a whole."""
        row = self._db.execute("SELECT value FROM run WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def put(self, key: str, value: Any) -> None:
        """Keep a value (anything that JSON can hold) that describes the run as a whole."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (key, json.dumps(value)))

    def find(self, article_id: str) -> ArticleRow | None:
        """The row of an article."""
        return self._row("WHERE article_id = ?", (article_id,))

    def find_original(self, content_hash: str) -> ArticleRow | None:
        """The article with this content that this start has met and that is no duplicate."""
        where = "WHERE content_hash = ? AND duplicate_of IS NULL AND seen_in_pass = ? LIMIT 1"
        return self._row(where, (content_hash, self.pass_number))

    def at(self, position: int) -> ArticleRow | None:
        """The row at a position."""
        return self._row("WHERE position = ?", (position,))

    def _row(self, where: str, values: Sequence[object]) -> ArticleRow | None:
        row = self._db.execute(_SELECT_ROW + where, values).fetchone()
        return ArticleRow(*row) if row else None

    def add(self, article_id: str, content_hash: str, input_hash: str) -> int:
        """A new article, pending. Returns its position."""
        with self._db:
            cursor = self._db.execute(
                "INSERT INTO articles (article_id, content_hash, input_hash, seen_in_pass, place,"
                " occurrences, status) VALUES (?, ?, ?, ?, ?, 1, 'pending')",
                (article_id, content_hash, input_hash, self.pass_number, self._next_place()),
            )
        assert cursor.lastrowid is not None  # noqa: S101  # an INSERT always has one
        return cursor.lastrowid

    def touch(self, row: ArticleRow) -> int:
        """Note that this start has met the article; returns how often it has by now."""
        with self._db:
            if row.seen_in_pass == self.pass_number:
                update = "UPDATE articles SET occurrences = occurrences + 1 WHERE position = ?"
                self._db.execute(update, (row.position,))
                return row.occurrences + 1
            self._db.execute(
                "UPDATE articles SET seen_in_pass = ?, place = ?, occurrences = 1"
                " WHERE position = ?",
                (self.pass_number, self._next_place(), row.position),
            )
        return 1

    def reset(self, position: int, content_hash: str, input_hash: str) -> None:
        """Forget what became of an article: it has changed since."""
        with self._db:
            self._db.execute("DELETE FROM events WHERE position = ?", (position,))
            self._db.execute(
                "UPDATE articles SET content_hash = ?, input_hash = ?, status = 'pending',"
                " duplicate_of = NULL, record = NULL WHERE position = ?",
                (content_hash, input_hash, position),
            )

    def _next_place(self) -> int:
        self._met += 1
        return self._met

    def forget_texts(self) -> None:
        """Remove the texts and line tables of all records."""
        with self._db:
            self._db.execute(
                "UPDATE articles SET record = json_set(record, '$.text', NULL, '$.lines', NULL)"
                " WHERE json_extract(record, '$.text') IS NOT NULL"
            )

    def begin(self, **about: Any) -> None:
        """Begin to read: the run is not complete, and shows all that it has."""
        started = self.get("started", None) or datetime.now(UTC).isoformat()
        state = {"started": started, "complete": False, "shown_pass": None}
        for key, value in {**state, **about}.items():
            self.put(key, value)

    def end(self, *, used_up: bool, limit_reached: bool = False) -> bool:
        """End the reading; returns whether the run is complete.

        Where the input was used up the run is what this start has met: what left the input since
        an earlier start is not shown any more.
        """
        complete = used_up and self.pending() == 0
        if used_up:
            self.put("shown_pass", self.pass_number)
        self.put("limit_reached", limit_reached)
        self.put("complete", complete)
        return complete

    def save(
        self,
        position: int,
        record: ArticleRecord,
        events: Sequence[Event] = (),
        *,
        duplicate_of: int | None = None,
    ) -> None:
        """Commit what became of an article."""
        with self._db:
            self._db.execute("DELETE FROM events WHERE position = ?", (position,))
            self._db.executemany(
                "INSERT INTO events VALUES (?, ?, ?)",
                [(position, n, event.model_dump_json()) for n, event in enumerate(events)],
            )
            self._db.execute(
                "UPDATE articles SET status = ?, record = ?, duplicate_of = ? WHERE position = ?",
                (record.status, record.model_dump_json(), duplicate_of, position),
            )

    def record_answer(self, content_hash: str, answer: str) -> None:
        """Keep an engine's answer (a line of answers.jsonl) under its article's content hash."""
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (content_hash, answer))

    def results(self) -> Iterator[tuple[ArticleRecord, tuple[Event, ...], ArticleRecord | None]]:
        """Every finished article in input order: its record, its events, its original.

        A duplicate has the events of its original, whose record is the third value.
        """
        shown = self.get("shown_pass", None)
        for own, position, first, first_position in self._db.execute(_RESULTS, {"shown": shown}):
            holder = position if first_position is None else first_position
            original = ArticleRecord.model_validate_json(first) if first else None
            if first_position is not None and original is None:
                continue  # its original has not been read yet
            yield ArticleRecord.model_validate_json(own), self._events(holder), original

    def _events(self, position: int) -> tuple[Event, ...]:
        query = "SELECT event FROM events WHERE position = ? ORDER BY ordinal"
        rows = self._db.execute(query, (position,))
        return tuple(Event.model_validate_json(event) for (event,) in rows)

    def pending(self) -> int:
        """How many articles that this start has met are still to be read."""
        query = "SELECT count(*) FROM articles WHERE status = 'pending' AND seen_in_pass = ?"
        count: int = self._db.execute(query, (self.pass_number,)).fetchone()[0]
        return count


def _locked(folder: Path) -> FileLock:
    """Make the folder and hold it for this process; the lock ends with the process."""
    lock = FileLock(folder / LOCK_FILE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise RunError(
            f"{folder} is in use by another process", hint="wait for it or stop it"
        ) from None
    except OSError as error:
        raise RunError(f"{folder} cannot be used as a run folder: {error.strerror}") from None
    return lock


def _connect(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / STATE_FILE)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # a killed process loses nothing
        db.execute("PRAGMA secure_delete = ON")  # a text that is removed is overwritten
        db.executescript(_TABLES)
    except sqlite3.DatabaseError as error:
        db.close()
        raise RunError(
            f"{folder / STATE_FILE} cannot be read: {error}", hint="--fresh begins anew"
        ) from None
    return db


def _remove_run(folder: Path) -> None:
    """Remove the files of the run that the folder holds, and nothing else."""
    if (folder / STATE_FILE).exists():
        for name in (*OUTPUT_FILES, STATE_FILE, f"{STATE_FILE}-wal", f"{STATE_FILE}-shm"):
            (folder / name).unlink(missing_ok=True)


def _refuse_foreign_files(folder: Path) -> None:
    if (folder / STATE_FILE).exists():
        return
    foreign = [name for name in OUTPUT_FILES if (folder / name).exists()]
    if foreign:
        raise RunError(
            f"{folder} holds {', '.join(foreign)} but no run",
            hint="choose another --run folder; what is there would be overwritten",
        )
