"""Servers on this machine that stand for a model's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.fault_server import FaultServer, running
from tests.server.llama import serving, write_short_profile, write_tiny_model


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A model's server that does what the test's script says."""
    with running() as fault_server:
        yield fault_server


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of random weights, as a GGUF file."""
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="session")
def short_profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A profile with short instructions: to the tiny model every byte is a token."""
    return str(write_short_profile(tmp_path_factory.mktemp("profile") / "short"))


@pytest.fixture(scope="session")
def llama_url(tiny_model: Path) -> Iterator[str]:
    """The tiny model behind llama.cpp's own HTTP server."""
    with serving(tiny_model) as url:
        yield url
