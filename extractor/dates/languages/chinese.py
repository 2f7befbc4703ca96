"""The date words of Chinese, simplified; traditional letters are folded. No spaces part words."""

from __future__ import annotations

from extractor.dates.language import Language, Rule, Value
from extractor.dates.languages.chinese_cues import CHINESE_CUES, CHINESE_FOLD
from extractor.dates.languages.european import word_classes
from extractor.dates.languages.shared import each

HAN_DIGITS = "〇一二三四五六七八九"


def _counted(number: int) -> str:
    """A number up to 99 in words: 二十三."""
    tens, units = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else HAN_DIGITS[tens] + "十"
    return ten + (HAN_DIGITS[units] if units else "")


def _spelled(year: int) -> str:
    """A year figure by figure: 二〇二四."""
    return "".join(HAN_DIGITS[int(figure)] for figure in str(year))


COUNTED: dict[str, Value] = {_counted(n): n for n in range(1, 100)}
MONTHS: dict[str, Value] = {
    f"{figure}月": n for n in range(1, 13) for figure in (str(n), f"{n:02d}", _counted(n))
}
DAYS_IN_FIGURES: dict[str, Value] = {
    f"{figure}日": n for n in range(1, 32) for figure in (str(n), f"{n:02d}")
}
DAYS_BY_NAME: dict[str, Value] = {
    **{f"{figure}号": n for n in range(1, 32) for figure in (str(n), f"{n:02d}", _counted(n))},
    **{f"{_counted(n)}日": n for n in range(1, 32)},
}
WEEKDAYS: dict[str, Value] = {
    f"{week}{HAN_DIGITS[n]}": n for week in ("周", "星期", "礼拜") for n in range(1, 7)
}
WEEKDAYS |= each(7, "周日, 周天, 星期日, 星期天, 礼拜天, 礼拜日")
YEAR_WORDS: dict[str, Value] = {_spelled(year): year for year in range(1900, 2060)}
YEAR_WORDS |= {_spelled(year).replace("〇", "零"): year for year in range(2000, 2060)}
DECADES: dict[str, Value] = {
    **{f"{n}0年代": 1900 + 10 * n for n in range(2, 10)},
    **{f"{HAN_DIGITS[n]}十年代": 1900 + 10 * n for n in range(2, 10)},
    **{
        f"{century}{n}0年代": 1900 + 10 * n
        for n in range(2, 10)
        for century in ("上世纪", "20世纪")
    },
    **{f"上世纪{HAN_DIGITS[n]}十年代": 1900 + 10 * n for n in range(2, 10)},
    **{f"{year}年代": year for year in range(1800, 2030, 10)},
}

WORDS: dict[str, dict[str, Value]] = {
    "month_name": MONTHS,
    "day_in_figures": DAYS_IN_FIGURES,
    "day_label": DAYS_BY_NAME,
    "weekday_name": WEEKDAYS,
    "year_word": YEAR_WORDS,
    "year_deictic": {
        **each(0, "今年, 本年"),
        **each(-1, "去年"),
        **each(1, "明年"),
        "前年": -2,
        "后年": 2,
    },
    "season_name": {
        **each(1, "春季, 春天, 春"),
        **each(2, "夏季, 夏天, 夏"),
        **each(3, "秋季, 秋天, 秋"),
        **each(4, "冬季, 冬天, 冬"),
    },
    "quarter_code": {
        f"{prefix}{figure}季度": n
        for n in range(1, 5)
        for prefix, figure in (("第", HAN_DIGITS[n]), ("第", str(n)), ("", HAN_DIGITS[n]))
    },
    "half_code": {"上半年": 1, "下半年": 2},
    "number_word": COUNTED | {"两": 2, "一百": 100},
    "vague": each(0, "数, 几, 若干, 好几"),
    "approx": each(0, "大约, 约, 近, 将近, 超过"),
    "part_noun": {
        **each("early", "初, 上旬, 初期"),
        **each("mid", "中旬, 中期"),
        **each("end", "底, 末, 下旬, 末期"),
    },
    "year_part": {"年初": "early", "年中": "mid", "年底": "end", "年末": "end"},
    "month_part": {"月初": "early", "月中": "mid", "月底": "end", "月末": "end"},
    "daypart_word": {
        **each("morning", "凌晨, 清晨, 早晨, 早上, 早, 上午, 早间"),
        **each("afternoon", "下午, 午后"),
        **each("evening", "傍晚, 晚上, 晚间, 晚"),
        **each("night", "夜间, 深夜, 夜里, 半夜, 夜"),
    },
    "hour_name": {"中午": "noon", "正午": "noon", "午夜": "midnight"},
    "deictic_word": {
        **each("today", "今天, 今日"),
        **each("yesterday", "昨天, 昨日"),
        **each("tomorrow", "明天, 明日"),
        **each("before_yesterday", "前天"),
        **each("after_tomorrow", "后天"),
        **each("three_days_ago", "大前天"),
        **each("in_three_days", "大后天"),
    },
    "deictic_stem": {"今": "today", "昨": "yesterday", "明": "tomorrow"},
    "now": each(0, "现在, 目前"),
    "this": each(0, "本, 这, 这个, 本个"),
    "last": each(-1, "上, 上个") | each(-2, "上上, 上上个"),
    "next": each(1, "下, 下个") | each(2, "下下, 下下个"),
    "latest": each(-1, "过去, 最近, 过去的") | each(1, "未来, 今后, 接下来"),
    "ago": each(-1, "前, 之前, 以前"),
    "ahead": each(1, "后, 之后, 以后"),
    "clock_unit": {**each("hour", "小时, 个小时"), **each("minute", "分钟")},
    "day_unit": each("day", "天"),
    "week_unit": each("week", "周, 星期, 个星期, 礼拜, 个礼拜"),
    "weekend_unit": each("weekend", "周末"),
    "month_unit": each("month", "月, 个月, 月份"),
    "year_unit": each("year", "年, 年度"),
    "decade_word": DECADES,
    "beside_word": {
        **each(1, "次日, 翌日, 第二天, 隔天, 隔日"),
        **each(-1, "前一天, 前一日"),
    },
    "same_word": each(0, "当天, 当日, 同日, 同一天, 当晚"),
    "until": each(0, "至, 到"),
    "from": each(0, "从, 自"),
    "bracket": {"(": 0},
    "close": {")": 0},
    "decoy": each(
        0,
        "后天气, 光明日报, 春运, 春节, 上海, 下午好, 今日头条, 人民日报, 明日报",
        "前三季度, 前两季度, 前二季度, 头三季度, 黑色星期五",
    ),
    "every": each(0, "每, 每个, 每逢"),
    "and": each(0, "和, 、"),
}

WEEKDAY_AFTER = "bracket? weekday close?"
YEAR = "(year year_unit | year_shift)"

RULES = (
    Rule(name="iso_day", kind="numeric", template="iso_date"),
    Rule(name="numeric_day", kind="numeric", template="numeric_date"),
    Rule(name="iso_month", kind="numeric", template="iso_month", quoted_only=True),
    Rule(
        name="day_month_year",
        kind="day",
        template=f"{YEAR} comma? month day_word ({WEEKDAY_AFTER})? daypart? clock?",
    ),
    Rule(
        name="day_month", kind="day", template=f"month day_word ({WEEKDAY_AFTER})? daypart? clock?"
    ),
    Rule(
        name="days_of_month",
        kind="day_range",
        template=f"from? {YEAR}? month (day_word|day) (until|dash) day_word2",
    ),
    Rule(
        name="days_of_months",
        kind="day_range",
        template=f"from? {YEAR}? month day_word (until|dash) (year2 year_unit)? month2 day_word2",
    ),
    Rule(name="month_year", kind="month", template=f"{YEAR} month"),
    Rule(name="month", kind="month", template="month"),
    Rule(name="months", kind="month_range", template=f"from? {YEAR}? month (until|dash) month2"),
    Rule(
        name="months",
        kind="month_range",
        template="from? year year_unit month (until|dash) year2 year_unit month2",
    ),
    Rule(name="part_of_month", kind="part_of_month", template=f"{YEAR}? month part_noun"),
    Rule(name="the_year", kind="year", template="year year_unit"),
    Rule(name="year_quoted", kind="year", template="year", quoted_only=True),
    Rule(
        name="years",
        kind="year_range",
        template="from? year year_unit? (until|dash) year2 year_unit",
    ),
    Rule(name="part_of_year", kind="part_of_year", template="year (year_part|year_unit part_noun)"),
    Rule(name="decade", kind="decade", template="decade"),
    Rule(name="quarter", kind="quarter", template=f"{YEAR}? quarter_code"),
    Rule(name="half", kind="half", template=f"{YEAR}? half_code"),
    Rule(name="season_year", kind="season", template=f"{YEAR} season"),
    Rule(name="season_quoted", kind="season", template="season", quoted_only=True),
    Rule(name="day_word", kind="deictic", template="deictic daypart? clock?"),
    Rule(name="day_word", kind="deictic", template="deictic_stem daypart clock?"),
    Rule(name="weekday", kind="weekday", template="weekday daypart? clock?"),
    Rule(name="weekday_of_week", kind="weekday_of_week", template="shift weekday daypart? clock?"),
    Rule(name="weekdays", kind="weekday_range", template="from? weekday (until|dash) weekday2"),
    Rule(name="unit", kind="unit", template="shift unit part_noun?"),
    Rule(
        name="unit",
        kind="unit",
        template="year_shift (part_noun|year_part)?",
        implied=(("unit", "year"),),
    ),
    Rule(name="unit", kind="unit", template="year_part", implied=(("unit", "year"),)),
    Rule(name="unit", kind="unit", template="shift? month_part", implied=(("unit", "month"),)),
    Rule(name="day_in_month", kind="day_in_month", template="shift month_unit day_word"),
    Rule(name="day_in_month", kind="day_in_month", template="sure_day_word daypart? clock?"),
    Rule(name="ago", kind="ago", template="approx? small_count any_unit ago"),
    Rule(name="ago_vague", kind="ago_vague", template="vague any_unit ago"),
    Rule(name="ahead", kind="ahead", template="approx? small_count any_unit ahead"),
    Rule(name="span", kind="span", template="latest small_count any_unit"),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="from? sure_day_word (until|dash) sure_day_word2",
    ),
    Rule(
        name="day_in_month",
        kind="day_in_month",
        template="sure_day_word and sure_day_word2",
        quoted_only=True,
    ),
    Rule(name="every_weekday", kind="set_weekday", template="every weekday daypart?"),
    Rule(name="every_unit", kind="set", template="every any_unit"),
    Rule(name="now", kind="now", template="now", quoted_only=True),
    Rule(name="beside_known", kind="beside_known", template="beside daypart? clock?"),
    Rule(name="same", kind="same", template="same_word daypart? clock?"),
    Rule(name="time_only", kind="time_only", template="hour_name"),
    Rule(name="time_quoted", kind="time_only", template="daypart", quoted_only=True),
    Rule(name="time_quoted", kind="time_only", template="daypart? clock", quoted_only=True),
    Rule(name="clock", kind="time_only", template="daypart? clock", thorough=True),
)

CHINESE = Language(
    code="zh",
    words=word_classes(WORDS),
    capital=frozenset(),
    abbreviations=(),
    rules=RULES,
    cues=CHINESE_CUES,
    fold=CHINESE_FOLD,
    spaced=False,
    not_followed={
        **dict.fromkeys((f"{n}日" for n in range(1, 32)), "[元内均]"),
        **dict.fromkeys(("周日", "星期日", "礼拜日"), "[本]"),
        **dict.fromkeys(("周三", "周一", "周二", "周四"), "[家名个]"),
        "后天": "[性气]",
        "前": "[往来线方列景总首]",
        "明天": "[下]",
        "前天": "[气线]",
    },
    day_first=False,
    clocks=(
        r"(?:(?P<late>(?<=下午)|(?<=晚上)|(?<=傍晚)|(?<=晚间)|(?<=晚))|(?<![0-9]))"
        r"(?P<hour>[01]?[0-9]|2[0-3])(?:点|时)(?:(?P<minute>[0-5][0-9])分)?(?!间)",
        r"(?:(?P<late>(?<=下午)|(?<=晚上)|(?<=傍晚)|(?<=晚间)|(?<=晚))|(?<![0-9:]))"
        r"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?![0-9:])",
    ),
)
