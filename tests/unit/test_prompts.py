from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import ProfileError
from extractor.prompts import GENERAL_KINDS, load_profile, profile_names

PROFILE = """
name: floods
description: Floods and what they do.
kinds:
  levee_breach: {definition: "A dam or levee gives way.", general: disaster}
  statement: {definition: "Speaking is itself the news."}
"""


def write_profile(folder: Path, content: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "profile.yaml").write_text(content, encoding="utf-8")
    return str(folder)


def test_general_has_the_sixteen_kinds_each_with_a_definition() -> None:
    profile = load_profile("general")
    assert tuple(profile.kinds) == GENERAL_KINDS
    assert all(kind.definition.endswith(".") for kind in profile.kinds.values())
    assert profile_names() == ("general",)


def test_a_folder_is_a_profile(tmp_path: Path) -> None:
    profile = load_profile(write_profile(tmp_path, PROFILE))
    assert profile.general_kind("levee_breach") == "disaster"
    assert profile.general_kind("statement") == "statement"
    assert profile.tag == f"floods@{profile.content_hash[:6]}"


def test_the_hash_is_of_the_content_not_of_the_place(tmp_path: Path) -> None:
    one = load_profile(write_profile(tmp_path / "one", PROFILE)).content_hash
    two = load_profile(write_profile(tmp_path / "two", PROFILE)).content_hash
    (tmp_path / "two" / "lexicon.yaml").write_text("triggers: {}", encoding="utf-8")
    assert one == two != load_profile(str(tmp_path / "two")).content_hash


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("name: [", "profile.yaml"),
        ("- a list", "profile.yaml"),
        ("name: x\ndescription: y\nkinds: {}", "kinds"),
        ("name: x\ndescription: y\nkinds: {Bad Name: {definition: z}}", "kinds"),
        (PROFILE + "colour: blue", "colour"),
        (PROFILE.replace("general: disaster", "general: floods"), "levee_breach"),
        (PROFILE.replace(", general: disaster", ""), "general:"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(ProfileError) as error:
        load_profile(write_profile(tmp_path, content))
    assert str(tmp_path / "profile.yaml") in str(error.value)
    assert words in str(error.value)


def test_a_missing_profile_lists_those_there_are() -> None:
    with pytest.raises(ProfileError, match=r"no profile 'nowhere' .*bundled: general"):
        load_profile("nowhere")


def test_a_missing_file_of_a_profile_is_named(tmp_path: Path) -> None:
    profile = load_profile(write_profile(tmp_path, PROFILE))
    with pytest.raises(ProfileError, match=r"lexicon\.yaml.*copy the file"):
        profile.read("lexicon.yaml")
