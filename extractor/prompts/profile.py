"""Profiles: the folders under prompts/ that say what kinds of event there are.

Finds a profile by name or path, checks it, and fingerprints its content. Never renders an
article as a template.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import ConfigDict, Field, ValidationError

from extractor.errors import ProfileError
from extractor.schema import WireAnswer
from extractor.schema.base import Record
from extractor.schema.wire import wire_model

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

KindName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Kind(Record):
    """A kind of event; `general` names the kind of the general profile that it counts as."""

    definition: str
    general: str | None = None


class Profile(Record):
    """A domain: its kinds of event and the folder that holds its texts."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))

    name: str
    description: str
    kinds: dict[KindName, Kind] = Field(min_length=1)
    folder: Path = Field(exclude=True)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over the names and contents of all files of the profile, in name order."""
        digest = hashlib.sha256()
        for path in sorted(p for p in self.folder.rglob("*") if p.is_file()):
            name = path.relative_to(self.folder).as_posix().encode()
            content = path.read_bytes()
            digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
        return digest.hexdigest()

    @property
    def tag(self) -> str:
        """Name and short content hash, as it stands in every event: `general@3fa9c1`."""
        return f"{self.name}@{self.content_hash[:6]}"

    def general_kind(self, kind: str) -> str:
        """The kind of the general profile that `kind` counts as."""
        return self.kinds[kind].general or kind

    def wire_model(self) -> type[WireAnswer]:
        """The model of an engine's answer, closed to this profile's kinds."""
        return wire_model(tuple(self.kinds))

    def read(self, name: str) -> str:
        """The text of one of the profile's files. Raises ProfileError where it has none."""
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except OSError as error:
            raise ProfileError(
                f"profile {self.name} cannot read {self.folder / name}: {error.strerror}",
                hint="copy the file from prompts/general",
            ) from None


def prompts_folder() -> Path:
    """Where the bundled profiles are: inside the installed package, else in the checkout."""
    packaged = Path(str(files("extractor"))) / "_prompts"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "prompts"


def profile_names() -> tuple[str, ...]:
    """Names of the bundled profiles."""
    return tuple(sorted(path.parent.name for path in prompts_folder().glob("*/profile.yaml")))


def load_profile(name: str) -> Profile:
    """A bundled profile by name, or any profile folder by its path.

    Raises ProfileError that names the file and what is wrong in it.
    """
    folder = prompts_folder() / name
    if not (folder / "profile.yaml").is_file():
        folder = Path(name)
    path = folder / "profile.yaml"
    if not path.is_file():
        raise ProfileError(
            f"no profile {name!r}",
            hint=f"bundled: {', '.join(profile_names())}; or give a folder with a profile.yaml",
        )
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        profile = Profile.model_validate({**data, "folder": folder})
    except (yaml.YAMLError, ValidationError, TypeError, UnicodeDecodeError) as error:
        raise ProfileError(f"{path}: {error}") from None
    _check_general_kinds(profile, path)
    return profile


def _check_general_kinds(profile: Profile, path: Path) -> None:
    for name in profile.kinds:
        if profile.general_kind(name) not in GENERAL_KINDS:
            raise ProfileError(
                f"{path}: kind {name!r} maps to no kind of the general profile",
                hint=f"set `general:` to one of {', '.join(GENERAL_KINDS)}",
            )
