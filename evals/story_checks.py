"""What may be wrong with a story: articles and events that are not there, or stand twice.

Judges form, not truth: whether two events are one happening is for its reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from evals.findings import Labels
from evals.label_checks import Problem, check_keys
from extractor.schema import Story
from extractor.schema.gold import StoryMember


def check_story(story: Story, labels: Mapping[str, Labels]) -> Iterator[Problem]:
    """Problems of a story; `labels` of the corpus by article id."""
    yield from check_keys(story)
    for id_, times in Counter(story.articles).items():
        if id_ not in labels:
            yield Problem(f"no article {id_!r}", "name an article's id as its label file does")
        if times > 1:
            yield Problem(f"the article {id_!r} stands {times} times", "keep one of them")
    for happening in story.events:
        for member in happening:
            yield from _check_member(member, story, labels)
    yield from _check_places(story)
    yield from _untold(story, labels)


def _check_member(
    member: StoryMember, story: Story, labels: Mapping[str, Labels]
) -> Iterator[Problem]:
    if member.article not in story.articles:
        message = f"an event of {member.article!r}, which is not among its articles"
        yield Problem(message, "add it to `articles`")
    elif member.article in labels and member.event >= labels[member.article].size:
        message = f"{member.article!r} has no event {member.event}"
        yield Problem(message, f"it has {labels[member.article].size}, counted from 0")


def _check_places(story: Story) -> Iterator[Problem]:
    """Every event stands in one happening, and there once."""
    happenings: Counter[tuple[str, int]] = Counter()
    for number, members in enumerate(story.events):
        if not members:
            yield Problem(f"happening {number} has no event", "leave it out")
        inside = Counter((member.article, member.event) for member in members)
        happenings.update(inside.keys())
        for (article, event), times in inside.items():
            if times > 1:
                message = f"event {event} of {article!r} stands {times} times in a happening"
                yield Problem(message, "keep one of them")
    for (article, event), times in happenings.items():
        if times > 1:
            message = f"event {event} of {article!r} is in {times} happenings"
            yield Problem(message, "keep it in one")


def _untold(story: Story, labels: Mapping[str, Labels]) -> Iterator[Problem]:
    """Required events of its articles that no happening holds: may be meant so, so a warning."""
    told = {(member.article, member.event) for members in story.events for member in members}
    for id_ in dict.fromkeys(story.articles):
        events = labels[id_].events if id_ in labels else {}
        left = [n for n, event in events.items() if not event.optional and (id_, n) not in told]
        if left:
            which = f"event {left[0]}" if len(left) == 1 else f"events {', '.join(map(str, left))}"
            are = "is" if len(left) == 1 else "are"
            message = f"{which} of {id_!r} {are} in no happening"
            remedy = "what no other article tells is a happening of its own"
            yield Problem(message, remedy, is_warning=True)
