"""What a GGUF file says about itself, read before anything is loaded.

Reads only the header and never the weights: a wrong file is told apart in a millisecond.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3).
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from extractor.errors import UnknownEngineError

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_STRING, _ARRAY = 8, 9
_NUMBERS = {
    0: "<B", 1: "<b", 2: "<H", 3: "<h", 4: "<I", 5: "<i", 6: "<f", 7: "<?", 10: "<Q", 11: "<q",
    12: "<d",
}  # fmt: skip
_MAX_STRING = 1 << 24  # bytes; a chat template has thousands, a damaged length billions
_MAX_ENTRIES = 1 << 16
_PART = re.compile(r"-([0-9]{5})-of-([0-9]{5})\.gguf$")


@dataclass(frozen=True, slots=True)
class ModelHeader:
    """A model's architecture and the context in tokens that it was trained for, if it says so."""

    architecture: str
    context_length: int | None


def read_header(path: Path) -> ModelHeader:
    """The header of a GGUF file. Raises UnknownEngineError for a file that is missing or none."""
    try:
        with path.open("rb") as file:
            return _read(file, path)
    except OSError as error:
        raise UnknownEngineError(
            f"no model can be read at {path}: {error.strerror}",
            hint="write gguf:PATH with the path of a .gguf file",
        ) from None
    except (struct.error, UnicodeDecodeError):
        raise UnknownEngineError(
            f"{path} is damaged or not complete", hint="download or copy the file again"
        ) from None


def model_parts(path: Path) -> tuple[Path, ...]:
    """All files of the model: one, or those of a split one (`NAME-00001-of-00003.gguf`).

    Raises UnknownEngineError where `path` is not the first part, or where a part is missing.
    """
    part = _PART.search(path.name)
    if part is None:
        return (path,)
    number, total = map(int, part.groups())
    stem = path.name[: part.start()]
    parts = tuple(
        path.with_name(f"{stem}-{n:05d}-of-{total:05d}.gguf") for n in range(1, total + 1)
    )
    missing = [file.name for file in parts if not file.is_file()]
    if number != 1 or missing:
        reason = f"without {', '.join(missing)}" if missing else f"not part 1 but part {number}"
        raise UnknownEngineError(
            f"{path} is one part of a split model, {reason}",
            hint="name the first part, with all the others beside it",
        )
    return parts


def hash_files(parts: tuple[Path, ...]) -> str:
    """SHA-256 of a model's files, in their order. Every byte is read, once in a process."""
    return _hash(tuple((part, part.stat().st_size, part.stat().st_mtime_ns) for part in parts))


@cache
def _hash(parts: tuple[tuple[Path, int, int], ...]) -> str:
    """The hash of one file is its own; size and time of change are there to tell a changed one."""
    digests = []
    for path, _size, _changed in parts:
        with path.open("rb") as file:
            digests.append(hashlib.file_digest(file, "sha256").hexdigest())
    return (
        digests[0] if len(digests) == 1 else hashlib.sha256("".join(digests).encode()).hexdigest()
    )


def _read(file: BinaryIO, path: Path) -> ModelHeader:
    if file.read(len(_MAGIC)) != _MAGIC:
        raise UnknownEngineError(
            f"{path} is not a GGUF file", hint="convert the model to GGUF, or name another file"
        )
    version, _tensors, entries = struct.unpack("<IQQ", file.read(20))
    if version not in _VERSIONS or entries > _MAX_ENTRIES:
        raise UnknownEngineError(
            f"{path} is a GGUF file of a version that is not known", hint="convert the model anew"
        )
    values: dict[str, object] = {}
    for _ in range(entries):
        key = _string(file)
        values[key] = _value(file, struct.unpack("<I", file.read(4))[0])
        architecture = values.get("general.architecture")
        length = values.get(f"{architecture}.context_length")
        if isinstance(architecture, str) and isinstance(length, int):
            return ModelHeader(architecture, length)
    architecture = values.get("general.architecture")
    if not isinstance(architecture, str):
        raise UnknownEngineError(f"{path} holds no model", hint="name a .gguf file with weights")
    return ModelHeader(architecture, None)


def _string(file: BinaryIO) -> str:
    (length,) = struct.unpack("<Q", file.read(8))
    if length > _MAX_STRING:
        raise struct.error("a length beyond all measure")
    raw = file.read(length)
    if len(raw) != length:
        raise struct.error("the file ends inside a text")
    return raw.decode("utf-8")


def _value(file: BinaryIO, kind: int) -> object:
    """A text or a number; of a list only that it is one."""
    if kind == _STRING:
        return _string(file)
    if kind == _ARRAY:
        _skip_list(file)
        return None
    if kind not in _NUMBERS:
        raise struct.error("a kind of value that GGUF does not have")
    form = _NUMBERS[kind]
    return struct.unpack(form, file.read(struct.calcsize(form)))[0]


def _skip_list(file: BinaryIO) -> None:
    kind, count = struct.unpack("<IQ", file.read(12))
    if kind in _NUMBERS:
        file.seek(count * struct.calcsize(_NUMBERS[kind]), 1)
        return
    for _ in range(min(count, _MAX_STRING)):
        _value(file, kind)
