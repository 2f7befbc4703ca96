"""Values of any kind (of Parquet, of JSON) as what JSON can hold, so that every record can be kept.

Keeps structure and order; guesses no encoding for bytes that are no text.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from extractor.errors import InputError
from extractor.schema.article import writable
from extractor.text.decode import decode, has_mark

DEEPEST = 100
"""Levels of lists and objects in each other; Pydantic writes no more than 255."""

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(value: Any, *, depth: int = DEEPEST) -> Any:
    """The value as text, number, truth value, None, list or object with text keys.

    Bytes are the text that they hold, else base64; dates are ISO 8601; what JSON has no form for
    (decimals, durations) is text. Raises InputError beyond `depth` levels.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return _text_or_base64(bytes(value))
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping | list | tuple | set | frozenset):
        if not depth:
            raise InputError(f"lists or objects stand in each other more than {DEEPEST} deep")
        if isinstance(value, Mapping):
            return {_key(key): plain(entry, depth=depth - 1) for key, entry in value.items()}
        return [plain(entry, depth=depth - 1) for entry in value]
    return writable(str(value))


def _key(key: Any) -> str:
    return str(plain(key))


def _text_or_base64(raw: bytes) -> str:
    """Bytes below the space are in pictures and hashes, not in text, but for UTF-16."""
    try:
        if has_mark(raw) or not _CONTROL.search(raw):
            return decode(raw)
    except InputError:
        pass
    return b64encode(raw).decode("ascii")
