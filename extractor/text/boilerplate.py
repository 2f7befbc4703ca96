"""What a block of a web page says of itself: share bars, cookie notices, links, captions, bylines.

Judges one block by its own words only and answers None wherever it could be a sentence of the
article: a hidden sentence costs an event, a shown menu costs a few tokens. The phrases are those
of English news sites, with the commonest "read also" of other languages.
"""

from __future__ import annotations

import re

from extractor.schema import LineLabel
from extractor.text.dateline import begins_with_date, is_page_stamp
from extractor.text.shapes import ends_sentence, holds_two_sentences

_LONGEST_NOTICE = 400  # characters; what is longer is an article's text, or made for machines
_LONGEST_LINK = 200
_LONGEST_CREDIT = 120
_LONGEST_SECTION = 40

_CHROME_WORDS = r"""
    share|shares|tweet|retweet|pin|pin\ it|print|e-?mail|comments?|like|save|bookmark|
    facebook|twitter|x|x\ \(twitter\)|whats\ ?app|telegram|linked\ ?in|pinterest|reddit|tumblr|
    messenger|instagram|youtube|flipboard|viber|threads|bluesky|mastodon|rss|copy\ (?:link|url)|
    copied|link\ copied!?|link|url|more|google\ news
"""
_CHROME_LINE = re.compile(rf"(?:(?:{_CHROME_WORDS})[\s|/,·•+:&-]*)+", re.I | re.X)
_ON_A_NETWORK = r"(?:facebook|twitter|x|whats\s?app|telegram|instagram|linked\s?in|youtube|google)"

_WHOLE_LINE = re.compile(
    r"""(?:
    share\ (?:this|on|via)\b.{0,60} | tweet\ this.{0,20} | share:.{0,60}
    | (?:advertisement|advertorial|ads?|sponsored(?:\ content)?|promoted|promo)
    | (?:continue|keep)\ reading(?:\ below)? | story\ continues\ below.{0,40}
    | (?:article|scroll)\ (?:continues\ (?:below|after).{0,30}|to\ continue)
    | (?:main\ )?menu | navigation | search(?:\ for)? | home | homepage | close(?:\ menu)? | next
    | previous | prev | back(?:\ to\ (?:top|home))? | loading(?:\.\.\.|…)? | live(?:\ tv)?
    | skip\ to\ (?:main\ )?content | toggle\ navigation | view\ all | see\ all | show\ more
    | load\ more | view\ comments | show\ comments | hide\ comments | no\ comments(?:\ yet)?
    | (?:sign|log)[\s-]?(?:in|up|out)(?:\s?(?:/|or|\|)\s?(?:join|register|sign\ up|subscribe))?
    | register | subscribe(?:\ now)? | donate | support\ us | about(?:\ us)? | contact(?:\ us)?
    | newsletters? | e-?paper | podcasts?
    | (?:accept|reject|allow|decline)(?:\ all)?(?:\ cookies)? | manage\ (?:cookies|preferences)
    | (?:cookie|privacy)\ (?:settings|policy|preferences|notice) | terms\ (?:of|and|&)\ \w{3,10}
    | leave\ a\ (?:reply|comment)(?:\ cancel\ reply)? | cancel\ reply | post\ (?:a\ )?comment
    | add\ (?:a\ )?comment | join\ the\ (?:conversation|discussion) | write\ a\ comment
    | (?:enter\ )?your\ (?:e-?mail(?:\ address)?|name|comment)(?:\ here)? | name\*? | website
    | save\ my\ name,\ e-?mail,?\ and\ website.{0,80}
    | your\ e-?mail\ address\ will\ not\ be\ published.{0,60}
    | required\ fields\ are\ marked.{0,10} | notify\ me\ of\ .{0,60}
    | (?:we\ care|we\ value)\ (?:about\ )?your\ privacy
    | (?:this\ post|this\ article)\ (?:has|was)\ (?:been\ )?(?:viewed|shared|read)\ .{0,30}
    | (?:tags?|topics?|filed\ under|posted\ in|categor(?:y|ies)|keywords|labels)\s?:.{0,200}
    | \d[\d.,]*\s?[km]?\ ?(?:views?|shares?|comments?|likes?|reads|retweets|followers?)
    | (?:reading\ time|read\ time|estimated\ reading\ time)\b.{0,30}
    | \d+[\s-]?min(?:ute)?s?(?:\ (?:read|ago))? | listen\ to\ (?:this\ )?(?:article|story).{0,30}
    | (?:updated\ )?\d+\ (?:sec(?:ond)?|min(?:ute)?|hour|day|week|month|year)s?\ ago | just\ now
    )[.!:]?""",
    re.I | re.X,
)

_NOTICE_START = re.compile(
    rf"""(?:
    (?:we|(?:this|our)\ (?:web)?site|by\ (?:clicking|continuing|using)|to\ (?:give|improve))\b
        .{{0,100}}\b(?:uses?|using|stores?|consent|accept|agree)\b.{{0,100}}\bcookies?\b
    | we\ value\ your\ privacy | cookies\ help\ us
    | follow\ (?:us\b|@\w|our\b|.{{1,40}}\ on\ {_ON_A_NETWORK}\b)
    | (?:subscribe|sign\ up)\ (?:to|for|now|here|today|with|and|free)\b
        .{{0,120}}\b(?:our|your|newsletters?|us|free|inbox)\b
    | subscribe\ to\ \w+(?:\ \w+)?$
    | join\ (?:us\ on|our)\ .{{0,40}}(?:whats ?app|telegram|channel|newsletter|group|facebook)
    | get\ (?:the\ )?(?:latest|breaking|daily|our)\b.{{0,80}}\b(?:inbox|newsletters?|app|e-?mail)\b
    | (?:click|tap)\ here\ (?:to|for)\b | (?:download|install|get)\ (?:our|the)\ .{{0,30}}\bapp\b
    | (?:©|\(c\)\s?\d{{4}}|&copy;|copyright\s(?:©|\(c\)|\d{{4}}))
    | [^.!?]{{0,80}}\ball\ rights\ reserved\W*$
    | (?:please\ )?(?:enable|turn\ on)\ javascript | you\ need\ to\ enable\ javascript
    | your\ browser\ does\ not\ support | thank\ you\ for\ subscribing
    | proudly\ powered\ by\ | powered\ by\ \w+$
    )""",
    re.I | re.X,
)

_READ_ALSO = re.compile(
    r"""(?:
    (?:also|must|further|now)\ (?:read|watch|see)
    | (?:read|watch|see|learn)\ (?:also|more|next|this)
    | read | related(?:\ (?:news|stor(?:y|ies)|articles?|posts?|content|links?|reading|topics?))?
    | more\ on\ this | recommended | don['’]t\ miss | you\ (?:may|might)\ (?:also\ )?like
    | (?:à\ )?lire\ aussi | lesen\ sie\ auch | (?:lea|lee|leer)\ (?:también|más) | leia\ também
    | leggi\ anche | lees\ ook | läs\ också | baca\ juga | читайте\ также | اقرأ\ أيضا[ً]? | 延伸阅读
    )\s?[:：|»›>–—]""",
    re.I | re.X,
)

_LINKS_HEADING = re.compile(
    r"""(?:
    (?:latest|recent|related|popular|trending|similar|more|other|top|featured|breaking)
        \ (?:news|stor(?:y|ies)|posts?|articles?|headlines|content|coverage|links|topics|videos?)
    | related | trending(?:\ now|\ today)? | recommended(?:\ (?:for\ you|stories|articles|reading))?
    | most\ (?:read|popular|viewed|shared|commented|watched|recent)(?:\ (?:news|stories|articles))?
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|enjoy|have\ missed)
    | (?:also|must|further)\ read(?:s|ing)? | read\ (?:also|more|next|this\ next)
    | see\ also | more\ from\ (?:us|\w+(?:\ \w+){0,3}) | more\ in\ \w+(?:\ \w+)? | more\ like\ this
    | more\ on\ this(?:\ (?:story|topic))? | editor['’]?s['’]?\ (?:picks?|choice) | up\ next
    | (?:what\ to\ read\ )?next | don['’]t\ miss | in\ case\ you\ missed\ it
    | (?:from\ )?(?:around\ )?the\ web | from\ our\ (?:partners|sponsors)
    )\s?[:!]?""",
    re.I | re.X,
)

_CAPTION_START = re.compile(
    r"""[\[(]?
    (?:(?:file|undated|handout|representational|illustrative)\s)?
    (?:photo(?:graph)?s?|images?|pictures?|pics?|video|graphic|illustration|foto)
    (?:\s(?:credits?|caption|courtesy))? \s? (?:[:|/]|\bby\s|\scourtesy\ of\s)
    """,
    re.I | re.X,
)
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

_BYLINE = re.compile(
    r"(?:(?:words|story|written|posted|published|compiled|edited)\s)?by:?\s([^|•·–—\d]{2,80}?)"
    r"(?:\s?[|•·–—]\s?.{0,60}|\s\d.{0,60})?",
    re.I,
)
_PARTICLES = "al and bin da de del den der di el for in la of the van von y"
_DESK = re.compile(
    r"\(?(?:(?:additional\s)?(?:reporting|writing))\sby\s.{2,200}(?:[;)]|editing\sby).{0,120}", re.I
)
_STAMPED = re.compile(
    r"(?:(?:first|last|originally)\s)?(?:published|updated|posted|modified|created)"
    r"(?:\s?(?:on|at)\b|\sby\b)?\s?:?\s(.{1,80})",
    re.I,
)
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


def own_label(text: str) -> LineLabel | None:
    """The label that a block's own words prove; None where only its place can tell.

    `text` is the block with its white space folded.
    """
    if not any(map(str.isalnum, text)) or _is_machine_text(text):
        return "furniture"
    words = text.split(" ", 20)
    if len(words) <= 20 and all(map(_URL.fullmatch, words)):
        return "link"
    if len(text) > _LONGEST_NOTICE:
        return None
    if _CAPTION_CODE.match(text) or _is_caption(text):
        return "caption"
    if _is_read_also(text):
        return "link"
    return "furniture" if _is_furniture(text) else None


def opens_links(text: str) -> bool:
    """Whether the block is a heading such as "Related News", under which links stand."""
    return len(text) <= 60 and _LINKS_HEADING.fullmatch(text) is not None


def is_weather(text: str) -> bool:
    """Whether the block is a temperature, with a city or not: a page's own, as its date beside."""
    return len(text) <= _LONGEST_LINK and _WEATHER.fullmatch(text) is not None


def _is_machine_text(text: str) -> bool:
    if text[0] == "[" and not any(map(str.isalnum, _SHORTCODE.sub("", text))):
        return True
    return 2 * sum(map(len, _BLOB.findall(text))) > len(text)


def _is_caption(text: str) -> bool:
    if _CAPTION_START.match(text):
        return True
    may_be_credit = text[-1] not in ".!?" or text[-2] in ")]"
    return may_be_credit and _CAPTION_END.search(text[-_LONGEST_CREDIT:]) is not None


def _is_read_also(text: str) -> bool:
    if len(text) > _LONGEST_LINK or not _READ_ALSO.match(text):
        return False
    return not holds_two_sentences(text)


def _is_furniture(text: str) -> bool:
    if _WHOLE_LINE.fullmatch(text) or _NOTICE_START.match(text) or _is_counter(text):
        return True
    if any(rule.fullmatch(text) for rule in (_CHROME_LINE, _TIME, _HOUR, _WEATHER)):
        return True
    if all(map(_TAGGED.fullmatch, text.split(" "))) or _is_byline(text):
        return True
    return _is_breadcrumb(text) or is_page_stamp(text)


def _is_counter(text: str) -> bool:
    """A number of comments or shares; a year stands as heading over what happened in it."""
    return len(text) <= 3 and text.isdecimal()


def _is_byline(text: str) -> bool:
    if len(text) > _LONGEST_LINK:
        return False
    if _DESK.fullmatch(text):
        return True
    if ends_sentence(text) and not text.casefold().endswith(("a.m.", "p.m.")):
        return False
    stamp = _STAMPED.fullmatch(text)
    if stamp and begins_with_date(stamp[1]):
        return True
    byline = _BYLINE.fullmatch(text)
    return byline is not None and _are_names(byline[1])


def _are_names(text: str) -> bool:
    """Two to eight words in capitals, as names are; "by" before a day is no byline."""
    words = [w for w in text.replace(",", " ").split() if w.casefold() not in _PARTICLES.split()]
    if not 2 <= len(words) <= (5 if text.isupper() else 8) or not text[0].isupper():
        return False
    return all(word[0].isupper() for word in words) and not begins_with_date(text)


def _is_breadcrumb(text: str) -> bool:
    """Sections between arrows; French and Russian quotation marks are no arrows."""
    if len(text) > _LONGEST_LINK or any(mark in text for mark in ".!?«‹<"):
        return False
    parts = _CRUMB_MARK.split(text)
    return len(parts) > 1 and len(parts[0]) <= _LONGEST_SECTION and all(map(str.strip, parts))
