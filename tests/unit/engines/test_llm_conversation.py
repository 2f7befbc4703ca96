"""The conversation with a completer that says what a test wants; no server, no client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest

from extractor.engines.llm.completion import AnswerForm, Completion, Ledger, Message
from extractor.engines.llm.engine import LlmEngine
from extractor.engines.llm.pricing import price_by
from extractor.errors import QuotaError, ServerError
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.schema import Article, Usage

ARTICLE = Article(
    text="Rebels captured the town of Aster on 3 May 2024.\n\nThe army left Borin on 4 May 2024.",
    published="2024-05-05",
)
REQUEST = prepare(ARTICLE, load_profile("general"))


def event(line: int, **changes: Any) -> dict[str, Any]:
    return {
        "lines": [line],
        "date_text": None,
        "date": None,
        "title": "Rebels captured Aster",
        "summary": "",
        "kind": "territory",
        "status": "occurred",
        "who": [],
        "where": [],
        "attribution": None,
        "details": {"killed": None, "injured": None},
        **changes,
    }


def answer(*events: dict[str, Any]) -> Completion:
    return Completion(json.dumps({"published": None, "events": list(events)}))


class Scripted:
    """A completer that gives these completions, or raises these errors, in turn."""

    mode = "json_schema"

    def __init__(self, *script: Completion | Exception) -> None:
        self.script = list(script)
        self.asked: list[list[Message]] = []
        self.limits: list[int] = []

    async def complete(
        self, messages: Sequence[Message], *, form: AnswerForm, max_tokens: int, ledger: Ledger
    ) -> Completion:
        ledger.calls += 1
        ledger.usage += Usage(input_tokens=10, output_tokens=5)
        self.asked.append(list(messages))
        self.limits.append(max_tokens)
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        return step

    async def complete_again(
        self,
        messages: Sequence[Message],
        bad: Completion,
        *,
        form: AnswerForm,
        max_tokens: int,
        ledger: Ledger,
    ) -> Completion:
        return await self.complete(messages, form=form, max_tokens=max_tokens, ledger=ledger)

    async def aclose(self) -> None:
        pass


def read(completer: Scripted) -> Any:
    engine = LlmEngine(
        "scripted/one",
        completer,
        parameters={},
        max_tokens=100,
        price=price_by(provider=None, model="one"),
    )
    return asyncio.run(engine.answer(REQUEST))


def test_an_answer_without_fault_is_one_call() -> None:
    completer = Scripted(answer(event(1)))
    got = read(completer)
    assert (got.attempts, got.partial, got.cost_usd) == (1, None, None)
    assert [message["role"] for message in completer.asked[0]] == ["system", "user"]


def test_an_event_that_would_be_lost_is_asked_for_again() -> None:
    borin = {"title": "The army left Borin", "where": [{"name": "Borin", "within": None}]}
    completer = Scripted(answer(event(1), event(99, **borin)), answer(event(2, **borin)))
    got = read(completer)
    assert got.attempts == 2
    assert [e.lines for e in got.wire.events] == [(1,), (2,)]
    first, second = completer.asked
    assert second[0] == first[0]
    assert second[1]["content"].startswith(first[1]["content"])
    assert "99" in second[1]["content"].removeprefix(first[1]["content"])
    assert (got.usage.input_tokens, got.usage.output_tokens) == (20, 10)


@pytest.mark.parametrize(
    "second",
    [
        ServerError("the server is down"),
        QuotaError("used up"),
        Completion("nonsense"),
        Completion('{"published": null, "events": [', finish="length"),
        answer(),
    ],
)
def test_a_correction_that_fails_costs_nothing_of_the_answer(
    second: Completion | Exception,
) -> None:
    got = read(Scripted(answer(event(1), event(99)), second))
    assert got.wire.events[0].lines == (1,)
    assert (got.attempts, got.partial) == (2, None)


def test_where_more_room_fails_the_whole_events_are_kept() -> None:
    text = answer(event(1), event(2)).text
    completer = Scripted(Completion(text[:-40], "length"), ServerError("down"))
    got = read(completer)
    assert [e.lines for e in got.wire.events] == [(1,)]
    assert got.partial == "the answer broke off at its length limit after 1 event"
    assert completer.limits == [100, 400]


def test_where_a_re_ask_fails_its_own_error_is_told() -> None:
    with pytest.raises(ServerError, match="down") as raised:
        read(Scripted(Completion("nonsense"), ServerError("down")))
    assert raised.value.spent["attempts"] == 2
    assert raised.value.spent["usage"].input_tokens == 20


def test_a_re_ask_that_breaks_off_gives_its_whole_events() -> None:
    text = answer(event(1), event(2)).text
    got = read(Scripted(Completion("nonsense"), Completion(text[:-40], "length")))
    assert [e.lines for e in got.wire.events] == [(1,)]
    assert got.partial == "only 1 of 2 events of the answer had the form that was asked for"


@pytest.mark.parametrize(
    ("provider", "model", "price", "usd"),
    [
        (None, "tiny", None, None),
        (None, "tiny", (2.0, 8.0), 0.0028),
        ("openai", "no-such-model", None, None),
        ("openai", "gpt-4o-mini", None, 0.0001875),
        ("openai", "gpt-4o-mini", (0.0, 0.0), 0.0),
    ],
)
def test_what_tokens_cost(
    provider: str | None, model: str, price: tuple[float, float] | None, usd: float | None
) -> None:
    usage = Usage(input_tokens=1000, output_tokens=100, cached_tokens=300)
    cost = price_by(provider=provider, model=model, price=price)(usage)
    assert cost == (usd if usd is None else pytest.approx(usd))
