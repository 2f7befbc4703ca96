"""What an engine is asked: one article as numbered lines, with what is known about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from itertools import islice
from typing import Any

from extractor.dates.headings import day_headings
from extractor.dates.language_choice import choose_language
from extractor.dates.resolve import Resolution, resolve
from extractor.dates.vantage import vantage_of
from extractor.dates.years import tells_year
from extractor.edtf import UNBOUNDED
from extractor.grounding import LineWords, visible
from extractor.prompts import Profile
from extractor.schema import Article, PublicationDate
from extractor.text.lines import Line

_TELLING_LINES = 3
"""Lines that show the language of an article: more than one, for a headline may be all names."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """One article as an engine sees it: its numbered lines and what is known about it.

    What checks need of the article is made once, when it is first asked for.
    """

    article: Article
    lines: tuple[Line, ...]
    published: PublicationDate
    profile: Profile

    @cached_property
    def language(self) -> str:
        """Code of the language whose date words are read: the article's own, else what it shows."""
        shown = (self.article.text[line.start : line.end] for line in self.shown.values())
        return choose_language(self.article.language, " ".join(islice(shown, _TELLING_LINES)))

    @cached_property
    def shown(self) -> dict[int, Line]:
        """The lines that an engine is shown and may cite, by number."""
        return {line.number: line for line in self.lines if line.shown}

    @cached_property
    def opening(self) -> frozenset[int]:
        """Numbers of headline, dateline and lead: what all other lines refer to."""
        lead = next((line for line in self.shown.values() if line.label == "body"), None)
        return frozenset(
            line.number
            for line in self.shown.values()
            if line is lead or line.label in ("headline", "dateline")
        )

    @cached_property
    def words(self) -> LineWords:
        """Looks names up in the shown lines; a headline's spelling counts least."""
        text = self.article.text
        ordered = sorted(self.shown.values(), key=lambda line: line.label == "headline")
        return LineWords(
            [(line.number, text[line.start : line.end]) for line in ordered],
            text=text,
            language=self.article.language,
        )

    @cached_property
    def resolve(self) -> Callable[..., Resolution]:
        """`dates.resolve` for this article, each date words in their sentence only once."""
        seen_from = vantage_of(self.published)
        return cache(partial(resolve, published=seen_from, language=self.language))

    @cached_property
    def tells_year(self) -> bool:
        """Whether any year is known: from publication, or told in title, address or shown lines."""
        if self.published.bounds != UNBOUNDED:
            return True
        known = filter(None, (self.article.title, self.article.url))
        shown = (self.article.text[line.start : line.end] for line in self.shown.values())
        return tells_year("\n".join((*known, *shown)), code=self.language)

    @cached_property
    def day_headings(self) -> dict[int, date]:
        """Numbers of the shown lines that are nothing but a day, each with that day."""
        shown = self.shown.values()
        texts = ((line.number, visible(self.article.text[line.start : line.end])) for line in shown)
        return day_headings(texts, self.resolve, language=self.language)

    @cached_property
    def checked(self) -> dict[int, Any]:
        """What checks have found of the events of an answer, kept for its proof (by identity)."""
        return {}
