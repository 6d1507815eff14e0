"""A cell of a table as a number: what people and programs type, and what is meant to be missing."""

import re
from decimal import Decimal

from jn_presenter.model.feed import Cell

NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?")
LONGEST = 30
MISSING = frozenset(
    {"", "-", "--", "—", "——", "–", "/", "…", "……", "n/a", "na", "null", "none", "缺", "无", "暂无", "#n/a"}
)
"""What stands in a cell of which the value is not known."""
NARROW = str.maketrans("０１２３４５６７８９．－＋，％−", "0123456789.-+,%-")


class NotANumberError(ValueError):
    """A cell that has text where a number belongs."""


def number_in(cell: Cell | float) -> Decimal | None:
    """The number of a cell, None where it is missing.

    Full-width digits and commas between thousands are read; a percent sign is left out, since 47 % and 47 are the same
    figure of a column in percent; of a float the 15 digits are read that spreadsheets show. Raises NotANumberError for
    everything else.
    """
    if cell is None:
        return None
    if isinstance(cell, Decimal):
        if not cell.is_finite():
            raise NotANumberError(str(cell))
        return cell
    if isinstance(cell, float):
        return None if cell != cell else number_in(Decimal(f"{cell:.15g}"))
    word = cell.strip().translate(NARROW).replace("\u00a0", "").replace(" ", "")
    if word.lower() in MISSING:
        return None
    digits = word.removesuffix("%")
    if len(digits) > LONGEST or not NUMBER.fullmatch(digits) or not any(character.isdigit() for character in digits):
        raise NotANumberError(cell)
    return Decimal(digits.replace(",", ""))
