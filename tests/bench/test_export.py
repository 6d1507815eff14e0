import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import decks
from bench.exporting import Laps, timed
from bench.likeness import Likeness
from bench.page_times import PageTimes, unpack
from bench.printing import Printed, printed
from bench.printing import unpack as unpack_printed
from bench.rows.export import GALLERY, printing_rows, rows_of
from jn_presenter.export.progress import followed
from jn_presenter.load import load_deck

RUNS = [
    PageTimes((10.0, 20.0), (4.0, 4.0), 24.0),
    PageTimes((9.0, 9.0), (4.0, 6.0), 16.0),
    PageTimes((50.0,) * 2, (9.0,) * 2, 40.0),
]


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_page_takes_its_lay_out_and_its_writing() -> None:
    clock = Clock()
    laps = Laps(clock)

    def laid_out() -> Iterator[int]:
        for number in (1, 2):
            clock.now += 0.002
            yield number

    clock.now += 100.0
    for number in followed(laid_out(), 2, laps.reach):
        clock.now += 0.010 * number
    clock.now += 0.5
    laps.close()
    assert laps.ours == pytest.approx((12.0, 22.0 + 500.0))


def test_the_limit_is_on_the_mean_of_all_slides() -> None:
    page, command = rows_of("pdf", RUNS, [900.0, 1000.0, 1300.0])
    assert (page.ours, page.base, page.n) == (15.0, 5.0, 6)
    assert page.within is True
    assert "p95 50.0" in page.spread
    assert "processor 12.0" in page.spread
    assert (command.what, command.ours, command.within) == (
        "export to PDF, the command with all 2 slides",
        1000.0,
        None,
    )


PRINTED = [
    Printed(marks=3.0, charts=12.0, most=30.0, running=300.0, slides=35),
    Printed(marks=4.0, charts=14.0, most=40.0, running=400.0, slides=35),
    Printed(marks=9.0, charts=13.0, most=50.0, running=500.0, slides=35),
]
ALIKE = [Likeness("a/one", "night", 0.004), Likeness("a/two", "day", 0.021), Likeness("a/three", "day", 0.01)]


def test_pages_alike_and_fast_enough_are_told_apart_from_others() -> None:
    marks, charts, apart, office = printing_rows(PRINTED, 900.0, 4500.0, ALIKE)
    assert (marks.ours, marks.within) == (4.0, True)
    assert (charts.ours, charts.within) == (13.0, True)
    assert apart.ours == pytest.approx(2.1)
    assert apart.within is False
    assert "a/two, day" in apart.spread
    assert (office.ours, office.base, office.within) == (400.0, 4500.0, True)
    assert "11.2 times as fast; as a whole command, its start included, 5.0 times" in office.spread
    assert printing_rows(PRINTED, 900.0, 3900.0, ALIKE)[-1].within is False


def test_without_libreoffice_there_is_no_line_of_it() -> None:
    assert len(printing_rows(PRINTED, 900.0, None, ALIKE)) == 3


def test_slides_are_printed_with_and_without_charts(qapp: object, tmp_path: Path) -> None:
    deck = str(decks.plain_deck(tmp_path / "deck", 2))
    found = printed(deck, str(GALLERY), tmp_path)
    assert found.slides == 2
    assert min(found.charts, found.most) > 0.0
    assert min(found.marks, found.running) > 0.0
    assert unpack_printed(found.pack()) == found
    assert (tmp_path / "briefing.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "briefing.pptx").read_bytes().startswith(b"PK")


def test_times_are_told_whole() -> None:
    assert unpack(RUNS[0].pack()) == RUNS[0]


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_floor_and_export_write_the_same_pages(qapp: object, kind: str, tmp_path: Path) -> None:
    deck = load_deck(str(decks.plain_deck(tmp_path / "deck", 3))).deck
    found = timed(deck, kind, tmp_path, "zh")
    assert len(found.ours) == len(found.floor) == 3
    assert min(found.ours + found.floor) > 0.0
    if kind == "pdf":
        ours, floor = (words(tmp_path / name) for name in ("briefing.pdf", "floor.pdf"))
        assert ours == floor
        assert all({"示", "例"} <= set(page) for page in floor)
    else:
        assert len(list(tmp_path.glob("*.png"))) == 3 + 1


def test_an_export_that_fails_is_an_error_and_ends_in_order(qapp: object, tmp_path: Path) -> None:
    deck = load_deck(str(decks.plain_deck(tmp_path / "deck", 1))).deck
    (tmp_path / "briefing.pdf").mkdir()
    with pytest.raises(IsADirectoryError):
        timed(deck, "pdf", tmp_path, "zh")


def words(file: Path) -> list[list[str]]:
    """The characters of each page, sorted."""
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return [sorted("".join(page.split())) for page in text.split("\f")[:-1]]
