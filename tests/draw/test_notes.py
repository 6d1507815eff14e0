"""Parts of notes by step: where they are cut, which is said, and what is wrong with the markers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.notes import MARKER, by_step, parts, present, slips, unmarked
from jn_presenter.draw.resolve import resolve
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.text import Text, plain

FACTS = Facts({"part": Fact(id="part", kind="achieved", label=plain("a [click] b"), value=Decimal(47))})
chunks = st.lists(
    st.one_of(st.sampled_from([MARKER, "\n", " ", "。", "<part>", "==", "==word==", "甲乙"]), st.text(max_size=6))
)
words = chunks.map("".join)


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("一。\n[click]\n二。", ("一。\n", "二。")),
        ("一。[click]二。", ("一。", "二。")),
        ("One. [click] Two.", ("One. ", "Two.")),
        ("One.\n\n[click] Two.", ("One.\n\n", "Two.")),
        ("One. [click]\n\nTwo.", ("One.\n\n", "Two.")),
        ("[click]\nOne.", ("\n", "One.")),
        ("One.\n[click]", ("One.\n", "")),
        ("One.[click][click]\nTwo.", ("One.", "\n", "Two.")),
        ("No marker [Click]", ("No marker [Click]",)),
    ],
)
def test_a_marker_cuts_and_leaves_the_larger_of_the_blanks_beside_it(typed: str, said: tuple[str, ...]) -> None:
    assert parts(typed) == said


@given(words)
def test_the_parts_joined_have_all_words_and_no_marker(typed: str) -> None:
    whole = "".join(parts(typed))
    assert len(parts(typed)) == typed.count(MARKER) + 1
    assert whole.split() == "".join(typed.split(MARKER)).split()
    if MARKER not in typed:
        assert whole == typed


@given(words)
def test_each_part_is_resolved_as_it_would_be_in_the_whole(typed: str) -> None:
    ((*said,),) = by_step(plain(typed), FACTS, ("zh",))
    assert len(said) == len(parts(typed))
    assert MARKER not in "".join(piece.text for part in said for piece in part.pieces if not piece.fact)
    if "==" not in typed:
        (whole,) = resolve(unmarked(plain(typed)), FACTS, ("zh",))
        assert "".join("".join(part.plain for part in said).split()) == "".join(whole.plain.split())


def test_emphasis_goes_on_over_a_marker_and_a_figure_is_not_cut() -> None:
    ((first, second),) = by_step(plain("==a [click] b== <part.label>"), FACTS, ("en",))
    assert [(piece.text, piece.emphasis) for piece in first.pieces] == [("a", True)]
    assert [(piece.text, piece.emphasis) for piece in second.pieces] == [
        ("b", True),
        (" ", False),
        ("a [click] b", False),
    ]


def test_only_the_first_part_says_what_is_wrong_with_the_whole() -> None:
    ((first, second),) = by_step(Text((("zh", "一[click]二"),)), FACTS, ("en",), ("zh",))
    assert [finding.code for finding in first.findings] == ["fallback-language"]
    assert second.findings == ()


def test_the_part_said_is_the_steps_and_stays_where_no_more_come() -> None:
    ((*said,),) = by_step(plain("a[click]b[click][click]d"), FACTS, ("en",))
    assert [present(tuple(said), step) for step in range(6)] == [0, 1, 1, 3, 3, 3]


def test_before_the_first_words_none_is_said() -> None:
    ((*said,),) = by_step(plain("[click]a"), FACTS, ("en",))
    assert [present(tuple(said), step) for step in range(2)] == [None, 1]


def codes(notes: Text, steps: int) -> list[tuple[str, str]]:
    return [(finding.path, finding.code) for finding in slips(notes, steps)]


def test_markers_that_fit_the_steps_are_nothing_to_speak_of() -> None:
    assert codes(both("一[click]二[click]三", "1 [click] 2 [click] 3"), 2) == []
    assert codes(both("一[click]二", "1 [click] 2"), 2) == []
    assert codes(both("一", "1"), 0) == []


def test_languages_with_different_numbers_of_markers_are_told_with_both_numbers() -> None:
    (found,) = slips(both("一[click]二[click]三", "1 [click] 2"), 2)
    assert (found.code, found.path, found.severity) == ("notes-steps", "en", "warning")
    assert found.message.zh == "各语言备注里的 [click] 不一样多：zh 2 个，en 1 个"
    assert found.message.en == "the languages’ notes differ in [click]: zh 2, en 1"
    assert found.hint is not None
    assert found.hint.zh == "在 en 里再写 1 个 [click]"
    assert found.hint.en == "write 1 more [click] in en"


def test_more_markers_than_steps_are_told() -> None:
    (found,) = slips(plain("1 [click] 2 [click] 3"), 1)
    assert (found.code, found.severity) == ("notes-steps", "warning")
    assert found.message.zh == "备注里有 2 个 [click]，而本页只有 1 步"
    assert found.message.en == "the notes have 2 [click], and the slide has 1 step"
    (none,) = slips(plain("1 [click] 2"), 0)
    assert none.message.en == "the notes have 1 [click], and the slide has no steps"


@pytest.mark.parametrize(
    "typed",
    [
        "【click】",
        "[点击]",
        "[Click]",
        "[clicks]",
        "[ click ]",
        "［click］",
        "[click:2]",
        "[clik]",
        "【单击】",
        "[ｃｌｉｃｋ]",
    ],
)
def test_what_looks_like_the_marker_is_a_mistake_with_the_marker_suggested(typed: str) -> None:
    (found,) = slips(both(f"一{typed}二", "1[click]2"), 1)
    assert (found.code, found.path, found.severity) == ("notes-marker", "zh", "error")
    assert typed in found.message.zh
    assert typed in found.message.en
    assert found.hint is not None
    assert "是否想写 [click]？" in found.hint.zh
    assert "did you mean [click]?" in found.hint.en
    assert len(parts(f"一{typed}二")) == 1


@pytest.mark.parametrize("typed", ["[clock]", "(click)", "点击", "[pause]", "[1]", "[]", "【停顿】"])
def test_other_words_in_brackets_are_words(typed: str) -> None:
    assert codes(plain(typed), 1) == []
