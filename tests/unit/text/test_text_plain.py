"""Values of any kind in a record: kept as JSON can hold them, or an error of that article only."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.runs.identity import input_hash
from extractor.schema import Article
from extractor.text.inputs import Input, UnreadableArticle, read_inputs
from extractor.text.plain import plain


def nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


def read(path: Path) -> list[Input]:
    items = list(read_inputs([str(path)]))
    for item in items:
        if isinstance(item, Article):
            assert input_hash(item)  # can be written
    return items


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": [b"caf\xc3\xa9", (1, 2.5, None, True)]}, {"a": ["café", [1, 2.5, None, True]]}),
        (b"\x00\x01\xff", "AAH/"),
        (b"\x89PNG\r\n\x1a\n", "iVBORw0KGgo="),
        ([date(2024, 12, 6), Decimal("1.50")], ["2024-12-06", "1.50"]),
        (timedelta(hours=1), "1:00:00"),
        ({1: "\ud83d", b"k": {2}}, {"1": "\\ud83d", "k": [2]}),
    ],
)
def test_values_as_json_can_hold_them(value: Any, expected: Any) -> None:
    assert plain(value) == expected


def test_nested_values_of_parquet(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    table = pa.table(
        {
            "text": [b"One caf\xe9.", b"Two.", b"\xff\xfe\x00\xd8\x41"],
            "media": [[{"raw": b"\xff\xd8\x00", "day": date(2024, 12, 6)}], None, None],
            "price": [Decimal("1.50"), None, None],
            "seen": pa.array([0, 2**60, 0], pa.timestamp("ms")),
        }
    )
    pq.write_table(table, file)
    first, second, third = read(file)
    assert isinstance(first, Article)
    assert first.text == "One café."
    assert first.extra == {
        "media": [{"raw": "/9gA", "day": "2024-12-06"}],
        "price": "1.50",
        "seen": "1970-01-01T00:00:00",
    }
    assert isinstance(second, UnreadableArticle)
    assert (second.id, second.error.message[:32]) == ("a:2", "row 2 holds what cannot be read:")
    assert isinstance(third, UnreadableArticle)


@pytest.mark.parametrize(
    "record",
    [
        {"text": "T", "x": "\ud83d", "\ud83d": 1, "tags": ["\ud83d"]},
        {"text": "T", "x": nested(100)},
        {"text": "T", "x": [float("nan"), 10**4000]},
    ],
)
def test_odd_values_can_be_written(tmp_path: Path, record: dict[str, Any]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(record), encoding="utf-8")
    (item,) = read(tmp_path)
    assert isinstance(item, Article)


def test_too_deep_a_value_is_an_error_of_its_article(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "T", "x": nested(depth)}) for depth in (300, 3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    deep, good = read(tmp_path)
    assert isinstance(deep, UnreadableArticle)
    assert deep.error.message == (
        "record a:1: x: lists or objects stand in each other more than 100 deep"
    )
    assert isinstance(good, Article)


def test_a_header_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("text,prénom,città\n".encode() + b"T,a,b\n")
    (tmp_path / "b.csv").write_bytes("text,città,ciudad".encode() + b",pr\xe9nom\nU,a,b,c\n")
    items = read(tmp_path)
    assert [list(item.extra) for item in items if isinstance(item, Article)] == [
        ["prénom", "città"],
        ["città", "ciudad", "prénom"],
    ]
