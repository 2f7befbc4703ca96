from __future__ import annotations

from pathlib import Path

import pytest

from evals.corpus import load_corpus, sha256_of
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import event, write_labels

TEXT = "Rain fell on Velga.\n"
RAIN = event("Rain falls on Velga", "Rain fell on Velga.")


def test_articles_of_all_folders_in_the_order_of_ids(tmp_path: Path) -> None:
    write_labels(tmp_path / "z" / "one.yaml", TEXT, RAIN, id="b", tags=["sea"])
    write_labels(tmp_path / "two.yaml", TEXT, id="a")
    write_labels(tmp_path / "stories" / "rain" / "three.yaml", TEXT, id="c")
    write_labels(tmp_path / ".hidden" / "four.yaml", TEXT, id="no article")
    corpus = load_corpus(tmp_path)
    assert [article.id for article in corpus.articles] == ["a", "b", "c"]
    assert corpus.articles[1].text == TEXT
    assert corpus.articles[1].article.tags == ("sea",)
    assert corpus.gold_events == 1


def test_text_is_read_as_the_extractor_stores_it(tmp_path: Path) -> None:
    write_labels(tmp_path / "a.yaml", "\ufeffRain\r\nfell\n")
    assert load_corpus(tmp_path).articles[0].text == "Rain\nfell\n"


def test_labels_without_text_are_valid(tmp_path: Path) -> None:
    sha256 = sha256_of(TEXT)
    write_labels(tmp_path / "a.yaml", None, RAIN, sha256=sha256)
    article = load_corpus(tmp_path).articles[0]
    assert (article.text, article.text_sha256) == (None, sha256)


@pytest.mark.parametrize("name", ["part/a.txt", "a.txt", "elsewhere/under-another-name.txt"])
def test_texts_may_be_elsewhere(tmp_path: Path, name: str) -> None:
    write_labels(tmp_path / "corpus" / "part" / "a.yaml", None, RAIN, sha256=sha256_of(TEXT))
    path = tmp_path / "texts" / name
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    corpus = load_corpus(tmp_path / "corpus", texts=tmp_path / "texts")
    assert corpus.articles[0].text == TEXT


class TestHash:
    def test_is_of_ids_labels_and_texts_alone(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "one" / "x.yaml", TEXT, RAIN, id="a")
        write_labels(tmp_path / "one" / "y.yaml", TEXT, id="b")
        write_labels(tmp_path / "two" / "b.yaml", TEXT, id="b", profile="general")
        write_labels(tmp_path / "two" / "c.yaml", TEXT, {**RAIN, "optional": False}, id="a")
        assert load_corpus(tmp_path / "one").sha256 == load_corpus(tmp_path / "two").sha256

    def test_is_the_same_with_and_without_the_text_at_hand(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "one" / "a.yaml", TEXT, RAIN)
        write_labels(tmp_path / "two" / "a.yaml", None, RAIN, sha256=sha256_of(TEXT))
        assert load_corpus(tmp_path / "one").sha256 == load_corpus(tmp_path / "two").sha256

    @pytest.mark.parametrize(
        ("text", "events", "article"),
        [
            (TEXT + " ", [RAIN], {}),
            (TEXT, [RAIN], {"id": "b"}),
            (TEXT, [RAIN], {"tags": ["sea"]}),
            (TEXT, [{**RAIN, "kind": "disaster"}], {}),
            (TEXT, [RAIN, RAIN], {}),
            (TEXT, [], {}),
        ],
    )
    def test_changes_with_any_of_them(
        self, tmp_path: Path, text: str, events: list[dict[str, object]], article: dict[str, object]
    ) -> None:
        write_labels(tmp_path / "one" / "a.yaml", TEXT, RAIN)
        write_labels(tmp_path / "two" / "a.yaml", text, *events, **article)
        assert load_corpus(tmp_path / "one").sha256 != load_corpus(tmp_path / "two").sha256


class TestErrors:
    def test_name_file_and_reason(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "a.yaml", TEXT, event("Rain", when={"edtf": "2024-02-30"}))
        with pytest.raises(CorpusError, match=r"a\.yaml: events\.0\.when\.edtf: .*2024-02-30"):
            load_corpus(tmp_path)

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"article: [", "is not YAML"),
            (b"article: {id: \xff}", "is not UTF-8"),
            (b"article: {id: a, published: 2024-02-30}", "cannot be read"),
            (b"", "the file: "),
            (b"events: []", "article: "),
        ],
    )
    def test_unreadable_labels(self, tmp_path: Path, content: bytes, reason: str) -> None:
        (tmp_path / "a.yaml").write_bytes(content)
        with pytest.raises(CorpusError, match=f"a.yaml.*{reason}"):
            load_corpus(tmp_path)

    def test_another_text_than_the_labelled_one(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "a.yaml", TEXT, sha256=sha256_of("Snow fell."))
        with pytest.raises(CorpusError, match="not the one that was labelled"):
            load_corpus(tmp_path)

    def test_an_id_twice(self, tmp_path: Path) -> None:
        write_labels(tmp_path / "one.yaml", TEXT, id="a")
        write_labels(tmp_path / "two.yaml", TEXT, id="a")
        with pytest.raises(CorpusError, match=r"two\.yaml: the id 'a' is that of .*one\.yaml"):
            load_corpus(tmp_path)

    @pytest.mark.parametrize("name", ["", "nowhere"])
    def test_no_corpus(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(CorpusError, match=r"no (label file|corpus folder)"):
            load_corpus(tmp_path / name)


def test_the_labelled_articles_of_this_project_can_be_loaded() -> None:
    folder = Path(__file__).parents[3] / "evals" / "corpus"
    assert load_corpus(folder).gold_events > 0
