"""The good deck: everything that load/ understands, as values."""

from decimal import Decimal
from functools import cache

from msgspec import structs

from jn_presenter.load import Loaded, load_deck
from jn_presenter.model.deck import Slide, Target
from jn_presenter.model.fields import Icon
from jn_presenter.model.text import Text, plain
from tests.load.world import GOOD


@cache
def loaded() -> Loaded:
    return load_deck(GOOD)


def slide(name: str) -> Slide:
    return loaded().deck.slides[name]


def field(name: str, slot: str, key: str, part: int = 0) -> object:
    """A field of an element of a slide."""
    return getattr(slide(name).slot(slot)[part], key)


def test_there_is_no_problem() -> None:
    assert loaded().problems == ()
    assert set(loaded().deck.slides) == set(loaded().deck.order)


def test_the_briefing_is_read() -> None:
    briefing = loaded().deck.briefing
    assert briefing.title.pick("en") == ("en", "A briefing for tests")
    assert (briefing.languages, briefing.styles, briefing.transition) == (("zh", "en"), ("night", "plain"), "push")
    assert briefing.versions == (Decimal(5), Decimal("7.5"))


def test_themes_and_slides_come_in_order() -> None:
    deck = loaded().deck
    assert [(theme.id, theme.role, theme.icon) for theme in deck.themes] == [
        ("opening", "frame", "flag"),
        ("museum", "content", ""),
    ]
    assert deck.themes[1].title == plain("2024")
    names = ("points", "figures", "bars", "picture", "free")
    assert deck.order == ("opening/cover", *(f"museum/{name}" for name in names))


def test_own_and_bundled_styles_are_read() -> None:
    styles = loaded().deck.styles
    assert list(styles) == ["night", "plain"]
    assert styles["plain"].with_accent("lime").accent == "#446600"


def test_a_slide_has_its_own_fields() -> None:
    points = slide("museum/points")
    assert (points.theme, points.layout, points.depth, points.minutes) == ("museum", "points", "core", Decimal("1.5"))
    assert points.transition is None
    assert points.notes == Text((("zh", "讲稿"), ("en", "Notes   with   spaces")))
    assert slide("opening/cover").facts == ("opened",)
    assert slide("museum/figures").plain == "the figures are invented"


def test_texts_are_as_typed() -> None:
    assert field("museum/points", "points", "items") == (
        Text((("zh", "第一条，含逗号，冒号：都不要紧"), ("en", "First: with a colon, and a comma"))),
        Text((("zh", "第二条写成 两行"), ("en", "Second\non two lines"))),
        plain("no 12:30 010"),
    )


def test_slots_hold_elements_in_the_order_of_the_layout() -> None:
    assert [name for name, _ in slide("museum/points").slots] == ["points", "icon"]
    icon = field("museum/points", "icon", "name")
    assert isinstance(icon, Icon)
    assert icon.name == "atom"


def test_a_slot_of_many_takes_short_forms_and_mappings() -> None:
    kpis = slide("museum/figures").slot("kpis")
    assert [getattr(kpi, "fact") for kpi in kpis] == ["visitors", None, "goal"]  # noqa: B009
    assert field("museum/figures", "kpis", "value", 1) == Decimal("-12.50")
    assert field("museum/figures", "kpis", "unit", 1) == plain("%")


def test_nested_structs_are_converted() -> None:
    items = field("museum/bars", "chart", "items")
    assert isinstance(items, tuple)
    assert [structs.asdict(item) for item in items] == [
        {"label": plain("A"), "value": Decimal(1), "target": False},
        {"label": Text((("zh", "乙"), ("en", "B"))), "value": Decimal("2.5"), "target": True},
    ]


def test_steps_are_expanded() -> None:
    assert slide("museum/points").steps == (
        (Target("points", 1),),
        (Target("points", 2), Target("icon")),
        (Target("points", 3),),
    )
    assert slide("museum/figures").steps == tuple((Target("kpis", k),) for k in (1, 2, 3))
    assert slide("museum/bars").steps == tuple((Target("points", k), Target("chart", k)) for k in (1, 2))


def test_free_elements_keep_their_place() -> None:
    box, words = slide("museum/free").free
    assert (box.at, box.shapes, box.step) == ((0.0, 0.9815, 0.0104, 0.0185), ("wide",), 0)
    assert (words.anchor, words.size, words.step) == ("top-right", (240.0, 24.0), 1)


def test_a_picture_is_absolute_and_measured() -> None:
    picture = field("museum/picture", "chart", "file")
    assert getattr(picture, "file") == str(GOOD / "pictures" / "square.png")  # noqa: B009
    assert (getattr(picture, "width"), getattr(picture, "height")) == (6, 4)  # noqa: B009
