from __future__ import annotations

import pytest

from tests.unit.dates.language_cases import KNOWN, annotated, cases, found_in, resolved

PHRASES = cases("""
    27. November 2024 = 2024-11-27
    am 27. November = 2024-11-27
    am Mittwoch, dem 27. November = 2024-11-27
    Mittwoch, den 27. November 2024 = 2024-11-27
    am Mittwoch (27. November) = 2024-11-27
    1. Januar 2023 = 2023-01-01
    am 3. Jänner 2023 = 2023-01-03
    3. März 2023 = 2023-03-03
    3. Maerz 2023 = 2023-03-03
    3. MÄRZ 2023 = 2023-03-03
    3. Okt. 2023 = 2023-10-03
    27.11.2024 = 2024-11-27
    03.05.2024 = 2024-05-03
    3.5.2024 = 2024-05-03
    am 27.11.24 = 2024-11-27
    2024-11-27 = 2024-11-27
    November 2023 = 2023-11
    im November = 2024-11
    im Monat November 2023 = 2023-11
    im November vergangenen Jahres = 2023-11
    im Mai 2023 = 2023-05
    Anfang März 2023 = 2023-03-01/2023-03-10
    Mitte Juni 2023 = 2023-06-11/2023-06-20
    Ende Februar 2024 = 2024-02-21/2024-02-29
    in der ersten Hälfte März 2024 = 2024-03-01/2024-03-15
    vom 3. bis 5. Mai 2023 = 2023-05-03/2023-05-05
    vom 3. bis zum 5. Mai 2023 = 2023-05-03/2023-05-05
    zwischen dem 3. und dem 5. Mai 2023 = 2023-05-03/2023-05-05
    vom 28. April bis 3. Mai 2023 = 2023-04-28/2023-05-03
    vom 28. Dezember bis 3. Januar 2024 = 2023-12-28/2024-01-03
    von März bis Mai 2023 = 2023-03/2023-05
    von 2019 bis 2021 = 2019/2021
    zwischen 2019 und 2021 = 2019/2021
    im Jahr 2019 = 2019
    seit 2019 = 2019/..
    Ende 2019 = 2019-09/2019-12
    im Sommer 2023 = 2023-06/2023-08
    im vergangenen Sommer = 2024-06/2024-08
    im Frühjahr 2023 = 2023-03/2023-05
    das dritte Quartal 2023 = 2023-07/2023-09
    im ersten Halbjahr 2023 = 2023-01/2023-06
    die 1990er Jahre = 1990/1999
    in den 90er-Jahren = 1990/1999
    die neunziger Jahre = 1990/1999
    heute = 2024-12-06
    gestern = 2024-12-05
    morgen = 2024-12-07
    vorgestern = 2024-12-04
    übermorgen = 2024-12-08
    gestern Abend = 2024-12-05
    heute Morgen = 2024-12-06
    heute früh = 2024-12-06
    am Montag = 2024-12-02
    Montagabend = 2024-12-02
    am Montagmorgen = 2024-12-02
    am Donnerstagnachmittag = 2024-12-05
    am vergangenen Montag = 2024-12-02
    letzten Montag = 2024-12-02
    in der Nacht zum Dienstag = 2024-12-03
    in der vergangenen Woche = 2024-11-25/2024-12-01
    diese Woche = 2024-12-02/2024-12-08
    nächste Woche = 2024-12-09/2024-12-15
    Ende vergangener Woche = 2024-11-28/2024-12-01
    im vergangenen Monat = 2024-11
    im vorigen Jahr = 2023
    in diesem Jahr = 2024
    vor drei Tagen = 2024-12-03
    vor einer Woche = 2024-11-25~/2024-12-01~
    vor rund zwei Jahren = 2022~
    vor einigen Tagen = ../2024-12-06
    vor Jahren = ../2024-12-06
    in zwei Tagen = 2024-12-08
    in den letzten drei Tagen = 2024-12-03~/2024-12-06~
    bis zum 30. November 2024 = ../2024-11-30
    vor dem 30. November 2024 = ../2024-11-29
    seit Montag = 2024-12-02/..
    seit drei Tagen = 2024-12-03/..
    ab dem 3. Mai 2024 = 2024-05-03/..
    nach dem 3. Mai 2024 = 2024-05-04/..
    31. Juni 2024 = -
    gestern um 20.30 Uhr = 2024-12-05 20:30
    am Montag um 20 Uhr = 2024-12-02 20:00
    am Wochenende = 2024-11-30/2024-12-01
    am vergangenen Wochenende = 2024-11-30/2024-12-01
    zu Beginn des Jahres = 2024-01/2024-04
    Anfang dieser Woche = 2024-12-02/2024-12-04
    seit Anfang des Jahres = 2024-01-01/..
    vor Ende des Jahres = ../2024-12-31
    Anfang nächsten Jahres = 2025-01/2025-04
    in der Nacht auf Dienstag = 2024-12-03
    Freitagnacht = 2024-12-06
    am 3. und 4. Mai 2023 = 2023-05-03/2023-05-04
    am Freitag (6. Dezember 2024) = 2024-12-06
    Mitte der 1990er Jahre = 1993-05/1996-08
    bis heute = ../2024-12-06
    drei Wochen vor der Wahl = -
    in den kommenden Tagen = -
    jeden Montag = -
    am Karfreitag 2024 = 2024-03-29
""")

FROM_EARLIER = cases("""
    am Tag darauf = 2024-11-21
    am Vortag = 2024-11-19
    am nächsten Tag = 2024-11-21
    drei Tage später = 2024-11-23
    zwei Tage zuvor = 2024-11-18
    am selben Tag = 2024-11-20
    am folgenden Tag = 2024-11-21
    am folgenden Montag = 2024-11-25
""")

PARAGRAPHS = [
    (
        "Der Minister trat am Montagabend zurück. Am Tag darauf ernannte die Regierung eine "
        "Nachfolgerin, die ihr Amt am 15. Dezember antreten soll.",
        cases("""
            Montagabend = 2024-12-02
            Am Tag darauf = 2024-12-03
            15. Dezember = 2024-12-15
        """),
    ),
    (
        "Der Streik, der vor zwei Wochen begann, endete gestern. Nach Angaben der Gewerkschaft "
        "beteiligten sich vom 25. bis 29. November rund 2000 Menschen.",
        cases("""
            vor zwei Wochen = 2024-11-18~/2024-11-24~
            gestern = 2024-12-05
            25. = 2024-11-25/2024-11-29
            29. November = 2024-11-25/2024-11-29
        """),
    ),
    (
        "Seit 2019 wurde das Werk in Klarhafen dreimal geschlossen. Im Jahr 2021 änderte sich "
        "nichts, sagte die Bürgermeisterin heute Morgen.",
        cases("""
            2019 = 2019/..
            Jahr 2021 = 2021
            heute Morgen = 2024-12-06
        """),
    ),
    (
        "Frau Mai sagte der Bild am Sonntag, ihr Bruder August sei am Dienstag verhaftet worden. "
        "Die Verhandlung ist für Januar 2026 geplant.",
        cases("""
            Dienstag = 2024-12-03
            Januar 2026 = 2026-01
        """),
    ),
    (
        "Bei den Überschwemmungen Ende Oktober starben 12 Menschen. Nächste Woche soll es wieder "
        "regnen.",
        cases("""
            Ende Oktober = 2024-10-21/2024-10-31
            Nächste Woche = 2024-12-09/2024-12-15
        """),
    ),
    (
        "Das Spiel begann am Sonntag um 20.30 Uhr. Die Elf hatte seit dem Winter 2022 nicht mehr "
        "verloren.",
        cases("""
            Sonntag = 2024-12-01
            20.30 Uhr = 20:30
            dem Winter 2022 = 2022-12-01/..
        """),
    ),
]

NO_DATES = """
    Guten Morgen, sagte Frau Mai.
    Der 3. Platz ging an August Winter.
    Er wog 3.5 Kilo und bekam 12.50 Euro.
    Die Bild am Sonntag schrieb darüber.
    Die zweite Hälfte war besser.
    Etwa 2000 Menschen kamen.
    Er ist in der Mitte des Hauses.
    Vor allem in drei Fällen.
    Drei Wochen vor der Wahl und zwei Tage nach dem Spiel.
""".strip().splitlines()


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase: str, expected: str) -> None:
    assert resolved(phrase, "de") == expected


@pytest.mark.parametrize(("phrase", "expected"), FROM_EARLIER)
def test_phrases_that_count_from_an_earlier_event(phrase: str, expected: str) -> None:
    assert resolved(phrase, "de") == "-"
    assert resolved(phrase, "de", known=KNOWN) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
@pytest.mark.parametrize("language", ["de", None])
def test_paragraphs(text: str, expected: list[tuple[str, str]], language: str | None) -> None:
    assert annotated(text, language) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert found_in(text, "de") == []
