"""Chinese words around a date that say how it is meant, and the letters that are folded."""

from __future__ import annotations

from extractor.dates.languages.shared import cues_of, fold_of

TRADITIONAL = "週後點個號從兩幾內時間過來這當節開歲禮於將計劃預會現"
SIMPLIFIED = "周后点个号从两几内时间过来这当节开岁礼于将计划预会现"

CHINESE_FOLD = fold_of(
    {
        **dict(
            zip(
                "週後點個號從兩幾內時間過來這當節開歲禮於將計劃預會現",
                "周后点个号从两几内时间过来这当节开岁礼于将计划预会现",
                strict=True,
            )
        ),
        **dict(zip("（），：－～／．", "(),:--/.", strict=True)),
        "〜": "-",
        "—": "-",
        "○": "〇",
    }
)
WORDS = (
    "以来 之前 以前 之后 以后 为止 开始 截至 截止 直到 最迟 自从 到 "
    "将 将于 即将 计划 预计 拟 定于 会 "
    "表示 宣布 称 报道 说 已 已经 曾 了 大约 约 左右 前后 不 没有 但 而 和 起 前 后 在 于"
)

CHINESE_CUES = cues_of(
    CHINESE_FOLD,
    before={
        "until": "截至,截止,直到,最迟,到",
        "since": "自,自从,从",
    },
    after={
        "until": "为止",
        "before": "之前,以前,前",
        "since": "以来,起",
        "after": "之后,以后,后",
    },
    fillers="在 于 约 大约",
    approximate="约 大约",
    plan="将,将于,即将,计划,预计,拟,定于,会",
    report="表示 宣布 称 报道 说",
    past="了 已 已经 曾",
    negations="不 没有",
    clause_break="， 。 但 而",
    word="|".join(sorted(WORDS.split(), key=len, reverse=True))
    + r"|[A-Za-z0-9]+|[^\W_]|[,;:，。–—]",
)
