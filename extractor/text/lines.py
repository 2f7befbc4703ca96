"""The line table: numbered sentences of the stored text, each with exact offsets and a label."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.schema import LineEntry, LineLabel

SHOWN_LABELS: frozenset[LineLabel] = frozenset({"headline", "dateline", "body", "caption"})
"""Labels that an engine is shown and may cite; links and furniture are neither."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, headline, list item or furniture line: `text[start:end]`, numbered from 1."""

    number: int
    start: int
    end: int
    label: LineLabel

    @property
    def shown(self) -> bool:
        """Whether an engine is shown this line and may cite it."""
        return self.label in SHOWN_LABELS

    @property
    def entry(self) -> LineEntry:
        """The line as it stands in articles.jsonl."""
        return (self.start, self.end, self.label)
