from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.engines.rules.events import Telling

ReadTellings = Callable[..., list[Telling]]


@pytest.mark.parametrize(
    ("text", "date", "kind", "status"),
    [
        ("Rebels captured the town of Tal on Friday.", "Friday", "territory", "occurred"),
        ("The city of Osk fell to the rebels on Friday.", "Friday", "territory", "occurred"),
        ("Heavy fighting broke out near Tal on Friday.", "Friday", "clash", "occurred"),
        ("Troops clashed with rebels in Tal on Friday.", "Friday", "clash", "occurred"),
        ("A car bomb killed six people in Tal on Friday.", "Friday", "attack", "occurred"),
        ("Militants shelled the port of Osk on Friday.", "Friday", "attack", "occurred"),
        ("Some 200 nurses protested in Osk on Friday.", "Friday", "protest", "occurred"),
        ("Teachers staged a sit-in in Osk on Friday.", "Friday", "protest", "occurred"),
        ("The two ministers signed a treaty on Friday.", "Friday", "diplomacy", "occurred"),
        ("Parliament passed a bill on forests on Friday.", "Friday", "politics", "occurred"),
        ("Mayor Ada Tal resigned on Friday.", "Friday", "politics", "occurred"),
        ("Police arrested two men in Osk on Friday.", "Friday", "justice", "occurred"),
        ("An earthquake struck Osk on Friday.", "Friday", "disaster", "occurred"),
        ("Floods killed nine people in Osk on Friday.", "Friday", "disaster", "occurred"),
        ("A ferry capsized off Osk on Friday.", "Friday", "accident", "occurred"),
        ("Two passengers died in a bus crash on Friday.", "Friday", "accident", "occurred"),
        ("Talcorp bought a rival on Friday.", "Friday", "economy", "occurred"),
        ("Shares in Talcorp fell by 4 percent on Friday.", "Friday", "economy", "occurred"),
        ("A cholera outbreak began in Osk on Friday.", "Friday", "health", "occurred"),
        ("The agency launched a satellite on Friday.", "Friday", "science", "occurred"),
        ("Two men robbed a bank in Osk on Friday.", "Friday", "crime", "occurred"),
        ("Thousands of people fled Tal on Friday.", "Friday", "movement", "occurred"),
        ("The ministry issued a warning on Friday.", "Friday", "statement", "occurred"),
        ("Osk United won the cup on Friday.", "Friday", "other", "occurred"),
        ("Parliament will vote on the bill on Friday.", "Friday", "politics", "planned"),
        ("The envoys are going to meet in Osk on Friday.", "Friday", "diplomacy", "planned"),
        ("Talcorp is to open a plant in Osk on Friday.", "Friday", "economy", "planned"),
        ("The mayor said the court would sentence him on Friday.", "Friday", "justice", "planned"),
        ("The rebels are advancing on Tal.", None, "territory", "ongoing"),
        ("Crews were still searching for survivors in Tal.", None, "accident", "ongoing"),
        ("The troops continue to shell the port of Osk.", None, "attack", "ongoing"),
        ("The rebels managed to take the port of Osk.", None, "territory", "occurred"),
        ("The army denied that its troops had shelled Tal.", None, "attack", "denied"),
    ],
)
def test_a_happening_has_kind_status_and_date(
    tellings: ReadTellings, text: str, date: str | None, kind: str, status: str
) -> None:
    events = [telling.event for telling in tellings(text, *([date] if date else []))]
    assert [(e.kind, e.status, e.date_text) for e in events] == [(kind, status, date)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels could capture Tal on Friday.",
        "The mayor may have resigned on Friday.",
        "If the rebels capture Tal, the road is cut.",
        "The troops did not shell Tal.",
        "The army has never attacked Osk.",
        "The rebels often attack the port of Osk.",
        "They met to demand the release of the men.",
        "The rebels failed to take the port of Osk.",
        "The mayor would have resigned.",
        "Its mines handle two thirds of the trade of Osk.",
        "“We captured Tal on Friday,” said the general.",
        "The captured towns lie in the hills of Osk.",
        "The wounded soldiers are in Osk.",
        "It should resign, many in Osk say.",
        "The price of war is high in Osk.",
        "The office said on Friday that the mayor is well.",
        "He said the man who murdered her is in Osk.",
    ],
)
def test_thoughts_habits_and_states_are_no_events(tellings: ReadTellings, text: str) -> None:
    dates = ["Friday"] if "Friday" in text else []
    assert tellings(text, *dates) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police arrested Ada Tal.", [("Police", "agent"), ("Ada Tal", "target")]),
        ("Ada Tal was arrested by police.", [("Ada Tal", "target"), ("police", "agent")]),
        (
            "The Free Dockers, a union of 300 men, attacked the Osk company guards.",
            [("Free Dockers", "agent"), ("Osk company guards", "target")],
        ),
        (
            "Hill fighters launched an offensive against the Tal Front.",
            [("Hill fighters", "agent"), ("Tal Front", "target")],
        ),
        (
            "Clashes between government troops and hill rebels broke out.",
            [("government troops", "agent"), ("hill rebels", "agent")],
        ),
        ("Three road workers died.", [("road workers", "target")]),
        ("A group of young men threw stones at police.",
         [("group of young men", "agent"), ("police", "target")]),
        ("At least 14 civilians were killed.", [("civilians", "target")]),
        ("Fighters who took Tal captured Osk from the army.",
         [("Fighters", "agent"), ("army", "target")]),
        ("Later he resigned in Osk.", []),
        ("Hundreds of residents were evacuated.", [("residents", "target")]),
        ("Sales fell by 4 percent in Osk.", []),
        ("The Osk-bound ship sank.", []),
        ("The law gives prosecutors power and rebels fled.", [("rebels", "agent")]),
        ("Although March was cold, Monday saw Osk taken in Tal.", []),
    ],
)  # fmt: skip
def test_actors_have_the_words_of_the_line_and_a_role(
    tellings: ReadTellings, text: str, who: list[tuple[str, str]]
) -> None:
    found = [(a.name, a.role) for telling in tellings(text) for a in telling.event.who]
    assert found == who


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rebels took the town of Tal.", [("Tal", None)]),
        ("Rebels took Osk’s Tal and Mur districts.", [("Tal", "Osk"), ("Mur", "Osk")]),
        (
            "Rebels overran villages like Tal, Mur, New Osk, and Abu Sel.",
            [("Tal", None), ("Mur", None), ("New Osk", None), ("Abu Sel", None)],
        ),
        (
            "Rebels overran villages such as Tal, Mur and Sel.",
            [("Tal", None), ("Mur", None), ("Sel", None)],
        ),
        ("Police arrested two men in the Tal district.", [("Tal district", None)]),
        ("Police arrested two men in Tal, a town in northern Osk.", [("Tal", "Osk")]),
        ("Police arrested two men in Tal in Osk province.", [("Tal", "Osk province")]),
        ("Police arrested two men in Tal, Osk.", [("Tal", "Osk")]),
        ("Miners marched through Tal to the north of Osk.", [("Tal", None), ("Osk", None)]),
        ("A quake struck Mur.", [("Mur", None)]),
        ("Floods hit homes in Tal, and crews had to come from Mur.", [("Tal", None)]),
        ("Residents fled from Mur to Sel.", [("Mur", None), ("Sel", None)]),
        ("Police arrested two men in Syrian prisons.", []),
        ("Rebels took the customs post and left.", [("customs post", None)]),
        ("Mur was captured by rebels.", [("Mur", None)]),
    ],
)
def test_places_have_the_words_of_the_line(
    tellings: ReadTellings, text: str, where: list[tuple[str, str | None]]
) -> None:
    found = [(p.name, p.within) for telling in tellings(text) for p in telling.event.where]
    assert found == where


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Hospital staff said that rebels took Tal.", "Hospital staff"),
        ("Rebels took Tal, the office of the mediator said.", "office of the mediator"),
        ("Rebels took Tal, according to the army.", "army"),
        ("Rebels took Tal, said Ada Osk.", "Ada Osk"),
        ("Rebels took Tal.", None),
        ("Rebels took Tal, he said.", None),
    ],
)
def test_the_source_of_a_claim_is_told(
    tellings: ReadTellings, text: str, source: str | None
) -> None:
    assert [telling.event.attribution for telling in tellings(text)] == [source]


def test_the_date_of_the_saying_is_not_the_date_of_the_event(tellings: ReadTellings) -> None:
    [telling] = tellings("Rebels took Tal, the army said on Friday.", "Friday")
    assert telling.event.date_text is None


def test_the_nearest_date_wins(tellings: ReadTellings) -> None:
    text = "On Friday, when the shops had been full in May, rebels took Tal."
    assert [t.event.date_text for t in tellings(text, "Friday", "May")] == ["Friday"]


def test_a_date_between_subject_and_verb_parts_them_not(tellings: ReadTellings) -> None:
    [telling] = tellings("The mayor, Ada Tal, last year resigned.", "last year")
    assert [actor.name for actor in telling.event.who] == ["mayor"]
    assert telling.event.title == "The mayor resigned"


def test_each_date_with_a_trigger_of_its_own_is_an_event(tellings: ReadTellings) -> None:
    text = "Rebels took Tal on 3 May and bombed Osk on 9 May."
    found = [(t.event.kind, t.event.date_text) for t in tellings(text, "3 May", "9 May")]
    assert found == [("territory", "3 May"), ("attack", "9 May")]


def test_title_and_summary_are_the_words_of_the_sentence(tellings: ReadTellings) -> None:
    text = "Then on May 6,  when the guards had no fuel, hill fighters captured the Mur air base."
    [telling] = tellings(text, "May 6")
    assert telling.event.title == "Hill fighters captured the Mur air base"
    assert telling.event.summary == " ".join(text.split())


def test_the_second_verb_of_a_subject_keeps_its_and(tellings: ReadTellings) -> None:
    (telling,) = tellings("On 3 May, water broke into the mine and drowned nine men.", "3 May")
    assert telling.event.title == "Water broke into the mine and drowned nine men"


def test_a_title_has_twelve_words_at_most(tellings: ReadTellings) -> None:
    text = "Rebels attacked a long column of many old slow grey army trucks near the mill at Tal."
    [telling] = tellings(text)
    assert len(telling.event.title.split()) <= 12


def test_text_in_capitals_names_common_nouns_only(tellings: ReadTellings) -> None:
    [telling] = tellings("THE REBELS ATTACKED A PATROL IN OSK ON FRIDAY.", "FRIDAY")
    assert [a.name for a in telling.event.who] == ["REBELS", "PATROL"]
    assert telling.event.where == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The miners were killed on Friday when methane exploded.", "accident"),
        ("Two men were killed on Friday after the roof caved in.", "accident"),
        ("Nine people were killed on Friday when the river overflowed.", "disaster"),
        ("Water broke into shaft 1 on Friday and drowned 31 miners.", "disaster"),
        ("Two men were killed on Friday when the rebels attacked.", "attack"),
        ("Thieves broke into a bank in Osk on Friday.", "crime"),
    ],
)
def test_harm_takes_the_kind_of_its_cause(tellings: ReadTellings, text: str, kind: str) -> None:
    assert tellings(text, "Friday")[0].event.kind == kind


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels of the Dawn Front captured Tal.", "Rebels of the Dawn Front"),
        ("Fighters of Northern Union captured Tal.", "Fighters of Northern Union"),
        ("Residents of Osk fled on foot.", "Residents"),
    ],
)
def test_a_group_is_named_with_its_body(tellings: ReadTellings, text: str, who: str) -> None:
    [telling] = tellings(text)
    assert [actor.name for actor in telling.event.who] == [who]


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("The army shelled Corva.", ["army"], ["Corva"]),
        ("The army bombed Corva and Tal.", ["army"], ["Corva", "Tal"]),
        ("Corva was bombarded by the army.", ["army"], ["Corva"]),
        ("The army shelled rebels near Osk.", ["army", "rebels"], ["Osk"]),
        ("The army attacked Ada Tal.", ["army", "Ada Tal"], []),
    ],
)
def test_what_is_shelled_is_a_place_unless_it_is_a_group(
    tellings: ReadTellings, text: str, who: list[str], where: list[str]
) -> None:
    [telling] = tellings(text)
    assert [actor.name for actor in telling.event.who] == who
    assert [place.name for place in telling.event.where] == where
