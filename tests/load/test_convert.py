"""Every type that a field can have: what is accepted, and where and how the rest is refused."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta, Struct

from jn_presenter.load.convert import converter
from jn_presenter.load.reading import BAD
from jn_presenter.model.element import Element
from jn_presenter.model.fields import Colour, FactId, Icon, Number, Picture, doc
from jn_presenter.model.text import Text, plain
from tests.load.world import briefs, context, value_of


class Inner(Struct, frozen=True, kw_only=True):
    label: Text
    value: Number | None = None


class Named(Struct, frozen=True, kw_only=True):
    short: ClassVar[str] = "name"

    name: str
    size: int = 1


class Kinds(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    from_: Annotated[Number, doc("起", "from", ge=0, le=10)]
    inner: Inner
    many: tuple[Inner, ...] = ()
    names: tuple[Named, ...] = ()
    pairs: tuple[tuple[str, Text], ...] = ()
    points: tuple[tuple[Number, Number | None], ...] = ()
    either: FactId | tuple[FactId, ...] | None = None
    limited: Annotated[tuple[int, ...], Meta(min_length=1, max_length=2)] = (1,)


class Chip(Element, frozen=True, kw_only=True):
    short: ClassVar[str] = "text"

    text: Text
    mood: Literal["calm", "loud"] = "calm"


class Bare(Element, frozen=True, kw_only=True):
    count: int


class Row(Element, frozen=True, kw_only=True):
    """An element of elements."""

    parts_: Annotated[tuple[Element, ...], doc("元素", "elements")]


class TestRegistry:
    """The tests' own elements."""

    __test__ = False
    known: ClassVar[dict[str, type[Element]]] = {"chip": Chip, "bare": Bare, "row": Row}

    def get(self, name: str) -> type[Element] | None:
        return self.known.get(name)

    def names(self) -> tuple[str, ...]:
        return tuple(self.known)


OWN = context(elements=TestRegistry())
ACCEPTED: list[tuple[str, Any, Any]] = [
    ("1.50", Decimal, Decimal("1.50")),
    ("-3", Decimal, Decimal(-3)),
    ("007", int, 7),
    ("2.0", int, 2),
    ("2.5", float, 2.5),
    ("'4'", Decimal, Decimal(4)),
    ("true", bool, True),
    ("false", bool, False),
    ("no", str, "no"),
    ("loud", Literal["calm", "loud"], "loud"),
    ("opened", FactId, "opened"),
    ('"#AbCdEf"', Colour, "#abcdef"),
    ("azure", Colour, "azure"),
    ("null", int | None, None),
    ("5", int | None, 5),
    ("[1, 2]", tuple[int, ...], (1, 2)),
    ("[]", tuple[int, ...], ()),
    ("[1, 2.5]", tuple[int, float], (1, 2.5)),
    ("{b: x, a: y}", tuple[tuple[str, str], ...], (("b", "x"), ("a", "y"))),
    ("[[1, 2], [3, null]]", tuple[tuple[Number, Number | None], ...], ((1, 2), (3, None))),
    ("[a, {name: b, size: 2}]", tuple[Named, ...], (Named(name="a"), Named(name="b", size=2))),
    ("{label: L}", Inner, Inner(label=plain("L"))),
    ("null", Inner | None, None),
    ("goal", FactId | tuple[FactId, ...], "goal"),
    ("[goal, opened]", FactId | tuple[FactId, ...], ("goal", "opened")),
    ("words", Annotated[Text | None, doc("字", "words")], plain("words")),
]
REFUSED: list[tuple[str, Any, str]] = [
    ("1,000", Decimal, "not-a-number:1:4"),
    ("1e3", Decimal, "not-a-number:1:4"),
    ("+1", Decimal, "not-a-number:1:4"),
    (".5", Decimal, "not-a-number:1:4"),
    ("5.", Decimal, "not-a-number:1:4"),
    ("0x10", Decimal, "not-a-number:1:4"),
    ("1_000", Decimal, "not-a-number:1:4"),
    (".nan", float, "not-a-number:1:4"),
    ("-.inf", float, "not-a-number:1:4"),
    ("１２", Decimal, "not-a-number:1:4"),
    ("٣", Decimal, "not-a-number:1:4"),
    ("12%", Decimal, "not-a-number:1:4"),
    ("9" * 400, float, "not-a-number:1:4"),
    ("[1]", Decimal, "wrong-type:1:4"),
    ("1.5", int, "not-a-whole-number:1:4"),
    ("yes", bool, "not-a-boolean:1:4"),
    ("True", bool, "not-a-boolean:1:4"),
    ("1", bool, "not-a-boolean:1:4"),
    ("[true]", bool, "wrong-type:1:4"),
    ("Loud", Literal["calm", "loud"], "not-a-choice:1:4"),
    ("opend", FactId, "unknown-fact:1:4"),
    ("cracked", FactId, "broken-fact:1:4"),
    ("azur", Colour, "unknown-colour:1:4"),
    ("red", Colour, "unknown-colour:1:4"),
    ("'#fff'", Colour, "unknown-colour:1:4"),
    ("nothing", Icon, "unknown-icon:1:4"),
    ("../x", Icon, "unknown-icon:1:4"),
    ("{a: b}", str, "wrong-type:1:4"),
    ("null", int, "null:1:4"),
    ("null", tuple[int, ...], "null:1:4"),
    ("null", Inner, "null:1:4"),
    ("", int | None, "empty:1:3"),
    ("5", tuple[int, ...], "wrong-type:1:4"),
    ("[1]", tuple[int, float], "wrong-count:1:4"),
    ("[1, 2, 3]", tuple[int, float], "wrong-count:1:4"),
    ("[1, x]", tuple[int, ...], "not-a-number:1:8"),
    ("x", Inner, "wrong-type:1:4"),
    ("{label: L, valeu: 3}", Inner, "unknown-key:1:15"),
    ("{value: 3}", Inner, "missing-key:1:4"),
    ("{size: 3}", Named, "missing-key:1:4"),
    ("{a: b, a: c}", tuple[tuple[str, str], ...], "duplicate-key:1:11"),
    ("11", Annotated[Number, doc("", "", ge=0, le=10)], "out-of-bounds:1:4"),
    ("-1", Annotated[Number, doc("", "", ge=0)], "out-of-bounds:1:4"),
    ("[1, 2, 3]", Annotated[tuple[int, ...], Meta(max_length=2)], "wrong-count:1:4"),
]


def ids(cases: list[tuple[str, Any, Any]]) -> list[str]:
    return [f"{text[:20]}-{hint}" for text, hint, _ in cases]


@pytest.mark.parametrize(("text", "hint", "expected"), ACCEPTED, ids=ids(ACCEPTED))
def test_a_value_is_converted(text: str, hint: Any, expected: Any) -> None:
    found, problems = value_of(text, hint)
    assert problems == []
    assert found == expected
    assert type(found) is type(expected) or isinstance(found, str)


@pytest.mark.parametrize(("text", "hint", "expected"), REFUSED, ids=ids(REFUSED))
def test_any_other_value_is_refused_where_it_stands(text: str, hint: Any, expected: str) -> None:
    found, problems = value_of(text, hint)
    assert found is BAD
    assert briefs(problems) == [expected]
    problem = problems[0]
    assert all((problem.message.zh, problem.message.en, problem.hint.zh, problem.hint.en))


@pytest.mark.parametrize(
    ("typed", "advised"),
    [
        ("1,000", "1000"),
        ("12,345,678.5", "12345678.5"),
        ("1,5", "1.5"),
        ("1e3", "1000"),
        ("1.5e2", "150"),
        ("12%", "12"),
        ("１．５", "1.5"),
        ("－３", "-3"),
        ("+4", "4"),
        (".5", "0.5"),
    ],
)
def test_a_mistyped_number_is_told_as_it_should_be(typed: str, advised: str) -> None:
    _, problems = value_of(typed, Decimal)
    assert problems[0].hint.en == f"write {advised}"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_a_number_is_exactly_what_was_typed(value: Decimal) -> None:
    assert value_of(f"{value:f}", Decimal) == (value, [])


def test_an_icon_is_read() -> None:
    found, problems = value_of("flag", Icon)
    assert problems == []
    assert found.name == "flag"
    assert found.segments[0][0] == "M"


def test_a_picture_is_read() -> None:
    found, problems = value_of("pictures/square.png", Picture)
    assert problems == []
    assert (found.width, found.height) == (6, 4)


def test_all_problems_of_a_struct_are_found_at_once() -> None:
    text = """
  from: 11
  inner:
    lable: x
  many:
    - label: a
    - value: b
  names: [a, {size: x}]
  pairs: {a: [b]}
  points: [[1], [1, x]]
  either: {a: b}
  limited: []
"""
    found, problems = value_of(text, Kinds)
    assert found is BAD
    assert briefs(problems) == [
        "out-of-bounds:2:9",
        "unknown-key:4:5",
        "missing-key:7:7",
        "not-a-number:7:14",
        "missing-key:8:14",
        "not-a-number:8:21",
        "wrong-type:9:14",
        "wrong-count:10:12",
        "not-a-number:10:21",
        "wrong-type:11:11",
        "wrong-count:12:12",
    ]


def test_a_struct_with_everything_is_converted() -> None:
    text = """
  from: 10
  inner: {label: L, value: 1}
  names: [a]
  pairs:
    k: v
  either: [goal]
"""
    found, problems = value_of(text, Kinds)
    assert problems == []
    assert found == Kinds(
        from_=Decimal(10),
        inner=Inner(label=plain("L"), value=Decimal(1)),
        names=(Named(name="a"),),
        pairs=(("k", plain("v")),),
        either=("goal",),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words", Chip(text=plain("words"))),
        ("\n  zh: 字\n  en: words", Chip(text=Text((("zh", "字"), ("en", "words"))))),
        ("{text: words, mood: loud}", Chip(text=plain("words"), mood="loud")),
        ("{type: chip, text: words}", Chip(text=plain("words"))),
        ("{type: bare, count: 3}", Bare(count=3)),
        (
            "{type: row, parts_: [{type: chip, text: a}, {type: bare, count: 1}]}",
            Row(parts_=(Chip(text=plain("a")), Bare(count=1))),
        ),
    ],
)
def test_an_element_is_named_by_its_type_or_is_the_default_of_its_place(text: str, expected: Element) -> None:
    assert value_of(text, Chip, OWN) == (expected, [])


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("{type: chop, text: a}", Chip, "unknown-element:1:11"),
        ("{type: [chip], text: a}", Chip, "unknown-element:1:11"),
        ("{type: chip, tekst: a, text: b}", Chip, "unknown-key:1:17"),
        ("{type: chip}", Chip, "missing-key:1:4"),
        ("{type: }", Chip, "empty:1:11"),
        ("words", Bare, "wrong-type:1:4"),
        ("words", Element, "wrong-type:1:4"),
        ("{text: a}", Element, "missing-key:1:4"),
        ("{type: row, parts_: [{type: bare, count: x}]}", Chip, "not-a-number:1:45"),
    ],
)
def test_an_element_that_cannot_be_is_refused(text: str, hint: Any, expected: str) -> None:
    found, problems = value_of(text, hint, OWN)
    assert found is BAD
    assert briefs(problems) == [expected]


@pytest.mark.parametrize("hint", [int | str, dict[str, int], list[int], object, FactId | Number])
def test_a_type_that_no_field_may_have_is_a_mistake_of_ours(hint: Any) -> None:
    with pytest.raises(TypeError):
        converter(hint)
