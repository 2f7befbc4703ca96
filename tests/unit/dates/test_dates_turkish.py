from __future__ import annotations

import pytest

from tests.unit.dates.language_cases import KNOWN, annotated, cases, found_in, resolved

PHRASES = cases("""
    27 Kasım 2024 = 2024-11-27
    27 Kasım'da = 2024-11-27
    27 Kasım’da = 2024-11-27
    27 Kasım Çarşamba günü = 2024-11-27
    27 Kasım 2024 Çarşamba = 2024-11-27
    27 KASIM 2024 = 2024-11-27
    27 kasım 2024 = 2024-11-27
    27 Kasim 2024 = 2024-11-27
    1 Ocak 2023 = 2023-01-01
    3 HAZİRAN 2023 = 2023-06-03
    30 Ağustos 2023'te = 2023-08-30
    27 Kasım 2024 tarihinde = 2024-11-27
    27.11.2024 = 2024-11-27
    03.05.2024 = 2024-05-03
    27/11/2024 = 2024-11-27
    2024-11-27 = 2024-11-27
    Kasım 2023 = 2023-11
    Kasım 2023'te = 2023-11
    2023 Kasım ayında = 2023-11
    2023'ün Kasım ayında = 2023-11
    Kasım ayında = 2024-11
    Kasım'da = 2024-11
    kasımda = 2024-11
    geçen Kasım = 2024-11
    geçen yılın Kasım ayında = 2023-11
    Mart 2023 başında = 2023-03-01/2023-03-10
    Haziran 2023 ortasında = 2023-06-11/2023-06-20
    Şubat 2024 sonunda = 2024-02-21/2024-02-29
    Kasım ayının sonunda = 2024-11-21/2024-11-30
    3-5 Mayıs 2023 = 2023-05-03/2023-05-05
    3 - 5 Mayıs 2023 tarihlerinde = 2023-05-03/2023-05-05
    3 ile 5 Mayıs 2023 arasında = 2023-05-03/2023-05-05
    28 Nisan'dan 3 Mayıs'a kadar = 2024-04-28/2024-05-03
    28 Nisan 2023 - 3 Mayıs 2023 = 2023-04-28/2023-05-03
    Mart'tan Mayıs 2023'e kadar = 2023-03/2023-05
    2019'dan 2021'e kadar = 2019/2021
    2019-2021 yıllarında = 2019/2021
    2019 ile 2021 arasında = 2019/2021
    2019'da = 2019
    2019 yılında = 2019
    2019 yılının sonunda = 2019-09/2019-12
    2019'un başında = 2019-01/2019-04
    2023 yazında = 2023-06/2023-08
    geçen yaz = 2024-06/2024-08
    2023'ün üçüncü çeyreğinde = 2023-07/2023-09
    2023 yılının ilk yarısında = 2023-01/2023-06
    1990'larda = 1990/1999
    1990'lı yıllarda = 1990/1999
    90'lı yıllar = 1990/1999
    bugün = 2024-12-06
    dün = 2024-12-05
    yarın = 2024-12-07
    önceki gün = 2024-12-04
    evvelsi gün = 2024-12-04
    dün akşam = 2024-12-05
    dün gece = 2024-12-05
    bu sabah = 2024-12-06
    bu gece = 2024-12-06
    Pazartesi = 2024-12-02
    Pazartesi günü = 2024-12-02
    Salı günü = 2024-12-03
    Pazar akşamı = 2024-12-01
    geçen Pazartesi = 2024-12-02
    geçen Salı günü = 2024-12-03
    geçen hafta = 2024-11-25/2024-12-01
    bu hafta = 2024-12-02/2024-12-08
    gelecek hafta = 2024-12-09/2024-12-15
    önümüzdeki hafta = 2024-12-09/2024-12-15
    geçen hafta sonu = 2024-11-30/2024-12-01
    geçtiğimiz ay = 2024-11
    geçen yıl = 2023
    üç gün önce = 2024-12-03
    3 gün önce = 2024-12-03
    bir hafta önce = 2024-11-25~/2024-12-01~
    yaklaşık iki yıl önce = 2022~
    yirmi beş yıl önce = 1999~
    birkaç gün önce = ../2024-12-06
    son üç gün = 2024-12-03~/2024-12-06~
    30 Kasım 2024'e kadar = ../2024-11-30
    30 Kasım 2024'ten önce = ../2024-11-29
    Pazartesi'den beri = 2024-12-02/..
    Pazartesi gününden bu yana = 2024-12-02/..
    3 Mayıs 2024'ten itibaren = 2024-05-03/..
    3 Mayıs 2024'ten sonra = 2024-05-04/..
    yıl sonuna kadar = ../2024-12-31
    31 Haziran 2024 = -
    dün saat 20.30'da = 2024-12-05 20:30
    Pazartesi günü saat 20.00'de = 2024-12-02 20:00
    geçen yılın sonunda = 2023-09/2023-12
    bu yılın başında = 2024-01/2024-04
    geçen ayın sonunda = 2024-11-21/2024-11-30
    2025 sonuna kadar = ../2025-12-31
    6 Aralık Cuma günü = 2024-12-06
    Cuma sabahı = 2024-12-06
    3 ve 4 Mayıs 2023 = 2023-05-03/2023-05-04
    Temmuz 2023 ile Mayıs 2024 arasında = 2023-07/2024-05
    seçimlerden üç hafta önce = -
    son haftalarda = -
    her Pazartesi = -
""")

FROM_EARLIER = cases("""
    ertesi gün = 2024-11-21
    bir önceki gün = 2024-11-19
    üç gün sonra = 2024-11-23
    aynı gün = 2024-11-20
    o gün = 2024-11-20
    ertesi sabah = 2024-11-21
    bir sonraki gün = 2024-11-21
""")

PARAGRAPHS = [
    (
        "Ulaştırma Bakanı Pazartesi akşamı istifa etti. Ertesi gün hükümet yerine bir bürokratı "
        "atadı. Yeni bakan görevine 15 Aralık'ta başlayacak.",
        cases("""
            Pazartesi akşamı = 2024-12-02
            Ertesi gün = 2024-12-03
            15 Aralık = 2024-12-15
        """),
    ),
    (
        "İki hafta önce başlayan grev dün sona erdi. Sendikaya göre 25-29 Kasım tarihlerinde "
        "yaklaşık 2000 kişi yürüdü.",
        cases("""
            İki hafta önce = 2024-11-18~/2024-11-24~
            dün = 2024-12-05
            25 = 2024-11-25/2024-11-29
            29 Kasım = 2024-11-25/2024-11-29
        """),
    ),
    (
        "Fabrika 2019'dan bu yana üç kez kapandı. Belediye başkanı bu sabah 2021 yılında hiçbir "
        "şeyin değişmediğini söyledi.",
        cases("""
            2019 = 2019/..
            bu sabah = 2024-12-06
            2021 yılında = 2021
        """),
    ),
    (
        "Kasım Ocak adlı zanlı Salı günü yakalandı. Pazar yerindeki ocak söndü. Dava Ocak 2026'da "
        "görülecek.",
        cases("""
            Salı günü = 2024-12-03
            Ocak 2026 = 2026-01
        """),
    ),
    (
        "Ekim ayının sonunda yağan yağmurlarda 12 kişi öldü. Gelecek hafta yine yağmur bekleniyor.",
        cases("""
            Ekim ayının sonunda = 2024-10-21/2024-10-31
            Gelecek hafta = 2024-12-09/2024-12-15
        """),
    ),
    (
        "Maç Pazar günü saat 20.30'da başladı. Takım 2022 kışından beri yenilmemişti.",
        cases("""
            Pazar günü saat 20.30 = 2024-12-01
            2022 kışından = 2022-12-01/..
        """),
    ),
]

NO_DATES = """
    Ocak söndü, pazar kalabalıktı.
    Kasım Bey ile Eylül Hanım geldi.
    Ekim işleri bitti, aralık bırakıldı.
    İkinci el araç, üçüncü kişi.
    Yaklaşık 2000 kişi katıldı.
    Yaz kızım, yazı tahtasına yaz.
    Son dakika golü 3.000 lira etti.
    Ay tutulması ve güneş.
    Seçimlerden üç hafta önce ve maçtan iki gün sonra.
""".strip().splitlines()


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_phrases(phrase: str, expected: str) -> None:
    assert resolved(phrase, "tr") == expected


@pytest.mark.parametrize(("phrase", "expected"), FROM_EARLIER)
def test_phrases_that_count_from_an_earlier_event(phrase: str, expected: str) -> None:
    assert resolved(phrase, "tr") == "-"
    assert resolved(phrase, "tr", known=KNOWN) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
@pytest.mark.parametrize("language", ["tr", None])
def test_paragraphs(text: str, expected: list[tuple[str, str]], language: str | None) -> None:
    assert annotated(text, language) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert found_in(text, "tr") == []
