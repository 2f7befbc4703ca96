"""Which day a weekday is, and whether that is certain, by what the verbs around it tell."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import resolve
from extractor.schema import PublicationDate

FRIDAY = date(2024, 12, 6)
PUBLISHED = PublicationDate(edtf="2024-12-06", earliest=FRIDAY, latest=FRIDAY, trusted=True)

PAST = [
    ("en", "Twelve miners died on Tuesday when a shaft that was due to close flooded.", "Tuesday"),
    ("en", "A clerk who must repay the loan was found dead on Tuesday.", "Tuesday"),
    ("en", "The baker must have been robbed on Tuesday.", "Tuesday"),
    ("en", "The army has captured the port on Tuesday.", "Tuesday"),
    ("en", "He was sentenced on Tuesday and will appeal.", "Tuesday"),
    ("es", "El puerto cerró el martes por la tormenta.", "martes"),
    ("de", "Die Ministerin hat am Dienstag das Werk eröffnet.", "Dienstag"),
    ("ru", "Совет закрыл порт во вторник.", "вторник"),
]

PLAN = [
    ("en", "The rota says nothing, and on Tuesday the drivers will strike.", "Tuesday"),
    ("en", "The senate rejected the offer and on Tuesday the drivers will strike.", "Tuesday"),
    ("en", "The panel is expected to rule on Tuesday, lawyers said.", "Tuesday"),
    ("en", "She will be formally charged on Tuesday.", "Tuesday"),
    ("en", "The queen will meet him on Tuesday, a courtier said.", "Tuesday"),
    ("tr", "Bakan salı günü Roma'ya gidecek.", "salı"),
]

LIKELY_PLAN = [
    ("en", "The guild holds its congress on Tuesday.", "Tuesday"),
    ("en", "Shops close at 8 p.m. Tuesday.", "Tuesday"),
    ("en", "The pianist is visiting Korvik on Tuesday.", "Tuesday"),
    ("en", "There is a by-election in Suda on Tuesday.", "Tuesday"),
    ("en", "The crew could launch the probe on Tuesday.", "Tuesday"),
    ("en", "The mayor, who flies to Oslo on Tuesday, declined to comment.", "Tuesday"),
    ("es", "La feria empieza el martes.", "martes"),
    ("fr", "Le salon s'ouvre mardi à Lyon.", "mardi"),
    ("de", "Die Königin reist am Dienstag nach Wien.", "Dienstag"),
    ("ru", "Министр приедет в Рим во вторник.", "вторник"),
    ("ru", "Во вторник министр летит в Рим.", "вторник"),
]

LIKELY_PAST = [
    ("en", "Gunmen seize town on Tuesday", "Tuesday"),
    ("en", "The jury will hear of a driver arrested on Tuesday.", "Tuesday"),
    ("en", "The launch, scheduled for Tuesday, was scrubbed.", "Tuesday"),
    ("en", "A planned rally on Tuesday turned violent.", "Tuesday"),
    ("en", "The actor had been due to testify on Tuesday but fell ill.", "Tuesday"),
    ("en", "A boy expected to win the race drowned on Tuesday.", "Tuesday"),
    ("fr", "La grève était prévue mardi mais elle a été annulée.", "mardi"),
    ("es", "La marcha estaba prevista para el martes pero fue cancelada.", "martes"),
    ("de", "Der Zeuge sollte am Dienstag aussagen, erschien aber nicht.", "Dienstag"),
]


@pytest.mark.parametrize(
    ("case", "day", "exact"),
    [(case, "2024-12-03", True) for case in PAST]
    + [(case, "2024-12-10", True) for case in PLAN]
    + [(case, "2024-12-10", False) for case in LIKELY_PLAN]
    + [(case, "2024-12-03", False) for case in LIKELY_PAST],
)
def test_the_verb_decides(case: tuple[str, str, str], day: str, exact: bool) -> None:
    language, sentence, phrase = case
    found = resolve(phrase, PUBLISHED, sentence=sentence, language=language)
    assert (str(found.edtf), found.exact) == (day, exact)


@pytest.mark.parametrize(
    "sentence",
    ["Ministers will discuss Tuesday's attack.", "They fled ahead of Tuesday's vote."],
)
def test_a_weekday_of_a_noun_is_never_certain(sentence: str) -> None:
    assert not resolve("Tuesday", PUBLISHED, sentence=sentence, language="en").exact


@pytest.mark.parametrize(
    ("language", "sentence", "phrase", "expected"),
    [
        ("en", "Work may resume not before 15 January.", "15 January", "2025-01-15/.."),
        ("en", "The hall will open no earlier than Monday.", "Monday", "2024-12-09/.."),
        ("en", "The hall will not open to visitors until Monday.", "Monday", "2024-12-09/.."),
        ("en", "Claims must be filed no later than Monday.", "Monday", "../2024-12-09"),
        ("en", "Claims must be filed on or before Monday.", "Monday", "../2024-12-09"),
        ("en", "Tickets will be sold on or after Monday.", "Monday", "2024-12-09/.."),
        ("en", "The show runs through 15 January.", "15 January", "../2025-01-15"),
        ("en", "Parties campaigned ahead of Sunday.", "Sunday", "../2024-12-07"),
        ("en", "Families were told to leave the valley by Monday.", "Monday", "../2024-12-09"),
        ("en", "The company had until Monday to pay.", "Monday", "../2024-12-09"),
        ("en", "Troops managed to seize the town by Monday.", "Monday", "../2024-12-02"),
        ("es", "La obra no se abrirá antes del 15 de enero.", "15 de enero", "2025-01-15/.."),
        ("fr", "Ils ont reçu l'ordre de partir avant lundi.", "lundi", "../2024-12-08"),
        ("de", "Der Hafen öffnet frühestens am Montag.", "Montag", "2024-12-09/.."),
        ("tr", "Liman en erken 15 Ocak'ta açılacak.", "15 Ocak", "2025-01-15/.."),
        ("ru", "Порт откроется не ранее 15 января.", "15 января", "2025-01-15/.."),
        ("ru", "Порт откроется не позднее 15 января.", "15 января", "../2025-01-15"),
    ],
)
def test_bounds(language: str, sentence: str, phrase: str, expected: str) -> None:
    found = resolve(phrase, PUBLISHED, sentence=sentence, language=language)
    assert (str(found.edtf), found.exact) == (expected, False)


def test_a_plan_for_a_weekday_that_may_be_today_is_uncertain() -> None:
    between = PublicationDate(
        edtf="2024-12-01/2024-12-06", earliest=date(2024, 12, 1), latest=FRIDAY, trusted=True
    )
    found = resolve("Friday", between, sentence="He will speak on Friday.")
    assert (str(found.edtf), found.exact) == ("2024-12-06?", False)


def test_the_weekday_of_a_plan_tells_its_year() -> None:
    below = PublicationDate(edtf="../2024-12-06", latest=FRIDAY)
    phrase = "Sunday, 12 January"
    found = resolve(phrase, below, sentence=f"They will meet on {phrase}.")
    assert (str(found.edtf), found.exact) == ("2025-01-12?", False)
