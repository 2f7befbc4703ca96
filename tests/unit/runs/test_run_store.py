from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import RunError
from extractor.runs.identity import RunIdentity
from extractor.runs.outputs import write_outputs
from extractor.runs.reading import read_articles, read_events, read_progress
from extractor.runs.registration import register
from extractor.runs.store import RunStore
from extractor.schema import (
    Article,
    ArticleRecord,
    ErrorRecord,
    Event,
    Evidence,
    When,
    event_id,
)

IDENTITY = RunIdentity(
    engine="rules", engine_fingerprint="rules/1", profile="general@aaaaaa", profile_hash="aaaaaa"
)
TEXT = "Rebels took Aster. Later they left."


def article(**fields: object) -> Article:
    return Article.model_validate({"text": TEXT, **fields})


def event(article_id: str) -> Event:
    evidence = (Evidence(quote="Rebels took Aster.", start=0, end=18, line=1),)
    return Event(
        id=event_id(article_id, evidence, 0),
        article_id=article_id,
        title="Rebels take Aster",
        summary="Rebels took Aster.",
        kind="territory",
        status="occurred",
        when=When(),
        evidence=evidence,
        engine="rules",
        profile="general@aaaaaa",
    )


def finish(store: RunStore, position: int, article_id: str) -> None:
    record = ArticleRecord(article_id=article_id, status="ok", text=TEXT, events=1, sha256="0" * 64)
    store.save(position, record, [event(article_id)])


def fail(store: RunStore, position: int, article_id: str) -> None:
    error = ErrorRecord(kind="engine", message="no answer")
    store.save(position, ArticleRecord(article_id=article_id, status="failed", error=error))


def test_what_was_saved_is_there_after_the_process_ended(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        entry = register(store, "a", article())
        assert entry.to_do
        finish(store, entry.position, "a")
        register(store, "b", article(title="another"))
    with RunStore(tmp_path, IDENTITY) as store:
        assert not register(store, "a", article()).to_do
        assert register(store, "b", article(title="another")).to_do
        assert store.pending() == 1


def test_outputs_stand_in_input_order(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        entries = [register(store, name, article(title=name)) for name in ("x", "y", "z")]
        for entry in reversed(entries):
            finish(store, entry.position, entry.article_id)
        run = write_outputs(store, complete=True)
    assert [record.article_id for record in read_articles(tmp_path)] == ["x", "y", "z"]
    assert [found.article_id for found in read_events(tmp_path)] == ["x", "y", "z"]
    assert run.counts.model_dump() == {
        "total": 3, "ok": 3, "partial": 0, "failed": 0, "duplicate": 0, "events": 3
    }  # fmt: skip


def test_the_same_content_under_another_id_is_read_once(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        first = register(store, "wire", article(url="https://one.example"))
        copy = register(store, "syndicated", article(url="https://two.example"))
        assert (first.to_do, copy.to_do) == (True, False)
        finish(store, first.position, "wire")
        write_outputs(store, complete=True)
    records = list(read_articles(tmp_path))
    assert [(r.article_id, r.status, r.duplicate_of, r.events) for r in records] == [
        ("wire", "ok", None, 1),
        ("syndicated", "duplicate", "wire", 1),
    ]
    assert records[1].url == "https://two.example"
    assert records[1].text == TEXT
    events = list(read_events(tmp_path))
    assert [found.article_id for found in events] == ["wire", "syndicated"]
    assert events[1].id == event_id("syndicated", events[0].evidence, 0) != events[0].id


def test_lines_for_context_are_no_part_of_a_copied_id(tmp_path: Path) -> None:
    context = Evidence(quote="It rained.", start=19, end=29, line=2, context=True)
    original = event("wire")
    named = original.model_copy(update={"evidence": (*original.evidence, context)})
    with RunStore(tmp_path, IDENTITY) as store:
        first = register(store, "wire", article())
        register(store, "copy", article())
        text = TEXT + " It rained."
        record = ArticleRecord(article_id="wire", status="ok", text=text, events=1, sha256="0" * 64)
        store.save(first.position, record, [named])
        write_outputs(store, complete=True)
    copied = list(read_events(tmp_path))[1]
    assert copied.evidence == named.evidence
    assert copied.id == event_id("copy", original.evidence, 0)


@pytest.mark.parametrize(
    "other", [{"text": "Another."}, {"title": "T"}, {"published": "2024-12-06"}]
)
def test_another_text_title_or_date_is_another_article(
    tmp_path: Path, other: dict[str, str]
) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        assert register(store, "a", article()).to_do
        assert register(store, "b", article(**other)).to_do


def test_a_duplicate_of_a_failed_article_has_failed_too(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        fail(store, register(store, "a", article()).position, "a")
        register(store, "b", article())
        run = write_outputs(store, complete=True)
    assert [record.status for record in read_articles(tmp_path)] == ["failed", "failed"]
    assert run.counts.failed == 2


def test_the_same_id_with_another_text_fails_and_the_first_stays(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        first = register(store, "a", article())
        assert not register(store, "a", article(text="Another.")).to_do
        finish(store, first.position, "a")
        write_outputs(store, complete=True)
    records = list(read_articles(tmp_path))
    assert [(r.status, r.error.kind if r.error else None) for r in records] == [
        ("ok", None),
        ("failed", "input"),
    ]


def test_the_same_record_again_gets_an_id_of_its_own_in_every_start(tmp_path: Path) -> None:
    for _ in range(2):
        with RunStore(tmp_path, IDENTITY) as store:
            entries = [register(store, "a", article()) for _ in range(3)]
            assert [entry.article_id for entry in entries] == ["a", "a#2", "a#3"]
            if entries[0].to_do:
                finish(store, entries[0].position, "a")
            run = write_outputs(store, complete=True)
    assert (run.counts.ok, run.counts.duplicate, run.counts.events) == (1, 2, 3)


def test_an_article_that_changed_between_starts_is_read_again(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        finish(store, register(store, "a", article()).position, "a")
        register(store, "copy", article())
    with RunStore(tmp_path, IDENTITY) as store:
        changed = register(store, "a", article(text="Corrected."))
        assert changed.to_do
        assert changed.position == 1
        assert register(store, "copy", article()).to_do, "what it repeated is no longer there"


@pytest.mark.parametrize("retry_failed", [False, True])
def test_failures_are_read_again_only_when_asked(tmp_path: Path, retry_failed: bool) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        fail(store, register(store, "a", article()).position, "a")
    with RunStore(tmp_path, IDENTITY) as store:
        assert register(store, "a", article(), retry_failed=retry_failed).to_do is retry_failed


def test_a_folder_belongs_to_one_identity(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        finish(store, register(store, "a", article()).position, "a")
    other = IDENTITY.model_copy(update={"profile_hash": "bbbbbb"})
    with pytest.raises(RunError, match="profile_hash: aaaaaa, not bbbbbb"):
        RunStore(tmp_path, other)
    with RunStore(tmp_path, other, fresh=True) as store:
        assert register(store, "a", article()).to_do


def test_a_folder_in_which_nothing_was_read_yet_belongs_to_the_next(tmp_path: Path) -> None:
    other = IDENTITY.model_copy(update={"engine": "openai/right"})
    with RunStore(tmp_path, IDENTITY) as store:
        register(store, "a", article())
    with RunStore(tmp_path, other) as store:
        assert register(store, "a", article()).to_do
        finish(store, 1, "a")
    with pytest.raises(RunError, match="engine: openai/right, not rules"):
        RunStore(tmp_path, IDENTITY)


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY), pytest.raises(RunError, match="in use"):
        RunStore(tmp_path, IDENTITY)
    RunStore(tmp_path, IDENTITY).__exit__()


def test_files_of_something_else_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "events.jsonl").write_text("precious", encoding="utf-8")
    for fresh in (False, True):
        with pytest.raises(RunError, match=r"holds events\.jsonl but no run"):
            RunStore(tmp_path, IDENTITY, fresh=fresh)
    assert (tmp_path / "events.jsonl").read_text(encoding="utf-8") == "precious"


def test_fresh_removes_the_run_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with RunStore(tmp_path, IDENTITY) as store:
        finish(store, register(store, "a", article()).position, "a")
        write_outputs(store, complete=True)
    with RunStore(tmp_path, IDENTITY, fresh=True) as store:
        assert register(store, "a", article()).to_do
    assert (tmp_path / "notes.txt").exists()
    assert not (tmp_path / "events.jsonl").exists()


def test_progress_is_read_while_the_run_is_open(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        store.put("command", ["extractor", "batch"])
        finish(store, register(store, "a", article()).position, "a")
        register(store, "copy of a", article())
        register(store, "b", article(title="b"))
        fail(store, register(store, "c", article(title="c")).position, "c")
        progress = read_progress(tmp_path)
    assert progress.statuses == {"ok": 1, "duplicate": 1, "pending": 1, "failed": 1}
    assert progress.events == 2
    assert progress.failures == {"engine": 1}
    assert progress.command == ["extractor", "batch"]
    assert not progress.complete


def test_progress_of_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="holds no run"):
        read_progress(tmp_path)


def test_a_broken_events_file_names_the_line_and_not_the_text(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_text(event("a").model_dump_json() + '\n{"id": "secret words"}\n', encoding="utf-8")
    events = read_events(file)
    assert next(events).article_id == "a"
    with pytest.raises(RunError, match=r"events\.jsonl:2: ") as error:
        next(events)
    assert "secret words" not in str(error.value)


def test_a_duplicate_is_read_itself_when_its_original_has_left_the_input(tmp_path: Path) -> None:
    with RunStore(tmp_path, IDENTITY) as store:
        finish(store, register(store, "wire", article()).position, "wire")
        assert not register(store, "copy", article()).to_do
    with RunStore(tmp_path, IDENTITY) as store:
        alone = register(store, "copy", article())
        assert alone.to_do
        finish(store, alone.position, "copy")
        store.end(used_up=True)
        write_outputs(store, complete=True)
    (record,) = read_articles(tmp_path)
    assert (record.article_id, record.status, record.duplicate_of) == ("copy", "ok", None)
