import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import decks
from bench.exporting import Laps, timed
from bench.page_times import PageTimes, unpack
from bench.rows.export import rows_of
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
