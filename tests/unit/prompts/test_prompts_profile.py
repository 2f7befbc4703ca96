from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import ProfileError
from extractor.prompts import GENERAL_KINDS, load_profile, profile_names
from tests.unit.prompts.conftest import CopyProfile

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
    assert profile_names() == ("conflict", "general")


def test_conflict_has_the_25_sub_event_types_of_acled_and_what_the_news_has_beside_them() -> None:
    profile = load_profile("conflict")
    names = list(profile.kinds)
    assert (names[0], names[24]) == ("government_regains_territory", "other")
    assert names[25:] == [
        "diplomacy",
        "politics",
        "justice",
        "humanitarian",
        "statement",
        "unrelated",
    ]
    mapped = [profile.general_kind(name) for name in names[:3]]
    assert mapped == ["territory", "territory", "clash"]
    assert all(kind.definition.endswith(".") for kind in profile.kinds.values())


@pytest.mark.parametrize("name", ["general", "conflict"])
def test_casualties_are_ranges_in_both_profiles(name: str) -> None:
    fields = load_profile(name).fields
    assert [fields[field].type for field in ("killed", "injured")] == ["range", "range"]


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
    ("content", "line", "message", "remedy"),
    [
        ("name: [", 1, "is not YAML: while parsing a flow node", None),
        ("- a list", 1, "the file: should hold keys with values", "docs/profiles.md"),
        ("", 1, "the file: should hold keys with values", "docs/profiles.md"),
        ("name: x\ndescription: y", 1, "key 'kinds' is missing", "add it"),
        ("name: x\ndescription: y\nkinds: {}", 3, "kinds: Dictionary should have", None),
        ("description: y\nkinds:\n  Bad Name: {definition: z}", 3, "kinds.Bad Name", "a to z"),
        (PROFILE + "colour: blue", 7, "unknown key 'colour'", "docs/profiles.md"),
        (PROFILE + "feilds: {}", 7, "unknown key 'feilds'", "did you mean 'fields'?"),
        (PROFILE + "folder: /etc", 7, "unknown key 'folder'", None),
        (PROFILE + "name: twice", 7, "key 'name' stands twice", "keep one of them"),
        (PROFILE.replace('definition: "A', 'defintion: "A'), 5, "unknown key 'defintion'", "did"),
        (
            PROFILE.replace('"A dam or levee gives way."', "7"),
            5,
            "kinds.levee_breach.definition: 7 is not",
            "quotes",
        ),
        (PROFILE.replace("floods", "two words"), 2, "name: String should match", None),
        (
            PROFILE.replace("general: disaster", "general: desaster"),
            5,
            "kind 'levee_breach' maps to no kind of the general profile",
            "did you mean 'disaster'? set `general:` to one of territory, clash",
        ),
        (PROFILE.replace(", general: disaster", ""), 5, "kind 'levee_breach' maps", "general:"),
        (
            PROFILE + "fields:\n  depth:\n    type: integr\n    definition: d",
            9,
            "fields.depth.type: 'integr' is none of 'integer', 'number'",
            "did you mean 'integer'?",
        ),
        (
            PROFILE + "fields:\n  a: {type: choice, definition: d}",
            8,
            "fields.a: `choices` is the",
            None,
        ),
        (
            PROFILE + "fields:\n  a: {type: choice, choices: [b, b], definition: d}",
            8,
            "fields.a: a word stands twice",
            None,
        ),
        (
            PROFILE + "fields: {a: {type: text, choices: [b], definition: d}}",
            7,
            "fields.a: `choices`",
            None,
        ),
    ],
)
def test_an_error_names_file_line_and_remedy(
    tmp_path: Path, content: str, line: int, message: str, remedy: str | None
) -> None:
    with pytest.raises(ProfileError) as raised:
        load_profile(write_profile(tmp_path, content))
    told = raised.value.message
    assert told.startswith(f"{tmp_path / 'profile.yaml'}, line {line}: {message}"), told
    assert (remedy or "") in (raised.value.hint or "")


@pytest.mark.parametrize("content", ["kinds: &a {b: *a}", "kinds: " + "[" * 3000])
def test_a_file_that_never_ends_is_an_error(tmp_path: Path, content: str) -> None:
    with pytest.raises(ProfileError, match=r"profile\.yaml"):
        load_profile(write_profile(tmp_path, content))


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_bytes(b"name: caf\xe9")
    with pytest.raises(ProfileError, match=r"profile\.yaml: is not UTF-8 text"):
        load_profile(str(tmp_path))


@pytest.mark.parametrize("part", ["", "/", "/profile.yaml"])
def test_a_copied_folder_works_by_its_path_and_under_its_own_name(
    copy_profile: CopyProfile, part: str
) -> None:
    folder = copy_profile()
    profile = load_profile(f"{folder}{part}")
    assert profile.name == "floods"  # the file still says `general`
    assert profile.content_hash == load_profile("general").content_hash


def test_a_name_of_its_own_stands_whatever_the_folder_is_called(tmp_path: Path) -> None:
    assert load_profile(write_profile(tmp_path / "v 3", PROFILE)).name == "floods"
    nameless = PROFILE.replace("name: floods", "")
    assert load_profile(write_profile(tmp_path / "v 3", nameless)).name == "v-3"


def test_a_bundled_profile_comes_before_a_folder_of_the_same_name_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_profile(tmp_path / "general", PROFILE)
    monkeypatch.chdir(tmp_path)
    assert "territory" in load_profile("general").kinds
    assert "levee_breach" in load_profile("./general").kinds


@pytest.mark.parametrize(
    "name",
    [
        "system.md.j2~",
        ".profile.yaml.swp",
        "#profile.yaml#",
        ".DS_Store",
        "NOTES.md",
        "__pycache__/x.pyc",
        ".idea/workspace.yaml",
        "profile.yaml.bak",
        ".#profile.yaml",
    ],
)
def test_what_editors_leave_behind_does_not_change_the_hash(
    copy_profile: CopyProfile, name: str
) -> None:
    folder = copy_profile()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x", encoding="utf-8")
    assert load_profile(str(folder)).content_hash == load_profile("general").content_hash


@pytest.mark.parametrize("name", ["profile.yaml", "system.md.j2", "examples.yaml", "part.j2"])
def test_what_an_engine_may_read_changes_the_hash(copy_profile: CopyProfile, name: str) -> None:
    folder = copy_profile()
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert load_profile(str(folder)).content_hash != load_profile("general").content_hash


def test_a_missing_profile_lists_those_there_are() -> None:
    with pytest.raises(ProfileError, match=r"no profile 'nowhere' .*bundled: conflict, general"):
        load_profile("nowhere")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("generel", "did you mean 'general'?"),
        ("Conflict", "did you mean 'conflict'?"),
        ("", "bundled: conflict, general"),
        ("..", "holds no profile.yaml"),
        ("/dev/null", "no profile '/dev/null'"),
    ],
)
def test_a_wrong_name_leads_to_the_right_one(name: str, words: str) -> None:
    with pytest.raises(ProfileError) as raised:
        load_profile(name)
    assert words in str(raised.value)


def test_a_missing_file_of_a_profile_is_named(tmp_path: Path) -> None:
    profile = load_profile(write_profile(tmp_path, PROFILE))
    with pytest.raises(ProfileError, match=r"lexicon\.yaml.*copy the file"):
        profile.read("lexicon.yaml")
