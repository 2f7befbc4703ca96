from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.dates import find_expressions, publication_date, resolve
from extractor.dates.grammar import read
from extractor.dates.language import listed
from extractor.edtf import Bounds, from_bounds, parse
from extractor.schema import Article, PublicationDate

WORDS = st.sampled_from(
    listed(
        "the a of to from between and in on by since until before after early mid late last this "
        "next same following previous that day days week month year decade weekend quarter half "
        "morning night midnight today yesterday overnight now ago later earlier Monday Friday Sun "
        "May March November Nov. spring winter 0 1 3 29 30 31 99 1000 2019 2024 2199 '24 1990s "
        "27th first second two several hundred 2024-02-30 9999-12-31 03/04/2024 31.12.1999 12:60 "
        "9:30 p.m. GMT , - – / ' began will said"
    )
)
PHRASES = st.lists(WORDS, max_size=9).map(" ".join) | st.text(max_size=60)


@st.composite
def publications(draw: st.DrawFn) -> PublicationDate:
    days = st.dates() | st.sampled_from([date.min, date.max, date(2024, 2, 29)])
    first, last = draw(st.none() | days), draw(st.none() | days)
    if first and last and first > last:
        first, last = last, first
    edtf = from_bounds(Bounds(first, last))
    return PublicationDate(
        edtf=str(edtf) if edtf else None,
        earliest=first,
        latest=last,
        trusted=draw(st.booleans()) and first is not None and last is not None,
    )


@settings(max_examples=600, deadline=None)
@given(PHRASES, publications(), PHRASES, st.none() | st.dates())
def test_any_phrase_is_resolved_or_told_why_not(
    phrase: str, published: PublicationDate, around: str, known: date | None
) -> None:
    resolution = resolve(phrase, published, sentence=f"{around} {phrase} {around}", known=known)
    assert (resolution.edtf is None) == (resolution.reason is not None)
    assert resolution.when(phrase).edtf == (str(resolution.edtf) if resolution.edtf else None)
    if resolution.edtf is not None:
        assert parse(str(resolution.edtf)) == resolution.edtf
        assert resolution.basis != "unknown"
    if resolution.exact:
        assert published.day is not None or resolution.basis == "stated"


@settings(max_examples=300, deadline=None)
@given(st.lists(PHRASES, max_size=6).map("\n".join))
def test_extents_are_in_order_and_in_the_text(text: str) -> None:
    end = 0
    for expression in find_expressions(text):
        assert end <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        end = expression.end


@settings(max_examples=200, deadline=None)
@given(st.dates(), st.sampled_from(["today", "on Friday", "this week", "in May", "3 May"]))
def test_what_has_happened_has_not_begun_after_publication(day: date, phrase: str) -> None:
    published = PublicationDate(
        edtf=day.isoformat(), earliest=day, latest=day, trusted=True, source="given"
    )
    if day.year < 2 or day.year > 9998:
        return
    when = resolve(phrase, published, sentence=f"They met {phrase}.").when(phrase)
    assert when.earliest is not None
    assert when.earliest <= day or "?" in (when.edtf or "")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PHRASES, max_size=8), st.sampled_from(["headline", "body", "furniture", "dateline"])
)
def test_any_lines_have_a_publication_date_or_none(lines: list[str], label: str) -> None:
    text, entries = "", []
    for line in lines:
        entries.append((len(text), len(text) + len(line), label))
        text += line + "\n"
    result = publication_date(Article(text=text), text, entries)  # type: ignore[arg-type]  # a sampled label
    assert result.trusted == bool(result.candidates and result.candidates[0].trusted)


HOSTILE = {
    "months": "June " * 20_000,
    "numbers": "1 " * 50_000,
    "one number": "1" * 100_000,
    "decimals": "1.1." * 25_000,
    "figures": "1/1/2024" * 12_500,
    "commas": ", " * 50_000,
    "articles": "the " * 25_000,
    "unfinished": "between 1 and " * 7_000,
    "ranges": "3 May 2024 to 5 June, " * 4_500,
    "weekdays": "Monday, " * 12_500,
    "early": "early " * 16_000,
    "blank lines": "\n \n" * 33_000,
    "spaces": "\n" + " " * 100_000,
    "letters": "a" * 100_000,
    "dots": "." * 100_000,
    "hours": "9:30 " * 20_000,
    "capitals": "KORVIK " * 14_000 + ", December 6",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    """A hundred thousand characters take a tenth of a second where nobody else uses the machine."""
    read("3 May")  # makes the grammar
    published = PublicationDate(
        edtf="2024-12-06", earliest=date(2024, 12, 6), latest=date(2024, 12, 6)
    )
    start = time.process_time()
    find_expressions(text)
    assert time.process_time() - start < 1
    start = time.process_time()
    resolve(text[:50_000], published, sentence=text)
    publication_date(Article(text=text), text, [(0, len(text), "body")])
    assert time.process_time() - start < 2
