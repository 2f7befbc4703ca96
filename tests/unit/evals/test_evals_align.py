from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.align import Aligner
from evals.comparable import ComparableEvent, from_gold, from_prediction
from evals.predictions import PredictedEvent
from evals.similarity import GATE, GATE_WITHOUT_SPANS, similarity
from evals.spans import Spans
from extractor.schema import GoldEvent
from tests.unit.evals.evals_builders import event


def gold(title: str, *spans: tuple[int, int], **fields: Any) -> ComparableEvent:
    made = GoldEvent.model_validate(event(title, **fields))
    return from_gold(made, 0, spans=spans, kind=made.kind)


def pred(title: str, *spans: tuple[int, int], **fields: Any) -> ComparableEvent:
    made = PredictedEvent.model_validate({"article_id": "a", **event(title, **fields)})
    return from_prediction(made, 0, spans=spans, kind=made.kind)


def alike(left: ComparableEvent, right: ComparableEvent) -> float:
    total, _ = similarity([left], [right])
    return float(total[0, 0])


def are_paired(left: ComparableEvent, right: ComparableEvent) -> bool:
    return bool(Aligner([left], [right]).align().pairs)


class TestSimilarity:
    def test_weights(self) -> None:
        # Evidence: 5 of 15 characters. Wording: the same words. Names: one of two, and one of one:
        # F1 2/3. .40/3 + .35 + .25 * 2/3 = .65
        left = gold("Police seize arms", (0, 10), who=["police", "Brandt"])
        right = pred("arms seize: POLICE", (5, 15), who=["Police"])
        assert alike(left, right) == pytest.approx(0.65)

    @pytest.mark.parametrize(
        ("found", "ratio"),
        [("abcd", 1.0), ("abxy", 0.5), ("axyz", 0.25), ("wxyz", 0.0)],
    )
    def test_beside_evidence_only_wording_above_chance_counts(
        self, found: str, ratio: float
    ) -> None:
        # (ratio - .20) / .80, not below 0; without spans the ratio as it is.
        counted = {1.0: 1.0, 0.5: 0.375, 0.25: 0.0625, 0.0: 0.0}[ratio]
        placed = alike(gold("abcd", (0, 9), who=[]), pred(found, (0, 9), who=[]))
        assert placed == pytest.approx((0.40 + 0.35 * counted) / 0.75, abs=1e-6)
        assert alike(gold("abcd", who=[]), pred(found, who=[])) == ratio

    def test_the_side_gate_asks_the_ratio_itself(self) -> None:
        # Ratio .40 counts as .25 in the similarity, but .30 in wording is reached.
        left, right = gold("abcde", (0, 9), who=[]), pred("abxyz", (0, 9), who=[])
        assert are_paired(left, right)
        assert not are_paired(left, pred("axyzw", (0, 9), who=[]))

    def test_several_spans_are_one_set_of_characters(self) -> None:
        # 10 + 10 characters against 10 + 20: shared 5 + 10, covered 35. Names: none on both sides.
        left = gold("Rain", (0, 10), (50, 60), who=[], where=[])
        right = pred("Rain", (5, 15), (45, 65), who=[], where=[])
        assert alike(left, right) == pytest.approx((0.40 * 15 / 35 + 0.35) / 0.75, abs=1e-6)

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ({"name": "Rastan"}, "rastan"),
            ({"name": "Şorvan"}, "Sorvan"),
            ({"name": "Ar-Rastan"}, "ar rastan"),
            ({"name": "Rastan", "also": ["the town"]}, "The Town"),
            ({"name": "the old pier"}, "Old pier"),
            ({"name": "l’usine"}, "usine"),
            ({"name": "Fonderie", "also": ["les ouvriers"]}, "ouvriers"),
        ],
    )
    def test_names_are_folded_and_alternatives_count(
        self, name: dict[str, Any], found: str
    ) -> None:
        left, right = gold("A", (0, 9), where=[name]), pred("A", (0, 9), where=[found])
        assert alike(left, right) == 1.0

    @pytest.mark.parametrize(
        ("name", "other"), [("The", "An"), ("anders", "ders"), ("Lens", "ens")]
    )
    def test_what_only_looks_like_an_article_is_a_name(self, name: str, other: str) -> None:
        assert alike(gold("A", (0, 9), where=[name]), pred("A", (0, 9), where=[other])) == 0.75

    def test_an_actor_may_be_found_as_a_place(self) -> None:
        assert alike(gold("A", (0, 9), who=["Velga"]), pred("A", (0, 9), where=["Velga"])) == 1.0

    def test_no_names_on_both_sides_leave_their_weight_to_the_others(self) -> None:
        left, right = gold("A", (0, 9), who=[]), pred("A", (0, 9), who=[])
        assert alike(left, right) == 1.0

    def test_no_names_on_one_side_are_no_agreement(self) -> None:
        left, right = gold("A", (0, 9), who=["police"]), pred("A", (0, 9), who=[])
        assert alike(left, right) == pytest.approx(0.75)

    def test_leaving_names_out_gains_nothing(self) -> None:
        left_out = alike(gold("A", (0, 9), who=["police"]), pred("A", (0, 9)))
        assert left_out == alike(gold("A", (0, 9), who=["police"]), pred("A", (0, 9), who=[]))
        assert left_out == 0.75

    def test_names_that_a_label_does_not_tell_are_not_compared(self) -> None:
        assert alike(gold("A", (0, 9)), pred("A", (0, 9), who=["police"])) == 1.0

    def test_without_spans_wording_and_names_share_the_weight(self) -> None:
        left, right = gold("A", (0, 9), who=["police"]), pred("A", who=["army"])
        assert alike(left, right) == pytest.approx(0.35 / 0.60, abs=1e-6)

    @pytest.mark.parametrize("dates", [("2024-01-01", "2024-01-01"), ("2024-01-01", "1999")])
    def test_dates_kinds_and_statuses_do_not_count(self, dates: tuple[str, str]) -> None:
        left = gold("Rain falls", (0, 10), when=dates[0], kind="attack", status="occurred")
        right = pred("Snow falls", (0, 10), when=dates[1], kind="health", status="denied")
        same = alike(gold("Rain falls", (0, 10)), pred("Snow falls", (0, 10)))
        assert alike(left, right) == same


class TestGates:
    def test_evidence_alone_makes_no_pair(self) -> None:
        # One sentence may tell of two events: similarity .40, but neither words nor names agree.
        left = gold("Dockers strike", (0, 80), who=["dockers"])
        right = pred("Quizzy jazz vow", (0, 80), who=["mayor"])
        assert alike(left, right) >= GATE
        assert not are_paired(left, right)

    def test_names_beside_the_evidence_make_a_pair(self) -> None:
        left = gold("Dockers strike", (0, 80), who=["dockers"])
        assert are_paired(left, pred("Quizzy jazz vow", (0, 80), who=["dockers"]))

    def test_without_spans_the_gate_is_higher(self) -> None:
        placed = gold(FAR[0], (0, 80), who=["rebels"], where=["Rastan"])
        assert are_paired(placed, pred(FAR[1], (40, 120), who=["rebels"]))
        assert GATE < alike(*far_apart()) < GATE_WITHOUT_SPANS
        assert not are_paired(*far_apart())

    def test_another_gate_moves_the_one_without_spans_too(self) -> None:
        left, right = far_apart()
        lacking = GATE_WITHOUT_SPANS - alike(left, right)
        assert not Aligner([left], [right]).align(GATE - lacking + 0.001).pairs
        assert Aligner([left], [right]).align(GATE - lacking - 0.001).pairs


FAR = ("Rebels take the old town of Rastan", "Rebels flee")


def far_apart() -> tuple[ComparableEvent, ComparableEvent]:
    """Two events of one actor, without spans."""
    return gold(FAR[0], who=["rebels"], where=["Rastan"]), pred(FAR[1], who=["rebels"])


class TestPairs:
    def test_the_total_counts_not_the_first_or_the_best_pair(self) -> None:
        # p0 is most like g0 (1.0), but then p1 (like g0 alone) goes without; and g1 is like p0.
        wanted = [gold("Rain falls", (0, 40)), gold("Rain falls", (40, 80))]
        found = [pred("Rain falls", (0, 60)), pred("Rain falls", (0, 30))]
        pairs = Aligner(wanted, found).align().pairs
        assert [(pair.gold, pair.pred) for pair in pairs] == [(0, 1), (1, 0)]

    def test_reversed_predictions_score_the_same(self) -> None:
        # nervaluate 1.1.0 took the first overlap: F1 1.0 in one order and 0.0 in the other.
        wanted = [gold("Rain falls", (0, 40)), gold("Snow falls", (30, 80))]
        found = [pred("Rain falls", (0, 40)), pred("Snow falls", (30, 80))]
        for order in (found, found[::-1]):
            titles = {
                (wanted[pair.gold].title, order[pair.pred].title)
                for pair in Aligner(wanted, order).align().pairs
            }
            assert titles == {("Rain falls", "Rain falls"), ("Snow falls", "Snow falls")}

    def test_required_gold_comes_first(self) -> None:
        wanted = [
            gold("Rain falls on Velga", (0, 40), optional=True),
            gold("Rain falls on Ostin", (0, 40)),
        ]
        alignment = Aligner(wanted, [pred("Rain falls on Velga", (0, 40))]).align()
        assert [(pair.gold, pair.pred) for pair in alignment.pairs] == [(1, 0)]
        assert (alignment.optional, alignment.missed) == ((), ())

    def test_several_predictions_may_go_with_one_optional_gold(self) -> None:
        wanted = [gold("Rain falls", (0, 40), optional=True)]
        found = [
            pred("Rain falls", (0, 40)),
            pred("The rain falls", (0, 30)),
            pred("Goal", (60, 80)),
        ]
        alignment = Aligner(wanted, found).align()
        assert [(pair.gold, pair.pred) for pair in alignment.optional] == [(0, 0), (0, 1)]
        assert (alignment.pairs, alignment.missed, alignment.extra) == ((), (), (2,))

    def test_empty_sides(self) -> None:
        one = [gold("Rain", (0, 4))]
        nothing = Aligner([], []).align()
        assert (nothing.pairs, nothing.missed, nothing.extra) == ((), (), ())
        assert Aligner(one, []).align().missed == (0,)
        assert Aligner([], [pred("Rain", (0, 4))]).align().extra == (0,)

    def test_events_alike_in_all_but_the_date_do_not_pair_by_it(self) -> None:
        # Were ties broken by the order of dates, every permutation would pair 1st with 1st.
        days = [f"2024-01-{day:02d}" for day in range(1, 9)]
        wanted = [gold("Rain", (0, 9), when=day, kind="disaster") for day in days]
        found = [pred("Rain", (0, 9), when=day, kind="accident") for day in days]
        pairs = Aligner(wanted, found).align().pairs
        assert len(pairs) == 8
        assert sum(pair.gold == pair.pred for pair in pairs) < 8

    def test_alternatives_part_events_that_are_alike_in_all_else(self) -> None:
        also = [{"edtf": "2024-01-01", "also": [f"2024-01-{day:02d}"]} for day in range(2, 10)]
        wanted = [gold("Rain", (0, 9), when=when) for when in also]
        found = [pred("Rain", (0, 9), when="2024-01-01")]
        (pair,) = Aligner(wanted, found).align().pairs
        (other,) = Aligner(wanted[::-1], found).align().pairs
        assert wanted[pair.gold].dates == wanted[::-1][other.gold].dates

    def test_the_very_same_events_pair_with_themselves(self) -> None:
        days = [f"2024-01-{day:02d}" for day in range(1, 9)]
        actors = ["a", {"name": "b", "also": ["c"]}]
        wanted = [gold("Rain", (0, 9), when=day, who=actors) for day in days]
        found = [pred("Rain", (0, 9), when=day, who=["b", "a"]) for day in reversed(days)]
        pairs = Aligner(wanted, found).align().pairs
        assert all(wanted[pair.gold].date == found[pair.pred].date for pair in pairs)


NAMES = st.sampled_from([[], [], ["rebels"], ["rebels", "army"], ["army", "rebels"]])


@st.composite
def some_events(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Events that are often alike, so that ties occur."""
    made = st.fixed_dictionaries(
        {
            "title": st.sampled_from(["Rain falls", "Snow falls"]),
            "who": NAMES,
            "when": st.sampled_from([f"2024-01-0{day}" for day in range(1, 9)]),
            "spans": st.sampled_from([((0, 60),), ((20, 80),), ((40, 80),), ()]),
        }
    )
    return draw(st.lists(made, max_size=5))


def as_gold(data: list[dict[str, Any]]) -> list[ComparableEvent]:
    return [gold(d["title"], *d["spans"], who=d["who"], when=d["when"]) for d in data]


def as_pred(data: list[dict[str, Any]]) -> list[ComparableEvent]:
    return [pred(d["title"], *d["spans"], who=d["who"], when=d["when"]) for d in data]


Told = tuple[str, Spans, object]


def told(one: ComparableEvent) -> Told:
    return one.title, one.spans, (one.date, sorted(map(sorted, one.who or ())))


def paired(wanted: list[ComparableEvent], found: list[ComparableEvent]) -> list[tuple[Told, Told]]:
    pairs = Aligner(wanted, found).align().pairs
    return sorted(((told(wanted[p.gold]), told(found[p.pred])) for p in pairs), key=repr)


@given(some_events(), some_events(), st.randoms(use_true_random=False))
def test_any_order_of_either_list_gives_the_same_pairs(
    wanted: list[dict[str, Any]], found: list[dict[str, Any]], chance: Any
) -> None:
    before = paired(as_gold(wanted), as_pred(found))
    wanted, found = list(wanted), list(found)
    chance.shuffle(wanted)
    chance.shuffle(found)
    assert paired(as_gold(wanted), as_pred(found)) == before


@given(some_events(), some_events())
def test_swapped_sides_give_the_same_pairs(
    left: list[dict[str, Any]], right: list[dict[str, Any]]
) -> None:
    there = paired(as_gold(left), as_pred(right))
    back = paired(as_gold(right), as_pred(left))
    assert sorted(((b, a) for a, b in back), key=repr) == there


@given(some_events())
def test_identical_lists_pair_completely_and_with_the_right_dates(
    data: list[dict[str, Any]],
) -> None:
    wanted, found = as_gold(data), as_pred(data)
    pairs = Aligner(wanted, found).align().pairs
    assert len(pairs) == len(data)
    assert all(told(wanted[pair.gold]) == told(found[pair.pred]) for pair in pairs)
