"""llama.cpp inside this process: a loaded model that completes conversations.

Opens no network listener and logs nothing: llama.cpp's own log may hold article text. Knows
nothing of articles, and does not wait for anything but the model.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import ConfigurationError, UnknownModelError

_SILENT = -1
_LONGEST_SOCKET_PATH = 100  # characters; the system's own limit is 104 (macOS) or 108 (Linux)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a loaded model holds: `slots` conversations at a time, each of `context` tokens."""

    context: int
    slots: int


@dataclass(slots=True)
class Streamed:
    """What has come of an answer so far.

    `error`: llama.cpp's own error object. `stopped`: the caller ended the answer early.
    """

    text: str = ""
    finish: str | None = None
    usage: dict[str, Any] = field(default_factory=dict)
    error: dict[str, Any] | None = None
    stopped: bool = False

    def add(self, chunk: dict[str, Any]) -> None:
        """Take in one chunk of the stream."""
        self.error = chunk.get("error", self.error)
        self.usage = chunk.get("usage") or self.usage
        for choice in chunk.get("choices", ()):
            self.text += choice.get("delta", {}).get("content") or ""
            self.finish = choice.get("finish_reason") or self.finish


def require_local_extra() -> None:
    """Raise ConfigurationError with the command that installs what is missing."""
    from importlib.util import find_spec

    if find_spec("xllamacpp") is None:
        raise ConfigurationError(
            "a model inside the process needs the extra `local`",
            hint="pip install 'timeline-extractor[local]'",
        )


class LlamaModel:
    """A model in memory. Its methods block; several threads may ask at a time."""

    def __init__(self, path: Path, room: Room) -> None:
        """Load the model. Raises UnknownModelError where llama.cpp cannot."""
        import xllamacpp

        parameters = xllamacpp.CommonParams()
        parameters.model.path = str(path)
        parameters.n_ctx = room.context * room.slots
        parameters.n_parallel = room.slots
        parameters.verbosity = _SILENT
        parameters.offline = True
        parameters.ui = False
        parameters.endpoint_slots = False
        parameters.endpoint_metrics = True
        parameters.n_threads_http = 1
        parameters.cache_ram_mib = 0  # no copies of earlier articles in memory
        parameters.enable_reasoning = 0
        self._server = _start(xllamacpp.Server, parameters, path)
        self._server.handle_metrics()  # answered once its loop runs: freed before, it never ends

    def chat(self, request: dict[str, Any], *, stop: Callable[[], bool]) -> Streamed:
        """Complete a chat request of OpenAI's form; `stop` is asked after each piece.

        Raises ValueError where the request itself cannot be understood.
        """
        streamed = Streamed()

        def take(chunk: dict[str, Any]) -> bool:
            streamed.add(chunk)
            streamed.stopped = stop()
            return streamed.stopped

        streaming = {"stream": True, "stream_options": {"include_usage": True}}
        self._server.handle_chat_completions(
            {**request, **streaming, "return_progress": True}, take
        )
        return streamed


def _start(server: Callable[[Any], Any], parameters: Any, path: Path) -> Any:
    """The running model.

    xllamacpp always listens. It is given a socket file in a folder that only this user may
    enter, and the file is removed at once: nobody can connect, from this machine or another.
    """
    folder = tempfile.mkdtemp()
    try:
        socket = f"{folder}/llama.sock"
        if len(socket) > _LONGEST_SOCKET_PATH:
            raise ConfigurationError(
                "the path of the folder for temporary files is too long for a socket",
                hint="set TMPDIR to a shorter path",
            )
        parameters.hostnames = [socket]
        return server(parameters)
    except RuntimeError:
        raise UnknownModelError(f"llama.cpp cannot load {path}", hint=_why_not(path)) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _why_not(path: Path) -> str:
    """What may be the reason; llama.cpp tells it only on its log."""
    size = path.stat().st_size / 2**30
    return (
        f"too little memory for a file of {size:.1f} GiB and its context, a damaged file, or a"
        " kind of model that this version of xllamacpp does not know or that cannot chat"
    )
