"""Bytes to stored text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import InputError
from extractor.schema.article import stored_text
from extractor.text.decode import decode

SPANISH = "La policía detuvo a tres personas en Málaga, según el señor Núñez."
RUSSIAN = "Войска вошли в город утром, сообщили власти в пятницу."
QUOTES = "“We came,” he said – the minister’s voice was low. " * 5


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", ""),
        (b"plain", "plain"),
        (b"\xef\xbb\xbfa", "a"),
        ("Şorvan – “no”".encode(), "Şorvan – “no”"),
        ("\ufeffŞorvan".encode("utf-16-le"), "Şorvan"),
        ("\ufeffŞorvan".encode("utf-16-be"), "Şorvan"),
        ("\ufeffŞorvan".encode("utf-32-le"), "Şorvan"),
        ("\ufeffŞorvan".encode("utf-32-be"), "Şorvan"),
        (b"a\0b\r\nc\rd\n", "ab\nc\rd\n"),
        (b"  e\xcc\x81 \n\n", "  e\u0301 \n\n"),
    ],
    ids=[
        "empty",
        "ascii",
        "utf-8-mark",
        "utf-8",
        "utf-16-le",
        "utf-16-be",
        "utf-32-le",
        "utf-32-be",
        "nul-and-line-breaks",
        "no-strip-no-nfc",
    ],
)
def test_unicode_encodings(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "cp1252"),
        ("café", "cp1252"),
        ("“No,” he said – twice", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("قال الوزير إن القوات دخلت المدينة صباح اليوم", "cp1256"),
        ("昨天军队进入了城市，没有人知道为什么。", "gb18030"),
        ("昨日、軍が町に入った。理由は分からない。", "cp932"),
        ("Żołnierze weszli do miasta rano. Źródła mówią o dwóch zabitych.", "cp1250"),
        (SPANISH, "utf-16-le"),
    ],
)
def test_older_encodings_are_told_by_their_statistics(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_stray_byte_does_not_spoil_the_rest_of_utf8() -> None:
    assert decode(QUOTES.encode() + b"the minister\x92s") == QUOTES + "the minister’s"


@pytest.mark.parametrize("raw", [bytes(range(256)) * 20, b"\xff\xfea\0b", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_an_input_error(raw: bytes) -> None:
    with pytest.raises(InputError):
        decode(raw)


@pytest.mark.parametrize(("text", "offset"), [("ab\ud800c", 2), ("\udfff", 0)])
def test_a_lone_surrogate_is_named_with_its_offset(text: str, offset: int) -> None:
    with pytest.raises(InputError, match=f"at offset {offset}"):
        stored_text(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_bytes_and_text_of_one_article_are_stored_alike(text: str) -> None:
    stored = decode(text.encode())
    assert stored == stored_text(text)
    assert "\0" not in stored
    assert not stored.startswith("\ufeff")
    assert len(stored) >= len(text) - text.count("\0") - text.count("\ufeff") - text.count("\r")
