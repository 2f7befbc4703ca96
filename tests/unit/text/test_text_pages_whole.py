"""Web pages whole and in order: headings, times, captions and links between the paragraphs.

And nothing that a page hides from its readers. All pages are of our own making.
"""

from __future__ import annotations

import pytest

from extractor.text.lines import number_lines
from extractor.text.markup import parse_page
from extractor.text.page import read_page
from extractor.text.page_labels import proven_labels
from extractor.text.page_pieces import pieces_of

LONG = (
    "The council of Velda voted on Monday to close the ferry pier, and nobody objected.",
    "Divers had found cracks in nine of its forty piles, the harbour master told the council.",
    "A temporary pier of pontoons will be moored beside the tannery before the summer.",
)
BODY = "".join(f"<p>{words}</p>" for words in LONG)
REST = "".join(f"<p>{words}</p>" for words in LONG[1:])
ENTRIES = (
    ("17.40", "Bridge open again", "Lorries may cross the bridge in one direction since five."),
    (
        "11.05",
        "Two lorries lost",
        "The fire brigade looks for two lorries that fell into the Hask.",
    ),
    ("22.15", "Night falls", "The search was broken off for the night, the brigade says."),
    ("06.30", "Bridge gives way", "The old bridge over the Hask has given way below Velga."),
)
DAYS = ("Saturday 7 December", "Friday 6 December")
KNOWN = ("Two lorries fell into the river", "Nobody was killed")


def shown(page: str) -> list[tuple[str, str]]:
    """The lines of a page that an engine is shown, with their labels."""
    content = read_page(page)
    text = content.fields["text"]
    lines = number_lines(text, title=content.fields["title"], proven=content.page.labels)
    return [(line.label, text[line.start : line.end]) for line in lines if line.shown]


def labelled(page: str) -> dict[str, str]:
    content = read_page(page)
    text = content.fields["text"]
    lines = number_lines(text, title=content.fields["title"], proven=content.page.labels)
    return {text[line.start : line.end]: line.label for line in lines}


def article(inner: str, *, style: str = "") -> str:
    return (
        f"<html><head><title>Ferry pier of Velda closes</title><style>{style}</style></head><body>"
        '<nav><a href="/">Home</a></nav><div class="date">Monday, March 10, 2025</div>'
        f"<main><article><h1>Ferry pier of Velda closes</h1>{inner}</article></main>"
        "<footer>© 2025 The Velda Echo</footer></body></html>"
    )


LIVE_PAGES = {
    "time in heading": '<div class="entry"><h3><time>{0}</time> {1}</h3><p>{2}</p></div>',
    "span in heading": '<section class="entry"><h3><span>{0}</span> {1}</h3><p>{2}</p></section>',
    "time in bold": '<div class="e"><p><b><time>{0}</time> {1}</b></p><p>{2}</p></div>',
    "articles": '<article class="entry"><h4><time>{0}</time> {1}</h4><p>{2}</p></article>',
    "list": '<li class="entry"><h3><time>{0}</time> {1}</h3><div>{2}</div></li>',
    "definitions": "<dt><time>{0}</time> {1}</dt><dd>{2}</dd>",
    "named as others": '<div class="latest"><h3><time>{0}</time> {1}</h3><p>{2}</p></div>',
}


@pytest.mark.parametrize("day", ["<h2>{}</h2>", "<p><b>{}</b></p>", '<div class="day">{}</div>'])
@pytest.mark.parametrize("entry", LIVE_PAGES.values(), ids=LIVE_PAGES)
def test_a_live_page_keeps_its_days_times_titles_and_order(entry: str, day: str) -> None:
    known = "".join(f"<li>{words}</li>" for words in KNOWN)
    inner = f"<p>{LONG[0]}</p><section><h2>What we know</h2><ul>{known}</ul></section>"
    wanted = [LONG[0], "What we know", *KNOWN]
    for number, words in enumerate(DAYS):
        inner += day.format(words)
        wanted.append(words)
        for time, title, told in ENTRIES[2 * number : 2 * number + 2]:
            inner += entry.format(time, title, told)
            wanted += [f"{time} {title}", told]
    assert [words for _, words in shown(article(inner))[1:]] == wanted


def test_times_that_stand_alone_are_lines_of_a_live_page() -> None:
    inner = f"<p>{LONG[0]}</p>"
    for time, _, told in ENTRIES:
        inner += f"<div><time>{time}</time><p>{told}</p></div>"
    lines = [words for _, words in shown(article(inner))]
    assert lines[2:] == [words for time, _, told in ENTRIES for words in (time, told)]


def test_the_time_of_publication_is_no_line() -> None:
    page = article(f'<div class="meta"><time>14:05</time> By Jo Brandt</div>{BODY}')
    assert [words for _, words in shown(page)][1:] == list(LONG)


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_subheads_are_lines_and_headings_of_other_things_are_not(tag: str) -> None:
    page = article(
        f"<p>{LONG[0]}</p><{tag}>Cracks in nine piles</{tag}><p>{LONG[1]}</p>"
        f'<div class="box"><{tag}>More news</{tag}><a href="/a">Tax on boats to rise</a></div>'
        f"<p>{LONG[2]}</p><{tag}>Your opinion</{tag}><form><button>Send</button></form>"
    )
    words = [words for _, words in shown(page)][1:]
    assert words == [LONG[0], "Cracks in nine piles", *LONG[1:]]


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
        '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">{}</p></div>',
        "<p><img src=a.jpg><br><small>{}</small></p>",
        '<img src="a.jpg"><br><font size="1">{}</font>',
    ],
)
def test_captions_are_lines_in_their_place(figure: str) -> None:
    page = article(f"<p>{LONG[0]}</p>{figure.format('The pier on Sunday')}{REST}")
    assert shown(page)[1:4] == [
        ("body", LONG[0]),
        ("caption", "The pier on Sunday"),
        ("body", LONG[1]),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">{}</p>',
        "<p hidden>{}</p>",
        '<div style="color:red;visibility:hidden"><p>{}</p></div>',
        '<p><span style="position:absolute; left:-9999px" aria-hidden="true">{}</span></p>',
        '<p class="b a">{}</p>',
        '<p class="c">{}</p>',
        '<p id="d">{}</p>',
        '<div layout="nodisplay"><p>{}</p></div>',
    ],
)
def test_what_a_page_hides_is_no_line(hidden: str) -> None:
    trap = "The pier was blown up on 2 May 2011."
    style = (
        "/* .x */ @media print { .e {display:none} } .a, p.c{display:none}#d{text-indent:-999em}"
    )
    page = article(f"<p>{LONG[0]}</p>{hidden.format(trap)}{REST}", style=style)
    assert trap not in read_page(page).fields["text"]


@pytest.mark.parametrize(
    "visible",
    [
        '<p class="e">{}</p>',
        '<div class="c"><p>{}</p></div>',
        '<p class="a" style="display:block">{}</p>',
        '<p class="f">{}</p>',
        '<p hidden="until-found">{}</p>',
    ],
)
def test_what_only_a_printer_or_a_script_hides_is_a_line(visible: str) -> None:
    told = "The pier was built of oak in 1911."
    style = (
        "@media print { .e {display:none} } .a, p.c{display:none}"
        ".f{display:none} .f{display:flex} .js .g{display:none}"
    )
    page = article(f"<p>{LONG[0]}</p>{visible.format(told)}{REST}", style=style)
    assert told in read_page(page).fields["text"]


def test_styles_for_readers_without_scripts_hide_nothing() -> None:
    style = "</style><noscript><style>.a{display:none}</style></noscript><style>"
    page = article(f'{BODY}<p class="a">The pier was built of oak in 1911.</p>', style=style)
    assert "built of oak" in read_page(page).fields["text"]


def test_an_article_that_a_script_unfolds_is_read() -> None:
    rest = "".join(f'<p class="rest">{words}</p>' for words in LONG[1:])
    page = article(f"<p>{LONG[0]}</p>{rest}<a href='#'>Read more</a>", style=".rest{display:none}")
    assert [words for _, words in shown(page)][1:4] == list(LONG)


def test_a_large_hidden_notice_does_not_bring_a_hidden_line_back() -> None:
    notice = "<p>We and our partners keep data on your device, and you may refuse.</p>" * 9
    trap = '<p class="a">The pier was blown up on 2 May 2011.</p>'
    notice = f'<div class="a">{notice}</div>'
    page = article(f"{trap}{BODY}</article>{notice}<article>", style=".a{display:none}")
    assert "blown up" not in read_page(page).fields["text"]


@pytest.mark.parametrize(
    "box",
    [
        "<div><b>{0}</b><br><a href=/1>{1}</a><br><a href=/2>{2}</a></div>",
        "<ul><li><a href=/1>{1}</a></li><li><a href=/2>{2}</a></li></ul>",
        "<table><tr><td><b>{0}</b><br><a href=/1>{1}</a><br><a href=/2>{2}</a></td></tr></table>",
    ],
)
def test_a_box_of_links_is_not_shown(box: str) -> None:
    links = ("Tax on boats to rise by half", "Was the tax on boats ever legal?")
    page = article(f"<p>{LONG[0]}</p>{box.format('The quarrel so far', *links)}{REST}")
    lines = labelled(page)
    assert {lines.get(words, "link") for words in links} == {"link"}
    assert [words for _, words in shown(page)][1:4] == list(LONG)


def test_a_list_of_linked_names_may_be_body() -> None:
    names = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("Upper Hask", "Velga"))
    tree = parse_page(article(f"<p>{LONG[0]} It serves:</p><ul>{names}</ul>{REST}"))
    pieces = pieces_of(tree, tree.find(".//h1"))
    assert "Upper Hask" in [piece.words for piece in pieces]
    assert "Upper Hask" not in proven_labels(pieces, None)


def test_the_words_of_a_table_within_a_table_are_read_once() -> None:
    inner = "<table><tr><td>Velda 9°C</td><td>Fog</td></tr></table>"
    page = f"<table><tr><td>{inner}</td><td>The Velda Echo</td></tr></table>"
    words = [piece.words for piece in pieces_of(parse_page(page), None)]
    assert words == ["Velda 9°C | Fog", "The Velda Echo"]


def test_a_paragraph_shown_twice_is_read_once_and_where_the_article_is() -> None:
    teaser = f'<div class="teaser"><p>{LONG[1]}</p></div>'
    words = [words for _, words in shown(article(f"{teaser}{BODY}{teaser}"))]
    assert words[1:] == list(LONG)


def test_a_headline_that_no_heading_marks_parts_the_masthead_from_the_article() -> None:
    page = (
        "<html><head><title>The Velda Echo :: Ferry pier of Velda closes</title></head><body>"
        "<table><tr><td>Monday, March 10, 2025</td><td>Velda 9°C</td></tr></table>"
        f'<div class="hd">Ferry pier of Velda closes</div><div>{BODY}</div></body></html>'
    )
    content = read_page(page)
    assert content.fields["title"] == "Ferry pier of Velda closes"
    assert [(found.source, found.words) for found in content.page.dates] == [
        ("masthead", "Monday, March 10, 2025")
    ]
    assert shown(page)[0] == ("headline", "Ferry pier of Velda closes")


@pytest.mark.parametrize(
    ("byline", "words"),
    [
        (
            '<div class="by">By <a href="/jo">Jo Brandt</a> in Velda, 6 December 2024</div>',
            "By Jo Brandt in Velda, 6 December 2024",
        ),
        (
            "<p><i>VeldaBuzz, Friday 6 December 2024, 08:30</i></p>",
            "VeldaBuzz, Friday 6 December 2024, 08:30",
        ),
        (
            '<p class="byline"><span>Jo Brandt</span><span>Friday 6 December, 09:15</span></p>',
            "Jo Brandt Friday 6 December, 09:15",
        ),
    ],
)
def test_bylines_are_dates_of_the_article(byline: str, words: str) -> None:
    dates = read_page(article(f"{byline}{BODY}")).page.dates
    assert words in [found.words for found in dates if found.source == "byline"]


def test_a_number_in_a_named_byline_is_no_date() -> None:
    dates = read_page(article(f'<div class="byline">By Jo Brandt, 12 comments</div>{BODY}'))
    assert [found for found in dates.page.dates if found.source == "byline"] == []
