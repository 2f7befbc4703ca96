from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from extractor.errors import ConfigurationError, NoInputError
from extractor.schema import Article
from extractor.text.inputs import Input, UnreadableArticle, article_id, read_inputs


def read(*inputs: str | Path, published: str | None = None) -> list[Input]:
    return list(read_inputs([str(name) for name in inputs], published=published))


def jsonl(path: Path, *records: Any) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def ids(items: list[Input]) -> list[str]:
    return [article_id(item) if isinstance(item, Article) else item.id for item in items]


def reason(item: Input) -> str:
    assert isinstance(item, UnreadableArticle)
    return str(item.error)


def test_a_folder_is_read_recursively_in_name_order_without_labels(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.md", "a/x.yaml", ".git/y.txt", "a/picture.png", "run.log"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, encoding="utf-8")
    assert ids(read(tmp_path)) == ["a/x", "b"]


def test_files_with_the_same_name_keep_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text(name, encoding="utf-8")
    one, two = tmp_path / "one" / "x.txt", tmp_path / "two" / "x.txt"
    assert ids(read(one)) == ["x"]
    assert ids(read(one, two)) == [str(one.with_suffix("")), str(two.with_suffix(""))]


def test_records_keep_what_they_say_and_unknown_keys(tmp_path: Path) -> None:
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": 7, "text": "T\r\nU", "published": "2024-12-06T09:41:00+05:00", "desk": "world"},
    )
    (item,) = read(file)
    assert item == Article(id="7", text="T\nU", published="2024-12-06", extra={"desk": "world"})


def test_an_id_is_made_of_text_url_date_and_title(tmp_path: Path) -> None:
    base = {"text": "T", "url": "u", "published": "2024", "title": "t"}
    file = jsonl(
        tmp_path / "a.jsonl",
        base,
        {**base, "language": "en"},
        *({**base, key: "2023"} for key in ("text", "url", "published", "title")),
    )
    first, same, *others = ids(read(file))
    assert first == same
    assert len({first, *others}) == 5


def test_a_record_may_name_a_text_beside_its_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("One.", encoding="utf-8")
    file = jsonl(
        tmp_path / "a.jsonl",
        {"id": "one", "path": "texts/one.txt"},
        {"id": "two", "path": "texts/two.txt"},
    )
    one, two = read(file)
    assert isinstance(one, Article)
    assert (one.text, one.extra) == ("One.", {})
    assert "No such file" in reason(two)


@pytest.mark.parametrize(
    ("line", "expected_id", "words"),
    [
        ('{"id": "x"}', "x", "no text"),
        ('{"id": "x", "html": "<p>"}', "x", "no text in the page"),
        ('{"id": "x", "path": "a\\u0000b"}', "x", "its path is none"),
        ('{"id": "x", "path": "\\ud83d"}', "x", "its path is none"),
        ('{"id": "\\ud83d"}', "\\ud83d", "no text"),
        ('{"id": "x", "text": "T", "published": "yesterday"}', "x", "published"),
        ('{"id": "x", "text": "\\ud800"}', "x", "surrogate"),
        ('{"id": "x", "text": 5}', "x", "no text"),
        ('"text"', "a:1", "not an object"),
        ("{broken", "a:1", "not JSON"),
    ],
)
def test_a_bad_record_fails_alone(tmp_path: Path, line: str, expected_id: str, words: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line + '\n\n{"id": "good", "text": "Good."}\n', encoding="utf-8")
    bad, good = read(file)
    assert ids([bad, good]) == [expected_id, "good"]
    assert words in reason(bad)


def test_a_reason_never_holds_the_article_s_words(tmp_path: Path) -> None:
    confidential = "the words of a source"
    file = jsonl(tmp_path / "a.jsonl", {"id": "x", "text": confidential, "tags": [[confidential]]})
    assert confidential not in reason(read(file)[0])


def test_a_json_file_holds_a_record_or_an_array(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"text": "One."}', encoding="utf-8")
    assert [item.text for item in read(file) if isinstance(item, Article)] == ["One."]
    file.write_text('[{"id": "x", "text": "One."}, 5]', encoding="utf-8")
    assert ids(read(file)) == ["x", "a:2"]


def test_an_unknown_kind_of_file_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert "only .txt .md .jsonl .json .html" in reason(read(tmp_path / "a.pdf")[0])


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (b"Plain text.\n{not json}", ["Plain text.\n{not json}"]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("\ufeffWith a mark.".encode(), ["With a mark."]),
        (b"{ a text that opens a brace", ["{ a text that opens a brace"]),
    ],
)
def test_standard_input_is_a_text_or_jsonl(
    monkeypatch: pytest.MonkeyPatch, raw: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    assert [item.text for item in read("-") if isinstance(item, Article)] == texts


def test_a_given_date_does_not_replace_the_article_s_own(tmp_path: Path) -> None:
    file = jsonl(tmp_path / "a.jsonl", {"text": "A"}, {"text": "B", "published": "2020"})
    dates = [
        item.published for item in read(file, published="2024-12-06") if isinstance(item, Article)
    ]
    assert dates == ["2024-12-06", "2020"]


def test_what_matches_nothing_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(NoInputError, match="no such file"):
        read_inputs([str(tmp_path / "missing.txt")])
    with pytest.raises(NoInputError, match="no article"):
        read_inputs([str(tmp_path)])


def test_a_missing_file_among_others_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    items = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert ids(items) == ["a", "b"]
    assert "no such file" in reason(items[1])


def test_undecodable_bytes_fail_alone(tmp_path: Path) -> None:
    broken = b"\xff\xfe\x00\xd8\x41"  # begins with the mark of UTF-16 and is none
    (tmp_path / "a.txt").write_bytes(broken)
    (tmp_path / "b.jsonl").write_bytes(broken + b'\n{"id": "good", "text": "Good."}\n')
    (tmp_path / "c.json").write_text('{"id": "p", "path": "a.txt"}', encoding="utf-8")
    items = read(tmp_path)
    assert ids(items) == ["a", "b:1", "good", "p"]
    assert [isinstance(item, UnreadableArticle) for item in items] == [True, True, False, True]


def test_a_run_inside_a_folder_of_articles_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A", encoding="utf-8")
    run = tmp_path / "run" / "deeper"
    run.mkdir(parents=True)
    (tmp_path / "run" / "state.sqlite").touch()
    for path in (tmp_path / "run" / "articles.jsonl", run / "b.txt"):
        path.write_text('{"text": "B"}', encoding="utf-8")
    assert ids(read(tmp_path)) == ["a"]


def test_a_file_name_that_is_no_text_gives_an_id_that_is(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(raw)).write_text("A", encoding="utf-8")
    assert ids(read(tmp_path)) == ["caf\\xe9"]


def test_metadata_is_taken_as_people_write_it(tmp_path: Path) -> None:
    odd = {"id": 1.5, "title": "x\ud83d", "tags": None, "extra": "s", "zz": 1, "published": 2024}
    file = jsonl(
        tmp_path / "a.jsonl", {"text": "T", **odd}, {"text": "U", "tags": "one", "title": 5}
    )
    assert read(file) == [
        Article(
            id="1.5",
            text="T",
            title="x\\ud83d",
            published="2024",
            extra={"zz": 1, "extra": "s"},
        ),
        Article(text="U", tags=("one",), title="5"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b'\xef\xbb\xbf{"text": "One."}\n{"text": "Two."}',
        b'[{"text": "One."},\n {"text": "Two."}]',
        b'{\n"text": "One."}',
        '{"text": "One."}'.encode("utf-16"),
    ],
)
def test_standard_input_in_any_dress_is_json(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    items = read("-")
    assert isinstance(items[0], Article)
    assert items[0].text == "One."


def test_an_empty_or_endless_name_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="an input is empty"):
        read_inputs([""])
    with pytest.raises(NoInputError):
        read_inputs(["x" * 300])
