from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import publication_date
from extractor.schema import Article, LineEntry, LineLabel, PublicationDate

Line = tuple[LineLabel, str]

BODY = "The dam above Korvik broke and water ran through the lower town."


def read(*lines: Line, **known: str) -> PublicationDate:
    """The publication date of an article of these lines."""
    text, entries = "", list[LineEntry]()
    for label, line in lines:
        entries.append((len(text), len(text) + len(line), label))
        text += line + "\n"
    return publication_date(Article.model_validate({"text": text, **known}), text, entries)


def told(result: PublicationDate) -> tuple[str | None, str | None, bool]:
    return result.edtf, result.source, result.trusted


def test_nothing_is_known() -> None:
    result = read(("headline", "Dam breaks"), ("body", BODY))
    assert result == PublicationDate()


def test_a_given_date_wins_and_the_others_are_kept_in_rank_order() -> None:
    result = read(
        ("furniture", "Monday, March 10, 2025"),
        ("headline", "Dam breaks"),
        ("furniture", "By Ann Lee, December 8, 2024"),
        ("body", "KORVIK, December 7, 2024 (Newsline) - " + BODY),
        published="2024-12-05",
        url="https://news.example/2024/12/06/dam",
        retrieved="2025-03-10",
        modified="2024-12-09",
    )
    assert told(result) == ("2024-12-05", "given", True)
    assert [(c.source, c.edtf, c.trusted) for c in result.candidates] == [
        ("given", "2024-12-05", True),
        ("byline", "2024-12-08", True),
        ("dateline", "2024-12-07", True),
        ("url", "2024-12-06", True),
        ("meta", "2024-12-09", False),
        ("text", "2024-12-07", False),
        ("masthead", "2025-03-10", False),
        ("masthead", "2025-03-10", False),
    ]
    assert result.candidates[1].text == "By Ann Lee, December 8, 2024"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/2024/12/06/dam-breaks", "2024-12-06"),
        ("https://news.example/world/2024-12-06-dam-breaks.html", "2024-12-06"),
        ("https://news.example/world/2024/dec/06/dam-breaks", "2024-12-06"),
        ("https://news.example/dam-breaks-2024-12-06", "2024-12-06"),
        ("https://news.example/2024/12/dam-breaks", "2024-12"),
        ("https://news.example/2024/13/06/dam-breaks", None),
        ("https://news.example/2024/02/30/dam-breaks", "2024-02"),
        ("https://news.example/a/20241206123/dam", None),
        ("https://news.example/dam-2024", None),
    ],
)
def test_the_address(url: str, expected: str | None) -> None:
    result = read(("body", BODY), url=url)
    assert result.edtf == expected
    assert result.trusted == (expected is not None)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 6 December 2024",
        "Published on December 6, 2024 at 10:15",
        "First published 6 Dec 2024 09:41 GMT",
        "Posted: 2024-12-06",
        "By Ann Lee, December 6, 2024",
        "By Ann Lee | Friday, 6 December 2024 | 10:15 am",
        "December 6, 2024 by Ann Lee",
    ],
)
def test_a_byline_is_trusted(line: str) -> None:
    result = read(("headline", "Dam breaks"), ("furniture", line), ("body", BODY))
    assert told(result) == ("2024-12-06", "byline", True)


def test_a_byline_far_below_is_another_storys() -> None:
    lines: list[Line] = [("headline", "Dam breaks"), ("body", BODY), ("body", BODY), ("body", BODY)]
    assert read(*lines, ("furniture", "December 7, 2024 by Ann Lee")).edtf is None
    assert read(*lines, ("furniture", "Published: 7 December 2024")).edtf is None


def test_an_update_only_bounds_from_above() -> None:
    result = read(("furniture", "Last updated: 8 December 2024"), ("body", BODY))
    assert told(result) == ("../2024-12-08", "byline", False)
    both = read(
        ("furniture", "Published: 6 December 2024 | Updated: 8 December 2024"), ("body", BODY)
    )
    assert told(both) == ("2024-12-06", "byline", True)
    assert [c.edtf for c in both.candidates] == ["2024-12-06", "2024-12-08"]


@pytest.mark.parametrize(
    "opening",
    [
        "KORVIK, December 6, 2024 (Newsline) - ",
        "KORVIK, 6 December 2024 (Newsline) – ",
        "KORVIK, Tarsinia, Dec. 6, 2024 — ",
        "Port Suda (Tarsinia), 6 December 2024: ",
    ],
)
def test_a_dateline_with_its_year_is_trusted(opening: str) -> None:
    assert told(read(("body", opening + BODY))) == ("2024-12-06", "dateline", True)
    split = read(("dateline", opening.strip()), ("body", BODY))
    assert told(split) == ("2024-12-06", "dateline", True)


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    for line in (
        "The dam broke on December 6, 2024 - and nobody knew why.",
        "December 6, 2024 was a bad day for Korvik.",
    ):
        assert read(("body", line)).trusted is False


def test_a_dateline_without_a_year_needs_both_bounds() -> None:
    dateline: Line = ("body", "KORVIK, Dec. 6 (Newsline) - " + BODY)
    assert read(dateline).candidates == ()
    upper = read(dateline, retrieved="2025-03-10")
    assert told(upper) == ("../2025-03-10", "masthead", False)
    assert ("dateline", "2024-12-06?") in [(c.source, c.edtf) for c in upper.candidates]
    both = read(dateline, ("body", "Rain began on 27 November 2024."), retrieved="2025-03-10")
    assert told(both) == ("2024-12-06", "dateline", True)


def test_a_masthead_only_bounds_from_above() -> None:
    for line in ("Monday, March 10, 2025", "10 March 2025, 14:05", "Today: 2025-03-10"):
        result = read(("furniture", line), ("headline", "Dam breaks"), ("body", BODY))
        assert told(result) == ("../2025-03-10", "masthead", False)
        assert result.latest == date(2025, 3, 10)


def test_a_bare_date_under_the_headline_is_the_articles_own() -> None:
    lines: list[Line] = [("dateline", "December 6, 2024"), ("body", BODY)]
    assert told(read(("headline", "Dam breaks"), *lines)) == ("2024-12-06", "dateline", True)
    assert told(read(*lines)) == ("../2024-12-06", "masthead", False)


def test_the_smallest_upper_bound_counts() -> None:
    result = read(("furniture", "March 10, 2025"), ("body", BODY), retrieved="2025-04-01")
    assert result.edtf == "../2025-03-10"


def test_dates_below_the_article_count_only_where_nothing_else_does() -> None:
    below: list[Line] = [
        ("body", BODY),
        ("furniture", "3 March 2024"),
        ("furniture", "9 March 2025"),
    ]
    assert read(*below).edtf == "../2025-03-09"
    assert read(*below, retrieved="2025-04-01").edtf == "../2025-04-01"
    assert read(("body", BODY), ("link", "9 March 2025")).edtf is None


def test_the_lower_bound_comes_from_past_dates_with_a_year() -> None:
    past: Line = ("body", "Rain began on 27 November 2024, after the floods of May 2023.")
    assert told(read(past)) == ("2024-11-27/..", "text", False)
    result = read(("furniture", "March 10, 2025"), past)
    assert told(result) == ("2024-11-27/2025-03-10", "masthead", False)


@pytest.mark.parametrize(
    "line",
    [
        "The dam will be rebuilt in 2026.",
        "The council plans to build a new one by 30 May 2026.",
        "Work is scheduled for 3 May 2026.",
        "The ban holds until 3 May 2026.",
        "They talk about the 2026 games.",
        "The rain began on 27 November.",
    ],
)
def test_plans_give_no_lower_bound(line: str) -> None:
    assert read(("body", line)).edtf is None


def test_dates_outside_of_the_body_give_no_lower_bound() -> None:
    assert read(("body", BODY), ("link", "Fire on 3 May 2024 gutted a mill")).edtf is None


def test_a_body_date_after_the_upper_bound_is_left_out() -> None:
    result = read(
        ("body", "It broke on 3 May 2024, they said."),
        ("body", "A film about it runs from 3 June 2027 on."),
        retrieved="2025-03-10",
    )
    assert result.edtf == "2024-05-03/2025-03-10"


def test_a_given_month_is_trusted_as_a_month() -> None:
    result = read(("body", BODY), published="2024-12")
    assert (result.earliest, result.latest) == (date(2024, 12, 1), date(2024, 12, 31))
    assert result.trusted
    assert result.day is None


STAMPS = [
    "This page was last updated on March 10, 2025.",
    "Accessed March 10, 2025",
    "Retrieved on March 10, 2025.",
    "Retrieved from korvik.example on March 10, 2025",
    "Archived from the original on 10 March 2025.",
    "Downloaded from www.korvik.example on 10 March 2025",
    "Page printed on Monday, March 10, 2025",
    "Copyright March 10, 2025 Korvik Courier",
    "Current time: March 10, 2025 10:14",
    "View as of March 10, 2025",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_page_stamp_only_bounds_from_above(stamp: str) -> None:
    labels: tuple[LineLabel, ...] = ("body", "furniture")
    for label in labels:
        page: list[Line] = [("furniture", "11 March 2025"), ("headline", "Dam breaks")]
        result = read(*page, ("body", BODY), (label, stamp))
        assert (result.earliest, result.latest) == (None, date(2025, 3, 10))
        assert not result.trusted


def test_words_after_a_stamp_in_a_longer_line_are_no_past() -> None:
    assert read(("body", "See the atlas of dams, retrieved 10 March 2025, page 4.")).edtf is None


def test_a_line_that_only_names_an_issue_is_no_dateline() -> None:
    assert not read(("body", BODY), ("body", "Issue of March 10, 2025")).trusted


@pytest.mark.parametrize(
    "beside",
    [
        [("furniture", "24.3 C")],
        [("body", "Korvik")],
        [("body", "What the dam of Korvik was worth")],
        [("furniture", "24.3 C"), ("body", "Korvik")],
    ],
)
def test_a_date_beside_other_words_of_the_page_is_not_the_articles_own(beside: list[Line]) -> None:
    page: Line = ("dateline", "Monday, March 10, 2025")
    result = read(("headline", "Dam breaks"), page, *beside, ("body", BODY))
    assert told(result) == ("../2025-03-10", "masthead", False)
    below = read(("headline", "Dam breaks"), *beside, page, ("body", BODY))
    assert not below.trusted


@pytest.mark.parametrize(
    ("given", "expected"),
    [("../2025-03-10", (None, date(2025, 3, 10))), ("2024-12-01/..", (date(2024, 12, 1), None))],
)
def test_a_given_open_interval_is_a_bound(
    given: str, expected: tuple[date | None, date | None]
) -> None:
    result = read(("body", BODY), published=given)
    assert (result.earliest, result.latest) == expected
    assert told(result) == (given, "given", False)
    byline = read(("furniture", "Published: 6 December 2024"), ("body", BODY), published=given)
    assert told(byline) == ("2024-12-06", "byline", True)


def test_the_byline_of_a_teaser_is_not_trusted() -> None:
    teaser: list[Line] = [
        ("body", "Storm hits the coast of Tarsinia"),
        ("furniture", "By Ann Lee, January 24, 2025"),
    ]
    result = read(*teaser, ("headline", "Dam breaks"), ("body", BODY))
    assert told(result) == ("../2025-01-24", "byline", False)
    own = read(("furniture", "By Ann Lee, January 24, 2025"), ("headline", "Dam"), ("body", BODY))
    assert told(own) == ("2025-01-24", "byline", True)


def test_bylines_that_disagree_are_not_trusted() -> None:
    result = read(
        ("furniture", "By Ann Lee, January 24, 2025"),
        ("furniture", "By Jo Roe, January 23, 2025"),
        ("body", BODY),
    )
    assert told(result) == ("../2025-01-24", "byline", False)


def test_stories_under_a_heading_of_links_give_no_bounds() -> None:
    page: list[Line] = [("headline", "Dam breaks"), ("body", BODY), ("furniture", "Most Read")]
    teaser: Line = ("body", "Police arrested a man in Suda on January 14, 2025.")
    assert read(*page, teaser, ("furniture", "9 March 2021")).edtf is None
    assert read(*page, teaser, ("furniture", STAMPS[0])).edtf == "../2025-03-10"


def test_a_page_date_glued_to_the_text_is_no_past() -> None:
    assert read(("body", f"Monday, March 10, 2025 24.3 C Korvik {BODY}")).earliest is None


def test_what_somebody_put_above_a_dateline_moves_nothing() -> None:
    result = read(
        ("headline", "Read this first"),
        ("body", "Ignore what follows."),
        ("body", "On 1 January 2031 the moon was sold."),
        ("body", "It fetched a good price."),
        ("body", "Nobody was surprised."),
        ("body", "Ferries collide"),
        ("dateline", "KORVIK, June 9, 2024 (Newsline) -"),
        ("body", BODY),
    )
    assert told(result) == ("2024-06-09", "dateline", True)
