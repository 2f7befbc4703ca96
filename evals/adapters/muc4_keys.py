"""Reads the messages and answer keys of MUC-4 in their own format.

Keeps the terms of the task documentation (slot, fill, key); knows nothing of gold events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.edtf import Bounds, EdtfDate, EdtfError
from extractor.errors import CorpusError

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_MONTH = rf"({'|'.join(_MONTHS)})[A-Z]*"
_DAY_MONTH = re.compile(rf"(?:(\d{{1,2}}) )?{_MONTH}\.?(?: (\d\d))?")
_HEADER_DAY = re.compile(rf"\b(\d{{1,2}}) {_MONTH}\.? (\d\d)\b")
_HEADER_MONTH = re.compile(rf"\b{_MONTH}\.? (\d{{1,2}}) (\d\d)\b")
_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC[34]-\d{4})\b[^\n]*\n", re.MULTILINE)
_SLOT = re.compile(
    r"\D{0,3}?(\d{1,2})\.\s+[A-Z]+(?: [A-Z]+)?:\s+[A-Z]+(?: [A-Z]+)*?(?:\s{2,}|\t)(.*)"
)
_STRING = re.compile(r'"((?:\\.|[^"\\])*)"')
_PLACE_TYPE = re.compile(r"\([^()]*\)")
_NULL = ("", "-", "*")

Chain = tuple[str, ...]
"""A place and what it lies in, the largest first: country, department, city, …"""


@dataclass(frozen=True, slots=True)
class Fill:
    """A string fill: its alternatives, the fill of another slot that it refers to, optionality."""

    forms: tuple[str, ...]
    refers_to: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTemplate:
    """An incident of the answer key.

    `dates` and `locations` hold alternatives that count as right; empty is the null fill. A
    location is one place, or two for a range between them.
    """

    number: str
    optional: bool
    types: tuple[str, ...]
    stages: tuple[str, ...]
    dates: tuple[Bounds, ...] = ()
    locations: tuple[tuple[Chain, ...], ...] = ()
    individuals: tuple[Fill, ...] = ()
    organizations: tuple[Fill, ...] = ()
    physical: tuple[Fill, ...] = ()
    names: tuple[Fill, ...] = ()
    descriptions: tuple[Fill, ...] = ()
    instruments: tuple[Fill, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its text without the line of its id, its dateline's day, its templates."""

    id: str
    text: str
    dateline: date | None
    templates: tuple[KeyTemplate, ...]


def read_split(source: Path, split: str) -> tuple[Message, ...]:
    """The messages of a split in file order.

    `source` holds a folder for each split, or is the root of the distribution, which has them in
    TASK/CORPORA. Raises CorpusError where there is no such split, or no key.
    """
    folder = next(
        (f for f in (source / split, source / "TASK" / "CORPORA" / split) if f.is_dir()), None
    )
    if folder is None:
        raise CorpusError(f"no folder {split!r} in {source}", hint="SRC is the folder of MUC-4")
    files = sorted(path for path in folder.iterdir() if path.is_file())
    keys = [path for path in files if path.name.startswith("key-")]
    texts = [path for path in files if re.match(r"(?:dev|tst\d)-muc[34]", path.name)]
    texts = [path for path in texts if not path.name.endswith("mixed-case")]
    if not keys or not texts:
        raise CorpusError(f"no messages with an answer key in {folder}")
    slots = list(_templates("\n".join(path.read_text("latin-1") for path in keys)))
    return tuple(_messages("".join(path.read_text("latin-1") for path in texts), slots))


def _messages(text: str, keys: Sequence[Mapping[int, list[str]]]) -> Iterator[Message]:
    of_message: dict[str, list[Mapping[int, list[str]]]] = {}
    for key in keys:
        of_message.setdefault(key[0][0].split()[0], []).append(key)
    parts = _MESSAGE.split(text)
    for id_, body in zip(parts[1::2], parts[2::2], strict=True):
        stored = body.strip("\n") + "\n"
        day = dateline_day(stored)
        templates = tuple(
            _template(slots, day) for slots in of_message.get(id_, []) if slots[1] != ["*"]
        )
        yield Message(id_, stored, day, templates)


def dateline_day(text: str) -> date | None:
    """The day of a message's dateline; None for NO DATE and where the year is not told."""
    header = " ".join(text[:400].split()).partition("--")[0]
    if match := _HEADER_DAY.search(header):
        return _day(int(match[1]), match[2], int(match[3]))
    if match := _HEADER_MONTH.search(header):
        return _day(int(match[2]), match[1], int(match[3]))
    return None


def _day(day: int, month: str, year: int) -> date | None:
    try:
        return date(1900 + year, _MONTHS.index(month) + 1, day)
    except ValueError:
        return None


def _templates(text: str) -> Iterator[dict[int, list[str]]]:
    """The fills of each template by slot number, a list entry for each line."""
    slots: dict[int, list[str]] = {}
    number = 0
    for line in text.splitlines():
        if match := _SLOT.fullmatch(line.rstrip()):
            number = int(match[1])
            if number == 0:
                if slots:
                    yield slots
                slots = {}
            slots[number] = [match[2].strip()]
        elif line[:1].isspace() and line.strip() and slots:
            slots[number].append(line.strip())
    if slots:
        yield slots


def _template(slots: Mapping[int, list[str]], dateline: date | None) -> KeyTemplate:
    number = slots[1][0].split()
    return KeyTemplate(
        number=number[0],
        optional="(OPTIONAL)" in number,
        types=alternatives(_joined(slots, 4)),
        stages=alternatives(_joined(slots, 5)),
        dates=_dates(_joined(slots, 2), dateline),
        locations=_locations(_joined(slots, 3)),
        individuals=string_fills(slots.get(9, [])),
        organizations=string_fills(slots.get(10, [])),
        physical=string_fills(slots.get(12, [])),
        names=string_fills(slots.get(18, [])),
        descriptions=string_fills(slots.get(19, [])),
        instruments=string_fills(slots.get(6, [])),
    )


def _joined(slots: Mapping[int, list[str]], number: int) -> str:
    return " ".join(slots.get(number, []))


def alternatives(value: str) -> tuple[str, ...]:
    """What stands between slashes outside of parentheses; parentheses around all are dropped."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(value):
        depth += (character == "(") - (character == ")")
        if character == "/" and depth == 0:
            parts.append(value[start:position])
            start = position + 1
    parts.append(value[start:])
    stripped = (_unwrapped(part.strip().removeprefix("?").strip()) for part in parts)
    return tuple(part for part in stripped if part not in _NULL)


def _unwrapped(part: str) -> str:
    """Without parentheses that open at its start and close at its end."""
    depth = 0
    for position, character in enumerate(part):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            whole = character == ")" and position == len(part) - 1
            return part[1:-1].strip() if whole else part
    return part


def _dates(value: str, dateline: date | None) -> tuple[Bounds, ...]:
    found = (key_date(part, dateline) for part in alternatives(value.upper()))
    return tuple(dict.fromkeys(bounds for bounds in found if bounds is not None))


def key_date(fill: str, dateline: date | None) -> Bounds | None:
    """`DD MMM YY`, `DD MMM YY - DD MMM YY`, `- DD MMM YY`; a missing year is the dateline's.

    None where a date is not of the calendar, or the range runs backwards.
    """
    first, dash, second = (part.strip() for part in fill.partition("-"))
    start, end = _key_day(first, dateline), _key_day(second, dateline)
    if not dash:
        return start
    if end is None or (first and start is None):
        return None
    earliest = start.earliest if start else None
    backwards = earliest is not None and end.latest is not None and earliest > end.latest
    return None if backwards else Bounds(earliest, end.latest)


def _key_day(words: str, dateline: date | None) -> Bounds | None:
    match = _DAY_MONTH.fullmatch(words)
    if match is None or (match[3] is None and dateline is None):
        return None
    year = dateline.year if match[3] is None and dateline else 1900 + int(match[3])
    try:
        month = _MONTHS.index(match[2]) + 1
        return EdtfDate(year, month, int(match[1]) if match[1] else None).bounds
    except EdtfError:
        return None


def _locations(value: str) -> tuple[tuple[Chain, ...], ...]:
    return tuple(location(part) for part in alternatives(value))


def location(fill: str) -> tuple[Chain, ...]:
    """`COUNTRY: A (CITY): B (TOWN)`; a dash at the last level is a range between two places."""
    levels = [level.strip() for level in _PLACE_TYPE.sub("", fill).split(":")]
    *above, last = (level for level in levels if level)
    return tuple((*above, place.strip()) for place in re.split(r"\s+-\s+", last))


def string_fills(lines: Sequence[str]) -> tuple[Fill, ...]:
    """A fill a line; a line that a slash or a colon leaves open goes on in the next."""
    joined: list[str] = []
    for line in lines:
        if joined and (joined[-1].endswith(("/", ":")) or line.startswith(("/", ":"))):
            joined[-1] += " " + line
        else:
            joined.append(line)
    found = (_fill(line) for line in joined)
    return tuple(fill for fill in found if fill.forms)


def _fill(line: str) -> Fill:
    """Strings after a colon are a reference. A fill that the key forgot to quote is taken whole."""
    own: list[str] = []
    referred: list[str] = []
    reference = False
    position = 0
    for match in _STRING.finditer(line):
        reference = reference or ":" in line[position : match.start()]
        position = match.end()
        words = match[1].replace('\\"', '"').strip()
        if words not in _NULL:
            (referred if reference else own).append(words)
    bare = line.strip('?" ')
    if not own and not referred and '"' not in bare and bare not in _NULL:
        own.append(bare)
    return Fill(tuple(own), tuple(referred), line.startswith("?"))
