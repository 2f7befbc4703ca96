"""One wrong value of an answer costs that value, not the event and not the article."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from extractor.engines.llm.engine import LlmEngine
from extractor.engines.llm.mending import mend
from extractor.engines.llm.pricing import price_by
from extractor.errors import BadAnswerError
from extractor.extract import extract_article
from extractor.prompts import load_profile
from extractor.runs.answers import RecordedAnswer
from extractor.schema import WireEvent
from tests.unit.engines.test_llm_conversation import ARTICLE, Scripted, answer, event

PROFILE = load_profile("conflict")
MODEL = PROFILE.wire_model()
NO_DETAILS = {"killed": None, "injured": None, "civilians_targeted": None, "weapon": None}


def mended(*, last: bool = False, **changes: Any) -> WireEvent:
    told = event(1, **{"kind": next(iter(PROFILE.kinds)), "details": NO_DETAILS, **changes})
    got = mend({"published": None, "events": [json.loads(json.dumps(told))]}, MODEL, last=last)
    assert got.answer is not None, got.fault
    return got.answer.events[0]


def values_of(details: Any) -> tuple[dict[str, Any], int]:
    """What comes of details once the profile has read them, and how many problems it tells."""
    clean = PROFILE.clean_details(mended(details=details).details)
    return clean.values, len(clean.problems)


@pytest.mark.parametrize(
    ("details", "values", "problems"),
    [
        ({"killed": 4}, {"killed": {"min": 4, "max": 4}}, 0),
        ({"killed": "4"}, {"killed": {"min": 4, "max": 4}}, 0),
        ({"killed": 4.0}, {"killed": {"min": 4, "max": 4}}, 0),
        ({"killed": {"min": 4}}, {"killed": {"min": 4, "max": None}}, 0),
        ({"killed": {"min": 4, "max": 4, "unit": "men"}}, {"killed": {"min": 4, "max": 4}}, 0),
        ({"injured": "many"}, {}, 1),
        ({"injured": ["many"], "killed": 4}, {"killed": {"min": 4, "max": 4}}, 1),
        ({"killed": {"min": "a", "max": "b", "unit": 1}}, {}, 1),
        ({"killed": {"min": 9, "max": 4}}, {}, 1),
        ({"killed": {"min": float("inf"), "max": None}}, {}, 1),
        ({"civilians_targeted": "perhaps"}, {}, 1),
        ({"weapon": 5, "killed": 2}, {"killed": {"min": 2, "max": 2}}, 1),
        ({"weapon": "a mine", "colour": "red"}, {"weapon": "a mine"}, 0),
        (None, {}, 0),
        ("four dead", {}, 1),
        (["killed"], {}, 1),
    ],
)
def test_a_detail_of_another_type_is_left_out_and_told(
    details: Any, values: dict[str, Any], problems: int
) -> None:
    assert values_of(details) == (values, problems)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (["Rebels"], [("Rebels", "other")]),
        ("Rebels", [("Rebels", "other")]),
        ([{"name": "Rebels", "role": "victim"}], [("Rebels", "other")]),
        ([{"name": "Rebels", "role": None}, "Army"], [("Rebels", "other"), ("Army", "other")]),
        ([{"name": "Rebels"}], [("Rebels", "other")]),
        ([{"name": ["Rebels"], "role": "Agent"}], [("Rebels", "agent")]),
    ],
)
def test_an_actor_is_read_in_whatever_form(who: Any, expected: list[tuple[str, str]]) -> None:
    assert [(actor.name, actor.role) for actor in mended(who=who).who] == expected


def test_when_nobody_can_be_asked_what_may_be_missing_is_left_out() -> None:
    who = [{"name": None, "role": 3}, {"name": "Rebels", "role": "agent"}, 5, []]
    got = mended(last=True, who=who, attribution=["a", "b"], date={"day": 3}, where=[None])
    assert [actor.name for actor in got.who] == ["Rebels"]
    assert (got.attribution, got.date, got.where) == (None, None, ())


@pytest.mark.parametrize("lines", [None, [], ["x"], {"a": 1}])
def test_what_it_cannot_mend_it_names(lines: Any) -> None:
    told = event(1, lines=lines, status="maybe", details=NO_DETAILS)
    got = mend({"published": None, "events": [told]}, MODEL, last=True)
    assert got.answer is None
    assert got.fault is not None
    assert got.fault.split(":")[0].split(".")[0] in ("lines", "status")
    assert "maybe" not in got.fault


def test_an_unknown_kind_is_for_the_checks() -> None:
    assert mended(kind="meteor").kind == "meteor"


def extracted(*script: Any) -> Any:
    engine = LlmEngine(
        "scripted/one",
        Scripted(*script),
        parameters={},
        max_tokens=100,
        price=price_by(provider=None, model="one"),
    )
    profile = load_profile("general")
    return asyncio.run(extract_article(ARTICLE, engine=engine, profile=profile))


def test_the_event_goes_on_without_the_value() -> None:
    got = extracted(answer(event(1, details={"killed": None, "injured": "many"})))
    (found,) = got.events
    assert (found.details, [issue.code for issue in found.issues]) == ({}, ["invalid_details"])
    assert (got.record.status, got.record.attempts) == ("ok", 1)


def test_an_unknown_kind_is_asked_for_alone_and_else_dropped() -> None:
    wrong = event(2, kind="meteor", title="The army left Borin")
    got = extracted(answer(event(1), wrong), answer({**wrong, "kind": "movement"}))
    assert [(e.kind, e.evidence[0].line) for e in got.events] == [("territory", 1), ("movement", 2)]
    again = extracted(answer(event(1), wrong), answer(wrong))
    assert [(d.title, d.reason.split(":")[0]) for d in again.dropped] == [
        ("The army left Borin", "unknown_kind")
    ]


def test_what_has_no_form_after_the_re_ask_is_told_and_recorded() -> None:
    wrong = event(2, status="maybe", title="The army left Borin")
    got = extracted(answer(event(1), wrong), answer(event(1), wrong))
    assert got.record.status == "partial"
    assert got.record.error.message.startswith("only 1 of 2 events")
    (dropped,) = got.dropped
    assert (dropped.title, dropped.lines) == ("The army left Borin", (2,))
    assert dropped.reason.startswith("bad_form: status: ")
    recorded = RecordedAnswer(
        content_hash="",
        article_id="",
        sha256="",
        engine="",
        engine_fingerprint="",
        profile="",
        lines=(),
        answer=got.wire,
        dropped=got.answer.dropped,
    )
    assert RecordedAnswer.model_validate_json(recorded.model_dump_json()).dropped == got.dropped


def test_a_failed_article_tells_what_was_dropped() -> None:
    wrong = answer(event(2, status="maybe", title="The army left Borin"))
    with pytest.raises(BadAnswerError) as raised:
        extracted(wrong, wrong)
    assert [each.title for each in raised.value.spent["dropped"]] == ["The army left Borin"]
    assert raised.value.spent["attempts"] == 2
