"""How far two people (or passes) who labelled the same articles agree, by the scorer itself.

All gold counts as required, and both sides' alternatives count as right, so that it does not
matter which side is called gold: precision and recall change places, F1 stays.
"""

from __future__ import annotations

from evals.cases import Case
from evals.comparable import ComparableEvent, from_gold
from evals.corpus import Corpus, LabelledArticle
from evals.kinds import KindMap
from evals.predictions import PredictedEvent
from evals.score import score_cases
from evals.scorefile import RunInfo, Score
from evals.spans import place_all
from extractor.errors import CorpusError


def agreement(first: Corpus, second: Corpus) -> Score:
    """The second corpus scored against the first, over the articles that both have labelled.

    What one of them alone has labelled counts nowhere; `run.outside_articles` says how many
    articles of the second those are. Raises CorpusError where no article is in both, or where an
    article's text is not the same.
    """
    others = {labelled.id: labelled for labelled in second.articles}
    both = [(one, others[one.id]) for one in first.articles if one.id in others]
    if not both:
        raise CorpusError(
            f"{first.path} and {second.path} have no article in common",
            hint="articles are joined by their ids",
        )
    kinds = KindMap()
    cases = [_case(one, other, kinds) for one, other in both]
    shared = Corpus(first.path, tuple(one for one, _ in both))
    return score_cases(shared, cases, _described(second, both), all_required=True)


def _described(second: Corpus, both: list[tuple[LabelledArticle, LabelledArticle]]) -> RunInfo:
    joined = {other.id for _, other in both}
    alone = [labelled for labelled in second.articles if labelled.id not in joined]
    return RunInfo(
        path=second.path,
        engine="labels",
        articles=len(second.articles),
        events=sum(len(labelled.events) for labelled in second.articles),
        outside_articles=len(alone),
        outside_events=sum(len(labelled.events) for labelled in alone),
    )


def _case(one: LabelledArticle, other: LabelledArticle, kinds: KindMap) -> Case:
    if None not in (one.text_sha256, other.text_sha256) and one.text_sha256 != other.text_sha256:
        raise CorpusError(f"article {one.id}: the two corpora label different texts")
    text = other.text if one.text is None else one.text
    gold, pred = _events(one, text, kinds), _events(other, text, kinds)
    return Case.of(one.article, gold, pred, raw=tuple(_as_prediction(other)), read_text=text)


def _events(
    labelled: LabelledArticle, text: str | None, kinds: KindMap
) -> tuple[ComparableEvent, ...]:
    return tuple(
        from_gold(
            event.model_copy(update={"optional": False}),
            position,
            spans=place_all(event.evidence, text),
            kind=kinds.general(event.kind, labelled.article.profile),
        )
        for position, event in enumerate(labelled.events)
    )


def _as_prediction(labelled: LabelledArticle) -> list[PredictedEvent]:
    """The labels as a run would give them, for the measures that look at the words themselves."""
    return [
        PredictedEvent.model_validate(
            {
                "article_id": labelled.id,
                **event.model_dump(include={"title", "kind", "status", "when", "who", "where"}),
                "evidence": [piece.model_dump() for piece in event.evidence],
            }
        )
        for event in labelled.events
    ]
