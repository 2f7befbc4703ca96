from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.engines.rules.events import Telling

ReadTellings = Callable[..., list[Telling]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Police arrested a man born on 3 May 1990.", "3 May 1990"),
        ("Police arrested Ada, 34, born in Osk in 1990, in Mur.", "1990"),
        ("Rebels captured Tal on the eve of 3 May.", "3 May"),
        ("Rebels captured Tal not on 3 May.", "3 May"),
        ("The court convicted two men of the 3 May attacks.", "3 May"),
        ("The court convicted two men over Friday's attack.", "Friday"),
        ("The president condemned the attacks of 3 May.", "3 May"),
        ("The president condemned the 3 May attack.", "3 May"),
        ("Police arrested a man in Osk under a 2019 law.", "2019"),
        ("A year after the 3 May attack, rebels captured Tal.", "3 May"),
        ("Troops shelled Tal two days before the ceasefire of 3 May.", "3 May"),
        ("Rebels captured Tal the day after the vote on 3 May.", "3 May"),
        ("Rebels captured Tal hours before the vote on 3 May.", "3 May"),
        ("The army denied on Friday that its troops had shelled Tal.", "Friday"),
        ("The army on Friday denied that its troops had shelled Tal.", "Friday"),
        ("The mayor on Friday said rebels had captured Tal.", "Friday"),
    ],
)
def test_the_day_of_something_else_is_not_the_day_of_the_event(
    tellings: ReadTellings, text: str, date: str
) -> None:
    assert [telling.event.date_text for telling in tellings(text, date)] == [None]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mayor Ada Tal was born on 3 May 1990 in Osk.", "3 May 1990"),
        ("Before the 3 May attack on Mur, rebels captured Tal.", "3 May"),
        ("The 3 May attack killed two people.", "3 May"),
        ("The attack of 3 May killed two people.", "3 May"),
        ("Two people were killed in the 3 May attack.", "3 May"),
        ("In the 3 May accord, the two ministers agreed on a border.", "3 May"),
        ("The army launched the 3 May offensive.", "3 May"),
        ("Rebels captured Tal during the 3 May offensive.", "3 May"),
        ("Rebels captured Tal the night of 3 May.", "the night of 3 May"),
        ("Rebels captured Tal after heavy clashes on 3 May.", "3 May"),
        ("Two days after the vote, rebels captured Tal on 3 May.", "3 May"),
        ("The president on Friday declared a state of emergency.", "Friday"),
        ("The army denied that its troops had shelled Tal on Friday.", "Friday"),
    ],
)
def test_the_event_s_own_day_stays(tellings: ReadTellings, text: str, date: str) -> None:
    assert [telling.event.date_text for telling in tellings(text, date)] == [date]


def test_another_date_of_the_sentence_takes_its_place(tellings: ReadTellings) -> None:
    text = "Rebels captured Tal not on 3 May but on 4 May."
    assert [telling.event.date_text for telling in tellings(text, "3 May", "4 May")] == ["4 May"]


def test_a_counted_clause_keeps_its_own_day(tellings: ReadTellings) -> None:
    text = "Rebels captured Tal three days after they took Mur on 3 May."
    events = [telling.event for telling in tellings(text, "3 May")]
    assert [(e.where[0].name, e.date_text) for e in events] == [("Tal", None), ("Mur", "3 May")]
