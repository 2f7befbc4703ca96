"""Labels: the events that a careful reader finds in an article, and how a corpus stores them."""

from __future__ import annotations

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from extractor.edtf import Precision
from extractor.schema.article import Article
from extractor.schema.base import EdtfText
from extractor.schema.event import ActorRole, Basis, Status


class Label(BaseModel):
    """Part of a label file. Unknown keys are kept, so that `evals lint` can point at them."""

    model_config = ConfigDict(extra="allow", frozen=True)


def _as_text(value: Any) -> Any:
    """YAML reads `2024-12-06` as a date and `2024` as a number: both are EDTF text here."""
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value if value is None or isinstance(value, str) else str(value)


class GoldWhen(Label):
    """The right date; `also` lists other answers that count as right."""

    text: str | None = None
    edtf: EdtfText | None = None
    also: tuple[EdtfText | None, ...] = ()
    precision: Precision | None = None
    basis: Basis | None = None

    @field_validator("edtf", "also", mode="before")
    @classmethod
    def _dates_as_text(cls, value: Any) -> Any:
        return _as_text(value)


class GoldActor(Label):
    """An actor; `also` lists other names that count as right."""

    name: str = Field(min_length=1)
    role: ActorRole = "other"
    also: tuple[str, ...] = ()


class GoldPlace(Label):
    """A place; `also` lists other names that count as right."""

    name: str = Field(min_length=1)
    within: str | None = None
    also: tuple[str, ...] = ()


class GoldEvidence(Label):
    """The words that state the event: a verbatim quote, or code points for texts not passed on."""

    quote: str | None = Field(default=None, min_length=1)
    start: int | None = Field(default=None, ge=0, le=2**40)
    end: int | None = Field(default=None, gt=0, le=2**40)

    @model_validator(mode="after")
    def _quote_or_span(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end go together")
        if self.quote is None and self.start is None:
            raise ValueError("needs a quote, or start and end")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("start must come before end")
        return self


class GoldEvent(Label):
    """One labelled happening. `optional`: finding it earns nothing, missing it costs nothing."""

    title: str = Field(min_length=1)
    kind: str | None = None
    status: Status | None = None
    when: GoldWhen = GoldWhen()
    who: tuple[GoldActor, ...] = ()
    where: tuple[GoldPlace, ...] = ()
    evidence: tuple[GoldEvidence, ...] = ()
    details: dict[str, Any] = Field(default_factory=dict)
    summary: str | None = None
    attribution: str | None = None
    optional: bool = False
    notes: str | None = None


class GoldArticle(Label):
    """What is known of a labelled article. `published_given`: the extractor is told the date."""

    id: str = Field(min_length=1)
    profile: str = "general"
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: EdtfText | None = None
    published_given: bool = False
    retrieved: EdtfText | None = None
    modified: EdtfText | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{64}$")

    @field_validator("id", "published", "retrieved", "modified", mode="before")
    @classmethod
    def _dates_as_text(cls, value: Any) -> Any:
        return _as_text(value)

    def as_input(self, text: str) -> Article:
        """The article as the extractor gets it: its publication date only where that is given."""
        return Article(
            id=self.id,
            text=text,
            title=self.title,
            url=self.url,
            source=self.source,
            published=self.published if self.published_given else None,
            retrieved=self.retrieved,
            modified=self.modified,
            language=self.language,
            tags=self.tags,
        )


class GoldFile(Label):
    """NAME.yaml of a corpus: an article and its events."""

    article: GoldArticle
    events: tuple[GoldEvent, ...] = ()


class StoryMember(Label):
    """An event of an article, by its position (from 0) in the article's label file."""

    article: str
    event: int = Field(ge=0)


class Story(Label):
    """stories/NAME.yaml: articles about the same happenings; each inner list is one happening."""

    articles: tuple[str, ...]
    events: tuple[tuple[StoryMember, ...], ...] = ()
    numbers: tuple[dict[str, Any] | None, ...] | dict[str, Any] = ()
