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
        ("through",): "until",
        ("thru",): "until",
        ("on", "or", "before"): "until",
        ("at", "the", "latest"): "until",
        ("prior", "to"): "before",
        ("ahead", "of"): "before",
        ("not", "before"): "not_before",
        ("no", "earlier", "than"): "not_before",
        ("not", "earlier", "than"): "not_before",
        ("no", "sooner", "than"): "not_before",
        ("on", "or", "after"): "not_before",
        ("since",): "since",
        ("starting",): "not_before",
        ("beginning",): "not_before",
        ("effective",): "not_before",
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
    negations=_words("not never no nobody none neither nothing without n't t hardly"),
    plan=_sequences(
        "will,shall,would,ll,must,may,going to,is to,are to,plans to,plan to,planning to,expects,"
        "expect,intends,intend,hopes to,hope to,aims,aim to,as soon as,as early as,tomorrow"
    ),
    soft_plan=_sequences(
        "planned,planning,scheduled,expected,due,set to,set for,slated,upcoming,deadline,"
        "vowed to,pledged to,promised to,agreed to,ahead of,was to,were to"
    ),
    present=_sequences(
        "begins,begin,starts,start,opens,open,closes,close,ends,end,expires,expire,meets,meet,"
        "holds,hold,arrives,arrive,leaves,leave,comes,come,goes,go,returns,return,flies,fly,visits,"
        "travels,travel,hosts,host,takes place,take place,kicks off,kick off,votes,vote,faces,face,"
        "plays,play,marks,mark,celebrates,celebrate,hits,appears,appear,gathers,gather,heads,"
        "resumes,resume,reopens,reopen,launches,debuts,goes on,turns,addresses,convenes,there is,"
        "there are,could,might,can,should,fear"
    ),
    noun_after=_words(
        "the a an of its their his her our in for with and or by no new more all each every this "
        "these those first last s"
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
    participle_after=_words(
        "be been being is are to get gets getting remain remains remaining stay stays will would "
        "shall may might must could can should ll not t have"
    ),
    keep_case=_words("May March"),
    clause_break=_words(", ; : – — and but that which who while as because when after before if"),
    subordinators=_words("that which who while because when if"),
    contrast=_words("but before until"),
    backshift=_words("was were had"),
    be=_words("is are be am been s re"),
    progressive="ing",
    adverb_ending="ly",
    participles=_words(
        "hit left met won lost shot struck sent led made found got shut sold stood brought bought "
        "built caught cut dug fought fled heard held kept laid paid sat taught thought understood "
        "burst put read run set"
    ),
    determiners=_words("the a an its their his her our this that these those some any"),
    past_modals=_words("must may might could should"),
    orders=_words(
        "told ordered asked urged warned instructed required given gave give giving deadline "
        "ultimatum demanded"
    ),
    allowed=_words("had has have"),
    possessive="s",
    infinitive="to",
)
