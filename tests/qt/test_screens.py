"""Which screen is whose: pure, over screens as the system names them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.qt.screens import Plan, ScreenInfo, plan


def screen(name: str, x: int = 0, *, primary: bool = False) -> ScreenInfo:
    return ScreenInfo(name=name, x=x, y=0, width=1920, height=1080, primary=primary)


LAPTOP = screen("eDP-1", primary=True)
BEAMER = screen("HDMI-1", 1920)
WALL = screen("DP-2", 3840)


def test_with_one_screen_the_audience_has_it_and_the_console_none() -> None:
    assert plan([LAPTOP]) == Plan("eDP-1", None)


def test_the_audience_gets_the_external_screen_and_the_console_the_laptop() -> None:
    assert plan([LAPTOP, BEAMER]) == Plan("HDMI-1", "eDP-1")
    assert plan([BEAMER, LAPTOP]) == Plan("HDMI-1", "eDP-1")


def test_named_screens_win() -> None:
    assert plan([LAPTOP, BEAMER, WALL], "DP-2") == Plan("DP-2", "eDP-1")
    assert plan([LAPTOP, BEAMER], "eDP-1") == Plan("eDP-1", "HDMI-1")
    assert plan([LAPTOP, BEAMER, WALL], "HDMI-1", "DP-2") == Plan("HDMI-1", "DP-2")


def test_a_console_asked_onto_the_projector_leaves_the_audience_another_screen() -> None:
    assert plan([LAPTOP, BEAMER, WALL], "", "HDMI-1") == Plan("DP-2", "HDMI-1")


def test_a_screen_that_is_not_there_is_as_if_unnamed() -> None:
    assert plan([LAPTOP, BEAMER], "VGA-9") == Plan("HDMI-1", "eDP-1")


def test_without_console_there_is_none() -> None:
    assert plan([LAPTOP, BEAMER], with_console=False) == Plan("HDMI-1", None)


def test_without_any_screen_there_is_no_plan() -> None:
    with pytest.raises(ValueError, match="no screen"):
        plan([])


@given(st.lists(st.sampled_from([LAPTOP, BEAMER, WALL]), min_size=1, unique=True), st.text(), st.text())
def test_the_two_never_share_a_screen(screens: list[ScreenInfo], audience: str, console: str) -> None:
    found = plan(screens, audience, console)
    assert found.audience in {one.name for one in screens}
    assert found.console != found.audience
    assert (found.console is None) == (len(screens) == 1)


def test_the_shape_of_a_screen_is_that_of_its_canvas() -> None:
    assert LAPTOP.shape == "wide"
    assert ScreenInfo(name="p", x=0, y=0, width=1080, height=1920).shape == "tall"
