"""Date words of an article to the days that they mean, seen from what is known of its publication.

Never a guess dressed as a day: what the words and the publication date leave open stays open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extractor.dates.clock import read_clock
from extractor.dates.context import Bound, Context, look_around
from extractor.dates.from_event import FROM_EARLIER_EVENT
from extractor.dates.grammar import Reading, read
from extractor.dates.language import listed
from extractor.dates.language_choice import choose_language
from extractor.dates.languages import load_language
from extractor.dates.periods import to_edtf
from extractor.dates.placing import (
    DAY_RELATIVE,
    TELLS_NO_DAY,
    Placed,
    UnresolvedError,
    place,
)
from extractor.dates.relative import (
    DAYPART_OF_DEICTIC,
    FROM_PUBLICATION,
)
from extractor.dates.unread import is_repeated, unread_of
from extractor.dates.within_year import (
    CALENDAR_KINDS,
    stated_year,
)
from extractor.edtf import (
    Bounds,
    Edtf,
    EdtfDate,
    EdtfInterval,
    Precision,
    Qualifier,
    from_day,
)
from extractor.schema import Basis, PublicationDate, When
from extractor.schema.event import TimeOfDay

NO_WORDS = "no date words that a rule knows"
UNREAD = "has words that change the day and that no rule reads"
OUT_OF_CALENDAR = "lies outside of years 1 to 9999"
STAYS_OPEN = "open on both sides"

TIME_RULES = frozenset(listed("time_only time_quoted"))
"""Rules of words that tell no day: `before midnight` bounds the hour, not the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What date words mean. `edtf` None: that is not known, and `reason` tells why.

    `exact`: the rule leaves no choice (a stated date; a weekday or a day-relative word with a
    trusted day of publication). `whole`: no date words of the phrase were left unread. `rule`
    names the rule that read the words.
    """

    edtf: Edtf | None = None
    precision: Precision = "unknown"
    basis: Basis = "unknown"
    time_of_day: TimeOfDay | None = None
    time: str | None = None
    zone: str | None = None
    rule: str | None = None
    exact: bool = False
    whole: bool = True
    reason: str | None = None

    def when(self, text: str | None) -> When:
        """The same as it stands in an event; `text`: the article's own date words."""
        return When(
            text=text,
            edtf=str(self.edtf) if self.edtf else None,
            precision=self.precision,
            basis=self.basis,
            time_of_day=self.time_of_day,
            time=self.time,
            zone=self.zone,
        )


def resolve(
    phrase: str,
    published: PublicationDate,
    *,
    sentence: str = "",
    known: date | None = None,
    doubt: Qualifier = "",
    plan: bool | None = None,
    language: str | None = None,
) -> Resolution:
    """The days that `phrase` means in an article published then.

    `phrase`: date words as the article has them, with or without preposition. `sentence`: the
    line they stand in, for the words before them and for its tense. `known`: the day of the
    earlier event that `the following day` counts from, `doubt` its qualifier. `plan`: it is
    known to lie ahead, or (False) to be over, whatever the sentence's tense. `language`: a
    BCP 47 tag; without one the words tell (see `choose_language`). Raises nothing.
    """
    code = choose_language(language, sentence or phrase)
    readings = read(phrase, quoted=True, code=code)
    if not readings:
        clock = read_clock(phrase, code=code)
        return Resolution(reason=NO_WORDS, time=clock.time, zone=clock.zone)
    reading = min(readings, key=_rank)
    context = _context(phrase, reading, sentence, code)
    if plan:
        context = replace(context, plan=True, past=False, sure=True)
    elif plan is not None and context.plan and context.bound is None:
        context = replace(context, plan=False, past=True, sure=False)
    blank = without_days(phrase, readings, reading, code=code)
    placed = place_or_tell(reading, published, context, known, doubt)
    settled = settle(blank, placed, context)
    if reading.rule.kind == "weekday" and is_repeated(sentence, sentence.find(phrase), code):
        return replace(blank, reason=TELLS_NO_DAY)
    unread = unread_of(phrase, readings, code)
    if unread == "counting" or _hangs_on_another(readings, reading):
        return replace(blank, whole=False, reason=UNREAD)
    if unread == "words" or _tells_more(readings, reading):
        return replace(settled, exact=False, whole=False)
    return settled


def _tells_more(readings: tuple[Reading, ...], reading: Reading) -> bool:
    """Whether the phrase has further date words: what was read is then a part of it."""
    return any(
        other is not reading and other.rule.kind not in ("time_only", "now") for other in readings
    )


def _hangs_on_another(readings: tuple[Reading, ...], reading: Reading) -> bool:
    """Whether what was read is of a time that was told before: `in May of that year`."""
    if stated_year(reading.parts) is not None:
        return False
    open_kind = reading.rule.kind in CALENDAR_KINDS or reading.rule.kind in FROM_PUBLICATION
    return open_kind and any(other.rule.kind in ("same", "year_before") for other in readings)


def place_or_tell(
    reading: Reading,
    published: PublicationDate,
    context: Context,
    known: date | None = None,
    doubt: Qualifier = "",
) -> Placed | str:
    """The days of a reading (see `place`), or the reason why it has none."""
    try:
        placed = place(reading, published, context, known, doubt)
        is_range = reading.rule.kind.endswith("_range")
        return replace(placed, is_end=reading.parts.part == "end", is_range=is_range)
    except UnresolvedError as reason:
        return str(reason)
    except OverflowError:
        return OUT_OF_CALENDAR


def settle(blank: Resolution, placed: Placed | str, context: Context) -> Resolution:
    """`blank` with the days that were found, as the words around them mean them."""
    if isinstance(placed, str):
        return replace(blank, reason=placed)
    try:
        return _resolution(blank, placed, context)
    except UnresolvedError as reason:
        return replace(blank, reason=str(reason))
    except OverflowError:
        return replace(blank, reason=OUT_OF_CALENDAR)


def _rank(reading: Reading) -> int:
    """Of several date words in one phrase, the one that says most: a date before a weekday."""
    kind = reading.rule.kind
    if kind == "impossible":
        return 0
    if kind in CALENDAR_KINDS:
        return 1 if stated_year(reading.parts) is not None else 2
    if kind in FROM_PUBLICATION:
        return 3 if kind in DAY_RELATIVE and kind != "now" else 4
    if kind in FROM_EARLIER_EVENT:
        return 6 if kind == "time_only" else 5
    return 1


def _context(phrase: str, reading: Reading, sentence: str, code: str) -> Context:
    cues = load_language(code).cues
    position = sentence.find(phrase)
    if position < 0:
        position = sentence.casefold().find(phrase.casefold())
    if position < 0:
        return look_around(phrase, reading.start, reading.end, cues)
    start, end = position + reading.start, position + reading.end
    return look_around(sentence, start, end, cues)


def without_days(
    phrase: str, readings: tuple[Reading, ...], reading: Reading, *, code: str = "en"
) -> Resolution:
    """Rule and hour of a phrase."""
    clock = read_clock(phrase, code=code)
    dayparts = [
        r.parts.daypart or DAYPART_OF_DEICTIC.get(r.parts.deictic or "")
        for r in (reading, *readings)
    ]
    return Resolution(
        rule=reading.rule.name,
        time_of_day=next(filter(None, dayparts), None),  # type: ignore[arg-type]  # the tables hold these words only
        time=clock.time,
        zone=clock.zone,
    )


def _resolution(blank: Resolution, placed: Placed, context: Context) -> Resolution:
    qualifier = placed.qualifier
    if context.approximate:
        qualifier = {"": "~", "?": "%"}.get(qualifier, qualifier)  # type: ignore[assignment]  # only qualifiers in, only qualifiers out
    bound = None if blank.rule in TIME_RULES else _effective_bound(context.bound, placed)
    if bound == "before" and placed.is_end:
        bound = "until"  # `before the end of May` allows all of May
    if bound is None:
        edtf = to_edtf(placed.bounds, qualifier)
    else:
        edtf = _one_sided(bound, placed.bounds, qualifier)
    if edtf is None:
        raise UnresolvedError(STAYS_OPEN)
    settled = placed.settled or (bound is not None)
    return replace(
        blank,
        edtf=edtf,
        precision=edtf.precision if settled else "unknown",
        basis=placed.basis,
        exact=placed.exact and bound is None and not qualifier and not context.approximate,
    )


def _effective_bound(bound: Bound | None, placed: Placed) -> Bound | None:
    """`from` opens an interval only before a day or a month: `levels from 2019` are of 2019."""
    if placed.is_range and bound in ("from", "begin", "until"):
        return None  # `from 12 to 19 November` tells both ends
    if bound != "from":
        return bound
    first, last = placed.bounds
    return bound if first and last and last - first < timedelta(days=31) else None


def _one_sided(bound: Bound, bounds: Bounds, qualifier: Qualifier) -> Edtf | None:
    """By 30 November: `../2024-11-30`; since Monday: `2024-12-02/..`."""
    first, last = bounds
    one_day = timedelta(days=1)
    if bound == "before" and first is not None:
        return EdtfInterval(None, from_day(first - one_day, qualifier))
    if bound == "after" and last is not None:
        return EdtfInterval(from_day(last + one_day, qualifier), None)
    whole = to_edtf(bounds, qualifier)
    if isinstance(whole, EdtfDate):
        return EdtfInterval(None, whole) if bound == "until" else EdtfInterval(whole, None)
    if bound == "until" and last is not None:
        return EdtfInterval(None, from_day(last, qualifier))
    if bound in ("since", "from", "begin") and first is not None:
        return EdtfInterval(from_day(first, qualifier), None)
    return None
