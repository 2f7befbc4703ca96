"""What standard input is taken for."""

from __future__ import annotations

import io
import sys
import time

import pytest

from extractor.schema import Article
from extractor.text.inputs import Input, read_inputs
from extractor.text.stdin import form_of

GOOD = b'{"id": "good", "text": "Two."}\n'
PROSE = b"The council of Velda voted on Monday to close the pier of the harbour."


def read(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> list[Input]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    return list(read_inputs(["-"]))


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (b'{"text": "One.",}\n' + GOOD, ["stdin:1", "good"]),
        (b'\n{"text": "One"\n\n' + GOOD + b'{"text"}\n', ["stdin:2", "good", "stdin:5"]),
        (b"\n\n" + GOOD + b"{text}\n", ["good", "stdin:4"]),
        (b'\xef\xbb\xbf{text: "One."}\n' + GOOD, ["stdin:1", "good"]),
        (b'of the first record"}\n' + GOOD + GOOD, ["stdin:1", "good", "good"]),
        (b'{"text": "One.",}', ["stdin"]),
        (b'[{"text": "One."},]', ["stdin"]),
        (b'{\n "text": "One.",\n}\n', ["stdin"]),
    ],
)
def test_a_broken_line_fails_alone_under_its_number(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, names: list[str]
) -> None:
    items = read(monkeypatch, raw)
    assert [item.id for item in items] == names
    assert all(isinstance(item, Article) is (item.id == "good") for item in items)


@pytest.mark.parametrize(
    "before",
    [
        b"<!DOCTYPE html><p>",
        b"<!-- saved from a reader -->\n<!-- again --> <html><body><p>",
        b'<?xml version="1.0"?>\n<html><body><p>',
        b'\xef\xbb\xbf\n\n <div class="story"><p>',
        b"<p>",
        b"<ARTICLE>\n<p>",
        b"<h1>Pier closed</h1><p>",
    ],
)
def test_a_page_is_known_by_its_first_tag(monkeypatch: pytest.MonkeyPatch, before: bytes) -> None:
    (item,) = read(monkeypatch, before + PROSE + b"</p>")
    assert isinstance(item, Article)
    assert item.text.endswith(PROSE.decode())
    assert "<" not in item.text


@pytest.mark.parametrize(
    "raw",
    [
        PROSE,
        b"<plain> words in brackets",
        b"<!-- a remark --> and words",
        b"{ a brace\nthen prose\nand more",
        b"[1] a list of notes",
        b"The output was:\n{a}\n{b}\nas said.\nIt ended.",
    ],
)
def test_other_text_is_a_text(raw: bytes) -> None:
    assert form_of(raw) == "text"


def test_endless_remarks_are_looked_at_once() -> None:
    begin = time.perf_counter()
    assert form_of(b"<!-- a -->" * 20_000 + b" " * 20_000 + b"x") == "text"
    assert time.perf_counter() - begin < 1
