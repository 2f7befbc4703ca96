"""A YAML file of a profile, with the line of each of its keys, so that an error can name it.

Dates stay text, and a key that stands twice is an error. Knows nothing of profiles.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from extractor.errors import ProfileError

Place = Sequence[int | str]
"""Keys and positions that lead to a value: `("kinds", "attack", "definition")`."""

ModelT = TypeVar("ModelT", bound=BaseModel)

_TIMESTAMP = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a file of a profile: where, what, and what to do about it.

    `line` is counted from 1, and 0 where no line can be told.
    """

    path: Path
    line: int
    message: str
    remedy: str | None = None

    @property
    def where(self) -> str:
        """File and line, as an editor's user reads them."""
        return f"{self.path}, line {self.line}" if self.line else str(self.path)

    def __str__(self) -> str:
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.where}: {self.message}{remedy}"

    def error(self) -> ProfileError:
        """The same as an error that ends the command."""
        return ProfileError(f"{self.where}: {self.message}", hint=self.remedy)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # C where built
    """Reads plain data; a date stays the text that it is, as an EDTF date has to be."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # the name and the type that yaml reads
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a YAML file, and where each part of it stands."""

    path: Path
    data: Any
    _root: yaml.Node | None

    def line(self, place: Place = ()) -> int:
        """Line of the value that `place` leads to, or of the nearest that there is."""
        node, line = self._root, 1
        for step in place:
            found = _child(node, step)
            if found is None:
                return line
            node, line = found
        return line

    def finding(self, place: Place, message: str, remedy: str | None = None) -> Finding:
        """A finding at the line of a value."""
        return Finding(self.path, self.line(place), message, remedy)

    def findings(
        self, error: ValidationError, keys: Collection[str], place: Place = ()
    ) -> Iterator[Finding]:
        """What a check of the data found, each with its line and a remedy.

        Unknown keys come first: a key that is missing is often one of them, misspelt.

        `keys`: the keys that such a file may hold. `place`: where the data that was checked
        stands in the file.
        """
        problems = error.errors(include_url=False)
        for details in sorted(problems, key=lambda found: found["type"] != "extra_forbidden"):
            message, remedy = _explain(details, keys)
            yield self.finding((*place, *details["loc"]), message, remedy)

    def read(self, model: type[ModelT], keys: Collection[str]) -> ModelT:
        """The whole file as `model`. Raises ProfileError with the first thing that is wrong."""
        try:
            return model.model_validate(self.data)
        except ValidationError as error:
            raise next(self.findings(error, keys)).error() from None


def read_yaml(path: Path) -> YamlFile:
    """Read one file. Raises ProfileError with file, line and what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Finding(path, 0, f"cannot be read: {error.strerror}").error() from None
    except UnicodeDecodeError:
        raise Finding(path, 0, "is not UTF-8 text", "save it as UTF-8").error() from None
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        for node, key in _repeated_keys(root):
            line = node.start_mark.line + 1
            raise Finding(path, line, f"key {key!r} stands twice", "keep one of them").error()
        return YamlFile(path, loader.construct_document(root) if root else None, root)
    except yaml.YAMLError as error:
        raise _yaml_finding(path, text, error).error() from None
    except RecursionError:
        raise Finding(path, 0, "is nested too deeply, or holds itself").error() from None
    except (ValueError, TypeError) as error:  # a value that YAML reads, and Python cannot hold
        raise Finding(path, 0, f"is not YAML: {error}").error() from None
    finally:
        loader.dispose()


def nearest(word: str, words: Collection[str]) -> str | None:
    """`did you mean …?` for a word that is not in a closed list, or None."""
    found = difflib.get_close_matches(word, list(words), n=1)
    return f"did you mean {found[0]!r}?" if found else None


def _child(node: yaml.Node | None, step: int | str) -> tuple[yaml.Node, int] | None:
    """The node one step further, and the line that it begins on."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        return item, item.start_mark.line + 1
    return None


def _repeated_keys(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, str]]:
    """Keys that stand twice in one mapping: YAML would silently keep the last."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated_keys(item)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    yield key, key.value
                seen.add(key.value)
            yield from _repeated_keys(value)


def _yaml_finding(path: Path, text: str, error: yaml.YAMLError) -> Finding:
    if not isinstance(error, yaml.MarkedYAMLError):
        return Finding(path, 0, f"is not YAML: {error}")
    mark = error.problem_mark or error.context_mark
    words = ", ".join(part for part in (error.context, error.problem) if part)
    last = max(len(text.splitlines()), 1)  # what is missing at the end is told of the line after
    return Finding(path, min(mark.line + 1, last) if mark else 0, f"is not YAML: {words}")


def _explain(details: ErrorDetails, keys: Collection[str]) -> tuple[str, str | None]:
    """What pydantic found, in the words of somebody who edits the file, and a remedy."""
    place = [str(part) for part in details["loc"] if part != "[key]"]
    name, given, kind = ".".join(place) or "the file", details["input"], details["type"]
    if kind == "extra_forbidden":
        guess = nearest(place[-1], keys)
        return f"unknown key {place[-1]!r}", guess or "remove it, or see docs/profiles.md"
    if kind == "missing":
        return f"key {place[-1]!r} is missing", "add it"
    if kind == "literal_error":
        expected = details["ctx"]["expected"]
        choices = re.findall(r"'([^']*)'", expected)
        return f"{name}: {given!r} is none of {expected}", nearest(str(given), choices)
    if kind == "string_type" and isinstance(given, bool | int | float):
        return f"{name}: {given!r} is not text", f'write it in quotes: "{given}"'
    if kind in ("model_type", "dict_type") and not isinstance(given, Mapping):
        return f"{name}: should hold keys with values", "see docs/profiles.md"
    if kind == "string_pattern_mismatch" and details["loc"][-1] == "[key]":
        return f"{name}: not a name", "small letters a to z, digits and _, a letter first"
    return f"{name}: {details['msg'].removeprefix('Value error, ')}", None
