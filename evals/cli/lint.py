"""`evals lint`: what is wrong with a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.options import texts_option
from evals.findings import Finding
from evals.lint import lint
from evals.report.words import count
from extractor.cli.options import NonEmptyPath
from extractor.text.visible import visible

CHECK_FAILED = 10
"""Exit code of a gate, lint or check that did not pass."""


@click.command()
@click.argument("corpus", type=NonEmptyPath())
@texts_option
@click.pass_context
def command(context: click.Context, corpus: Path, texts: Path | None) -> None:
    """List everything that is wrong with the labels in CORPUS, a finding a line.

    Events are counted from 0, as stories and score files do. Exit code 10 where anything but
    warnings is found.
    """
    findings = lint(corpus, texts=texts)
    for finding in findings:
        click.echo(visible(str(finding)))
    click.echo(_counted(findings), err=True)
    if not all(finding.is_warning for finding in findings):
        context.exit(CHECK_FAILED)


def _counted(findings: list[Finding]) -> str:
    if not findings:
        return "no findings"
    warnings = sum(finding.is_warning for finding in findings)
    of_them = "" if len(findings) == 1 else f"{warnings} of them "
    noun = "a warning" if warnings == 1 else "warnings"
    told = f", {of_them}{noun}," if warnings else ""
    files = len({finding.file for finding in findings})
    return f"{count(len(findings), 'finding')}{told} in {count(files, 'file')}"
