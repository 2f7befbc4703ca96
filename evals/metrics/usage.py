"""What the run took: tokens, money, seconds."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from evals.predictions import PredictedArticle
from evals.scorefile import UsageTotals


def usage_totals(records: Sequence[PredictedArticle]) -> UsageTotals:
    """Sum over articles. One article of unknown cost makes the whole cost unknown."""
    costs = [record.cost_usd for record in records if record.cost_usd is not None]
    return UsageTotals(
        input_tokens=sum(record.usage.input_tokens for record in records),
        output_tokens=sum(record.usage.output_tokens for record in records),
        cached_tokens=sum(record.usage.cached_tokens for record in records),
        cost_usd=fsum(costs) if records and len(costs) == len(records) else None,
        seconds=fsum(record.seconds for record in records),
        attempts=sum(record.attempts for record in records),
        failed=sum(record.status == "failed" for record in records),
    )
