"""CSV, Parquet and JSON in their usual dresses, and `--map`."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ConfigurationError
from extractor.runs.identity import input_hash, published_as_told
from extractor.schema import Article
from extractor.text.inputs import Input, UnreadableArticle, article_id, read_inputs


def read(path: Path, columns: Mapping[str, str] | None = None) -> list[Input]:
    return list(read_inputs([str(path)], columns=columns))


def articles(path: Path, columns: Mapping[str, str] | None = None) -> list[Article]:
    return [item for item in read(path, columns) if isinstance(item, Article)]


def reasons(items: list[Input]) -> list[tuple[str, str]]:
    return [(item.id, str(item.error)) for item in items if isinstance(item, UnreadableArticle)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_csv_of_any_dialect(tmp_path: Path, delimiter: str, encoding: str, newline: str) -> None:
    rows = [
        ["id", "text", "published", "tags", "desk"],
        [
            "a",
            '"Le barrage a cédé, dit-on; ""vite"" | et\tloin.\nFin."',
            "2024-12-06",
            '"flood; dam"',
            "x",
        ],
        ["b", "Été.", "", "", ""],
    ]
    file = tmp_path / "a.csv"
    file.write_bytes(newline.join(delimiter.join(row) for row in rows).encode(encoding))
    first, second = articles(file)
    assert first == Article(
        id="a",
        text='Le barrage a cédé, dit-on; "vite" | et\tloin.\nFin.',
        published="2024-12-06",
        tags=("flood", "dam"),
        extra={"desk": "x"},
    )
    assert second == Article(id="b", text="Été.")


def test_a_bad_row_fails_alone_and_is_named_by_its_line(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(
        'text,published\n"One\nand a half.",2024\nTwo.,2024,7\n\n,2024\nFour.,then\n'
        "Five.,2024-05\n",
        encoding="utf-8",
    )
    items = read(file)
    assert [item.text for item in items if isinstance(item, Article)] == [
        "One\nand a half.",
        "Five.",
    ]
    assert [name for name, _ in reasons(items)] == ["news:4", "news:6", "news:7"]
    assert "line 4 has 3 cells, the header has 2" in reasons(items)[0][1]
    assert "no text" in reasons(items)[1][1]
    assert "published" in reasons(items)[2][1]


def test_long_cells_nul_and_stray_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    long = "word " * 60_000
    file.write_bytes(
        b"text\tn\n" + long.encode() + b"\t1\nA\0 caf\xe9 \xe2\x80\x9cbar\xe2\x80\x9d.\t2\n"
    )
    assert [article.text for article in articles(file)] == [long, "A café “bar”."]


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"text\n", b"text,url"])
def test_a_table_without_rows_has_no_articles(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.csv").write_bytes(raw)
    (tmp_path / "b.txt").write_text("B.", encoding="utf-8")
    assert [article_id(item) for item in articles(tmp_path)] == ["b"]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=120))
def test_no_table_raises_anything(raw: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "a.csv").write_bytes(b'text,url\n"' + raw)
        (path / "b.txt").write_text("B.", encoding="utf-8")
        assert articles(path)[-1].text == "B."


def test_parquet_is_read_row_by_row(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    table = pa.table(
        {
            "text": ["One.", None, "Three."],
            "published": [datetime(2024, 12, 6, 9, 41), None, None],  # noqa: DTZ001  # as pandas writes it
            "retrieved": [date(2025, 3, 10), None, None],
            "tags": [["a", "b"], None, None],
            "raw": [b"caf\xe9", None, None],
        }
    )
    pq.write_table(table, file, row_group_size=1)
    items = read(file)
    assert items[0] == Article(
        text="One.",
        published="2024-12-06",
        retrieved="2025-03-10",
        tags=("a", "b"),
        extra={"raw": "café"},
    )
    assert reasons(items) == [("a:2", "record a:2: no text")]
    assert [item.text for item in items if isinstance(item, Article)] == ["One.", "Three."]


def test_a_file_that_is_no_parquet_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"text,url")
    (tmp_path / "b.txt").write_text("B.", encoding="utf-8")
    items = read(tmp_path)
    assert reasons(items) == [("a", "a.parquet is no Parquet file, or is damaged, after row 0")]
    assert len(items) == 2


def test_without_pyarrow_the_command_that_installs_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(ConfigurationError, match="needs pyarrow") as error:
        read(tmp_path / "a.parquet")
    assert error.value.hint == "pip install 'timeline-extractor[parquet]'"


def test_columns_of_other_names(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("story,link,when,text\nOne.,u,2024-12-06,note\n", encoding="utf-8")
    columns = {"text": "story", "url": "link", "published": "when"}
    assert articles(file, columns) == [Article(text="One.", url="u", published="2024-12-06")]


def test_columns_that_a_table_lacks_are_named_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("story,day\nOne.,2024\nTwo.,2024\n", encoding="utf-8")
    pq.write_table(pa.table({"story": ["One.", "Two."], "day": [1, 2]}), tmp_path / "a.parquet")
    lacking = "no column holds the text (there are: story, day; name the one with the text: "
    for name in ("a.csv", "a.parquet"):
        file = tmp_path / name
        assert reasons(read(file)) == [("a", lacking + "--map text=NAME)")]
        assert reasons(read(file, {"text": "nosuch"})) == [
            ("a", "no column 'nosuch' (--map text=nosuch) (there are: story, day)")
        ]
        assert reasons(read(file, {"text": "story", "url": "u"}))[0][1].startswith("no column 'u'")
        assert reasons(read(file, {"text": "story"})) == []


def test_keys_that_records_lack_are_named_once(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    record = json.dumps({"story": "One.", "day": "2024"})
    file.write_text(f'{record}\n{record}\n{{"text": null, "day": ""}}\n', encoding="utf-8")
    assert reasons(read(file)) == [
        (
            "a:1",
            "record a:1: no text (there are: story, day; name the one with the text: "
            "--map text=NAME)",
        ),
        ("a:2", "record a:2: no text"),
        ("a:3", "record a:3: no text"),
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("06/12/2024", "'06/12/2024'"),
        ("06/12/2024 14:30", "'06/12/2024 14:30'"),
        ("2024-13-06T10:00", "'2024-13-06T10:00'"),
        (1733443200, "1733443200"),
        (20241206, "20241206"),
        (True, "True"),
        ("word " * 20, "'word word word word word word word word…"),
        ("Fri, 06 Dec 99999999999 09:41:00 +0500", "'Fri, 06 Dec 99999999999 09:41:00 +0500'"),
    ],
)
@pytest.mark.parametrize("field", ["published", "retrieved"])
def test_a_date_that_is_none_is_quoted_as_it_stands(
    tmp_path: Path, field: str, value: Any, shown: str
) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": "T", field: value}), encoding="utf-8")
    form = "write it as 2024-12-06, 2024-12 or 2024"
    assert reasons(read(tmp_path)) == [
        ("a", f"record a: {field} is {shown}, which is no date ({form})")
    ]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {"maintext": "T.", "date_publish": "2024-12-06 09:41:00", "source_domain": "a.example"},
            Article(text="T.", published="2024-12-06", source="a.example"),
        ),
        (
            {
                "text": "T.",
                "date": "Fri, 06 Dec 2024 23:41:00 -0500",
                "headline": "H",
                "lang": "en",
            },
            Article(text="T.", published="2024-12-06", title="H", language="en"),
        ),
        (
            {
                "text": "T.",
                "source": "https://a.example/x",
                "source-hostname": "A Example",
                "fingerprint": "12ab",
                "date": "2025-03-10",
                "filedate": "2025-03-10",
            },
            Article(
                text="T.",
                url="https://a.example/x",
                source="A Example",
                retrieved="2025-03-10",
                extra={"fingerprint": "12ab", "date_by_trafilatura": "2025-03-10"},
            ),
        ),
        ({"text": "T.", "body": "other"}, Article(text="T.", extra={"body": "other"})),
    ],
    ids=["news-please", "feed", "trafilatura", "own-name-first"],
)
def test_records_as_crawlers_write_them(
    tmp_path: Path, record: dict[str, Any], expected: Article
) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"articles": [record]}), encoding="utf-8")
    assert articles(file) == [expected]


def test_pages_in_records_and_beside_them(tmp_path: Path) -> None:
    page = (
        '<html lang="fr"><head><meta property="article:published_time" content="2024-12-06"></head>'
        "<body><h1>Le barrage cède</h1><p>Le barrage a cédé vendredi et personne n’est mort.</p>"
        "<p>Onze maisons ont été emportées par les eaux.</p></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": "in", "html": page, "title": "Own title"})
        + "\n"
        + json.dumps({"id": "beside", "path": "page.html", "language": "fr-BE"}),
        encoding="utf-8",
    )
    inside, beside = articles(tmp_path / "a.jsonl")
    assert (inside.title, inside.language) == ("Own title", "fr")
    assert (beside.title, beside.language) == ("Le barrage cède", "fr-BE")
    assert inside.text == beside.text
    assert inside.page is not None
    assert [found.words for found in inside.page.dates] == ["2024-12-06"]


def test_a_page_comes_before_its_text_and_its_parts_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "x_files").mkdir()
    page = (
        "<html><body><p>The council of Velda voted on Monday to close the pier.</p></body></html>"
    )
    for name in ("x.html", "x.txt", "x_files/ad.html", "y.txt"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    assert [article_id(item) for item in articles(tmp_path)] == ["x", "y"]


def test_patterns_match_in_name_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/3.txt", "a/3.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert [item.text for item in articles(tmp_path / "**" / "*.txt")] == [
        *("a/3.txt", "b/1.txt", "b/2.txt"),
    ]


def test_pages_that_differ_in_their_dates_alone_are_not_the_same_article(tmp_path: Path) -> None:
    page = '<html><head><meta property="article:published_time" content="{}"></head><body>{}</body>'
    body = "<p>The council of Velda voted on Monday to close the pier, and nobody objected.</p>" * 2
    records = [{"id": day, "html": page.format(day, body)} for day in ("2024-12-06", "2024-12-07")]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    one, two = articles(file)
    assert one.text == two.text
    assert published_as_told(one) != published_as_told(two)
    assert input_hash(one) != input_hash(two)
    assert published_as_told(Article(text="T.", published="2024")) == "2024"
