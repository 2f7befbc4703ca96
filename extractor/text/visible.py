"""Text for people: what could command a terminal or turn lines round is shown by a sign.

Never used for data: what programs read stays as it is.
"""

from __future__ import annotations

_PICTURES = 0x2400
"""First of the control pictures of Unicode: a sign for each character below the space."""

_REPLACEMENT = 0xFFFD
_NEWLINE, _DELETE, _DELETE_PICTURE = 0x0A, 0x7F, 0x2421

_HIDDEN = (
    *range(0x80, 0xA0),  # control characters, some of them as strong as an escape sequence
    *range(0x2028, 0x202F),  # line and paragraph separators; embeddings, overrides
    *range(0x2066, 0x2070),  # isolates, and controls of no use any more
    *range(0xD800, 0xE000),  # half characters: no file and no terminal can take them
    *range(0xE0000, 0xE0080),  # tags, which are never seen
)
"""The marks that Arabic and Hebrew texts are written with (U+200E, U+200F) turn nothing round."""

_SIGNS = {
    **{code: _PICTURES + code for code in range(0x20)},
    _DELETE: _DELETE_PICTURE,
    **dict.fromkeys(_HIDDEN, _REPLACEMENT),
}
_SIGNS_IN_LINES = {code: sign for code, sign in _SIGNS.items() if code != _NEWLINE}


def visible(text: str) -> str:
    """The text as one line: a line break too is shown by a sign, so that it forges no line."""
    return text if text.isprintable() else text.translate(_SIGNS)


def visible_lines(text: str) -> str:
    """A text of several lines, which stay lines."""
    return text if text.isprintable() else text.translate(_SIGNS_IN_LINES)
