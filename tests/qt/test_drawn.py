"""Where a normal window was drawn to is known in the next show."""

from pathlib import Path

import pytest
from msgspec import structs

from jn_presenter.qt.drawn import MOST, Area, Drawn

VIEW = Area("interpreter", "laptop", 10, 20, 640, 480)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "windows.json"


def kept(file: Path, *areas: Area) -> Drawn:
    drawn = Drawn(file)
    for area in areas:
        drawn.keep(area)
    drawn.finish()
    return drawn


def test_a_place_holds_for_its_window_on_its_screen(file: Path) -> None:
    here = kept(file, VIEW, structs.replace(VIEW, screen="wall", x=5))
    for drawn in (here, Drawn(file)):
        assert drawn.area("interpreter", "laptop") == VIEW
        assert drawn.area("interpreter", "wall") == structs.replace(VIEW, screen="wall", x=5)
        assert drawn.area("console", "laptop") is None
        assert drawn.area("interpreter", "beamer") is None


def test_a_later_place_takes_that_of_an_earlier_one(file: Path) -> None:
    later = structs.replace(VIEW, width=700)
    kept(file, VIEW, later)
    assert Drawn(file).area("interpreter", "laptop") == later


def test_the_places_taken_last_are_remembered(file: Path) -> None:
    kept(file, *(structs.replace(VIEW, screen=str(number)) for number in range(MOST + 1)))
    drawn = Drawn(file)
    assert drawn.area("interpreter", "0") is None
    assert drawn.area("interpreter", str(MOST)) is not None


def test_what_is_known_already_is_not_written_again(file: Path) -> None:
    kept(file, VIEW)
    file.unlink()
    drawn = Drawn(file)
    drawn.keep(VIEW)
    drawn.finish()
    file.unlink()
    drawn.keep(VIEW)
    drawn.finish()
    assert not file.exists()


@pytest.mark.parametrize("content", [b"{", b"[1]", b'[{"window": "a", "screen": "b", "x": 1e99}]'])
def test_a_broken_file_is_told_and_ignored(file: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert Drawn(file).area("interpreter", "laptop") is None
    (line,) = caplog.messages
    assert "已忽略" in line
    assert "are ignored" in line
    caplog.clear()


@pytest.mark.parametrize("field", ["x", "y", "width", "height"])
def test_numbers_that_are_no_window_s_are_refused(file: Path, field: str, caplog: pytest.LogCaptureFixture) -> None:
    kept(file, structs.replace(VIEW, **{field: 1 << 40}))
    assert Drawn(file).area("interpreter", "laptop") is None
    assert len(caplog.records) == 1
    caplog.clear()
