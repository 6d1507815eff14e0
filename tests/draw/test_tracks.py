"""Tables as points: what x is, values over it, gaps, and what is wrong with which cell."""

from array import array
from math import isnan

import pytest

from jn_presenter.draw.instants import instant
from jn_presenter.draw.tracks import tracks_of
from jn_presenter.model.feed import Column, Request, Snapshot
from jn_presenter.model.text import plain
from tests.tables import table


def snapshot(names: tuple[str, ...], *rows: tuple[object, ...]) -> Snapshot:
    return table(names, *rows).read(Request(folder=""))


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ((2019, 2020, 2021), "year"),
        (("2019年", "2020年"), "year"),
        (("2019-01", "2019-02"), "date"),
        (("2019/1/3", "2019/1/4"), "date"),
        ((1, 2, 3), "number"),
        ((2019.5, 2020), "number"),
    ],
)
def test_what_x_is_is_seen_from_its_cells(cells: tuple[object, ...], kind: str) -> None:
    assert tracks_of(snapshot(("x", "y"), *((cell, 1) for cell in cells)), "", ()).kind == kind


def test_all_columns_but_x_are_series_unless_some_are_named() -> None:
    read = snapshot(("a", "b", "c"), (1, 10, 100), (2, 20, 200))
    assert [track.key for track in tracks_of(read, "", ()).tracks] == ["b", "c"]
    found = tracks_of(read, "b", [("c", plain("C")), ("a", None)]).tracks
    assert [(track.key, track.label, track.part) for track in found] == [("c", plain("C"), 0), ("a", plain("a"), 1)]
    assert found[0].xs == (10.0, 20.0)
    assert found[0].ys == (100.0, 200.0)


def test_points_are_in_order_of_x_and_missing_values_are_gaps() -> None:
    (track,) = tracks_of(snapshot(("x", "y"), (3, 30), (1, None), (2, "缺"), (None, 9)), "", ()).tracks
    assert track.xs == (1.0, 2.0, 3.0)
    assert [isnan(y) for y in track.ys] == [True, True, False]


def test_dates_are_seconds() -> None:
    (track,) = tracks_of(snapshot(("x", "y"), ("2020", 1), ("2021-03", 2)), "", (), kind="date").tracks
    assert track.xs == (instant("2020-01"), instant("2021-03"))


def test_cells_that_are_wrong_are_named_and_the_rest_stays() -> None:
    found = tracks_of(snapshot(("x", "y"), (2019, 5), ("soon", 6), (2021, "many")), "", (), kind="year")
    assert [finding.code for finding in found.findings] == ["not-a-date", "not-a-number"]
    assert "soon" in found.findings[0].message.en
    assert found.tracks[0].xs == (2019.0, 2021.0)
    assert found.known == (5.0,)


def test_a_column_that_is_gone_leaves_the_others_their_parts() -> None:
    found = tracks_of(snapshot(("x", "b"), (1, 2)), "", [("a", None), ("b", None)])
    assert [finding.code for finding in found.findings] == ["no-column"]
    assert [track.part for track in found.tracks] == [1]


def test_an_x_that_is_gone_leaves_nothing_to_draw() -> None:
    found = tracks_of(snapshot(("x", "b"), (1, 2)), "when", ())
    assert found.waiting
    assert [finding.code for finding in found.findings] == ["no-column"]


def test_dense_columns_are_read_as_they_are() -> None:
    cells = memoryview(array("d", [2.0, float("nan"), 4.0])).toreadonly()
    read = Snapshot(columns=(Column(name="t", cells=memoryview(array("d", [1, 2, 3]))), Column(name="y", cells=cells)))
    (track,) = tracks_of(read, "", ()).tracks
    assert track.xs == (1.0, 2.0, 3.0)
    assert track.ys[2] == 4.0
    assert isnan(track.ys[1])


def test_nothing_read_yet_is_waiting() -> None:
    assert tracks_of(None, "", ()).waiting


def test_too_many_series_are_said() -> None:
    names = tuple(f"c{k}" for k in range(15))
    found = tracks_of(snapshot(names, tuple(range(15))), "", ())
    assert len(found.tracks) == 12
    assert [finding.code for finding in found.findings] == ["too-many-series"]
