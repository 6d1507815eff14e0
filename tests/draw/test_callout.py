"""The answer about a figure: its words, its source and date, and a place beside its mark inside the canvas."""

from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.draw.callout import callout
from jn_presenter.draw.free_place import Around
from jn_presenter.draw.hit import Hit
from jn_presenter.feeds.csv import Csv
from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.fields import DataFile, Date
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, Rect
from jn_presenter.model.marks import AnyMark, Datum
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


BELOW, LEFT, RIGHT = Rect(0.0, 560.0, 1920.0, 500.0), Rect(0.0, 470.0, 590.0, 80.0), Rect(910.0, 470.0, 1000.0, 80.0)
FAR = Around((BELOW, LEFT, RIGHT, Rect(0.0, 400.0, 740.0, 60.0), Rect(760.0, 400.0, 1100.0, 60.0)))
"""Words around the bar, with a gap above it that a line goes through, and no plate."""


def plate_of(marks: tuple[AnyMark, ...]) -> Rect:
    shape = next(mark for mark in marks if mark.key == "callout.plate").shape  # type: ignore[union-attr]
    return Rect(shape.x, shape.y, shape.w, shape.h)  # type: ignore[union-attr]


def test_it_stands_on_no_words_of_the_slide_and_a_line_leads_to_its_mark_from_afar() -> None:
    words = tuple(Rect(0.0, y, 1920.0, 40.0) for y in (160.0, 260.0, 360.0, 420.0, 560.0, 640.0, 720.0, 800.0))
    figure = asked(value=Decimal(5), label="甲")
    crowded = callout(figure, WIDE, env(("zh",)), (), Around(words))
    plate = plate_of(crowded)
    assert not any(plate.y < one.bottom and one.y < plate.bottom for one in words)
    assert plate_of(callout(figure, WIDE, env(("zh",)))) != plate
    assert "callout.leader" not in {mark.key for mark in crowded}, "it would go through words"
    far = callout(figure, WIDE, env(("zh",)), (), FAR)
    assert {"callout.leader", "callout.dot"} <= {mark.key for mark in far}
    sector = callout(structs.replace(figure, whole=False), WIDE, env(("zh",)), (), FAR)
    assert {"callout.leader", "callout.dot"} & {mark.key for mark in sector} == set()


def test_a_point_is_marked_by_a_dot() -> None:
    point = Hit("curve.a.3", Datum(value=Decimal(5), label="甲"), Rect(700.0, 500.0, 0.0, 0.0))
    dot = next(mark for mark in callout(point, WIDE, env(("zh",))) if mark.key == "callout.dot")
    assert (dot.shape.cx, dot.shape.cy) == (700.0, 500.0)  # type: ignore[union-attr]
    assert all(mark.key != "callout.dot" for mark in callout(asked(value=Decimal(5)), WIDE, env(("zh",))))
