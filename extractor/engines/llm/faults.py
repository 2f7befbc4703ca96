"""What went wrong at a model's server, in this project's own errors.

Messages name the server (host:port), the status and the server's short code. They hold neither
keys nor headers, and the server's own words only where they repeat nothing of the article.
"""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.errors import (
    BadKeyError,
    EngineError,
    FilteredError,
    QuotaError,
    RateLimitedError,
    ServerError,
    TimedOutError,
    UnknownModelError,
    UnreachableError,
)

MAX_RETRY_AFTER = 120.0
"""Seconds. A server that asks for a longer pause is not waited for (the openai client's limit)."""

_QUOTED = 200  # characters of the server's own message that are shown
_READ = 400  # characters of it that are searched for what it rejects; what follows may be an echo
_WINDOW = 24  # characters: a run of this length that the article holds too is an echo of it
_CODE = re.compile(r"[A-Za-z0-9_.\-]{1,60}")
_CONTEXT = re.compile(r"context.{0,20}(length|size|window)|maximum context|too many tokens", re.I)
_FORM_WORDS = ("response_format", "json_schema", "json_object")
"""llama-cpp-python's server rejects a form with status 500; other words may stand in any crash."""

_FILTER_CODES = frozenset({"content_filter", "content_policy_violation", "ResponsibleAIPolicy"})
_QUOTA_CODES = frozenset({"insufficient_quota", "billing_not_active", "billing_hard_limit_reached"})


class Fault(Exception):  # noqa: N818  # a report on a call; the error is inside it
    """One call that failed: the error for the user, and what the caller may do about it.

    `retry`: the same call may succeed later. `wait`: seconds that the server asked for.
    `rejection`: the server's words about a request that it does not accept as it is.
    """

    def __init__(
        self,
        error: EngineError,
        *,
        retry: bool = False,
        wait: float | None = None,
        rejection: str | None = None,
    ) -> None:
        super().__init__(error.kind)
        self.error = error
        self.retry = retry
        self.wait = wait
        self.rejection = rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """The server that is asked, as messages call it.

    `place` is host:port, `key_variable` the variable that the key was looked up in.
    """

    place: str
    model: str
    key_variable: str
    timeout: float = 120.0

    def dropped(self) -> Fault:
        """The connection ended before the answer did."""
        message = f"{self.place} closed the connection before it had answered"
        return Fault(ServerError(message, hint="see the server's own log"), retry=True)

    def unreachable(self) -> Fault:
        """Nobody listens there, or the name is unknown."""
        hint = "is the server running, and is --base-url right?"
        return Fault(UnreachableError(f"cannot connect to {self.place}", hint=hint), retry=True)

    def timed_out(self) -> Fault:
        """The answer took longer than the timeout."""
        message = f"{self.place} did not answer within {self.timeout:g} s"
        return Fault(TimedOutError(message, hint="allow more with --timeout"), retry=True)

    def not_json(self) -> Fault:
        """A page or a text came with status 200: most likely not the API's address."""
        message = f"{self.place} answered with something that is not JSON"
        return Fault(ServerError(message, hint="does --base-url end where the API does (…/v1)?"))

    def empty(self) -> Fault:
        """A completion without any choice."""
        message = f"{self.place} answered without a choice"
        return Fault(ServerError(message, hint="see the server's own log"), retry=True)

    def filtered(self) -> EngineError:
        """The provider's content filter stepped in."""
        message = f"the content filter of {self.place} stopped the answer"
        return FilteredError(message, hint="ask another model; the article itself may be the cause")

    def status_fault(
        self,
        status: int,
        body: object,
        *,
        headers: Mapping[str, str] | None = None,
        article: str = "",
        key: str = "",
    ) -> Fault:
        """The fault for an HTTP status and the error object of its body.

        `article` and `key`: what no message may repeat.
        """
        code, words = _code(body), _words(body)
        if status in (401, 403):
            return Fault(self._bad_key(status))
        if status == 429:
            return self._limited(code, headers or {})
        if code in _FILTER_CODES:
            return Fault(self.filtered())
        if status == 404:
            return Fault(self._unknown_model())
        if status in (400, 413, 422) and (
            code == "context_length_exceeded" or _CONTEXT.search(words)
        ):
            return Fault(self._too_long(status), rejection=words[:_READ])
        error = self._refused_request(status, code, _quotable(words, article, key))
        if status < 500 or any(word in words for word in _FORM_WORDS):
            return Fault(error, retry=status in (408, 409), rejection=words[:_READ])
        wait = retry_after(headers or {})
        return Fault(error, retry=(wait or 0.0) <= MAX_RETRY_AFTER, wait=wait)

    def _bad_key(self, status: int) -> EngineError:
        message = f"{self.place} refused the key (status {status})"
        return BadKeyError(
            message, hint=f"check ${self.key_variable}, or name another variable with --api-key-env"
        )

    def _limited(self, code: str, headers: Mapping[str, str]) -> Fault:
        if code in _QUOTA_CODES:
            message = f"the account's quota at {self.place} is used up ({code})"
            return Fault(
                QuotaError(message, hint="raise the limit or wait, then go on with the run")
            )
        wait = retry_after(headers)
        message = f"{self.place} still asks for fewer requests (status 429)"
        error = RateLimitedError(message, hint="fewer at a time (-j), more --retries, or later")
        return Fault(error, retry=wait is None or wait <= MAX_RETRY_AFTER, wait=wait)

    def _unknown_model(self) -> EngineError:
        message = f"{self.place} has no model {self.model!r}, or no API there (status 404)"
        hint = "check the name after the first slash of -m, and that --base-url ends in …/v1"
        return UnknownModelError(message, hint=hint)

    def _too_long(self, status: int) -> EngineError:
        message = f"the article is too long for the context of {self.model!r} (status {status})"
        return ServerError(message, hint="use a model or a server setting with a larger context")

    def _refused_request(self, status: int, code: str, said: str) -> EngineError:
        told = f": {said}" if said else f" ({code})" if code else ""
        if status >= 500:
            hint = "the server's fault: try again with --retry-failed"
        else:
            hint = "another --mode may help; see the server's own log"
        verb = "failed" if status >= 500 else "refused the request"
        return ServerError(f"{self.place} {verb} (status {status}){told}", hint=hint)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that the headers ask to wait: milliseconds, seconds or an HTTP date; else None."""
    for name, divisor in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) / divisor
        except (KeyError, ValueError):
            continue
        return max(seconds, 0.0) if seconds == seconds else None  # NaN is no number of seconds
    moment = email.utils.parsedate_tz(headers.get("retry-after", ""))
    return max(email.utils.mktime_tz(moment) - time.time(), 0.0) if moment else None


def _error_object(body: object) -> dict[str, Any]:
    if isinstance(body, list) and body:  # Gemini's form wraps it in a list
        body = body[0]
    inner = body.get("error", body) if isinstance(body, dict) else None
    return inner if isinstance(inner, dict) else {"message": inner} if inner else {}


def _code(body: object) -> str:
    """The server's short word for the error: its code, else its type."""
    error = _error_object(body)
    for key in ("code", "type"):
        if isinstance(error.get(key), str) and _CODE.fullmatch(error[key]):
            return str(error[key])
    return ""


def _words(body: object) -> str:
    """What the server says, with the parameter that it names."""
    error = _error_object(body)
    words = error.get("message") or error.get("detail") or ""
    parameter = error.get("param")
    said = words if isinstance(words, str) else str(words)
    return f"{said} (parameter {parameter})" if isinstance(parameter, str) else said


def _quotable(words: str, article: str, key: str) -> str:
    """The first characters of the server's message; nothing where it repeats article or key."""
    shown = " ".join(words.split())[:_QUOTED]
    if (key and key in shown) or "\\u" in shown or "\\x" in shown:
        return ""
    text = " ".join(article.split())
    runs = (shown[n : n + _WINDOW] for n in range(max(len(shown) - _WINDOW, 0) + 1))
    return "" if any(run in text for run in runs) else shown
