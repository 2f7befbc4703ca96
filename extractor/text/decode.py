"""From bytes to the stored text that all offsets refer to.

Only the encoding, NUL, a leading BOM and CRLF are touched; nothing is stripped, composed or
rewritten, and what is in no known encoding is an error.
"""

from __future__ import annotations

import codecs
import re

from extractor.errors import InputError
from extractor.schema.article import stored_text

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its BOM begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY_BYTE = re.compile(r"[\udc80-\udcff]")

# Calibrated on sentences in French, German, Portuguese, Spanish, Polish and Turkish: the guess
# for Western text is often cp1250 or a Mac page with a chaos that is at most this much lower.
_CHAOS_MARGIN = 0.05


def decode(raw: bytes) -> str:
    """The stored text of a file's bytes: by its BOM, else UTF-8, else by its statistics.

    Raises InputError where no encoding fits.
    """
    encoding = _mark(raw)
    if encoding and encoding != "utf-8":
        return stored_text(_decode_as(raw, encoding))
    try:
        return stored_text(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return stored_text(_decode_broken_utf8(raw) or _decode_by_statistics(raw))


def has_mark(raw: bytes) -> bool:
    """Whether the bytes begin with a byte order mark, which tells their encoding for sure."""
    return _mark(raw) is not None


def text_encoding(sample: bytes) -> str:
    """The encoding of a file by its first bytes, for files that are read bit by bit.

    UTF-8 unless a byte order mark or the bytes say otherwise; Windows-1252 stands for all Western
    encodings.
    """
    mark = _mark(sample)
    if mark:
        return "utf-8-sig" if mark == "utf-8" else mark.removesuffix("-le").removesuffix("-be")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)  # may end within a character
    except UnicodeDecodeError:
        if _decode_broken_utf8(sample) is None:
            return "cp1252"
    return "utf-8"


def _mark(raw: bytes) -> str | None:
    return next((name for bom, name in _BOMS if raw.startswith(bom)), None)


def _decode_as(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file begins with the mark of {encoding} but is not {encoding}"
            f" at byte {error.start}: {error.reason}",
            hint="convert the file to UTF-8",
        ) from None


def _decode_broken_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few bytes of another page pasted in, these read as Windows-1252.

    A statistical guess would turn every letter beyond ASCII of such a text into two wrong ones.
    None where the stray bytes are more than the good letters beyond ASCII: in text of another
    encoding hardly a pair of bytes is good UTF-8 by chance.
    """
    text = raw.decode("utf-8", "surrogateescape")
    strays = len(_STRAY_BYTE.findall(text))
    good = sum(not character.isascii() for character in text) - strays
    if good < strays:
        return None

    def as_windows(match: re.Match[str]) -> str:
        return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")

    return _STRAY_BYTE.sub(as_windows, text)


def _decode_by_statistics(raw: bytes) -> str:
    from charset_normalizer import from_bytes  # seldom needed, and 36 ms to import

    matches = from_bytes(raw)
    best = matches.best()
    if best is None:
        raise InputError("the text is in no known encoding", hint="convert the file to UTF-8")
    for match in matches:
        near = match.chaos <= best.chaos + _CHAOS_MARGIN and match.coherence >= best.coherence
        if near and "cp1252" in (match.encoding, *match.could_be_from_charset):
            return str(match)
    return str(best)
