"""Sentences and lines of news in all languages that are read, with the language told or not."""

from __future__ import annotations

import pytest

from extractor.text.blocks import Block
from extractor.text.language import language_of
from extractor.text.lines import number_lines
from extractor.text.sentences import split_sentences

SENTENCES = {
    "en": [
        "Dr. Smith left the U.S. on Monday.",
        "He paid $3.5 million, i.e. too much.",
        "“We will be back,” he said.",
    ],
    "es": [
        "El Sr. García y la Dra. Ruiz llegaron el 3 de mayo.",
        "La empresa Acme S.A. de Velda no respondió.",
        "¿Quién lo hizo?",
        "¡Nadie lo sabe!",
        "«Volveremos», dijo el ministro.",
        "El art. 5 de la ley, p. ej., no cambia.",
        "EE. UU. retiró sus tropas.",
        "Lo dijo el Gral. Ortiz.",
    ],
    "fr": [
        "M. Durand et Mme Petit sont arrivés le 3 mai.",
        "Le Dr. Martin, p. ex., a refusé.",
        "« Nous reviendrons », a dit le ministre.",
        "Pourquoi ?",
        "Nul ne le sait !",
        "C'était en 44 av. J.-C. selon lui.",
        "La loi a été votée.",
    ],
    "de": [
        "Am 5. Dezember kam Dr. Meier in die Stadt.",
        "Er blieb z. B. bis 20.30 Uhr.",
        "Die Firma Acme GmbH & Co. KG schwieg.",
        "„Wir kommen wieder“, sagte er.",
        "Das gilt u. a. für die 3. Division.",
        "Sie ging am 4.",
        "Das war alles.",
        "Prof. Huber kam vom 3. bis 5. Mai.",
    ],
    "tr": [
        "Prof. Dr. Aylin Kaya 5 Aralık'ta geldi.",
        "Toplantı saat 20.30'da başladı.",
        "“Geri döneceğiz” dedi ve gitti.",
        "Neden?",
        "Kimse bilmiyor!",
        "T.C. Sağlık Bakanlığı açıklama yaptı.",
    ],
    "ru": [
        "Войска вошли в город 3 мая 2024 г. и остались там.",
        "Это, т. е. приказ, не обсуждается.",
        "«Мы вернёмся», — сказал он.",
        "Почему?",
        "Никто не знает!",
        "В г. Ясный живут 2 тыс. человек.",
        "Об этом сообщил А. С. Петров.",
    ],
    "ar": [
        "وصل د. سامي يوم الاثنين.",
        "هل هذا صحيح؟",
        "نعم!",
        "قال: «سنعود».",
        "هذا كل شيء.",
    ],
    "zh": [
        "军队昨天进入了城市。",
        "为什么？",
        "没人知道！",
        "他说：“我们会回来。”",
        "然后离开了。",
    ],
}


@pytest.mark.parametrize("language", SENTENCES)
def test_sentences_end_where_a_reader_ends_them(language: str) -> None:
    sentences = SENTENCES[language]
    text = ("" if language == "zh" else " ").join(sentences)
    found = split_sentences(text, Block(0, len(text)), language=language)
    assert [text[each.start : each.end] for each in found] == sentences


@pytest.mark.parametrize("language", SENTENCES)
def test_the_text_tells_its_language_where_nobody_does(language: str) -> None:
    sentences = SENTENCES[language]
    text = ("" if language == "zh" else " ").join(sentences)
    assert language_of(text) == language
    told = number_lines(text, language=language)
    assert number_lines(text) == told


PAGES = {
    "es": (
        "Dimite el ministro de Transporte",
        "El Sr. Paz dimitió el lunes.",
        "Nadie lo esperaba.",
    ),
    "fr": ("La ministre des Transports démissionne", "M. Paz est parti lundi.", "Nul ne l'a vu."),
    "de": ("Verkehrsminister tritt zurück", "Dr. Paz ging am 3. Mai.", "Niemand sah ihn."),
    "tr": ("Ulaştırma Bakanı istifa etti bugün", "Dr. Kaya Pazartesi gitti.", "Kimse görmedi."),
    "ru": ("Министр транспорта ушёл в отставку", "А. С. Мир ушёл 3 мая.", "Никто не знал об этом."),
    "ar": ("استقالة وزير النقل بعد الأزمة", "استقال د. سامي يوم الاثنين.", "ولم يعلق أحد على ذلك."),
    "zh": ("交通部长周一宣布辞职引发关注", "部长周一宣布辞职。", "没有人知道原因。"),
}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("told", [True, False])
def test_a_page_has_its_headline_and_its_sentences(language: str, told: bool) -> None:
    headline, first, second = PAGES[language]
    body = f"{first}{'' if language == 'zh' else ' '}{second}"
    text = f"{headline}\n\n{body}\n"
    lines = number_lines(text, title=headline, language=language if told else None)
    assert [(text[line.start : line.end], line.label) for line in lines] == [
        (headline, "headline"),
        (first, "body"),
        (second, "body"),
    ]


def test_marks_of_direction_stay_in_their_line() -> None:
    text = "\u200fوصل الوفد يوم الاثنين.\u200f غادر الثلاثاء."
    lines = number_lines(text, language="ar")
    assert "".join(text[line.start : line.end] for line in lines).replace(" ", "") == text.replace(
        " ", ""
    )
    assert len(lines) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er kam am 3. Sie ging."),
        ("fr", "Il habite au 5. M. Paz aussi."),
        ("ru", "Это было в 2024 году. Потом всё стихло."),
        ("es", "Lo dijo EL SR. PAZ. Nadie respondió."),
    ],
)
def test_an_abbreviation_does_not_swallow_the_next_sentence(language: str, text: str) -> None:
    assert len(split_sentences(text, Block(0, len(text)), language=language)) == 2
