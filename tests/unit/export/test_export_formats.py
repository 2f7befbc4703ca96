from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from extractor.errors import ConfigurationError, RunError
from extractor.export.formats import Format, export, format_of
from extractor.export.given import read_given
from extractor.export.wording import date_words, detail_words
from extractor.schema import Actor, Event, Evidence, Issue, Place, When


def event(number: int, **fields: object) -> Event:
    return Event.model_validate(
        {
            "id": f"e-{number}",
            "article_id": "aster",
            "title": f"Title {number}",
            "summary": "Summary.",
            "kind": "clash",
            "status": "occurred",
            "when": When(),
            "evidence": [Evidence(quote="Words\nof it.", start=10, end=22, line=3)],
            "engine": "rules",
            "profile": "general@abc",
            **fields,
        }
    )


def written(events: list[Event], form: Format) -> str:
    out = io.StringIO()
    export(events, out, form=form)
    return out.getvalue()


def test_what_is_known_only_within_bounds_stands_with_the_undated() -> None:
    bounded = event(1, when=When(edtf="1997-12-28/2024-02-24", precision="unknown"))
    dated = event(2, when=When(edtf="2023-09-12"))
    assert written([bounded, event(3), dated], "text").splitlines() == [
        "2023-09-12                Title 2 [clash]",
        "                          “Words of it.” (aster, line 3)",
        "",
        "undated (1997-12-28 to 2024-02-24)",
        "                          Title 1 [clash]",
        "                          “Words of it.” (aster, line 3)",
        "",
        "undated                   Title 3 [clash]",
        "                          “Words of it.” (aster, line 3)",
    ]


def test_a_line_for_context_says_so_and_is_no_quote_of_a_table() -> None:
    cited = Evidence(quote="She resigned.", start=40, end=53, line=5)
    named = Evidence(quote="Ana Vel is minister.", start=0, end=20, line=2, context=True)
    both = event(1, evidence=[cited, named])
    assert written([both], "text").splitlines()[1:] == [
        "                          “She resigned.” (aster, line 5)",
        "                          “Ana Vel is minister.” (aster, line 2, for context)",
    ]
    assert "line 2, for context" in written([both], "md")
    (row,) = csv.DictReader(io.StringIO(written([both], "csv")))
    assert (row["quotes"], row["spans"], row["lines"]) == ("She resigned.", "40-53", "5")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-12-06", "2024-12-06"),
        ("2024-11-27?", "2024-11-27?"),
        ("2024", "2024"),
        ("../2024-11-30", "by 2024-11-30"),
        ("2024-11-27/..", "from 2024-11-27"),
        ("2024-12-02/2024-12-04", "2024-12-02 to 2024-12-04"),
        (None, "undated"),
    ],
)
def test_a_date_is_never_worded_as_more_than_it_is(edtf: str | None, words: str) -> None:
    assert date_words(When(edtf=edtf)) == words


def test_text_is_a_timeline_with_evidence() -> None:
    late = event(
        1,
        when=When(edtf="2024-12-06", basis="relative"),
        who=[Actor(name="rebels", role="agent"), Actor(name="UN", role="other")],
        where=[Place(name="Rastan", within="Homs"), Place(name="Talbiseh")],
        status="planned",
        attribution="the army",
        issues=[Issue(code="name_not_in_text", message="not there", other="Zed")],
    )
    early = event(2, when=When(edtf="../2024-11-30", basis="stated"))
    undated = event(3)
    assert written([undated, late, early], "text").splitlines() == [
        "by 2024-11-30             Title 2 [clash]",
        "                          “Words of it.” (aster, line 3)",
        "",
        "2024-12-06                Title 1 [clash, planned]",
        "                          who: rebels (agent), UN",
        "                          where: Rastan (Homs), Talbiseh",
        "                          according to the army",
        "                          “Words of it.” (aster, line 3)",
        "                          ! name_not_in_text: not there: Zed",
        "",
        "undated                   Title 3 [clash]",
        "                          “Words of it.” (aster, line 3)",
    ]


def test_jsonl_keeps_the_order_and_json_is_the_same_as_an_array() -> None:
    events = [event(2), event(1)]
    lines = [json.loads(line) for line in written(events, "jsonl").splitlines()]
    assert [line["id"] for line in lines] == ["e-2", "e-1"]
    assert json.loads(written(events, "json")) == lines


def test_nothing_is_an_empty_result_in_every_format() -> None:
    assert written([], "jsonl") == ""
    assert json.loads(written([], "json")) == []
    assert written([], "text") == "no events\n"
    assert written([], "md") == "# Timeline\n\n0 events from 0 articles\n"


def test_no_words_of_an_article_are_markup() -> None:
    hostile = event(
        1,
        title="<script>alert(1)</script> **bold** [link](https://bad.example)",
        evidence=[Evidence(quote="# not a heading\n- `code`", start=0, end=24, line=1)],
    )
    text = written([hostile], "md")
    assert "\\<script\\>" in text
    assert "\\*\\*bold\\*\\*" in text
    assert "\\[link\\]\\(https://bad.example\\)" in text
    assert "> \\# not a heading - \\`code\\`" in text


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("a.md", "md"),
        ("a.JSON", "json"),
        ("a.txt", "text"),
        ("a.jsonl", "jsonl"),
        ("a", "jsonl"),
    ],
)
def test_the_file_s_name_asks_for_a_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


def test_a_suffix_that_is_no_format_s_is_an_error() -> None:
    with pytest.raises(ConfigurationError, match=r"known are \.txt \.jsonl \.json \.csv \.md"):
        format_of(Path("out.xyz"))


def rows(events: list[Event]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(events, "csv"), newline="")))


def test_csv_has_a_header_and_one_flat_row_an_event() -> None:
    told = event(
        1,
        when=When(text="by 30 November", edtf="../2024-11-30", basis="stated"),
        who=[Actor(name="rebels", role="agent"), Actor(name="UN", role="other")],
        where=[Place(name="Rastan", within="Homs"), Place(name="Talbiseh")],
        details={"killed": {"min": 4, "max": None}},
        issues=[Issue(code="date_conflict", message="differs", other="2024")],
    )
    text = written([told, event(2)], "csv")
    assert text.endswith("\r\n")
    assert text.splitlines()[0].startswith("article_id,id,title,summary,kind,status,date,")
    first, second = rows([told, event(2)])
    assert {name: value for name, value in first.items() if value} == {
        "article_id": "aster",
        "id": "e-1",
        "title": "Title 1",
        "summary": "Summary.",
        "kind": "clash",
        "status": "occurred",
        "date": "../2024-11-30",
        "latest": "2024-11-30",
        "precision": "range",
        "basis": "stated",
        "date_text": "by 30 November",
        "who": "rebels; UN",
        "roles": "agent; other",
        "where": "Rastan; Talbiseh",
        "within": "Homs; ",
        "quotes": "Words\nof it.",
        "spans": "10-22",
        "lines": "3",
        "details": "killed: at least 4",
        "issues": "date_conflict: differs",
        "engine": "rules",
        "profile": "general@abc",
    }
    assert (second["date"], second["who"], second["within"]) == ("", "", "")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(title: str) -> None:
    (row,) = rows([event(1, title=title)])
    assert row["title"] == "'" + title


@pytest.mark.parametrize("title", ['a "quoted" title', "one, two", "two\nlines", "ö 中 🧨"])
def test_csv_gives_back_what_it_was_given(title: str) -> None:
    assert rows([event(1, title=title)])[0]["title"] == title


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"min": 12, "max": None}, "killed: at least 12"),
        ({"min": None, "max": 30}, "killed: up to 30"),
        ({"min": 12, "max": 15}, "killed: 12 to 15"),
        ({"min": 0, "max": 0}, "killed: 0"),
        (7, "killed: 7"),
        ("many", "killed: many"),
        ({"other": 1}, "killed: {'other': 1}"),
    ],
)
def test_details_are_worded(value: object, words: str) -> None:
    assert detail_words({"killed": value}) == words


@pytest.mark.parametrize("form", ["text", "md", "csv"])
def test_details_are_shown(form: Format) -> None:
    assert "killed: 4" in written([event(1, details={"killed": {"min": 4, "max": 4}})], form)


MINIMAL = {"article_id": "x", "title": "Rebels take Bram", "when": {"edtf": "2024-05-01"}}


def given(path: Path, *records: Mapping[str, object]) -> Path:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("evidence", "shown"),
    [
        ({"quote": "Rebels took Bram."}, "“Rebels took Bram.” (x)"),
        ({"start": 3, "end": 9}, "(x, characters 3 to 9)"),
        ({"quote": "Bram.", "start": 3, "end": 8, "line": 2}, "“Bram.” (x, line 2)"),
    ],
)
def test_an_event_needs_no_more_than_the_contract_asks(
    tmp_path: Path, evidence: Mapping[str, object], shown: str
) -> None:
    path = given(tmp_path / "events.jsonl", {**MINIMAL, "evidence": [evidence]})
    out = io.StringIO()
    export(read_given(path), out, form="text")
    assert out.getvalue().splitlines() == [
        "2024-05-01                Rebels take Bram",
        f"                          {shown}",
    ]
    for form in ("md", "csv", "json"):
        export(read_given(path), out, form=form)
    assert "Rebels take Bram" in out.getvalue()


def test_what_was_not_given_is_not_filled_in_and_what_is_not_known_is_kept(tmp_path: Path) -> None:
    record = {**MINIMAL, "evidence": [{"start": 3, "end": 9, "page": 2}], "score": 0.5}
    out = io.StringIO()
    export(read_given(given(tmp_path / "e.jsonl", record)), out, form="jsonl")
    assert json.loads(out.getvalue()) == record


def test_an_event_of_our_own_is_passed_on_letter_by_letter(tmp_path: Path) -> None:
    line = event(1, when=When(edtf="../2025-03-10", precision="unknown")).model_dump_json()
    (tmp_path / "e.jsonl").write_text(line, encoding="utf-8")
    out = io.StringIO()
    export(read_given(tmp_path / "e.jsonl"), out, form="jsonl")
    assert out.getvalue() == line + "\n"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"title": "t"}, "article_id: Field required"),
        ({**MINIMAL, "when": {"edtf": "May"}}, "when.edtf: "),
        ({**MINIMAL, "who": [{"role": "agent"}]}, "who.0.name: Field required"),
    ],
)
def test_a_record_that_is_no_event_is_named(
    tmp_path: Path, record: Mapping[str, object], message: str
) -> None:
    path = given(tmp_path / "e.jsonl", MINIMAL, record)
    with pytest.raises(RunError, match=f"e.jsonl:2: {message}"):
        list(read_given(path))


def test_absent_lists_may_be_null(tmp_path: Path) -> None:
    record = {**MINIMAL, "when": None, "who": None, "evidence": None, "details": None}
    out = io.StringIO()
    export(read_given(given(tmp_path / "e.jsonl", record)), out, form="text")
    assert out.getvalue() == "undated                   Rebels take Bram\n"
