from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.prompts import load_profile
from extractor.prove import prove
from extractor.request import Request
from extractor.schema import (
    Article,
    Dropped,
    Event,
    LineLabel,
    PublicationDate,
    WireAnswer,
    WireEvent,
)
from extractor.text.lines import Line

PUBLISHED = date(2024, 12, 6)
SENTENCES: list[tuple[str, LineLabel]] = [
    ("Monday, March 10, 2025", "furniture"),
    ("Rebels take Aster", "headline"),
    ("Rebels of the Dawn Front took Aster, in Orla province, this morning.", "body"),
    ("On 27 November, the army’s 4th Division shelled Bram.", "body"),
    ("Also Read: Storm hits Corva", "link"),
    ("The Dawn Front left Bram two days later.", "body"),
]
TEXT = "\n".join(sentence for sentence, _ in SENTENCES)


def request(published: date | None = PUBLISHED) -> Request:
    lines = []
    for number, (sentence, label) in enumerate(SENTENCES, start=1):
        start = TEXT.index(sentence)
        lines.append(Line(number, start, start + len(sentence), label))
    day = published.isoformat() if published else None
    return Request(
        article=Article(text=TEXT, id="aster"),
        lines=tuple(lines),
        published=PublicationDate(
            edtf=day, earliest=published, latest=published, source="given", trusted=bool(day)
        ),
        profile=load_profile("general"),
    )


def wire(**fields: Any) -> WireEvent:
    base = {
        "lines": [3],
        "date_text": None,
        "date": None,
        "title": "Rebels take Aster",
        "summary": "Rebels took Aster.",
        "kind": "territory",
        "status": "occurred",
        "who": [],
        "where": [],
        "attribution": None,
    }
    return WireEvent.model_validate({**base, **fields})


def proven(*events: WireEvent) -> tuple[list[Event], list[Dropped]]:
    found, dropped = prove(request(), WireAnswer(events=events), engine_name="test")
    return list(found), list(dropped)


def one(**fields: Any) -> Event:
    events, dropped = proven(wire(**fields))
    assert dropped == []
    return events[0]


def codes(event: Event) -> list[str]:
    return [issue.code for issue in event.issues]


def test_quotes_are_cut_out_of_the_stored_text() -> None:
    event = one(lines=[4, 3, 4])
    assert [(quote.line, quote.quote) for quote in event.evidence] == [
        (3, SENTENCES[2][0]),
        (4, SENTENCES[3][0]),
    ]
    assert all(TEXT[quote.start : quote.end] == quote.quote for quote in event.evidence)
    assert (event.article_id, event.engine, event.profile[:8]) == ("aster", "test", "general@")


@pytest.mark.parametrize("lines", [[], [1], [5], [0, 7, 99, -1]])
def test_an_event_without_a_citable_line_is_dropped(lines: list[int]) -> None:
    events, dropped = proven(wire(lines=lines))
    assert events == []
    assert [(d.reason.split(":")[0], d.title) for d in dropped] == [
        ("no_evidence", "Rebels take Aster")
    ]


def test_a_line_that_is_not_the_article_s_own_is_not_cited() -> None:
    assert [quote.line for quote in one(lines=[1, 3, 5]).evidence] == [3]


@pytest.mark.parametrize(
    ("fields", "reason"), [({"kind": "gossip"}, "unknown_kind"), ({"title": " "}, "no_title")]
)
def test_what_the_profile_does_not_know_is_dropped(fields: dict[str, str], reason: str) -> None:
    _, dropped = proven(wire(**fields))
    assert [d.reason.split(":")[0] for d in dropped] == [reason]


def test_the_same_happening_named_twice_is_kept_once() -> None:
    events, dropped = proven(wire(), wire(title="Rebels take Aster "), wire(kind="attack"))
    assert [event.kind for event in events] == ["territory", "attack"]
    assert [d.reason.split(":")[0] for d in dropped] == ["repeated"]


def test_events_stand_in_text_order_with_ids_that_stay() -> None:
    answer = (wire(lines=[6]), wire(lines=[3]), wire(lines=[3], kind="attack"))
    events, _ = proven(*answer)
    assert [event.evidence[0].line for event in events] == [3, 3, 6]
    assert len({event.id for event in events}) == 3
    again, _ = proven(*answer)
    assert [event.id for event in again] == [event.id for event in events]


def test_names_must_stand_in_the_article() -> None:
    event = one(
        who=[
            {"name": "dawn front", "role": "agent"},
            {"name": "Night Front", "role": "other"},
            {"name": "4th Division", "role": "target"},
        ],
        where=[{"name": "Aster", "within": "Orla"}, {"name": "Corva", "within": "Atlantis"}],
        attribution="Radio Nowhere",
    )
    assert [(actor.name, actor.role) for actor in event.who] == [
        ("dawn front", "agent"),
        ("4th Division", "target"),
    ]
    assert [(place.name, place.within) for place in event.where] == [
        ("Aster", "Orla"),
        ("Corva", None),
    ]
    assert event.attribution is None
    assert [(issue.code, issue.other) for issue in event.issues] == [
        ("name_not_in_text", "Night Front"),
        ("not_in_evidence", None),  # 4th Division stands in another line
        ("not_in_evidence", None),  # Corva too
    ]


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
    event = one(lines=[3], date_text="27 November")
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


def test_a_date_without_words_is_the_engine_s_own() -> None:
    event = one(date="2024-12")
    assert (event.when.text, event.when.edtf, event.when.basis) == (None, "2024-12", "context")


def test_a_date_that_is_none_is_an_issue() -> None:
    event = one(date="2024-13-45")
    assert event.when.edtf is None
    assert codes(event) == ["date_unresolved"]


def test_without_a_publication_date_nothing_relative_is_dated() -> None:
    answer = WireAnswer(events=(wire(date_text="this morning"),))
    (event,), _ = prove(request(published=None), answer, engine_name="test")
    assert event.when.edtf is None
    assert event.when.text == "this morning"
    assert codes(event) == ["date_unresolved"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"date": "2024-11-27"}, "2024-11-29"),
        ({"date": "2024-11-27?"}, "2024-11-29?"),
        ({"date": "2024-11-27", "status": "ongoing"}, "2024-11-29"),
        ({"date": "2024-11-27", "status": "planned"}, None),
        ({"date": "2024-11-27", "status": "denied"}, None),
        ({"date": "2024-11"}, None),
        ({}, None),
    ],
)
def test_days_are_counted_from_the_event_right_before_if_it_took_place(
    before: dict[str, str], expected: str | None
) -> None:
    dated = wire(lines=[3], date_text="this morning")
    events, _ = proven(
        dated, wire(lines=[4], **before), wire(lines=[6], date_text="two days later")
    )
    assert events[2].when.edtf == expected
