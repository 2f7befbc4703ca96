from __future__ import annotations

from typing import Any

import pytest

from evals.corpus import LabelledArticle
from evals.metrics.dates import days_off
from evals.score import score
from evals.scorefile import Metrics
from extractor.edtf import bounds_of
from tests.unit.evals.evals_builders import (
    EventData,
    corpus,
    event,
    labelled,
    predicted,
    record,
    run,
)

QUOTE = "Rain fell on Velga and Ostin."
TEXT = f"MENU\n{QUOTE}\nLater nothing fell on anything at all, said the old miller of Lissa.\n"


def metrics_of(gold: EventData, *found: EventData, **about: Any) -> Metrics:
    """Numbers of one article with one gold event; `about` is told of the article or its record."""
    of_record = {key: about.pop(key) for key in ("found_published",) if key in about}
    published = {"published": {"edtf": of_record.get("found_published")}} if of_record else {}
    article: LabelledArticle = labelled("a", TEXT, gold, **about)
    run_ = run(predicted("a", *found), record("a", TEXT, **published))
    return score(corpus(article), run_).metrics


def rain(**fields: Any) -> EventData:
    return event("Rain falls on Velga", QUOTE, **fields)


def verdict_of(field: str, gold: EventData, found: EventData) -> str | None:
    """The one verdict of the one pair on a field."""
    fields = metrics_of(gold, found).fields
    assert fields is not None
    score = next(score for name, score in fields.items() if name == field)
    counts = score.model_dump(include={"cor", "par", "inc", "mis", "spu"})
    told = [verdict for verdict, count in counts.items() if count]
    assert len(told) <= 1
    return told[0] if told else None


@pytest.mark.parametrize(
    ("gold", "found", "right", "verdict"),
    [
        ("2024-12-06", "2024-12-06", True, "cor"),
        ("2024-12-06", "2024-12-06~", True, "cor"),  # suffixes are not compared
        ("2024-12", "2024-12-01/2024-12-31", True, "cor"),  # the same days, written otherwise
        ("2024-12-06", "2024-12-07", False, "inc"),
        ("2024-12-06", "2024-12", False, "par"),  # wider
        ("2024-12", "2024-12-06", False, "par"),  # narrower
        ("2024-12-01/2024-12-06", "2024-12-04/2024-12-09", False, "inc"),  # neither
        ("../2024-11-30", "../2024-11-30", True, "cor"),
        ("../2024-11-30", "2024-11-30", False, "par"),
        ("2024-12-06", None, False, "mis"),
        (None, "2024-12-06", False, "spu"),
        (None, None, True, None),  # both empty: right, and counts in no field
    ],
)
def test_dates(gold: str | None, found: str | None, right: bool, verdict: str | None) -> None:
    left, right_ = rain(when={"edtf": gold}), rain(when={"edtf": found})
    metrics = metrics_of(left, right_)
    assert metrics.event_date is not None
    assert (metrics.event_date.tp, metrics.event_date.fp, metrics.event_date.fn) == (
        (1, 0, 0) if right else (0, 1, 1)
    )
    assert verdict_of("date", left, right_) == verdict


@pytest.mark.parametrize(
    ("when", "found", "verdict"),
    [
        ({"edtf": "2024-12-06", "also": ["2024-12-07"]}, "2024-12-07", "cor"),
        ({"edtf": "2024-12-06", "also": ["2024-11"]}, "2024-11-05", "par"),
        ({"edtf": None, "also": ["../2024-12-06"]}, "../2024-12-06", "cor"),
        ({"edtf": None, "also": ["../2024-12-06"]}, None, None),
        ({"edtf": None, "also": ["../2024-12-06"]}, "2024-12-05", "spu"),  # invented
        ({"edtf": "2024-12-06", "also": [None]}, None, "cor"),
    ],
)
def test_other_dates_that_count_as_right(
    when: dict[str, Any], found: str | None, verdict: str | None
) -> None:
    assert verdict_of("date", rain(when=when), rain(when={"edtf": found})) == verdict


NORTHERN = {"name": "Northern Coalition", "also": ["coalition", "The Fighters"]}


@pytest.mark.parametrize(
    ("gold", "found", "verdict"),
    [
        (["Velga"], ["velga"], "cor"),
        (["Şorvan"], ["Sorvan"], "cor"),
        ([NORTHERN], ["coalition"], "cor"),
        ([NORTHERN], ["the fighters"], "cor"),
        ([NORTHERN], ["coalition", "Northern Coalition"], "cor"),  # two names of one actor
        ([NORTHERN, "army"], ["coalition"], "par"),
        ([NORTHERN], ["coalition", "army"], "par"),
        ([NORTHERN], ["army"], "inc"),
        ([NORTHERN], [], "mis"),
        ([], ["army"], "spu"),
        ([], [], None),
    ],
)
def test_names(gold: list[Any], found: list[str], verdict: str | None) -> None:
    for field in ("who", "where"):
        assert verdict_of(field, rain(**{field: gold}), rain(**{field: found})) == verdict


@pytest.mark.parametrize("field", ["who", "where", "kind", "status"])
def test_what_labels_do_not_speak_of_is_not_judged(field: str) -> None:
    # Not in the label at all: neither the pair's nor the other prediction's value is spurious.
    told = {"who": ["army"], "where": ["Velga"], "kind": "attack", "status": "denied"}
    more = event("Nothing falls on anything", kind="attack", status="denied", who=["miller"])
    fields = metrics_of(rain(), rain(**told), more).fields
    assert fields is not None
    score = next(score for name, score in fields.items() if name == field)
    assert score.model_dump() == dict.fromkeys(("cor", "par", "inc", "mis", "spu"), 0) | (
        dict.fromkeys(("precision", "recall", "f1"))
    )


def test_kinds_and_statuses_are_right_or_not() -> None:
    gold = rain(kind="attack", status="occurred")
    assert verdict_of("kind", gold, rain(kind="clash")) == "inc"
    assert verdict_of("kind", gold, rain()) == "mis"
    assert verdict_of("status", gold, rain(status="occurred")) == "cor"


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("2024-12-06", "2024-12-10", {"n": 1, "median_abs_days": 4}),
        ("2024-12-06", "2025-12-06", {"n": 1, "wrong_year": 1, "median_abs_days": 365}),
        ("2024-12-31", "2025-01-01", {"n": 1, "wrong_year": 0, "median_abs_days": 1}),
        ("2024-02", "2023-02", {"n": 1, "wrong_year": 1}),  # the last day moves too
        ("../2024-06-01", "../2023-06-01", {"n": 1, "wrong_year": 1, "contained": 1}),
        ("2024-12-06", "2024", {"n": 1, "contained": 1, "median_abs_days": 340}),
        ("2024-12-06", "2025-03-10", {"n": 1, "page_date_trap": 1}),
        (None, "2025-03-10", {"n": 0, "page_date_trap": 1, "invented": 1}),
        ("2025-03-10", "2025-03-10", {"n": 1, "page_date_trap": 0, "exact": 1}),
        ("2024-12-06", None, {"n": 0, "missing": 1, "median_abs_days": None}),
        (None, None, {"n": 0, "missing": 0, "invented": 0}),
    ],
)
def test_how_dates_are_wrong(
    gold: str | None, found: str | None, expected: dict[str, float | None]
) -> None:
    metrics = metrics_of(
        rain(when={"edtf": gold}), rain(when={"edtf": found}), retrieved="2025-03-10"
    )
    assert metrics.dates is not None
    dates = metrics.dates.model_dump()
    assert {key: dates[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [  # the greater of how far the starts and the ends are apart
        ("2024-12-06", "2024-12-06", 0),
        ("2024-12-06", "2024-12-07", 1),
        ("2024-12-07", "2024-12-06", 1),
        ("2024-01/2024-03", "2024-03-31", 90),
        ("2024-02-28", "2024-03", 32),
        ("../2024-01-01", "../2024-01-03", 2),
        ("2024-01-03/..", "2024-01-01/..", 2),
        ("../2024-01-01", "2024-01-03/..", None),
        ("2024-01-01", "2024-01-01/..", None),
    ],
)
def test_days_off(left: str, right: str, days: int | None) -> None:
    assert days_off(bounds_of(left), bounds_of(right)) == days


WORDS = ["Zebra", "Quilt", "Mango", "Ferry"]


@pytest.mark.parametrize(
    ("gold", "found", "tau", "pairs"),
    [
        (["01", "02", "03"], ["01", "02", "03"], 1.0, 3),
        (["01", "02", "03"], ["03", "02", "01"], -1.0, 3),
        # 1-2 the same, 1-3 the same, 2-3 reversed: (2 - 1) / 3
        (["01", "02", "03"], ["01", "03", "02"], 1 / 3, 3),
        # 1-2 is a tie in the prediction: 2 / sqrt(2 * 3)
        (["01", "02", "03"], ["01", "01", "03"], 2 / 6**0.5, 3),
        (["01", "01"], ["01", "02"], None, 1),
        (["01", None], ["01", "02"], None, 0),
    ],
)
def test_order(
    gold: list[str | None], found: list[str | None], tau: float | None, pairs: int
) -> None:
    def events(days: list[str | None]) -> list[EventData]:
        return [
            event(f"{word} news", f"{word}.", when={"edtf": f"2024-01-{day}" if day else None})
            for word, day in zip(WORDS, days, strict=False)
        ]

    text = " ".join(f"{word}." for word in WORDS)
    article = labelled("a", text, *events(gold))
    order = score(
        corpus(article), run(predicted("a", *events(found)), record("a", text))
    ).metrics.order
    assert order is not None
    assert order.kendall_tau_b == pytest.approx(tau)
    assert order.pairs == pairs


def test_order_is_of_events_in_one_article() -> None:
    early, late = rain(when="2024-01-01"), rain(when="2024-01-02")
    articles = [labelled("a", TEXT, early), labelled("b", TEXT, late)]
    swapped = run(
        [*predicted("a", late), *predicted("b", early)], record("a", TEXT), record("b", TEXT)
    )
    order = score(corpus(*articles), swapped).metrics.order
    assert order is not None
    assert (order.kendall_tau_b, order.pairs) == (None, 0)


@pytest.mark.parametrize(
    ("article", "found", "expected"),
    [
        ({"published": "2024-12-06"}, "2024-12-06", (1, 1, 0, 0)),
        ({"published": "2024-12-06"}, "2024-12-06?", (1, 1, 0, 0)),
        ({"published": "2024-12-06"}, None, (1, 0, 1, 0)),
        ({"published": "2024-12-06"}, "../2025-03-10", (1, 0, 1, 0)),  # leaves room
        ({"published": "2024-12-06"}, "2025-03-10", (1, 0, 0, 1)),
        ({"published": "2024-12"}, "2024-12-06", (1, 0, 0, 1)),  # told more than is known
        ({"published": "2024-12-06", "published_given": True}, "2024-12-06", (0, 0, 0, 0)),
        ({}, "2024-12-06", (0, 0, 0, 0)),
    ],
)
def test_published(
    article: dict[str, Any], found: str | None, expected: tuple[int, int, int, int]
) -> None:
    published = metrics_of(rain(), found_published=found, **article).published
    assert published is not None
    assert (published.n, published.right, published.unknown, published.wrong) == expected


@pytest.mark.parametrize(
    ("found", "verbatim", "supported", "unsupported"),
    [
        ({"who": ["old miller"], "where": ["Lissa"]}, 1, 1, 0),
        ({"who": ["OLD MILLER"], "when": {"text": "later"}}, 1, 1, 0),  # folded
        ({"who": ["mill"]}, 1, 0, 1),  # no whole word
        ({"where": [{"name": "Lissa", "within": "Tarsinia"}]}, 1, 0, 1),
        ({"who": ["mayor", "abbot"]}, 1, 0, 2),
        ({"when": {"text": "on Tuesday"}}, 1, 0, 0),
        ({"evidence": [{"quote": "Snow fell."}]}, 0, 1, 0),
        ({"evidence": [{"quote": QUOTE, "start": 5, "end": 34}]}, 1, 1, 0),
        ({"evidence": [{"quote": QUOTE, "start": 6, "end": 35}]}, 0, 1, 0),
        ({"evidence": [{"quote": QUOTE}, {"quote": "Snow fell."}]}, 0, 1, 0),
        ({"evidence": [{"start": 0, "end": 10_000}]}, 0, 1, 0),
        ({"evidence": []}, 0, 1, 0),
    ],
)
def test_grounding(found: dict[str, Any], verbatim: int, supported: int, unsupported: int) -> None:
    grounding = metrics_of(rain(), {**rain(), **event("Rain", **found)}).grounding
    assert (grounding.n, grounding.verbatim) == (1, verbatim)
    assert (grounding.supported, grounding.unsupported_names) == (supported, unsupported)


def test_grounding_needs_the_text() -> None:
    without_text = corpus(labelled("a", None, rain(), sha256="0" * 64))
    assert score(without_text, run(predicted("a", rain()), record("a"))).metrics.grounding.n == 0


FIRST, SECOND = "Rebels took Rastan in the night.", "Rebels took Talbin at noon."
BOTH = f"{FIRST} {SECOND}"


def taken(title: str, quote: str, *places: str) -> EventData:
    return event(title, quote, who=["rebels"], where=list(places))


SWEEP = taken("Rebels take Rastan and Talbin", BOTH, "Rastan", "Talbin")
RASTAN = taken("Rebels take Rastan", FIRST, "Rastan")
TALBIN = taken("Rebels take Talbin", SECOND, "Talbin")
PANIC = event("Markets panic", "Shares fell at once.", who=["brokers"])


@pytest.mark.parametrize(
    ("gold", "found", "errors"),
    [
        ([RASTAN], [RASTAN], {}),
        ([RASTAN], [RASTAN, RASTAN], {"duplicate": 1}),
        ([SWEEP], [RASTAN, TALBIN], {"split": 1}),
        ([RASTAN, TALBIN], [SWEEP], {"merged": 1}),
        ([RASTAN], [], {"missed": 1}),
        ([RASTAN], [RASTAN, PANIC], {"extra": 1}),
        ([RASTAN], [RASTAN, event("Markets panic", "No such words.")], {"hallucinated": 1}),
    ],
)
def test_errors(gold: list[EventData], found: list[EventData], errors: dict[str, int]) -> None:
    text = f"{BOTH} Shares fell at once."
    result = score(
        corpus(labelled("a", text, *gold)), run(predicted("a", *found), record("a", text))
    )
    assert result.metrics.errors is not None
    assert {k: v for k, v in result.metrics.errors.model_dump().items() if v} == errors
    event_ = result.metrics.event
    assert event_ is not None
    assert sum(errors.values()) == event_.fp + event_.fn


def test_a_lost_event_names_the_one_that_it_could_have_been() -> None:
    found = [{**RASTAN, "id": "p0"}, {**TALBIN, "id": "p1"}]
    result = score(
        corpus(labelled("a", BOTH, SWEEP)), run(predicted("a", *found), record("a", BOTH))
    )
    (lost,) = result.articles[0].extra
    assert (lost.error, lost.nearest) == ("split", 0)


@pytest.mark.parametrize(
    ("costs", "total"), [([0.5, 0.25], 0.75), ([0.5, None], None), ([0.0, 0.0], 0.0)]
)
def test_one_unknown_cost_makes_the_whole_unknown(
    costs: list[float | None], total: float | None
) -> None:
    articles = [labelled("a", TEXT), labelled("b", TEXT)]
    records = [record(id_, cost_usd=cost) for id_, cost in zip("ab", costs, strict=True)]
    assert score(corpus(*articles), run([], *records)).metrics.usage.cost_usd == total
