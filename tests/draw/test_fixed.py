"""The measure of fixed advances breaks where real fonts would have no room either."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.model.marks import Run
from jn_presenter.model.style import Font
from tests.look import chinese, english

LONGEST_WORD = 16
"""Characters; a word longer than the line would stand out of it, for here no word is broken."""


@given(
    st.lists(st.one_of(chinese(1, 4), english(1, 2), st.integers(0, 999).map(str)), min_size=1, max_size=20).map(
        "".join
    )
)
def test_no_line_is_wider_than_asked_where_chinese_meets_digits(words: str) -> None:
    block = FixedMeasure().wrap((Run(words, Font(24.0), "#000000"),), 400.0)
    longest = max((len(word) for word in re.findall(r"[!-~]+", words)), default=0)
    assume(longest <= LONGEST_WORD)
    assert all(line.width <= 400.0 + 1e-6 for line in block.lines)
