"""The engine `replay:RUN`: answers recorded in an earlier run, read again without any model.

Never guesses: an article that was not recorded with the same text, title and publication date,
or whose line table is missing, fails as `replay_stale`.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from extractor.engines.base import Answer
from extractor.errors import ReplayStaleError, UnknownEngineError
from extractor.prompts import Profile
from extractor.request import Request
from extractor.runs.answers import RecordedAnswer, open_recording, parse_answer
from extractor.runs.identity import content_hash
from extractor.schema import Article, LineEntry
from extractor.text.inputs import article_id

logger = logging.getLogger(__name__)

PREFIX = "replay:"
_AGAIN = "read the article again with the engine, or replay it with the text it was recorded with"


class ReplayEngine:
    """Answers from a recording. An event names the engine that gave the answer, not this one.

    A replay takes no tokens and costs nothing; what the answers took stands in the recording.
    A profile with another content than the recorded one is said on the log once: kinds and
    fields that it does not have are dropped, as with any answer.
    """

    def __init__(self, path: Path) -> None:
        """Open the answers at `path`: a run folder or an answers.jsonl. Raises RunError."""
        self.name = f"{PREFIX}{path}"
        self._recording = open_recording(path)
        self._profiles_warned: set[str] = set()

    @property
    def fingerprint(self) -> str:
        """All recorded answers: equal for a run and for the file exported from it."""
        return f"replay {self._recording.fingerprint}"

    @property
    def parameters(self) -> Mapping[str, object]:
        """None: what the answers were asked with stands in the recorded run."""
        return {}

    def check(self, profile: Profile) -> None:
        """A recording needs no template and no vocabulary: any profile that can be read will do."""

    async def answer(self, request: Request) -> Answer:
        """The answer recorded for the article. Raises ReplayStaleError."""
        recorded = self._find(request.article)
        self._compare_profiles(request.profile.tag, recorded.profile)
        return Answer(
            wire=recorded.answer,
            lines=recorded.lines,
            engine=recorded.engine,
            partial=recorded.partial,
            dropped=recorded.dropped,
            attempts=0,
            cost_usd=0.0,
        )

    async def aclose(self) -> None:
        """Nothing is held open."""

    def _find(self, article: Article) -> RecordedAnswer:
        key = content_hash(article)
        line = self._recording.find(key)
        text_hash = hashlib.sha256(article.text.encode()).hexdigest()
        if line is None:
            reason = "no answer was recorded for this text"
            if self._recording.knows_text(text_hash):
                reason = "its answer was recorded with another title or publication date"
            raise _stale(article, reason)
        try:
            recorded = parse_answer(line)
        except ValueError as error:
            raise _stale(article, f"its recorded answer cannot be read: {error}") from None
        if recorded.content_hash != key or recorded.sha256 != text_hash:
            raise _stale(article, "its answer was recorded for another text")
        if not _cuts(article.text, recorded.lines):
            raise _stale(article, "the recorded line table is missing or does not fit its text")
        return recorded

    def _compare_profiles(self, asked: str, recorded: str) -> None:
        if asked != recorded and recorded not in self._profiles_warned:
            self._profiles_warned.add(recorded)
            logger.warning("answers recorded with profile %s are read with %s", recorded, asked)


def open_replay(path: str) -> ReplayEngine:
    """The engine `replay:RUN`. Raises UnknownEngineError without a path, RunError for a bad one."""
    if not path:
        raise UnknownEngineError(
            "replay: names no run", hint="write replay:RUN with a run folder or an answers.jsonl"
        )
    return ReplayEngine(Path(path))


def _cuts(text: str, table: Sequence[LineEntry]) -> bool:
    """Whether the table can have been made from the text: lines in order, none beyond its end."""
    ends = [0, *(end for _, end, _ in table)]
    in_order = all(
        before <= start < end for before, (start, end, _) in zip(ends, table, strict=False)
    )
    return bool(table) and in_order and ends[-1] <= len(text)


def _stale(article: Article, reason: str) -> ReplayStaleError:
    return ReplayStaleError(f"article {article_id(article)}: {reason}", hint=_AGAIN)
