"""What standard input holds, told by its beginning: JSON lines, JSON, a web page or a plain text.

Tells only the form; reads no article.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from extractor.errors import InputError
from extractor.text.decode import decode

Form = Literal["jsonl", "json", "page", "text"]

_FEWEST_LINES = 2  # a text may open a brace once
_JSON_OPENING = re.compile(r'\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*\{)')
_PAGE_OPENING = re.compile(
    r"""\s*+(?:<\?xml\b | (?:\s|(?><!--.*?-->)|(?><\?.*?\?>))*+<(?:!doctype\s+html\b
    | (?:html|head|body|title|meta|link|script|style|main|article|section|header|nav|aside|div|p
        |h[1-6]|table|ul|ol|dl|figure|blockquote|pre|form|center)(?=[\s/>])))""",
    re.I | re.S | re.X,
)
"""A page begins with one of its outer tags or a block tag, comments and white space before it."""


def opening(stream: Iterable[bytes]) -> tuple[list[bytes], Iterator[bytes]]:
    """The lines to the first that is not blank, and the lines after it."""
    lines = iter(stream)
    first = []
    for line in lines:
        first.append(line)
        if line.strip():
            break
    return first, lines


def is_record(line: bytes) -> bool:
    """Whether a line is a whole JSON object."""
    return isinstance(_json_or_none(line), dict)


def form_of(raw: bytes) -> Form:
    """The form of a whole input whose first line is no JSON object.

    JSON that is broken is JSON all the same: read as a text, it would be lost without a word.
    Raises InputError where the bytes are no text.
    """
    text = decode(raw)
    if isinstance(_json_or_none(raw), dict | list):
        return "json"
    if _is_jsonl(raw):
        return "jsonl"
    if _JSON_OPENING.match(text):
        return "json"
    return "page" if _PAGE_OPENING.match(text) else "text"


def _is_jsonl(raw: bytes) -> bool:
    """Most lines open an object, and the first does so or another is a whole one."""
    lines = [line for line in raw.removeprefix(b"\xef\xbb\xbf").split(b"\n") if line.strip()]
    opened = [line for line in lines if line.lstrip().startswith(b"{")]
    if len(opened) < _FEWEST_LINES or 2 * len(opened) < len(lines):
        return False
    return opened[0] is lines[0] or any(map(is_record, opened))


def _json_or_none(raw: bytes) -> Any:
    try:
        text = decode(raw).strip()
        return json.loads(text) if text.startswith(("{", "[")) else None
    except (ValueError, RecursionError, InputError):
        return None
