"""How a language writes numbers and dates and joins what it lists. To offer another language is to add its Locale here.

Templates hold {v} for the number, {exact} for a unit's exact form, {word} for the word that means "over", {y}, {m}, {d}
and {month} for the parts of a date, {date} for a whole one and {words} for what is put between brackets.
"""

from msgspec import Struct


class Locale(Struct, frozen=True, kw_only=True):
    """The forms of one language."""

    tag: str

    comma: str
    """Between thousands."""
    magnitudes: tuple[tuple[int, str], ...] = ()
    """Powers of ten with their names, largest first, that stand in for a unit's scale (1000 of 1e8 is 100 billion).

    Empty where the unit's own words are of the language, as 亿元 is of Chinese: there the digits stay as typed."""
    orders: tuple[tuple[int, str], ...] = ()
    """Values that the name of a class says in one character (千亿级), least first; the last one counts (2万亿级)."""
    ticks: tuple[tuple[float, str], ...]
    """What the values of an axis are counted in, largest first."""
    tick_comma_from: float = 0.0
    """The largest value of an axis from which on its labels have commas."""

    over: str
    """The word for "over"."""
    over_after: tuple[str, ...] | None = None
    """The words for "over" that stand directly after the number, where those of the facts are of this language.

    All others stand directly before it. None: it is `over` alone that is said, where the unit's form has it."""
    derived: tuple[tuple[str, str], ...]
    """The form of each operator for a unit that has none of its own."""

    year: str
    month: str
    day: str
    months: tuple[str, ...] = ("",) * 12
    tick_month: str = "{month}"
    """A month at the tick of an axis, {month} being cut to three letters."""
    tick_day: str = "{d} {month}"
    by: str
    """A limit: by 2035."""
    to: str
    """A limit that is the end of a period with a name."""

    listed: str
    """Between the dates of a list."""
    clause: str
    """Between what is said of one source."""
    part: str
    """Between one source and the next."""
    brackets: str


CHINESE = Locale(
    tag="zh",
    comma="",
    orders=((10, "十"), (100, "百"), (1000, "千"), (10_000, "万")),
    ticks=((1e8, "亿"), (1e4, "万")),
    tick_comma_from=1e4,
    over="超过",
    over_after=("余", "多"),
    derived=(("over", "{word}{exact}"), ("class", "{exact}级"), ("near-class", "准{exact}级")),
    year="{y}年",
    month="{y}年{m}月",
    day="{y}年{m}月{d}日",
    tick_month="{m}月",
    tick_day="{m}月{d}日",
    by="到{date}",
    to="至{date}",
    listed="、",
    clause="；",
    part="；",
    brackets="（{words}）",
)
ENGLISH = Locale(
    tag="en",
    comma=",",
    magnitudes=((12, "trillion"), (9, "billion"), (6, "million")),
    ticks=((1e9, "B"), (1e6, "M")),
    over="over",
    derived=(
        ("over", "over {exact}"),
        ("class", "the {exact} class"),
        ("near-class", "just short of the {exact} class"),
    ),
    year="{y}",
    month="{month} {y}",
    day="{d} {month} {y}",
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    by="by {date}",
    to="to {date}",
    listed=", ",
    clause="; ",
    part="; ",
    brackets=" ({words})",
)  # fmt: skip
JAPANESE = Locale(
    tag="ja",
    comma=",",
    ticks=((1e8, "億"), (1e4, "万")),
    over="超",
    derived=(("over", "{exact}超"), ("class", "{exact}級"), ("near-class", "{exact}級に迫る規模")),
    year="{y}年",
    month="{y}年{m}月",
    day="{y}年{m}月{d}日",
    tick_month="{m}月",
    tick_day="{m}月{d}日",
    by="{date}まで",
    to="{date}まで",
    listed="・",
    clause="、",
    part="／",
    brackets="（{words}）",
)
LOCALES = {locale.tag: locale for locale in (CHINESE, ENGLISH, JAPANESE)}


def locale(language: str) -> Locale:
    """The forms of the tag's base language, English where there are none."""
    return LOCALES.get(language.partition("-")[0], ENGLISH)
