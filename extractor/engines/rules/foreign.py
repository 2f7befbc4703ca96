"""Reads dated sentences of languages other than English: one event for each date.

Knows neither grammar nor names of these languages, only stems that tell the kind; it says nothing
of a sentence without a date, and never who did what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.dates.expressions import DateExpression, find_expressions
from extractor.edtf import bounds_of
from extractor.engines.rules.lexicon import Lexicon
from extractor.grounding import visible
from extractor.request import Request
from extractor.schema import Status, WireEvent
from extractor.text.lines import Line

_BREAK = re.compile(r"[,;:](?!\d)|[؛،，；：。]|\s[—–-]\s|[()（）]")
"""Marks at which a clause may end; the comma of "4,5" ends none."""
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPH = re.compile(r"[㐀-鿿]")
_LINE_LIMIT = 2000
"""Characters read of a line: what has more is a table or a list, not a sentence."""
_TITLE_WORDS = 14
_TITLE_IDEOGRAPHS = 30
_CLAUSE_WORDS = 5
"""Words beside its date with which a clause tells something: fewer are a mere adverbial."""
_LIMITS = (" depuis", " desde", " seit", " bis", " منذ", " до", " jusqu'au", "截至", "截止")
"""Before a date, they make it a limit: nothing happened on that day."""
_BEFORE_DATE = frozenset(
    {"le", "la", "en", "de", "du", "au", "à", "el", "del", "al", "los", "am", "im", "vom", "zum"}
    | {"der", "den", "dem", "в", "во", "с", "со", "к", "ко", "на", "في", "من", "于", "在", "从"}
)
"""Words that lead to a date, and are left out of a title with it."""
_SUFFIX = re.compile(r"['’]\w{1,4}\b|许")
"""What may be put to a date: a case ending of Turkish, "about" in Chinese."""
_EDGES = " \t\n.,;:!?—–-،؛，。；：()（）"


def read_foreign(request: Request, lines: Sequence[Line], lexicon: Lexicon) -> Iterator[WireEvent]:
    """The events of an article in another language, in text order."""
    if lexicon.open_kind is None:
        return
    stems = lexicon.stems.get(request.language, {})
    sayings = lexicon.sayings.get(request.language, ())
    for line in lines:
        text = visible(request.article.text[line.start : line.end])[:_LINE_LIMIT]
        dates = _dates_outside_quotations(text, request.language)
        for date, told in zip(dates, _stretches(text, dates), strict=True):
            if _size(told) < _CLAUSE_WORDS or any(word in told.lower() for word in sayings):
                continue
            yield WireEvent(
                lines=(line.number,),
                date_text=date.text,
                date=None,
                title=_shortened(told),
                summary=" ".join(text.split()),
                kind=_kind(told, stems) or lexicon.open_kind,
                status=_status(request, date, text),
                who=(),
                where=(),
                attribution=None,
                details=dict.fromkeys(request.profile.fields),
            )


def _dates_outside_quotations(text: str, language: str) -> list[DateExpression]:
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    return [
        date
        for date in find_expressions(text, language=language)
        if not any(start <= date.start < end for start, end in quotations)
        and not text[: date.start].rstrip().lower().endswith(_LIMITS)
    ]


def _stretches(text: str, dates: Sequence[DateExpression]) -> list[str]:
    """For each date what is told of it: its clause without its words.

    Where the date is a clause of its own ("Le 29 avril, …"), the clauses after it are taken too,
    then those before it, up to the next date and back to the one before.
    """
    cuts = [0, *(match.end() for match in _BREAK.finditer(text)), len(text)]
    found = []
    for number, date in enumerate(dates):
        floor = dates[number - 1].end if number else 0
        ceiling = dates[number + 1].start if number + 1 < len(dates) else len(text)
        first = max((cut for cut in cuts if floor <= cut <= date.start), default=floor)
        last = min((cut for cut in cuts if date.end <= cut <= ceiling), default=ceiling)
        while _size(_without(text, first, last, date)) < _CLAUSE_WORDS:
            after = min((cut for cut in cuts if last < cut <= ceiling), default=None)
            before = max((cut for cut in cuts if floor <= cut < first), default=None)
            if after is not None:
                last = after
            elif before is not None:
                first = before
            else:
                break
        found.append(_without(text, first, last, date))
    return found


def _without(text: str, first: int, last: int, date: DateExpression) -> str:
    before, after = text[first : date.start].rstrip(), text[date.end : last]
    lead = before.rpartition(" ")[2] if " " in before else before
    if lead.lower() in _BEFORE_DATE:
        before = before[: len(before) - len(lead)]
    suffix = _SUFFIX.match(after)
    after = after[suffix.end() :] if suffix else after
    return " ".join(f"{before.strip(_EDGES)} {after.strip(_EDGES)}".split())


def _size(text: str) -> int:
    """Words of a text; two ideographs count as one."""
    ideographs = len(_IDEOGRAPH.findall(text))
    return ideographs // 2 if ideographs else len(_WORD.findall(text))


def _shortened(text: str) -> str:
    if _IDEOGRAPH.search(text):
        return text[:_TITLE_IDEOGRAPHS]
    title = " ".join(text.split()[:_TITLE_WORDS]).strip(_EDGES)
    return title[:1].upper() + title[1:]


def _kind(told: str, stems: Mapping[str, Sequence[str]]) -> str | None:
    """The kind of the stem that comes first in the text."""
    folded = told.lower()
    found = [
        (folded.index(stem), kind)
        for kind, of_kind in stems.items()
        for stem in of_kind
        if stem in folded
    ]
    return min(found)[1] if found else None


def _status(request: Request, date: DateExpression, text: str) -> Status:
    """Planned where the date lies after the day of publication, else occurred."""
    earliest = bounds_of(request.resolve(date.text, sentence=text).edtf).earliest
    latest = request.published.latest
    return "planned" if earliest and latest and earliest > latest else "occurred"
