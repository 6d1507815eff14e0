"""Plots: the data lies between the axes wherever it is painted, and a frame changes what differs and nothing else."""

import math
import subprocess
import sys
from array import array
from pathlib import Path

import numpy as np
import pytest
from msgspec import structs
from PySide6.QtGui import QImage

from jn_presenter.draw.axes import inside
from jn_presenter.draw.curves import MANY
from jn_presenter.model.marks import PlotAxis, PlotMark, Series
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.plot import KEPT, preload
from tests.golden_images import pixels
from tests.qt.scene.conftest import Draw

RED, BLUE = "#ff0000", "#0000ff"


def curve(*points: tuple[float, float], key: str = "a", colour: str = RED, width: float = 4.0) -> Series:
    return Series(key=key, xs=tuple(x for x, _ in points), ys=tuple(y for _, y in points), colour=colour, width=width)


def plot(*series: Series, key: str = "p", x: float = 20.0, high: float = 100.0, w: float = 360.0) -> PlotMark:
    return PlotMark(
        key=key,
        x=x,
        y=20.0,
        w=w,
        h=240.0,
        series=series,
        bottom=PlotAxis(low=0.0, high=10.0, ticks=((0.0, "0"), (10.0, "10")), extent=40.0),
        left=PlotAxis(low=0.0, high=high, ticks=((0.0, "0"), (high, str(high))), extent=60.0),
        font=Font(24.0),
        ink="#00ff00",
        grid="#005500",
    )


def painted(draw: Draw, *marks: PlotMark, scale: float = 1.0) -> QImage:
    return draw(*marks, width=400, height=300, scale=scale)


def red(image: QImage) -> tuple[np.ndarray, np.ndarray]:
    """The rows and columns of the pixels of a red curve, where nothing green lies under them."""
    found = pixels(image).astype(int)
    return np.nonzero((found[..., 2] > 127) & (found[..., 1] < 100))


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_data_lies_between_the_axes(draw: Draw, scale: float) -> None:
    mark = plot(curve((0, 100), (10, 0)))
    place = inside(mark)
    assert (place.x, place.y, place.right, place.bottom) == (80.0, 20.0, 380.0, 220.0)
    rows, columns = red(painted(draw, mark, scale=scale))
    assert columns.min() / scale == pytest.approx(place.x, abs=3)
    assert columns.max() / scale == pytest.approx(place.right, abs=3)
    assert rows.min() / scale == pytest.approx(place.y, abs=3)
    assert rows.max() / scale == pytest.approx(place.bottom, abs=3)


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_strokes_grow_with_the_device(draw: Draw, scale: float) -> None:
    _, columns = red(painted(draw, plot(curve((0, 55), (10, 55), width=8)), scale=scale))
    middle = columns == round(200 * scale)
    assert middle.sum() == pytest.approx(8 * scale, abs=1)


def test_a_stroke_on_the_edge_is_not_cut(draw: Draw) -> None:
    rows, _ = red(painted(draw, plot(curve((0, 100), (10, 100), width=12))))
    assert rows.min() == pytest.approx(20 - 6, abs=1)


def test_what_is_not_a_number_is_a_gap(draw: Draw) -> None:
    _, columns = red(painted(draw, plot(curve((0, 55), (4, 55), (5, math.nan), (6, 55), (10, 55)))))
    assert not ((columns > 80 + 4 * 30 + 4) & (columns < 80 + 6 * 30 - 4)).any()
    assert len(np.unique(columns)) > 200


@pytest.mark.parametrize("points", [(), ((5.0, 55.0),), ((5.0, math.nan),), ((0.0, math.nan), (10.0, math.nan))])
def test_a_curve_without_a_line_is_no_trouble(draw: Draw, points: tuple[tuple[float, float], ...]) -> None:
    painted(draw, plot(curve(*points)))


def test_a_frame_shows_its_own_data_whatever_was_painted_before(draw: Draw) -> None:
    first = plot(curve((0, 20), (10, 80)), curve((0, 80), (10, 20), key="b", colour=BLUE))
    others = [
        plot(curve((0, 90), (10, 10))),
        plot(curve((0, 20), (10, 80), colour=BLUE, width=9)),
        plot(curve((0, 20), (10, 80)), high=200.0),
        plot(curve((0, 20), (10, 80)), w=300.0),
        plot(curve((0, 20), (10, 80)), x=30.0),
        structs.replace(first, series=first.series[::-1]),
        plot(),
    ]
    fresh = [painted(draw, structs.replace(mark, key=f"fresh {k}")) for k, mark in enumerate([first, *others])]
    for mark, expected in zip(others, fresh[1:], strict=True):
        assert painted(draw, first) == fresh[0]
        assert painted(draw, mark) == expected


def test_more_plots_than_are_kept_are_painted_all_the_same(draw: Draw) -> None:
    marks = [plot(curve((0, 10 * k), (10, 50)), key=str(k)) for k in range(KEPT + 3)]
    first = [painted(draw, mark) for mark in marks]
    assert [painted(draw, mark) for mark in marks] == first


def test_a_plot_without_room_is_left_out(draw: Draw) -> None:
    assert pixels(painted(draw, plot(curve((0, 0), (10, 100)), w=50.0))).max() == 0


def test_pyqtgraph_waits_until_it_is_asked_for() -> None:
    """A show without charts never imports it, one with charts does so after its first slide."""
    code = "import sys, jn_presenter.qt.scene.paint; print(*(m in sys.modules for m in ('pyqtgraph', 'PySide6.QtSvg')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert told.stdout.split() == ["False", "False"]


def test_preload_imports_it_in_a_thread() -> None:
    preload().join()
    assert "pyqtgraph" in sys.modules


def filled(*points: tuple[float, float, float], fill: float = 1.0, **more: object) -> Series:
    xs, ys, floors = zip(*points, strict=True)
    return Series(key="a", xs=xs, ys=ys, floors=floors, colour=RED, width=0.0, fill=fill, **more)  # type: ignore[arg-type]


def test_an_area_is_filled_between_the_curve_and_its_floors(draw: Draw) -> None:
    rows, columns = red(painted(draw, plot(filled((0, 75, 25), (10, 75, 25)))))
    assert (rows.min(), rows.max()) == (pytest.approx(70, abs=1), pytest.approx(169, abs=1))
    assert (columns.min(), columns.max()) == (pytest.approx(80, abs=1), pytest.approx(379, abs=1))


def test_an_area_has_a_gap_where_a_value_is_missing(draw: Draw) -> None:
    points = [(0, 75, 0), (3, 75, 0), (4, math.nan, 0), (7, 75, 0), (10, 75, 0)]
    _, columns = red(painted(draw, plot(filled(*points))))
    assert not ((columns > 80 + 3 * 30 + 1) & (columns < 80 + 7 * 30 - 1)).any()
    assert len(np.unique(columns)) > 150


@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
def test_dots_have_their_diameters_in_px(draw: Draw, scale: float) -> None:
    dots = structs.replace(curve((2, 55), (8, 55), width=0.0), dots=(20.0, 40.0), fill=1.0)
    _, columns = red(painted(draw, plot(dots), scale=scale))
    small, large = columns[columns < 230 * scale], columns[columns > 230 * scale]
    assert np.ptp(small) + 1 == pytest.approx(20 * scale, abs=2)
    assert np.ptp(large) + 1 == pytest.approx(40 * scale, abs=2)
    assert large.mean() == pytest.approx(320 * scale, abs=1.5)


def test_dots_that_are_not_solid_are_round_with_a_rim(draw: Draw) -> None:
    dots = structs.replace(curve((5, 55), width=0.0), dots=(60.0,), fill=0.5)
    found = pixels(painted(draw, plot(dots)))[..., 2].astype(int)
    row, column = 119, 230
    assert found[row, column] == pytest.approx(128, abs=3)
    assert found[row, column - 30 : column - 26].max() > 200
    assert found[row - 27, column - 27] == 0


def test_the_right_axis_measures_what_is_its_own(draw: Draw) -> None:
    right = PlotAxis(low=0.0, high=10.0, ticks=((0.0, "0"), (10.0, "10")), extent=60.0)
    series = structs.replace(curve((0, 5), (10, 5)), right=True)
    mark = structs.replace(plot(series), right=right)
    rows, columns = red(painted(draw, mark))
    assert rows.mean() == pytest.approx(119.5, abs=1)
    assert columns.max() == pytest.approx(320, abs=3)


def test_a_logarithmic_axis_is_drawn_so(draw: Draw) -> None:
    mark = plot(curve((0, 10), (10, 10)))
    log = structs.replace(
        mark, left=PlotAxis(low=1.0, high=100.0, ticks=((1.0, "1"), (100.0, "100")), extent=60, log=True)
    )
    rows, _ = red(painted(draw, log))
    assert rows.mean() == pytest.approx(119.5, abs=1)


def test_a_frame_of_areas_and_dots_shows_its_own_data(draw: Draw) -> None:
    dots = structs.replace(curve((2, 55), (8, 55), width=0.0), dots=(20.0,), fill=0.5)
    marks = [
        plot(filled((0, 75, 25), (10, 75, 25))),
        plot(filled((0, 75, 25), (10, 95, 25), fill=0.5)),
        plot(dots),
        plot(structs.replace(dots, dots=(40.0,))),
        plot(curve((0, 20), (10, 80))),
    ]
    fresh = [painted(draw, structs.replace(mark, key=f"new {k}")) for k, mark in enumerate(marks)]
    for _ in range(2):
        for mark, expected in zip(marks, fresh, strict=True):
            assert painted(draw, mark) == expected


def stream(*ys: float, width: float = 4.0) -> Series:
    xs = array("d", np.linspace(0.0, 10.0, len(ys)))
    return Series(key="s", xs=memoryview(xs), ys=memoryview(array("d", ys)), colour=RED, width=width)


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.25, 2.0])
def test_a_stream_is_drawn_where_its_curve_would_be(draw: Draw, scale: float) -> None:
    slow = stream(*(50 + 40 * math.sin(k / 300) for k in range(3000)))
    same = Series(key="c", xs=tuple(slow.xs), ys=tuple(slow.ys), colour=RED, width=4.0)
    bars, line = (pixels(painted(draw, plot(one), scale=scale))[..., 2].astype(int) for one in (slow, same))
    assert abs(bars.sum() - line.sum()) < 0.15 * line.sum()
    _, columns = red(painted(draw, plot(slow), scale=scale))
    assert len(np.unique(columns)) == pytest.approx(300 * scale, abs=3)
    assert columns.max() / scale == pytest.approx(379, abs=2)


def test_a_stream_has_no_seams_between_pixels(draw: Draw) -> None:
    image = pixels(painted(draw, plot(stream(*[55.0] * 5000, width=20.0)), scale=1.37)).astype(int)
    row = image[round(119 * 1.37), round(90 * 1.37) : round(370 * 1.37), 2]
    assert row.min() == 255


def test_a_stream_that_runs_on_is_drawn_anew(draw: Draw) -> None:
    before, after = stream(*[20.0] * 500), stream(*[80.0] * 500)
    fresh = painted(draw, structs.replace(plot(after), key="fresh"))
    painted(draw, plot(before))
    assert painted(draw, plot(after)) == fresh
    assert painted(draw, plot()) == painted(draw, structs.replace(plot(), key="empty"))


def test_a_curve_of_very_many_points_is_drawn_as_a_stream_is_and_one_of_few_is_stroked(draw: Draw) -> None:
    dense = stream(*(50 + 40 * math.sin(k / 40) for k in range(MANY)))
    same, few = structs.replace(dense, xs=tuple(dense.xs), ys=tuple(dense.ys)), curve((0, 20), (10, 80))
    assert painted(draw, plot(same)) == painted(draw, structs.replace(plot(dense), key="stream"))
    both = painted(draw, structs.replace(plot(same, structs.replace(few, key="few")), key="both"))
    assert both not in (painted(draw, plot(same)), painted(draw, plot(few)))
    dashed = structs.replace(same, dash=(8.0, 8.0))
    assert painted(draw, structs.replace(plot(dashed), key="dashed")) != painted(draw, plot(same))


def test_the_area_under_very_many_points_stays(draw: Draw) -> None:
    dense = stream(*[50.0] * MANY)
    filled = structs.replace(
        dense, xs=tuple(dense.xs), ys=tuple(dense.ys), floors=(0.0,) * MANY, fill=1.0, colour="#ff0000"
    )
    rows, _ = red(painted(draw, structs.replace(plot(filled), key="area")))
    assert rows.max() - rows.min() > 80


def test_the_program_ends_without_a_crash_after_a_plot_was_painted() -> None:
    """With the memory checks of -X dev, views that outlive their application are found out."""
    code = (
        "from jn_presenter.qt.offscreen import application; application()\n"
        "from jn_presenter.model.geometry import WIDE\n"
        "from jn_presenter.qt.scene.render import render_pixmap\n"
        "from tests.qt.scene.test_plot import curve, plot\n"
        "assert not render_pixmap((plot(curve((0, 0), (10, 100))),), WIDE, 640, 360).isNull()\n"
    )
    command = [sys.executable, "-X", "dev", "-W", "ignore", "-c", code]
    done = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
