"""The few words that the program itself says to the audience, and how they become texts of a slide's languages."""

from collections.abc import Iterable

from jn_presenter.model.feed import Badge
from jn_presenter.model.text import Text

FALLBACK = ("en",)


def _words(zh: str, en: str, ja: str) -> Text:
    return Text((("zh", zh), ("en", en), ("ja", ja)))


TARGET = _words("目标", "Target", "目標")
REACHED = _words("已达到", "Reached", "実績")
OF_THE_WAY = _words("已达{share}", "{share} of the way", "達成率{share}")
TARGET_BY = _words("目标（{date}）", "Target ({date})", "目標（{date}）")
SAMPLE = _words("示例数据", "Sample data", "サンプルデータ")
SIMULATED = _words("模拟数据", "Simulated data", "シミュレーションデータ")
NO_DATA = _words("缺数", "no data", "データなし")
LOG_SCALE = _words("对数刻度", "logarithmic scale", "対数目盛")
CUT_AXIS = _words("纵轴不从零起", "axis not from zero", "縦軸はゼロ始まりではない")
SECONDS = _words("{count}秒", "{count} s", "{count}秒")
MINUTES = _words("{count}分", "{count} min", "{count}分")
BY_AREA = _words("圆点面积：{words}", "area of dots: {words}", "円の面積：{words}")
LACKING = _words("{count}项缺数", "{count} without data", "{count}件データなし")
RANGE = _words("范围", "range", "範囲")
NOW = _words("现在", "now", "現在")
COUNT_OF_ROWS = _words("个数", "count", "個数")
NO_DATA_FOR = _words("缺数：{words}", "No data: {words}", "データなし：{words}")
THE_REST = _words("其余：{words}", "The rest: {words}", "その他：{words}")
OTHERS = _words("其余{count}项", "{count} others", "その他{count}件")
AND_MORE = _words("等{count}项", "and {count} more", "ほか{count}件")
MORE = _words("另有{count}项", "{count} more", "ほか{count}件")
ONE_MORE_ROW = _words("另有{count}行", "{count} more row", "ほか{count}行")
MORE_ROWS = _words("另有{count}行", "{count} more rows", "ほか{count}行")
CHANGE_SINCE = _words("=={change}==（较{date}）", "=={change}== since\u00a0{date}", "=={change}==（{date}比）")
UNCHANGED_SINCE = _words("与{date}持平", "unchanged since\u00a0{date}", "{date}から横ばい")
POINTS = _words("{value}个百分点", "{value} percentage points", "{value}ポイント")
ONE_POINT = _words("{value}个百分点", "{value} percentage point", "{value}ポイント")

SOURCE = _words("来源：{words}", "Source: {words}", "出典：{words}")
UNDATED = _words("原文未注日期", "undated in source", "原文に日付の記載なし")
OTHERS_UNDATED = _words("其余原文未注日期", "others undated in source", "その他は原文に日付の記載なし")
FIGURES_UNDATED = _words("数据原文未注日期", "figures undated in source", "数値は原文に日付の記載なし")
TARGET_DUE = _words("目标：{words}", "target: {words}", "目標：{words}")
TARGETS_DUE = _words("目标：{words}", "targets: {words}", "目標：{words}")
TARGET_OPEN = _words("目标（原文未注期限）", "target (no due date in source)", "目標（原文に期限の記載なし）")
TARGETS_OPEN = _words("目标（原文未注期限）", "targets (no due date in source)", "目標（原文に期限の記載なし）")
OTHER_TARGET_OPEN = _words(
    "其余目标（原文未注期限）", "other target (no due date in source)", "その他の目標（原文に期限の記載なし）"
)
OTHER_TARGETS_OPEN = _words(
    "其余目标（原文未注期限）", "other targets (no due date in source)", "その他の目標（原文に期限の記載なし）"
)


def badge_words(badge: Badge, languages: Iterable[str]) -> Text:
    """What a badge says, in each of the languages."""
    return said(SIMULATED if badge == "simulated" else SAMPLE, languages)


def say(words: Text, language: str) -> str:
    """The words in the language, English where we have none."""
    return words.pick(language, FALLBACK)[1]


def said(words: Text, languages: Iterable[str]) -> Text:
    """The words in each of the languages."""
    return Text(tuple((language, say(words, language)) for language in languages))
