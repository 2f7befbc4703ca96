"""The engine against a server that fails in every way that servers do: calls, outcome, cost."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import pytest

from extractor import Article, Extraction, Extractor
from extractor.engines.llm import retrying
from extractor.errors import (
    BadAnswerError,
    BadKeyError,
    EngineError,
    FilteredError,
    QuotaError,
    RateLimitedError,
    RefusedError,
    ServerError,
    TimedOutError,
    TruncatedError,
    UnknownModelError,
    UnreachableError,
)
from tests.server.fault_server import FaultServer, answer, event

ARTICLE = Article(
    id="aster",
    text="Rebels captured the town of Aster on 3 May 2024.\n\nThe army left Borin on 4 May 2024.",
    published="2024-05-05",
)
KEY = "sk-words-that-nobody-may-see"


@dataclass(frozen=True)
class Usual:
    """An extractor for the test's server, with short waits."""

    server: FaultServer

    def __call__(self, engine: str = "openai/tiny", **options: Any) -> Extractor:
        options = {"retries": 2, "timeout": 5.0, "price": (1.0, 2.0), **options}
        return Extractor(engine, base_url=self.server.base_url, **options)

    def read(self, **options: Any) -> Extraction:
        return self(**options).extract(ARTICLE)


@pytest.fixture
def usual(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> Usual:
    monkeypatch.setattr(retrying, "_FIRST_PAUSE", 0.01)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return Usual(server)


@pytest.mark.parametrize(
    ("script", "calls", "answers"),
    [
        (["ok"], 1, 1),
        (["500", "ok"], 2, 1),
        (["503", "429=0.05", "ok"], 3, 1),
        (["429=50ms", "ok"], 2, 1),
        (["429=date0.05", "ok"], 2, 1),
        (["408", "409", "ok"], 3, 1),
        (["drop", "ok"], 2, 1),
        (["no_choices", "ok"], 2, 1),
        (["hidden_500", "ok"], 2, 1),
        (["fenced"], 1, 1),
        (["cut=60", "ok"], 2, 2),
        (["text=nonsense", "ok"], 2, 2),
        (["text=", "ok"], 2, 2),
        (["text=nonsense", "500", "fenced"], 3, 2),
        (["limit_too_large", "ok"], 2, 1),
        (["no_temperature"], 2, 1),
        (["no_max_tokens"], 2, 1),
        (["no_json_schema"], 2, 1),
        (["no_response_format"], 2, 1),
    ],
)
def test_what_can_be_overcome_is_and_costs_so_many_calls(
    server: FaultServer, usual: Usual, script: list[str], calls: int, answers: int
) -> None:
    server.plays(*script)
    result = usual.read()
    assert result.record.status == "ok"
    assert [e.title for e in result.events] == ["Rebels captured Aster1"]
    assert server.calls == calls == result.record.attempts
    assert result.usage.model_dump() == {
        "input_tokens": 100 * answers,
        "output_tokens": 20 * answers,
        "cached_tokens": 40 * answers,
    }
    assert result.record.cost_usd == pytest.approx(0.00014 * answers)


@pytest.mark.parametrize(
    ("script", "error", "calls", "says"),
    [
        ("500", ServerError, 3, "failed (status 500)"),
        ("drop", ServerError, 3, "closed the connection before it had answered"),
        ("html", ServerError, 1, "something that is not JSON"),
        ("broken_json", ServerError, 1, "something that is not JSON"),
        ("no_choices", ServerError, 3, "without a choice"),
        ("429=0.01", RateLimitedError, 3, "fewer requests (status 429)"),
        ("429=121", RateLimitedError, 1, "fewer requests (status 429)"),
        ("503=121", ServerError, 1, "status 503"),
        ("quota", QuotaError, 1, "quota"),
        ("401", BadKeyError, 1, "refused the key (status 401)"),
        ("403", BadKeyError, 1, "refused the key (status 403)"),
        ("404", UnknownModelError, 1, "has no model 'tiny', or no API there"),
        ("no_model", UnknownModelError, 1, "has no model 'tiny'"),
        ("400", ServerError, 1, "this is status 400"),
        ("422", ServerError, 1, "this is status 422"),
        ("too_long", ServerError, 1, "too long for the context of 'tiny'"),
        ("limit_too_large", ServerError, 2, "too long for the context of 'tiny'"),
        ("prompt_filtered", FilteredError, 1, "content filter"),
        ("filtered", FilteredError, 1, "content filter"),
        ("refusal", RefusedError, 1, "tiny refused to answer"),
        ("cut=60", TruncatedError, 2, "before its first event"),
        ("text=nonsense", BadAnswerError, 2, "also after the re-ask"),
        ('text={"events": 3}', BadAnswerError, 2, "also after the re-ask"),
    ],
)
def test_what_cannot_be_overcome_is_its_own_error_after_so_many_calls(
    server: FaultServer,
    usual: Usual,
    script: str,
    error: type[EngineError],
    calls: int,
    says: str,
) -> None:
    server.plays(script)
    with pytest.raises(error) as raised:
        usual.read()
    assert server.calls == calls == raised.value.spent["attempts"]
    assert says in raised.value.message
    assert raised.value.hint
    assert KEY not in str(raised.value)
    assert "Aster" not in str(raised.value)


def test_a_slow_answer_is_waited_for_as_long_as_the_timeout(
    server: FaultServer, usual: Usual
) -> None:
    server.plays("slow=0.1")
    assert usual.read().events
    server.requests.clear()
    server.plays("slow=30")
    with pytest.raises(TimedOutError, match=r"did not answer within 0\.2 s"):
        usual.read(timeout=0.2, retries=1)
    assert server.calls == 2


def test_nobody_there_is_said_with_the_place(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retrying, "_FIRST_PAUSE", 0.01)
    nobody = Extractor("openai/tiny", base_url="http://127.0.0.1:9/v1", retries=1)
    with pytest.raises(UnreachableError, match=r"cannot connect to 127\.0\.0\.1:9") as raised:
        nobody.extract(ARTICLE)
    assert raised.value.spent["attempts"] == 2


def test_an_answer_cut_off_twice_keeps_its_whole_events(server: FaultServer, usual: Usual) -> None:
    whole = answer(event(1), event(2, title="The army left Borin"))
    server.reply = lambda body: whole
    server.plays(f"cut={len(whole) - 60}")
    result = usual.read(max_tokens=1000)
    assert [e.title for e in result.events] == ["Rebels captured Aster1"]
    limits = [request["max_tokens"] for request in server.requests]
    assert limits == [1000, 4000]
    answered = result.answer
    assert answered is not None
    assert answered.partial == "the answer broke off at its length limit after 1 event"


def test_of_a_bad_answer_the_events_that_have_the_form_are_kept(
    server: FaultServer, usual: Usual
) -> None:
    server.reply = lambda body: answer(event(1), event(1, status="perhaps"))
    result = usual.read()
    assert (server.calls, len(result.events)) == (2, 1)
    answered = result.answer
    assert answered is not None
    assert answered.partial == "only 1 of 2 events of the answer had the form that was asked for"


def test_a_re_ask_is_about_as_long_as_the_first_call(server: FaultServer, usual: Usual) -> None:
    long_answer = answer(*(event(1, status="perhaps", summary="word " * 100) for _ in range(20)))
    server.reply = lambda body: long_answer if len(server.requests) == 1 else answer(event(1))
    assert len(usual.read().events) == 1
    first, second = server.requests
    assert second["messages"][: len(first["messages"])] == first["messages"]
    assistant, fault = second["messages"][2:]
    assert (assistant["role"], fault["role"]) == ("assistant", "user")
    assert len(assistant["content"]) <= 1500 < len(long_answer)
    assert "errors.pydantic.dev" not in fault["content"]
    assert "events.0.status" in fault["content"]
    assert len(fault["content"]) <= 3000


def test_a_re_ask_in_tools_mode_answers_the_tool_call(server: FaultServer, usual: Usual) -> None:
    server.plays("text=nonsense", "ok")
    assert usual.read(mode="tools").events
    assistant, fault = server.requests[1]["messages"][2:]
    assert assistant["tool_calls"][0]["function"]["arguments"] == "{}"
    assert (fault["role"], fault["tool_call_id"]) == ("tool", "call_1")


@pytest.mark.parametrize(
    ("mode", "sent"),
    [
        ("auto", {"response_format"}),
        ("json_schema", {"response_format"}),
        ("tools", {"tools", "tool_choice"}),
        ("json", {"response_format"}),
        ("md_json", set()),
    ],
)
def test_each_mode_asks_for_the_form_in_its_own_way(
    server: FaultServer, usual: Usual, mode: Any, sent: set[str]
) -> None:
    assert len(usual.read(mode=mode).events) == 1
    (request,) = server.requests
    assert set(request) == {"model", "messages", "temperature", "max_tokens"} | sent
    assert (request["model"], request["temperature"], request["max_tokens"]) == ("tiny", 0.0, 8192)
    told_in_words = "JSON Schema" in request["messages"][0]["content"]
    assert told_in_words == (mode in ("json", "md_json"))
    if mode in ("auto", "json_schema"):
        described = request["response_format"]["json_schema"]
        assert (described["strict"], described["name"]) == (True, "WireAnswer")
        assert described["schema"]["additionalProperties"] is False
        assert set(described["schema"]["required"]) == {"published", "events"}


def test_what_a_server_rejects_is_learned_once(server: FaultServer, usual: Usual) -> None:
    server.plays("no_response_format")
    extractor = usual()
    for _ in range(3):
        extractor.extract(ARTICLE)
    forms = ["tools" if "tools" in request else "schema" for request in server.requests]
    assert forms == ["schema", "tools", "tools", "tools"]
    with pytest.raises(ServerError, match="response_format"):
        usual.read(mode="json_schema")


def test_the_key_goes_to_the_server_and_nowhere_else(
    server: FaultServer, usual: Usual, caplog: pytest.LogCaptureFixture
) -> None:
    server.plays("text=Aster is not JSON", "500", "ok", "text=Borin is not JSON")
    with caplog.at_level(logging.DEBUG):
        extractor = usual()
        extractor.extract(ARTICLE)
        with pytest.raises(BadAnswerError):
            extractor.extract(ARTICLE)
    assert {headers["Authorization"] for headers in server.headers} == {f"Bearer {KEY}"}
    assert KEY not in extractor.engine.fingerprint
    assert KEY not in caplog.text
    assert not [word for word in ("Aster", "Borin", "Rebels") if word in caplog.text]


def test_without_a_count_of_tokens_the_cost_is_not_known(server: FaultServer, usual: Usual) -> None:
    server.plays("no_usage")
    result = usual.read()
    assert (result.record.cost_usd, result.usage.input_tokens) == (None, 0)


def test_an_echo_of_the_article_is_not_passed_on(server: FaultServer, usual: Usual) -> None:
    server.plays(f"echo={ARTICLE.text[:40]}")
    with pytest.raises(ServerError) as raised:
        usual.read()
    assert raised.value.message.endswith("refused the request (status 400)")
