"""The articles of a corpus as an engine gets them: the web page where there is one, else the text.

Tells an engine nothing that the corpus keeps back; never raises for one article.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.corpus import Corpus
from extractor.errors import InputError
from extractor.schema import Article, GoldArticle
from extractor.text.records import Input, UnreadableArticle, file_article


def corpus_inputs(corpus: Corpus) -> Iterator[Input]:
    """One input an article, in the order of ids; one that cannot be read says why."""
    for labelled in corpus.articles:
        if labelled.page is not None:
            yield page_input(labelled.article, labelled.page)
        elif labelled.text is not None:
            yield labelled.article.as_input(labelled.text)
        else:
            reason = InputError("the corpus has no text for it", hint="--texts DIR")
            yield UnreadableArticle(labelled.id, reason)


def page_input(article: GoldArticle, page: Path) -> Input:
    """A page as the extractor reads it, with what the label file tells and the page does not.

    What the page says comes first: its headline is a line of its text, the label's title need not
    be one. A publication date is told only where the label file says that it is given.
    """
    try:
        raw = page.read_bytes()
    except OSError as error:
        return UnreadableArticle(article.id, InputError(f"{page}: {error.strerror}"))
    read = file_article(raw, article.id, own_id=article.id, is_page=True)
    return read if isinstance(read, UnreadableArticle) else _completed(read, article)


def _completed(read: Article, article: GoldArticle) -> Article:
    told = article.as_input(read.text)
    empty = {name for name in Article.model_fields if getattr(read, name) in (None, ())}
    return read.model_copy(update={name: getattr(told, name) for name in empty})
