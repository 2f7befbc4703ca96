"""`evals report`: score files for people."""

from __future__ import annotations

import json
from pathlib import Path

import click

FORMS = (".md", ".json")


@click.command()
@click.argument("scores", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file; its ending says the form: .md or .json.",
)
def report(scores: tuple[Path, ...], output: Path | None) -> None:
    """Report on one or more SCORE files, in Markdown unless the output's ending says otherwise."""
    form = output.suffix.lower() if output else ".md"
    if form not in FORMS:
        raise click.UsageError(
            f"{output}: no report of this form; endings that work: {' '.join(FORMS)}"
        )
    content = _render(scores, form)
    if output is None:
        click.echo(content, nl=False)
        return
    from extractor.errors import ConfigurationError

    try:
        output.write_text(content, encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{output} cannot be written: {error.strerror}") from None


def _render(paths: tuple[Path, ...], form: str) -> str:
    from evals.report.markdown import report as markdown
    from evals.scorefile import read_score

    scores = [(str(path), read_score(path)) for path in paths]
    if form == ".md":
        return markdown(scores)
    listed = [{"score": name, **score.model_dump(mode="json")} for name, score in scores]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"
