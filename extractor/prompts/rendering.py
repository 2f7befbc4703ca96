"""What a model is sent for an article.

The system message is constant for a profile, so that providers can cache it. The article is a
value of the template, never a template: what stands in it is neither run nor read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extractor.prompts.examples import load_examples
from extractor.schema import Article, PublicationDate, PublicationSource
from extractor.text.lines import Line, render_line

if TYPE_CHECKING:
    from extractor.prompts.profile import Profile
    from extractor.prompts.templates import Template

SYSTEM_TEMPLATE = "system.md.j2"
USER_TEMPLATE = "user.md.j2"

LONGEST_HEAD_VALUE = 300
"""Characters of a title or a source that a model is shown: what is longer is no title."""

_MARKUP = re.compile(r"<(?=[/|｜!?a-zA-Z<])|\[(?=/?[A-Z_]{2,20}\])")
"""Openings of tags: our own `</article>`, and the control words of chat templates, which local
servers read as such even inside a text (`<|im_start|>`, `<start_of_turn>`, `[INST]`)."""

_UNSEEN = dict.fromkeys((*range(32), *range(127, 160), *range(0xE0000, 0xE0080)))
"""Control characters, and the tag characters, in which orders to a model can be hidden."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_UPPER_BOUNDS: Mapping[PublicationSource, str] = {
    "masthead": "page-view date",
    "meta": "last change of the page",
    "text": "a date on the page",
}


@dataclass(frozen=True, slots=True)
class Messages:
    """What a model is sent: the constant part, and the article."""

    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """The compiled templates of a profile; `system` is rendered once, with its examples."""

    system: str
    user_template: Template

    def user(self, *, article: Article, lines: Sequence[Line], published: PublicationDate) -> str:
        """The message for one article. Raises ProfileError where the template fails."""
        return _render_user(self.user_template, article, lines, published)


def render(
    profile: Profile, *, article: Article, lines: Sequence[Line], published: PublicationDate
) -> Messages:
    """What a model is sent for an article: of `lines`, those that are the article's own.

    Raises ProfileError where a template or an example of the profile is wrong.
    """
    prompt = profile.prompt
    user = prompt.user(article=article, lines=lines, published=published)
    return Messages(system=prompt.system, user=user)


def compile_prompt(profile: Profile) -> Prompt:
    """Compile a profile's templates and render the constant part.

    The examples pass through the user template as articles do, so they cannot drift from it.
    """
    from extractor.prompts.templates import load_templates  # Jinja is loaded only to render

    system, user = load_templates(profile.folder, SYSTEM_TEMPLATE, USER_TEMPLATE)
    examples = [
        {
            "article": _render_user(user, example.article, example.lines, example.published),
            "answer": example.json,
        }
        for example in load_examples(profile)
    ]
    return Prompt(render_system(system, profile, examples), user)


def render_system(
    template: Template, profile: Profile, examples: Sequence[Mapping[str, str]]
) -> str:
    """The constant part: each of `examples` is an article as it is sent, and its answer."""
    text = template.render(
        name=profile.name,
        description=profile.description,
        guidance=profile.guidance,
        kinds={name: kind.definition for name, kind in profile.kinds.items()},
        fields=[{"name": name, **field.for_prompt} for name, field in profile.fields.items()],
        examples=examples,
    )
    return text.strip()


def publication_words(published: PublicationDate) -> str:
    """What a model is told of the publication date: a weekday with a day, bounds where unknown."""
    if published.trusted and published.edtf:
        day = published.day
        return _with_weekday(day) if day else published.edtf
    earliest, latest = published.bounds
    source = _UPPER_BOUNDS.get(published.source) if published.source else None
    reason = f" ({source})" if source else ""
    if earliest and latest:
        return f"unknown; from {earliest} to {latest}{reason}"
    if latest:
        return f"unknown; not after {latest}{reason}"
    return f"unknown; not before {earliest}" if earliest else "unknown"


def shown_text(line: str) -> str:
    """A line as it is sent: without what no reader sees, and no tag opens in it.

    Nothing is lost by it: quotes are cut out of the stored text, by line number.
    """
    if not line.isascii() or not line.isprintable():
        line = line.translate(_UNSEEN)
    return _MARKUP.sub(r"\g<0> ", line) if "<" in line or "[" in line[1:] else line


def _render_user(
    template: Template, article: Article, lines: Sequence[Line], published: PublicationDate
) -> str:
    shown = [line for line in lines if line.shown]
    text = template.render(
        title=_head_value(article.title),
        source=_head_value(article.source),
        url=_head_value(article.url),
        language=_head_value(article.language),
        published=publication_words(published),
        headline=[line.number for line in shown if line.label == "headline"],
        captions=[line.number for line in shown if line.label == "caption"],
        lines=[shown_text(render_line(article.text, line)) for line in shown],
    )
    return text.strip()


def _head_value(value: str | None) -> str | None:
    """One line of bounded length: what a page says of itself cannot forge a line of the head."""
    return shown_text(" ".join(value.split())[:LONGEST_HEAD_VALUE]) if value else None


def _with_weekday(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, {day.isoformat()}"  # strftime would follow the locale
