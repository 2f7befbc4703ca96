from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from extractor.schema import (
    Article,
    Event,
    Evidence,
    GoldFile,
    PublicationDate,
    When,
    event_id,
)


def test_bounds_and_precision_come_with_the_date() -> None:
    when = When(edtf="../2024-11-30", basis="stated")
    assert (when.earliest, str(when.latest), when.precision) == (None, "2024-11-30", "range")
    assert When(edtf="2024-12-02/2024-12-08").precision == "week"
    assert When().model_dump() == {
        "text": None,
        "edtf": None,
        "earliest": None,
        "latest": None,
        "precision": "unknown",
        "basis": "unknown",
        "time_of_day": None,
        "time": None,
        "zone": None,
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"edtf": "2024-11-30", "earliest": "2024-11-29"},
        {"edtf": "2024-11-30", "latest": None},
        {"edtf": None, "latest": "2024-11-30"},
        {"edtf": "2024-06-31"},
        {"edtf": "yesterday"},
        {"edtf": "2024", "precision": "about"},
        {"edtf": "2024", "colour": "blue"},
        {"time": "9:41"},
    ],
)
def test_a_date_that_contradicts_itself_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        When.model_validate(fields)


def test_an_event_survives_its_json() -> None:
    evidence = (Evidence(quote="Rebels took Aster.", start=0, end=18, line=1),)
    event = Event(
        id=event_id("a", evidence, 0),
        article_id="a",
        title="Rebels take Aster",
        summary="",
        kind="territory",
        status="occurred",
        when=When(edtf="2024-11-27?/..", basis="year_inferred"),
        evidence=evidence,
        engine="rules",
        profile="general@abc",
    )
    assert Event.model_validate_json(event.model_dump_json()) == event
    assert list(event.model_dump())[:4] == ["schema_version", "id", "article_id", "title"]


def test_event_ids_differ_by_article_span_and_ordinal() -> None:
    one = (Evidence(quote="ab", start=0, end=2, line=1),)
    two = (Evidence(quote="bc", start=1, end=3, line=1),)
    ids = {
        event_id("a", one, 0),
        event_id("b", one, 0),
        event_id("a", two, 0),
        event_id("a", one, 1),
    }
    assert len(ids) == 4
    assert event_id("a", one, 0) == "e-29ab9400d232bfb0", "ids stay the same between versions"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-12-06", "2024-12-06"),
        ("2024-12", "2024-12"),
        ("2024-12-06T09:41:00+05:00", "2024-12-06"),
        ("2024-12-06 09:41", "2024-12-06"),
        ("", None),
        (None, None),
    ],
)
def test_a_publication_date_is_edtf_or_the_day_of_a_timestamp(
    given: str | None, kept: str | None
) -> None:
    assert Article.model_validate({"text": "T", "published": given}).published == kept


@pytest.mark.parametrize("given", ["06/12/2024", "2024-13-01", "December 2024", 5])
def test_any_other_publication_date_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        Article.model_validate({"text": "T", "published": given})


def test_only_a_trusted_day_is_the_day_of_publication() -> None:
    day = {"edtf": "2024-12-06", "earliest": "2024-12-06", "latest": "2024-12-06"}
    assert str(PublicationDate.model_validate({**day, "trusted": True}).day) == "2024-12-06"
    assert PublicationDate.model_validate(day).day is None
    doubtful = {**day, "edtf": "2024-12-06?", "trusted": True}
    assert PublicationDate.model_validate(doubtful).day is None


def test_labels_take_dates_as_yaml_reads_them() -> None:
    from datetime import date

    label = GoldFile.model_validate(
        {
            "article": {"id": 7, "published": date(2024, 12, 6)},
            "events": [
                {
                    "title": "t",
                    "when": {"edtf": 2024, "also": [date(2024, 12, 7), None]},
                    "evidence": [{"quote": "q"}],
                }
            ],
        }
    )
    assert (label.article.id, label.article.published) == ("7", "2024-12-06")
    assert label.events[0].when.edtf == "2024"
    assert label.events[0].when.also == ("2024-12-07", None)


@pytest.mark.parametrize(("given", "told"), [(True, "2024-12-06"), (False, None)])
def test_the_extractor_is_told_the_date_only_where_that_is_given(
    given: bool, told: str | None
) -> None:
    label = GoldFile.model_validate(
        {"article": {"id": "a", "published": "2024-12-06", "published_given": given}}
    )
    assert label.article.as_input("T").published == told
