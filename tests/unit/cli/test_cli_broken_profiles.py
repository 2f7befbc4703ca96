"""A profile that an engine cannot use ends a command before any article is read."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.cli.main import main as evals
from extractor import Extractor
from extractor.batch.item import extract_or_fail
from extractor.batch.pool import stream_results
from extractor.batch.runner import BatchOptions, run_into
from extractor.engines.base import Answer
from extractor.engines.rules import RulesEngine
from extractor.errors import ProfileError
from extractor.prompts import load_profile, prompts_folder
from extractor.prompts.checking import check_profile
from extractor.request import Request
from extractor.schema import Article
from tests.unit.cli.conftest import Cli

Break = Callable[[Path], object]
NOBODY = "http://127.0.0.1:9/v1"
"""Nothing listens here: a command that ends for another reason has asked no model."""

EXAMPLE = """
- article: {text: "A storm hit Corva on Monday."}
  answer: {events: [{lines: [9], title: A, summary: A, kind: disaster, status: occurred}]}
"""


def written(name: str, text: str | bytes) -> Break:
    raw = text.encode() if isinstance(text, str) else text
    return lambda folder: (folder / name).write_bytes(raw)


def removed(name: str) -> Break:
    return lambda folder: (folder / name).unlink()


def linked(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("SECRET", encoding="utf-8")
    (folder / "notes.j2").symlink_to(folder.parent / "secret.txt")
    with (folder / "system.md.j2").open("a", encoding="utf-8") as system:
        system.write("\n{% include 'notes.j2' %}")


FOR_MODELS = {
    "undefined": written("user.md.j2", "{{ artcle }}"),
    "syntax": written("user.md.j2", "{% for line in %}"),
    "unsafe": written("user.md.j2", "{{ ''.__class__.__mro__ }}"),
    "missing": removed("user.md.j2"),
    "not utf-8": written("system.md.j2", b"caf\xe9"),
    "example": written("examples.yaml", EXAMPLE),
    "no lines": written("user.md.j2", "An article: {{ title }}"),
    "some lines": written("user.md.j2", "{% for l in lines[:40] %}\n{{ l }}\n{% endfor %}"),
    "link": linked,
}
FOR_RULES = {
    "missing": removed("lexicon.yaml"),
    "not utf-8": written("lexicon.yaml", b"caf\xe9"),
    "no kinds": written("lexicon.yaml", "verbs: []"),
    "unknown kind": written("lexicon.yaml", "kinds: {tea: {verbs: [drink]}}"),
    "syntax": written("lexicon.yaml", "kinds: [\n"),
    "no date": written("lexicon.yaml", "kinds: {}\nday: 2024-13-45"),
}
ALL = [("vllm/m", "models", name) for name in FOR_MODELS] + [
    ("rules", "rules", name) for name in FOR_RULES
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(prompts_folder() / "general", tmp_path / "floods"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text("A storm hit Corva on 3 May 2024.", encoding="utf-8")
    return path


@pytest.mark.parametrize(("engine", "table", "name"), ALL)
def test_nothing_is_read_with_a_broken_profile(
    cli: Cli, folder: Path, article: Path, engine: str, table: str, name: str
) -> None:
    {"models": FOR_MODELS, "rules": FOR_RULES}[table][name](folder)
    kept = folder.parent / "events.jsonl"
    kept.write_text("of yesterday\n", encoding="utf-8")
    chosen = ["-m", engine, "-p", folder, "--base-url", NOBODY, "--retries", "0"]
    outcome = cli("extract", article, *chosen, "-o", kept)
    assert (outcome.code, outcome.out) == (2, "")
    assert str(folder) in outcome.err
    assert "SECRET" not in outcome.err
    assert outcome.err.count("\n") <= 2
    assert kept.read_text(encoding="utf-8") == "of yesterday\n"
    run = folder.parent / "run"
    assert cli("batch", article, "--run", run, *chosen).code == 2
    assert not run.exists()
    with pytest.raises(ProfileError):
        Extractor(engine, profile=str(folder), base_url=NOBODY)


def test_a_fresh_start_keeps_the_old_run_where_the_profile_is_broken(
    cli: Cli, folder: Path, article: Path
) -> None:
    run = folder.parent / "run"
    chosen = ["-m", "rules", "-p", folder, "--run", run]
    assert cli("batch", article, *chosen).code == 0
    (folder / "lexicon.yaml").unlink()
    before = (run / "run.json").read_bytes()
    assert cli("batch", article, *chosen, "--fresh").code == 2
    assert (run / "run.json").read_bytes() == before


def test_evals_run_checks_before_it_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lexicon.yaml").unlink()
    corpus = folder.parent / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("A storm hit Corva.", encoding="utf-8")
    (corpus / "a.yaml").write_text("article: {id: a}\nevents: []\n", encoding="utf-8")
    run = folder.parent / "run"
    arguments = ["run", corpus, "--run", run, "-m", "rules", "-p", folder]
    monkeypatch.setattr(sys, "argv", ["evals", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        evals()
    assert (left.value.code, run.exists()) == (2, False)
    assert "lexicon.yaml" in capsys.readouterr().err


def test_what_an_engine_does_not_need_may_be_wrong(cli: Cli, folder: Path, article: Path) -> None:
    (folder / "user.md.j2").unlink()
    assert cli("extract", article, "-m", "rules", "-p", folder).code == 0


def test_a_link_is_refused_by_the_check_of_profiles_too(folder: Path) -> None:
    linked(folder)
    assert "leads out of the profile's folder" in check_profile(folder)[0]
    (folder / "system.md.j2").write_text("{{ kinds }} {{ fields }}", encoding="utf-8")
    (folder / "examples.yaml").rename(folder.parent / "elsewhere.yaml")
    (folder / "examples.yaml").symlink_to(folder.parent / "elsewhere.yaml")
    assert "examples.yaml leads out" in check_profile(folder)[0]
    with pytest.raises(ProfileError, match=r"examples\.yaml leads out"):
        _ = load_profile(str(folder)).prompt


def test_links_inside_the_folder_and_a_profile_linked_as_a_whole_are_good(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "user.md.j2").rename(folder / "shared.md.j2")
    (folder / "user.md.j2").symlink_to("shared.md.j2")
    (tmp_path / "by_folder").symlink_to(folder)
    by_file = tmp_path / "by_file"
    by_file.mkdir()
    for file in folder.iterdir():
        (by_file / file.name).symlink_to(file)
    for there in (folder, tmp_path / "by_folder", by_file):
        assert check_profile(there) == ()


class BreaksLater(RulesEngine):
    """Meets an article that the profile's templates fail on."""

    async def answer(self, request: Request) -> Answer:
        if request.article.id == "b":
            raise ProfileError("user.md.j2, line 3: wrong")
        return await super().answer(request)


ARTICLES = [Article(id=name, text=f"A storm hit Corva {name}.") for name in "abc"]


def test_a_profile_that_fails_later_ends_the_run_and_no_article_is_marked_failed(
    tmp_path: Path,
) -> None:
    result = run_into(
        tmp_path / "run",
        ARTICLES,
        engine=BreaksLater(),
        profile=load_profile("general"),
        options=BatchOptions(concurrency=1),
    )
    assert isinstance(result.stopped, ProfileError)
    assert (result.run.counts.ok, result.run.counts.failed, result.run.complete) == (1, 0, False)


def test_such_a_run_ends_with_2(
    cli: Cli, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = tmp_path / "in"
    later.mkdir()
    for name in "ab":
        (later / f"{name}.txt").write_text(f"A storm hit Corva {name}.", encoding="utf-8")
    monkeypatch.setattr("extractor.cli.batch.open_engine", lambda *_: BreaksLater())
    outcome = cli("batch", later, "--run", tmp_path / "run", "-m", "rules", "-j", "1")
    assert outcome.code == 2
    assert "error: user.md.j2, line 3: wrong\n" in outcome.err


async def read_stream() -> None:
    profile = load_profile("general")
    results = stream_results(
        ARTICLES,
        lambda one: extract_or_fail(one, engine=BreaksLater(), profile=profile),
        concurrency=1,
    )
    async for _ in results:
        pass


def test_a_stream_raises_it() -> None:
    import asyncio

    with pytest.raises(ProfileError):
        asyncio.run(read_stream())
