"""What a page holds but shows no reader, by its attributes or by simple rules of its own styles.

Looks at the page alone: style sheets in files of their own are not read, and no script is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from extractor.text.page_scope import folded

_BRACE = re.compile(r"([^{}]*)([{}])")
_SELECTOR = re.compile(r"(?:[a-z][a-z0-9-]{0,20})?[.#][\w-]{1,80}", re.I)
_HIDING = re.compile(
    r"""(?:^|;)\s*(?:
        display\s*:\s*none | visibility\s*:\s*(?:hidden|collapse)
        | (?:left|top|right|text-indent|margin-(?:left|top))\s*:\s*-(?:\d{4,}px|\d{3,}(?:em|rem|vw))
    )""",
    re.I | re.X,
)
_SHOWING = re.compile(r"(?:^|;)\s*(?:display\s*:(?!\s*none)|visibility\s*:\s*visible)", re.I)
_LONGEST_STYLE = 200_000  # characters; frameworks that a page brings along are longer
_MOST_HIDDEN = 1 / 3  # of the letters of all paragraphs; more is an article that a script unfolds
_PROSE = ("p", "li", "blockquote")


def drop_hidden(tree: HtmlElement) -> None:
    """Take out of the tree what is not shown, unless that is a large part of the text.

    Where hidden elements side by side have a large part, a script unfolds the article there
    ("read more"), and they stay.
    """
    hidden = _hidden(tree, _hiding_names(tree))
    if not hidden:
        return
    most = _MOST_HIDDEN * _letters_of_prose(tree)
    beside: dict[HtmlElement | None, list[HtmlElement]] = {}
    for element in hidden:
        beside.setdefault(element.getparent(), []).append(element)
    for elements in beside.values():
        if sum(map(_letters_of_prose, elements)) <= most:
            for element in elements:
                element.drop_tree()


def _hidden(tree: HtmlElement, names: Mapping[str, bool]) -> list[HtmlElement]:
    """The outermost elements that are hidden, in document order."""
    found: list[HtmlElement] = []
    for element in tree.iter():
        if not _is_hidden(element, names):
            continue
        inside = bool(found) and any(each is found[-1] for each in element.iterancestors())
        if not inside and element.text_content().strip():  # else it holds metadata, if anything
            found.append(element)
    return found


def _is_hidden(element: HtmlElement, names: Mapping[str, bool]) -> bool:
    if not element.attrib or element.tag in ("html", "body"):
        return False
    hidden = element.get("hidden")
    if hidden is not None and hidden.strip().lower() != "until-found":
        return True
    if element.get("layout") == "nodisplay":  # of AMP: a menu or a notice that a button opens
        return True
    style = element.get("style")
    if style:
        if _HIDING.search(style):
            return True
        if _SHOWING.search(style):
            return False
    said = [names[name] for name in _names_of(element) if name in names] if names else []
    return bool(said) and all(said)


def _names_of(element: HtmlElement) -> Iterator[str]:
    """The simple selectors that mean an element."""
    own = [f".{name}" for name in (element.get("class") or "").split()]
    if element.get("id"):
        own.append(f"#{element.get('id')}")
    for name in own:
        yield name
        yield f"{element.tag}{name}"


def _hiding_names(tree: HtmlElement) -> dict[str, bool]:
    """Simple selectors (`.name`, `#name`, `p.name`) and whether the page's own styles hide them.

    The last rule of a selector stands. Rules within `@media`, and for what stands in something
    else, are left alone.
    """
    names: dict[str, bool] = {}
    for style in tree.iter("style"):
        text = style.text or ""
        for_others = style.get("media") == "print" or _is_without_scripts(style)
        if for_others or len(text) > _LONGEST_STYLE:
            continue
        for selectors, declarations in _rules(text):
            hides = _HIDING.search(declarations) is not None
            if not hides and not _SHOWING.search(declarations):
                continue
            for selector in map(str.strip, selectors.split(",")):
                if _SELECTOR.fullmatch(selector):
                    names[selector] = hides
    return names if any(names.values()) else {}


def _is_without_scripts(style: HtmlElement) -> bool:
    return next(style.iterancestors("noscript"), None) is not None


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the rules that stand in no other."""
    first, *parts = style.split("/*")
    text = first + "".join(part.partition("*/")[2] for part in parts)
    depth = 0
    selectors = ""
    for before, brace in _BRACE.findall(text):
        if brace == "{":
            selectors = before if depth == 0 else selectors
            depth += 1
        else:
            if depth == 1:
                yield selectors, before
            depth = max(depth - 1, 0)


def _letters_of_prose(element: HtmlElement) -> int:
    """Characters of the paragraphs, or of all where there are none."""
    total = sum(len(folded(part.text_content())) for part in element.iter(*_PROSE))
    return total or len(folded(element.text_content()))
