"""Profiles: the folders that say what kinds of event there are and how an engine is asked.

Reads a profile, checks it, and fingerprints its content. Never renders an article as a template.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import ConfigDict, Field

from extractor.errors import ProfileError
from extractor.prompts.fields import CleanDetails, ExtraField, clean_details, details_model
from extractor.prompts.folders import (
    PROFILE_FILE,
    find_profile,
    profile_names,
    prompts_folder,
    require_inside,
)
from extractor.prompts.yamlfile import Finding, YamlFile, nearest, read_yaml
from extractor.schema import WireAnswer
from extractor.schema.base import Record
from extractor.schema.wire import wire_model

if TYPE_CHECKING:
    from extractor.prompts.rendering import Prompt

GENERAL_KINDS = (
    "territory",
    "clash",
    "attack",
    "protest",
    "diplomacy",
    "politics",
    "justice",
    "disaster",
    "accident",
    "economy",
    "health",
    "science",
    "crime",
    "movement",
    "statement",
    "other",
)
"""The kinds of the profile `general`; every other profile maps each of its kinds to one."""

CONTENT_SUFFIXES = (".yaml", ".j2")
"""Files that a profile consists of; notes, hidden files and editors' backups are not among them."""

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Kind(Record):
    """A kind of event; `general` names the kind of the general profile that it counts as."""

    definition: Annotated[str, Field(min_length=1)]
    general: str | None = None


class ProfileFile(Record):
    """`profile.yaml` as it stands in the file.

    `guidance`: what an engine is told about choosing kinds, beside their definitions.
    """

    name: Annotated[str, Field(pattern=r"^[^\s@]+$")] | None = None
    description: str
    guidance: str | None = None
    kinds: dict[Name, Kind] = Field(min_length=1)
    fields: dict[Name, ExtraField] = Field(default_factory=dict)


KEYS = frozenset(key for model in (ProfileFile, Kind, ExtraField) for key in model.model_fields)


class Profile(Record):
    """A domain: its kinds of event, its extra fields, and the folder that holds its texts."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    name: str
    description: str
    guidance: str | None = None
    kinds: dict[Name, Kind] = Field(min_length=1)
    fields: dict[Name, ExtraField] = Field(default_factory=dict)
    folder: Path = Field(exclude=True)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over the names and contents of the profile's files, in name order."""
        digest = hashlib.sha256()
        for path in sorted(_content_files(self.folder)):
            name = path.relative_to(self.folder).as_posix().encode()
            content = path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
        return digest.hexdigest()

    @property
    def tag(self) -> str:
        """Name and short content hash, as it stands in every event: `general@3fa9c1`."""
        return f"{self.name}@{self.content_hash[:6]}"

    @cached_property
    def prompt(self) -> Prompt:
        """The compiled templates. Raises ProfileError where one of them is wrong."""
        from extractor.prompts.rendering import compile_prompt  # Jinja is loaded only to render

        return compile_prompt(self)

    @cached_property
    def _wire_model(self) -> type[WireAnswer]:
        return wire_model(tuple(self.kinds), details_model(self.fields))

    def wire_model(self) -> type[WireAnswer]:
        """The model of an engine's answer, closed to this profile's kinds and fields."""
        return self._wire_model

    def general_kind(self, kind: str) -> str:
        """The kind of the general profile that `kind` counts as."""
        return self.kinds[kind].general or kind

    def clean_details(self, details: Mapping[str, Any]) -> CleanDetails:
        """An answer's extra fields as the profile admits them, and what was left out."""
        return clean_details(self.fields, details)

    def read(self, name: str) -> str:
        """The text of one of the profile's files. Raises ProfileError where it has none."""
        require_inside(self.folder, self.folder / name)
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except OSError as error:
            raise ProfileError(
                f"profile {self.name} cannot read {self.folder / name}: {error.strerror}",
                hint="copy the file from prompts/general",
            ) from None
        except UnicodeDecodeError:
            raise ProfileError(
                f"{self.folder / name} is not UTF-8 text", hint="save it as UTF-8"
            ) from None


def load_profile(name: str) -> Profile:
    """A bundled profile by name, or any profile folder by its path.

    Raises ProfileError that names file, line, what is wrong and what to do.
    """
    return read_profile(find_profile(name))


def read_profile(folder: Path) -> Profile:
    """The profile in a folder. Raises ProfileError as `load_profile` does."""
    file = read_yaml(folder / PROFILE_FILE)
    content = file.read(ProfileFile, KEYS)
    for finding in find_unmapped(content, file):
        raise finding.error()
    name = _name(content.name, folder)
    return Profile(folder=folder, **{**dict(content), "name": name})


def find_unmapped(content: ProfileFile, file: YamlFile) -> Iterator[Finding]:
    """Kinds that count as no kind of the general profile."""
    for name, kind in content.kinds.items():
        general = kind.general or name
        if general not in GENERAL_KINDS:
            message = f"kind {name!r} maps to no kind of the general profile"
            guess = nearest(general, GENERAL_KINDS)
            remedy = f"set `general:` to one of {', '.join(GENERAL_KINDS)}"
            remedy = f"{guess} {remedy}" if guess else remedy
            yield file.finding(("kinds", name, "general"), message, remedy)


def _name(name: str | None, folder: Path) -> str:
    """The name in the file; the folder's where there is none or it is a bundled profile's.

    So a fresh copy of a bundled profile never passes for the original.
    """
    folder = folder.resolve()
    if name is None or (name in profile_names() and folder != (prompts_folder() / name).resolve()):
        return "-".join(folder.name.replace("@", "-").split()) or "profile"
    return name


def _content_files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.name.endswith(CONTENT_SUFFIXES) and path.is_file():
            yield path
