"""A replay gives the events that were recorded, or says why it cannot."""

from __future__ import annotations

import asyncio
import json
import logging
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from extractor.batch.runner import BatchOptions, run_into
from extractor.engines.base import Answer, Engine
from extractor.engines.opening import open_engine
from extractor.engines.replay import ReplayEngine
from extractor.errors import ReplayStaleError, RunError, UnknownEngineError
from extractor.extract import prepare
from extractor.prompts import Profile, load_profile
from extractor.request import Request
from extractor.runs.answers import recorded_lines
from extractor.runs.reading import read_articles, read_events
from extractor.schema import Article, RunRecord, Usage, WireAnswer, WireEvent, WirePlace
from extractor.text import lines as line_module
from extractor.text.inputs import read_inputs

TEXT = (
    "Villagers of Aster crossed the river on 3 May 2024. The bridge at Bellow had fallen two days"
    " earlier. Nobody was hurt, the mayor said."
)
ARTICLES = (
    Article(id="river", text=TEXT, title="A river is crossed"),
    Article(id="copy", text=TEXT, title="A river is crossed", url="https://copy.example"),
    Article(id="market", text="The market of Cant opened again on Monday.", published="2024-05-08"),
)
TOLD = Usage(input_tokens=900, output_tokens=120)


def told(line: int, title: str, place: str, date_text: str | None = None) -> WireEvent:
    return WireEvent(
        lines=(line,),
        date_text=date_text,
        date=None,
        title=title,
        summary=title,
        kind="movement",
        status="occurred",
        who=(),
        where=(WirePlace(name=place, within=None),),
        attribution=None,
    )


ANSWERS = {
    "river": WireAnswer(
        events=(
            told(1, "Villagers cross the river", "Aster", "3 May 2024"),
            told(2, "The bridge at Bellow falls", "Bellow", "two days earlier"),
            told(99, "What no line tells", "Aster"),
        )
    ),
    "market": WireAnswer(events=(told(1, "The market opens again", "Cant", "Monday"),)),
}


@dataclass(frozen=True)
class Scripted:
    """Gives the answer written for an article."""

    partial: str | None = None
    name: str = "openai/scripted"
    fingerprint: str = "scripted/1"

    @property
    def parameters(self) -> Mapping[str, object]:
        return {}

    def check(self, profile: Profile) -> None:
        pass

    async def answer(self, request: Request) -> Answer:
        return Answer(
            wire=ANSWERS[request.article.id or ""],
            partial=self.partial,
            attempts=2,
            usage=TOLD,
            cost_usd=0.02,
        )

    async def aclose(self) -> None:
        pass


@pytest.fixture(scope="module")
def general() -> Profile:
    return load_profile("general")


Read = Callable[..., RunRecord]


@pytest.fixture
def read(tmp_path: Path, general: Profile) -> Read:
    """`read("b", engine)` reads the articles with an engine into the run folder b."""

    def into(name: str, engine: Engine, *articles: Article, **options: Any) -> RunRecord:
        chosen = BatchOptions(**options)
        inputs = articles or ARTICLES
        folder = tmp_path / name
        return run_into(folder, inputs, engine=engine, profile=general, options=chosen).run

    return into


def exported(run: Path) -> Path:
    file = run.with_suffix(".answers.jsonl")
    file.write_text("".join(f"{line}\n" for line in recorded_lines(run)), encoding="utf-8")
    return file


def test_a_replay_gives_the_same_events_byte_for_byte(tmp_path: Path, read: Read) -> None:
    read("first", Scripted())
    file = exported(tmp_path / "first")
    read("by folder", ReplayEngine(tmp_path / "first"))
    read("by file", ReplayEngine(file))
    original = (tmp_path / "first" / "events.jsonl").read_bytes()
    assert original.count(b"\n") == 5, "two of the river, two of its copy, one of the market"
    assert (tmp_path / "by folder" / "events.jsonl").read_bytes() == original
    assert (tmp_path / "by file" / "events.jsonl").read_bytes() == original
    assert {event.engine for event in read_events(tmp_path / "by file")} == {"openai/scripted"}


def test_a_replay_of_a_replay_is_still_the_first_engine_s(tmp_path: Path, read: Read) -> None:
    for name, engine in (("first", None), ("second", "first"), ("third", "second")):
        read(name, Scripted() if engine is None else ReplayEngine(tmp_path / engine))
    original = (tmp_path / "first" / "events.jsonl").read_bytes()
    assert (tmp_path / "third" / "events.jsonl").read_bytes() == original


def test_a_run_of_the_offline_engine_is_replayed_too(tmp_path: Path, read: Read) -> None:
    article = Article(id="a", text="Rebels captured Aster on 3 May 2024.")
    read("rules", open_engine("rules"), article)
    read("again", open_engine(f"replay:{tmp_path / 'rules'}"), article)
    events = (tmp_path / "rules" / "events.jsonl").read_bytes()
    assert events
    assert (tmp_path / "again" / "events.jsonl").read_bytes() == events


def test_a_replay_takes_no_tokens_and_the_recording_keeps_what_was_paid(
    tmp_path: Path, read: Read
) -> None:
    assert read("first", Scripted()).usage == TOLD + TOLD
    again = read("again", ReplayEngine(tmp_path / "first"))
    assert (again.usage, again.cost_usd) == (Usage(), 0.0)
    line = json.loads(next(recorded_lines(tmp_path / "first")))
    assert (line["attempts"], line["cost_usd"]) == (2, 0.02)
    assert line["usage"] == {"input_tokens": 900, "output_tokens": 120, "cached_tokens": 0}


def test_a_run_without_texts_is_replayed_with_the_texts_given_again(
    tmp_path: Path, read: Read
) -> None:
    read("first", Scripted(), keep_text=False)
    assert all(record.text is None for record in read_articles(tmp_path / "first"))
    file = exported(tmp_path / "first")
    assert TEXT[:30] not in file.read_text(encoding="utf-8")
    read("again", ReplayEngine(file))
    original = (tmp_path / "first" / "events.jsonl").read_bytes()
    assert (tmp_path / "again" / "events.jsonl").read_bytes() == original


def test_numbers_are_read_in_the_recorded_table_when_lines_are_cut_otherwise(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    read("first", Scripted())

    def whole_text(text: str, **_: object) -> tuple[line_module.Line, ...]:
        return (line_module.Line(1, 0, len(text), "body"),)

    monkeypatch.setattr("extractor.extract.number_lines", whole_text)
    read("again", ReplayEngine(tmp_path / "first"))
    original = (tmp_path / "first" / "events.jsonl").read_bytes()
    assert (tmp_path / "again" / "events.jsonl").read_bytes() == original
    tables = [
        [record.lines for record in read_articles(tmp_path / name)] for name in ("first", "again")
    ]
    assert tables[0] == tables[1]


STALE = [
    ({"text": TEXT + " More."}, "no answer was recorded for this text"),
    ({"title": "Another"}, "recorded with another title or publication date"),
    ({"published": "2024-05-04"}, "recorded with another title or publication date"),
]


@pytest.mark.parametrize(("change", "reason"), STALE)
@pytest.mark.parametrize("from_file", [False, True])
def test_what_was_not_recorded_fails_and_is_not_guessed(
    tmp_path: Path,
    read: Read,
    general: Profile,
    change: dict[str, str],
    reason: str,
    from_file: bool,
) -> None:
    read("first", Scripted())
    run = tmp_path / "first"
    engine = ReplayEngine(exported(run) if from_file else run)
    article = Article.model_validate({**ARTICLES[0].model_dump(), **change})
    with pytest.raises(ReplayStaleError, match=f"article river: .*{reason}"):
        asyncio.run(engine.answer(prepare(article, general)))


DAMAGE: list[tuple[dict[str, Any], str]] = [
    ({"lines": []}, "line table is missing or does not fit"),
    ({"lines": [[0, 5000, "body"]]}, "line table is missing or does not fit"),
    ({"lines": [[10, 20, "body"], [5, 30, "body"]]}, "line table is missing or does not fit"),
    ({"sha256": "0" * 64}, "recorded for another text"),
    ({"lines": None}, "cannot be read: lines: "),
    ({"answer": {"published": None, "events": [{"lines": [1]}]}}, "cannot be read: answer"),
]


@pytest.mark.parametrize(("damage", "reason"), DAMAGE)
def test_a_damaged_recording_fails_for_its_article(
    tmp_path: Path, read: Read, general: Profile, damage: dict[str, Any], reason: str
) -> None:
    read("first", Scripted(), ARTICLES[0])
    line = {**json.loads(next(recorded_lines(tmp_path / "first"))), **damage}
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    with pytest.raises(ReplayStaleError, match=reason):
        asyncio.run(ReplayEngine(file).answer(prepare(ARTICLES[0], general)))


def test_one_stale_article_stops_no_other(tmp_path: Path, read: Read) -> None:
    read("first", Scripted())
    new = Article(id="new", text="A text that nobody has read.")
    run = read("again", ReplayEngine(tmp_path / "first"), new, *ARTICLES)
    assert (run.counts.ok, run.counts.duplicate, run.counts.failed) == (2, 1, 1)
    errors = [r.error.kind for r in read_articles(tmp_path / "again") if r.error]
    assert errors == ["replay_stale"]


def test_the_fingerprint_is_that_of_the_answers(tmp_path: Path, read: Read) -> None:
    read("first", Scripted())
    by_folder, file = ReplayEngine(tmp_path / "first"), exported(tmp_path / "first")
    assert by_folder.fingerprint == ReplayEngine(file).fingerprint
    with file.open("a", encoding="utf-8") as out:
        out.write("\n")
    assert by_folder.fingerprint != ReplayEngine(file).fingerprint


def test_an_answer_of_an_article_that_changed_since_is_not_exported(
    tmp_path: Path, read: Read
) -> None:
    read("first", Scripted())
    changed = ARTICLES[0].model_copy(update={"text": TEXT.replace("Nobody", "No one")})
    read("first", Scripted(), changed, ARTICLES[2])
    ids = sorted(json.loads(line)["article_id"] for line in recorded_lines(tmp_path / "first"))
    assert ids == ["market", "river"]
    texts = {json.loads(line)["sha256"] for line in recorded_lines(tmp_path / "first")}
    assert texts == {record.sha256 for record in read_articles(tmp_path / "first")}


def test_another_profile_is_said_once_and_read_all_the_same(
    tmp_path: Path, read: Read, general: Profile, caplog: pytest.LogCaptureFixture
) -> None:
    read("first", Scripted(), *ARTICLES)
    line = next(recorded_lines(tmp_path / "first"))
    file = tmp_path / "answers.jsonl"
    file.write_text(line.replace(general.tag, "general@000000") + "\n", encoding="utf-8")
    recorded = json.loads(line)["article_id"]
    article = next(a for a in ARTICLES if a.id == recorded)
    engine = ReplayEngine(file)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            asyncio.run(engine.answer(prepare(article, general)))
    (warned,) = [r.getMessage() for r in caplog.records if r.name == "extractor.engines.replay"]
    assert warned == f"answers recorded with profile general@000000 are read with {general.tag}"


BAD_FILES = [
    ("not json\n", r"answers\.jsonl:1: not a recorded answer"),
    ('{"id": "e-1"}\n', r"answers\.jsonl:1: not a recorded answer"),
    ('{"content_hash": "a", "sha256": "b"}\n' * 2, r"answers\.jsonl:2: a second answer"),
]


@pytest.mark.parametrize(("content", "message"), BAD_FILES)
def test_a_file_that_holds_something_else_is_refused(
    tmp_path: Path, content: str, message: str
) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match=message):
        ReplayEngine(file)


def test_a_name_that_leads_nowhere_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no recorded answers at"):
        open_engine(f"replay:{tmp_path / 'nothing'}")
    with pytest.raises(RunError, match="no recorded answers at"):
        open_engine(f"replay:{tmp_path}")
    with pytest.raises(UnknownEngineError, match="names no run"):
        open_engine("replay:")


def test_a_run_of_another_version_is_neither_replayed_nor_gone_on_with(
    tmp_path: Path, read: Read
) -> None:
    read("old", Scripted(), ARTICLES[0])
    with sqlite3.connect(tmp_path / "old" / "state.sqlite") as db:
        db.execute("UPDATE run SET value = '1' WHERE key = 'format'")
    db.close()
    with pytest.raises(RunError, match="run of another version"):
        read("old", Scripted(), ARTICLES[0])
    with pytest.raises(RunError, match="run of another version"):
        ReplayEngine(tmp_path / "old")


def test_texts_that_a_run_is_told_to_forget_are_in_no_file_of_it(
    tmp_path: Path, read: Read
) -> None:
    words = b"Nobody quotes these words."
    article = ARTICLES[0].model_copy(update={"text": f"{TEXT} {words.decode() * 800}"})
    answers = ANSWERS["river"].model_copy(update={"events": ANSWERS["river"].events[:1]})

    class Short(Scripted):
        async def answer(self, request: Request) -> Answer:
            return Answer(wire=answers)

    read("run", Short(), article)
    assert words in (tmp_path / "run" / "articles.jsonl").read_bytes()
    read("run", Short(), article, keep_text=False)
    for file in (tmp_path / "run").iterdir():
        assert words not in file.read_bytes(), file.name
    read("again", ReplayEngine(tmp_path / "run"), article)
    events = (tmp_path / "run" / "events.jsonl").read_bytes()
    assert (tmp_path / "again" / "events.jsonl").read_bytes() == events


PAGE = """<html><head><title>A river is crossed</title>
<script type="application/ld+json">
{"@type": "NewsArticle", "datePublished": "2024-05-04T08:00:00Z"}
</script></head><body><article><h1>A river is crossed</h1>
<p>Rebels captured the village of Aster on Friday, the mayor said to a reporter at the bridge.</p>
<p>Two hundred villagers fled to Bellow on the same day and found room in the school there.</p>
</article></body></html>"""


def test_a_page_that_tells_its_own_date_is_replayed(tmp_path: Path, read: Read) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (article,) = read_inputs([str(tmp_path / "page.html")])
    assert isinstance(article, Article)
    assert article.page is not None
    read("first", open_engine("rules"), article)
    assert read("again", ReplayEngine(tmp_path / "first"), article).counts.ok == 1
    events = (tmp_path / "first" / "events.jsonl").read_bytes()
    assert b"2024-05-03" in events
    assert (tmp_path / "again" / "events.jsonl").read_bytes() == events
