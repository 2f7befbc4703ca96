"""The dates of proven events: the article's words, the resolver's reading, the engine's."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.prove import prove
from extractor.schema import (
    LineLabel,
)
from tests.unit.checks.checks_builders import (
    answer_of,
    codes,
    one,
    proven,
    request_of,
    wire,
)


def test_date_words_are_resolved_and_kept_as_the_article_writes_them() -> None:
    event = one(date_text="This morning")
    assert (event.when.text, event.when.edtf, event.when.basis, event.when.time_of_day) == (
        "this morning", "2024-12-06", "relative", "morning"
    )  # fmt: skip
    assert codes(event) == []


def test_the_words_before_the_date_words_count() -> None:
    event = one(lines=[4], date_text="27 November")
    assert (event.when.edtf, event.when.basis) == ("2024-11-27", "year_inferred")


def test_a_day_counted_from_an_earlier_event_is_resolved_from_it() -> None:
    events, _ = proven(
        wire(lines=[4], date_text="27 November"), wire(lines=[6], date_text="two days later")
    )
    assert [event.when.edtf for event in events] == ["2024-11-27", "2024-11-29"]


def test_date_words_from_another_line_are_flagged() -> None:
    event = one(lines=[3], date_text="27 November")  # told after the cited line
    assert event.when.edtf == "2024-11-27"
    assert codes(event) == ["not_in_evidence"]


def test_invented_date_words_are_not_kept() -> None:
    event = one(date_text="last Friday")
    assert (event.when.text, event.when.edtf, event.when.precision) == (None, None, "unknown")
    assert [(issue.code, issue.other) for issue in event.issues] == [
        ("date_unresolved", "last Friday")
    ]


def test_date_words_that_only_furniture_has_are_not_kept() -> None:
    assert one(date_text="March 10, 2025").when.edtf is None


@pytest.mark.parametrize(
    ("model_date", "edtf", "other"),
    [("2024-12-06", "2024-12-06", []), ("2024-12-05", "2024-12-06", ["2024-12-05"])],
)
def test_where_the_resolver_is_exact_its_date_stands(
    model_date: str, edtf: str, other: list[str]
) -> None:
    event = one(date_text="this morning", date=model_date)
    assert event.when.edtf == edtf
    assert [i.other for i in event.issues if i.code == "date_conflict"] == other


def test_a_date_without_words_is_told_but_not_kept() -> None:
    event = one(date="2024-12")
    assert (event.when.text, event.when.edtf, event.when.basis) == (None, None, "unknown")
    assert [(issue.code, issue.other) for issue in event.issues] == [("date_unresolved", "2024-12")]


@pytest.mark.parametrize(
    ("words", "own", "edtf"),
    [
        ("December 1", "December 1st", "2024-12-01"),
        ("on December 1", "on December 1st", "2024-12-01"),
        ("ON 27 NOVEMBER", "On 27 November", "2024-11-27"),
        ("in this morning", "this morning", "2024-12-06"),
    ],
)
def test_date_words_take_the_article_s_spelling(words: str, own: str, edtf: str) -> None:
    event = one(lines=[3, 4, 7], date_text=words)
    assert (event.when.text, event.when.edtf) == (own, edtf)


@pytest.mark.parametrize(
    ("sentence", "words", "model_date", "edtf", "other"),
    [
        # an exact rule stands, whatever the engine says
        ("Aster fell this morning.", "this morning", "2024-12-05", "2024-12-06", "2024-12-05"),
        # the same days with and without a qualifier are no conflict
        ("Aster fell on 27 November.", "27 November", "2024-11-27?", "2024-11-27", None),
        # the engine's date says more than the words
        ("Aster fell early this week.", "early this week", "2024-12-02", "2024-12-02/2024-12-04",
         "2024-12-02"),
        ("By 30 November, Aster fell.", "30 November", "2024-11-30", "../2024-11-30", "2024-11-30"),
        # an open interval is closed
        ("By 30 November, Aster fell.", "30 November", "2024-11-27/2024-11-30",
         "2024-11-27/2024-11-30", "../2024-11-30"),
        # another year, told by the engine
        ("Aster fell on 27 November.", "27 November", "2020-11-27", "2020-11-27", "2024-11-27"),
        # the engine's date says less than the words
        ("Aster fell on 27 November.", "27 November", "2024-11", "2024-11-27", "2024-11"),
        # an interval inside another is more than the words say
        (
            "Aster fell early this week.",
            "early this week",
            "2024-12-02/2024-12-03",
            "2024-12-02/2024-12-04",
            "2024-12-02/2024-12-03",
        ),
        # after publication
        ("Aster fell on 27 November.", "27 November", "2025-11-27", "2024-11-27", "2025-11-27"),
    ],
)  # fmt: skip
def test_two_dates_are_weighed(
    sentence: str, words: str, model_date: str, edtf: str, other: str | None
) -> None:
    event = wire(lines=[1], date_text=words, date=model_date)
    (proved,), _ = prove(request_of([(sentence, "body")]), answer_of(event), engine_name="test")
    assert proved.when.edtf == edtf
    assert [issue.other for issue in proved.issues] == ([other] if other else [])


def test_the_engine_tells_a_plan_where_no_verb_does() -> None:
    """5 December 2024 was a Thursday: the one before publication, or the one after it."""
    sentence = "El gobernador anunció la entrega de las ayudas el jueves."
    request = request_of([(sentence, "body")], language="es")
    for status, edtf in (("occurred", "2024-12-05"), ("planned", "2024-12-12")):
        event = wire(lines=[1], date_text="el jueves", status=status)
        (proved,), _ = prove(request, answer_of(event), engine_name="test")
        assert proved.when.edtf == edtf


def test_words_that_were_read_in_part_never_stand_against_the_engine() -> None:
    sentence = "Between Tuesday and, some say, Thursday the army left Bram."
    words = "Between Tuesday and, some say, Thursday"
    event = wire(lines=[1], date_text=words, date="2024-12-03/2024-12-05")
    (proved,), _ = prove(request_of([(sentence, "body")]), answer_of(event), engine_name="test")
    assert proved.when.edtf == "2024-12-03/2024-12-05"


def test_date_words_that_stand_twice_are_those_of_the_cited_line_or_right_before_it() -> None:
    sentences: list[tuple[str, LineLabel]] = [
        ("On 27 November, rebels took Aster.", "body"),
        ("Two days later, they took Bram.", "body"),
        ("On 1 December, they took Corva.", "body"),
        ("Two days later, they took Dorn.", "body"),
        ("It rained.", "body"),
    ]
    request = request_of(sentences)
    cited = answer_of(*(wire(lines=[line], date_text="two days later") for line in (2, 4, 5)))
    events, _ = prove(request, cited, engine_name="test")
    assert [event.when.edtf for event in events] == ["2024-11-29", "2024-12-03", "2024-12-03"]
    assert [event.issues for event in events] == [(), (), ()]


@pytest.mark.parametrize(
    ("model_date", "edtf"),
    [
        ("2024-12-06", "2024-12-06?"),
        ("2025-03-10", "../2025-03-10"),
        ("2025-04-01", "../2025-03-10"),
    ],
)
def test_the_day_on_which_a_page_was_viewed_is_no_day_of_an_event(
    model_date: str, edtf: str
) -> None:
    request = request_of(upper=date(2025, 3, 10))
    event = wire(date_text="this morning", date=model_date)
    (proved,), _ = prove(request, answer_of(event), engine_name="test")
    assert proved.when.edtf == edtf
    assert codes(proved) == ["date_conflict"]


def test_words_that_no_rule_reads_leave_the_engine_s_date_flagged() -> None:
    request = request_of([("Aster fell at the feast of Orla.", "body")])
    event = wire(lines=[1], date_text="the feast of Orla", date="2024-11-02")
    (proved,), _ = prove(request, answer_of(event), engine_name="test")
    assert (proved.when.text, proved.when.edtf) == ("the feast of Orla", "2024-11-02")
    assert (proved.when.basis, codes(proved)) == ("context", ["date_unresolved"])


@pytest.mark.parametrize(
    ("sentence", "words"), [("Aster fell on 31 June.", "31 June"), ("Aster fell then.", "then")]
)
def test_an_impossible_date_is_not_made_possible(sentence: str, words: str) -> None:
    event = wire(lines=[1], date_text=words)
    (proved,), _ = prove(request_of([(sentence, "body")]), answer_of(event), engine_name="test")
    assert proved.when.edtf is None
    assert codes(proved) == ["date_unresolved"]


def test_a_date_that_is_none_is_an_issue() -> None:
    event = one(date="2024-13-45")
    assert event.when.edtf is None
    assert codes(event) == ["date_unresolved"]


def test_without_a_publication_date_nothing_relative_is_dated() -> None:
    answer = answer_of(wire(date_text="this morning"))
    (event,), _ = prove(request_of(published=None), answer, engine_name="test")
    assert event.when.edtf is None
    assert event.when.text == "this morning"
    assert codes(event) == ["date_unresolved"]


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        ("On 27 November, rebels took Bram.", "two days later", "2024-11-29"),
        ("On 27 November, rebels took Bram, after a long summer.", "two days later", "2024-11-29"),
        ("On 27 November, rebels took Bram. It rained.", "the following day", "2024-11-28"),
        ("In November, rebels took Bram.", "two days later", None),
        ("On 27 November, rebels took Bram. In 2023 they had fled.", "two days later", None),
        ("Rebels took Bram.", "two days later", None),
        ("Rebels took Bram on 5 December.", "three days later", None),  # after publication
    ],
)
def test_days_are_counted_from_the_last_day_told_before(
    before: str, words: str, expected: str | None
) -> None:
    sentences: list[tuple[str, LineLabel]] = [
        *((sentence, "body") for sentence in before.replace(". ", ".|").split("|")),
        (f"They left Aster {words}.", "body"),
    ]
    event = wire(lines=[len(sentences)], date_text=words)
    (proved,), _ = prove(request_of(sentences), answer_of(event), engine_name="test")
    assert proved.when.edtf == expected


def test_what_is_told_between_counts_too() -> None:
    """The last of three: each counts from the one before."""
    sentences: list[tuple[str, LineLabel]] = [
        ("On 27 November, rebels took Bram.", "body"),
        ("The following day, they took Aster.", "body"),
        ("Two days later, they left.", "body"),
    ]
    event = wire(lines=[3], date_text="Two days later")
    (proved,), _ = prove(request_of(sentences), answer_of(event), engine_name="test")
    assert proved.when.edtf == "2024-11-30"
