"""What a block of a web page says of itself: share bars, cookie notices, links, captions, bylines.

Judges one block by its own words only and answers None wherever it could be a sentence of the
article: a hidden sentence costs an event, a shown menu costs a few tokens. The phrases themselves
stand in `furniture_phrases`.
"""

from __future__ import annotations

import re

from extractor.schema import LineLabel
from extractor.text.bylines import BYLINE_KEYS, is_byline, is_desk
from extractor.text.dateline import is_page_stamp
from extractor.text.furniture_phrases import (
    ARTICLE_ENDS,
    CAPTION_STARTS,
    LINK_HEADINGS,
    NOTICES,
    PRINT_NOTICES,
    READ_ALSO,
    SECTION_WORDS,
    SHARE_WORDS,
    WHOLE_LINES,
)
from extractor.text.phrases import PhraseBook, may_begin, phrase_key
from extractor.text.shapes import ends_sentence, holds_two_sentences

_LONGEST_NOTICE = 400  # characters; what is longer is an article's text, or made for machines
_LONGEST_LINK = 200
_LONGEST_CREDIT = 120
_QUOTES = "“”„«»‘\"'"
_LONGEST_SECTION = 40
_LONGEST_HEADING = 60
_LONGEST_STAMP = 120
_SHORTEST_BLOB = 80
_LONG_WORDS = 8  # characters with their space: where half of a text is blobs, its words have more
_FEWEST_ENTRIES = 3
_ENTRY_MARK = re.compile(r"\s[|•·/]\s|\s?\|\s?")
_ENTRY_WORD = re.compile(r"[^\W\d_]+")
_HAS_FIGURE = re.compile(r"\d")
_ODD = re.compile(r"[\d»›>©@#&]")

_SHARE = "|".join(SHARE_WORDS.split())
_SHARE_LINE = re.compile(rf"(?:(?:{_SHARE}|x \(twitter\)|pin it)[\s|/,·•+:&-]*)+", re.I)
_SHARE_KEYS = frozenset(phrase_key(word) for word in SHARE_WORDS.split()) | {"x"}
_COUNTS = re.compile(
    r"""(?:
    \d[\d.,\s]{0,12}[km]?\ ?(?:views?|shares?|comments?|likes?|reads|retweets|followers?
        |comentarios?|commentaires?|kommentare?|yorum|комментари\w*|просмотр\w*|تعليق\w*|评论|阅读)
    | \d+[\s-]?min(?:ute)?s?(?:\ (?:read|ago))?
    | (?:updated\ )?\d+\ ?(?:sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|h|d|days?|weeks?
        |months?|years?)\ ago
    )[.!:]?""",
    re.I | re.X,
)
_WHOLE_LINES = PhraseBook(WHOLE_LINES, after="[.!:]?", whole=True)
_NOTICES = PhraseBook(NOTICES)
_PRINT_NOTICES = PhraseBook(PRINT_NOTICES)
_READ_ALSO = PhraseBook(READ_ALSO, after=r"\s?[:：|»›>–—]")
_LINK_HEADINGS = PhraseBook(LINK_HEADINGS, after=r"\s?[:：!]?", whole=True)
_CAPTION_STARTS = PhraseBook(CAPTION_STARTS)
_ARTICLE_ENDS = PhraseBook(ARTICLE_ENDS)
_KEYS = frozenset().union(
    *(book.keys for book in (_WHOLE_LINES, _NOTICES, _PRINT_NOTICES, _READ_ALSO, _CAPTION_STARTS))
)
_RIGHTS = re.compile(r"©|\(c\)\s?\d{4}|&copy;", re.I)
_RIGHTS_END = re.compile(
    r"(?:all rights reserved|todos los derechos reservados|tous droits réservés"
    r"|alle rechte vorbehalten|tüm hakları saklıdır|все права защищены|جميع الحقوق محفوظة"
    r"|版权所有)\W*$",
    re.I,
)
_RIGHTS_LAST_WORD = re.compile(r"[dDsSNnıIыЫةه有]\W*$")
_LONGEST_RIGHTS = 110  # the holder's name before the words has at most 80

_CAPTION_END = re.compile(
    r"""(?:
    [\[(](?:(?:ap|afp|epa|reuters|getty|file|courtesy)\s)? (?:photos?|images?|pictures?)
        (?:\s(?:by|courtesy)\b|:|/)? [^()\[\]]{0,80} [\])]\.?
    | \b(?:photo|image|picture)(?:\scredit)?:\s?[^.:]{2,60}
    | (?:getty\simages|/\s?(?:afp|reuters|epa|getty|ap)|ap\sphoto/[\w\s.]{2,40})\)?
    )$""",
    re.I | re.X,
)
_CAPTION_CODE = re.compile(r"\[caption\b[^\]]{0,300}\]", re.I)

_TIME = re.compile(
    r"(?:updated\s|at\s)?\d{1,2}\s?[:.h]\s?\d{2}(?::\d{2})?\s?(?:h|hrs|uhr)?\s?(?:[ap]\.?\s?m\.?)?"
    r"\s?\(?(?:(?-i:[A-Z]{2,5})|[+-]\d{2}:?\d{2}|local\stime)?\)?",
    re.I,
)
_HOUR = re.compile(r"\d{1,2}\s?[ap]\.?m\.?(?:\s[A-Z]{2,5})?", re.I)
_WEATHER = re.compile(
    r"[-−+]?\d{1,3}(?:[.,]\d)?\s?(?:[CF]|(?:[°º]\s?[CF]?|℃|℉)(?:\s[^\W\d]{3,20}){0,2})"
    r"|(?:[^\W\d_][\w.'’-]*,?\s){1,3}[-−+]?\d{1,3}(?:[.,]\d)?\s?(?:[°º]\s?[CF]?|℃|℉)",
    re.I,
)
_CRUMB_MARK = re.compile(r"\s[»›]\s|>")
_SHORTCODE = re.compile(
    r"\[/?(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?:\s[^\[\]]*)?|[a-z-]+\s[a-z_]+=[\"'”][^\[\]]*)\]"
)
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.I)
_TAGGED = re.compile(r"[@#]\w+")
_BLOB = re.compile(r"(?<!\S)(?!https?:|www\.)[!-~]{80,}")  # no word of ASCII is that long


_LINE_KEYS = _SHARE_KEYS | BYLINE_KEYS


def own_label(text: str) -> LineLabel | None:
    """The label that a block's own words prove; None where only its place can tell.

    `text` is the block with its white space folded.
    """
    if _is_machine_text(text):
        return "furniture"
    if len(text) > _LONGEST_NOTICE:
        return None
    if _URL.match(text) and all(map(_URL.fullmatch, text.split(" "))):
        return "link"
    may_be_phrase = not text[0].isalnum() or may_begin(text, _KEYS)
    if not may_be_phrase and _is_plain_sentence(text):
        return None
    if _is_caption(text, may_be_phrase):
        return "caption"
    if may_be_phrase and is_read_also(text):
        return "link"
    if may_be_phrase and _is_notice(text):
        return "furniture"
    may_be_line = not text[0].isalnum() or may_begin(text, _LINE_KEYS)
    if not may_be_line and not _ODD.search(text):
        return "furniture" if _is_menu(text) or _is_rights_notice(text) else None
    return "furniture" if _is_furniture(text) else None


def opens_links(text: str) -> bool:
    """Whether the block is a heading such as "Related News", under which links stand."""
    return len(text) <= _LONGEST_HEADING and _LINK_HEADINGS.find(text) is not None


def is_link_sentence(text: str) -> bool:
    """Whether a sentence after others is `Also Read: …`, glued to the end of its paragraph."""
    return text[0] not in _QUOTES and is_read_also(text)


def is_print_notice(text: str) -> bool:
    """Whether the block tells in which printed issue the article stood, or when it was posted."""
    return len(text) <= _LONGEST_LINK and _PRINT_NOTICES.find(text) is not None


def is_weather(text: str) -> bool:
    """Whether the block is a temperature, with a city or not: a page's own, as its date beside."""
    if len(text) > _LONGEST_LINK or not any(map(str.isdecimal, text[-8:] + text[:5])):
        return False
    return _WEATHER.fullmatch(text) is not None


def is_menu_row(text: str) -> bool:
    """Whether a block above a headline is a row of menu entries: sections, or bars between."""
    if len(text) > _LONGEST_LINK or ends_sentence(text):
        return False
    entries = [entry.strip() for entry in _ENTRY_MARK.split(text)]
    if len(entries) >= _FEWEST_ENTRIES and all(0 < len(e) <= _LONGEST_SECTION for e in entries):
        return True
    words = _ENTRY_WORD.findall(text.casefold())
    known = sum(word in SECTION_WORDS for word in words)
    return known >= _FEWEST_ENTRIES and 2 * known > len(words)


def ends_article(text: str) -> bool:
    """Whether the block stands below an article only: its tags, its desk, the form for comments."""
    if len(text) > _LONGEST_NOTICE:
        return False
    if _ARTICLE_ENDS.find(text):
        return True
    return _is_rights_notice(text) or (text[0] == "(" and is_desk(text))


def _is_menu(text: str) -> bool:
    """Whether a block anywhere is nothing but names of sections."""
    if len(text) > _LONGEST_LINK or text.count(" ") < _FEWEST_ENTRIES - 1 or text[-1] in ".!?":
        return False
    words = _ENTRY_WORD.findall(text.casefold())
    return len(words) >= _FEWEST_ENTRIES and SECTION_WORDS.issuperset(words)


def _is_machine_text(text: str) -> bool:
    if not text[:1].isalnum() and not any(map(str.isalnum, text)):
        return True
    if text[0] == "[" and not any(map(str.isalnum, _SHORTCODE.sub("", text))):
        return True
    if len(text) < _SHORTEST_BLOB or len(text) < _LONG_WORDS * text.count(" "):
        return False
    return 2 * sum(map(len, _BLOB.findall(text))) > len(text)


def _is_notice(text: str) -> bool:
    found = _WHOLE_LINES.find(text) or _NOTICES.find(text)
    return found is not None or is_print_notice(text)


def _is_plain_sentence(text: str) -> bool:
    """Longer than a stamp or a byline, and ending as no caption does."""
    ends = text[-1] in ".!?" and text[-2:-1] not in (")", "]")
    return ends and len(text) > _LONGEST_STAMP and not may_begin(text, _LINE_KEYS)


def _is_caption(text: str, may_be_phrase: bool) -> bool:
    if may_be_phrase and (_CAPTION_STARTS.find(text) or _CAPTION_CODE.match(text)):
        return True
    may_be_credit = text[-1] not in ".!?" or text[-2:-1] in (")", "]")
    return may_be_credit and _CAPTION_END.search(text[-_LONGEST_CREDIT:]) is not None


def is_read_also(text: str) -> bool:
    """Whether a block is one line that leads to another story."""
    if len(text) > _LONGEST_LINK or not _READ_ALSO.find(text):
        return False
    return not holds_two_sentences(text)


def _is_furniture(text: str) -> bool:
    if _is_share_bar(text) or _is_rights_notice(text):
        return True
    if text[0] in "@#" and all(map(_TAGGED.fullmatch, text.split(" "))):
        return True
    if is_byline(text) or _is_breadcrumb(text) or _is_menu(text):
        return True
    return _HAS_FIGURE.search(text) is not None and _is_figure_line(text)


def _is_rights_notice(text: str) -> bool:
    if text[0] in "©(&" and _RIGHTS.match(text):
        return True
    if len(text) > _LONGEST_RIGHTS or not _RIGHTS_LAST_WORD.search(text, len(text) - 14):
        return False
    if not _RIGHTS_END.search(text):
        return False
    return not any(mark in text[:-3] for mark in ".!?")


def _is_share_bar(text: str) -> bool:
    may_be = may_begin(text, _SHARE_KEYS) or text[:1] in "xX"
    return may_be and _SHARE_LINE.fullmatch(text) is not None


def _is_figure_line(text: str) -> bool:
    """A time, a temperature, a number of readers, or the day of the page view."""
    if len(text) <= 3 and text.isdecimal():  # comments or shares; years stand over what happened
        return True
    if len(text) <= _LONGEST_LINK and any(
        rule.fullmatch(text) for rule in (_TIME, _HOUR, _WEATHER, _COUNTS)
    ):
        return True
    return is_page_stamp(text)


def _is_breadcrumb(text: str) -> bool:
    """Sections between arrows; French and Russian quotation marks are no arrows."""
    if len(text) > _LONGEST_LINK or not any(mark in text for mark in "»›>"):
        return False
    if any(mark in text for mark in ".!?«‹<"):
        return False
    parts = _CRUMB_MARK.split(text)
    return len(parts) > 1 and len(parts[0]) <= _LONGEST_SECTION and all(map(str.strip, parts))
