"""The records that other programs read, as Pydantic models: the one definition of each.

Rests on pydantic alone: no model client is ever imported from here.
"""

from extractor.schema.article import (
    Article,
    LineEntry,
    LineLabel,
    Page,
    PageDate,
    PublicationCandidate,
    PublicationDate,
    PublicationSource,
)
from extractor.schema.base import SCHEMA_VERSION
from extractor.schema.event import (
    Actor,
    ActorRole,
    Basis,
    Event,
    Evidence,
    Issue,
    Place,
    Status,
    When,
    event_id,
)
from extractor.schema.gold import GoldArticle, GoldEvent, GoldFile, Story
from extractor.schema.records import (
    ArticleRecord,
    ArticleStatus,
    Counts,
    Dropped,
    ErrorRecord,
    RunRecord,
    Usage,
)
from extractor.schema.timeline import TimelineEntry
from extractor.schema.wire import WireActor, WireAnswer, WireEvent, WirePlace, WirePublished

__all__ = [
    "SCHEMA_VERSION",
    "Actor",
    "ActorRole",
    "Article",
    "ArticleRecord",
    "ArticleStatus",
    "Basis",
    "Counts",
    "Dropped",
    "ErrorRecord",
    "Event",
    "Evidence",
    "GoldArticle",
    "GoldEvent",
    "GoldFile",
    "Issue",
    "LineEntry",
    "LineLabel",
    "Page",
    "PageDate",
    "Place",
    "PublicationCandidate",
    "PublicationDate",
    "PublicationSource",
    "RunRecord",
    "Status",
    "Story",
    "TimelineEntry",
    "Usage",
    "When",
    "WireActor",
    "WireAnswer",
    "WireEvent",
    "WirePlace",
    "WirePublished",
    "event_id",
]
