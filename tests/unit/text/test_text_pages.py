"""Web pages: their text without a lost sentence, their metadata, and pages made to hurt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractor.errors import InputError
from extractor.extract import prepare
from extractor.prompts import load_profile
from extractor.request import Request
from extractor.schema import Article
from extractor.text import page_text
from extractor.text.inputs import UnreadableArticle, read_inputs
from extractor.text.lines import number_lines
from extractor.text.markup import decode_page, parse_page
from extractor.text.page import read_page
from extractor.text.page_pieces import pieces_of

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir())
"""Pages of our own making: `data-body` marks what must be shown, `data-furniture` what must not."""

PARAGRAPH = (
    "<p>The council of Velda voted on Monday to close the ferry pier, and nobody objected.</p>"
)

PUBLISHED = {
    "amp.html": ("2024-12-06", "url", True),
    "arabic.html": ("2024-12-06", "byline", True),
    "chinese.html": ("2024-12-06", "byline", True),
    "french.html": ("2024-12-06", "byline", True),
    "german.html": ("2024-12-06", "byline", True),
    "json_ld_broken.html": ("2024-12-07", "byline", True),  # 20:41 in UTC is the next day there
    "json_ld_graph.html": ("2024-12-06", "json_ld", True),
    "json_ld_of_page_view.html": ("2024-12-07", "byline", True),
    "json_ld_right.html": ("2024-12-06", "json_ld", True),
    "live_blog.html": ("2024-12-06", "json_ld", True),
    "masthead_only.html": ("2024-11-27/2025-03-10", "masthead", False),
    "old_markup.htm": ("2004-12-06", "meta", True),
    "russian.html": ("2024-12-06", "byline", True),
    "spanish.html": ("2024-12-06", "byline", True),
    "turkish.html": ("2024-12-06", "byline", True),
}


def request_of(name: str) -> Request:
    (article,) = read_inputs([str(PAGES / name)])
    assert isinstance(article, Article)
    return prepare(article, load_profile("general"))


def squeezed(words: str) -> str:
    return "".join(words.split())


def elements_of(name: str) -> Iterator[HtmlElement]:
    tree = document_fromstring((PAGES / name).read_bytes(), parser=HTMLParser(encoding="utf-8"))
    body = tree.find("body")
    assert body is not None
    for element in body.iter():
        assert isinstance(element, HtmlElement)
        yield element


def marked(name: str, mark: str) -> list[str]:
    elements = elements_of(name)
    return [squeezed(e.text_content()) for e in elements if e.get(mark) is not None]


def shown_words(request: Request) -> str:
    text = request.article.text
    return squeezed("".join(text[line.start : line.end] for line in request.lines if line.shown))


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_of_a_page_is_lost_and_no_furniture_is_shown(name: str) -> None:
    shown = shown_words(request_of(name))
    assert [words for words in marked(name, "data-body") if words not in shown] == []
    assert [words for words in marked(name, "data-furniture") if words in shown] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_publication_date_of_a_page(name: str) -> None:
    published = request_of(name).published
    assert (published.edtf, published.source, published.trusted) == PUBLISHED[name]


def plain_lines(name: str) -> list[tuple[str, HtmlElement]]:
    """What a crude scraper keeps of a page: a line for each element that holds words."""
    lines = []
    for element in elements_of(name):
        parent = element.getparent()
        assert parent is not None
        if element.tag not in ("p", "h1", "h2", "h3", "li", "div", "a", "span", "time"):
            continue
        if parent.tag in ("p", "li") or (
            element.tag == "time" and parent.get("data-furniture") is not None
        ):
            continue
        whole = element.tag != "div" or element.get("data-furniture") is not None
        words = " ".join((element.text_content() if whole else element.text or "").split())
        if words:
            lines.append((words, element))
    return lines


def test_pages_as_plain_text_lose_no_sentence_and_hide_nearly_all_furniture() -> None:
    furniture, hidden = 0, []
    for name in NAMES:
        lines = plain_lines(name)
        text = "\n".join(words for words, _ in lines)
        shown = [text[line.start : line.end] for line in number_lines(text) if line.shown]
        everything = squeezed("".join(shown))
        for words, element in lines:
            if element.get("data-body") is not None:
                assert squeezed(words) in everything, name
            if element.get("data-furniture") is not None:
                furniture += 1
                hidden += [words] * (words not in shown)
    assert furniture == 130
    assert len(hidden) >= 127


def test_what_a_page_tells_of_itself() -> None:
    article = request_of("json_ld_right.html").article
    assert article.title == "Dam breaks above Korvik"
    assert article.url == "https://courier.example/news/dam-breaks-above-korvik"
    assert article.source == "Korvik Courier"
    assert article.language == "en-GB"
    assert article.extra == {"authors": ["Jo Brandt"]}
    assert article.text.startswith("Dam breaks above Korvik\n\nThe dam above Korvik broke")
    assert article.published is None
    assert "page" not in article.model_dump()


def test_lists_tables_quotes_and_line_breaks_are_lines() -> None:
    content = read_page(
        f"<html><body><article><h1>Pier closes</h1>{PARAGRAPH * 2}"
        "<p>First line.<br>Second line.<br><br>Third line.</p>"
        "<ul><li>Upper Hask</li><li>Old Kesra, with 40 houses</li></ul>"
        "<blockquote><p>We saw it coming.</p><p>Nobody listened.</p></blockquote>"
        "<table><tr><th>Village</th><th>Houses</th></tr><tr><td>Hask</td><td>12</td></tr></table>"
        f"{PARAGRAPH}</article></body></html>"
    )
    lines = content.fields["text"].splitlines()
    for line in (
        *("First line.", "Second line.", "Third line.", "Upper Hask", "Old Kesra, with 40 houses"),
        *("We saw it coming.", "Nobody listened.", "Village | Houses", "Hask | 12"),
    ):
        assert line in lines


@pytest.mark.parametrize("inner", ["{}", "<table><tr><td>{}</td></tr></table>"])
@pytest.mark.parametrize("length", [1, 9])
def test_a_page_laid_out_as_a_table_keeps_its_paragraphs_apart(
    inner: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [
        "The bridge at Little Hask fell into the river on Monday night." + " It was old." * length,
        "No one drowned.",
        "Two lorries were on it. Their drivers swam ashore and were taken to Velga.",
        "Engineers are to look at its piers on Thursday.",
    ]
    column = inner.format("".join(f"<p>{words}</p>" for words in told))
    page = (
        "<html><body><table><tr><td>Home | Town | Sport</td><td></td></tr>"
        f"<tr><td><b>Poll</b><br>Most read</td><td><h1>Bridge falls</h1>{column}</td></tr>"
        "<tr><td>© The Hask Echo</td><td></td></tr></table></body></html>"
    )
    lines = read_page(page).fields["text"].split("\n")
    assert [line for line in lines if line in told] == told
    assert set(told) <= {piece.words for piece in pieces_of(parse_page(page), None)}
    monkeypatch.setattr(page_text, "choose", lambda *_: None)  # trafilatura's words are no page's
    lines = read_page(page).fields["text"].split("\n")
    assert [line for line in lines if line in told] == told


def test_a_link_in_the_body_to_another_story_is_a_link_and_a_caption_a_caption() -> None:
    page = (
        f"<html><body><article><h1>Pier closes</h1>{PARAGRAPH}"
        '<p><a href="/tax">Ministers quarrel about the harbour tax</a></p>'
        '<p>The <a href="/pier">old pier of the town of Velda</a> is closed.</p>'
        f'<p><a href="#top">Back to the first paragraph above</a></p>{PARAGRAPH}</article>'
    )
    content = read_page(page)
    assert content.page.labels == {"Ministers quarrel about the harbour tax": "link"}
    text = content.fields["text"]
    labels = {
        text[line.start : line.end]: line.label
        for line in number_lines(text, proven=content.page.labels)
    }
    assert labels["Ministers quarrel about the harbour tax"] == "link"
    assert labels["The old pier of the town of Velda is closed."] == "body"


@pytest.mark.parametrize(
    "page",
    [
        "",
        " \n ",
        "<!-- nothing -->",
        "<html><body><script>var text = 'a story';</script><div id=root></div></body></html>",
        "<html><body><noscript>You need to enable JavaScript to run this app.</noscript></body>",
        "<html><head><title>Pier closes in Velda</title></head><body><h1>Pier closes in Velda</h1>"
        "<p>Subscribe now to continue reading this article.</p><p>Already a subscriber? Log in</p>",
        "<div>" * 5000 + "too deep" + "</div>" * 5000,
    ],
    ids=["empty", "space", "comment", "script", "noscript", "paywall", "deep"],
)
def test_a_page_without_a_text_says_so(page: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text"):
        read_page(page)
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    (item,) = read_inputs([str(file)])
    assert isinstance(item, UnreadableArticle)
    assert item.error.message.startswith("page: no text")


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("utf-8", "utf-8", "Плотина над Корвиком"),
        ("utf-8", "windows-1251", "Плотина над Корвиком"),
        ("utf-8", "", "水坝在黎明前溃决"),
        ("cp1251", "windows-1251", "Плотина над Корвиком"),
        ("koi8-r", "KOI8-R", "Плотина над Корвиком"),
        ("cp1252", "iso-8859-1", "“Été” – coûte 5 €"),
        ("cp1254", "iso-8859-9", "Şafaktan önce yıkıldı"),
        ("gb18030", "gb2312", "水坝在黎明前溃决"),
        ("shift_jis", "Shift_JIS", "ダムが夜明け前に決壊した"),
        ("iso2022_jp", "iso-2022-jp", "ダムが夜明け前に決壊した"),
        ("cp1256", "windows-1256", "انهار السد قبل الفجر"),
        ("utf-16", "utf-8", "Плотина над Корвиком"),
        ("utf-8", "no-such-encoding", "Плотина над Корвиком"),
        ("utf-8", "zlib", "Плотина над Корвиком"),
    ],
)
def test_the_encoding_of_a_page(encoding: str, declared: str, words: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    raw = f"<html><head>{meta}</head><body><p>{words}</p>".encode(encoding)
    assert words in decode_page(raw)


def test_an_xml_declaration_tells_the_encoding_too() -> None:
    raw = '<?xml version="1.0" encoding="iso-8859-2"?><html><body>Łódź żółta</body></html>'
    assert "Łódź" in decode_page(raw.encode("iso-8859-2"))


HOSTILE = {
    "entities": '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b;' + PARAGRAPH,
    "json_ld_lists": f'<script type="application/ld+json">{"[" * 50_000}</script>{PARAGRAPH}',
    "json_ld_graphs": '<script type="application/ld+json">'
    + '{"@graph":' * 900
    + "1"
    + "}" * 900
    + f"</script>{PARAGRAPH}",
    "one_line": f"<p>{'word ' * 100_000}</p>",
    "no_end": PARAGRAPH + "<table><tr><td><p>" * 2000,
    "zero_width": f"<p>\u200b\u202e\u2066 {'The pier is closed. ' * 20}</p>",
    "nul": PARAGRAPH.replace("V", "\0"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_have_a_text_or_say_that_they_have_none(name: str) -> None:
    try:
        content = read_page(f"<html><body>{HOSTILE[name]}</body></html>")
    except InputError:
        return
    assert content.fields["text"].strip()


def test_a_lone_surrogate_is_an_input_error() -> None:
    with pytest.raises(InputError, match="surrogate"):
        read_page(f"<html><body>\ud800{PARAGRAPH}")


TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "<article>",
    "<h1>",
    "<time datetime='2024'>",
    "<br>",
    "<li>",
    "<a href=x>",
]
WORDS = [
    "The pier closed. ",
    "word ",
    "2024-12-06",
    "&amp;",
    "&#0;",
    "<",
    "\u202e",
    "<!--",
    "]]>",
    "\0",
]
HEADS = [
    '<meta property="article:published_time" content="',
    '"><script type="application/ld+json">',
    '{"@type":"NewsArticle","datePublished":',
    '"2024-13-45"}',
    "</script>",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*TAGS, *WORDS, *HEADS]) | st.text(max_size=8)).map("".join))
def test_no_page_raises_anything_but_an_input_error(page: str) -> None:
    try:
        content = read_page(page)
    except InputError:
        return
    article = Article.model_validate(content.fields).from_page(content.page)
    assert prepare(article, load_profile("general")).lines


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_an_input_error(raw: bytes) -> None:
    try:
        read_page(raw)
    except InputError:
        return


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!--", "-->"),
        ("//<![CDATA[\n", "\n//]]>"),
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("", ";"),
        ("[", ",]"),
    ],
)
def test_broken_json_ld_is_mended(before: str, after: str) -> None:
    record = (
        '{"@type": "NewsArticle", "datePublished": "2024-12-06", "keywords": ["dam",],'
        ' "author": {"name": "Jo\tBrandt"},}'
    )
    script = f'<script type="application/ld+json">{before}{record}{after}</script>'
    content = read_page(f"<html><head>{script}</head><body>{PARAGRAPH * 2}</body></html>")
    assert content.fields["authors"] == ["Jo Brandt"]
    assert [found.words for found in content.page.dates] == ["2024-12-06"]


def test_dates_of_other_stories_and_of_comments_are_not_the_article_s() -> None:
    time = '<time datetime="2025-03-09">9 March 2025</time>'
    others = (
        f"<article>{time}</article><aside>{time}</aside><a href='/x'>{time}</a>"
        f'<div class="related">{time}</div><ol id="comments"><li>{time}</li></ol>'
    )
    own = '<time datetime="2024-12-06">Friday</time>'
    page = f"<html><body><main><h1>Pier closes</h1>{{}}{PARAGRAPH * 2}</main></body></html>"
    assert read_page(page.format(others)).page.dates == ()
    dates = read_page(page.format(others + own)).page.dates
    assert [(found.source, found.words) for found in dates] == [("time_element", "2024-12-06")]
