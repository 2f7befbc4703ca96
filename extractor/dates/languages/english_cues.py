"""English words around a date that say how it is meant: a bound, a plan, something past."""

from __future__ import annotations

from extractor.dates.language import Cues


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _sequences(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in text.split(","))


ENGLISH_CUES = Cues(
    before_date={
        ("by",): "until",
        ("until",): "until",
        ("till",): "until",
        ("up", "to"): "until",
        ("no", "later", "than"): "until",
        ("before",): "before",
        ("prior", "to"): "before",
        ("since",): "since",
        ("starting",): "since",
        ("beginning",): "since",
        ("effective",): "since",
        ("as", "of"): "since",
        ("from",): "from",
        ("after",): "after",
    },
    fillers=_words("on in at the around about approximately circa only"),
    approximate=_words("around about approximately circa roughly"),
    begin=_words("began begun started"),
    close=_words("ended ends lasted finished concluded stopped until till"),
    brief=_words(
        "meeting ceremony match game session hearing speech service march concert vote debate"
    ),
    negations=_words("not never no without n't t hardly"),
    plan=_sequences(
        "will,shall,would,ll,must,may,upcoming,going to,is to,are to,due,set to,set for,plans to,"
        "plan to,planned,planning,scheduled,expected,expects,expect,intends,intend,hopes to,"
        "hope to,aims,aim to,slated,vowed to,pledged to,promised to,agreed to,deadline,"
        "as soon as,as early as,begins,starts,expires,meets,opens,kicks off,takes place,votes"
    ),
    report=_words(
        "said told announced reported added wrote stated confirmed denied warned tweeted posted "
        "declared acknowledged argued claimed explained insisted noted recalled"
    ),
    past=_words(
        "was were had has have took went began fell rose held hit came left met won lost shot "
        "struck broke drove flew sent led made found gave got ran sank saw shut sold spoke stood "
        "swept threw did became brought bought built caught chose cut dug drew fought fled forgot "
        "grew heard kept knew laid paid rang sat stole taught thought understood woke wore burst"
    ),
    past_endings=("ed",),
    not_past=_words(
        "need needed speed feed seed indeed hundred red bed need exceed proceed succeed united "
        "armed so-called wed shed sped alleged supposed unused"
    ),
    participle_after=_words("be been being is are to"),
    keep_case=_words("May March"),
    clause_break=_words(", ; : – — and but that which who while as because when after before if"),
    infinitive="to",
)
