"""What slide n of a measured deck says: a title, five points and a chart of five values, all of it made up."""

LABELS = ("一季度", "二季度", "三季度", "四季度", "全年")
TOPICS = ("入园企业", "用工人数", "专利申请", "项目开工", "绿地养护", "班车客流", "能源消耗", "政务办件")


def topic(n: int) -> str:
    """What the slide is about."""
    return TOPICS[n % len(TOPICS)]


def title(n: int) -> str:
    """The slide's heading."""
    return f"示例 {n}：{topic(n)}的变化一目了然"


def points(n: int) -> tuple[str, ...]:
    """Five points of 15 to 20 characters."""
    return (
        f"{topic(n)}指数为 {60 + n % 31}.{n % 10}，总体平稳",
        f"比上一期变动 {n % 9 + 1} 个点，在预期之内",
        f"第 {n % 16 + 1} 组样本已经核对，口径一致",
        "差异主要来自统计时点，不影响结论",
        f"每月 {n % 27 + 1} 日更新，数据均为虚构示例",
    )


def values(n: int) -> tuple[int, ...]:
    """The chart's values, 20 to 99."""
    return tuple(20 + (n * (7 * k + 3) + 17 * k) % 80 for k in range(1, len(LABELS) + 1))
