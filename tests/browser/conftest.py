"""A headless Chromium that opens a file; without one, these tests are skipped."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SECONDS = 120
Opened = Callable[..., bytes]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's command."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium here: apt-get install chromium (make test-all does it for root)")
    return found


@pytest.fixture
def browse(chromium: str, tmp_path: Path) -> Opened:
    """Open an address with options such as `--dump-dom`; what the browser prints."""

    def opened(address: str, *options: str) -> bytes:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium has none for root
        command = [
            chromium, "--headless=new", "--disable-gpu", "--hide-scrollbars",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={tmp_path / 'profile'}",
            "--virtual-time-budget=2000", *sandbox, *options, address,
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)
        return done.stdout

    return opened
