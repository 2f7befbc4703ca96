"""`extractor prompts`: the profiles, what they tell a model, and what is wrong with them."""

from __future__ import annotations

import json

import click

from extractor.cli.options import check_date, map_option
from extractor.errors import ProfileError
from extractor.prompts import (
    Profile,
    find_profile,
    load_profile,
    profile_names,
    prompts_folder,
    read_profile,
)
from extractor.text.visible import visible, visible_lines

CHECK_FAILED = 10
"""Exit code of a gate, lint or check that did not pass."""


@click.group()
def command() -> None:
    """Profiles: the folders that say what an engine is asked and what it may answer.

    PROFILE is a bundled profile's name or the path of a folder. To make one, copy the folder of
    a bundled profile, and name the copy with -p.
    """


@command.command(name="list")
@click.option("--folder", is_flag=True, help="Print only the folder that they are in.")
def list_profiles(*, folder: bool) -> None:
    """The bundled profiles, with their content hash."""
    if folder:
        click.echo(prompts_folder())
        return
    for name in profile_names():
        profile = load_profile(name)
        click.echo(visible(f"{profile.tag}  {profile.description}"))


@command.command()
@click.argument("profile")
def show(profile: str) -> None:
    """Print what a profile is, and the system message that a model is sent with it."""
    loaded = load_profile(profile)
    click.echo(visible(f"profile     {loaded.tag}"))
    click.echo(visible(f"about       {loaded.description}"))
    click.echo(visible(f"folder      {loaded.folder}"))
    for name in loaded.kinds:
        general = loaded.general_kind(name)
        click.echo(f"kind        {name}" + (f" (as {general})" if general != name else ""))
    for name, field in loaded.fields.items():
        click.echo(f"field       {name} ({field.for_prompt['shape']})")
    click.echo(f"system      {_size(loaded.prompt.system)}\n")
    click.echo(visible_lines(loaded.prompt.system))


@command.command()
@click.argument("source", metavar="ARTICLE")
@click.option("-p", "--profile", default="general", show_default=True, help="A name or a folder.")
@click.option("--published", callback=check_date, metavar="DATE", help="Publication date.")
@click.option("--json", "as_json", is_flag=True, help="As chat messages, one article a line.")
@map_option
def render(
    source: str, profile: str, published: str | None, *, as_json: bool, columns: dict[str, str]
) -> None:
    """Print what a model would be sent for ARTICLE, word for word. No model is called.

    Characters that could command a terminal are shown by signs; --json keeps them as they are.
    """
    from extractor.extract import prepare
    from extractor.prompts.rendering import render as render_article
    from extractor.text.inputs import UnreadableArticle, read_inputs

    loaded = load_profile(profile)
    for item in read_inputs([source], published=published, columns=columns):
        if isinstance(item, UnreadableArticle):
            raise item.error
        request = prepare(item, loaded)
        sent = render_article(
            loaded, article=item, lines=request.lines, published=request.published
        )
        roles = {"system": sent.system, "user": sent.user}
        if as_json:
            messages = [{"role": role, "content": text} for role, text in roles.items()]
            click.echo(json.dumps({"messages": messages}, ensure_ascii=False))
            continue
        for role, text in roles.items():
            click.echo(f"=== {role}: {_size(text)}\n{visible_lines(text)}\n")


@command.command()
@click.argument("profiles", nargs=-1, metavar="[PROFILE]...")
@click.pass_context
def check(context: click.Context, profiles: tuple[str, ...]) -> None:
    """Find what is wrong with profiles, by default the bundled ones; a finding a line.

    Looks at profile.yaml, the templates, the examples (their lines, names and date words hold
    in their own text, their dates agree with the resolver) and lexicon.yaml. Exit code 10
    where anything is found.
    """
    from extractor.prompts.checking import check_profile

    found = 0
    for name in profiles or profile_names():
        folder = find_profile(name)
        findings = list(check_profile(folder))
        if not findings:
            profile = read_profile(folder)
            findings = _lexicon_findings(profile)
            size = _size(profile.prompt.system)
            said = f"{profile.tag}: {'lexicon wrong' if findings else 'good'}, {size}"
            click.echo(visible(said), err=True)
        for finding in findings:
            click.echo(visible(str(finding)))
        found += len(findings)
    click.echo(f"{found} findings" if found else "no findings", err=True)
    if found:
        context.exit(CHECK_FAILED)


def _lexicon_findings(profile: Profile) -> list[str]:
    """What is wrong with the vocabulary of the offline engine, where the profile has one."""
    from extractor.engines.rules.lexicon import FILE, load_lexicon

    if not (profile.folder / FILE).is_file():
        return []
    try:
        load_lexicon(profile)
    except ProfileError as error:
        return [str(error)]
    return []


def _size(text: str) -> str:
    from extractor.prompts.tokens import about, estimate_tokens

    return f"about {about(estimate_tokens(text))} tokens"
