"""`evals lint`: what is wrong with a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from evals.cli.program import CHECK_FAILED


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    help="Folder of the texts that do not stand beside their labels.",
)
@click.pass_context
def lint(ctx: click.Context, corpus: Path, texts: Path | None) -> None:
    """List everything that is wrong with the labels in CORPUS, a finding a line.

    Events are counted from 0, as stories and score files do. Exit code 10 where anything is found.
    """
    from evals.lint import lint as lint_corpus

    findings = lint_corpus(corpus, texts=texts)
    for finding in findings:
        click.echo(str(finding))
    files = len({finding.file for finding in findings})
    click.echo(
        f"{len(findings)} findings in {files} files" if findings else "no findings", err=True
    )
    if findings:
        ctx.exit(CHECK_FAILED)
