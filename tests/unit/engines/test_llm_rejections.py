from __future__ import annotations

import email.utils
import time

import pytest

from extractor.engines.llm.dialect import Dialect
from extractor.engines.llm.faults import Server, retry_after

SERVER = Server(place="host:80", model="tiny", key_variable="THE_KEY")
ARTICLE = "The mayor of Corva said that the bridge over the Lune had been closed since Monday."


@pytest.mark.parametrize(
    ("status", "body", "kind", "retry"),
    [
        (400, {"error": {"message": "no"}}, "server", False),
        (400, "no", "server", False),
        (400, None, "server", False),
        (400, {"error": {"message": "x", "code": "content_filter"}}, "content_filter", False),
        (400, {"error": {"message": "too many tokens"}}, "server", False),
        (401, {}, "bad_key", False),
        (403, {}, "bad_key", False),
        (404, {"detail": "Not Found"}, "unknown_model", False),
        (408, {}, "server", True),
        (409, {}, "server", True),
        (413, {}, "server", False),
        (422, {"detail": [{"msg": "bad"}]}, "server", False),
        (429, {"error": {"code": "rate_limit_exceeded"}}, "rate_limited", True),
        (429, {"error": {"type": "insufficient_quota"}}, "quota", False),
        (429, [{"error": {"code": 429, "message": "slow down"}}], "rate_limited", True),
        (500, {}, "server", True),
        (529, {}, "server", True),
    ],
)
def test_each_status_is_an_error_of_its_own(
    status: int, body: object, kind: str, retry: bool
) -> None:
    fault = SERVER.status_fault(status, body)
    assert (fault.error.kind, fault.retry) == (kind, retry)
    assert fault.error.hint


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
    ],
)
def test_how_long_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers) == seconds


def test_an_http_date_is_waited_for() -> None:
    moment = email.utils.formatdate(time.time() + 60, usegmt=True)
    assert retry_after({"retry-after": moment}) == pytest.approx(60, abs=2)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Invalid value for `seed`", True),
        ("x" * 500, True),
        (f"cannot parse: {ARTICLE}", False),
        (f"cannot parse: {ARTICLE[20:50]}", False),
        (f"cannot parse: {ARTICLE[:30]!r} at 3", False),
        ("key sk-secret is not valid here", False),
        ("input '\\u0421\\u0432\\u043e'", False),
    ],
)
def test_the_server_s_words_are_shown_where_they_repeat_nothing(words: str, shown: bool) -> None:
    body = {"error": {"message": words, "code": "invalid"}}
    told = SERVER.status_fault(400, body, article=ARTICLE, key="sk-secret").error.message
    said = words[:200] if shown else "(invalid)"
    assert said in told
    assert len(told) < 300
    assert "sk-secret" not in told


@pytest.mark.parametrize(
    ("words", "mode", "limit", "temperature"),
    [
        ("Unsupported value: 'temperature' does not support 0", "json_schema", "max_tokens", None),
        (
            "'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
            "json_schema",
            "max_completion_tokens",
            0.0,
        ),
        ("max_tokens is too large: 8192", "json_schema", None, 0.0),
        ("response_format is unavailable now", "tools", "max_tokens", 0.0),
        ("Invalid schema: pattern", "tools", "max_tokens", 0.0),
    ],
)
def test_what_a_server_names_is_left_out(
    words: str, mode: str, limit: str | None, temperature: float | None
) -> None:
    learned = Dialect(mode="json_schema").learn(words)
    assert learned is not None
    assert (learned.mode, learned.limit_key, learned.temperature) == (mode, limit, temperature)


def test_what_names_nothing_teaches_nothing() -> None:
    assert Dialect(mode="json_schema").learn("Bad request") is None
    assert Dialect(mode="json_schema", fixed_mode=True).learn("response_format") is None
    assert Dialect(mode="md_json").learn("no tools") is None


def test_learning_ends() -> None:
    words = "temperature max_tokens max_completion_tokens response_format tools"
    learned, steps = Dialect(mode="json_schema"), 0
    while (more := learned.learn(words)) is not None:
        learned, steps = more, steps + 1
    assert steps == 6
    assert (learned.mode, learned.limit_key, learned.temperature) == ("md_json", None, None)


def test_a_server_error_that_names_the_form_is_a_rejection() -> None:
    told = {"error": {"message": "Input should be 'text' or 'json_object'"}}
    fault = SERVER.status_fault(500, told)
    assert fault.rejection is not None
    assert not fault.retry
    assert SERVER.status_fault(500, {"error": {"message": "a function crashed"}}).rejection is None
