"""Whether the figures and words in an event's details stand in its article.

Says what does not; never changes a value. Figures are looked for in the cited lines, as digits and
in the number words of the languages that are known; in any other language nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from extractor.checks.findings import Finding
from extractor.checks.number_words import NUMBER_WORDS, NumberWords
from extractor.grounding import fold
from extractor.request import Request
from extractor.text.language import DEFAULT, language_of
from extractor.text.lines import Line

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[., ]\d{3})+(?![\d])")
_HUNDRED = 100
_RANGES_OF_TEENS = (60, 80)
"""French counts `soixante-douze` and `quatre-vingt-dix` on from these tens."""
_TURKISH_ENDING = re.compile("[yns]?[iu]|[iu]?n[iu]n|s?[ae]r")
_GERMAN_COMPOUND = re.compile(r"(.*?)(hundert|tausend)(?:und)?(.*)")
_TELLING = frozenset("the of and to in was were said has have by on at from".split())  # noqa: SIM905
_ENOUGH = 2
"""Different English words that show a text to be English: it is the fallback for all others."""
_TOLD_BY_NOUNS = 1
"""`A man was killed` tells one without any number, so 1 is not looked for."""
_REMEDY = "give the number that the cited lines tell, cite the line that tells it, or give null"
_COPY = "copy it from the lines, or give null"


def check_figures(
    request: Request, details: Mapping[str, Any], cited: Sequence[Line]
) -> list[Finding]:
    """What of clean details does not stand in the article. `cited`: the lines that prove it."""
    fields = request.profile.fields
    findings: list[Finding] = []
    for name, value in details.items():
        if fields[name].type == "range":
            missing = _missing(request, value, cited)
            if missing is not None:
                message = f"{name}: the number does not stand in the cited lines"
                findings.append(Finding("not_in_evidence", message, str(missing), _REMEDY))
        elif fields[name].type == "text" and request.words.find(value) is None:
            message = f"{name}: the words do not stand in the article"
            findings.append(Finding("not_in_evidence", message, value, _COPY))
    return findings


def _missing(request: Request, ends: Mapping[str, int | None], cited: Sequence[Line]) -> int | None:
    """The first end of a range that the cited lines do not tell, None where they tell both.

    `More than 12` begins at 13, and `fewer than 12` ends at 11.
    """
    words = NUMBER_WORDS.get(_language(request) or "")
    if words is None or not cited:
        return None
    text = "\n".join(request.article.text[line.start : line.end] for line in cited)
    told, tokens = numbers_in(text, words), frozenset(_tokens(text))
    for name, beside in (("min", -1), ("max", 1)):
        end = ends[name]
        if end is None or end == _TOLD_BY_NOUNS or end in told or end + beside in told:
            continue
        vague = (reach for word, reach in words.vague.items() if word in tokens)
        none_told = end == 0 and not (words.none and words.none.isdisjoint(tokens))
        if not none_told and not any(low <= end <= high for low, high in vague):
            return end
    return None


def _language(request: Request) -> str | None:
    """The article's language where it is known for sure, else None."""
    given = request.article.language
    if given and given.strip():
        return given.strip().replace("_", "-").split("-")[0].lower()
    text = " ".join(request.article.text[line.start : line.end] for line in request.shown.values())
    code = language_of(text)
    if code != DEFAULT:
        return code
    return code if len(_TELLING & set(text.lower().split())) >= _ENOUGH else None


def numbers_in(text: str, words: NumberWords) -> frozenset[int]:
    """All whole numbers that a text tells, in digits or words, each as it can be read."""
    tokens = _tokens(text)
    grouped = (match[0] for match in _GROUPED.finditer(" ".join(text.split())))
    found = {int(re.sub(r"\D", "", figures)) for figures in grouped}
    found.update(int(part) for token in tokens for part in re.findall(r"\d{1,18}", token))
    found.update(_scaled(tokens, words))
    found.update(_spelled(tokens, words))
    return frozenset(found)


def _tokens(text: str) -> list[str]:
    folded = fold(text).replace("quatre vingts", "quatrevingt")
    return _TOKEN.findall(folded.replace("quatre vingt", "quatrevingt"))


def _scaled(tokens: Sequence[str], words: NumberWords) -> Iterator[int]:
    """As in `1.2 million` and `12 mil`."""
    for figures, scale in pairwise(tokens):
        if scale in words.scales and figures[0].isdigit() and len(figures) < 18:
            parts = re.split("[.,]", figures)
            if len(parts) <= 2:
                yield round(float(".".join(parts)) * words.scales[scale])


def _spelled(tokens: Sequence[str], words: NumberWords) -> Iterator[int]:
    """The numbers that runs of number words tell."""
    total, current, running = 0, 0, False
    for index, token in enumerate([*tokens, ""]):
        value, scale = _value(token, words), words.scales.get(token)
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if running and token in words.joiners and _fits(current, _value(following, words)):
            continue
        if scale is not None:
            current, running = max(current, 1) * scale, True
            if scale > _HUNDRED:
                total, current = total + current, 0
        elif value is not None and running and _fits(current, value):
            current += value
        else:
            if running:
                yield total + current
            total, current, running = 0, value or 0, value is not None


def _fits(current: int, value: int | None) -> bool:
    """Whether a word goes on the number so far: `sixty` and `two`, never `two` and `sixty`."""
    if value is None or value == 0:
        return False
    if current % _HUNDRED == 0:
        return current == 0 or value < _HUNDRED
    tens, units = divmod(current % _HUNDRED, 10)
    if units:
        return False
    return value < 10 or (tens * 10 in _RANGES_OF_TEENS and value < 20)


def _value(token: str, words: NumberWords) -> int | None:
    """What one word tells by itself, a German compound and a Turkish suffix included."""
    if token in words.values:
        return words.values[token]
    if words is NUMBER_WORDS["de"]:
        return _compound(token, words)
    if words is NUMBER_WORDS["tr"]:
        stems = (token[:-cut] for cut in (1, 2, 3, 4) if _TURKISH_ENDING.fullmatch(token[-cut:]))
        return next((words.values[stem] for stem in stems if stem in words.values), None)
    return None


def _compound(token: str, words: NumberWords) -> int | None:
    """`Dreihundertzwölf` is 312."""
    match = _GERMAN_COMPOUND.fullmatch(token)
    if match is None or token in words.scales:
        return None
    before, scale, after = match.groups()
    times = _value(before, words) if before else 1
    rest = _value(after, words) if after else 0
    return None if times is None or rest is None else times * words.scales[scale] + rest
