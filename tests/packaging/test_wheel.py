"""What an installed wheel holds: the profiles travel inside the package."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_code_types_profiles_and_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "extractor/__init__.py",
        "extractor/py.typed",
        "extractor/_prompts/general/profile.yaml",
        "extractor/_prompts/general/lexicon.yaml",
        "evals/__init__.py",
        "evals/py.typed",
        "evals/report/html/page.html.j2",
        "evals/report/html/article.html.j2",
        "evals/report/html/style.css",
        "evals/report/html/script.js",
    } <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "extractor", "evals", "timeline_extractor"
    }  # fmt: skip
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_wheel_reads_with_its_own_profiles(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import extractor, json\n"
        "from extractor.prompts import prompts_folder\n"
        "found = extractor.Extractor('rules').extract(\n"
        "    extractor.Article(text='Rebels captured the town of Aster on 3 May 2024.'))\n"
        "print(json.dumps([str(prompts_folder()), [e.when.edtf for e in found.events]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "PATH": ""},
    )
    folder = tmp_path / "site" / "extractor" / "_prompts"
    assert done.stdout.strip() == f'["{folder}", ["2024-05-03"]]'


def test_what_a_dependency_asks_for_in_a_way_old_pips_miss_is_named() -> None:
    """pip 23 passes over jusText's `lxml[html_clean]`: no web page could be read."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [line.split(">")[0] for line in declared["project"]["dependencies"]]
    assert "lxml-html-clean" in names
