"""What a language is described by: how it writes numbers and dates, and how it joins what it lists."""

from decimal import Decimal

from msgspec import Struct

MINUS = "−"


class Locale(Struct, frozen=True, kw_only=True):
    """The forms of one language.

    Templates hold {v} for the number, {exact} for a unit's exact form, {word} for the word that means "over", {y}, {m},
    {d} and {month} for the parts of a date, {date} for a whole one and {words} for what is put between brackets.
    """

    tag: str

    comma: str
    """Between thousands."""
    decimal: str = "."
    """Before decimals."""
    grouped_from: int = 4
    """The number of digits before the decimal sign from which on thousands are grouped: in Spanish 1234, but 12.345."""
    percent: str = "{v}%"
    """A share in hundredths."""
    magnitudes: tuple[tuple[int, str, str], ...] = ()
    """Powers of ten with their names, for one and for many, largest first, that stand in for a unit's scale.

    Empty where the unit's own words are of the language, as 亿元 is of Chinese: there the digits stay as typed."""
    class_joint: str = " "
    """Between a number and its power of ten in the name of a class."""
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
    governed: tuple[tuple[str, str], ...] = ()
    """Forms of number that give way to others after such a word, which governs a case: 21 зона, but более 21 зоны."""

    year: str
    month: str
    day: str
    months: tuple[str, ...] = ("",) * 12
    """The names of months beside a day, and after a word that governs a case."""
    months_alone: tuple[str, ...] = ()
    """The same without a day, where they are others: 4 июня, but июнь."""
    months_short: tuple[str, ...] = ()
    """The same at the ticks of an axis; cut to three letters where there are none."""
    first: str = ""
    """The first day of a month, where it is written otherwise: 1er juin."""
    tick_month: str = "{month}"
    """A month at the tick of an axis."""
    tick_day: str = "{d} {month}"
    by: str
    """A limit: by 2035."""
    by_year: str = ""
    by_day: str = ""
    """The same for a year alone and for a day, where they are said otherwise."""
    to: str
    """A limit that is the end of a period with a name."""

    listed: str
    """Between the dates of a list."""
    clause: str
    """Between what is said of one source."""
    part: str
    """Between one source and the next."""
    brackets: str

    def number(self, value: Decimal) -> str:
        """The value, its digits as typed."""
        return self._signs(f"{value:,f}" if self.comma and self._long(value) else f"{value:f}").replace("-", MINUS)

    def fixed(self, value: Decimal, places: int, *, grouped: bool) -> str:
        """The value with so many decimals. grouped: thousands apart, by commas in a language that has none."""
        return self._signs(f"{value:,.{places}f}" if grouped and self._long(value) else f"{value:.{places}f}")

    def _long(self, value: Decimal) -> bool:
        """Whether its thousands are set apart; three digits have none anyway."""
        return self.grouped_from == 4 or abs(value) >= 10 ** (self.grouped_from - 1)

    def _signs(self, written: str) -> str:
        """A number as Python writes it, with this language's signs."""
        if self.decimal == ".":
            return written
        return "".join({",": self.comma, ".": self.decimal}.get(sign, sign) for sign in written)

    def month_name(self, month: int, *, beside_day: bool) -> str:
        """The name of the month from 1 to 12 (of 0, the last)."""
        return (self.months if beside_day or not self.months_alone else self.months_alone)[month - 1]

    def short_month(self, month: int) -> str:
        """Its name at the tick of an axis."""
        return self.months_short[month - 1] if self.months_short else self.months[month - 1][:3]
