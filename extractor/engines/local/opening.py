"""From `gguf:PATH` and the user's options to an engine, before any weight is loaded."""

from __future__ import annotations

from pathlib import Path

from extractor.engines.llm.engine import LlmEngine
from extractor.engines.llm.pricing import price_by
from extractor.engines.local.completer import TEMPERATURE, LocalCompleter
from extractor.engines.local.header import hash_files, model_parts, read_header
from extractor.engines.local.llama import Room, require_local_extra
from extractor.engines.options import EngineOptions
from extractor.errors import UnknownEngineError

PREFIX = "gguf:"

SLOTS = 2
"""Articles that are read at a time: two share each pass over the weights, and each has its own
context in memory."""

_FREE = (0.0, 0.0)  # USD: nobody is paid, unless the user says what the machine costs


def open_local(path: str, options: EngineOptions) -> LlmEngine:
    """The engine of a GGUF file. The model itself is loaded when the first article asks for it.

    Raises UnknownEngineError for a file that is none, ConfigurationError without the extra.
    """
    if not path:
        raise UnknownEngineError("gguf: names no file", hint="write gguf:PATH with a .gguf file")
    require_local_extra()
    file = Path(path).expanduser()
    header = read_header(file)
    parts = model_parts(file)
    context = min(options.context, header.context_length or options.context)
    return LlmEngine(
        f"{PREFIX}{path}",
        LocalCompleter(file, room=Room(context=context, slots=SLOTS), timeout=options.timeout),
        parameters={
            "model": hash_files(parts),
            "context": context,
            "temperature": TEMPERATURE,
        },
        max_tokens=options.max_tokens,
        price=price_by(provider=None, model=path, price=options.price or _FREE),
    )
