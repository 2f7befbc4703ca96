"""Publication dates of web pages: which of their dates to believe."""

from __future__ import annotations

import pytest

from extractor.dates import publication_date
from extractor.schema import Article, LineEntry, Page, PageDate, PublicationDate

BODY = "The dam above Korvik broke and water ran through the lower town."


def read(*dates: tuple[str, str, str], text: str = BODY, **known: str) -> PublicationDate:
    """The publication date of a page that tells these (source, role, words)."""
    found = [
        PageDate.model_validate({"source": source, "role": role, "words": words})
        for source, role, words in dates
    ]
    article = Article.model_validate({"text": text, **known}).from_page(Page(dates=tuple(found)))
    lines: list[LineEntry] = [(0, len(text), "body")]
    return publication_date(article, text, lines)


def told(result: PublicationDate) -> tuple[str | None, str | None, bool]:
    return result.edtf, result.source, result.trusted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-12-06", "2024-12-06"),
        ("2024-12-06T23:41:00-05:00", "2024-12-06"),
        ("2024-12-06 09:41", "2024-12-06"),
        ("2024/12/06", "2024-12-06"),
        ("20241206", "2024-12-06"),
        ("2024-12-06T09:41:00.000Z", "2024-12-06"),
        ("Fri, 06 Dec 2024 23:41:00 GMT", "2024-12-06"),
        ("December 6, 2024 9:41 am", "2024-12-06"),
        ("2024-12", "2024-12"),
        ("2024-13-06", None),
        ("2024-02-30", None),
        ("today", None),
        ("1733478060", None),
    ],
)
def test_time_stamps_name_their_local_day(words: str, expected: str | None) -> None:
    assert read(("json_ld", "published", words)).edtf == expected


def test_the_order_of_sources() -> None:
    sources = ("byline", "time_element", "meta", "json_ld")
    days = [(source, "published", f"2024-12-0{day}") for day, source in enumerate(sources, start=3)]
    for count in range(1, 5):
        assert told(read(*days[:count])) == (f"2024-12-0{count + 2}", sources[count - 1], True)
    assert read(*days, published="2024-12-01").source == "given"


@pytest.mark.parametrize(
    "words", ["1970-01-01T00:00:00Z", "1969-12-31", "0001-01-01", "1900-01-01"]
)
def test_what_a_program_writes_that_knows_no_date_is_not_believed(words: str) -> None:
    result = read(("meta", "published", words), ("json_ld", "modified", words))
    assert (result.edtf, result.trusted) == (None, False)
    assert len(result.candidates) == 2


def test_changes_and_page_views_bound_from_above() -> None:
    result = read(("json_ld", "modified", "2024-12-08"), ("masthead", "viewed", "March 10, 2025"))
    assert told(result) == ("../2024-12-08", "json_ld", False)


def test_a_date_before_what_the_text_tells_as_past_is_not_believed() -> None:
    text = "The dam broke on 5 December 2024 and water ran through the lower town."
    result = read(("json_ld", "published", "2019-05-01"), text=text)
    assert told(result) == ("2024-12-05/..", "text", False)
    assert read(("json_ld", "published", "2024-12-04"), text=text).trusted  # another time zone
    vague = "The dam broke and the lease of the tannery ended in 2025, its owner said."
    assert read(("json_ld", "published", "2024-12-04"), text=vague).trusted  # plans look like it
    assert told(read(text=text, published="2019-05-01")) == ("2019-05-01", "given", True)


def test_a_date_after_the_page_was_fetched_is_not_believed() -> None:
    late = ("json_ld", "published", "2025-05-01")
    assert told(read(late, retrieved="2025-03-10")) == ("../2025-03-10", "masthead", False)
    assert read(late, retrieved="2025-04-30").trusted


def test_metadata_of_the_page_view_give_way_to_the_byline() -> None:
    view = ("json_ld", "published", "2025-03-10")
    byline = ("byline", "published", "By Ann Lee | December 6, 2024")
    assert told(read(view, byline)) == ("2024-12-06", "byline", True)
    assert told(read(view, url="https://a.example/2024/12/06/dam")) == ("2024-12-06", "url", True)
    near = ("json_ld", "published", "2024-12-09")
    assert told(read(near, byline)) == ("2024-12-09", "json_ld", True)


@pytest.mark.parametrize(
    ("stamp", "byline", "expected"),
    [
        ("2024-12-06T20:41:00Z", "7 December 2024", "2024-12-07"),
        ("2024-12-07T02:41:00+00:00", "6 December 2024", "2024-12-06"),
        ("2024-12-06T12:41:00Z", "5 December 2024", "2024-12-06"),
        ("2024-12-06T20:41:00+01:00", "7 December 2024", "2024-12-06"),
        ("2024-12-06T20:41:00Z", "6 December 2024", "2024-12-06"),
    ],
)
def test_a_time_in_utc_gives_way_to_the_local_day_beside_it(
    stamp: str, byline: str, expected: str
) -> None:
    result = read(("json_ld", "published", stamp), ("byline", "published", byline))
    assert result.edtf == expected
    assert result.trusted


def test_time_elements_that_disagree_are_not_believed() -> None:
    result = read(
        ("time_element", "published", "2024-12-06"), ("time_element", "published", "2024-11-02")
    )
    assert told(result) == ("../2024-12-06", "time_element", False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Published 6 December 2024 | Updated 8 December 2024", ("2024-12-06", True)),
        ("Updated 8 December 2024 Published 6 December 2024", ("2024-12-06", True)),
        ("Last updated: 8 December 2024", ("../2024-12-08", False)),
        ("Ana Ruiz", (None, False)),
    ],
)
def test_bylines_of_pages(words: str, expected: tuple[str | None, bool]) -> None:
    result = read(("byline", "published", words))
    assert (result.edtf, result.trusted) == expected


@pytest.mark.parametrize(
    "footer",
    [
        "Web posted on Monday, March 10, 2025.",
        "Issue of March 10, 2025",
        "This article appeared in the March 10, 2025 print edition of the Courier.",
        "From the March 10, 2025 issue",
    ],
)
def test_a_footer_of_the_print_edition_is_no_past(footer: str) -> None:
    text = f"{BODY}\n{BODY}\n{BODY}\n{footer}"
    lines: list[LineEntry] = []
    for line in text.splitlines():
        start = lines[-1][1] + 1 if lines else 0
        lines.append((start, start + len(line), "body"))
    result = publication_date(Article(text=text), text, lines)
    assert result.earliest is None
    assert not result.trusted
