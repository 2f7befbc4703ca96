"""A perfect run, changed in one known way: what any scorer must then say (after tilse's tests)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evals.score import score
from evals.scorefile import Metrics
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
)

ACTORS = ("Miners", "Pilots", "Nurses", "Farmers", "Clerks", "Divers", "Weavers", "Judges")
PLACES = ("Ostin", "Velga", "Lissa", "Ruun", "Alma", "Tarsin", "Mardo", "Quell")
DEEDS = (
    "blockade the old harbour",
    "sue their former bank",
    "flood an empty quarry",
    "elect seven new leaders",
    "burn last year's contracts",
    "open one free clinic",
    "reject every wage offer",
    "found a choir",
)
SENTENCES = [
    f"{who} in {where}, witnesses say, {deed}."
    for who, where, deed in zip(ACTORS, PLACES, DEEDS, strict=True)
]
TEXT = "\n".join(SENTENCES)
FIRST = date(2024, 2, 26)
EIGHT: list[EventData] = [
    event(
        f"{who} {deed}",
        sentence,
        when=(FIRST + timedelta(days=number)).isoformat(),
        who=[who],
        where=[where],
        kind="protest",
        status="occurred",
    )
    for number, (who, where, deed, sentence) in enumerate(
        zip(ACTORS, PLACES, DEEDS, SENTENCES, strict=True)
    )
]

some_events = st.lists(st.sampled_from(range(8)), min_size=1, unique=True)
two_events = st.lists(st.sampled_from(range(8)), min_size=2, max_size=2, unique=True)


def scored(gold: list[EventData], found: list[EventData]) -> Metrics:
    one = corpus(labelled("a", TEXT, *gold))
    return score(one, run(predicted("a", *found), record("a", TEXT))).metrics


def counts(metrics: Metrics) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """tp, fp and fn of events, and of events with their dates."""
    assert metrics.event is not None
    assert metrics.event_date is not None
    event_, dated = metrics.event, metrics.event_date
    return (event_.tp, event_.fp, event_.fn), (dated.tp, dated.fp, dated.fn)


@settings(max_examples=25)
@given(some_events)
def test_dropping_events_costs_their_recall(dropped: list[int]) -> None:
    n = len(dropped)
    kept = [data for number, data in enumerate(EIGHT) if number not in dropped]
    metrics = scored(EIGHT, kept)
    assert counts(metrics) == ((8 - n, 0, n), (8 - n, 0, n))
    assert metrics.errors is not None
    assert metrics.errors.missed == n


@settings(max_examples=25)
@given(st.integers(1, 30))
def test_nonsense_costs_its_precision(amount: int) -> None:
    junk = [
        event(f"Zebra number {number} hums", f"Zebra hum {number}.", who=["zebra"])
        for number in range(amount)
    ]
    metrics = scored(EIGHT, EIGHT + junk)
    assert counts(metrics) == ((8, amount, 0), (8, amount, 0))
    assert metrics.errors is not None
    assert metrics.errors.hallucinated == amount


@settings(max_examples=25)
@given(two_events)
def test_two_merged_into_one_lose_one(merged: list[int]) -> None:
    one, other = (EIGHT[number] for number in merged)
    both = {
        **one,
        "title": f"{one['title']} and {other['title']}",
        "who": one["who"] + other["who"],
        "where": one["where"] + other["where"],
        "evidence": one["evidence"] + other["evidence"],
    }
    rest = [data for number, data in enumerate(EIGHT) if number not in merged]
    metrics = scored(EIGHT, [*rest, both])
    assert counts(metrics)[0] == (7, 0, 1)
    assert metrics.errors is not None
    assert (metrics.errors.merged, metrics.errors.missed) == (1, 0)


@pytest.mark.parametrize("number", range(8))
def test_one_split_into_two_is_one_too_many(number: int) -> None:
    whole = EIGHT[number]
    first, second = SENTENCES[number].split(", witnesses say, ")
    halves = [
        {**whole, "where": [], "evidence": [{"quote": second}]},
        {**whole, "who": [], "evidence": [{"quote": first}]},
    ]
    rest = [data for other, data in enumerate(EIGHT) if other != number]
    metrics = scored(EIGHT, rest + halves)
    assert counts(metrics)[0] == (8, 1, 0)
    assert metrics.errors is not None
    assert (metrics.errors.split, metrics.errors.duplicate) == (1, 0)


@settings(max_examples=25)
@given(some_events)
def test_the_same_told_again_is_a_duplicate(again: list[int]) -> None:
    metrics = scored(EIGHT, EIGHT + [EIGHT[number] for number in again])
    assert counts(metrics) == ((8, len(again), 0), (8, len(again), 0))
    assert metrics.errors is not None
    assert metrics.errors.duplicate == len(again)


def on(data: EventData, day: date) -> EventData:
    return {**data, "when": {"edtf": day.isoformat()}}


@settings(max_examples=25)
@given(some_events, st.sampled_from([-5, -1, 1, 5]))
def test_shifted_days_cost_the_date_on_both_sides(shifted: list[int], days: int) -> None:
    found = [
        on(data, FIRST + timedelta(days=number + days)) if number in shifted else data
        for number, data in enumerate(EIGHT)
    ]
    n, metrics = len(shifted), scored(EIGHT, found)
    assert counts(metrics) == ((8, 0, 0), (8 - n, n, n))
    assert metrics.dates is not None
    expected = abs(days) if n > 4 else 0 if n < 4 else abs(days) / 2
    assert metrics.dates.median_abs_days == expected


@settings(max_examples=25)
@given(some_events, st.sampled_from([-4, -1, 1, 4]))
def test_wrong_years_are_named(changed: list[int], years: int) -> None:
    # The events lie around 29 February 2024: in other years its last day is the 28th.
    def other_year(day: date) -> date:
        leap_day_lost = (day.month, day.day) == (2, 29) and years % 4
        return day.replace(year=day.year + years, day=28 if leap_day_lost else day.day)

    found = [
        on(data, other_year(FIRST + timedelta(days=number))) if number in changed else data
        for number, data in enumerate(EIGHT)
    ]
    n, metrics = len(changed), scored(EIGHT, found)
    assert counts(metrics) == ((8, 0, 0), (8 - n, n, n))
    assert metrics.dates is not None
    assert metrics.dates.wrong_year == n


@settings(max_examples=25)
@given(some_events)
def test_paraphrased_titles_cost_nothing(changed: list[int]) -> None:
    # Evidence and names still tell which event it is.
    found = [
        {**data, "title": "What they did there"} if number in changed else data
        for number, data in enumerate(EIGHT)
    ]
    assert counts(scored(EIGHT, found)) == ((8, 0, 0), (8, 0, 0))


@settings(max_examples=25)
@given(st.permutations(EIGHT), st.permutations(EIGHT[:5] + EIGHT[6:]))
def test_no_order_of_either_list_matters(gold: list[EventData], found: list[EventData]) -> None:
    shuffled, sorted_ = scored(gold, found), scored(EIGHT, EIGHT[:5] + EIGHT[6:])
    assert shuffled.model_dump() == sorted_.model_dump()


def test_one_unit_of_counting() -> None:
    # stickler 1.0.0 gives .8 and .46 for one toy article, by two units. Here 8 of 8 events are
    # found, and every number of the file counts events: of 8 kinds 2 are wrong, of 8 dates 3.
    found = [
        {**data, "kind": "crime" if number < 2 else "protest"} for number, data in enumerate(EIGHT)
    ]
    found = [on(data, date(2001, 7, 19)) for data in found[:3]] + found[3:]
    metrics = scored(EIGHT, found)
    assert counts(metrics) == ((8, 0, 0), (5, 3, 3))
    assert metrics.fields is not None
    assert (metrics.fields["kind"].cor, metrics.fields["kind"].inc) == (6, 2)
    assert (metrics.fields["kind"].precision, metrics.fields["kind"].recall) == (6 / 8, 6 / 8)
    assert (metrics.fields["date"].precision, metrics.fields["date"].recall) == (5 / 8, 5 / 8)


def test_names_that_are_partly_right_keep_half_a_credit_in_two_documents() -> None:
    # nervaluate 1.1.0: 0.5 for one document, 0.0 when the same document is given twice.
    found = {**EIGHT[0], "who": [{"name": "Miners"}, {"name": "Owners"}]}
    texts = {"a": TEXT, "b": TEXT + "\n"}
    both = corpus(*(labelled(id_, text, EIGHT[0]) for id_, text in texts.items()))
    records = [record(id_, text) for id_, text in texts.items()]
    metrics = score(both, run([*predicted("a", found), *predicted("b", found)], *records)).metrics
    assert metrics.fields is not None
    assert (metrics.fields["who"].par, metrics.fields["who"].f1) == (2, 0.5)
