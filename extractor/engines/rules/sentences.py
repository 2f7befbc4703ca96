"""A line as the rules see it: its words, its date words, and the clause that each word is in.

Cuts text into words; never decides what a word means for an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.engines.rules import grammar
from extractor.engines.rules.lexicon import Lexicon

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|St|Sgt|Capt|Prof|Rev|Sen|Rep|Gov|Jr|Maj|Inc|Corp|Ltd|Co)\.(?!\w)"
    r"|[^\W_]+(?:(?:[-–&/'’]|(?<=\d)[.,](?=\d))[^\W_]+)*"
    r"|[^\w\s-]|(?<!\S)-(?!\S)"  # a hyphen inside a word is no dash
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_OPENING, _CLOSING = "“«„", "”»"
_MARKS = frozenset(_OPENING + '"')
_BREAKS = frozenset(',;:()[]—–-!?“”"')
"""Punctuation at which a clause or a list may end; a full stop inside a line counts too."""
BREAKS = _BREAKS | {"."}

_CLAUSE_REACH = 8
"""Words from "after" to the verb of the clause that it opens."""
SHOUTING_SHARE = 0.7
"""A line with a larger share of words in capitals tells no names by capitals. In agency texts in
capitals it is 1, in the lines of 18 Wikinews articles (TimeSET dev) at most 0.25."""
WORD_LIMIT = 300
"""What has more words is a table or a list, not a sentence: the rest of the line is not read. The
longest line of 18 Wikinews articles (TimeSET dev) has 104 words."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line, cut into words; every list has one item a word, positions are in `text`.

    `clause`: the word that opened the subordinate clause the word stands in, "" in a main clause,
    "denied" in what a party denies. `date`: the index in `dates` of the date words that cover
    the word, or -1. `dates`: first word and end of each. `possessive`: the word had an 's.
    """

    line: int
    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    possessive: list[bool]
    quoted: list[bool]
    date: list[int]
    dates: tuple[tuple[int, int], ...]
    clause: list[str]
    reported: bool
    shouting: bool

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> str:
        """The text from word `first` up to but without word `last`, white space folded."""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def verbatim(self, first: int, last: int) -> str:
        """The text from word `first` up to but without word `last`, as it stands."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def read_sentence(
    line: int, text: str, dates: Iterable[tuple[int, int]], lexicon: Lexicon
) -> Sentence:
    """Cut a line's text into words. `dates`: start and end (characters in `text`) of its dates."""
    matches = list(islice(_TOKEN.finditer(text), WORD_LIMIT))
    words = [match[0] for match in matches]
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    possessive = _strip_possessives(words, starts, ends)
    lower = [word.lower() for word in words]
    spans = _date_spans(starts, ends, dates)
    covered = [-1] * len(words)
    for index, (first, last) in enumerate(spans):
        covered[first:last] = [index] * (last - first)
    return Sentence(
        line=line,
        text=text,
        words=words,
        lower=lower,
        starts=starts,
        ends=ends,
        possessive=possessive,
        quoted=_quoted(words),
        date=covered,
        dates=spans,
        clause=_clauses(lower, covered, lexicon),
        reported=not lexicon.reporting.isdisjoint(lower),
        shouting=sum(map(str.isupper, words)) > SHOUTING_SHARE * sum(map(str.isalpha, words)),
    )


def _strip_possessives(words: list[str], starts: list[int], ends: list[int]) -> list[bool]:
    """Take the 's off the words that have one. In "the Tals’ hills" the mark is its own word."""
    possessive = [False] * len(words)
    for index, word in enumerate(words):
        if word.endswith(_POSSESSIVE) and len(word) > 2:
            words[index] = word[:-2]
            ends[index] -= 2
            possessive[index] = True
        elif word in "'’" and index and words[index - 1][-1] == "s":
            possessive[index - 1] = ends[index - 1] == starts[index]
    return possessive


def _date_spans(
    starts: Sequence[int], ends: Sequence[int], dates: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The words of each date; the two ends of a range ("between June and July") are one date."""
    spans: list[tuple[int, int]] = []
    position = 0
    for start, end in sorted(dates):
        while position < len(starts) and ends[position] <= start:
            position += 1
        first = position
        while position < len(starts) and starts[position] < end:
            position += 1
        if position > first:
            spans.append((first, position))
    return tuple(spans)


def _quoted(words: Sequence[str]) -> list[bool]:
    """Whether each word stands in quotation marks. A mark without its pair quotes nothing."""
    quoted = [False] * len(words)
    if _MARKS.isdisjoint(words):
        return quoted
    opened: int | None = None
    for index, word in enumerate(words):
        if word in _OPENING or (word == '"' and opened is None):
            opened = index
        elif opened is not None and (word in _CLOSING or word == '"'):
            quoted[opened:index] = [True] * (index - opened)
            opened = None
    return quoted


def _clauses(lower: Sequence[str], covered: Sequence[int], lexicon: Lexicon) -> list[str]:
    """The clause of each word, as told by the word that opened it.

    A subordinate clause ends at a comma, or at its second verb that no "and" joins to the first
    ("the men who took the town | are leaving").
    """
    clause: list[str] = []
    marker, verbs, joined, denying = "", 0, False, False
    for index, word in enumerate(lower):
        before = lower[index - 1] if index else ""
        if covered[index] >= 0 or word in {"(", ")"}:
            pass  # the month of May is no auxiliary
        elif word in BREAKS:
            marker, verbs, joined = "", 0, False
        elif word in lexicon.denial:
            denying = True
        elif word in grammar.CLAUSE_MARKERS:
            if _opens_clause(word, lower, index, lexicon):
                marker, verbs, joined = _marker(word, lower, index, denying, lexicon), 0, False
        elif word in grammar.CONJUNCTIONS:
            joined = True
        elif (word in grammar.AUXILIARIES or word in lexicon.finite) and not (
            before in grammar.AUXILIARIES or before in grammar.ADVERBS or before in {"to", ")"}
        ):
            if marker and verbs and not joined and marker != "denied":
                marker = ""
            verbs, joined = verbs + 1, False
        clause.append("denied" if denying and before in lexicon.denial else marker)
    return clause


def _opens_clause(word: str, lower: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a word opens a clause; "after" and the like do so only where a verb follows."""
    if word not in grammar.PREPOSITIONS:
        return True
    for following in lower[index + 1 : index + 1 + _CLAUSE_REACH]:
        if following in BREAKS:
            break
        if following in grammar.AUXILIARIES or following in lexicon.finite:
            return True
    return _is_gerund(lower[index + 1]) if index + 1 < len(lower) else False


def _is_gerund(word: str) -> bool:
    return word.endswith("ing") and word not in {"morning", "evening", "during"}


def _marker(word: str, lower: Sequence[str], index: int, denying: bool, lexicon: Lexicon) -> str:
    """The clause that a marker opens: what is said or found is a main clause of its own."""
    if word not in {"that", "as"}:
        return word
    if denying and word == "that":
        return "denied"
    said = any(before in lexicon.reporting for before in lower[max(0, index - 4) : index])
    return "" if said or lower[index - 1 : index] == ["such"] else word
