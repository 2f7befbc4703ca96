"""From stored text to blocks: the physical lines, those of a hard-wrapped paragraph as one.

A block is a span without white space at its ends; all that is not white space is in a block.
Never changes the text and never looks at what it means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Calibrated on the MUC-4 texts (wrapped at 70 to 76 characters), and on scraped articles and
# Wikinews, where every physical line is a paragraph and none may be joined.
_SHORTEST_FULL_LINE = 40
_LONGEST_FULL_LINE = 100
_RAGGED = 6  # characters by which a writer breaks a line earlier than needed
_LONGEST_MOVED_WORD = 20  # counts as so much only; scripts without spaces have endless "words"
_FEWEST_JOINTS_WITHOUT_CASE = 2
_LONGEST_LINK_WORD = 4  # letters of a preposition or article before a number
_LOWER_CASE_STARTS = 0.3  # of the lines that go on; 0.5 to 0.96 in English wrapped at 50 to 80

_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।:][\"'”’»)\]」』]*$")
_LIST_ITEM = re.compile(r"(?:[•‣◦▪●■*]|[-–—](?=\s+[^a-z\s])|\(?[0-9]{1,2}[.)]|\(?[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the stored text in code points, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _PhysicalLine:
    """What stands between two line breaks, trimmed; `number` tells where blank lines were."""

    number: int
    start: int
    text: str
    indent: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order, without overlap.

    White space is what Python calls so (`str.isspace`, with the no-break space); characters of
    no width are no white space. A lone CR and the other line breaks of `str.splitlines` count.
    """
    lines = _physical_lines(text)
    width = _wrap_width(lines)
    blocks: list[Block] = []
    previous: _PhysicalLine | None = None
    for line in lines:
        if previous and width and _goes_on(previous, line, width):
            blocks[-1] = Block(blocks[-1].start, line.end)
        else:
            blocks.append(Block(line.start, line.end))
        previous = line
    return tuple(blocks)


def _physical_lines(text: str) -> list[_PhysicalLine]:
    lines = []
    offset = 0
    for number, raw in enumerate(text.splitlines(keepends=True)):
        trimmed = raw.strip()
        if trimmed:
            indent = len(raw) - len(raw.lstrip())
            lines.append(_PhysicalLine(number, offset + indent, trimmed, indent))
        offset += len(raw)
    return lines


def _wrap_width(lines: Sequence[_PhysicalLine]) -> int | None:
    """The width at which the text is hard-wrapped; None where its lines are whole paragraphs.

    Most of a wrapped text is in lines of nearly one width, which end in the middle of sentences
    and go on in lower case.
    """
    total = sum(len(line.text) for line in lines)
    fitting = [line for line in lines if line.width <= _LONGEST_FULL_LINE]
    if 2 * sum(len(line.text) for line in fitting) <= total:
        return None
    widths = sorted((line.width for line in fitting), reverse=True)
    width = widths[len(widths) // 20]  # one line in twenty may stick out
    if width < _SHORTEST_FULL_LINE:
        return None
    joints = [pair for pair in pairwise(lines) if _goes_on(*pair, width)]
    return width if _look_wrapped(joints) else None


def _look_wrapped(joints: Sequence[tuple[_PhysicalLine, _PhysicalLine]]) -> bool:
    if not joints:
        return False
    unfinished = sum(not _SENTENCE_END.search(first.text) for first, _ in joints)
    if 2 * unfinished < len(joints):
        return False
    if any(_has_lower_case(line.text) for pair in joints for line in pair):
        lower = sum(_goes_on_in_case(first.text, second.text) for first, second in joints)
        return lower >= _LOWER_CASE_STARTS * len(joints)
    return len(joints) >= _FEWEST_JOINTS_WITHOUT_CASE


def _goes_on_in_case(first: str, second: str) -> bool:
    """Lower case, or a number after a short lower-case word ("on", "of", "the", "by")."""
    if second[0].islower():
        return True
    last_word = first.rsplit(maxsplit=1)[-1]
    return second[0].isdigit() and last_word.islower() and len(last_word) <= _LONGEST_LINK_WORD


def _has_lower_case(text: str) -> bool:
    return text != text.upper()


def _goes_on(line: _PhysicalLine, following: _PhysicalLine, width: int) -> bool:
    """Whether the paragraph goes on: the next line's first word had no room on this one."""
    if following.number != line.number + 1 or _LIST_ITEM.match(following.text):
        return False
    if not _SHORTEST_FULL_LINE <= line.width <= _LONGEST_FULL_LINE:
        return False
    if following.indent > line.indent and not _LIST_ITEM.match(line.text):
        return False
    first_word = following.text[:_LONGEST_MOVED_WORD].split(maxsplit=1)[0]
    return line.width + 1 + len(first_word) >= width - _RAGGED
