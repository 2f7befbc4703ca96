from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.benchmarks.ceaf_ree import Entity, EntityCounts, Roles, ceaf_ree, normalized

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


# The same score once more, by a straightforward reading of its definition: Du, Rush and Cardie
# (2021), section 5. Shares no code with the module and tries every assignment.


def plain_words(mention: str) -> str:
    """Lower case, without punctuation, the words `a`, `an`, `the`, and surplus white space."""
    letters = "".join(char for char in mention.lower() if char.isalnum() or char.isspace())
    return " ".join(word for word in letters.split() if word not in ("a", "an", "the"))


def clusters(entities: Sequence[Entity]) -> list[set[str]]:
    words = [{plain_words(mention) for mention in entity} - {""} for entity in entities]
    return [mentions for mentions in words if mentions]


def greatest_similarity(gold: list[set[str]], pred: list[set[str]]) -> int:
    """Of all ways to give each predicted entity a gold entity of its own, or none."""
    seats: list[set[str] | None] = [*gold, *([None] * len(pred))]
    ways = permutations(seats, len(pred))
    return max(
        sum(
            seat is not None and found.issubset(seat) for found, seat in zip(pred, way, strict=True)
        )
        for way in ways
    )


def by_definition(documents: Sequence[tuple[Roles, Roles]], roles: Sequence[str]) -> list[float]:
    """Precision, recall and F1 over all roles and documents; 0 where nothing can be divided."""
    similarity = gold_entities = pred_entities = 0
    for gold, pred in documents:
        for role in roles:
            labelled, found = clusters(gold.get(role, [])), clusters(pred.get(role, []))
            similarity += greatest_similarity(labelled, found)
            gold_entities += len(labelled)
            pred_entities += len(found)
    precision = similarity / pred_entities if pred_entities else 0.0
    recall = similarity / gold_entities if gold_entities else 0.0
    both = precision + recall
    return [precision, recall, 2 * precision * recall / both if both else 0.0]


mentions = st.sampled_from(
    ["men", "The Men", "boys", "a boy's", "BOYS", "u.s. embassy", "US  Embassy", "the", "!", "tram"]
)
some_entities = st.lists(st.lists(mentions, max_size=3), max_size=4)
role_fillers = st.fixed_dictionaries({}, optional={"agent": some_entities, "target": some_entities})


@given(st.lists(st.tuples(role_fillers, role_fillers), max_size=3))
def test_the_definition_with_every_assignment_tried_gives_the_same(
    documents: list[tuple[Roles, Roles]],
) -> None:
    roles = ["agent", "target"]
    score = ceaf_ree(documents, roles).micro
    assert [score.precision or 0, score.recall or 0, score.f1 or 0] == pytest.approx(
        by_definition(documents, roles)
    )


def test_the_definition_on_a_case_by_hand() -> None:
    """Two of three gold entities found by two of four predictions."""
    gold: Roles = {"target": GOLD}
    pred: Roles = {"target": [["the tram"], ["building", "office"], ["kiosk", "ship"], ["Office"]]}
    assert by_definition([(gold, pred)], ["target"]) == pytest.approx([2 / 4, 2 / 3, 4 / 7])
