"""What the commands load: a model client or an array library only where it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("openai", "instructor", "numpy", "tenacity", "rapidfuzz")


def modules_after(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def main_with(package: str, *arguments: str) -> str:
    return (
        f"import sys\nfrom {package}.cli.main import main\n"
        f"sys.argv = ['{package}', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass"
    )


@pytest.mark.parametrize(
    "code",
    [
        "import extractor",
        main_with("extractor", "--help"),
        main_with("extractor", "--version"),
        main_with("evals", "--help"),
    ],
)
def test_starting_loads_nothing_heavy(code: str) -> None:
    assert modules_after(code).isdisjoint({*HEAVY, "pydantic", "yaml"})


@pytest.mark.parametrize("command", ["extract", "batch", "schema", "export", "inspect", "doctor"])
def test_a_command_s_help_loads_no_model_client_and_no_arrays(command: str) -> None:
    assert modules_after(main_with("extractor", command, "--help")).isdisjoint(HEAVY)


def test_the_offline_engine_loads_no_model_client() -> None:
    code = (
        "from extractor import Article, Extractor\n"
        "Extractor('rules').extract(Article(text='Rebels captured Aster on 3 May 2024.'))"
    )
    assert modules_after(code).isdisjoint(HEAVY)


def test_public_names_are_the_ones_listed() -> None:
    import extractor

    for name in extractor.__all__:
        assert getattr(extractor, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = extractor.nothing
