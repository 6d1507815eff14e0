"""Numbers of things: one of them is no plural."""

import pytest

from jn_presenter.model.counting import counted, there_are


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 links"), (1, "1 link"), (2, "2 links"), (11, "11 links"), (21, "21 links")]
)
def test_one_is_the_singular(number: int, said: str) -> None:
    assert counted(number, "link") == said
    assert there_are(number, "link") == ("there is 1 link" if number == 1 else f"there are {said}")
