"""From the bytes of a web page to its element tree, in whatever encoding it says or is in.

Fetches nothing and runs nothing: a page that only a browser can build has no text here.
"""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractor.errors import InputError
from extractor.schema.article import stored_text
from extractor.text.decode import decode, has_mark

_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?|<\?xml[^>]{0,200}?\bencoding\s*=\s*["'])
         \s*([\w.:-]{1,40})""",
    re.I | re.X,
)
_HEAD = 4096  # bytes in which browsers look for the encoding is 1024; templates need more
_MOST_STRAYS = 0.001  # of the letters: a page with a few broken bytes is still in its encoding
_STATEFUL = ("iso2022", "hz")  # look like ASCII, which is valid UTF-8
# What browsers read under a label (WHATWG Encoding Standard) where Python reads less.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
_NO_PAGE = ("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode")


def parse_page(page: bytes | str) -> HtmlElement:
    """The tree of a page, comments left out. Raises InputError where there is none."""
    text = stored_text(page) if isinstance(page, str) else decode_page(page)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # nothing but white space or comments
        raise InputError("no text: the page is empty") from None


def decode_page(raw: bytes) -> str:
    """A page as text: by its BOM, else as UTF-8, else as it declares, else by its statistics.

    A declared encoding is believed only where the bytes are no UTF-8: servers and templates
    declare an encoding that the page has long left. Raises InputError where no encoding fits.
    """
    declared = None if has_mark(raw) else _declared_encoding(raw)
    if declared and declared.startswith(_STATEFUL):
        return stored_text(raw.decode(declared, "replace"))
    if declared and not _is_utf8(raw):
        text = raw.decode(declared, "replace")
        if text.count("\ufffd") <= _MOST_STRAYS * len(text):
            return stored_text(text)
    return decode(raw)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared_encoding(raw: bytes) -> str | None:
    """Python's name of the encoding that a page declares; None where it declares none."""
    found = _DECLARED.search(raw[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
        "".encode(name)  # some of Python's codecs are no encodings of text
    except (LookupError, ValueError, TypeError):
        return None
    return None if name.startswith(_NO_PAGE) else _WIDER.get(name, name)
