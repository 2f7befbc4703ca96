"""Every error this project raises on purpose, as one tree.

ExtractorError
├── ConfigurationError     the command or its settings cannot work       (exit code 2)
│   ├── ProfileError       a profile folder is missing or wrong
│   ├── UnknownEngineError the engine's name leads nowhere
│   ├── RunError           the run folder cannot be used as asked
│   └── CorpusError        a corpus folder or a label file is wrong
├── OutputError            what was found cannot be written              (1)
├── NoInputError           no article matched                            (exit code 5)
├── InputError             one article cannot be read                    (its record fails: 3)
└── EngineError            an engine could not answer for one article    (its record fails: 3)
    ├── TimedOutError      the model did not answer in time
    ├── RateLimitedError   the server still says "too many requests" after all retries
    ├── ServerError        the server failed (5xx) or refused the request (400)
    ├── RefusedError       the model refused to answer
    ├── FilteredError      the provider's content filter stopped the answer
    ├── TruncatedError     the answer broke off and nothing of it can be kept
    ├── BadAnswerError     the answer is not what was asked for, also after the re-ask
    ├── ReplayStaleError   no recorded answer for this article, or its line table is missing
    └── StopError          no article will fare better: the run stops  (4; before any answer: 2)
        ├── UnreachableError    nobody listens where the model's server should be
        ├── BadKeyError    the key is missing, wrong or revoked
        ├── UnknownModelError   the server has no such model
        └── QuotaError     the account's quota is used up

A message says what happened and to what; `hint` says what to do about it. `kind` is the word that
stands in `error.kind` of an article's record.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any


class ExtractorError(Exception):
    """Base of all errors raised on purpose; anything else is a bug."""

    kind = "error"
    exit_code = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class ConfigurationError(ExtractorError):
    """The command or its settings cannot work; nothing was done."""

    kind = "configuration"
    exit_code = 2


class ProfileError(ConfigurationError):
    """A profile folder is missing, incomplete or wrong."""

    kind = "profile"


class UnknownEngineError(ConfigurationError):
    """The engine's name leads nowhere."""

    kind = "unknown_engine"


class RunError(ConfigurationError):
    """The run folder cannot be used as asked: no run, another run's, or in use."""

    kind = "run"


class CorpusError(ConfigurationError):
    """A corpus folder or one of its label files is wrong."""

    kind = "corpus"


class OutputError(ExtractorError):
    """What was found cannot be written: the disk is full, or was taken away."""

    kind = "output"


class NoInputError(ExtractorError):
    """No article matched the inputs."""

    kind = "no_input"
    exit_code = 5


class InputError(ExtractorError):
    """One article cannot be read; the others go on."""

    kind = "input"
    exit_code = 3


class EngineError(ExtractorError):
    """An engine could not answer for one article; the others go on."""

    kind = "engine"
    exit_code = 3
    spent: Mapping[str, Any] = MappingProxyType({})
    """Fields of the article's record that hold all the same: what was paid, what was dropped."""


class TimedOutError(EngineError):
    """The model did not answer in time."""

    kind = "timeout"


class RateLimitedError(EngineError):
    """The server still asks for fewer requests after all retries."""

    kind = "rate_limited"


class ServerError(EngineError):
    """The server failed, or refused the request as it is."""

    kind = "server"


class RefusedError(EngineError):
    """The model refused to answer."""

    kind = "refused"


class FilteredError(EngineError):
    """The provider's content filter stopped the answer."""

    kind = "content_filter"


class TruncatedError(EngineError):
    """The answer broke off at its length limit and nothing of it can be kept."""

    kind = "truncated"


class BadAnswerError(EngineError):
    """The answer is not what was asked for, also after the re-ask."""

    kind = "bad_answer"


class ReplayStaleError(EngineError):
    """A recorded answer, or the line table that it was given against, is missing."""

    kind = "replay_stale"


class StopError(EngineError):
    """No article will fare better: the run stops and can be resumed."""

    kind = "stopped"
    exit_code = 4


class UnreachableError(StopError):
    """Nobody listens where the model's server should be."""

    kind = "unreachable"


class BadKeyError(StopError):
    """The key is missing, wrong or revoked."""

    kind = "bad_key"


class UnknownModelError(StopError):
    """The server has no such model."""

    kind = "unknown_model"


class QuotaError(StopError):
    """The account's quota is used up."""

    kind = "quota"
