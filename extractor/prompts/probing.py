"""Whether templates send an article whole, tried on tiny articles before anything is paid for.

Never looks at what a user gave to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.prompts.rendering import USER_TEMPLATE
from extractor.prompts.yamlfile import Finding
from extractor.schema import Article, LineLabel, PublicationDate
from extractor.text.lines import Line, render_line

if TYPE_CHECKING:
    from extractor.prompts.profile import Profile

_WORDS = ("Storm hits Corva", "A storm hit Corva on Monday.", "A roof in Corva. Photo: Ines")
_LABELS: tuple[LineLabel, ...] = ("headline", "body", "caption")
_MANY = 60
"""More body lines than a template that only shows the first few would have room for."""


def check_prompt(profile: Profile) -> None:
    """Raise ProfileError where a template or an example is wrong, or lines would not be sent."""
    for finding in find_unsent(profile):
        raise finding.error()


def find_unsent(profile: Profile) -> Iterator[Finding]:
    """A line of an article that a model would not be sent. Raises ProfileError as rendering does.

    The articles are one of which everything is known, one of which nothing is, and a long one.
    """
    path = profile.folder / USER_TEMPLATE
    body: LineLabel = "body"
    head = {"title": _WORDS[0], "source": "Post", "url": "https://a.example/b", "language": "en"}
    for words, labels, known in (
        (_WORDS, _LABELS, head),
        (_WORDS[1:2], _LABELS[1:2], {}),
        ([f"Storm {number} hit Corva." for number in range(_MANY)], (body,) * _MANY, {}),
    ):
        article = Article(text="\n".join(words), **known)
        lines = tuple(_lines(article.text, labels))
        published = PublicationDate()
        user = profile.prompt.user(article=article, lines=lines, published=published)
        sent = set(user.splitlines())
        if any(render_line(article.text, line) not in sent for line in lines):
            message = "a line of the article is not sent as a line of its own, `[N] text`"
            yield Finding(path, 0, message, "loop over `lines` and print each as it is")
            return


def _lines(text: str, labels: tuple[LineLabel, ...]) -> Iterator[Line]:
    start = 0
    for number, (words, label) in enumerate(zip(text.split("\n"), labels, strict=True), 1):
        yield Line(number, start, start + len(words), label)
        start += len(words) + 1
