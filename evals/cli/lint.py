"""`evals lint`: what is wrong with a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.options import texts_option
from evals.lint import lint
from extractor.cli.options import NonEmptyPath

CHECK_FAILED = 10
"""Exit code of a gate, lint or check that did not pass."""


@click.command()
@click.argument("corpus", type=NonEmptyPath())
@texts_option
@click.pass_context
def command(context: click.Context, corpus: Path, texts: Path | None) -> None:
    """List everything that is wrong with the labels in CORPUS, a finding a line.

    Events are counted from 0, as stories and score files do. Exit code 10 where anything is found.
    """
    findings = lint(corpus, texts=texts)
    for finding in findings:
        click.echo(str(finding))
    files = len({finding.file for finding in findings})
    click.echo(
        f"{len(findings)} findings in {files} files" if findings else "no findings", err=True
    )
    if findings:
        context.exit(CHECK_FAILED)
