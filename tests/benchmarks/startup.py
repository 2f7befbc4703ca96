"""CPU seconds until a command or an import is ready, beside what it leaves unloaded.

Usage: python tests/benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median

CASES = {
    "python -c pass": ["-c", "pass"],
    "import extractor": ["-c", "import extractor"],
    "extractor --help": ["-m", "extractor", "--help"],
    "extractor schema event": ["-m", "extractor", "schema", "event"],
    "import pydantic (BaseModel)": ["-c", "from pydantic import BaseModel"],
    "import numpy": ["-c", "import numpy"],
    "import openai": ["-c", "import openai"],
    "import instructor": ["-c", "import instructor"],
}


def cpu_seconds(arguments: list[str]) -> float:
    """User and system time of one whole process."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(runs):  # in turn, so that all meet the same moods of the machine
        for name, arguments in CASES.items():
            times[name].append(cpu_seconds(arguments))
    help_time = median(times["extractor --help"])
    print(f"{'':<30}{'CPU s (median)':>16}{'x --help':>10}")
    for name, measured in times.items():
        print(f"{name:<30}{median(measured):>16.3f}{median(measured) / help_time:>10.1f}")


if __name__ == "__main__":
    main()
