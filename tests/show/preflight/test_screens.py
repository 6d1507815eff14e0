import pytest

from jn_presenter.show.preflight.screens import EXTEND, Screen, screen_checks

LAPTOP = Screen(number=1, name="eDP-1", width=1366, height=768, hertz=60.0, roles=("presenter",))
PROJECTOR = Screen(
    number=2, name="HDMI-1", x=1366, width=1920, height=1080, scale=2.0, hertz=59.94, roles=("audience",)
)


def by_key(*screens, system="linux"):
    return {check.key: check for check in screen_checks(screens, system)}


def test_two_screens_of_their_own_are_green_and_each_is_told_with_what_it_is():
    found = by_key(LAPTOP, PROJECTOR)
    assert {key: check.state for key, check in found.items()} == {
        "screens": "green",
        "mirrored": "green",
        "refresh": "green",
    }
    assert [item.what.en for item in found["screens"].items] == [
        "1: presenter, eDP-1, 1366 × 768, 100 %, 60 Hz",
        "2: audience, HDMI-1, 3840 × 2160, 200 %, 60 Hz",
    ]
    assert found["screens"].said.zh == "观众看 2 号，演讲者看 1 号"


def test_one_screen_is_to_be_looked_at_since_a_projector_may_be_mirrored():
    found = by_key(Screen(number=1, name="eDP-1", roles=("audience", "presenter")))
    assert (found["screens"].state, "mirrored" in found) == ("look", False)
    assert EXTEND[""].en in found["screens"].todo.en
    assert EXTEND[""].zh in found["screens"].todo.zh


@pytest.mark.parametrize(("system", "words"), [("win32", "Win+P"), ("darwin", "System Settings"), ("linux", "GNOME")])
def test_mirrored_screens_are_wrong_and_each_system_has_its_own_way_to_extend(system, words):
    twin = Screen(number=2, name="HDMI-1", width=1366, height=768, roles=("audience",))
    found = by_key(LAPTOP, twin, system=system)["mirrored"]
    assert (found.state, words in found.todo.en) == ("wrong", True)
    assert "1 号和 2 号" in found.said.zh


def test_mirrored_screens_may_differ_in_resolution():
    twin = Screen(number=2, name="HDMI-1", width=1024, height=768, roles=("audience",))
    assert by_key(LAPTOP, twin)["mirrored"].state == "wrong"


def test_screens_side_by_side_of_one_size_are_not_mirrored():
    assert by_key(LAPTOP, Screen(number=2, name="R", x=1366, width=1366, height=768))["mirrored"].state == "green"


def test_a_screen_of_the_audience_that_is_slow_is_to_be_looked_at_and_one_that_does_not_tell_is_not():
    slow = Screen(number=2, name="R", x=1366, hertz=30.0, roles=("audience",))
    assert by_key(LAPTOP, slow)["refresh"].state == "look"
    assert "refresh" not in by_key(LAPTOP, Screen(number=2, name="R", x=1366, roles=("audience",)))


def test_without_a_screen_for_the_audience_something_is_wrong():
    spare = Screen(number=2, name="R", x=1366)
    assert by_key(LAPTOP, spare)["screens"].state == "wrong"
    assert by_key(PROJECTOR, spare)["screens"].state == "look"
