from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.engines.llm.salvage import find_answer, read_answer, valid_events, whole_events
from extractor.prompts import load_profile

MODEL = load_profile("general").wire_model()


def event(**changes: Any) -> dict[str, Any]:
    return {
        "lines": [3],
        "date_text": None,
        "date": None,
        "title": "A bridge fell",
        "summary": "",
        "kind": "accident",
        "status": "occurred",
        "who": [],
        "where": [{"name": "Corva", "within": None}],
        "attribution": None,
        "details": {"killed": None, "injured": None},
        **changes,
    }


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in event().items() if name != key}


def answer(*events: Any, **more: Any) -> str:
    return json.dumps({"published": None, "events": list(events), **more})


WHOLE = answer(event())
EXPECTED = MODEL.model_validate_json(WHOLE)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"```\n{WHOLE}\n```",
        f"Here are the events [1] and [2]:\n{WHOLE}\nThat is all.",
        f'<think>Is it {{"events": []}}?</think>\n{WHOLE}',
        json.dumps([event()]),
        json.dumps({"WireAnswer": json.loads(WHOLE)}),
        json.dumps(WHOLE),
        answer(event(), note="none", confidence=0.9),
        answer(event(confidence=0.9, where=[{"name": "Corva", "within": None, "type": "town"}])),
        answer(event(lines=["3"])),
        answer(event(lines=3)),
        answer(event(lines="3")),
        answer(event(where=["Corva"])),
        answer(event(where="Corva")),
        answer(event(where={"name": "Corva"})),
        answer(event(who=None)),
        answer(event(title=["A bridge fell"])),
        answer(event(summary=None)),
        answer(without("summary")),
        answer(without("date_text")),
        answer(without("who")),
        answer(without("details")),
        answer(event(details={})),
        answer(event(details={"killed": None, "injured": None, "missing": 3})),
        answer(event(kind="Accident", status="OCCURRED")),
        json.dumps({"events": [event()]}),
    ],
)
def test_what_is_certain_is_repaired(text: str) -> None:
    assert read_answer(text, MODEL) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "3",
        "I found no events.",
        "[1, 2]",
        '{"event": "A bridge fell"}',
        '{"events": {"title": "A bridge fell"}}',
        '{"published": null, "events": [',
        f"{WHOLE}\n{WHOLE}",
        f"```json\n{WHOLE}\n```\n```json\n{WHOLE}\n```",
        answer(without("title")),
        answer(without("kind")),
        answer(without("lines")),
        answer(event(title=None)),
        answer(event(status="maybe")),
        answer(event(lines=[1.5])),
        answer(event(lines="some")),
        answer(event(attribution=["a", "b"])),
        answer("A bridge fell"),
        "[" * 50_000,
        "{" * 50_000,
        '{"events": ' * 5_000,
    ],
)
def test_what_is_not_certain_is_not_read(text: str) -> None:
    assert read_answer(text, MODEL) is None


def test_no_events_is_an_answer() -> None:
    for text in ('{"published": null, "events": []}', "[]", '{"events": []}'):
        read = read_answer(text, MODEL)
        assert read is not None
        assert read.events == ()


@pytest.mark.parametrize("cut", range(0, len(answer(event(), event(title="B"))), 7))
def test_of_an_answer_that_broke_off_the_whole_events_are_kept(cut: int) -> None:
    text = answer(event(), event(title="B"))
    first_ends = text.index('"injured": null}}') + len('"injured": null}}')
    kept = whole_events(text[:cut], MODEL)
    titles = [e.title for e in kept.wire.events] if kept.wire else []
    second_ends = text.rindex("}}") - 1
    expected = ["A bridge fell"] * (cut >= first_ends) + ["B"] * (cut > second_ends)
    assert titles == expected


def test_what_came_before_the_events_is_kept_too() -> None:
    text = (
        f'{{"published": {{"line": 2, "date": "2024-05-03"}}, "events": [{json.dumps(event())}, {{'
    )
    kept = whole_events(text, MODEL)
    assert kept.wire is not None
    assert kept.wire.published is not None
    assert (kept.wire.published.line, kept.wire.published.date) == (2, "2024-05-03")
    assert [each.reason for each in kept.dropped] == ["broken_off: the answer ended inside it"]
    bare = whole_events(f'```json\n{{"events":[{json.dumps(event())}', MODEL)
    assert bare.wire is not None
    assert (bare.wire.published, len(bare.wire.events), bare.dropped) == (None, 1, ())


def test_only_events_with_the_form_are_kept() -> None:
    maybe = event(status="maybe", title=" B ", lines=[4, "x", 5])
    value = find_answer(answer(event(), maybe, event(title="C"), published=7))
    assert value is not None
    value["events"] += [3, without("title")]
    kept = valid_events(value, MODEL)
    assert kept.wire is not None
    assert [e.title for e in kept.wire.events] == ["A bridge fell", "C"]
    assert kept.wire.published is None
    assert kept.told == 5
    told = [(each.title, each.lines, each.reason.split(": ")[:2]) for each in kept.dropped]
    assert told == [
        ("B", (4, 5), ["bad_form", "lines.1"]),
        (None, (), ["bad_form", "event"]),
        (None, (3,), ["bad_form", "title"]),
    ]
    assert valid_events({"events": [event(status="maybe")]}, MODEL).wire is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["events", "published", "lines", "title", "kind", "who", "details", "killed", "min"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_whatever_json_comes_nothing_breaks(value: Any) -> None:
    text = json.dumps(value)
    read_answer(text, MODEL)
    whole_events(text, MODEL)
    found = find_answer(text)
    if found is not None:
        valid_events(found, MODEL)


@given(st.sampled_from(list(event())), json_values)
def test_whatever_value_a_field_has_the_event_is_kept_or_told(name: str, value: Any) -> None:
    given_value = json.loads(json.dumps(value))
    part = valid_events({"published": None, "events": [event(**{name: given_value})]}, MODEL)
    assert part.told == 1
    if part.wire:
        part.wire.model_dump_json()


@given(st.text())
def test_whatever_text_comes_nothing_breaks(text: str) -> None:
    read_answer(text, MODEL)
    whole_events(text, MODEL)
    read_answer(f'{{"events": [{text}]}}', MODEL)
