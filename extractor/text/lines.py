"""The line table: numbered sentences of the stored text, each with exact offsets and a label."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.schema import LineEntry, LineLabel
from extractor.text.blocks import Block, split_blocks
from extractor.text.boilerplate import is_link_sentence
from extractor.text.dateline import dateline_length
from extractor.text.labels import label_blocks
from extractor.text.language import language_of
from extractor.text.sentences import split_sentences

SHOWN_LABELS: frozenset[LineLabel] = frozenset({"headline", "dateline", "body", "caption"})
"""Labels that an engine is shown and may cite; links and furniture are neither."""


_LANGUAGE_SAMPLE = 1_000  # characters; two paragraphs of news tell their language


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


def number_lines(
    text: str,
    *,
    title: str | None = None,
    language: str | None = None,
    proven: Mapping[str, LineLabel] | None = None,
) -> tuple[Line, ...]:
    """The lines of a stored text, in text order, numbered from 1.

    They do not overlap, have no white space at their ends, and leave nothing but white space
    between them. `title` tells the headline apart; `language` (BCP 47) guides the sentences,
    and where it is not told the text tells it; `proven` are labels of blocks (white space folded)
    that the markup of a page proves.
    """
    language = language or language_of(text[:_LANGUAGE_SAMPLE])
    blocks = split_blocks(text)
    folded = [_fold(text[b.start : b.end]) for b in blocks]
    labels = label_blocks(folded, title=title, proven=proven)
    first_body = labels.index("body") if "body" in labels else -1
    spans = (
        span
        for index, (block, label) in enumerate(zip(blocks, labels, strict=True))
        for span in _spans(text, block, label, language, first=index == first_body)
    )
    return tuple(
        Line(number, span.start, span.end, label)
        for number, (span, label) in enumerate(spans, start=1)
    )


def render_line(text: str, line: Line) -> str:
    """The line as an engine is shown it: `[N] text`, its white space folded to single spaces."""
    return f"[{line.number}] {_fold(text[line.start : line.end])}"


def _spans(
    text: str, block: Block, label: LineLabel, language: str | None, *, first: bool
) -> Iterator[tuple[Block, LineLabel]]:
    """The lines of one block; a dateline before the first sentence is a line of its own."""
    if label in ("headline", "link", "furniture"):
        yield block, label
        return
    if label == "body":
        words = text[block.start : block.end]
        length = dateline_length(words, first=first)
        if length:
            dateline = Block(block.start, block.start + len(words[:length].rstrip()))
            yield dateline, "dateline"
            rest = words[length:].lstrip()
            block = Block(block.end - len(rest), block.end)
    for sentence in split_sentences(text, block, language=language):
        glued = label == "body" and sentence.start > block.start
        words = _fold(text[sentence.start : sentence.end])
        yield sentence, "link" if glued and is_link_sentence(words) else label


def _fold(text: str) -> str:
    return " ".join(text.split())
