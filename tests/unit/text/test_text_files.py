"""Which files are read, and that no two of them share an id."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.schema import Article
from extractor.text.inputs import article_id, read_inputs

PAGE = "<html><body><p>The council of Velda voted on Monday to close the pier.</p></body></html>"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(*inputs: str) -> list[str]:
    return [article_id(item) for item in read_inputs(inputs) if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("files", "inputs", "expected"),
    [
        (["d/a.md", "d/a.txt", "d/c.txt"], ["d"], ["a.md", "a.txt", "c"]),
        (["d/b.htm", "d/b.html"], ["d"], ["b.htm", "b.html"]),
        (["d/x.txt", "d/x.html"], ["d"], ["x"]),
        (["d/x.txt", "d/x.html"], ["d/x.txt", "d/x.html"], ["x.txt", "x.html"]),
        (["d/x.txt", "e/x.txt"], ["d/x.txt", "e/x.txt"], ["d/x", "e/x"]),
        (["d/x.txt", "e/x.txt"], ["d", "e"], ["d/x", "e/x"]),
        (["d/x.txt", "d/x.md", "e/x.txt"], ["d", "e"], ["x.md", "d/x", "e/x"]),
        (["d/a.txt", "d/a.md", "d/a.txt.md"], ["d"], ["a.md", "d/a", "a.txt.md"]),
        (["d/x.txt"], ["d/x.txt", "d/x.txt"], ["x", "x"]),
        (["-"], ["./-"], []),
    ],
)
def test_ids_do_not_clash(
    folder: Path, files: list[str], inputs: list[str], expected: list[str]
) -> None:
    for name in files:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"{PAGE}\n{name}", encoding="utf-8")
    assert ids(*inputs) == expected
