from __future__ import annotations

from datetime import date

import pytest

from extractor.dates import resolve
from extractor.dates.resolve import UNREAD
from extractor.schema import PublicationDate

DAY = date(2024, 12, 6)  # a Friday
PUBLISHED = PublicationDate(edtf="2024-12-06", earliest=DAY, latest=DAY, trusted=True)


@pytest.mark.parametrize(
    ("phrase", "sentence", "code", "expected", "exact"),
    [
        ("On Friday last", "On Friday last he came.", "en", "2024-11-29", True),
        ("on the first of this month", "It came on the first of this month.", "en", "2024-12-01",
         True),
        ("on the 3rd", "It came on the 3rd.", "en", "2024-12-03", False),
        ("in the month of March", "It fell in the month of March.", "en", "2024-03", False),
        ("in the last week of May", "It fell in the last week of May.", "en",
         "2024-05-25/2024-05-31", False),
        ("in the first week of May 2023", "It fell in the first week of May 2023.", "en",
         "2023-05-01/2023-05-07", True),
        ("on the last day of June", "It fell on the last day of June.", "en", "2024-06-30", False),
        ("nine days before Easter", "It fell nine days before Easter.", "en", "2024-03-22", False),
        ("in the week after Easter 2023", "It fell in the week after Easter 2023.", "en",
         "2023-04-10~/2023-04-16~", False),
        ("on Tuesday, at four in the morning", "He left on Tuesday, at four in the morning.",
         "en", "2024-12-03", True),
        ("on Tuesday, at five minutes to seven", "He left on Tuesday, at five minutes to seven.",
         "en", "2024-12-03", True),
        ("el martes hacia las siete de la tarde",
         "El fuego llegó el martes hacia las siete de la tarde.", "es", "2024-12-03", True),
        ("mañana, sábado, a las once", "El acto será mañana, sábado, a las once.", "es",
         "2024-12-07", True),
        ("mardi vers sept heures", "Le pont est tombé mardi vers sept heures.", "fr",
         "2024-12-03", True),
        ("am Dienstag gegen sieben Uhr", "Die Brücke stürzte am Dienstag gegen sieben Uhr ein.",
         "de", "2024-12-03", True),
        ("في 14 تشرين الثاني/نوفمبر الماضي", "سقط الجسر في 14 تشرين الثاني/نوفمبر الماضي.", "ar",
         "2024-11-14", True),
    ],
)  # fmt: skip
def test_words_that_name_a_day_by_its_place(
    phrase: str, sentence: str, code: str, expected: str, exact: bool
) -> None:
    resolution = resolve(phrase, PUBLISHED, sentence=sentence, language=code)
    assert (str(resolution.edtf), resolution.exact) == (expected, exact)


@pytest.mark.parametrize(
    "phrase",
    ["on the Friday before the strike", "in May of that year", "on two of five Mondays in May"],
)
def test_words_that_count_from_what_no_rule_reads_have_no_day(phrase: str) -> None:
    resolution = resolve(phrase, PUBLISHED, sentence=f"It fell {phrase}.", language="en")
    assert (resolution.edtf, resolution.reason) == (None, UNREAD)


def test_a_weekday_before_a_known_noun_keeps_its_day() -> None:
    phrase = "on Tuesday before noon"
    resolution = resolve(phrase, PUBLISHED, sentence=f"It fell {phrase}.", language="en")
    assert str(resolution.edtf) == "2024-12-03"


@pytest.mark.parametrize(("plan", "expected"), [(None, "2024-12-11"), (False, "2024-12-04")])
def test_what_is_known_to_be_over_is_not_looked_for_ahead(plan: bool | None, expected: str) -> None:
    sentence = "The minister will go on Wednesday."
    resolution = resolve("on Wednesday", PUBLISHED, sentence=sentence, plan=plan, language="en")
    assert str(resolution.edtf) == expected
    assert resolution.exact is (plan is None)
