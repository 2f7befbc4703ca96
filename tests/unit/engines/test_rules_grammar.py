from __future__ import annotations

import pytest

from extractor.engines.rules.grammar import inflect, plural


@pytest.mark.parametrize(
    ("verb", "irregular", "past", "participle", "gerund", "third"),
    [
        ("capture", (), "captured", "captured", "capturing", "captures"),
        ("stop", (), "stopped", "stopped", "stopping", "stops"),
        ("attack", (), "attacked", "attacked", "attacking", "attacks"),
        ("flee", ("fled",), "fled", "fled", "fleeing", "flees"),
        ("free", (), "freed", "freed", "freeing", "frees"),
        ("bury", (), "buried", "buried", "burying", "buries"),
        ("deploy", (), "deployed", "deployed", "deploying", "deploys"),
        ("take", ("took", "taken"), "took", "taken", "taking", "takes"),
        ("clash", (), "clashed", "clashed", "clashing", "clashes"),
    ],
)
def test_a_verb_has_its_forms(
    verb: str, irregular: tuple[str, ...], past: str, participle: str, gerund: str, third: str
) -> None:
    forms = inflect(verb, irregular)
    assert "past" in forms[past]
    assert "participle" in forms[participle]
    assert forms[gerund] == {"gerund"}
    assert forms[third] == {"third"}


def test_a_verb_with_one_form_may_be_any_of_them() -> None:
    assert inflect("hit", ("hit",))["hit"] == {"base", "past", "participle"}


def test_an_irregular_verb_has_no_regular_past() -> None:
    assert "taked" not in inflect("take", ("took", "taken"))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("quake", "quakes"),
        ("clash", "clashes"),
        ("hostility", "hostilities"),
        ("gunman", "gunmen"),
        ("child", "children"),
        ("police", "police"),
        ("oil spill", "oil spills"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected
