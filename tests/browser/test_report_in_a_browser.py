"""The HTML report as a browser shows it: filters, their state in the address, hostile articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from evals.report.contents import report_of
from evals.report.html.page import html_report
from evals.report.html.sources import find_sources
from tests.browser.conftest import Opened
from tests.unit.evals.evals_builders import event
from tests.unit.evals.report_builders import (
    BRIDGE,
    LATE_RAIN,
    MINERS,
    RAIN,
    Files,
    scored,
    the_floor,
    two_articles,
)

pytestmark = pytest.mark.browser


def write_page(folder: Path, files: Files, floor: Files | None = None) -> str:
    """Write the report; its address."""
    scores = [("m.json", files.score)] + ([("f.json", floor.score)] if floor else [])
    path = folder / "report.html"
    path.write_text(html_report(report_of(scores), find_sources(files.score)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def address(tmp_path: Path) -> str:
    return write_page(tmp_path, two_articles(tmp_path), the_floor(tmp_path))


def shown(page: HtmlElement) -> list[str | None]:
    return [a.get("data-id") for a in page.find_class("article") if a.get("hidden") is None]


def dumped(browse: Opened, address: str) -> HtmlElement:
    return html.document_fromstring(browse(address, "--dump-dom").decode())


@pytest.mark.parametrize(
    ("state", "ids"),
    [
        ("", ["sore", "calm"]),
        ("#order=id", ["calm", "sore"]),
        ("#order=change", ["sore", "calm"]),
        ("#view=failing", ["sore"]),
        ("#view=clean", ["calm"]),
        ("#view=worse", ["sore"]),
        ("#view=better", ["calm"]),
        ("#view=unread", []),
        ("#view=nonsense", ["sore", "calm"]),
        ("#tag=sea+side", ["sore", "calm"]),
        ("#view=all&tag=sea%20side", ["sore", "calm"]),
        ("#error=date", ["sore"]),
        ("#error=merged", ["sore", "calm"]),  # nothing of that kind to choose
        ("#q=TÓRUN%20%20%20BRIDGE", []),
        ("#q=b%C5%99idge%20breaks", ["sore"]),
        ("#q=2024-05-05", ["sore"]),
        ("#view=clean&q=miners", ["calm"]),
    ],
)
def test_filters_follow_the_address(
    state: str, ids: list[str], address: str, browse: Opened
) -> None:
    page = dumped(browse, address + state)
    assert shown(page) == ids
    assert page.find(".//output").text == f"{len(ids)} of 2 articles"
    assert page.get_element_by_id("filters").get("hidden") is None


def test_a_link_to_an_article_opens_it(address: str, browse: Opened) -> None:
    page = dumped(browse, f"{address}#open=a2")
    opened = [a.get("data-id") for a in page.find_class("article") if a.get("open") is not None]
    assert opened == ["sore"]
    assert shown(page) == ["sore", "calm"]


def test_hostile_articles_run_nothing(tmp_path: Path, browse: Opened) -> None:
    nasty = (
        "</script><script>document.title='owned'</script><img src=x onerror=\"document.title=1\">"
    )
    gold = event(nasty, f"{nasty} one.", who=[nasty])
    files = scored(
        tmp_path, {"a": [gold]}, {"a": [gold]}, text=f"{nasty} one.\n", title=nasty, tags=[nasty]
    )
    page = dumped(browse, write_page(tmp_path, files) + "#open=a1")
    assert page.find(".//title").text == "Evaluation of demo/model"
    assert page.xpath("//img") == []
    assert page.find(".//output").text == "1 of 1 articles"


def test_the_policy_stops_what_would_slip_through(address: str, browse: Opened) -> None:
    """Even if escaping failed: a script or style that is not the page's own does not run."""
    path = Path(address.removeprefix("file://"))
    slipped = "<script>document.title='owned'</script><b id=x style='color:red'>x</b>"
    whole = path.read_text(encoding="utf-8").replace("<main>", f"<main>{slipped}")
    path.write_text(whole, encoding="utf-8")
    assert dumped(browse, address).find(".//title").text == "Evaluation of demo/model"


@pytest.mark.parametrize("options", [(), ("--force-dark-mode",), ("--window-size=400,900",)])
def test_it_can_be_drawn(
    options: tuple[str, ...], address: str, tmp_path: Path, browse: Opened
) -> None:
    picture = tmp_path / "page.png"
    browse(address, f"--screenshot={picture}", *options)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_it_can_be_printed(address: str, tmp_path: Path, browse: Opened) -> None:
    printed = tmp_path / "page.pdf"
    browse(address, f"--print-to-pdf={printed}")
    assert len(re.findall(rb"/Type\s*/Page\b", printed.read_bytes())) >= 2


def test_many_articles_are_filtered_at_once(tmp_path: Path, browse: Opened) -> None:
    gold = {f"a{i:03}": [RAIN, MINERS, BRIDGE] for i in range(300)}
    found = {id_: [RAIN if i % 3 else LATE_RAIN, MINERS, BRIDGE] for i, id_ in enumerate(gold)}
    address = write_page(tmp_path, scored(tmp_path, gold, found))
    page = dumped(browse, f"{address}#view=failing")
    assert page.find(".//output").text == "100 of 300 articles"
