from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from extractor.export.formats import Format, export, format_of
from extractor.export.wording import date_words
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
    [("a.md", "md"), ("a.JSON", "json"), ("a.txt", "text"), ("a.jsonl", "jsonl"), ("a", "jsonl")],
)
def test_the_file_s_name_asks_for_a_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form
