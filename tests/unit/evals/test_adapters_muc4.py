from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evals.adapters.base import Converted, write_corpus
from evals.adapters.muc4 import convert, labelled_article
from evals.adapters.muc4_incidents import incident_type, tells
from evals.adapters.muc4_keys import (
    Fill,
    KeyTemplate,
    Message,
    alternatives,
    dateline_day,
    key_date,
    location,
    read_split,
    string_fills,
)
from evals.cli.main import main
from evals.corpus import load_corpus
from evals.lint import lint
from extractor.edtf import Bounds
from extractor.errors import ConfigurationError, CorpusError
from extractor.schema import GoldEvent
from tests.unit.evals.muc4_source import write_source

NEW_YEAR = date(1990, 1, 3)


@pytest.fixture(name="converted")
def _converted(tmp_path: Path) -> Converted:
    return convert(write_source(tmp_path / "muc4"), split="dev")


def events(converted: Converted, article: int) -> tuple[GoldEvent, ...]:
    return converted.articles[article].events


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_stored_text_is_the_message_without_its_id(converted: Converted) -> None:
    text = converted.articles[0].text
    assert text is not None
    assert text.startswith("   VELGA CITY, 3 JAN 90 (RADIO ORUN) -- [TEXT] FOUR GUNMEN")
    assert text.endswith("THE PORT OF KESH.\n")
    assert "DEV-MUC3" not in text


def test_the_dateline_s_day_is_given(converted: Converted) -> None:
    told = [
        (a.article.published, a.article.published_given, a.article.tags) for a in converted.articles
    ]
    assert told == [
        ("1990-01-03", True, ("dev",)),
        (None, False, ("dev", "no_date")),
        ("1989-06-11", True, ("dev",)),
    ]


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("   ORUN, 3 JAN 90 (WIRE) -- [TEXT] ON 4 JAN 91", date(1990, 1, 3)),
        ("ORUN (VELGONIA), JUNE 11 89 (WIRE) -- X", date(1989, 6, 11)),
        ("ORUN, 18 APRIL 89 --", date(1989, 4, 18)),
        ("ORUN, 4 SEPT\n89 (WIRE) --", date(1989, 9, 4)),
        ("ORUN, 7 FEB (WIRE) --", None),
        ("ORUN, NO DATE -- ON 4 JAN 91", None),
        ("ORUN, 31 FEB 90 --", None),
    ],
)
def test_days_of_datelines(header: str, day: date | None) -> None:
    assert dateline_day(header) == day


def test_a_template_becomes_an_event(converted: Converted) -> None:
    event = events(converted, 0)[0]
    assert (event.kind, event.status, event.optional) == ("crime", "occurred", False)
    assert event.title == "FOUR GUNMEN kidnap ILSA BRANT and DRIVER in DORVA"
    assert event.when.edtf == "1989-12-30"
    assert [(a.name, a.role, a.also) for a in event.who] == [
        ("FOUR GUNMEN", "agent", ("GUNMEN",)),
        ("RED DAWN", "agent", ()),
        ("ILSA BRANT", "target", ("MAYOR",)),
        ("DRIVER", "target", ()),
    ]
    assert [(p.name, p.within, p.also) for p in event.where] == [("DORVA", None, ())]
    assert event.details == {"incident_type": "KIDNAPPING", "stage": "ACCOMPLISHED"}


def test_evidence_is_the_sentence_that_tells_the_incident(converted: Converted) -> None:
    text = converted.articles[0].text
    assert text is not None
    kidnapping, bombing = (event.evidence[0] for event in events(converted, 0))
    assert "KIDNAPPED MAYOR ILSA BRANT" in (kidnapping.quote or "")
    assert bombing.quote == 'A "NORTH" BANK OFFICE WAS BOMBED IN THE PORT OF KESH.'
    for piece in (kidnapping, bombing):
        assert text[piece.start : piece.end] == piece.quote


def test_alternatives_optional_fills_and_open_dates(converted: Converted) -> None:
    """The default date of a message that tells none is as right as no date."""
    event = events(converted, 0)[1]
    assert event.optional
    assert event.status is None
    assert "status" not in event.model_fields_set
    assert (event.when.edtf, event.when.also) == ("../1990-01-03", ("1990-01-01/1990-01-03", None))
    assert [(a.name, a.also) for a in event.who] == [('"NORTH" BANK OFFICE', ("BANK OFFICE",))]
    assert [(p.name, p.also) for p in event.where] == [("KESH", ("KESH BAY",))]


def test_a_country_is_judged_only_where_the_message_names_it(converted: Converted) -> None:
    named = events(converted, 2)[0]
    assert [place.name for place in named.where] == ["VELGONIA"]
    assert (named.status, named.when.edtf) == ("planned", "../1989-06-11")
    assert [actor.name for actor in named.who] == ["REBELS", "BRIDGE"]
    assert events(converted, 1) == ()


def test_an_inferred_country_is_left_out(tmp_path: Path) -> None:
    source = write_source(tmp_path)
    file = source / "TASK" / "CORPORA" / "dev" / "dev-muc3-0001-0003"
    file.write_text(
        file.read_text(encoding="latin-1").replace(" (VELGONIA)", ""), encoding="latin-1"
    )
    event = convert(source).articles[2].events[0]
    assert "where" not in event.model_fields_set


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("-", ()),
        ("ATTACK / BOMBING", ("ATTACK", "BOMBING")),
        ("(A: B (CITY)) / (A)", ("A: B (CITY)", "A")),
        ("A: B (CITY / TOWN)", ("A: B (CITY / TOWN)",)),
        ("? A", ("A",)),
    ],
)
def test_alternatives_stand_between_slashes_outside_parentheses(
    value: str, parts: tuple[str, ...]
) -> None:
    assert alternatives(value) == parts


@pytest.mark.parametrize(
    ("fill", "bounds"),
    [
        ("2 NOV 89", Bounds(date(1989, 11, 2), date(1989, 11, 2))),
        ("- 02 NOV 89", Bounds(None, date(1989, 11, 2))),
        ("-02 NOV 89", Bounds(None, date(1989, 11, 2))),
        ("30 OCT 89 - 02 NOV 89", Bounds(date(1989, 10, 30), date(1989, 11, 2))),
        ("12 NOV", Bounds(date(1990, 11, 12), date(1990, 11, 12))),
        ("FEB 90", Bounds(date(1990, 2, 1), date(1990, 2, 28))),
        ("28 AUG 92 - 03 SEP 89", None),
        ("31 NOV 89", None),
        ("LAST WEEK", None),
    ],
)
def test_dates_of_the_key(fill: str, bounds: Bounds | None) -> None:
    assert key_date(fill, NEW_YEAR) == bounds


@pytest.mark.parametrize(
    ("fill", "places"),
    [
        ("VELGONIA", (("VELGONIA",),)),
        ("V: EAST (DEPARTMENT): DORVA (TOWN)", (("V", "EAST", "DORVA"),)),
        ("V: DORVA (TOWN) - KESH (CITY)", (("V", "DORVA"), ("V", "KESH"))),
        ("V: DORVA-KESH (AREA)", (("V", "DORVA-KESH"),)),
    ],
)
def test_locations_of_the_key(fill: str, places: tuple[tuple[str, ...], ...]) -> None:
    assert location(fill) == places


@pytest.mark.parametrize(
    ("lines", "fills"),
    [
        (["-"], ()),
        (['"-"'], ()),
        (['"A" / "B"', '? "C"'], (Fill(("A", "B")), Fill(("C",), optional=True))),
        (['"A" /', '"B": "C"'], (Fill(("A", "B"), ("C",)),)),
        ([r'"\"A\" B: C"'], (Fill(('"A" B: C',)),)),
        (["UNQUOTED MEN"], (Fill(("UNQUOTED MEN",)),)),
    ],
)
def test_string_fills_of_the_key(lines: list[str], fills: tuple[Fill, ...]) -> None:
    assert string_fills(lines) == fills


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("Gunmen abducted a judge, killing a guard", "KIDNAPPING"),
        ("A car bomb killed nine", "BOMBING"),
        ("Men burned two buses", "ARSON"),
        ("A judge was shot", "ATTACK"),
        ("The minister resigned", None),
    ],
)
def test_incident_types_by_words(words: str, type_: str | None) -> None:
    assert incident_type(words) == type_


def test_a_kidnapping_may_be_told_as_an_attack() -> None:
    assert tells("they attacked the convoy", "KIDNAPPING")
    assert not tells("they burned the convoy", "KIDNAPPING")


def test_what_is_written_is_read_again(converted: Converted, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    write_corpus(converted, folder)
    assert load_corpus(folder).articles == converted.articles
    assert [found.message for found in lint(folder)] == ["name 'DRIVER' is not in the text"]
    with pytest.raises(ConfigurationError, match="holds labels already"):
        write_corpus(converted, folder)


def test_the_command_writes_a_corpus_that_runs_and_scores(tmp_path: Path) -> None:
    source = write_source(tmp_path / "muc4")
    result = evals("convert", "muc4", source, "-o", tmp_path / "corpus", "--limit", 1)
    assert result.exit_code == 0, result.output
    assert "1 articles, 2 events" in result.stderr
    assert sorted(p.name for p in (tmp_path / "corpus").iterdir()) == [
        "DEV-MUC3-0001.txt",
        "DEV-MUC3-0001.yaml",
    ]
    ran = evals("run", tmp_path / "corpus", "--run", tmp_path / "run", "-m", "rules")
    assert ran.exit_code == 0, ran.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing", "."), "no corpus 'nothing'; known: "),
        (("muc4", ".", "--split", "tst9"), "muc4 has no split 'tst9'; it has dev, tst1"),
        (("muc4", "."), "no folder 'dev' in "),
    ],
)
def test_what_cannot_be_converted_is_a_usage_error(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    name, _, *rest = arguments
    result = evals("convert", name, tmp_path, *rest, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_split_without_a_key_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "tst1").mkdir()
    (tmp_path / "tst1" / "tst1-muc3").write_text("TST1-MUC3-0001\n\n   ORUN\n", encoding="ascii")
    with pytest.raises(CorpusError, match="no messages with an answer key"):
        read_split(tmp_path, "tst1")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # another deed of the perpetrators comes first, but the target is what counts
        ("GUNMEN KILL OFTEN. A BRIDGE WAS ATTACKED.", "A BRIDGE WAS ATTACKED."),
        ("A BRIDGE WAS ATTACKED. A BRIDGE FELL IN THE ATTACK.", "A BRIDGE WAS ATTACKED."),
        ("A BRIDGE WAS OPENED.", None),
        ("A MARKET WAS ATTACKED.", None),
    ],
)
def test_the_sentence_that_is_evidence(text: str, quote: str | None) -> None:
    template = KeyTemplate(
        number="1",
        optional=False,
        types=("ATTACK",),
        stages=(),
        individuals=(Fill(("GUNMEN",)),),
        organizations=(Fill(("RED DAWN",)),),
        physical=(Fill(("BRIDGE",)),),
    )
    article = labelled_article(Message("M", text, None, (template,)), "dev")
    assert [piece.quote for piece in article.events[0].evidence] == ([quote] if quote else [])
