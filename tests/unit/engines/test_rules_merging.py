from __future__ import annotations

from time import process_time

import pytest

from extractor.engines.rules.events import Telling
from extractor.engines.rules.merging import merge_events
from extractor.schema import Status, WireActor, WireEvent, WirePlace

Names = tuple[str, ...]


def telling(
    line: int,
    *,
    where: Names = (),
    who: Names = (),
    date: str | None = None,
    kind: str = "territory",
    status: Status = "occurred",
    consequence: bool = False,
) -> Telling:
    event = WireEvent(
        lines=(line,),
        date_text=date,
        date=None,
        title=f"Title {line}",
        summary=f"Summary {line}",
        kind=kind,
        status=status,
        who=tuple(
            WireActor(name=name, role="target" if number else "agent")
            for number, name in enumerate(who)
        ),
        where=tuple(WirePlace(name=name, within=None) for name in where),
        attribution=None,
    )
    return Telling(event, consequence)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (telling(1, where=("Tal", "Mur")), telling(4, where=("Mur",), date="Friday")),
        (telling(1, where=("Tal",), date="Friday"), telling(4, where=("the Tal",), date="friday")),
        (telling(1, where=("Tal",), date="Friday"), telling(4, where=("Tal",))),
        (telling(1, who=("army", "rebels")), telling(4, who=("Army", "rebels"), date="Friday")),
        (telling(1, where=("Tal",)), telling(2, who=("miners",), kind="other", consequence=True)),
    ],
)
def test_the_same_happening_is_one_event(first: Telling, second: Telling) -> None:
    [event] = merge_events([first, second])
    assert event.lines == (1, second.event.lines[0])
    assert (event.date_text or "").lower() in ("friday", "")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (telling(1, where=("Tal",)), telling(4, where=("Mur",))),
        (telling(1, where=("Tal",), date="Friday"), telling(4, where=("Tal",), date="Monday")),
        (telling(1, where=("Tal",)), telling(4, where=("Tal",), kind="attack")),
        (telling(1, where=("Tal",)), telling(4, where=("Tal",), status="planned")),
        (telling(1, where=("Tal",)), telling(4, who=("army", "rebels"))),
        (telling(1, who=("army",)), telling(4, who=("army",))),
        (telling(1), telling(4)),
        (telling(1, where=("Tal",)), telling(3, kind="other", consequence=True)),
    ],
)
def test_what_differs_stays_two_events(first: Telling, second: Telling) -> None:
    assert len(merge_events([first, second])) == 2


def test_the_union_keeps_text_order_and_the_dated_words() -> None:
    [event] = merge_events(
        [
            telling(1, where=("Tal", "Mur"), who=("rebels",)),
            telling(4, where=("Mur", "Sel"), who=("hill rebels",), date="Friday"),
        ]
    )
    assert event.lines == (1, 4)
    assert event.date_text == "Friday"
    assert event.title == "Title 4"
    assert [place.name for place in event.where] == ["Tal", "Mur", "Sel"]
    assert [actor.name for actor in event.who] == ["rebels", "hill rebels"]


def test_of_three_tellings_the_undated_one_joins_the_first() -> None:
    events = merge_events(
        [
            telling(1, where=("Tal",), date="Friday"),
            telling(2, where=("Tal",), date="Monday"),
            telling(9, where=("Tal",)),
        ]
    )
    assert [(event.lines, event.date_text) for event in events] == [
        ((1, 9), "Friday"),
        ((2,), "Monday"),
    ]


def test_merging_takes_time_linear_in_the_tellings() -> None:
    tellings = [telling(line, where=("Tal", f"Place {line}")) for line in range(1, 4_001)]

    def seconds(count: int) -> float:
        start = process_time()
        [event] = merge_events(tellings[:count])
        assert (len(event.lines), len(event.where)) == (count, count + 1)
        return process_time() - start

    small = min(seconds(500) for _ in range(5))
    large = min(seconds(4_000) for _ in range(5))
    assert large < 32 * small  # 8 times as long if linear, 64 times if quadratic


def test_a_merged_event_keeps_the_first_words_and_takes_what_is_new() -> None:
    first = telling(1, where=("Tal",), who=("army",))
    dated = telling(3, where=("the Tal", "Mur"), who=("Army", "rebels"), date="Friday")
    later = telling(5, where=("Mur",), date="friday")
    [event] = merge_events([first, dated, later])
    assert event.lines == (1, 3, 5)
    assert [actor.name for actor in event.who] == ["army", "rebels"]
    assert [place.name for place in event.where] == ["Tal", "Mur"]
    assert (event.title, event.summary, event.date_text) == ("Title 3", "Summary 3", "Friday")
