"""Which commands switch a display's power, and which hold its saver off."""

import pytest

from jn_presenter.model.kiosk import Display
from jn_presenter.show.kiosk.power import keeping_awake, switching

OWN = Display(power="command", on=("cec", "on 0"), off=("cec", "standby 0"))
DPMS = Display(power="dpms")


@pytest.mark.parametrize("x11", [True, False])
@pytest.mark.parametrize("done", [None, True, False])
def test_where_no_power_is_switched_nothing_is_run(done, x11):
    for on in (True, False):
        assert switching(Display(), on=on, done=done, x11=x11) is None


@pytest.mark.parametrize("x11", [True, False])
def test_the_owner_s_commands_are_run_once_a_change_and_again_where_they_failed(x11):
    assert switching(OWN, on=False, done=True, x11=x11) == OWN.off
    assert switching(OWN, on=False, done=None, x11=x11) == OWN.off
    assert switching(OWN, on=False, done=False, x11=x11) is None
    assert switching(OWN, on=True, done=False, x11=x11) == OWN.on
    assert switching(OWN, on=True, done=True, x11=x11) is None


def test_dpms_switches_off_again_and_again_since_any_touch_switches_on():
    assert switching(DPMS, on=False, done=False, x11=True) == ("xset", "dpms", "force", "off")
    assert switching(DPMS, on=True, done=False, x11=True) == ("xset", "dpms", "force", "on")
    assert switching(DPMS, on=True, done=True, x11=True) is None


def test_dpms_is_for_x11_alone():
    assert switching(DPMS, on=False, done=None, x11=False) is None


def test_a_saver_is_held_off_while_the_screen_is_to_be_seen():
    assert keeping_awake(on=True, x11=True) == ("xset", "s", "reset")
    assert keeping_awake(on=False, x11=True) is None
    assert keeping_awake(on=True, x11=False) is None
