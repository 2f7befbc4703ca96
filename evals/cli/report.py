"""`evals report`: score files for people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from evals.cli.langextract import langextract_option, read_any
from evals.cli.options import texts_option
from evals.predictions import Predictions
from evals.report.contents import NamedScore, Report, report_of
from evals.scorefile import read_score
from extractor.cli.options import NonEmptyPath
from extractor.cli.output import open_output
from extractor.text.visible import visible

FORMS = (".html", ".md", ".json")


@click.command()
@click.argument("scores", nargs=-1, required=True, type=NonEmptyPath())
@click.option(
    "-o",
    "--output",
    type=NonEmptyPath(dir_okay=False),
    help="Write to this file; its ending says the form: .html, .md or .json.",
)
@click.option(
    "--baseline",
    type=NonEmptyPath(dir_okay=False),
    help="Score file that articles are called better or worse than; default: the second SCORE.",
)
@click.option(
    "--agreement",
    type=NonEmptyPath(dir_okay=False),
    help="Score file by `evals agreement`, printed as the annotators' agreement.",
)
@click.option("--run", type=NonEmptyPath(), help="The run, where it is no more where it was.")
@click.option("--corpus", type=NonEmptyPath(), help="The corpus, where it is no more where it was.")
@texts_option
@langextract_option
@click.option("--no-text", is_flag=True, help="Leave the articles' texts out of the HTML report.")
def command(
    scores: tuple[Path, ...],
    output: Path | None,
    baseline: Path | None,
    agreement: Path | None,
    run: Path | None,
    corpus: Path | None,
    texts: Path | None,
    attributes: dict[str, list[str]] | None,
    no_text: bool,
) -> None:
    """Report on the first SCORE, compared with the others, such as that of the rules engine.

    In Markdown unless the output's ending says otherwise. The HTML report shows the texts of run
    and corpus, where both are still what was scored.
    """
    form = output.suffix.lower() if output else ".md"
    if form not in FORMS:
        raise click.UsageError(
            f"{output}: no report of this form; endings that work: {' '.join(FORMS)}"
        )
    first, *others = scores
    files = [first, *([baseline] if baseline else []), *others]
    contents = report_of(
        [_named(file) for file in files], agreement=_agreement(agreement) if agreement else None
    )
    if form == ".html":
        places = {"beside": first.parent, "run": run, "corpus": corpus, "texts": texts}
        rendered = _html(contents, places, attributes, no_text=no_text)
    else:
        rendered = _render(contents, form)
    with open_output(output) as out:
        out.write(rendered)


def _named(path: Path) -> NamedScore:
    return str(path), read_score(path)


def _agreement(path: Path) -> NamedScore:
    """A score of one label set against another, told by its counting all gold as required."""
    name, score = _named(path)
    if not score.scorer.all_required:
        raise click.UsageError(f"{path} scores a run, not labels; `evals agreement` makes one")
    return name, score


def _html(
    contents: Report,
    places: dict[str, Path | None],
    attributes: dict[str, list[str]] | None,
    *,
    no_text: bool,
) -> str:
    """The page; what could not be shown is told on standard error as well."""
    from evals.report.html.page import html_report
    from evals.report.html.sources import find_sources

    def read(run: Path) -> Predictions:
        return read_any(run, attributes)

    sources = find_sources(contents.score, read=read, **places)
    for note in sources.notes:
        click.echo(visible(f"note: {note}"), err=True)
    return html_report(contents, sources.without_texts() if no_text else sources)


def _render(contents: Report, form: str) -> str:
    from evals.report.markdown import report

    if form == ".md":
        return report(contents)
    return json.dumps(list(_records(contents)), ensure_ascii=False, indent=2) + "\n"


def _records(contents: Report) -> Iterator[dict[str, Any]]:
    """The system's score, then the others with the comparison, then annotators' agreement."""
    yield {"score": contents.name, "role": "system", **contents.score.model_dump(mode="json")}
    for other in contents.others:
        comparison = other.comparison.model_dump(mode="json") if other.comparison else None
        said = {"role": "compared", "comparison": comparison, "not_compared": other.reason or None}
        yield {"score": other.name, **said, **other.score.model_dump(mode="json")}
    if contents.agreement:
        name, score = contents.agreement
        yield {"score": name, "role": "agreement", **score.model_dump(mode="json")}
