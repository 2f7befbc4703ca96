from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import publication_date
from extractor.dates.vantage import vantage_of
from extractor.dates.years import tells_year
from extractor.schema import (
    Article,
    LineEntry,
    LineLabel,
    Page,
    PageDate,
    PublicationCandidate,
    PublicationDate,
)

BODY = "The dam above Korvik broke and water ran through the lower town."


def read(*lines: tuple[LineLabel, str], **known: str) -> PublicationDate:
    text, entries = "", list[LineEntry]()
    for label, line in lines:
        entries.append((len(text), len(text) + len(line), label))
        text += line + "\n"
    return publication_date(Article.model_validate({"text": text, **known}), text, entries)


@pytest.mark.parametrize(
    ("dateline", "published", "seen_from"),
    [
        ("KORVIK, Dec. 5 (Newsline) - ", "2024-12-06", "2024-12-05"),
        ("KORVIK, Dec. 31 (Newsline) - ", "2025-01-01", "2024-12-31"),
        ("KORVIK, Dec. 6 (Newsline) - ", "2024-12-06", "2024-12-06"),
        ("KORVIK, Nov. 20 (Newsline) - ", "2024-12-06", "2024-12-06"),  # no print is so late
        ("", "2024-12-06", "2024-12-06"),
    ],
)
def test_words_count_from_the_day_of_the_dateline(
    dateline: str, published: str, seen_from: str
) -> None:
    result = read(("body", dateline + BODY), published=published)
    assert (result.edtf, result.source) == (published, "given")
    assert (vantage_of(result).edtf, vantage_of(result).trusted) == (seen_from, True)


@pytest.mark.parametrize(
    ("told", "published", "seen_from"),
    [
        ("He was taken on Sunday, August 13.", "2017-08-23?/2017-08-30?", "2017-08-23?"),
        ("He was taken on Saturday, August 13.", "../2018-01-09", "../2018-01-09"),
        ("He was taken on August 13.", "../2018-01-09", "../2018-01-09"),
        ("On Sunday, August 13, and Saturday, August 19, it rained.", "2017-08-23?/2017-08-30?",
         "2017-08-23?"),
        ("On Sunday, August 13, and Friday, August 19, it rained.", "../2018-01-09",
         "../2018-01-09"),
    ],
)  # fmt: skip
def test_a_weekday_finds_the_year_of_a_dateline(told: str, published: str, seen_from: str) -> None:
    result = read(
        ("body", "KORVIK, Aug. 23 (Newsline) - " + BODY), ("body", told), retrieved="2018-01-09"
    )
    assert (result.edtf, result.trusted) == (published, False)
    assert vantage_of(result).edtf == seen_from


@pytest.mark.parametrize(
    ("dateline", "expected"),
    [
        ("KORVIK, Oct. 12 (Newsline) - ", ("../2022-05-30", False)),  # the page was made anew
        ("KORVIK, May 23 (Newsline) - ", ("2022-05-30", True)),
        ("KORVIK, May 31 (Newsline) - ", ("2022-05-30", True)),  # the next day in another zone
        ("", ("2022-05-30", True)),
    ],
)
def test_metadata_far_from_the_dateline_only_bound(
    dateline: str, expected: tuple[str, bool]
) -> None:
    page = Page(dates=(PageDate(source="json_ld", role="published", words="2022-05-30"),))
    text = dateline + BODY
    result = publication_date(Article(text=text).from_page(page), text, [(0, len(text), "body")])
    assert (result.edtf, result.trusted) == expected


def test_a_disputed_dateline_is_no_vantage() -> None:
    day = date(2024, 12, 6)
    candidate = PublicationCandidate(edtf="2024-12-01/2024-12-05", source="dateline", trusted=False)
    published = PublicationDate(
        edtf="2024-12-06", earliest=day, latest=day, trusted=True, candidates=(candidate,)
    )
    assert vantage_of(published) == published


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("It was built in 1998.", "en", True),
        ("It was built in nineteen ninety-eight.", "en", True),
        ("On 3/4/24 it fell.", "en", True),
        ("The olive is 900 years old; 23 were held on 5 August at 10.30.", "en", False),
        ("بني السد عام ٢٠١٩.", "ar", True),
        ("Дамба построена в мае.", "ru", False),
    ],
)
def test_whether_a_text_tells_any_year(text: str, code: str, expected: bool) -> None:
    assert tells_year(text, code=code) is expected
