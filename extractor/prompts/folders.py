"""Where profiles are: the bundled ones by name, any other by the path of its folder."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from extractor.errors import ProfileError
from extractor.prompts.yamlfile import nearest

PROFILE_FILE = "profile.yaml"


def prompts_folder() -> Path:
    """Where the bundled profiles are: inside the installed package, else in the checkout."""
    packaged = Path(str(files("extractor"))) / "_prompts"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "prompts"


def profile_names() -> tuple[str, ...]:
    """Names of the bundled profiles."""
    return tuple(sorted(path.parent.name for path in prompts_folder().glob(f"*/{PROFILE_FILE}")))


def find_profile(name: str) -> Path:
    """The folder of a bundled profile, or the folder that a path names.

    A bare name is a bundled profile's before it is a folder's here. Raises ProfileError with
    the nearest name.
    """
    bundled = profile_names()
    if name in bundled:
        return prompts_folder() / name
    path = Path(name)
    folder = path.parent if path.name == PROFILE_FILE else path
    if name and (folder / PROFILE_FILE).is_file():
        return folder
    if name and folder.is_dir():
        raise ProfileError(
            f"the folder {name} holds no {PROFILE_FILE}",
            hint="copy a bundled profile, see `extractor prompts list`",
        )
    choice = f"bundled: {', '.join(bundled)}; or give a folder with a {PROFILE_FILE}"
    guess = None if os.sep in name else nearest(name, bundled)
    raise ProfileError(f"no profile {name!r}", hint=f"{guess} {choice}" if guess else choice)


def require_inside(folder: Path, path: Path) -> None:
    """Raise ProfileError for a file that is a link out of its profile's folder.

    A profile that somebody else wrote must not send this machine's files to a model. An installer
    may link every file to a store: the folder that `profile.yaml` really is in counts as well.
    """
    file = path.resolve()
    homes = (folder.resolve(), (folder / PROFILE_FILE).resolve().parent)
    if not any(file.is_relative_to(home) for home in homes):
        raise ProfileError(
            f"{path} leads out of the profile's folder", hint="copy the file into the folder"
        )
