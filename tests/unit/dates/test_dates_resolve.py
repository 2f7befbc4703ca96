from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import Resolution, resolve
from extractor.edtf import bounds_of
from extractor.schema import PublicationDate

FRIDAY = "2024-12-06"


def published(edtf: str | None, *, trusted: bool = True) -> PublicationDate:
    bounds = bounds_of(edtf)
    return PublicationDate(
        edtf=edtf, earliest=bounds.earliest, latest=bounds.latest, trusted=trusted
    )


KNOWN_DAY = published(FRIDAY)
PAGE_VIEW = published("../2025-03-10", trusted=False)
NOTHING = PublicationDate()


def edtf(resolution: Resolution) -> str | None:
    return str(resolution.edtf) if resolution.edtf else None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("27 November 2024", "2024-11-27"),
        ("Wednesday, November 27th, 2024", "2024-11-27"),
        ("2024-11-27", "2024-11-27"),
        ("2024-11-27T09:30:00Z", "2024-11-27"),
        ("27/11/2024", "2024-11-27"),
        ("11/27/2024", "2024-11-27"),
        ("05.05.2024", "2024-05-05"),
        ("in November 2023", "2023-11"),
        ("in May '24", "2024-05"),
        ("in '68", "1968"),
        ("In 2012", "2012"),
        ("the 1990s", "1990/1999"),
        ("from 3 to 5 May 2023", "2023-05-03/2023-05-05"),
        ("28 December to 3 January 2024", "2023-12-28/2024-01-03"),
        ("between June 2020 and February 2022", "2020-06/2022-02"),
        ("from 2019 to 2021", "2019/2021"),
        ("the third quarter of 2022", "2022-07/2022-09"),
        ("Q3 2022", "2022-07/2022-09"),
        ("in the first half of 2025", "2025-01/2025-06"),
        ("in the summer of 2026", "2026-06/2026-08"),
        ("winter 2023", "2023-12/2024-02"),
        ("early 2019", "2019-01/2019-04"),
        ("mid-2019", "2019-05/2019-08"),
        ("late 2019", "2019-09/2019-12"),
        ("early March 2023", "2023-03-01/2023-03-10"),
        ("late February 2024", "2024-02-21/2024-02-29"),
        ("the first half of May 2023", "2023-05-01/2023-05-15"),
    ],
)
@pytest.mark.parametrize("known", [KNOWN_DAY, PAGE_VIEW, NOTHING])
def test_words_with_a_year_need_no_publication_date(
    phrase: str, expected: str, known: PublicationDate
) -> None:
    resolution = resolve(phrase, known)
    assert edtf(resolution) == expected
    assert resolution.basis == "stated"


@pytest.mark.parametrize(
    ("phrase", "expected", "exact"),
    [
        ("today", "2024-12-06", True),
        ("yesterday", "2024-12-05", True),
        ("tomorrow", "2024-12-07", True),
        ("the day before yesterday", "2024-12-04", True),
        ("the day after tomorrow", "2024-12-08", True),
        ("this morning", "2024-12-06", True),
        ("last night", "2024-12-05", True),
        ("overnight", "2024-12-05/2024-12-06", True),
        ("on Friday", "2024-12-06", False),
        ("on Saturday", "2024-11-30", False),
        ("last Friday", "2024-11-29", True),
        ("last Tuesday", "2024-12-03", True),
        ("next Friday", "2024-12-13", False),
        ("Tuesday last week", "2024-11-26", True),
        ("Between Sunday and Tuesday", "2024-12-01/2024-12-03", False),
        ("this week", "2024-12-02/2024-12-08", True),
        ("last week", "2024-11-25/2024-12-01", True),
        ("next week", "2024-12-09/2024-12-15", True),
        ("early this week", "2024-12-02/2024-12-04", False),
        ("earlier this week", "2024-12-02/2024-12-05", False),
        ("late last week", "2024-11-28/2024-12-01", False),
        ("over the weekend", "2024-11-30/2024-12-01", False),
        ("this month", "2024-12", True),
        ("last month", "2024-11", True),
        ("earlier this month", "2024-12-01/2024-12-05", False),
        ("last year", "2023", True),
        ("early next year", "2025-01/2025-04", False),
        ("at the end of the year", "2024-09/2024-12", False),
        ("on 13 January this year", "2024-01-13", True),
        ("in May last year", "2023-05", False),
        ("last November", "2024-11", False),
        ("last December", "2023-12", False),
        ("this summer", "2024-06/2024-08", False),
        ("last summer", "2024-06/2024-08", False),
        ("last autumn", "2024-09/2024-11", False),
        ("next spring", "2025-03/2025-05", False),
        ("two days ago", "2024-12-04", True),
        ("about two days ago", "2024-12-04~", False),
        ("two weeks ago", "2024-11-18~/2024-11-24~", False),
        ("three months ago", "2024-09~", False),
        ("twenty years ago", "2004~", False),
        ("several days ago", "../2024-12-06", False),
        ("the last two weeks", "2024-11-22~/2024-12-06~", False),
    ],
)
def test_words_seen_from_a_trusted_day(phrase: str, expected: str, exact: bool) -> None:
    resolution = resolve(phrase, KNOWN_DAY)
    assert (edtf(resolution), resolution.exact) == (expected, exact)
    assert resolution.basis == "relative"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("27 November", "2024-11-27"),
        ("November 27th", "2024-11-27"),
        ("on 6 December", "2024-12-06"),
        ("on 7 December", "2024-12-07?"),
        ("in December", "2024-12"),
        ("in July", "2024-07"),
        ("early March", "2024-03-01/2024-03-10"),
        ("mid-June", "2024-06-11/2024-06-20"),
        ("late May", "2024-05-21/2024-05-31"),
        ("3-5 May", "2024-05-03/2024-05-05"),
        ("in February and March", "2024-02/2024-03"),
        ("third quarter", "2024-07/2024-09"),
        ("in spring", "2024-03/2024-05"),
        ("29 February", "2024-02-29"),
    ],
)
def test_a_missing_year_is_the_nearest_past_one(phrase: str, expected: str) -> None:
    trusted = resolve(phrase, KNOWN_DAY)
    assert (edtf(trusted), trusted.basis) == (expected, "year_inferred")


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("27 November", "2024-11-27?"),
        ("10 March", "2025-03-10?"),
        ("11 March", "2024-03-11?"),
        ("in July", "2024-07?"),
        ("from 3 to 5 May", "2024-05-03?/2024-05-05?"),
        ("By 30 November", "../2024-11-30?"),
        ("around 27 November", "2024-11-27%"),
        ("Friday, 27 November", "2020-11-27?"),
    ],
)
def test_a_page_view_date_gives_an_uncertain_year(phrase: str, expected: str) -> None:
    resolution = resolve(phrase, PAGE_VIEW)
    assert (edtf(resolution), resolution.basis) == (expected, "year_inferred")
    assert not resolution.exact


@pytest.mark.parametrize(
    "phrase", ["this morning", "yesterday", "on Tuesday", "last night", "two days ago", "this week"]
)
def test_day_words_stay_bounds_of_a_page_view_date(phrase: str) -> None:
    resolution = resolve(phrase, PAGE_VIEW)
    assert edtf(resolution) == "../2025-03-10"
    assert (resolution.precision, resolution.basis) == ("unknown", "relative")
    assert not resolution.exact


def test_day_words_stay_between_both_bounds() -> None:
    between = published("2024-12-05/2025-03-10", trusted=False)
    assert edtf(resolve("this morning", between)) == "2024-12-05/2025-03-10"
    assert edtf(resolve("yesterday", between)) == "2024-12-04/2025-03-10"
    assert edtf(resolve("tomorrow", between, sentence="It will end tomorrow.")) == (
        "2024-12-06/2025-03-11"
    )


def test_a_trusted_month_gives_what_all_its_days_agree_on() -> None:
    month = published("2024-12")
    assert edtf(resolve("this morning", month)) == "2024-12"
    assert resolve("this morning", month).precision == "unknown"
    assert edtf(resolve("last month", month)) == "2024-11"
    assert resolve("last month", month).precision == "month"
    assert edtf(resolve("27 November", month)) == "2024-11-27"
    assert edtf(resolve("15 December", month)) == "2024-12-15?"


@pytest.mark.parametrize(
    "phrase",
    ["27 November", "this morning", "on Friday", "last year", "early March", "third quarter"],
)
def test_nothing_known_leaves_words_without_a_year_unresolved(phrase: str) -> None:
    resolution = resolve(phrase, NOTHING)
    assert (resolution.edtf, resolution.basis, resolution.precision) == (None, "unknown", "unknown")
    assert resolution.reason


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("By November 30", "../2024-11-30"),
        ("until 30 November", "../2024-11-30"),
        ("by 2030", "../2030"),
        ("by the end of 2026", "../2026-12-31"),
        ("before 30 November", "../2024-11-29"),
        ("since Monday", "2024-12-02/.."),
        ("since 3 May", "2024-05-03/.."),
        ("since 2016", "2016/.."),
        ("from 3 May", "2024-05-03/.."),
        ("after 3 May 2024", "2024-05-04/.."),
        ("since early this week", "2024-12-02/.."),
    ],
)
def test_words_before_a_date_make_it_a_bound(phrase: str, expected: str) -> None:
    resolution = resolve(phrase, KNOWN_DAY)
    assert (edtf(resolution), resolution.precision) == (expected, "range")
    assert not resolution.exact


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("November 30", "By November 30 the rebels held the port.", "../2024-11-30"),
        ("on 27 November", "The offensive began on 27 November in the west.", "2024-11-27/.."),
        ("on 27 November", "It began on 27 November and has not stopped.", "2024-11-27/.."),
        ("on 27 November", "The siege began on 27 November and lasted two days.", "2024-11-27"),
        ("on 27 November", "The ceremony began on 27 November in Lyon.", "2024-11-27"),
        ("on 27 November", "The army began an attack on 27 November.", "2024-11-27"),
        ("on 12 January", "They are going to meet in Rome on 12 January.", "2025-01-12"),
        ("On 12 January", "On 12 January, the court will rule.", "2025-01-12"),
        ("on 12 January", "Delegates met in Rome on 12 January.", "2024-01-12"),
        ("on Monday", "The minister will resign on Monday, he said.", "2024-12-09"),
        ("on Monday", "He will resign, the minister said on Monday.", "2024-12-02"),
        ("on Monday", "He said he would resign on Monday.", "2024-12-09"),
        ("on Monday", "Parliament, which will close in May, voted on Monday.", "2024-12-02"),
        ("on Monday", "The dead will be buried on Monday.", "2024-12-09"),
        ("on Monday", "Leaders to gather on Monday", "2024-12-09"),
        ("by 30 December", "She said that he would appeal by 30 December.", "../2024-12-30"),
        ("until Tuesday", "Schools are closed until Tuesday.", "../2024-12-10"),
        ("on Thursday, 22 May", "The house votes on Thursday, 22 May.", "2025-05-22"),
    ],
)
def test_the_sentence_decides(phrase: str, sentence: str, expected: str) -> None:
    assert edtf(resolve(phrase, KNOWN_DAY, sentence=sentence)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The following day", "2017-09-10"),
        ("the next day", "2017-09-10"),
        ("the day before", "2017-09-08"),
        ("the previous day", "2017-09-08"),
        ("the same day", "2017-09-09"),
        ("later that day", "2017-09-09"),
        ("Two days later", "2017-09-11"),
        ("three days earlier", "2017-09-06"),
        ("a week later", "2017-09-11~/2017-09-17~"),
        ("the following month", "2017-10"),
        ("the same year", "2017"),
        ("the following Monday", "2017-09-11"),
        ("the following Saturday", "2017-09-16"),
        ("the previous Friday", "2017-09-08"),
        ("Shortly before midnight", "2017-09-09"),
    ],
)
def test_words_that_count_from_an_earlier_event(phrase: str, expected: str) -> None:
    saturday = date(2017, 9, 9)
    resolution = resolve(phrase, KNOWN_DAY, known=saturday)
    assert (edtf(resolution), resolution.basis) == (expected, "context")
    assert not resolution.exact
    without = resolve(phrase, KNOWN_DAY)
    assert without.edtf is None
    assert without.reason == "refers to an earlier event whose day is not known"


@pytest.mark.parametrize(
    "phrase",
    ["31 June", "30 February 2024", "29 February 2023", "2024-13-01", "45 November", "32/13/2024"],
)
@pytest.mark.parametrize("known", [KNOWN_DAY, PAGE_VIEW, NOTHING])
def test_a_day_that_no_calendar_has(phrase: str, known: PublicationDate) -> None:
    resolution = resolve(phrase, known)
    assert (resolution.edtf, resolution.reason) == (None, "no calendar has this date")


def test_figures_that_can_be_read_both_ways_stay_open() -> None:
    resolution = resolve("03/04/2024", KNOWN_DAY)
    assert edtf(resolution) == "2024-03-04/2024-04-03"
    assert not resolution.exact


def test_a_wrong_weekday_leaves_the_date_but_takes_its_certainty() -> None:
    right = resolve("Wednesday, 27 November 2024", KNOWN_DAY)
    wrong = resolve("Tuesday, 27 November 2024", KNOWN_DAY)
    assert (edtf(right), right.exact) == ("2024-11-27", True)
    assert (edtf(wrong), wrong.exact) == ("2024-11-27?", False)
    no_year = resolve("On Tuesday, December 4", published("2024-12-09"))
    assert (edtf(no_year), no_year.exact) == ("2024-12-04?", False)  # it was a Wednesday


def test_a_weekday_confirms_a_year() -> None:
    assert resolve("Wednesday, 27 November", KNOWN_DAY).exact
    assert not resolve("27 November", KNOWN_DAY).exact


def test_two_digits_are_a_year_with_an_apostrophe_or_in_a_whole_date() -> None:
    assert edtf(resolve("27/11/24", NOTHING)) == "2024-11-27"  # no other order has it
    assert edtf(resolve("May 24", KNOWN_DAY)) == "2024-05-24"


@pytest.mark.parametrize(
    ("phrase", "time_of_day", "time", "zone"),
    [
        ("this morning", "morning", None, None),
        ("last night", "night", None, None),
        ("tonight", "night", None, None),
        ("yesterday evening, December 5", "evening", None, None),
        ("on the evening of 3 May", "evening", None, None),
        ("at 9:30 p.m. GMT on Monday", None, "21:30", "GMT"),
        ("at 12 am on Monday", None, "00:00", None),
        ("at 14:05 on 3 May", None, "14:05", None),
        ("2024-11-27T09:30:00Z", None, "09:30", "Z"),
        ("at midnight on Monday", "midnight", None, None),
        ("on Monday", None, None, None),
    ],
)
def test_the_hour(phrase: str, time_of_day: str | None, time: str | None, zone: str | None) -> None:
    resolution = resolve(phrase, KNOWN_DAY)
    assert (resolution.time_of_day, resolution.time, resolution.zone) == (time_of_day, time, zone)


def test_parts_of_a_week_never_run_backwards_or_past_publication() -> None:
    monday, tuesday, sunday = (published(f"2024-12-{day}") for day in ("02", "03", "08"))
    assert edtf(resolve("early this week", monday)) == "2024-12-02"
    assert edtf(resolve("earlier this week", monday)) == "2024-12-02"
    assert edtf(resolve("early this week", tuesday)) == "2024-12-02/2024-12-03"
    assert edtf(resolve("earlier this week", tuesday)) == "2024-12-02"
    assert edtf(resolve("later this week", sunday)) == "2024-12-08"


def test_the_most_telling_of_several_date_words_counts() -> None:
    assert edtf(resolve("Again on December 5, two days later", KNOWN_DAY)) == "2024-12-05"
    assert edtf(resolve("Two days later, on 5 December", KNOWN_DAY)) == "2024-12-05"


def test_what_has_no_date_words() -> None:
    for phrase in ("", "   ", "after heavy rain", "the M5", "24.3 C"):
        resolution = resolve(phrase, KNOWN_DAY)
        assert (resolution.edtf, resolution.rule) == (None, None)
        assert resolution.reason == "no date words that a rule knows"


def test_as_it_stands_in_an_event() -> None:
    when = resolve("this morning", KNOWN_DAY).when("this morning")
    assert when.model_dump(mode="json") == {
        "text": "this morning",
        "edtf": "2024-12-06",
        "earliest": "2024-12-06",
        "latest": "2024-12-06",
        "precision": "day",
        "basis": "relative",
        "time_of_day": "morning",
        "time": None,
        "zone": None,
    }
    bounds = resolve("this morning", PAGE_VIEW).when("this morning")
    assert (bounds.edtf, bounds.precision) == ("../2025-03-10", "unknown")
    assert resolve("", KNOWN_DAY).when(None).edtf is None


@pytest.mark.parametrize(
    ("phrase", "day", "expected"),
    [
        ("yesterday", "0001-01-01", None),
        ("tomorrow", "9999-12-31", None),
        ("last week", "0001-01-01", None),
        ("next year", "9999-06-01", None),
        ("this week", "9999-12-31", None),
        ("2000 years ago", "0900-12-06", None),
        ("before 1 January 1", "0001-01-01", None),
        ("yesterday", "0001-01-02", "0001-01-01"),
        ("1 January", "0001-01-01", "0001-01-01"),
        ("this year", "9999-12-31", "9999"),
        ("this decade", "0005-01-01", "0001/0009"),
    ],
)
def test_the_ends_of_the_calendar(phrase: str, day: str, expected: str | None) -> None:
    resolution = resolve(phrase, published(day))
    assert edtf(resolution) == expected
    assert (resolution.reason is None) == (expected is not None)


@pytest.mark.parametrize("phrase", ["this morning", "yesterday", "on Tuesday", "two days ago"])
def test_a_day_seen_from_untrusted_bounds_is_uncertain(phrase: str) -> None:
    one_day = published("2024-12-06", trusted=False)
    resolution = resolve(phrase, one_day)
    assert edtf(resolution) == f"{edtf(resolve(phrase, KNOWN_DAY))}?"
    assert not resolution.exact


def test_a_qualified_publication_passes_its_doubt_on() -> None:
    assert edtf(resolve("this morning", published("2024-12-06"))) == "2024-12-06"
    for qualifier in ("?", "~", "%"):
        doubtful = published(f"2024-12-06{qualifier}")
        assert edtf(resolve("this morning", doubtful)) == f"2024-12-06{qualifier}"
        assert edtf(resolve("27 November", doubtful)) == "2024-11-27?"


def test_a_plan_seen_from_far_bounds_takes_the_year_of_the_upper_one() -> None:
    sentence = "Elections will be held on May 4."
    far = published("1963-03-08/2025-03-10", trusted=False)
    assert edtf(resolve("on May 4", far, sentence=sentence)) == "2024-05-04?"
    near = published("2025-03-08/2025-03-10", trusted=False)
    assert edtf(resolve("on May 4", near, sentence=sentence)) == "2025-05-04?"


def test_the_doubt_of_an_earlier_event_stays() -> None:
    saturday = date(2017, 9, 9)
    after = resolve("the next day", KNOWN_DAY, known=saturday, doubt="?")
    assert edtf(after) == "2017-09-10?"
    weeks = resolve("a week later", KNOWN_DAY, known=saturday, doubt="?")
    assert edtf(weeks) == "2017-09-11%/2017-09-17%"
