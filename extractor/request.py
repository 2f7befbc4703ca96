"""What an engine is asked: one article as numbered lines, with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.prompts import Profile
from extractor.schema import Article, PublicationDate
from extractor.text.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One article as an engine sees it: its numbered lines and what is known about it."""

    article: Article
    lines: tuple[Line, ...]
    published: PublicationDate
    profile: Profile
