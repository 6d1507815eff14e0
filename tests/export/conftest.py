"""A small deck in two languages, laid out with the real font."""

from collections.abc import Callable
from typing import Any

import pytest

from jn_presenter.elements.points import Points
from jn_presenter.export.pages import Pages
from jn_presenter.export.request import Request
from jn_presenter.model.deck import Briefing, Deck, Slide, Target, Theme
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import WIDE
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text
from jn_presenter.qt.offscreen import application

STYLE = Style(
    name="night",
    ground=("#0d1b2e", "#081220"),
    motif="ridge",
    motif_ink="#5b7ba6",
    ink="#f3f6fa",
    quiet="#b4c2d6",
    faint="#33465f",
    accent="#6fc3ff",
)


def both(zh: str, en: str) -> Text:
    return Text((("zh", zh), ("en", en)))


def made_slide(name: str) -> Slide:
    """A slide whose second point is revealed by its only step."""
    points = Points(items=(both("软件信息服务业：==2000亿级==", "Software"), both("以“中国网谷”为核心", "Net Valley")))
    return Slide(
        id=name,
        theme=name.partition("/")[0],
        layout="points",
        title=both(f"绿化覆盖建成区的47%，{name}", f"Green covers 47 % of the built-up area, {name}"),
        slots=(("points", (points,)),),
        steps=((Target("points", 2),),),
    )


def made_deck(*names: str, broken: tuple[str, ...] = ()) -> Deck:
    return Deck(
        folder="",
        briefing=Briefing(title=both("江宁开发区情况介绍", "A briefing"), languages=("zh", "en"), styles=("night",)),
        themes=(Theme(id="a", title=both("甲", "A"), slides=names),),
        order=names,
        slides={name: made_slide(name) for name in names if name not in broken},
        styles={"night": STYLE},
    )


@pytest.fixture(scope="session")
def deck() -> Callable[..., Deck]:
    return made_deck


@pytest.fixture(scope="session")
def measure(qapp: object) -> Measure:
    """Of the tests' own application: a second one cannot be, and other tests need widgets."""
    return application()


@pytest.fixture
def asked(measure: Measure) -> Callable[..., Request]:
    """`asked("a/one", …)`: an export of those slides on a wide canvas in Chinese, unless told otherwise."""

    def make(*names: str, **more: Any) -> Request:
        values = {"deck": made_deck(*names), "languages": ("zh",), "style": STYLE, "measure": measure} | more
        return Request(slides=names, **values)

    return make


@pytest.fixture
def pages(measure: Measure) -> Callable[..., Pages]:
    """`pages("a/one", …)`: those slides on a wide canvas in Chinese, unless told otherwise."""

    def make(*names: str, **more: Any) -> Pages:
        values = {"canvas": WIDE, "languages": ("zh",), "style": STYLE, "measure": measure} | more
        return Pages(deck=made_deck(*names), slides=names, **values)

    return make
