from __future__ import annotations

import pytest

from tests.unit.dates.language_cases import KNOWN, annotated, cases, found_in, resolved

PHRASES = cases("""
    27 de noviembre de 2024 = 2024-11-27
    el 27 de noviembre = 2024-11-27
    el miércoles 27 de noviembre = 2024-11-27
    Miércoles, 27 de Noviembre de 2024 = 2024-11-27
    MIÉRCOLES 27 DE NOVIEMBRE DE 2024 = 2024-11-27
    1 de enero del 2023 = 2023-01-01
    1º de mayo de 2023 = 2023-05-01
    el primero de mayo de 2023 = 2023-05-01
    27/11/2024 = 2024-11-27
    03/05/2024 = 2024-05-03
    27-11-2024 = 2024-11-27
    27.11.2024 = 2024-11-27
    2024-11-27 = 2024-11-27
    27/11/24 = 2024-11-27
    11/27/2024 = 2024-11-27
    noviembre de 2023 = 2023-11
    en el mes de noviembre de 2023 = 2023-11
    en noviembre = 2024-11
    noviembre pasado = 2024-11
    noviembre del año pasado = 2023-11
    a principios de marzo de 2023 = 2023-03-01/2023-03-10
    a mediados de junio de 2023 = 2023-06-11/2023-06-20
    a finales de febrero de 2024 = 2024-02-21/2024-02-29
    la primera quincena de marzo de 2024 = 2024-03-01/2024-03-15
    la segunda quincena de marzo de 2024 = 2024-03-16/2024-03-31
    del 3 al 5 de mayo de 2023 = 2023-05-03/2023-05-05
    entre el 3 y el 5 de mayo de 2023 = 2023-05-03/2023-05-05
    del 28 de abril al 3 de mayo de 2023 = 2023-04-28/2023-05-03
    del 28 de diciembre al 3 de enero de 2024 = 2023-12-28/2024-01-03
    de marzo a mayo de 2023 = 2023-03/2023-05
    de 2019 a 2021 = 2019/2021
    entre 2019 y 2021 = 2019/2021
    en 2019 = 2019
    en el año 2019 = 2019
    a finales de 2019 = 2019-09/2019-12
    en el verano de 2023 = 2023-06/2023-08
    el invierno pasado = 2023-12/2024-02
    el tercer trimestre de 2023 = 2023-07/2023-09
    el primer semestre de 2023 = 2023-01/2023-06
    los años noventa = 1990/1999
    los años 90 = 1990/1999
    la década de 1980 = 1980/1989
    hoy = 2024-12-06
    ayer = 2024-12-05
    mañana = 2024-12-07
    anteayer = 2024-12-04
    antes de ayer = 2024-12-04
    pasado mañana = 2024-12-08
    anoche = 2024-12-05
    esta mañana = 2024-12-06
    esta noche = 2024-12-06
    ayer por la tarde = 2024-12-05
    el lunes = 2024-12-02
    el lunes por la mañana = 2024-12-02
    el pasado lunes = 2024-12-02
    la tarde del martes = 2024-12-03
    este viernes = 2024-12-06
    la semana pasada = 2024-11-25/2024-12-01
    esta semana = 2024-12-02/2024-12-08
    la próxima semana = 2024-12-09/2024-12-15
    la semana que viene = 2024-12-09/2024-12-15
    el mes pasado = 2024-11
    el año pasado = 2023
    hace tres días = 2024-12-03
    hace una semana = 2024-11-25~/2024-12-01~
    hace más de dos años = 2022~
    hace varios días = ../2024-12-06
    hace unos días = ../2024-12-06
    dentro de dos días = 2024-12-08
    los últimos tres días = 2024-12-03~/2024-12-06~
    hasta el 30 de noviembre de 2024 = ../2024-11-30
    antes del 30 de noviembre de 2024 = ../2024-11-29
    desde el lunes = 2024-12-02/..
    a partir del 3 de mayo de 2024 = 2024-05-03/..
    desde 2019 = 2019/..
    el 5 de este mes = 2024-12-05
    el día 5 = 2024-12-05
    31 de junio de 2024 = -
    la noche del lunes al martes = 2024-12-02/2024-12-03
    ayer a las 20.30 horas = 2024-12-05 20:30
    ayer a las 8 de la tarde = 2024-12-05 20:00
    este fin de semana = 2024-12-07/2024-12-08
    a finales de este año = 2024-09/2024-12
    hasta finales de 2025 = ../2025-12-31
    antes de finales de mayo de 2024 = ../2024-05-31
    desde principios de año = 2024-01-01/..
    desde hace tres días = 2024-12-03/..
    los días 3 y 4 de mayo de 2023 = 2023-05-03/2023-05-04
    el viernes 6 de diciembre por la noche = 2024-12-06
    en las próximas semanas = -
    cada lunes = -
    el Viernes Santo de 2024 = 2024-03-29
""")

FROM_EARLIER = cases("""
    al día siguiente = 2024-11-21
    el día anterior = 2024-11-19
    tres días después = 2024-11-23
    dos días antes = 2024-11-18
    dos días más tarde = 2024-11-22
    ese mismo día = 2024-11-20
    el lunes siguiente = 2024-11-25
""")

PARAGRAPHS = [
    (
        "El ministro de Transporte dimitió el lunes por la noche. Al día siguiente, el Gobierno "
        "nombró a su sucesora, que asumirá el cargo el 15 de diciembre.",
        cases("""
            el lunes por la noche = 2024-12-02
            día siguiente = 2024-12-03
            el 15 de diciembre = 2024-12-15
        """),
    ),
    (
        "La huelga, que empezó hace dos semanas, terminó ayer. Según el sindicato, unas 2000 "
        "personas participaron entre el 25 y el 29 de noviembre.",
        cases("""
            hace dos semanas = 2024-11-18~/2024-11-24~
            ayer = 2024-12-05
            25 = 2024-11-25/2024-11-29
            29 de noviembre = 2024-11-25/2024-11-29
        """),
    ),
    (
        "Desde 2019, la fábrica de Puerto Claro ha cerrado tres veces. La ley de 2021 no cambió "
        "nada, dijo la alcaldesa esta mañana.",
        cases("""
            2019 = 2019/..
            2021 = 2021
            esta mañana = 2024-12-06
        """),
    ),
    (
        "Julio Marzo, vecino de Santo Domingo, fue detenido el pasado martes. La segunda vista "
        "se celebrará en enero de 2025.",
        cases("""
            el pasado martes = 2024-12-03
            enero de 2025 = 2025-01
        """),
    ),
    (
        "Las lluvias de finales de octubre dejaron 12 muertos. En las últimas semanas, el río "
        "bajó un metro. La próxima semana lloverá otra vez.",
        cases("""
            finales de octubre = 2024-10-21/2024-10-31
            La próxima semana = 2024-12-09/2024-12-15
        """),
    ),
    (
        "El partido se jugó el domingo a las 20.30 horas. El equipo no perdía desde el invierno "
        "de 2022.",
        cases("""
            el domingo = 2024-12-01
            20.30 horas = 20:30
            el invierno de 2022 = 2022-12-01/..
        """),
    ),
]

NO_DATES = """
    La segunda fase costó 2000 euros.
    Julio y Mayo son apellidos; Domingo también.
    El 27 % de los votos, 3.000 personas, 12 de 30 diputados.
    Marcó el gol de la tarde en Plaza de Mayo.
    Llegó tarde y pasado de peso.
    El cuarto piso, la puerta 5.
    Lo hizo de 1500 maneras.
    Unas 2020 personas acudieron.
    Tres semanas antes de las elecciones.
    Tardó 48 horas y 14 horas más.
""".strip().splitlines()


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase: str, expected: str) -> None:
    assert resolved(phrase, "es") == expected


@pytest.mark.parametrize(("phrase", "expected"), FROM_EARLIER)
def test_phrases_that_count_from_an_earlier_event(phrase: str, expected: str) -> None:
    assert resolved(phrase, "es") == "-"
    assert resolved(phrase, "es", known=KNOWN) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
@pytest.mark.parametrize("language", ["es", None])
def test_paragraphs(text: str, expected: list[tuple[str, str]], language: str | None) -> None:
    assert annotated(text, language) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert found_in(text, "es") == []
