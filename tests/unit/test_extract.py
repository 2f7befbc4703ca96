from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from extractor.engines.base import Answer
from extractor.errors import InputError
from extractor.extract import Extraction, extract_article
from extractor.prompts import Profile, load_profile
from extractor.request import Request
from extractor.schema import Article, LineEntry, WireAnswer
from tests.unit.checks.checks_builders import answer_of, wire_event

TEXT = "Rebels took Aster this morning.\nThe army left Bram on Friday."
ADDRESS = "https://news.example/2024/aster"
"""Tells a year, without which a publication date is a guess."""


@dataclass(frozen=True)
class Scripted:
    """An engine that gives one answer, whatever it is asked."""

    given: Answer
    name: str = "scripted"
    fingerprint: str = "1"

    @property
    def parameters(self) -> Mapping[str, object]:
        return {}

    def check(self, profile: Profile) -> None:
        pass

    async def answer(self, request: Request) -> Answer:
        return self.given

    async def aclose(self) -> None: ...


def extraction(answer: Answer, **article: str) -> Extraction:
    read = extract_article(
        Article(text=TEXT, id="a", **article),
        engine=Scripted(answer),
        profile=load_profile("general"),
    )
    return asyncio.run(read)


def event(line: int) -> WireAnswer:
    return answer_of(wire_event(lines=[line], date_text="this morning", who=[], where=[]))


def test_a_whole_answer_is_ok() -> None:
    record = extraction(Answer(wire=event(1))).record
    assert (record.status, record.error, record.events) == ("ok", None, 1)


def test_an_answer_that_broke_off_leaves_the_article_partial() -> None:
    result = extraction(Answer(wire=event(1), partial="the answer broke off"))
    assert (result.record.status, len(result.events)) == ("partial", 1)
    assert result.record.error is not None
    assert (result.record.error.kind, result.record.error.message) == (
        "partial",
        "the answer broke off",
    )


def test_line_numbers_are_read_against_the_table_that_the_answer_was_given() -> None:
    table: tuple[LineEntry, ...] = ((0, 6, "body"), (7, 31, "body"), (32, 61, "furniture"))
    result = extraction(Answer(wire=event(2), lines=table, engine="openai/recorded"))
    (proved,) = result.events
    assert [(quote.line, quote.quote) for quote in proved.evidence] == [
        (2, "took Aster this morning.")
    ]
    assert (proved.engine, result.record.lines) == ("openai/recorded", table)
    (dropped,) = extraction(Answer(wire=event(3), lines=table)).dropped
    assert dropped.reason.startswith("no_evidence")


@pytest.mark.parametrize(
    ("published", "edtf", "date"),
    [(None, "2024-12-06?", "2024-12-06?"), ("2024-12-05", "2024-12-05", "2024-12-05")],
)
def test_the_engine_s_publication_date_serves_only_where_there_is_no_other(
    published: str | None, edtf: str, date: str
) -> None:
    wire = WireAnswer.model_validate(
        {**event(1).model_dump(), "published": {"line": 1, "date": "2024-12-06"}}
    )
    given = {"published": published} if published else {}
    result = extraction(Answer(wire=wire), url=ADDRESS, **given)
    assert (result.published.edtf, result.events[0].when.edtf) == (edtf, date)
    assert result.published.candidates[-1].source == "model"


def test_a_text_without_a_word_is_an_input_error() -> None:
    with pytest.raises(InputError, match="the text is empty"):
        asyncio.run(
            extract_article(
                Article(text=" \n"),
                engine=Scripted(Answer(wire=event(1))),
                profile=load_profile("general"),
            )
        )
