"""Stories of a converted corpus: articles that tell of the same happenings.

Only the source's own links between articles make one; nothing is compared here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evals.corpus import LabelledArticle
from extractor.schema import Story
from extractor.schema.gold import StoryMember

INSTANCE = "instance"
"""Key in an event's `details` for what the source calls the same happening everywhere."""


def stories_of(articles: Sequence[LabelledArticle]) -> Mapping[str, Story]:
    """A story for each group of articles that share happenings, by the id of its first article.

    All events of its articles are in it: those of one happening together, every other one alone.
    """
    happenings = _happenings(articles)
    grouped = _grouped(articles, happenings)
    return {
        f"story-{ids[0]}": Story(
            articles=ids,
            events=tuple(tuple(h) for h in happenings if h[0].article in ids),
        )
        for ids in grouped
    }


def _happenings(articles: Iterable[LabelledArticle]) -> list[list[StoryMember]]:
    found: dict[str, list[StoryMember]] = {}
    for labelled in articles:
        for position, event in enumerate(labelled.events):
            key = event.details.get(INSTANCE) or f"{labelled.id} {position}"
            found.setdefault(key, []).append(StoryMember(article=labelled.id, event=position))
    return list(found.values())


def _grouped(
    articles: Sequence[LabelledArticle], happenings: Iterable[Sequence[StoryMember]]
) -> list[tuple[str, ...]]:
    """Ids of articles that are connected by happenings, groups of two and more, in order."""
    group = {labelled.id: {labelled.id} for labelled in articles}
    for happening in happenings:
        joined = set().union(*(group[member.article] for member in happening))
        for id_ in joined:
            group[id_] = joined
    distinct = {id(ids): ids for ids in group.values() if len(ids) > 1}
    order = [labelled.id for labelled in articles]
    return [tuple(sorted(ids, key=order.index)) for ids in distinct.values()]
