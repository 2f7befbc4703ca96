from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extractor.checks import check_event, find_problems, worth_asking
from extractor.checks.evidence import lines_referred_to
from extractor.schema import WireEvent
from tests.unit.checks.checks_builders import SENTENCES, answer_of, request_of, wire_event


def codes(*events: WireEvent, **fields: Any) -> list[tuple[int | None, str, bool]]:
    found = find_problems(request_of(), answer_of(*events, **fields))
    return [(problem.event, problem.code, problem.costs_event) for problem in found]


def test_an_event_that_holds_has_no_problems() -> None:
    assert codes(wire_event()) == []


@pytest.mark.parametrize(
    ("fields", "code", "costs"),
    [
        ({"lines": []}, "no_evidence", True),
        ({"lines": [1, 5, 99, -3], "date_text": None}, "no_evidence", True),
        ({"lines": [1, 3]}, "invalid_line", False),
        ({"kind": "gossip"}, "unknown_kind", True),
        ({"title": "  "}, "no_title", True),
        ({"date_text": "last Friday"}, "date_unresolved", False),
        ({"date_text": "March 10, 2025"}, "date_unresolved", False),
        ({"date_text": None, "date": "2024-12-06"}, "date_unresolved", False),
        ({"date": "2024-13-45"}, "date_unresolved", False),
        ({"date_text": "December 1"}, "not_in_evidence", False),
        ({"who": [{"name": "Night Front", "role": "agent"}]}, "name_not_in_text", False),
        ({"where": [{"name": "Aster", "within": "Atlantis"}]}, "name_not_in_text", False),
        ({"attribution": "Radio Nowhere"}, "name_not_in_text", False),
        ({"where": [{"name": "Bram", "within": None}]}, "not_in_evidence", False),
        ({"details": {"killed": {"min": 5, "max": 2}}}, "invalid_details", False),
        ({"details": {"weather": "fine"}}, "invalid_details", False),
    ],
)
def test_each_fault_is_found(fields: dict[str, Any], code: str, costs: bool) -> None:
    assert codes(wire_event(**fields)) == [(0, code, costs)]


def test_what_the_article_leaves_open_is_no_problem_of_the_answer() -> None:
    assert find_problems(request_of(published=None), answer_of(wire_event())) == ()


@pytest.mark.parametrize(
    ("published", "found"),
    [
        ({"line": 1, "date": "2025-03-10"}, [(None, "invalid_line", False)]),
        ({"line": 42, "date": "2024-12-06"}, [(None, "invalid_line", False)]),
        ({"line": 3, "date": "yesterday"}, [(None, "date_unresolved", False)]),
        ({"line": 3, "date": "2024-12-06"}, []),
        (None, []),
    ],
)
def test_published_names_a_line_of_the_article(published: Any, found: list[Any]) -> None:
    assert codes(published=published) == found


@pytest.mark.parametrize(
    ("second", "repeated"),
    [
        ({"title": "Rebels took Aster"}, True),
        ({"title": "Rebels take Aster", "lines": [3, 4]}, True),
        ({"title": "Rebels take Aster", "who": []}, True),
        ({"title": "Storm hits Corva"}, False),
        ({"kind": "attack"}, False),
        ({"status": "planned"}, False),
        ({"date_text": None}, False),
        ({"where": [{"name": "Bram", "within": None}]}, False),
        ({"lines": [4], "date_text": "27 November"}, False),
    ],
)
def test_the_same_happening_told_twice(second: dict[str, Any], repeated: bool) -> None:
    found = codes(wire_event(), wire_event(**second))
    assert ("repeated" in [code for _, code, _ in found]) is repeated


def test_of_two_tellings_the_one_with_more_lines_stays() -> None:
    shorter, longer = wire_event(), wire_event(lines=[3, 4])
    assert [index for index, code, _ in codes(shorter, longer) if code == "repeated"] == [0]
    assert [index for index, code, _ in codes(longer, shorter) if code == "repeated"] == [1]
    assert [index for index, code, _ in codes(shorter, shorter, shorter)] == [1, 2]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"lines": [7]}, [3]),
        ({"lines": [99]}, [3]),
        ({"lines": [2]}, [2]),  # the headline has one of the names
        ({"lines": [6]}, [6]),  # so has this line
        ({"lines": [7], "where": [{"name": "Bram", "within": None}]}, [7]),
        ({"lines": [7], "date_text": None}, [7]),
        ({"lines": [7], "who": [], "where": []}, [7]),
        ({"lines": []}, []),  # withdrawn
    ],
)
def test_the_line_that_was_meant_is_cited_only_where_that_is_certain(
    fields: dict[str, Any], lines: list[int]
) -> None:
    checked = check_event(request_of(), wire_event(**fields))
    assert [line.number for line in checked.lines] == lines
    moved = [finding for finding in checked.findings if "all of it in line 3" in finding.message]
    assert bool(moved) is (lines == [3])


def test_a_cited_line_refers_to_headline_dateline_and_lead() -> None:
    sentences = (("BRAM, Dec 6", "dateline"), *SENTENCES)
    request = request_of(sentences)
    assert lines_referred_to(request, [request.shown[7]]) == {1, 3, 4, 7}


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        ("Dawn Front", []),  # in the lead
        ("General Petra Novak", []),  # a part of it, Novak, is in the cited line
        ("4th Division", ["not_in_evidence"]),
    ],
)
def test_a_name_stands_in_the_evidence_or_where_it_refers_to(
    name: str, problems: list[str]
) -> None:
    sentences = (*SENTENCES, ("Novak left the town at once.", "body"))
    event = wire_event(lines=[8], date_text=None, where=[], who=[{"name": name, "role": "agent"}])
    found = find_problems(request_of(sentences), answer_of(event))
    assert [problem.code for problem in found] == problems


def test_a_date_carries_over_until_another_is_told() -> None:
    sentences = (*SENTENCES, ("The army fled.", "body"), ("Rain fell.", "body"))
    request = request_of(sentences)
    rest = {"who": [], "where": [], "date_text": "December 1st"}
    carried = answer_of(wire_event(lines=[9], **rest))
    assert find_problems(request, carried) == ()
    told_since = answer_of(wire_event(lines=[9], **{**rest, "date_text": "27 November"}))
    assert [each.code for each in find_problems(request, told_since)] == ["not_in_evidence"]


@pytest.mark.parametrize(
    ("events", "worth"),
    [
        ([{}], False),
        ([{"lines": []}], True),
        ([{"kind": "gossip"}], True),
        ([{"date_text": "last Friday"}], False),
        ([{"date_text": "last Friday"}, {"date_text": "last Friday", "kind": "attack"}], True),
        ([{"who": [{"name": "Night Front", "role": "agent"}]}], False),
        ([{}, {}], False),  # told twice: nothing to gain
        ([], False),
    ],
)
def test_a_correction_is_asked_for_only_where_an_event_can_be_gained(
    events: list[dict[str, Any]], worth: bool
) -> None:
    wire = answer_of(*(wire_event(**fields) for fields in events))
    assert worth_asking(find_problems(request_of(), wire), wire) is worth


def test_messages_say_what_to_give_instead() -> None:
    wire = answer_of(wire_event(date_text="last Friday"), wire_event(kind="gossip"))
    first, second = find_problems(request_of(), wire)
    assert first.message == (
        "the date words of the answer do not stand in the article ('last Friday'): copy date_text"
        " letter by letter from the lines, or give null where they do not date it"
    )
    assert second.message.startswith("the profile has no kind 'gossip': use one of territory, ")


def test_an_event_of_the_future_is_no_event_of_the_past() -> None:
    """Words that no rule reads leave the engine its date, but not one after publication."""
    sentences = (("The feast of Orla was held in Aster.", "body"), *SENTENCES)
    request = request_of(sentences, published=date(2024, 12, 6))
    event = wire_event(lines=[1], date_text="the feast of Orla", who=[], date="2025-01-01")
    (found,) = check_event(request, event).findings
    assert (found.code, found.other) == ("date_unresolved", "2025-01-01")
