"""Labels of blocks: what is shown to an engine and what is hidden."""

from __future__ import annotations

import time

import pytest

from extractor.schema import LineLabel
from extractor.text.dateline import dateline_length, is_date_line, is_page_stamp
from extractor.text.labels import label_blocks

HEADLINE = "Ferry pier of Velda to close after cracks found"
BODY = "The council of Velda voted on Monday to close the old ferry pier."
MORE_BODY = "The mayor said that the work would begin before the end of the month."
BLOB = "eyJhbGwiOiIyNSIsInBvcnRyYWl0IjoiMTgifQ" * 3


def label_amid_body(text: str) -> LineLabel:
    return label_blocks([HEADLINE, BODY, text, MORE_BODY])[2]


@pytest.mark.parametrize(
    "text",
    [
        "24.3 C",
        "-3 °C",
        "24°C",
        "Velda 17 °C",
        "14:32",
        "10:05 GMT",
        "9.30 p.m.",
        "2 hours ago",
        "0",
        "12",
        "* * *",
        "Home > Region > Velda",
        "Home » Region » Velda",
        "Share",
        "Share on Facebook",
        "FacebookX (Twitter)WhatsAppTelegramPrint",
        "Facebook | Twitter | Email",
        "Tweet",
        "Follow us",
        "Follow us on Instagram and Telegram.",
        "Subscribe to our newsletter",
        "Sign up for our weekly newsletter and never miss a story!",
        "Get the latest news in your inbox",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below this ad",
        "We use cookies to improve your experience. By continuing you agree.",
        "This website uses cookies. Accept | Read More",
        'By clicking "Accept All" you consent to our use of cookies.',
        "Accept All",
        "© 2024 Velda Courier. All rights reserved.",
        "Copyright 2024 Velda Courier",
        "(c) 2024 Velda Courier",
        "The Velda Courier, all rights reserved",
        "By Jane Doe",
        "BY JANE DOE",
        "By Jane Doe and John van der Roe, Velda Courier",
        "By Jane Doe | May 3, 2024",
        "By News Desk",
        "Posted by Jane Doe",
        "(Reporting by Jane Doe in Velda; Editing by John Roe)",
        "Published: 3 May 2024",
        "Published on May 3, 2024 at 10:05 a.m.",
        "Updated 3 May 2024 14:05 GMT",
        "Last updated: Friday, 3 May 2024",
        "3 min read",
        "1,204 views",
        "7 Comments",
        "LEAVE A REPLY Cancel reply",
        "Your email address will not be published. Required fields are marked *",
        "Tags: Velda, ferries",
        "#velda #ferry",
        "[vc_row][/vc_row]",
        f'[td_block_social custom_title="Follow us" tdc_css="{BLOB}"]',
        f'[gallery ids="{BLOB}"]',
        BLOB,
    ],
)
def test_furniture(text: str) -> None:
    assert label_amid_body(text) == "furniture"


@pytest.mark.parametrize(
    "text",
    [
        "Also Read: Ten New Buses for Great Hask",
        "ALSO READ | Ten New Buses for Great Hask",
        "Read more: Ten New Buses for Great Hask",
        "Related: Ten New Buses for Great Hask",
        "READ: Is the U.S. Navy Coming to Great Hask?",
        "Lea también: Diez autobuses nuevos",
        "Читайте также: Десять новых автобусов",
        "https://example.com/buses",
        "www.example.com/a https://example.com/b",
    ],
)
def test_links(text: str) -> None:
    assert label_amid_body(text) == "link"


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Jane Doe/AFP",
        "Image credit: Velda Courier",
        "(Photo by Jane Doe/Getty Images)",
        "The old pier at dawn. (Photo by Jane Doe/AFP)",
        "The old pier at dawn. Photo: Jane Doe",
        '[caption id="a1" width="300"]The old pier at dawn[/caption]',
    ],
)
def test_captions(text: str) -> None:
    assert label_amid_body(text) == "caption"


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "Nobody came",
        "“No.”",
        "“We waited,” she said.",
        "Little Hask",
        "- Old Kesra",
        "(c) New Kesra",
        "12 villages",
        "What happens next",
        "By Monday the pier was empty",
        "By 30 November, the pier was empty",
        "By taking the pier, the council angered the ferrymen",
        "By the river",
        "By Monday Evening",
        "Updated figures show 12 cracks.",
        "Updated figures show 12 cracks",
        "Published in 2004, the plan was soon forgotten.",
        "Written by engineers, the report was short.",
        "Reporting by the Courier led to the vote.",
        "Posted on walls in 12 towns, the notice was torn down.",
        "Follow-up talks failed",
        "Related parties met again",
        "Read by the mayor, the letter was short.",
        "Share prices of the ferry company fell",
        "Trending down, the shares lost a tenth",
        "More than ten piles are cracked",
        "Most read the letter in silence",
        "See also the report of the engineers",
        "Like many, she fled.",
        "Home at last",
        "Search teams left",
        "Print media were closed.",
        "Copyright law was changed.",
        "He said that all rights reserved to the crown were void.",
        "We baked cookies for the ferrymen.",
        "The new law says that websites need consent for cookies.",
        "Register with the police here, the ferrymen were told.",
        "Sign up for the draft began on Monday.",
        "THE COUNCIL VOTED TO CLOSE THE PIER",
        "[TEXT] THE COUNCIL VOTED.",
        "[sic] He left the pier.",
        "[vc_row]He left the pier.[/vc_row]",
        "«Мы уйдём», сказал он",
        "Er sagte »wir gehen«",
        "Никто не знает",
        "قال الوزير إن القوات دخلت المدينة صباح اليوم",
        "部长说他很高兴",
        "รัฐมนตรีกล่าวว่าเขาดีใจ",
        "The report is at https://example.com/" + "report-" * 14 + "2024 now.",
        f"{MORE_BODY} Also Read: Ten New Buses for Great Hask",
        "Also Read: Ten New Buses for Great Hask. The council met again on Friday.",
    ],
)
def test_body_is_never_hidden(text: str) -> None:
    assert label_amid_body(text) == "body"


def test_a_scraped_page() -> None:
    page: list[tuple[str, LineLabel]] = [
        ("Friday, May 10, 2024", "furniture"),
        ("Sign in / Join", "furniture"),
        ("17.2 C", "furniture"),
        ("Great Hask", "furniture"),
        (f"HomeRegionVideo{HEADLINE}", "furniture"),
        ("Region", "furniture"),
        (HEADLINE, "headline"),
        ("By Jane Doe", "furniture"),
        ("May 3, 2024", "dateline"),
        ("Share", "furniture"),
        (BODY, "body"),
        ("What happens next", "body"),
        (MORE_BODY, "body"),
        (HEADLINE, "furniture"),
        ("Related News", "furniture"),
        ("Ten New Buses for Great Hask", "link"),
        ("Who Will Pay for the Bridge?", "link"),
        (MORE_BODY, "body"),
        ("Little Hask", "body"),
        ("You may also like", "furniture"),
        ("Bread Prices Rise", "link"),
    ]
    texts = [text for text, _ in page]
    labels = [label for _, label in page]
    assert list(label_blocks(texts)) == labels
    assert list(label_blocks(texts, title=HEADLINE)) == labels
    assert list(label_blocks(texts, title=f"{HEADLINE} | Velda Courier")) == labels


@pytest.mark.parametrize(
    "heading", ["Latest News", "RELATED NEWS", "Most Read", "Trending", "Recommended for you:"]
)
def test_short_lines_under_a_heading_of_links(heading: str) -> None:
    labels = label_blocks([HEADLINE, BODY, heading, "Bread Prices Rise", "Pop Star Sings", BODY])
    assert labels[2:] == ("furniture", "link", "link", "body")


def test_the_title_finds_the_headline_under_a_heading_of_links() -> None:
    texts = ["Trending", "Bread prices rise again", HEADLINE, "By Jane Doe", "A pier no more", BODY]
    assert label_blocks(texts, title=HEADLINE) == (
        "furniture",
        "link",
        "headline",
        "furniture",
        "body",
        "body",
    )


def test_the_title_may_stand_only_glued_to_a_menu() -> None:
    assert label_blocks([f"HomeRegion{HEADLINE}", BODY], title=HEADLINE) == ("headline", "body")


def test_the_title_may_differ_in_quotation_marks_and_case() -> None:
    texts = ["Velda", "Mayor: “Pier’s finished”", BODY]
    labels = label_blocks(texts, title="MAYOR: 'Pier's finished'")
    assert labels == ("furniture", "headline", "body")


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        ([], ()),
        (["Ferry pier of Velda to close after cracks found"], ("body",)),
        (["Little Hask"], ("body",)),
        ([BODY], ("body",)),
        ([BODY, "Velda", MORE_BODY], ("body", "body", "body")),
        (["The villages are:", "Little Hask", BODY], ("body", "body", "body")),
        (["Pier closes", "May 3, 2024", BODY], ("headline", "dateline", "body")),
        (["Friday, May 3, 2024", BODY], ("furniture", "body")),
        ([HEADLINE, "2011", BODY, "December 5", BODY, "Monday", BODY], None),
    ],
    ids=[
        "nothing",
        "one-line",
        "one-place",
        "one-sentence",
        "no-headline",
        "list",
        "short-headline",
        "masthead",
        "chronology",
    ],
)
def test_texts_without_a_page_around_them(
    texts: list[str], labels: tuple[LineLabel, ...] | None
) -> None:
    expected = labels if labels is not None else ("headline", *["dateline", "body"] * 3)
    assert label_blocks(texts) == expected


def test_a_title_that_is_the_whole_text_is_body() -> None:
    assert label_blocks([HEADLINE], title=HEADLINE) == ("body",)


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("VELDA, 14 May 2025 (Northern Wire) – A court", "VELDA, 14 May 2025 (Northern Wire) – "),
        ("VELDA (AP) — A court", "VELDA (AP) — "),
        ("Velda, May 14 (Xinhua) -- A court", "Velda, May 14 (Xinhua) -- "),
        ("GREAT HASK, Tarsinia (AFP) - A court", "GREAT HASK, Tarsinia (AFP) - "),
        ("VELDA (TARSINIA), 9 JAN 90 (DPA) -- [TEXT] A", "VELDA (TARSINIA), 9 JAN 90 (DPA) -- "),
        ("VELDA, NO DATE (RADIO HASK) -- A COURT", "VELDA, NO DATE (RADIO HASK) -- "),
        ("VELDA - A court", "VELDA - "),
        ("VELDA: A court has", "VELDA: "),
        ("He left (by car) - and came back", ""),
        ("Jane Doe (58) - a teacher", ""),
        ("The council (the old one) – Hask’s – left", ""),
        ("On Monday, 5 May – A Sunday", ""),
        ("UNHCR – the agency", ""),
        ("THE COUNCIL -- WHICH IS OLD -- LEFT", ""),
        ("Mayor: I left", ""),
    ],
)
def test_datelines(text: str, dateline: str) -> None:
    assert text[: dateline_length(text, first=True)] == dateline


def test_a_name_and_a_colon_are_a_dateline_in_the_first_paragraph_only() -> None:
    assert dateline_length("VELDA: A court has") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday, March 10, 2025", True),
        ("10 March", True),
        ("10/03/2025 14:30", True),
        ("2025-03-10", True),
        ("May 3, 2024 | 10:05 AM GMT", True),
        ("lunes, 10 de marzo de 2025", True),
        ("10 марта 2025 г.", True),
        ("الاثنين 10 مارس 2025", True),
        ("2025年3月10日", True),
        ("Monday", True),
        ("2011", True),
        ("May", False),
        ("12", False),
        ("14:32", False),
        ("10 people", False),
        ("March of the ferrymen", False),
        ("On Monday the pier closed", False),
    ],
)
def test_date_lines(text: str, expected: bool) -> None:
    assert is_date_line(text) is expected


@pytest.mark.parametrize("above", [["Friday, May 10, 2024"], ["By Jane Doe, May 10, 2024", "Hask"]])
def test_a_title_above_a_date_or_byline_is_not_the_headline(above: list[str]) -> None:
    labels = label_blocks(["The daily voice of the nation", *above, HEADLINE, BODY, MORE_BODY])
    assert labels[len(above) + 1 :] == ("headline", "body", "body")
    assert labels[1] == "furniture"


def test_of_a_headline_and_the_line_right_below_it_the_first_is_the_headline() -> None:
    texts = [HEADLINE, "Ferrymen of Velda demand a new pier", "May 3, 2024", BODY]
    assert label_blocks(texts) == ("headline", "body", "dateline", "body")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last updated: 13 June 2025", True),
        ("This article was updated on 3 May 2024 at 10:05 a.m.", True),
        ("Archived from the original on 10 March 2025.", True),
        ("Date accessed: 10/03/2025", True),
        ("Copyright March 10, 2025 Velda Courier", True),
        ("Retrieved from the river on March 3, he died.", False),
        ("Archived in May, the plan was lost.", False),
        ("The site was captured on 3 May 2024.", False),
        ("Copyright law was changed.", False),
        ("On March 10, 2025", False),
    ],
)
def test_page_stamps(text: str, expected: bool) -> None:
    assert is_page_stamp(text) is expected
    assert (label_amid_body(text) == "furniture") is expected


@pytest.mark.parametrize(
    "text",
    [
        "World Politics Business Opinion Sports",
        "Startseite Politik Wirtschaft Kultur",
        "© 2025 El Correo. Todos los derechos reservados.",
        "Utilizamos cookies propias y de terceros para mejorar su experiencia.",
        "Nous utilisons des cookies pour améliorer votre expérience.",
        "Wir verwenden Cookies, um unsere Website zu verbessern.",
        "Sitemizde daha iyi hizmet için çerezler kullanılmaktadır.",
        "Мы используем файлы cookie, чтобы сайт был удобнее.",
        "نستخدم ملفات تعريف الارتباط لتحسين تجربتك.",
        "我们使用Cookie来改善您的浏览体验。",
        "Síguenos en Facebook",
        "Abonnez-vous à notre newsletter quotidienne",
        "Alle Rechte vorbehalten",
        "Bizi Telegram hesabımızdan takip edin",
        "Подписывайтесь на наш канал в Telegram",
        "تابعونا على فيسبوك وتويتر",
        "欢迎关注我们的微信公众号",
        "责任编辑：王明",
        "Publicado el 6 de diciembre de 2024",
        "Veröffentlicht am 6. Dezember 2024",
        "Опубликовано: 6 декабря 2024 года",
        "发布时间：2024年12月6日",
        "Already a subscriber? Log in",
        "This article is for subscribers only.",
        "You have read all of your free articles this month.",
        "Issue of March 10, 2025",
        "Web posted on Monday, March 10, 2025.",
        "This article appeared in the March 10 print edition.",
        "14:32 GMT",
        "2h ago",
        "1 234 просмотра",
    ],
)
def test_furniture_in_eight_languages(text: str) -> None:
    assert label_amid_body(text) == "furniture"


@pytest.mark.parametrize(
    "text",
    [
        "Lire aussi : Dix nouveaux autobus pour le port",
        "Lesen Sie auch: Zehn neue Busse für die Hafenstadt",
        "İlgili haber: Liman kentine on yeni otobüs",
        "اقرأ أيضا: عشر حافلات جديدة لمدينة الميناء",
        "相关阅读：港口城市新增十辆公交车",
        "► Also read: Ten New Buses for Great Hask",
    ],
)
def test_links_in_other_languages(text: str) -> None:
    assert label_amid_body(text) == "link"


@pytest.mark.parametrize(
    "text",
    [
        "Anzeigen gegen die Fährleute wurden eingestellt",
        "Werbung für die Fähre ist verboten.",
        "Publicidad y ferrys: el ayuntamiento calla",
        "Bizi kimse dinlemedi, dedi fırıncı",
        "Следите за водой, сказали им.",
        "编辑部被水淹没了，没有人受伤。",
        "Issue of bonds was delayed",
        "From the harbour came the first issue",
        "This story appeared to nobody in the town to be true.",
        "Story posted in the square says otherwise",
        "Politics and sport do not mix, the mayor said",
        "India, Pakistan and Europe",
        "Live music was played on the pier",
        "Advertisements were torn down",
        "Already a hundred families have left.",
        "Get out of the harbour, they were told",
        "Related News agencies said nothing",
        "Sharing is over, he said",
    ],
)
def test_body_that_begins_as_furniture_does_is_never_hidden(text: str) -> None:
    assert label_amid_body(text) == "body"


def test_teasers_of_one_sentence_are_links_where_the_article_has_ended() -> None:
    teaser = "The ferrymen of Great Hask went on strike on Tuesday."
    end = "(Reporting by Jane Doe in Velda; Editing by John Roe)"
    after = label_blocks([HEADLINE, BODY, MORE_BODY, end, "Most Read", teaser, teaser])
    assert after[3:] == ("furniture", "furniture", "link", "link")
    within = label_blocks([HEADLINE, BODY, "Most Read", "Bread Prices Rise", teaser])
    assert within[2:] == ("furniture", "link", "body")


def test_a_row_of_sections_above_the_headline_is_a_menu() -> None:
    menus = ["Home News Sport Regional Videos Contact", "Velda | Hask | Kesra", HEADLINE, BODY]
    assert label_blocks(menus) == ("furniture", "furniture", "headline", "body")


def test_a_dateline_that_stands_alone_is_no_headline() -> None:
    texts = ["VELDA, 14 May 2025 (Northern Wire)", BODY, MORE_BODY]
    assert label_blocks(texts) == ("dateline", "body", "body")


def test_of_two_titles_around_a_date_the_headline_shares_words_with_the_body() -> None:
    crosshead = "Ferrymen demand a new pier before winter"
    texts = [HEADLINE, "May 3, 2024", crosshead, BODY, MORE_BODY]
    assert label_blocks(texts)[:3] == ("headline", "dateline", "body")


def test_proven_labels_come_before_a_block_s_own_words() -> None:
    labels = label_blocks([HEADLINE, BODY, MORE_BODY], proven={MORE_BODY: "link"})
    assert labels == ("headline", "body", "link")


def test_labels_come_fast_however_many_phrases_there_are() -> None:
    body = [BODY, MORE_BODY] * 2000
    start = time.process_time()
    label_blocks([HEADLINE, *body])
    assert time.process_time() - start < 1  # now 0.05
