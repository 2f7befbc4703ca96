from __future__ import annotations

import asyncio

import pytest

from extractor import Article, Extraction, Extractor
from extractor.errors import InputError, ProfileError, UnknownEngineError

ARTICLE = Article(
    id="aster",
    text="Rebels captured the town of Aster this morning. Home\n\nAlso Read: Storm hits Corva",
    published="2024-12-06",
)


def assert_read(result: Extraction) -> None:
    (event,) = result.events
    assert (event.article_id, event.when.edtf) == ("aster", "2024-12-06")
    assert ARTICLE.text[event.evidence[0].start : event.evidence[0].end] == event.evidence[0].quote
    assert (result.published.edtf, result.published.trusted) == ("2024-12-06", True)
    assert (result.usage.input_tokens, result.dropped) == (0, ())
    assert result.record.events == 1


def test_one_article_is_read() -> None:
    assert_read(Extractor("rules").extract(ARTICLE))


def test_it_works_inside_a_running_event_loop_as_in_a_notebook() -> None:
    async def notebook_cell() -> Extraction:
        return Extractor().extract(ARTICLE)

    assert_read(asyncio.run(notebook_cell()))
    assert_read(asyncio.run(Extractor().extract_async(ARTICLE)))


def test_many_articles_stream() -> None:
    articles = [ARTICLE.model_copy(update={"id": f"a{n}"}) for n in range(20)]

    async def read() -> list[str]:
        stream = Extractor().stream(articles, concurrency=4)
        return [result.record.article_id async for result in stream]

    assert sorted(asyncio.run(read())) == sorted(article.id or "" for article in articles)


def test_what_does_not_exist_is_said_at_once() -> None:
    with pytest.raises(UnknownEngineError, match="no engine 'nobody/nothing'"):
        Extractor("nobody/nothing")
    with pytest.raises(ProfileError):
        Extractor(profile="nowhere")


def test_the_text_is_stored_as_the_commands_store_it() -> None:
    assert Article(text="\ufeffa\0b\r\n").text == "ab\n"
    with pytest.raises(InputError, match="lone surrogate"):
        Article(text="half \ud83d")


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_text_without_a_word_is_no_article(text: str) -> None:
    with pytest.raises(InputError, match="article a: the text is empty"):
        Extractor().extract(Article(id="a", text=text))


def test_an_article_that_fails_in_a_stream_is_a_result() -> None:
    async def read() -> list[str]:
        stream = Extractor().stream([Article(id="a", text=""), ARTICLE], concurrency=1)
        return [result.record.status async for result in stream]

    assert asyncio.run(read()) == ["failed", "ok"]
