from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.prompts import prompts_folder

CopyProfile = Callable[..., Path]


@pytest.fixture
def copy_profile(tmp_path: Path) -> CopyProfile:
    """Copies a bundled profile and replaces words in one of its files."""

    def copy(file: str = "", old: str = "", new: str = "", *, profile: str = "general") -> Path:
        folder = tmp_path / "floods"
        shutil.copytree(prompts_folder() / profile, folder, dirs_exist_ok=True)
        if file:
            text = (folder / file).read_text(encoding="utf-8")
            assert old in text
            (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return copy
