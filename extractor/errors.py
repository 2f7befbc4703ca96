"""Every error this project raises on purpose, as one tree.

ExtractorError
├── ConfigurationError     the command or its settings cannot work       (exit code 2)
│   ├── ProfileError       a profile folder is missing or wrong
│   ├── UnknownEngineError the engine's name leads nowhere
│   ├── RunError           the run folder cannot be used as asked
│   └── CorpusError        a corpus folder or a label file is wrong
├── NoInputError           no article matched                            (exit code 5)
├── InputError             one article cannot be read                    (its record fails: 3)
└── EngineError            an engine could not answer for one article    (its record fails: 3)

A message says what happened and to what; `hint` says what to do about it. `kind` is the word that
stands in `error.kind` of an article's record.
"""

from __future__ import annotations


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
    retryable = False
