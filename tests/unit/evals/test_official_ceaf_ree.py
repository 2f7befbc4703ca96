from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.benchmarks.ceaf_ree import EntityCounts, Roles, ceaf_ree, normalized

GOLD = [["post office", "the office", "building"], ["tram"], ["kiosk"]]


def counts(gold: list[list[str]], pred: list[list[str]]) -> EntityCounts:
    return ceaf_ree([({"target": gold}, {"target": pred})], ["target"]).micro


@pytest.mark.parametrize(
    ("pred", "matched"),
    [
        ([["tram"], ["building"], ["kiosk"]], 3),
        # two mentions of one gold entity as two entities: only one of them matches
        ([["tram"], ["building"], ["kiosk"], ["office"]], 3),
        ([["building", "post office"], ["kiosk"]], 2),
        # one mention too many, and the entity matches nothing
        ([["building", "kiosk"], ["tram"]], 1),
        ([["THE Kiosk!"]], 1),
        ([], 0),
    ],
)
def test_entities_match_one_to_one_where_all_mentions_are_gold_s(
    pred: list[list[str]], matched: int
) -> None:
    assert counts(GOLD, pred) == EntityCounts(matched, 3, len(pred))


def test_the_assignment_is_the_best_one_not_the_first() -> None:
    """`men` could take either gold entity; `boys` only the first."""
    assert counts([["men", "boys"], ["men"]], [["men"], ["boys"]]).matched == 2


def test_roles_do_not_mix_and_documents_are_summed() -> None:
    first: tuple[Roles, Roles] = ({"agent": [["x"]], "target": [["y"]]}, {"agent": [["y"]]})
    second: tuple[Roles, Roles] = ({"agent": [["x"]]}, {"agent": [["x"]], "target": [["z"]]})
    score = ceaf_ree([first, second], ["agent", "target"])
    assert score.roles == {"agent": EntityCounts(1, 2, 2), "target": EntityCounts(0, 1, 1)}
    assert score.micro == EntityCounts(1, 3, 3)
    assert score.micro.f1 == pytest.approx(1 / 3)


def test_precision_recall_and_f1_by_hand() -> None:
    score = counts(GOLD, [["tram"], ["ship"]])
    assert (score.precision, score.recall, score.f1) == (1 / 2, 1 / 3, 2 / 5)
    assert EntityCounts().f1 is None


@pytest.mark.parametrize(
    ("mention", "form"),
    [("The U.S.  Embassy", "us embassy"), ('"NORTH" BANK', "north bank"), ("A the an", "")],
)
def test_normalized_mentions(mention: str, form: str) -> None:
    assert normalized(mention) == form


def test_an_entity_without_words_is_none() -> None:
    assert counts([["the"]], [[], ["!"]]) == EntityCounts(0, 0, 0)


entities = st.lists(st.lists(st.sampled_from("bcdef"), min_size=1, max_size=3), max_size=5)


@given(entities, entities)
def test_order_does_not_matter_and_nothing_counts_twice(
    gold: list[list[str]], pred: list[list[str]]
) -> None:
    score = counts(gold, pred)
    assert score == counts(gold[::-1], pred[::-1])
    assert score.matched <= min(score.gold, score.pred)
    assert counts(gold, gold).matched == len(gold)
