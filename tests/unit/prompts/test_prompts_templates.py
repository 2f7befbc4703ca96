from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from extractor.errors import ProfileError
from extractor.prompts import load_profile, prompts_folder
from extractor.prompts.checking import check_profile
from extractor.prompts.templates import load_templates
from tests.unit.prompts.conftest import CopyProfile


def written(folder: Path, text: str) -> Path:
    (folder / "t.j2").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n\n{% for x in lines %}", 3, "Unexpected end of template"),
        ("{{ unknown }}", 1, "'unknown' is undefined"),
        ("a\n{{ lines.first.second }}", 2, "has no attribute 'first'"),
        ("a\nb\n{{ 1 + 'a' }}", 3, "unsupported operand"),
        ("{{ 1 // 0 }}", 1, "zero"),
        ("a\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("a\n{% for x in range(10 ** 9) %}{% endfor %}", 2, "Range too big"),
        ("a\n{% include 'rules.j2' %}", 2, "there is no file 'rules.j2'"),
        ("a\n{% include 't.j2' %}", 2, "recursion"),
        ("a\n{{ lines | shout }}", 2, "No filter named 'shout'"),
    ],
)
def test_an_error_names_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(ProfileError) as raised:
        load_templates(written(tmp_path, text), "t.j2")[0].render(lines=["a"])
    assert raised.value.message.startswith(f"{tmp_path / 't.j2'}, line {line}: ")
    assert message in raised.value.message


def test_an_unknown_variable_leads_to_the_list_of_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"docs/profiles\.md lists"):
        load_templates(written(tmp_path, "{{ artcle }}"), "t.j2")[0].render()


def test_nothing_is_printed_for_what_is_not_known(tmp_path: Path) -> None:
    (template,) = load_templates(written(tmp_path, "<{{ title }}>{{ 0 }}"), "t.j2")
    assert template.render(title=None) == "<>0"


def test_a_template_includes_another_of_its_folder_and_none_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    folder = tmp_path / "profile"
    folder.mkdir()
    (folder / "rules.j2").write_text("Be brief.", encoding="utf-8")
    (template,) = load_templates(written(folder, "{% include 'rules.j2' %}"), "t.j2")
    assert template.render() == "Be brief."
    (template,) = load_templates(written(folder, "{% include '../secret' %}"), "t.j2")
    with pytest.raises(ProfileError, match="no file"):
        template.render()


@pytest.mark.parametrize("name", ["system.md.j2", "user.md.j2"])
def test_the_bundled_profiles_ask_alike(name: str) -> None:
    """What differs stands in profile.yaml and the examples; a rule changed is changed for all."""
    folder = prompts_folder()
    assert filecmp.cmp(folder / "general" / name, folder / "conflict" / name, shallow=False)


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("user.md.j2", "{{ line }}", "{{ line | upper }}", "not sent as a line of its own"),
        ("user.md.j2", "{{ line }}", "- {{ line }}", "not sent as a line of its own"),
        ("user.md.j2", "{% if headline %}", "{% if head_line %}", "user.md.j2, line 11: 'head_"),
        ("system.md.j2", "- {{ kind }}:", "- ", "the prompt does not name 'disaster'"),
        ("system.md.j2", "{{ field.name }}", "it", "the prompt does not name 'killed'"),
        ("system.md.j2", "{% endfor %}", "", "system.md.j2, line"),
    ],
)
def test_a_check_finds_templates_that_leave_something_out(
    copy_profile: CopyProfile, file: str, old: str, new: str, finding: str
) -> None:
    folder = copy_profile(file, old, new)
    assert any(finding in found for found in check_profile(folder)), check_profile(folder)


@pytest.mark.parametrize("file", ["system.md.j2", "user.md.j2"])
def test_a_missing_template_is_named(copy_profile: CopyProfile, file: str) -> None:
    folder = copy_profile()
    (folder / file).unlink()
    with pytest.raises(ProfileError, match=rf"{file}.*copy it from prompts/general"):
        _ = load_profile(str(folder)).prompt


def test_a_branch_that_only_some_articles_take_is_checked_too(copy_profile: CopyProfile) -> None:
    folder = copy_profile("user.md.j2", "{{ title }}", "{{ titel }}")
    assert "'titel' is undefined" in check_profile(folder)[0]
    folder = copy_profile("user.md.j2", "<article>", "{% if url %}{{ ulr }}{% endif %}\n<article>")
    assert any("'ulr' is undefined" in found for found in check_profile(folder))


def test_a_profile_without_fields_asks_for_empty_details(copy_profile: CopyProfile) -> None:
    folder = copy_profile()
    profile = (folder / "profile.yaml").read_text(encoding="utf-8")
    (folder / "profile.yaml").write_text(profile.partition("fields:")[0], encoding="utf-8")
    (folder / "examples.yaml").unlink()
    assert check_profile(folder) == ()
    assert "- details: {}\n" in load_profile(str(folder)).prompt.system
