from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evals.adapters.muc4_keys import Fill, KeyTemplate, read_split
from evals.benchmarks.muc4 import gold_roles, measures, slot_measure
from evals.benchmarks.muc_slots import (
    SLOTS,
    SlotCase,
    align,
    date_verdict,
    location_verdict,
    slot_verdicts,
    type_verdict,
)
from evals.benchmarks.muc_templates import Response, responses
from evals.cli.main import main
from evals.kinds import KindMap
from evals.predictions import Predictions
from extractor.edtf import Bounds
from tests.unit.evals.evals_builders import event, predicted
from tests.unit.evals.muc4_source import write_source

DATELINE = date(1989, 8, 26)


def day(number: int) -> date:
    return date(1989, 8, number)


def on(number: int) -> Bounds:
    return Bounds(day(number), day(number))


def until(number: int) -> Bounds:
    return Bounds(None, day(number))


def between(first: int, last: int) -> Bounds:
    return Bounds(day(first), day(last))


@pytest.mark.parametrize(
    ("response", "key", "verdict"),
    [
        # the examples of the guidelines, §3.2.2
        (on(26), between(25, 26), "par"),
        (on(26), until(26), "par"),
        (on(25), until(26), "par"),
        (until(26), between(25, 26), "par"),
        (until(26), on(26), "par"),
        (until(26), on(16), "inc"),
        (until(26), on(25), "inc"),
        (until(26), between(24, 25), "inc"),
        # and what follows from them
        (on(26), on(26), "cor"),
        (until(26), until(26), "cor"),
        (between(24, 25), until(26), "par"),
        (between(24, 26), on(25), "inc"),
        (on(27), until(26), "inc"),
        (until(25), on(25), "inc"),
        (None, on(25), "mis"),
    ],
)
def test_dates(response: Bounds | None, key: Bounds, verdict: str) -> None:
    assert date_verdict([key], response, DATELINE) == verdict


def test_dates_with_alternatives_and_null_keys() -> None:
    assert date_verdict([on(24), on(25)], on(25), DATELINE) == "cor"
    assert date_verdict([], on(25), DATELINE) == "spu"
    assert date_verdict([], None, DATELINE) is None


@pytest.mark.parametrize(
    ("places", "verdict"),
    [
        ([("Dorva", None)], "cor"),
        ([("DORVA", "Elsewhere")], "cor"),
        ([("Velgonia", None)], "par"),
        ([("East", None)], "par"),
        ([("Kesh", "Velgonia")], "par"),
        ([("Dorva", None), ("Kesh", None)], "par"),
        ([("Kesh", None)], "inc"),
        ([], "mis"),
    ],
)
def test_locations(places: list[tuple[str, str | None]], verdict: str) -> None:
    assert location_verdict([[("VELGONIA", "EAST", "DORVA")]], places) == verdict


def test_locations_of_ranges_alternatives_and_null_keys() -> None:
    reach = [[("V", "DORVA"), ("V", "KESH")]]
    assert location_verdict(reach, [("Dorva", None)]) == "par"
    assert location_verdict(reach, [("Kesh", None), ("Dorva", None)]) == "cor"
    assert location_verdict([[("V", "KESH")], [("V",)]], [("V", None)]) == "cor"
    assert location_verdict([], [("V", None)]) == "spu"
    assert location_verdict([], []) is None


def key(**fields: Any) -> KeyTemplate:
    given: dict[str, Any] = {"number": "1", "optional": False, "stages": ("ACCOMPLISHED",)}
    given |= {"types": ("ATTACK",), "dates": (on(25),), "locations": ((("V", "DORVA"),),)}
    given |= {"individuals": (Fill(("ARMED MEN",)),), "names": (Fill(("ILSA BRANT",)),)}
    return KeyTemplate(**{**given, **fields})


def response(**fields: Any) -> Response:
    given: dict[str, Any] = {"type": "ATTACK", "stage": "ACCOMPLISHED", "date": on(25)}
    given |= {"places": (("Dorva", None),), "perpetrators": ("the armed men",), "targets": ()}
    return Response(**{**given, **fields})


@pytest.mark.parametrize(
    ("types", "found", "verdict"),
    [
        (("BOMBING",), "BOMBING", "cor"),
        (("ATTACK", "BOMBING"), "BOMBING", "cor"),
        (("BOMBING",), "ATTACK", "par"),
        (("ATTACK",), "BOMBING", "inc"),
    ],
)
def test_incident_types(types: tuple[str, ...], found: str, verdict: str) -> None:
    assert type_verdict(key(types=types), response(type=found)) == verdict


@pytest.mark.parametrize(
    ("fields", "aligned"),
    [
        ({}, True),
        ({"perpetrators": ("men",)}, True),
        ({"perpetrators": (), "targets": ("Brant",)}, True),
        ({"perpetrators": ("soldiers",), "targets": ("a bank",)}, False),
        ({"perpetrators": (), "targets": ()}, False),
        ({"type": "BOMBING"}, False),
    ],
)
def test_a_pair_needs_the_type_and_a_perpetrator_or_target(
    fields: dict[str, Any], aligned: bool
) -> None:
    assert align([key()], [response(**fields)]) == ([(0, 0)] if aligned else [])


def test_alignment_takes_the_best_total_and_never_the_date() -> None:
    """The second response has the key's date, the first has both of its actors."""
    first = response(date=on(1), targets=("Ilsa Brant",))
    assert align([key()], [response(), first]) == [(0, 1)]


def test_slots_over_all_templates_by_hand() -> None:
    """One pair (date PAR, location INC), one key missed, one optional one, one spurious."""
    other = {"individuals": (Fill(("PIRATES",)),), "names": ()}
    keys = [key(dates=(between(24, 25),)), key(**other), key(optional=True, **other)]
    answers = [response(places=(("Kesh", None),)), response(perpetrators=("clerks",), date=None)]
    verdicts = slot_verdicts(SlotCase(keys, answers, DATELINE))
    measures = {slot: slot_measure(slot, [verdicts]) for slot in SLOTS}
    told = {
        slot: (*(m.counts[v] for v in ("cor", "par", "inc", "mis", "spu")), m.precision, m.recall)
        for slot, m in measures.items()
    }
    assert told == {
        "template": (1, 0, 0, 1, 1, 0.5, 0.5),
        "type": (1, 0, 0, 1, 1, 0.5, 0.5),
        "stage": (1, 0, 0, 1, 1, 0.5, 0.5),
        "date": (0, 1, 0, 1, 0, 0.5, 0.25),
        "location": (0, 0, 1, 1, 1, 0.0, 0.0),
    }


def answer(**fields: Any) -> list[Response]:
    given: dict[str, Any] = {"kind": "attack", "status": "occurred", "when": "1989-08-25"}
    events = predicted("m", event("Men bomb a bank", **{**given, **fields}))
    return responses(events, dateline=DATELINE, kinds=KindMap())


def test_an_event_becomes_a_response() -> None:
    who = [{"name": "men", "role": "agent"}, {"name": "bank", "role": "target"}, {"name": "x"}]
    where = [{"name": "Dorva", "within": "East"}]
    assert answer(who=who, where=where) == [
        Response(
            type="BOMBING",
            stage="ACCOMPLISHED",
            date=on(25),
            places=(("Dorva", "East"),),
            perpetrators=("men",),
            targets=("bank",),
        )
    ]


def test_a_line_for_context_does_not_tell_the_type() -> None:
    cited, named = {"quote": "They fired."}, {"quote": "A bomb went off.", "context": True}
    for evidence, type_ in (([cited], "ATTACK"), ([cited, named], "ATTACK"), ([named], "ATTACK")):
        events = predicted("m", event("Men act", kind="attack") | {"evidence": evidence})
        (found,) = responses(events, dateline=DATELINE, kinds=KindMap())
        assert found.type == type_


@pytest.mark.parametrize(
    ("fields", "types"),
    [
        ({"kind": "politics"}, []),
        ({"kind": "clash"}, []),
        ({"status": "denied"}, []),
        ({"kind": "crime"}, ["BOMBING"]),
        ({"kind": None}, []),
    ],
)
def test_which_events_are_incidents(fields: dict[str, Any], types: list[str]) -> None:
    assert [found.type for found in answer(**fields)] == types


def test_a_crime_without_a_word_for_an_incident_is_none() -> None:
    found = predicted("m", event("Clerk forges papers", kind="crime"))
    assert responses(found, dateline=None, kinds=KindMap()) == []


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("1989-08", between(1, 31)),
        ("../1989-08-25", until(25)),
        ("1989-08-20/..", between(20, 26)),
        ("1989-09-20/..", until(26)),
        (None, until(26)),
    ],
)
def test_dates_of_events_in_the_forms_of_muc(edtf: str | None, bounds: Bounds) -> None:
    assert [found.date for found in answer(when={"edtf": edtf})] == [bounds]


def test_a_planned_event_is_threatened_and_an_undated_one_without_dateline_is_null() -> None:
    assert answer(status="planned")[0].stage == "THREATENED"
    undated = predicted("m", event("Men bomb a bank", kind="attack"))
    assert responses(undated, dateline=None, kinds=KindMap())[0].date is None


def test_gold_entities_stand_once_a_message() -> None:
    roles = gold_roles(
        [
            key(),
            key(number="2", descriptions=(Fill(("CLERKS",)), Fill(("MAYOR",), ("ILSA BRANT",)))),
        ]
    )
    assert roles == {"perpetrator": [("ARMED MEN",)], "target": [("ILSA BRANT",), ("CLERKS",)]}


def test_measures_of_a_run_by_hand(tmp_path: Path) -> None:
    """Of 8 entities (perpetrators 4 with REBELS, targets 4) two are found, and one is wrong."""
    messages = read_split(write_source(tmp_path), "dev")
    who = [
        {"name": "gunmen", "role": "agent"},
        {"name": "mayor Ilsa Brant", "role": "target"},
        {"name": "driver", "role": "target"},
    ]
    found = event("Gunmen kidnap mayor", kind="crime", when="1989-12-30", who=who, where=["Dorva"])
    rows = {
        m.name: m for m in measures(messages, Predictions.of(predicted("DEV-MUC3-0001", found)))
    }
    assert rows["CEAF-REE, both roles"].counts == {"matched": 2, "gold": 8, "pred": 3}
    assert rows["CEAF-REE, both roles"].f1 == pytest.approx(4 / 11)
    assert rows["slot date"].counts == {"cor": 1, "par": 0, "inc": 0, "mis": 1, "spu": 0}
    assert rows["slot location"].recall == 0.5
    assert rows["slot template"].ci95 is not None


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_reads_measures_and_goes_on(tmp_path: Path) -> None:
    source, run = write_source(tmp_path / "muc4"), tmp_path / "run"
    arguments = ("benchmark", "muc4", source, "--run", run, "-m", "rules")
    first = evals(*arguments)
    assert first.exit_code == 0, first.output
    result = json.loads(first.stdout)
    assert (result["benchmark"], result["split"], result["engine"]) == ("muc4", "dev", "rules")
    assert result["articles"] == 3
    assert [m["name"] for m in result["measures"]][3:] == [
        "slot template",
        "slot type",
        "slot stage",
        "slot date",
        "slot location",
    ]
    assert evals(*arguments).stdout == first.stdout
    table = evals(*arguments, "-o", tmp_path / "measures.json")
    assert "slot location" in table.stdout
    assert json.loads((tmp_path / "measures.json").read_text(encoding="utf-8")) == result


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nothing",), "no benchmark 'nothing'; known: "),
        (("muc4", "--split", "even"), "muc4 has no split 'even'"),
        (("timeml", "-m", "rules"), "timeml uses no engine"),
    ],
)
def test_usage_errors(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    name, *rest = arguments
    result = evals("benchmark", name, tmp_path, *rest)
    assert result.exit_code == 2
    assert message in result.stderr
