from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from lxml.html import HtmlElement

from evals.cli.main import main
from evals.report.contents import report_of
from evals.report.html.page import html_report
from evals.report.html.sources import find_sources
from tests.unit.evals.evals_builders import event
from tests.unit.evals.report_builders import (
    LATE_RAIN,
    MINERS,
    RAIN,
    TEXT,
    as_agreement,
    scored,
    the_floor,
    two_articles,
)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"' onmouseover='alert(1)' x=\"",
    "<!-- --> ]]> &lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "\u202egnihtemos\u2066",
)


def evals(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def parsed(page: str) -> HtmlElement:
    return html.document_fromstring(page)


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def table(page: HtmlElement, section: str) -> list[list[str]]:
    rows = page.xpath(f"//section[@aria-labelledby='{section}']//tr")
    return [[words(cell) for cell in row] for row in rows]


class TestPage:
    @pytest.fixture
    def page(self, tmp_path: Path) -> HtmlElement:
        files, floor = two_articles(tmp_path), the_floor(tmp_path)
        agreed = ("agreed.json", files.score)
        contents = report_of([("m.json", files.score), ("f.json", floor.score)], agreement=agreed)
        return parsed(html_report(contents, find_sources(files.score)))

    def test_headline_and_comparison(self, page: HtmlElement) -> None:
        # events: 4 pairs, 1 missed, 1 too many; with dates 3 right, 2 missed, 2 too many
        assert words(page.find_class("lead")[0]).startswith("demo/model: event and date F1 0.600")
        assert "event F1 0.800, on 2 articles with 5 gold events." in words(page)
        # the floor: 3 right, 2 missed, none too many
        (against,) = page.find_class("compared")
        assert "against rules event and date F1 0.750 -> 0.600, -0.150" in words(against)

    def test_the_table_of_f1s(self, page: HtmlElement) -> None:
        rows = table(page, "found")
        assert [row[:7] for row in rows[1:4]] == [
            ["demo/model", "3", "2", "2", "0.600", "0.600", "0.600"],
            ["rules", "3", "0", "2", "1.000", "0.600", "0.750"],
            ["annotators' agreement", "3", "2", "2", "0.600", "0.600", "0.600"],
        ]

    def test_fields_with_the_baseline(self, page: HtmlElement) -> None:
        rows = {row[0]: row[1:] for row in table(page, "fields")}
        # where: 4 right of 5; the bridge missed; the miners told twice are spurious
        assert rows["where"] == ["4", "0", "0", "1", "1", "0.800", "0.800", "0.800", "0.750"]
        assert rows["date"] == ["1", "0", "1", "0", "0", "0.500", "0.500", "0.500", "1.000"]

    def test_errors_lead_to_articles(self, page: HtmlElement) -> None:
        counts = {row[0]: row[1] for row in table(page, "errors")[1:]}
        assert counts == {
            "missed": "1", "merged": "0", "extra": "0", "hallucinated": "0", "duplicate": "1",
            "split": "0", "wrong date": "1",
        }  # fmt: skip
        links = page.xpath("//section[@aria-labelledby='errors']//span//a/@href")
        assert set(links) == {"#open=a2"}
        assert page.get_element_by_id("open=a2").get("data-id") == "sore"

    def test_every_link_within_the_page_has_its_target(self, page: HtmlElement) -> None:
        targets = set(page.xpath("//@id"))
        links = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
        assert len(links) >= 8
        assert [x for x in links if not x.startswith("view=") and x not in targets] == []

    def test_movers_against_the_floor(self, page: HtmlElement) -> None:
        # calm: one event less missed; sore: a wrong date (2 wrong) and one too many
        (worse,) = page.xpath("//h3[.='Worse than the baseline']/following-sibling::ol")
        (better,) = page.xpath("//h3[.='Better than the baseline']/following-sibling::ol")
        assert (words(worse), words(better)) == ("sore +3 wrong", "calm -1 wrong")

    def test_few_articles_are_greyed(self, page: HtmlElement) -> None:
        (row,) = page.xpath("//section[@aria-labelledby='slices']//tbody/tr")
        assert row.get("class") == "few"
        assert [words(cell) for cell in row][:3] == ["sea side", "2", "0.600"]
        assert row.xpath(".//a/@href") == ["#view=all&tag=sea%20side"]

    def test_cost_and_latency(self, page: HtmlElement) -> None:
        said = {words(row[0]): words(row[1]) for row in page.xpath("//dl/div")}
        assert said["cost"] == "0.5000 USD"
        assert said["tokens"] == "2,400 in, 68 out"
        assert said["seconds an article, median and 95th percentile"] == "1.50, 2.50"

    def test_an_article(self, page: HtmlElement) -> None:
        article = page.get_element_by_id("open=a2")
        counts = article.find_class("counts")[0]
        assert [words(one) for one in counts] == [
            "2 found", "1 missed", "1 too many", "1 wrong dates", "+3 vs baseline",
        ]  # fmt: skip
        (text,) = article.find_class("text")
        for number in text.xpath(".//sup"):
            number.drop_tree()
        assert text.text_content() == TEXT
        marks = {m.text_content(): (m.get("class"), m.get("data-rows")) for m in text.iter("mark")}
        assert marks == {
            "Rain fell on Velga on 3 May.": ("g p", "1"),
            "Miners met in Ostin.": ("g p", "2 4"),
            "A bridge broke near Torun.": ("g", "3"),
        }
        assert "2024-05-05 inc +2 d" in words(article)
        assert "duplicate nearest: Miners meet in Ostin; similarity 1.00" in words(article)

    def test_nothing_but_itself_is_loaded(self, page: HtmlElement) -> None:
        assert page.xpath("//@src | //link | //iframe | //object | //@style") == []
        assert "url(" not in page.xpath("//style")[0].text
        assert "@import" not in page.xpath("//style")[0].text
        assert not re.search(r"fetch|XMLHttp|innerHTML|eval", page.xpath("//script")[0].text)

    def test_the_policy_allows_its_own_style_and_script_only(self, page: HtmlElement) -> None:
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        (style,), (script,) = page.xpath("//style"), page.xpath("//script")
        hashes = [
            base64.b64encode(hashlib.sha256(one.text.encode()).digest()).decode()
            for one in (style, script)
        ]
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{hashes[0]}'; "
            f"script-src 'sha256-{hashes[1]}'; base-uri 'none'; form-action 'none'"
        )


@pytest.mark.parametrize("nasty", HOSTILE)
def test_whatever_an_article_says_stays_text(nasty: str, tmp_path: Path) -> None:
    text = f"{nasty} one.\n{nasty} two.\n"
    gold = event(
        nasty, f"{nasty} one.", who=[nasty], where=[nasty], when={"edtf": "2024", "text": nasty}
    )
    files = scored(
        tmp_path, {"a": [gold]}, {"a": [gold, event(f"{nasty} two")]}, engine=nasty, text=text,
        title=nasty, source=nasty, url=f"javascript:{nasty}", tags=[nasty],
    )  # fmt: skip
    contents = report_of([(nasty, files.score)], agreement=(nasty, files.score))
    page = parsed(html_report(contents, find_sources(files.score)))
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert page.xpath("//img | //@onerror | //@onmouseover | //comment()") == []
    assert page.xpath("//a[not(starts-with(@href, '#'))]") == []
    assert nasty in page.get_element_by_id("open=a1").text_content()
    assert page.find(".//title").text == f"Evaluation of {nasty}"
    for title in page.find_class("event"):
        assert [child.tag for child in title] == ["span", "bdi"]


class TestCommand:
    def test_writes_the_page(self, tmp_path: Path) -> None:
        files, out = two_articles(tmp_path), tmp_path / "r.html"
        result = evals("report", files.score_file, "-o", out)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        assert "No floor: no score of the rules engine" in out.read_text(encoding="utf-8")

    def test_the_same_scores_give_the_same_bytes(self, tmp_path: Path) -> None:
        file, outs = two_articles(tmp_path).score_file, (tmp_path / "1.html", tmp_path / "2.html")
        for out in outs:
            evals("report", file, "-o", out)
        assert outs[0].read_bytes() == outs[1].read_bytes()

    def test_no_text(self, tmp_path: Path) -> None:
        files, out = two_articles(tmp_path), tmp_path / "r.html"
        evals("report", files.score_file, "--no-text", "-o", out)
        page = parsed(out.read_text(encoding="utf-8"))
        assert page.find_class("text") == []
        assert "2024-05-05" in words(page)

    def test_what_is_gone_is_told(self, tmp_path: Path) -> None:
        files, out = two_articles(tmp_path / "old"), tmp_path / "r.html"
        score = files.score_file.rename(tmp_path / "score.json")
        (tmp_path / "old").rename(tmp_path / "new")
        result = evals("report", score, "-o", out)
        assert result.exit_code == 0
        assert "note: Texts, names and dates are not shown: no corpus folder" in result.stderr
        page = parsed(out.read_text(encoding="utf-8"))
        assert "Bridge breaks near Torun" in words(page)  # titles stand in the score file
        told = ("--corpus", tmp_path / "new" / "corpus", "--run", tmp_path / "new" / "run")
        assert evals("report", score, *told, "-o", out).stderr == ""
        assert len(parsed(out.read_text(encoding="utf-8")).find_class("text")) == 2

    def test_the_baseline_comes_first(self, tmp_path: Path) -> None:
        files, floor, out = two_articles(tmp_path), the_floor(tmp_path), tmp_path / "r.html"
        arguments = (files.score_file, files.score_file, "--baseline", floor.score_file)
        evals("report", *arguments, "-o", out)
        page = parsed(out.read_text(encoding="utf-8"))
        (row,) = page.xpath("//tr[th/span[.='baseline']][td='event']")
        assert words(row[0]) == "rules baseline"

    def test_of_a_run_without_a_corpus(self, tmp_path: Path) -> None:
        files, out = two_articles(tmp_path), tmp_path / "r.html"
        evals("score", files.run, "-o", tmp_path / "s.json")
        result = evals("report", tmp_path / "s.json", "-o", out)
        assert result.exit_code == 0
        page = parsed(out.read_text(encoding="utf-8"))
        assert "5 of 5 events are verbatim in their article" in words(page)
        assert page.xpath("//*[@id='articles'] | //*[@id='found']") == []

    def test_a_file_of_langextract_is_read_as_it_was_scored(self, tmp_path: Path) -> None:
        files = two_articles(tmp_path)
        start = TEXT.index("Miners")
        told = {
            "extraction_class": "event", "extraction_text": "Miners met in Ostin.",
            "char_interval": {"start_pos": start, "end_pos": start + 20},
            "attributes": {"what": "Miners meet in Ostin"},
        }  # fmt: skip
        answers, score, out = (tmp_path / name for name in ("lx.jsonl", "s.json", "r.html"))
        document = {"document_id": "calm", "text": TEXT, "extractions": [told]}
        answers.write_text(json.dumps(document) + "\n", encoding="utf-8")
        mapped = ("--map", "title=what")
        evals("score", answers, "--corpus", files.corpus, *mapped, "-o", score)
        result = evals("report", score, *mapped, "-o", out)
        assert (result.exit_code, "otherwise" in result.stderr) == (0, False)
        page = parsed(out.read_text(encoding="utf-8"))
        (mark,) = page.xpath("//details[@data-id='calm']//mark[@class='g p']")
        assert words(mark).endswith("Miners met in Ostin.")

    def test_a_wrong_date_alone_is_an_error(self, tmp_path: Path) -> None:
        files, out = scored(tmp_path, {"a": [RAIN]}, {"a": [LATE_RAIN]}), tmp_path / "r.html"
        evals("report", files.score_file, "-o", out)
        (article,) = parsed(out.read_text(encoding="utf-8")).find_class("article")
        told = [article.get(f"data-{name}") for name in ("failing", "lost", "errors")]
        assert told == ["1", "1", '["date"]']

    def test_failed_and_empty_articles(self, tmp_path: Path) -> None:
        gold = {"gone": [RAIN], "empty": [], "calm": [MINERS]}
        files = scored(tmp_path, gold, {"calm": [MINERS], "empty": []})
        out = tmp_path / "r.html"
        evals("report", files.score_file, "-o", out)
        page = parsed(out.read_text(encoding="utf-8"))
        assert "1 article failed or missing in the run" in words(page)
        statuses = {a.get("data-id"): a.get("data-status") for a in page.find_class("article")}
        assert statuses == {"gone": "missing", "calm": "ok", "empty": "ok"}
        assert "the run found no event in this article" in words(page)
        assert "No event on either side." in words(page)

    def test_json_carries_comparison_and_agreement(self, tmp_path: Path) -> None:
        files, floor = two_articles(tmp_path), the_floor(tmp_path)
        out = tmp_path / "r.json"
        agreed = ("--agreement", as_agreement(files))
        evals("report", files.score_file, floor.score_file, *agreed, "-o", out)
        listed = json.loads(out.read_text(encoding="utf-8"))
        assert [one["role"] for one in listed] == ["system", "compared", "agreement"]
        measure = listed[1]["comparison"]["measures"]["event_date"]
        assert measure["difference"] == pytest.approx(-0.15)


class TestMarkdown:
    def test_comparison_agreement_and_movers(self, tmp_path: Path) -> None:
        files, floor = two_articles(tmp_path), the_floor(tmp_path)
        agreed = ("--agreement", as_agreement(files))
        lines = evals(
            "report", files.score_file, floor.score_file, *agreed
        ).stdout.splitlines()  # fmt: skip
        assert lines.count("# " + str(files.score_file).replace("_", "\\_")) == 1
        (row,) = [line for line in lines if line.startswith("| rules |")]
        assert row.split(" | ")[1] == "0.750"
        assert any(line.startswith("| annotators' agreement | 0.600 |") for line in lines)
        assert any(
            line.startswith("- event and date F1 0.750 -> 0.600, -0.150") for line in lines
        )  # fmt: skip
        assert "| sore | +3 |" in lines
        assert "| calm | -1 |" in lines
        assert not any("No floor" in line for line in lines)

    def test_without_a_floor(self, tmp_path: Path) -> None:
        shown = evals("report", two_articles(tmp_path).score_file).stdout
        assert "> No floor: no score of the rules engine on the same corpus" in shown
