"""Device pixels of screens that Qt divides and rounds."""

import pytest

from jn_presenter.qt.scene.whole import screen_px, whole_px

SIDES = (600, 720, 768, 800, 864, 900, 1024, 1050, 1080, 1200, 1280, 1366, 1440, 1600, 1680, 1800, 1920)
SIDES += (2048, 2160, 2256, 2400, 2560, 2880, 3000, 3072, 3440, 3456, 3840, 4096, 5120, 7680)


@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200, 225, 250, 300, 350])
def test_all_pixels_of_common_screens_are_known_again(percent: int) -> None:
    ratio = percent / 100
    possible = [side for side in SIDES if side / ratio >= 400 and (side != 1366 or percent < 250)]  # and in use
    wrong = [side for side in possible if screen_px(round(side / ratio), ratio) != side]
    assert wrong == []


def test_a_window_has_as_many_as_qt_gives_it() -> None:
    assert (whole_px(427, 3.0), whole_px(0, 1.0)) == (1281, 1)
