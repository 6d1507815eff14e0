"""Long content is divided into pieces that together say the same."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.moving_in.dividing import DEGREES, LONGEST, columns, nested, pages, pieces, said, shortened
from jn_presenter.moving_in.found import Line

WORDS = st.text(st.sampled_from("中文字，。；：a b c.,; =（）"), min_size=1, max_size=300)


@given(st.lists(WORDS, max_size=4), st.integers(0, DEGREES))
def test_nothing_is_lost_and_nothing_is_too_long(points: list[str], degree: int) -> None:
    made = pieces(points, degree)
    assert "".join(made).replace(" ", "").replace("=", "") == "".join(points).replace(" ", "").replace("=", "")
    assert all(columns(piece) <= LONGEST[min(degree, DEGREES - 1)] for piece in made)


@given(st.lists(st.integers(), max_size=40), st.integers(1, 9))
def test_pages_hold_about_as_much_each(items: list[int], most: int) -> None:
    made = pages(items, most)
    assert [one for page in made for one in page] == items
    sizes = [len(page) for page in made]
    assert not sizes or (max(sizes) <= most and max(sizes) - min(sizes) <= 1)


@given(WORDS, st.integers(8, 80))
def test_a_shortened_title_fits(title: str, most: int) -> None:
    assert columns(shortened(title, most)) <= most


def test_what_stands_further_in_is_said_within_its_point() -> None:
    lines = (Line("甲："), Line("一", 1), Line("二", 2), Line("乙"))
    assert said(lines, "zh") == ["甲：一；二", "乙"]
    assert said((Line("a", 1), Line("b", 2)), "en") == ["a: b"]


def test_sentences_come_apart_before_clauses() -> None:
    words = "第一句话说得很长很长很长很长很长很长很长很长很长很长，还有半句。第二句话也说得很长很长很长很长很长很长。"
    assert pieces([words], 3) == [words[: words.index("。") + 1], words[words.index("。") + 1 :]]


def test_headings_with_words_below_are_nested() -> None:
    assert nested((Line("a"), Line("b", 1), Line("c"), Line("d", 1))) == [("a", ["b"]), ("c", ["d"])]
    assert nested((Line("a"), Line("b", 1), Line("c"))) == []
