from __future__ import annotations

import json

import pytest

from tests.unit.cli.conftest import Cli

NAMES = ["event", "article", "run", "timeline", "wire", "corpus", "input"]


@pytest.mark.parametrize(
    ("name", "required"),
    [
        ("event", {"id", "article_id", "title", "kind", "status", "when", "evidence", "issues"}),
        ("article", {"article_id", "status", "text", "lines", "published", "dropped", "error"}),
        ("run", {"versions", "engine", "profile", "profile_hash", "counts", "complete"}),
        ("timeline", {"id", "members", "sources", "independent_sources", "conflicts"}),
        ("wire", {"events"}),
        ("corpus", {"article"}),
        ("input", {"text"}),
    ],
)
def test_a_schema_names_what_a_record_has(cli: Cli, name: str, required: set[str]) -> None:
    outcome = cli("schema", name)
    schema = json.loads(outcome.out)
    assert outcome.code == 0
    assert required <= set(schema["required"])


def test_without_a_name_all_are_printed(cli: Cli) -> None:
    assert list(json.loads(cli("schema").out)) == NAMES


def test_the_kinds_of_an_answer_are_closed_to_the_profile_s(cli: Cli) -> None:
    wire = json.loads(cli("schema", "wire").out)
    kinds = wire["$defs"]["WireEvent"]["properties"]["kind"]["enum"]
    assert len(kinds) == 16
    assert "territory" in kinds
