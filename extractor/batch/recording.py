"""An engine's answer as it is kept in a run, to be replayed later."""

from __future__ import annotations

from extractor.extract import Extraction
from extractor.runs.answers import RecordedAnswer
from extractor.runs.identity import RunIdentity


def recorded_answer(
    extraction: Extraction, *, content_hash: str, identity: RunIdentity
) -> RecordedAnswer | None:
    """What is kept of an extraction's answer; None where no engine has answered."""
    record, answer = extraction.record, extraction.answer
    if answer is None or record.sha256 is None or record.lines is None:
        return None
    return RecordedAnswer(
        content_hash=content_hash,
        article_id=record.article_id,
        sha256=record.sha256,
        engine=answer.engine or identity.engine,
        engine_fingerprint=identity.engine_fingerprint,
        profile=identity.profile,
        lines=record.lines,
        answer=answer.wire,
        partial=answer.partial,
        dropped=answer.dropped,
        attempts=answer.attempts,
        usage=answer.usage,
        cost_usd=answer.cost_usd,
    )
