"""MEANTIME's files as a corpus with stories, and events found by trigger, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from evals.adapters.base import write_corpus
from evals.adapters.cat_files import read_cat
from evals.adapters.meantime import convert
from evals.adapters.mentions import edtf_of, title, when
from evals.benchmarks.meantime import open_task
from evals.benchmarks.triggers import found_by_trigger, trigger_counts
from evals.cases import build_cases
from evals.corpus import LabelledArticle, load_corpus
from evals.metrics.ratios import Counts
from extractor.errors import CorpusError
from tests.unit.evals.evals_builders import EventData, corpus, event, labelled, predicted, run

HEADER = "#ID\tTYPE\tCLASS\tINSTANCE_NAME\tTIME\tBEGINTERVAL\tENDINTERVAL\n"
INSTANCES = HEADER + (
    'OTH1\tEVENT\tOTHER\tthe "launch\t2008-03-05\t\t\n'
    "OTH2\tEVENT\tOTHER\tsale\t\t2008-XX-XX\t2009-12-16\n"
    "OTH3\tEVENT\tOTHER\tnever\tXXXX-XX-XX\t\t\n"
    "ORG1\tENTITY\tORG\tKestrel\t\t\t\n"
)

SENTENCES = (
    "Kestrel launches `` Albatross ''",
    "March 06 , 2008",
    "It was launched on Tuesday in Ostin .",
    "Kestrel 's chief said it may be sold .",
    "Boats do n't sink .",
    "( Sales rose 5 % ) .",
    "Kestrel launched it again .",
)


def mention(element: str, id_: int, tokens: Iterable[int], **attributes: str) -> str:
    anchors = "".join(f'<token_anchor t_id="{t}"/>' for t in tokens)
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f'<{element} m_id="{id_}"{told}>{anchors}</{element}>'


def link(name: str, sources: Sequence[int], target: int, **attributes: str) -> str:
    told = "".join(f' {key}="{value}"' for key, value in attributes.items())
    ends = "".join(f'<source m_id="{s}"/>' for s in sources)
    return f'<{name} r_id="1"{told}>{ends}<target m_id="{target}"/></{name}>'


MARKS = (
    mention("EVENT_MENTION", 1, [2], certainty="CERTAIN", polarity="POS", special_cases="NONE"),
    mention("EVENT_MENTION", 2, [12], certainty="CERTAIN", polarity="POS", special_cases="NONE"),
    mention("EVENT_MENTION", 3, [21], certainty="CERTAIN", polarity="POS", special_cases="NONE"),
    mention("EVENT_MENTION", 4, [25], certainty="POSSIBLE", polarity="POS", special_cases="NONE"),
    mention("EVENT_MENTION", 5, [41]),
    mention("ENTITY_MENTION", 10, [1], syntactic_type="NAM"),
    mention("ENTITY_MENTION", 11, [3, 4, 5], syntactic_type="NAM"),
    mention("ENTITY_MENTION", 12, [10], syntactic_type="PRO"),
    mention("ENTITY_MENTION", 13, [16], syntactic_type="NAM"),
    mention("ENTITY_MENTION", 14, [18, 19, 20], syntactic_type="NOM"),
    mention("ENTITY_MENTION", 15, [22], syntactic_type="PRO"),
    mention("TIMEX3", 20, [6, 7, 8, 9], functionInDocument="CREATION_TIME", value="2008-03-06"),
    mention("TIMEX3", 21, [14], value="2008-03-04"),
    mention("EVENT", 30, [], **{"class": "OTHER", "instance_id": "OTH1"}),
    mention("EVENT", 31, [], **{"class": "SPEECH_COGNITIVE"}),
    mention("ENTITY", 40, [], ent_type="ORG"),
    mention("ENTITY", 41, [], ent_type="PRO"),
    mention("ENTITY", 42, [], ent_type="LOC"),
    mention("ENTITY", 43, [], ent_type="PER"),
)
LINKS = (
    link("REFERS_TO", [1, 2], 30),
    link("REFERS_TO", [3], 31),
    link("REFERS_TO", [10], 40),
    link("REFERS_TO", [11, 12, 15], 41),
    link("REFERS_TO", [13], 42),
    link("REFERS_TO", [14], 43),
    link("HAS_PARTICIPANT", [1], 10, sem_role="Arg0"),
    link("HAS_PARTICIPANT", [1], 11, sem_role="Arg1"),
    link("HAS_PARTICIPANT", [2], 12, sem_role="Arg1"),
    link("HAS_PARTICIPANT", [2], 13, sem_role="Argm-LOC"),
    link("HAS_PARTICIPANT", [3], 14, sem_role="Arg0"),
    link("HAS_PARTICIPANT", [4], 15, sem_role="Arg1"),
    link("TLINK", [2], 21, reltype="IS_INCLUDED"),
    link("TLINK", [3], 20, reltype="BEFORE"),
    link("TLINK", [20], 4, reltype="BEFORE"),
)


def document(id_: str, marks: Iterable[str] = MARKS, links: Iterable[str] = LINKS) -> str:
    tokens, number = "", 0
    for sentence, words in enumerate(SENTENCES):
        for word in words.split():
            number += 1
            tokens += f'<token t_id="{number}" sentence="{sentence}">{word}</token>'
    return (
        f'<Document doc_id="{id_}" url="http://127.0.0.1/{id_}">{tokens}'
        f"<Markables>{''.join(marks)}</Markables><Relations>{''.join(links)}</Relations></Document>"
    )


def source(folder: Path, **documents: str) -> Path:
    for name, content in documents.items():
        topic, _, id_ = name.partition("_")
        path = folder / "intra_cross-doc_annotation" / f"corpus_{topic}" / f"{id_}_x.xml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (folder / "list_instances.csv").write_text(INSTANCES, encoding="utf-8")
    return folder


def one(tmp_path: Path, **changed: Any) -> LabelledArticle:
    [article] = convert(source(tmp_path, airbus_7=document("7", **changed))).articles
    return article


def test_tokens_become_a_text_up_to_the_annotated_sentences(tmp_path: Path) -> None:
    article = one(tmp_path)
    assert article.text == (
        'Kestrel launches "Albatross"\n\nMarch 06, 2008\n\n'
        "It was launched on Tuesday in Ostin.\nKestrel's chief said it may be sold.\n"
        "Boats don't sink.\n(Sales rose 5%).\n"
    )
    assert article.article.model_dump(exclude_unset=True, exclude={"sha256"}) == {
        "id": "7",
        "title": 'Kestrel launches "Albatross"',
        "url": "http://127.0.0.1/7",
        "language": "en",
        "source": "MEANTIME",
        "tags": ("airbus",),
        "published": "2008-03-06",
        "published_given": True,
    }


def test_mentions_of_one_event_are_one(tmp_path: Path) -> None:
    """Dated by the instance list; the date of the time link counts as right, too."""
    launch = one(tmp_path).events[0]
    assert launch.title == 'Kestrel launches "Albatross"'
    assert (launch.when.edtf, launch.when.also) == ("2008-03-05", ("2008-03-04",))
    assert [(a.name, a.role) for a in launch.who] == [
        ("Kestrel", "agent"),
        ('"Albatross"', "target"),
    ]
    assert [p.name for p in launch.where] == ["Ostin"]
    assert [p.quote for p in launch.evidence] == [
        'Kestrel launches "Albatross"',
        "It was launched on Tuesday in Ostin.",
    ]
    assert launch.details == {"triggers": [[8, 16], [53, 61]], "instance": "OTH1"}
    assert not launch.optional


def test_what_is_said_or_possible_or_undated_is_optional(tmp_path: Path) -> None:
    """The mention in the seventh sentence is not there at all."""
    _, said, sold = one(tmp_path).events
    assert (said.title, said.kind, said.optional) == ("Kestrel's chief said", "statement", True)
    assert (said.when.edtf, [a.name for a in said.who]) == (None, ["Kestrel's chief"])
    assert (sold.title, sold.kind, sold.optional) == ("it sold", None, True)
    assert [a.name for a in sold.who] == ['"Albatross"']


@pytest.mark.parametrize(
    ("changed", "optional"),
    [
        ({}, False),
        ({'m_id="4" certainty="POSSIBLE"': 'm_id="4" certainty="PROBABLE"'}, True),
        ({'m_id="4" certainty="POSSIBLE" polarity="POS"': 'm_id="4" polarity="NEG"'}, True),
        ({"NONE": "GEN"}, True),
        ({'class="OTHER"': 'class="SPEECH_COGNITIVE"'}, True),
        ({'class="OTHER"': 'class="GRAMMATICAL"'}, True),
    ],
)
def test_required_is_what_is_told_as_a_fact(
    tmp_path: Path, changed: dict[str, str], optional: bool
) -> None:
    """A dated event with a participant, here the fourth mention with a class of its own."""
    certain = {'m_id="4" certainty="POSSIBLE"': 'm_id="4" certainty="CERTAIN"'}
    marks = [*MARKS, '<EVENT m_id="32" class="OTHER"/>']
    for old, new in (
        changed if any("m_id" in key for key in changed) else certain | changed
    ).items():
        marks = [m.replace(old, new) for m in marks]
    links = [
        *LINKS,
        link("REFERS_TO", [4], 32),
        link("TLINK", [4], 20, reltype="IS_INCLUDED"),
    ]
    assert one(tmp_path, marks=marks, links=links).events[2].optional is optional


@pytest.mark.parametrize(("role", "is_place"), [("Arg4", True), ("Arg0", False), ("Arg1", False)])
def test_a_location_that_neither_acts_nor_is_acted_on_is_a_place(
    tmp_path: Path, role: str, is_place: bool
) -> None:
    links = [x.replace("Argm-LOC", role) for x in LINKS]
    launch = one(tmp_path, links=links).events[0]
    assert ("Ostin" in [p.name for p in launch.where]) is is_place
    assert ("Ostin" in [a.name for a in launch.who]) is not is_place


@pytest.mark.parametrize(
    ("relation", "reverse", "edtf"),
    [
        ("SIMULTANEOUS", False, "2008-03-06"),
        ("IS_INCLUDED", False, "2008-03-06"),
        ("INCLUDES", False, None),  # longer than the day
        ("INCLUDES", True, "2008-03-06"),
        ("IS_INCLUDED", True, None),
        ("AFTER", False, None),
    ],
)
def test_only_a_link_into_a_day_dates_an_event(
    tmp_path: Path, relation: str, reverse: bool, edtf: str | None
) -> None:
    ends = ([20], 4) if reverse else ([4], 20)
    changed = [*LINKS[:-1], link("TLINK", *ends, reltype=relation)]
    assert one(tmp_path, links=changed).events[2].when.edtf == edtf


@pytest.mark.parametrize(
    ("instance", "edtf"),
    [("OTH2", "2008/2009-12-16"), ("OTH3", "2008-03-04"), ("OTH9", "2008-03-04")],
)
def test_durative_and_unknown_instances(tmp_path: Path, instance: str, edtf: str) -> None:
    marks = [m.replace("OTH1", instance) for m in MARKS]
    assert one(tmp_path, marks=marks).events[0].when.edtf == edtf


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2008-03-06", "2008-03-06"),
        ("2008-03-06T08:30Z", "2008-03-06"),
        ("2009-12-11TXX", "2009-12-11"),
        ("2011-06-XX", "2011-06"),
        ("2007-XX-XX", "2007"),
        ("2006-Q4", "2006-10/2006-12"),
        ("2006-W14", "2006-04-03/2006-04-09"),
        ("2010-W04-WE", "2010-01-30/2010-01-31"),
        ("2010-W99", None),
        ("XXXX-XX-XX", None),
        ("2008-02-30", None),
        ("FY2007", None),
        ("P2Y", None),
        ("PRESENT_REF", None),
        ("", None),
    ],
)
def test_timex_values_as_edtf(value: str, edtf: str | None) -> None:
    assert edtf_of(value) == edtf


def test_the_same_days_are_one_answer() -> None:
    assert when([None, "2008-03", "2008-03-01/2008-03-31", "2008"]) == {
        "edtf": "2008-03",
        "also": ["2008"],
    }


def test_a_title_leaves_out_what_would_make_it_too_long() -> None:
    text = "He " + "very " * 30 + "sold boats"
    sold = text.index("sold")
    assert title(text, (sold, sold + 4), [(0, sold - 1), (sold + 5, sold + 10)]) == "sold boats"


def test_articles_with_a_happening_in_common_make_a_story(tmp_path: Path) -> None:
    other = [m.replace("OTH1", "OTH2") for m in MARKS]
    folder = source(
        tmp_path / "src",
        airbus_1=document("1"),
        airbus_2=document("2", marks=other),
        apple_3=document("3"),
    )
    converted = convert(folder)
    assert [a.id for a in converted.articles] == ["1", "2", "3"]
    [story] = converted.stories.values()
    assert story.articles == ("1", "3")
    assert [[(m.article, m.event) for m in happening] for happening in story.events] == [
        [("1", 0), ("3", 0)],
        [("1", 1)],
        [("1", 2)],
        [("3", 1)],
        [("3", 2)],
    ]
    assert not convert(folder, split="airbus").stories
    write_corpus(converted, tmp_path / "out")
    assert load_corpus(tmp_path / "out").articles == converted.articles
    assert (tmp_path / "out" / "stories" / "story-1.yaml").is_file()


def test_an_article_without_a_day_says_so(tmp_path: Path) -> None:
    marks = [m.replace("CREATION_TIME", "NONE") for m in MARKS]
    about = one(tmp_path, marks=marks).article
    assert (about.published, about.published_given, about.tags) == (
        None,
        False,
        ("airbus", "no_date"),
    )


@pytest.mark.parametrize("content", ["<Document", "<html/>", "plain"])
def test_what_is_no_file_of_cat_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.xml").write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"a\.xml"):
        read_cat(tmp_path / "a.xml", sentences=6)
    with pytest.raises(CorpusError, match="no MEANTIME"):
        convert(tmp_path)


def test_entities_of_a_hostile_file_are_not_resolved(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret", encoding="utf-8")
    content = (
        f'<!DOCTYPE Document [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        '<Document><token t_id="1" sentence="0">&x;</token></Document>'
    )
    (tmp_path / "a.xml").write_text(content, encoding="utf-8")
    assert "s3cret" not in read_cat(tmp_path / "a.xml", sentences=6).text


FIRST, SECOND = "A ship sank and a crane fell.", "Later a mast broke."
STORM = f"{FIRST} {SECOND}"


def gold(words: str, **fields: Any) -> EventData:
    start = STORM.index(words)
    return event(words, details={"triggers": [[start, start + len(words)]]}, **fields)


def test_a_prediction_finds_one_event_by_its_trigger() -> None:
    """Two events of one sentence need two predictions; the alike ones go together."""
    article = labelled(
        "a",
        STORM,
        gold("sank", when="2024-05-06", who=["A ship"]),
        gold("fell", when="2024-05-07", who=["a crane"]),
        gold("broke", optional=True),
    )
    cases = [
        # (predictions, pairs, covered, counts, dates, actors)
        ([], (), 0, Counts(0, 0, 2), (0, 0, 2), (0, 0, 2)),
        ([event("storm", FIRST)], ((0, 0),), 2, Counts(1, 0, 1), (0, 1, 2), (0, 1, 2)),
        (
            [
                event("crane fell", FIRST, when="2024-05-07", who=["a crane"]),
                event("ship sank", FIRST, when="2024-05-05", who=["A ship", "crew"]),
                event("mast broke", SECOND),
                event("fire", "Later"),
            ],
            ((0, 1), (1, 0)),
            2,
            Counts(2, 1, 0),
            (1, 2, 2),
            (2, 2, 2),
        ),
    ]
    for found, pairs, covered, events, dates, actors in cases:
        [case], _ = build_cases(corpus(article), run(predicted("a", *found)))
        assert found_by_trigger(article, case) == pairs
        counted = trigger_counts(article, case, pairs)
        assert (counted.gold, counted.covered, counted.events) == (2, covered, events)
        assert (tuple(counted.dates), tuple(counted.actors)) == (dates, actors)


def test_half_a_trigger_is_not_found() -> None:
    article = labelled("a", STORM, gold("sank"))
    [case], _ = build_cases(corpus(article), run(predicted("a", event("ship", "A ship sa"))))
    assert found_by_trigger(article, case) == ()


def test_the_benchmark_measures_what_was_read(tmp_path: Path) -> None:
    task = open_task(source(tmp_path, airbus_7=document("7")), split="airbus", limit=1)
    pred = predicted(
        "7",
        event(
            "launches", "It was launched on Tuesday in Ostin.", when="2008-03-04", who=["Kestrel"]
        ),
    )
    by_name = {m.name: m for m in task.measure(run(pred))}
    assert dict(by_name["events, by trigger"].counts) == {"tp": 1, "fp": 0, "fn": 0}
    assert by_name["date of events found"].precision == 1.0
    assert by_name["an actor of events found"].recall == 1.0
