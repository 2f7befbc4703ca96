"""`extractor doctor`: what is installed and set, and whether a model answers."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

import click

from extractor.cli.model_options import model_options
from extractor.cli.options import MODEL_VARIABLE, engine_options
from extractor.engines.base import Engine
from extractor.engines.opening import open_engine
from extractor.engines.options import EngineOptions
from extractor.errors import ExtractorError
from extractor.extract import extract_article
from extractor.prompts import find_profile, load_profile, profile_names
from extractor.schema import Article
from extractor.text.visible import visible

CHECK_FAILED = 10
"""Exit code: something that was asked for does not work."""

PACKAGES = ("openai", "instructor", "pydantic", "trafilatura", "genai-prices", "numpy")
EXTRAS = {
    "local": "xllamacpp",
    "parquet": "pyarrow",
    "anthropic": "anthropic",
    "google": "google-genai",
}
PROBE = Article(
    id="doctor",
    text="The council of Aster opened a bridge on 3 May 2024. Nobody was hurt.",
    published="2024-05-04",
)
"""The article that a model is asked about: short, of no use to anybody, and not confidential."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the report; `works` is false only for what was asked for and does not work."""

    topic: str
    said: str
    works: bool = True


@click.command()
@engine_options
@model_options
@click.pass_context
def command(
    context: click.Context, model: str | None, profile: str, settings: EngineOptions
) -> None:
    """Print versions, extras, profiles and which keys are set (never a key).

    With -m one short article is read with that engine. Ends with 10 if something that was asked
    for does not work.
    """
    healthy = True
    for finding in _findings(model, profile, settings):
        mark = "" if finding.works else "FAILS: "
        click.echo(visible(f"{finding.topic:<10} {mark}{finding.said}"))
        healthy &= finding.works
    context.exit(0 if healthy else CHECK_FAILED)


def _findings(model: str | None, profile: str, options: EngineOptions) -> Iterator[Finding]:
    yield Finding("extractor", version("timeline-extractor"))
    yield Finding("python", f"{platform.python_version()} on {sys.platform}")
    yield from (_package(name) for name in PACKAGES)
    yield from (_extra(name, package) for name, package in EXTRAS.items())
    yield from (_profile(name) for name in dict.fromkeys([*profile_names(), profile]))
    yield from _settings()
    if model is None:
        yield Finding("model", "not asked; -m ENGINE reads one short article with it")
    else:
        yield _engine(model, profile, options)


def _package(name: str) -> Finding:
    found = _version(name)
    return Finding("package", f"{name} {found or 'is missing'}", works=found is not None)


def _extra(name: str, package: str) -> Finding:
    found = _version(package)
    missing = f"not installed (pip install 'timeline-extractor[{name}]')"
    return Finding("extra", f"{name}: {f'{package} {found}' if found else missing}")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _profile(name: str) -> Finding:
    from extractor.prompts.checking import check_profile  # Jinja is loaded only to check

    try:
        problems = check_profile(find_profile(name))
    except ExtractorError as error:
        problems = (str(error),)
    return Finding("profile", f"{name}: {'; '.join(problems) or 'ok'}", works=not problems)


def _settings() -> Iterator[Finding]:
    """Which variables are set: of a key only its name, of an address only the host."""
    from extractor.engines.llm.endpoints import PROVIDERS

    engine = os.environ.get(MODEL_VARIABLE)
    yield Finding("setting", f"{MODEL_VARIABLE} is {engine or 'not set'}")
    for provider in PROVIDERS.values():
        is_set = bool(os.environ.get(provider.key_variable, "").strip())
        yield Finding("key", f"{provider.key_variable} is {'set' if is_set else 'not set'}")
        variable = provider.base_url_variable
        if variable is not None:
            host = urlsplit(os.environ.get(variable, "")).hostname
            yield Finding("address", f"{variable} is {f'set, host {host}' if host else 'not set'}")


def _engine(name: str, profile: str, options: EngineOptions) -> Finding:
    try:
        engine = open_engine(name, options)
        said = asyncio.run(_read_probe(engine, profile))
    except ExtractorError as error:
        return Finding("model", f"{name}: {error}", works=False)
    return Finding("model", f"{name}: {said}")


def _mode(engine: Engine) -> str:
    """How a model was held to the answer's form; nothing for an engine without one."""
    from extractor.engines.llm.engine import LlmEngine

    return f" in mode {engine.mode}" if isinstance(engine, LlmEngine) else ""


async def _read_probe(engine: Engine, profile: str) -> str:
    """Read the short article and say what that took."""
    if engine.name.startswith("replay:"):
        return "its recorded answers can be read"
    started = time.perf_counter()
    try:
        read = await extract_article(PROBE, engine=engine, profile=load_profile(profile))
    finally:
        await engine.aclose()
    seconds = time.perf_counter() - started
    usage = read.usage
    cost = "" if read.record.cost_usd is None else f", {read.record.cost_usd:.4f} USD"
    return (
        f"answers in {seconds:.1f} s{_mode(engine)} with {len(read.events)} events"
        f" ({usage.input_tokens} tokens read, {usage.output_tokens} written{cost})"
    )
