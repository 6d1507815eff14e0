"""Did you mean …?"""

from jn_presenter.load.slips.suggest import hint, nearest
from jn_presenter.model.text import Message


def test_the_nearest_word_is_found_whatever_its_case_and_hyphens() -> None:
    options = ("chart-right", "chart-full", "cover")
    assert nearest("Chart_Right", options) == "chart-right"
    assert nearest("chart-rigth", options) == "chart-right"
    assert nearest("qqqq", options) == ""


def test_a_hint_names_the_nearest_and_the_others() -> None:
    found = hint("cuver", ("cover", "points"))
    assert found == Message("是否想写 cover？可以写：cover、points", "did you mean cover? there are: cover, points")


def test_of_very_many_options_only_close_ones_are_listed() -> None:
    found = hint("slide-7", [f"slide-{k}" for k in range(500)])
    assert found.en.startswith("did you mean slide-7?")
    assert "495 more" in found.en


def test_without_options_the_other_hint_stands() -> None:
    other = Message("先写", "write it first")
    assert hint("x", (), otherwise=other) is other


def test_a_very_long_word_is_not_compared() -> None:
    assert nearest("x" * 100_000, ("x" * 1000,)) == ""
