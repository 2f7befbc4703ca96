from __future__ import annotations

import pytest

from tests.unit.dates.language_cases import KNOWN, annotated, cases, found_in, resolved

PHRASES = cases("""
    27 novembre 2024 = 2024-11-27
    le 27 novembre = 2024-11-27
    mercredi 27 novembre = 2024-11-27
    le mercredi 27 novembre 2024 = 2024-11-27
    MERCREDI 27 NOVEMBRE 2024 = 2024-11-27
    1er janvier 2023 = 2023-01-01
    le premier mai 2023 = 2023-05-01
    le 15 août 2023 = 2023-08-15
    le 15 aout 2023 = 2023-08-15
    15 AOUT 2023 = 2023-08-15
    le 3 févr. 2024 = 2024-02-03
    27/11/2024 = 2024-11-27
    03/05/2024 = 2024-05-03
    27.11.2024 = 2024-11-27
    2024-11-27 = 2024-11-27
    27/11/24 = 2024-11-27
    novembre 2023 = 2023-11
    en novembre = 2024-11
    au mois de novembre 2023 = 2023-11
    novembre dernier = 2024-11
    en novembre de l’année dernière = 2023-11
    début mars 2023 = 2023-03-01/2023-03-10
    au début de mars 2023 = 2023-03-01/2023-03-10
    mi-juin 2023 = 2023-06-11/2023-06-20
    fin février 2024 = 2024-02-21/2024-02-29
    à la fin du mois de février 2024 = 2024-02-21/2024-02-29
    la première quinzaine de mars 2024 = 2024-03-01/2024-03-15
    du 3 au 5 mai 2023 = 2023-05-03/2023-05-05
    entre le 3 et le 5 mai 2023 = 2023-05-03/2023-05-05
    du 28 avril au 3 mai 2023 = 2023-04-28/2023-05-03
    du 28 décembre au 3 janvier 2024 = 2023-12-28/2024-01-03
    de mars à mai 2023 = 2023-03/2023-05
    de 2019 à 2021 = 2019/2021
    entre 2019 et 2021 = 2019/2021
    en 2019 = 2019
    l'année 2019 = 2019
    fin 2019 = 2019-09/2019-12
    l'été 2023 = 2023-06/2023-08
    à l’été 2023 = 2023-06/2023-08
    l'été dernier = 2024-06/2024-08
    au printemps 2023 = 2023-03/2023-05
    le troisième trimestre 2023 = 2023-07/2023-09
    au 3e trimestre de 2023 = 2023-07/2023-09
    le premier semestre 2023 = 2023-01/2023-06
    les années 1990 = 1990/1999
    les années quatre-vingt = 1980/1989
    les années 80 = 1980/1989
    aujourd'hui = 2024-12-06
    aujourd’hui = 2024-12-06
    hier = 2024-12-05
    demain = 2024-12-07
    avant-hier = 2024-12-04
    après-demain = 2024-12-08
    hier soir = 2024-12-05
    ce matin = 2024-12-06
    cet après-midi = 2024-12-06
    lundi = 2024-12-02
    lundi matin = 2024-12-02
    lundi dernier = 2024-12-02
    dans la nuit de lundi à mardi = 2024-12-02/2024-12-03
    la semaine dernière = 2024-11-25/2024-12-01
    cette semaine = 2024-12-02/2024-12-08
    la semaine prochaine = 2024-12-09/2024-12-15
    le mois dernier = 2024-11
    l'année dernière = 2023
    l'an dernier = 2023
    il y a trois jours = 2024-12-03
    il y a une semaine = 2024-11-25~/2024-12-01~
    il y a quelques jours = ../2024-12-06
    dans deux jours = 2024-12-08
    les trois derniers jours = 2024-12-03~/2024-12-06~
    ces trois derniers jours = 2024-12-03~/2024-12-06~
    jusqu'au 30 novembre 2024 = ../2024-11-30
    jusqu’au 30 novembre 2024 = ../2024-11-30
    avant le 30 novembre 2024 = ../2024-11-29
    depuis lundi = 2024-12-02/..
    depuis trois jours = 2024-12-03/..
    à partir du 3 mai 2024 = 2024-05-03/..
    après le 3 mai 2024 = 2024-05-04/..
    31 juin 2024 = -
    hier à 20h30 = 2024-12-05 20:30
    lundi à 8 heures du soir = 2024-12-02 20:00
    ce week-end = 2024-12-07/2024-12-08
    le week-end dernier = 2024-11-30/2024-12-01
    jusqu'en 2030 = ../2030
    d'ici à 2030 = ../2030
    avant la fin de l'année = ../2024-12-31
    depuis début 2024 = 2024-01-01/..
    la nuit dernière = 2024-12-05
    en début de semaine = 2024-12-02/2024-12-04
    les 3 et 4 mai 2023 = 2023-05-03/2023-05-04
    lundi 2 décembre au soir = 2024-12-02
    au cours des dernières semaines = -
    chaque lundi = -
    tous les lundis = -
    le vendredi saint 2024 = 2024-03-29
""")

FROM_EARLIER = cases("""
    le lendemain = 2024-11-21
    la veille = 2024-11-19
    au lendemain = 2024-11-21
    trois jours plus tard = 2024-11-23
    trois jours après = 2024-11-23
    deux jours avant = 2024-11-18
    le même jour = 2024-11-20
    ce jour-là = 2024-11-20
    le lundi suivant = 2024-11-25
""")

PARAGRAPHS = [
    (
        "La ministre a démissionné lundi soir. Le lendemain, le gouvernement a nommé son "
        "successeur, qui prendra ses fonctions le 15 décembre.",
        cases("""
            lundi soir = 2024-12-02
            Le lendemain = 2024-12-03
            le 15 décembre = 2024-12-15
        """),
    ),
    (
        "La grève, commencée il y a deux semaines, s'est terminée hier. Selon le syndicat, "
        "quelque 2000 personnes ont défilé du 25 au 29 novembre.",
        cases("""
            il y a deux semaines = 2024-11-18~/2024-11-24~
            hier = 2024-12-05
            25 = 2024-11-25/2024-11-29
            29 novembre = 2024-11-25/2024-11-29
        """),
    ),
    (
        "Depuis 2019, l'usine de Port-Clair a fermé trois fois. La loi de 2021 n'a rien changé, "
        "a dit la maire ce matin.",
        cases("""
            2019 = 2019/..
            2021 = 2021
            ce matin = 2024-12-06
        """),
    ),
    (
        "La sonde partie vers Mars a été perdue mardi. Une seconde mission est prévue en "
        "janvier 2026.",
        cases("""
            mardi = 2024-12-03
            janvier 2026 = 2026-01
        """),
    ),
    (
        "Les pluies de fin octobre ont fait 12 morts. La semaine prochaine, il pleuvra encore "
        "dans le Sud.",
        cases("""
            fin octobre = 2024-10-21/2024-10-31
            La semaine prochaine = 2024-12-09/2024-12-15
        """),
    ),
    (
        "Le match a eu lieu dimanche à 20h30. L'équipe n'avait pas perdu depuis l'hiver 2022.",
        cases("""
            dimanche = 2024-12-01
            20h30 = 20:30
            l'hiver 2022 = 2022-12-01/..
        """),
    ),
]

NO_DATES = """
    Il a été soigné, puis il a été libéré.
    La planète Mars et la sonde.
    Le second tour, la première fois, 3.000 personnes.
    Un an de prison et deux ans de mise à l'épreuve.
    Plus de 1500 soldats et de 2000 habitants.
    Le train de 12 wagons.
    Elle veille sur lui.
    Mais il a fermé la porte.
    Trois semaines avant le vote.
    Il a attendu 14 heures et deux ans.
""".strip().splitlines()


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase: str, expected: str) -> None:
    assert resolved(phrase, "fr") == expected


@pytest.mark.parametrize(("phrase", "expected"), FROM_EARLIER)
def test_phrases_that_count_from_an_earlier_event(phrase: str, expected: str) -> None:
    assert resolved(phrase, "fr") == "-"
    assert resolved(phrase, "fr", known=KNOWN) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
@pytest.mark.parametrize("language", ["fr", None])
def test_paragraphs(text: str, expected: list[tuple[str, str]], language: str | None) -> None:
    assert annotated(text, language) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert found_in(text, "fr") == []
