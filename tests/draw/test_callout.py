"""The answer about a figure: its words, its source and date, and a place beside its mark inside the canvas."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.callout import MARGIN, beside, callout
from jn_presenter.draw.hit import Hit
from jn_presenter.feeds.csv import Csv
from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.fields import DataFile, Date
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import Datum
from tests.decks import text
from tests.look import LANGUAGES, collisions, env, fact, facts, outside, text_boxes, words_of

BOX = Rect(600.0, 500.0, 300.0, 48.0)


def asked(**fields: object) -> Hit:
    return Hit("bar", Datum(**fields), BOX)  # type: ignore[arg-type]


def test_a_fact_is_told_with_label_figure_source_and_date() -> None:
    known = facts(fact("green", text("绿化覆盖率", "Green cover"), value=Decimal(47), as_of="2020"))
    words = words_of(callout(asked(value=Decimal(47), fact="green"), WIDE, env(("zh",), known)))
    assert "绿化覆盖率" in words
    assert "47" in words
    assert "2020年" in words


def test_a_cell_of_a_table_is_told_with_the_source_and_date_that_the_slide_gives() -> None:
    feed = Csv(file=DataFile("a.csv"), source=text("统计局", "Statistics office"), as_of=Date("2021-05"))
    words = words_of(callout(asked(value=Decimal(1234), unit="visitors", label="May"), WIDE, env(("en",)), (feed,)))
    assert "1,234 visitors" in words
    assert "Statistics office" in words
    assert "May 2021" in words


def test_a_range_is_told_from_end_to_end() -> None:
    words = words_of(callout(asked(value=Decimal(1150), low=Decimal(200), unit="visitors"), WIDE, env(("en",))))
    assert "200–1,150 visitors" in words
    words = words_of(callout(asked(value=Decimal(3), low=Decimal(-5), unit="°C"), WIDE, env(("en",))))
    assert "−5 – 3°C" in words


def test_made_up_figures_say_so_again() -> None:
    assert "示例数据" in words_of(callout(asked(value=Decimal(1), label="甲", state="sample"), WIDE, env(("zh",))))


def test_simulated_figures_are_told_as_simulated() -> None:
    figure = asked(value=Decimal(1), label="甲", state="sample")
    words = words_of(callout(figure, WIDE, env(("zh",)), (Simulated(categories=(text("甲", "A"),)),)))
    assert "模拟数据" in words
    assert "示例数据" not in words


@pytest.mark.parametrize("canvas", [WIDE, TALL, CLASSIC, WALL])
@pytest.mark.parametrize("languages", LANGUAGES)
def test_all_of_it_stands_on_its_plate_and_nothing_collides(canvas: Canvas, languages: tuple[str, ...]) -> None:
    known = facts(
        fact("green", text("建成区绿化覆盖率" * 4, "Green cover of the built-up area " * 3), value=Decimal(47))
    )
    marks = callout(asked(value=Decimal(47), fact="green"), canvas, env(languages, known))
    boxes = text_boxes(marks)
    assert collisions(boxes) == []
    plate = marks[0].shape  # type: ignore[union-attr]
    assert outside(boxes, Rect(plate.x, plate.y, plate.w, plate.h)) == []  # type: ignore[union-attr]


@given(
    st.sampled_from([WIDE, TALL, CLASSIC, WALL]),
    st.floats(0, 1),
    st.floats(0, 1),
    st.floats(1, 900),
    st.floats(1, 900),
)
def test_it_is_wholly_on_the_canvas(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    place = beside(Rect(x * canvas.width, y * canvas.height, w, h), 640.0, 300.0, canvas)
    assert canvas.rect.inset(MARGIN, MARGIN).contains(place)
